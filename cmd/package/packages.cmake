# SPDX-License-Identifier: Apache-2.0
# The packages of Debian 12 that `cpack -G DEB` makes of a build whose prefix is /usr (preset
# "package"): dcadmin, libdcadmin0, libdcadmin-dev and dcadmin-postgres. What only Debian asks of the
# files (compressed pages, change logs, copyright) is done by debian_files.cmake, on what is staged.

if(DCADMIN_SANITIZE OR DCADMIN_FUZZ OR DCADMIN_COVERAGE)
    return()  # nothing to give to anybody
endif()

set(here ${CMAKE_CURRENT_LIST_DIR})
set(revision 0dcadmin1)  # before any revision that Debian itself would give
set(version ${PROJECT_VERSION}-${revision})
set(maintainer_scripts ${CMAKE_BINARY_DIR}/debian)
file(CONFIGURE OUTPUT ${maintainer_scripts}/library/shlibs
    CONTENT "libdcadmin 0 libdcadmin0 (= ${version})\n")
file(CONFIGURE OUTPUT ${maintainer_scripts}/library/triggers
    CONTENT "activate-noawait ldconfig\n")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME dcadmin)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_VENDOR dcadmin)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # each package has its own
set(CPACK_COMPONENTS_ALL program library development postgres)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_SET_DESTDIR ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PRE_BUILD_SCRIPTS ${here}/debian_files.cmake)
set(DCADMIN_PACKAGE_FOLDER ${here})

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${revision})
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "dcadmin maintainers <maintainers@dcadmin.example>")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${CMAKE_LIBRARY_OUTPUT_DIRECTORY})

# dcadmin
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME dcadmin)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS
    "libdcadmin0 (= ${version}), tzdata, systemd | systemd-standalone-sysusers, systemd | systemd-standalone-tmpfiles")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS "dcadmin-postgres (= ${version}), bash-completion, man-db")
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION
"administration of service-voucher companies on the command line
Who works for whom, who may do what in the company's name, and what
happened: working relations, rights and grants in one store, judged by the
same rules whether they come as one line or as a million rows, and every
change in a hash chain.
.
This package has the program, its manual pages and completion, and timers
for systemd that nothing enables by itself.")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_CONTROL_EXTRA
    "${here}/program/postinst;${here}/program/prerm;${here}/program/postrm;${here}/program/conffiles")

# libdcadmin0: with the modules that it loads, which must be of its own version
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libdcadmin0)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SUGGESTS "dcadmin-postgres (= ${version})")
set(CPACK_DEBIAN_LIBRARY_DESCRIPTION
"rules and store of dcadmin - shared library
Every rule of dcadmin, its store in an SQLite file, and the modules that are
loaded when something asks for them: network, identity cards, one-time codes
and signed assertions.")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA
    "${maintainer_scripts}/library/shlibs;${maintainer_scripts}/library/triggers")

# libdcadmin-dev
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libdcadmin-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "libdcadmin0 (= ${version}), libfmt-dev")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION
"rules and store of dcadmin - headers
What a program needs that is built against the library of dcadmin: headers,
and how CMake and pkg-config find it.")

# dcadmin-postgres
set(CPACK_DEBIAN_POSTGRES_PACKAGE_NAME dcadmin-postgres)
set(CPACK_DEBIAN_POSTGRES_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_POSTGRES_PACKAGE_DEPENDS "libdcadmin0 (= ${version})")
set(CPACK_DEBIAN_POSTGRES_PACKAGE_SUGGESTS postgresql-client)
set(CPACK_DEBIAN_POSTGRES_PACKAGE_ENHANCES "dcadmin")
set(CPACK_DEBIAN_POSTGRES_DESCRIPTION
"store of dcadmin on a PostgreSQL server
The driver that dcadmin loads for a store address that begins with
postgresql://, where one machine is too small or several share a store.")

include(CPack)
