#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Measures the release build beside yardsticks, in turn and in one run, and prints a table with
# ratios. All files are under $BENCH_DIR, by default a temporary folder that is removed at the end.
#
#   tests/bench/run.sh [GRANTS]
#
# BENCH_ROUNDS (3), BENCH_PERSONS (100000), BENCH_ORGS (10000) and DCADMIN_BIN (build/release/bin/
# dcadmin, built when it is not there) change what is measured.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=common.sh
. "$here/common.sh"
# shellcheck source=yardsticks.sh
. "$here/yardsticks.sh"
# shellcheck source=startup.sh
. "$here/startup.sh"

# bulk NAME ROWS FILE OPTION…: grant add on the store $copy
copy=$work/copy.db
bulk() {
    local name=$1 rows=$2 file=$3
    shift 3
    measure "$name" "$rows" "$dcadmin" --no-input --yes --quiet --store "sqlite:$copy" grant add \
        --file "$file" --outcome "$work/outcome.csv" "$@"
}
fresh() {
    rm -f "$copy"*
    cp "$work/base.db" "$copy"
}
bytes() { find "$1" "$1-wal" -printf '%s\n' 2>/dev/null | awk '{ n += $1 } END { print n }' || true; }

say "making data: $grants grants, $persons persons, $orgs enterprises"
c++ -std=c++20 -O2 -o "$work/generate" "$here/generate.cpp"
"$work/generate" "$data" --grants "$grants" --more "$grants" --persons "$persons" --orgs "$orgs" \
    --rights 40
{ cat "$data/grants.csv"; tail -n +2 "$data/more.csv"; } >"$data/double.csv"

say "loading the registers"
yardsticks_prepare "$data" "$work"
fill "$work/base.db" "$data"
base_bytes=$(bytes "$work/base.db")

for round in $(seq "$rounds"); do
    say "round $round of $rounds"
    for which in a b c; do yardstick "$which" "$grants" "$data/grants.csv" "$work"; done
    fresh
    bulk add "$grants" "$data/grants.csv"
    full_bytes=$(bytes "$copy")
    bulk again "$grants" "$data/grants.csv"
    if [ "$round" = 1 ]; then cp "$copy" "$work/full.db"; fi
    fresh
    bulk dry "$grants" "$data/grants.csv" --dry-run
done
say "twice the rows"
fresh
bulk double "$((2 * grants))" "$data/double.csv"
say "into a store that has them already"
for count in 10000 "$grants"; do
    head -n $((count + 1)) "$data/more.csv" >"$data/part.csv"
    rm -f "$copy"*
    cp "$work/full.db" "$copy"
    bulk "into-$count" "$count" "$data/part.csv"
done
rm -f "$copy"*

numbers=1000000
awk -F, -v rows="$numbers" 'NR > 1 { number[++n] = $1 }
    END { print "value"; for (i = 0; i < rows; ++i) print number[i % n + 1] }' \
    "$data/persons.csv" >"$data/numbers.csv"
measure numbers "$numbers" "$dcadmin" -o csv number check --file "$data/numbers.csv"

say "small commands"
startup_measure

a=$(median a 3) b=$(median b 3) c=$(median c 3)
line() { printf '%-46s %9s %8s %8s %8s %8s\n' "$@"; }
bulk_line() {
    local seconds
    seconds=$(median "$2" 3)
    line "$1" "$seconds s" "$(calc %.2f "$seconds/$a")" "$(calc %.2f "$seconds/$b")" \
        "$(calc %.2f "$seconds/$c")" "$(calc '%.0f MiB' "$(median "$2" 4)/1024")"
}
rate_line() { printf '%-46s %9s %12s rows/s\n' "$1" "$(median "$2" 3) s" "$(calc %.0f "$3/$(median "$2" 3)")"; }

echo
cpu=$(awk -F': ' '/^model name/ { print $2; exit }' /proc/cpuinfo)
echo "$("$dcadmin" version), SQLite $(sqlite3 --version | cut -d' ' -f1)"
echo "$(nproc) cores, ${cpu:-unknown}, Debian $(cat /etc/debian_version); median of $rounds"

echo
line "$grants grants from a CSV file" wall 'of a' 'of b' 'of c' peak
bulk_line 'a  sqlite3 .import, bare table' a
bulk_line 'b  staged, validated INSERT ... SELECT, audit' b
bulk_line 'c  .import, unique key, 2 indexes, trigger' c
bulk_line 'dcadmin grant add --file' add
bulk_line 'dcadmin, the same again: all unchanged' again
bulk_line 'dcadmin --dry-run' dry
printf '%-46s %9s %26s of the peak above\n' "dcadmin, $((2 * grants)) rows: peak" \
    "$(calc '%.0f MiB' "$(median double 4)/1024")" \
    "$(calc %.2f "$(median double 4)/$(median add 4)")"
echo
rate_line 'dry run' dry "$grants"
rate_line 'grant add --file' add "$grants"
rate_line "10000 rows into $grants grants" into-10000 10000
rate_line "$grants rows into $grants grants" "into-$grants" "$grants"
rate_line 'number check --file' numbers "$numbers"
printf '%-46s %9s\n' 'bytes of database a grant, all included' \
    "$(calc %.0f "($full_bytes-$base_bytes)/$grants")"
echo
startup_report
