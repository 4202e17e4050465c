#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# SIGKILL at each call by which a small run writes, syncs, renames or removes, one after the other:
# whatever had reached the disk, the same command finishes the work and nothing is double.
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"

if ! strace -f -o /dev/null true 2>/dev/null; then
    echo "skipped: strace cannot trace processes here"
    exit 77
fi
prepare 12 20
calls=(pwrite64 write fdatasync fsync ftruncate rename renameat2 unlink link linkat)

fresh
trace=$(IFS=,; echo "${calls[*]}")
strace -f -qq -o "$work/trace" -e trace="$trace" "${grant_all[@]}" >/dev/null 2>"$work/err" ||
    fail "a traced run fails"
judge "$rows"

kills=0
for call in "${calls[@]}"; do
    # Calls are counted per thread, both here and by the tracer.
    count=$(awk -v call="$call(" 'index($2, call) == 1 { if (++n[$1] > most) most = n[$1] }
        END { print most + 0 }' "$work/trace")
    for at in $(seq "$count"); do
        fresh
        code=0
        # The tracer dies of the same signal; the shell need not tell.
        { strace -f -qq -o /dev/null -e trace="$call" -e "inject=$call:signal=KILL:when=$at" \
            "${grant_all[@]}" >/dev/null 2>&1; } 2>/dev/null || code=$?
        [ "$code" = 137 ] || fail "$call number $at: ended with $code, not killed"
        there=$(grants_there)
        [ "$there" = 0 ] || [ "$there" = "$rows" ] || fail "$call number $at: $there grants"
        finish
        kills=$((kills + 1))
    done
done
[ "$kills" -ge 10 ] || fail "only $kills calls were found"
echo "killed at each of $kills calls, each finished by the same command"
