#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# dcadmin.conf(5) explains every setting that the program knows, with its variable, and no other.
#   settings_page.sh PROGRAM PAGE
set -euo pipefail

program=$1 page=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CONFIG_HOME=$work XDG_DATA_HOME=$work LC_ALL=C

"$program" __complete bash 3 dcadmin config get '' | sed 's/[[:space:]].*//' | sort -u >"$work/known"
[ "$(wc -l <"$work/known")" -gt 30 ] || {
    echo "only these settings are offered:" >&2
    cat "$work/known" >&2
    exit 1
}
# `.It Ic mail.user , mail.password_file` explains two.
sed -n 's/^\.It Ic //p' "$page" | tr -d ',' | tr -s ' ' '\n' | sort -u >"$work/explained"
diff -u "$work/known" "$work/explained"
tr -s ' ,' '\n' <"$page" | sort -u >"$work/words"
while read -r key; do
    variable=DCADMIN_$(tr 'a-z.' 'A-Z_' <<<"$key")
    grep -qx "$variable" "$work/words" || {
        echo "$page does not name $variable" >&2
        exit 1
    }
done <"$work/known"
