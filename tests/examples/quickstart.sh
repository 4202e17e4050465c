#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs the quick start in a folder of its own and looks for what it promises to show.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CONFIG_HOME=$work XDG_DATA_HOME=$work XDG_STATE_HOME=$work

"$1" "$work/store" >"$work/shown" 2>&1 || {
    cat "$work/shown"
    exit 1
}
for text in ',rejected,' 'audit verify' 'grant explain' 'To try next'; do
    grep -qF -- "$text" "$work/shown" || {
        cat "$work/shown"
        echo "quickstart: does not show '$text'" >&2
        exit 1
    }
done
# Every way in which the sample rows are wrong is told: seven ways, seven rows.
bad=$(grep -c ',rejected,' "$work/store/data/grants.outcome.csv")
[ "$bad" = 7 ] || {
    echo "quickstart: $bad of 7 wrong rows are in the outcome" >&2
    exit 1
}
