#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Pages of the list of services on a store of one large company, whole process, median of rounds:
# services.sh [N], 4,000,000 services unless said. BENCH_STORE names a store that is there already;
# BENCH_DIR keeps the one that is made. A page is to take under 50 ms.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
services=${1:-4000000}
rounds=${BENCH_ROUNDS:-9}
dcadmin=${DCADMIN_BIN:-$top/build/release/bin/dcadmin}

for tool in sqlite3 c++; do
    command -v "$tool" >/dev/null || {
        echo "services: needs $tool" >&2
        exit 1
    }
done
if [ -n "${BENCH_DIR:-}" ]; then
    work=$BENCH_DIR
    mkdir -p "$work"
else
    work=$(mktemp -d "${TMPDIR:-/tmp}/dcadmin-bench.XXXXXX")
    trap 'rm -rf "$work"' EXIT
fi
export XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/share XDG_STATE_HOME=$work/state
unset DCADMIN_PROFILE DCADMIN_ORG DCADMIN_OUTPUT DCADMIN_NOW

if [ -z "${BENCH_STORE:-}" ]; then
    export DCADMIN_STORE=sqlite:$work/services.db
    "$dcadmin" store init --fields schema >"$work/out"
    c++ -std=c++20 -O1 "$here/services.cpp" -o "$work/services"
    {
        echo 'PRAGMA synchronous = OFF;'
        echo 'PRAGMA cache_size = -400000;'
        "$work/services" --services "$services"
    } | sqlite3 "$work/services.db" >"$work/out"
else
    export DCADMIN_STORE=$BENCH_STORE
fi

# page WHAT OPTION…: the median of the rounds, in milliseconds.
page() {
    local what=$1 rows start end
    shift
    "$dcadmin" service "$@" --limit 50 >"$work/out" 2>"$work/err"
    rows=$(wc -l <"$work/out")
    for ((i = 0; i < rounds; ++i)); do
        start=$(date +%s%N)
        "$dcadmin" service "$@" --limit 50 >"$work/out" 2>"$work/err"
        end=$(date +%s%N)
        echo $(((end - start) / 10000))
    done | sort -n | awk -v what="$what" -v rows="$rows" '
        { times[NR] = $1 }
        END { printf "%8.1f ms  %s (%d rows)\n", times[int((NR + 1) / 2)] / 100, what, (rows > 0 ? rows - 1 : 0) }'
}

middle=$((services / 2))
page 'the first page' list
page 'a page of the middle' list --after "d-$middle"
page 'the last page' list --after "d-$((services - 50))"
page 'the first page backwards' list --reverse
page 'at an offset of 10,000' list --offset 10000
page 'of a worker' list --worker 980100000005
page 'of a customer' list --customer 100000000005
page 'of a region, from the middle on' list --region wallonia --after "d-$middle"
page 'of a month' list --from 2026-03-01 --until 2026-03-31
page 'to be validated or disputed' list --status 'registered|disputed'
page 'cancelled, of a region' list --status cancelled --region brussels
page 'of seven states, from the middle on' list --after "d-$middle" \
    --status 'cancelled|partially-allocated|allocated|issued|outside|refunded|validated'
page 'paid, of a worker and region' list --worker 980100000005 --status refunded --region wallonia
page 'at risk' list --org 777999980 --at-risk
page 'not handed in' history --filter not-issued
page 'modified' history --filter modified
