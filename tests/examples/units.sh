#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The units of an example stand beside those of the package, and pass what these have to pass.
#   units.sh EXAMPLE SYSTEMD PACKAGE_TEST PROGRAM
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$2"/. "$work"
cp "$1"/dcadmin-*.service "$1"/dcadmin-*.timer "$work"
"$3" "$work" "$4"
