# SPDX-License-Identifier: Apache-2.0
# Read by CMake after project() where a build serves one test run, unoptimised: the headers that most
# sources read are compiled once (preset check, package/debian.sh).
function(dcadmin_precompile target)
    if(TARGET ${target})
        target_precompile_headers(${target} PRIVATE ${ARGN})
    endif()
endfunction()

set(lib ${CMAKE_SOURCE_DIR}/lib/src)
set(cli ${CMAKE_SOURCE_DIR}/cmd/cli)
cmake_language(DEFER DIRECTORY ${CMAKE_SOURCE_DIR} CALL dcadmin_precompile dcadmin_objects
    <algorithm> <array> <fmt/format.h> <dcadmin/base/say.h> <dcadmin/base/text.h> <dcadmin/error.h>
    ${lib}/access/require.h ${lib}/audit/images.h ${lib}/audit/recorder.h ${lib}/bulk/run.h
    ${lib}/organisations/find.h ${lib}/store/listing.h)
cmake_language(DEFER DIRECTORY ${CMAKE_SOURCE_DIR} CALL dcadmin_precompile dcadmin_cli
    <algorithm> <fmt/format.h> <dcadmin/base/say.h> <dcadmin/base/text.h> <dcadmin/error.h>
    ${cli}/context.h ${cli}/command.h)
cmake_language(DEFER DIRECTORY ${CMAKE_SOURCE_DIR} CALL dcadmin_precompile operation_tests
    <algorithm> <doctest/doctest.h> ${CMAKE_SOURCE_DIR}/tests/support/fixture.h)
