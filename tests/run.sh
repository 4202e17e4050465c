#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what building and testing need, builds the preset dev, and runs every test.
#
#   tests/run.sh [ARGUMENT OF CTEST…]
set -euo pipefail

cd "$(dirname "$0")/.."
# shellcheck source=packages.sh
. tests/packages.sh
install_build_packages
install_test_packages

cmake --preset dev
cmake --build --preset dev
exec ctest --preset dev --output-on-failure -j"$(nproc)" "$@"
