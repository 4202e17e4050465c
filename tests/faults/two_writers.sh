#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Two runs at once on one store: of two files both are done; of the same file every row is applied
# once. A run that finds the store locked for too long ends with 75 and is simply run again.
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"

prepare 600 200

# both FIRST.csv SECOND.csv OPTION…: at once, until each has ended well
both() {
    local first=$1 second=$2 tries code_a code_b
    shift 2
    for tries in 1 2 3 4 5; do
        code_a=0 code_b=0
        dc grant add --file "$first" --outcome "$work/a.csv" "$@" >/dev/null 2>"$work/err.a" &
        local a=$!
        dc grant add --file "$second" --outcome "$work/b.csv" "$@" >/dev/null 2>"$work/err.b" &
        local b=$!
        wait "$a" || code_a=$?
        wait "$b" || code_b=$?
        cat "$work/err.a" "$work/err.b" >"$work/err"
        case "$code_a $code_b" in
            '0 0') return ;;
            '0 75' | '75 0' | '75 75') echo "locked at try $tries, again" ;;
            *) fail "the two writers ended with $code_a and $code_b" ;;
        esac
    done
    fail "still locked after five tries"
}

for options in '' '--batch 50'; do
    read -r -a batch <<<"$options"
    fresh
    both "$work/data/grants.csv" "$work/data/more.csv" "${batch[@]}"
    outcome_whole "$work/a.csv" "$rows"
    outcome_whole "$work/b.csv" "$rows"
    judge $((2 * rows))

    fresh
    both "$work/data/grants.csv" "$work/data/grants.csv" "${batch[@]}"
    outcome_whole "$work/a.csv" "$rows"
    outcome_whole "$work/b.csv" "$rows"
    judge "$rows"
done
echo "two writers at once: every row once"
