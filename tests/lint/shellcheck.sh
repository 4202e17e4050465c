#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every shell script of the project passes shellcheck. Exit 77: shellcheck is not installed.
set -eu

command -v shellcheck >/dev/null || {
    echo "shellcheck is not installed"
    exit 77
}
cd -- "$(dirname -- "$0")/../.."

scripts=$(mktemp)
trap 'rm -f "$scripts"' EXIT
trap 'exit 1' HUP INT TERM
{
    find . -name .git -prune -o -path './build*' -prune -o -type f -name '*.sh' -print
    # Scripts whose name does not tell, by their first line.
    find .ci tests -type f ! -name '*.*' -exec sh -c '
        for file; do
            case $(head -n 1 "$file" | tr -d "\000") in
            "#!"*sh | "#!"*sh\ *) printf "%s\n" "$file" ;;
            esac
        done' sh {} +
} | LC_ALL=C sort >"$scripts"

if ! [ -s "$scripts" ]; then
    echo "no script found" >&2
    exit 1
fi
set --
while IFS= read -r script; do
    set -- "$@" "$script"
done <"$scripts"
shellcheck -x -P SCRIPTDIR "$@"
