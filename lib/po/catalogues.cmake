# SPDX-License-Identifier: Apache-2.0
# The texts in other languages: each LANGUAGE.po becomes the catalogue that the library looks up.
find_package(Gettext REQUIRED)

set(catalogues "")
foreach(language nl fr)
    set(po ${CMAKE_CURRENT_LIST_DIR}/${language}.po)
    set(folder ${CMAKE_BINARY_DIR}/share/locale/${language}/LC_MESSAGES)
    add_custom_command(OUTPUT ${folder}/dcadmin.mo
        COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
        COMMAND ${GETTEXT_MSGFMT_EXECUTABLE} --check-format --endianness=little
            --output-file=${folder}/dcadmin.mo ${po}
        DEPENDS ${po} VERBATIM)
    list(APPEND catalogues ${folder}/dcadmin.mo)
    install(FILES ${folder}/dcadmin.mo
        DESTINATION ${CMAKE_INSTALL_LOCALEDIR}/${language}/LC_MESSAGES COMPONENT library)
endforeach()
add_custom_target(dcadmin_catalogues ALL DEPENDS ${catalogues})
add_dependencies(dcadmin_objects dcadmin_catalogues)

# `cmake --build … --target pot` reads the texts anew from the sources and the table of commands,
# and brings the languages up to them.
add_custom_target(pot
    COMMAND ${CMAKE_CURRENT_LIST_DIR}/extract.sh $<TARGET_FILE:dcadmin>
    DEPENDS dcadmin VERBATIM)
