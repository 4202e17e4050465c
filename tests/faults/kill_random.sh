#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# SIGKILL at random moments of a run by file, several times on the same store, then the same command
# to its end: every row is applied exactly once. 200 kills; DCADMIN_FAULT_SCALE multiplies them.
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"

prepare "${FAULT_ROWS:-1500}" 300
kills=$((200 * ${DCADMIN_FAULT_SCALE:-1})) in_a_row=5

fresh
start=$(now_ms)
"${grant_all[@]}" >/dev/null 2>"$work/err" || fail "a run that nobody kills fails"
length=$(($(now_ms) - start))
judge "$rows"

once=("${grant_all[@]}")
killed=0 early=0 sets=0
while [ "$killed" -lt "$kills" ]; do
    fresh
    # Every second set commits in batches, so that kills fall between commits too.
    grant_all=("${once[@]}")
    if [ $((sets % 2)) = 1 ]; then grant_all+=(--batch 100); fi
    for _ in $(seq "$in_a_row"); do
        "${grant_all[@]}" >/dev/null 2>&1 &
        pid=$!
        ms=$((RANDOM % (length + length / 10) + 1))
        sleep "$((ms / 1000)).$(printf '%03d' $((ms % 1000)))"
        if kill -KILL "$pid" 2>/dev/null; then killed=$((killed + 1)); else early=$((early + 1)); fi
        wait "$pid" 2>/dev/null || true
    done
    there=$(grants_there)
    case $((sets % 2)) in
        0) [ "$there" = 0 ] || [ "$there" = "$rows" ] || fail "$there grants: half a transaction" ;;
        *) [ $((there % 100)) = 0 ] || fail "$there grants: half a batch" ;;
    esac
    finish
    sets=$((sets + 1))
    [ "$early" -lt $((kills * 3)) ] || fail "the runs end before they can be killed"
done
echo "$killed kills in $sets stores, each finished by the same command; $early came too late"
