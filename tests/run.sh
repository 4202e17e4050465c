#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what building and testing need, builds the preset check (clang++ with sanitizers), and runs
# every test in it; the fuzzers run for some seconds each.
#
#   tests/run.sh [ARGUMENT OF CTEST…]
set -euo pipefail

cd "$(dirname "$0")/.."
# shellcheck source=packages.sh
. tests/packages.sh
install_build_packages
install_test_packages
install_node_packages

cmake --preset check
cmake --build --preset check
exec ctest --preset check --output-on-failure -j"$(nproc)" "$@"
