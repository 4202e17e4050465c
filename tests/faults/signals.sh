#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# SIGINT and SIGTERM stop a run cleanly, with 130 and 143, and leave all or nothing; the same
# command finishes afterwards.
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"

prepare 1500 300
fresh
start=$(now_ms)
"${grant_all[@]}" >/dev/null 2>"$work/err" || fail "a run that nobody stops fails"
length=$(($(now_ms) - start))

for signal in INT TERM; do
    expected=130
    if [ "$signal" = TERM ]; then expected=143; fi
    stopped=0
    for part in $(seq 10 8 98); do
        fresh
        # A shell starts what runs in the background with SIGINT ignored.
        env --default-signal=INT "${grant_all[@]}" >"$work/out" 2>"$work/err" &
        pid=$!
        ms=$((length * part / 100))
        sleep "$((ms / 1000)).$(printf '%03d' $((ms % 1000)))"
        kill -"$signal" "$pid" 2>/dev/null || true
        code=0
        wait "$pid" || code=$?
        case $code in
            0) [ "$(grants_there)" = "$rows" ] || fail "ended well with $(grants_there) grants" ;;
            "$expected")
                stopped=$((stopped + 1))
                # All, when it came between the commit and the end of the outcome file.
                there=$(grants_there)
                [ "$there" = 0 ] || [ "$there" = "$rows" ] || fail "SIG$signal left $there grants"
                ;;
            *) fail "SIG$signal at $part %: ended with $code" ;;
        esac
        finish
    done
    [ "$stopped" -gt 0 ] || fail "no run could be stopped by SIG$signal"
    echo "SIG$signal: stopped $stopped times with $expected, finished each time"
done
