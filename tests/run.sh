#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what building and testing need, lets the fuzzers run for some seconds each (preset fuzz),
# builds the preset dev, and runs every test. DCADMIN_NO_FUZZ=1 leaves the fuzzers out.
#
#   tests/run.sh [ARGUMENT OF CTEST…]
set -euo pipefail

cd "$(dirname "$0")/.."
# shellcheck source=packages.sh
. tests/packages.sh
install_build_packages
install_test_packages
install_node_packages

# Built once for one run: precompiled headers, and of the debugging information the lines alone.
once=(-DCMAKE_PROJECT_dcadmin_INCLUDE="$PWD/tests/precompiled.cmake")
if [ -z "${DCADMIN_NO_FUZZ:-}" ]; then
    cmake --preset fuzz "${once[@]}"
    cmake --build --preset fuzz --target fuzzers
    ctest --test-dir build/fuzz --output-on-failure -R '^fuzz\.'
fi

cmake --preset dev "${once[@]}" -DCMAKE_CXX_FLAGS_DEBUG=-g1
cmake --build --preset dev
exec ctest --preset dev --output-on-failure -j"$(nproc)" "$@"
