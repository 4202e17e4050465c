# SPDX-License-Identifier: Apache-2.0
# What Debian asks of a package beyond what `cmake --install` puts there. CPack runs this on what is
# staged, one folder a component, before it makes the packages: manual pages and change logs are
# compressed, and each package has its copyright and change log under its own name.
cmake_minimum_required(VERSION 3.25)

function(compress file)
    execute_process(COMMAND gzip -9n ${file} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

set(here ${CMAKE_CURRENT_LIST_DIR})
set(staged ${CPACK_TEMPORARY_INSTALL_DIRECTORY})
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
    string(TOUPPER ${component} upper)
    set(package ${CPACK_DEBIAN_${upper}_PACKAGE_NAME})
    set(doc ${staged}/${component}/usr/share/doc/${package})
    # What the program installed as its copyright goes first: a file of the same time is not replaced.
    file(REMOVE ${doc}/copyright)
    file(COPY ${here}/copyright ${here}/changelog DESTINATION ${doc}
        FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
    file(RENAME ${doc}/changelog ${doc}/changelog.Debian)
    compress(${doc}/changelog.Debian)
    file(GLOB overrides ${here}/${component}/lintian-overrides)
    if(overrides)
        file(COPY ${overrides} DESTINATION ${staged}/${component}/usr/share/lintian/overrides
            FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
        file(RENAME ${staged}/${component}/usr/share/lintian/overrides/lintian-overrides
            ${staged}/${component}/usr/share/lintian/overrides/${package})
    endif()
endforeach()

set(program ${staged}/program/usr/share)
file(RENAME ${program}/doc/dcadmin/CHANGELOG.md ${program}/doc/dcadmin/changelog)
compress(${program}/doc/dcadmin/changelog)
file(GLOB_RECURSE pages ${program}/man/*.[157])
foreach(page IN LISTS pages)
    compress(${page})
endforeach()
