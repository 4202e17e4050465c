#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How long one press of TAB takes, whole process, on a store of many persons: completion.sh [N],
# 200,000 persons unless said; half as many grants, a right for 40, an enterprise for 20 persons.
# BENCH_ROUNDS (200) presses of each, BENCH_DIR keeps the store, BENCH_GENERATE names a generator
# that is built already. The median is to stay under 8 ms.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
persons=${1:-200000}
rounds=${BENCH_ROUNDS:-200}
dcadmin=${DCADMIN_BIN:-$top/build/release/bin/dcadmin}

if [ -n "${BENCH_DIR:-}" ]; then
    work=$BENCH_DIR
    mkdir -p "$work"
else
    work=$(mktemp -d "${TMPDIR:-/tmp}/dcadmin-bench.XXXXXX")
    trap 'rm -rf "$work"' EXIT
fi
export XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/share XDG_STATE_HOME=$work/state
unset DCADMIN_PROFILE DCADMIN_ORG DCADMIN_OUTPUT DCADMIN_NOW
export DCADMIN_STORE=sqlite:$work/completion.db

dc() { "$dcadmin" --no-input --yes --quiet "$@"; }
if [ ! -f "$work/completion.db" ]; then
    generate=${BENCH_GENERATE:-$work/generate}
    [ -x "$generate" ] || c++ -std=c++20 -O2 -o "$generate" "$here/generate.cpp"
    "$generate" "$work/data" --grants "$((persons / 2))" --persons "$persons" \
        --orgs "$((persons / 20))" --rights 40
    dc store init >"$work/out"
    for noun in org site right person relation grant; do
        dc "$noun" add --file "$work/data/${noun}s.csv" >"$work/out"
    done
fi
# Somebody who has a right at a site, and where.
IFS=, read -r person org right _ < <(awk -F, -v today="$(date +%F)" \
    'NR > 1 && $4 != "" && $5 <= today && $6 > today && !done++' "$work/data/grants.csv")

# press WHAT WORD…: median and 99th percentile of completing the last word, in milliseconds.
press() {
    local what=$1 start offered
    shift
    offered=$("$dcadmin" __complete bash "$#" dcadmin "$@" | wc -l)
    for ((i = 0; i < rounds; ++i)); do
        start=${EPOCHREALTIME/./}
        "$dcadmin" __complete bash "$#" dcadmin "$@" >"$work/out"
        echo "$((${EPOCHREALTIME/./} - start))"
    done | sort -n | awk -v what="$what" -v offered="$offered" '
        { times[NR] = $1 / 1000 }
        END { printf "%6.2f ms %6.2f ms  %s (%d)\n", times[int((NR + 1) / 2)],
              times[int(NR * 0.99 + 0.5)], what, offered }'
}

printf '%9s %9s  %s\n' median p99 "completing, of $persons persons (lines offered)"
press 'a noun' gra
press 'an option' grant list --st
press 'a person by the beginning of the name' grant list --person Peet
press 'a person by one letter' grant list --person e
press 'a person whom nobody is called' grant list --person xqz
press 'a person by the beginning of the number' grant list --person 8507
press 'a person by the first digit of the number' grant list --person 8
press 'a person by public id' grant list --person p-12
press 'persons of the organisation' grant add --org "$org" --person ''
press 'an organisation by its number' org show "${org:0:4}"
press 'an organisation by its name' org show strijk
press 'organisations of the person' grant add --person "$person" --org ''
press 'a right by a word of its title' grant add --right beheren
press 'rights that the person does not have' grant add --person "$person" --org "$org" --right ''
press 'rights that he has' grant revoke --person "$person" --org "$org" --right ''
press 'sites of the organisation' grant add --org "$org" --right "$right" --site ''
press 'a grant' grant show ''
press 'a working relation' relation show ''
press 'a task' task show ''
