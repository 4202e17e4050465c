#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Measures `register import --kbo` beside the sqlite3 shell's .import of the same files, in turn and
# in one run, and prints the ratio and the peak of memory. The files are made here, the same each
# time: as many enterprises as asked, 0.9 establishments, 1.75 names, 1.5 addresses, 2 activities and
# 0.25 contacts for each. They stand in $BENCH_DIR, by default a temporary folder that is removed.
#
#   tests/bench/registers.sh [ENTERPRISES]
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
enterprises=${1:-2000000}
# shellcheck source=common.sh
. "$here/common.sh" "$enterprises"

say "making an extract of $enterprises enterprises"
mkdir -p "$data"
c++ -std=c++20 -O2 -o "$work/extract" "$here/extract.cpp"
"$work/extract" "$data" "$enterprises"
tables=(meta code enterprise establishment branch denomination address activity contact)

plain() {
    local script=$work/import.sql name
    rm -f "$work/plain.db"
    printf '.mode csv\n' >"$script"
    for name in "${tables[@]}"; do printf '.import %s %s\n' "$data/$name.csv" "$name" >>"$script"; done
    measure plain "$enterprises" sqlite3 "$work/plain.db" ".read $script"
}
ours() {
    rm -f "$work/store.db"*
    dc --store "sqlite:$work/store.db" store init >/dev/null
    measure ours "$enterprises" "$dcadmin" --no-input --yes --quiet --store \
        "sqlite:$work/store.db" register import --kbo "$data"
}
bytes() { find "$1" -printf '%s' ; }

for round in $(seq "$rounds"); do
    say "round $round of $rounds"
    plain
    ours
done
measure again "$enterprises" "$dcadmin" --no-input --yes --quiet --store "sqlite:$work/store.db" \
    register import --kbo "$data"

lines=$(cat "$data"/*.csv | wc -l)
echo
echo "$("$dcadmin" version), SQLite $(sqlite3 --version | cut -d' ' -f1); median of $rounds"
echo "$enterprises enterprises, $lines lines, $(du -sm "$data" | cut -f1) MB in ${#tables[@]} files"
printf '%-44s %9s %8s %9s %9s\n' '' wall 'of that' peak database
row() { # NAME KEY FILE
    printf '%-44s %9s %8s %9s %9s\n' "$1" "$(median "$2" 3) s" \
        "$(calc %.2f "$(median "$2" 3)/$(median plain 3)")" \
        "$(calc '%.0f MiB' "$(median "$2" 4)/1024")" "$(calc '%.0f MB' "$(bytes "$3")/1000000")"
}
row 'sqlite3 .import, bare tables' plain "$work/plain.db"
row 'dcadmin register import --kbo' ours "$work/store.db"
row 'dcadmin, the same files again: unchanged' again "$work/store.db"
