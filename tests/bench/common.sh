# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034 # those who source it use the names
# What the benchmarks share: settings, a folder for their files, taking times, medians, stores.
# Sourced with the number of grants as $1.
: "${here:?the folder of the scripts}"

top=$(cd "$here/../.." && pwd)
grants=${1:-1000000}
rounds=${BENCH_ROUNDS:-3}
persons=${BENCH_PERSONS:-100000}
orgs=${BENCH_ORGS:-10000}
dcadmin=${DCADMIN_BIN:-$top/build/release/bin/dcadmin}

die() {
    printf 'bench: %s\n' "$*" >&2
    exit 1
}
say() { printf '%s\n' "$*" >&2; }

# The program must not read this user's settings.
unset DCADMIN_STORE DCADMIN_PROFILE DCADMIN_ORG DCADMIN_OUTPUT DCADMIN_NOW

for tool in sqlite3 hyperfine /usr/bin/time c++; do
    command -v "$tool" >/dev/null || die "needs sqlite3, hyperfine, time and g++"
done
if [ ! -x "$dcadmin" ]; then
    say "building the preset release"
    (cd "$top" && cmake --preset release >/dev/null && cmake --build --preset release >/dev/null)
fi

if [ -n "${BENCH_DIR:-}" ]; then
    work=$BENCH_DIR
    mkdir -p "$work"
else
    work=$(mktemp -d "${TMPDIR:-/tmp}/dcadmin-bench.XXXXXX")
    trap 'rm -rf "$work"' EXIT
fi
export XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/share XDG_STATE_HOME=$work/state
data=$work/data
results=$work/results.tsv
: >"$results"

# measure NAME ROWS COMMAND…: a line of name, rows, seconds and peak KiB in $results
measure() {
    local name=$1 rows=$2
    shift 2
    sync
    /usr/bin/time -q -o "$work/time" -f '%e %M' "$@" >"$work/out" 2>"$work/err" || {
        tail -5 "$work/err" >&2
        die "$name failed: $*"
    }
    local seconds peak
    read -r seconds peak < <(tail -1 "$work/time")
    printf '%s\t%s\t%s\t%s\n' "$name" "$rows" "$seconds" "$peak" >>"$results"
    say "  $name: $seconds s, $((peak / 1024)) MiB"
}
# median NAME COLUMN: of all measurements of that name (3: seconds, 4: peak KiB)
median() {
    awk -F'\t' -v name="$1" -v column="$2" '$1 == name { print $column }' "$results" | sort -n |
        awk '{ v[NR] = $1 } END { print NR == 0 ? "nan" : v[int((NR + 1) / 2)] }'
}
calc() { awk "BEGIN { printf \"$1\", $2 }"; }

dc() { "$dcadmin" --no-input --yes --quiet "$@"; }
# A store with the registers and no grant: fill STORE DATA
fill() {
    rm -f "$1"*
    dc --store "sqlite:$1" store init >/dev/null
    local noun
    for noun in org site right person relation; do
        dc --store "sqlite:$1" "$noun" add --file "$2/${noun}s.csv" >/dev/null 2>"$work/err" || {
            tail -5 "$work/err" >&2
            die "cannot load ${noun}s.csv"
        }
    done
}

# The access check in one process, from the library that belongs to the program.
build_access() {
    local lib
    lib=$(realpath "$(dirname "$dcadmin")/../lib")
    c++ -std=c++20 -O2 -I "$top/lib/include" -I "$(pg_config --includedir)" -o "$work/access" \
        "$here/access.cpp" "$here/bare_select.cpp" -L "$lib" -Wl,-rpath,"$lib" -ldcadmin -lfmt \
        -lsqlite3 -lpq
}
