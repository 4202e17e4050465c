# SPDX-License-Identifier: Apache-2.0
# Read by CMake after project() when the packages are built for their test (debian.sh): the headers
# that most sources read are compiled once, which halves the time of an unoptimised build.
cmake_language(DEFER DIRECTORY ${CMAKE_SOURCE_DIR} CALL target_precompile_headers dcadmin_objects
    PRIVATE <algorithm> <array> <fmt/format.h> <dcadmin/base/text.h> <dcadmin/error.h>
    ${CMAKE_SOURCE_DIR}/lib/src/audit/images.h ${CMAKE_SOURCE_DIR}/lib/src/audit/recorder.h
    ${CMAKE_SOURCE_DIR}/lib/src/bulk/run.h ${CMAKE_SOURCE_DIR}/lib/src/store/listing.h)
cmake_language(DEFER DIRECTORY ${CMAKE_SOURCE_DIR} CALL target_precompile_headers dcadmin_cli
    PRIVATE <algorithm> <fmt/format.h> <dcadmin/base/text.h> <dcadmin/error.h>
    ${CMAKE_SOURCE_DIR}/cmd/cli/context.h ${CMAKE_SOURCE_DIR}/cmd/cli/command.h)
