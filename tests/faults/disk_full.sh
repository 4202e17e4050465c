#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The disk fills up in the middle: a clear error, nothing changed, nothing broken; with room again
# the same command ends well. By a limit on file size, and where it is allowed on a small tmpfs.
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"

prepare 1500 300
base_kib=$(($(stat -c %s "$work/base.db") / 1024))

# not_done CODE WHERE: the run failed as it should, and the store is as it was; only a signal that
# ended it during the checkpoint may have come after the commit
not_done() {
    local there
    [ "$1" != 0 ] || fail "$2: ended well without room"
    [ "$1" != 124 ] || fail "$2: hung"
    there=$(grants_there)
    case "$1 $there" in
        *' 0') refused=$((refused + 1)) ;;
        "153 $rows") ;;
        *) fail "$2: ended with $1 and $there grants" ;;
    esac
    dc store check >"$work/out" 2>"$work/err.check" || fail "$2: store check: $(cat "$work/out")"
}

# Of the files that grow, each is hit by one of these: write-ahead log, outcome, database.
refused=0
for limit in 8 64 128 256 512 $((base_kib + 16)); do
    for signal in ignored default; do
        fresh
        code=0
        # Bash tells of a signal on its own standard error.
        { (
            if [ "$signal" = ignored ]; then trap '' XFSZ; fi
            ulimit -c 0
            ulimit -f "$limit"
            exec timeout 120 "${grant_all[@]}"
        ) >"$work/out" 2>"$work/err"; } 2>/dev/null || code=$?
        if [ "$code" = 0 ]; then
            judge "$rows" # the limit was wide enough
            continue
        fi
        not_done "$code" "file limit of $limit KiB, SIGXFSZ $signal"
        finish
    done
done
[ "$refused" -gt 3 ] || fail "only $refused of the limits stopped a run"
echo "file size limit: $refused runs refused, whole, and done afterwards"

if [ "$(id -u)" != 0 ]; then
    echo "tmpfs: left out, it needs root"
    exit 0
fi
small=$work/small
mkdir "$small"
mount -t tmpfs -o size=$((base_kib + 64))k tmpfs "$small" 2>/dev/null || {
    echo "tmpfs: left out, mounting is not allowed here"
    exit 0
}
cleanup() {
    umount "$small" 2>/dev/null || true
    rm -rf "$work"
}
cp "$work/base.db" "$small/store.db"
store=$small/store.db
grant_all[2]=sqlite:$store
code=0
timeout 120 "${grant_all[@]}" >"$work/out" 2>"$work/err" || code=$?
grep -qiE 'disk|full|space' "$work/err" || fail "the error does not speak of the disk"
mount -o "remount,size=$((base_kib + 65536))k" "$small"
not_done "$code" tmpfs
finish
echo "tmpfs: refused, whole, and done afterwards"
