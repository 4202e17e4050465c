#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The units of an example are accepted by systemd and keep the service in; exit 77 without systemd.
# Called as SCRIPT FOLDER, with DCADMIN_BIN.
set -euo pipefail

command -v systemd-analyze >/dev/null || {
    echo "systemd-analyze is not installed"
    exit 77
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
name=$(basename "$1"/*.service .service)
for unit in service timer; do
    sed -e "s#/usr/bin/dcadmin#$DCADMIN_BIN#" -e '/^Documentation=/d' \
        "$1/$name.$unit" >"$work/$name.$unit"
done
systemd-analyze verify "$work/$name.service" "$work/$name.timer" >"$work/said" 2>&1 || {
    cat "$work/said"
    exit 1
}
[ ! -s "$work/said" ] || { cat "$work/said"; exit 1; }
# 10 is a service that may do all, 0 one that may do nothing.
systemd-analyze security --offline=yes --threshold=20 "$work/$name.service" >/dev/null
