#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs the month, which sets its own days, and compares all that it prints with what is kept beside
# it. With DCADMIN_ACCEPT=1 that is written anew.
set -euo pipefail

example=$(dirname "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CONFIG_HOME=$work XDG_DATA_HOME=$work XDG_STATE_HOME=$work

"$1" "$work/store" >"$work/shown" 2>&1 || {
    cat "$work/shown"
    exit 1
}
[ -z "${DCADMIN_ACCEPT:-}" ] || cp "$work/shown" "$example/expected.txt"
diff -u "$example/expected.txt" "$work/shown"
grep -q '<td>d-4</td>' "$work/store/slip.html"
