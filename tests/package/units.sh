#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The units that are installed are accepted by systemd as they lie, keep each service in, and have a
# timer each; exit 77 without systemd. Called as units.sh FOLDER-OF-UNITS PROGRAM.
set -euo pipefail

command -v systemd-analyze >/dev/null || {
    echo "systemd-analyze is not installed"
    exit 77
}
fail() {
    echo "units: $*" >&2
    exit 1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# As on a machine where the package is installed, and without this machine's own units: those of the
# system that ours name are stated here.
units=$work/lib/systemd/system
mkdir -p "$units" "$work/usr/bin"
cp -r "$1"/dcadmin-* "$units"
for target in timers network-online basic sysinit shutdown; do
    printf '[Unit]\nDescription=%s\n' "$target" >"$units/$target.target"
done
cp "$2" "$work/usr/bin/dcadmin"

seen=0
for service in "$units"/dcadmin-*.service; do
    name=$(basename "$service" .service)
    [ -f "$units/$name.timer" ] || fail "$name has no timer"
    systemd-analyze verify --root="$work" --man=no "$name.service" "$name.timer" \
        >"$work/said" 2>&1 || { cat "$work/said" >&2; fail "$name is not accepted"; }
    [ ! -s "$work/said" ] || { cat "$work/said" >&2; fail "something is said of $name"; }
    # 10 is a service that may do all, 0 one that may do nothing.
    systemd-analyze security --offline=yes --threshold=19 --root="$work" "$name.service" \
        >"$work/said" 2>&1 || { tail -n 1 "$work/said" >&2; fail "$name may do too much"; }
    # The commands of a unit are commands of this program.
    while read -r words; do
        read -r -a command <<<"${words#--no-input }"
        "$2" "${command[@]}" --help >/dev/null || fail "$name runs what there is not: $words"
    done < <(sed -n 's#^ExecStart=/usr/bin/dcadmin ##p' "$service")
    seen=$((seen + 1))
done
[ "$seen" -ge 4 ] || fail "only $seen services were found"
