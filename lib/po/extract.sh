#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# extract.sh PROGRAM: reads the English texts anew, of the sources and of the table of commands that
# the program has, writes dcadmin.pot and brings nl.po and fr.po up to it. With --to FILE the
# template alone is written, there.
set -euo pipefail

program=$1
po=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
to=$po/dcadmin.pot
[ "${2-}" != --to ] || to=$(realpath "$3")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$program" __texts >"$work/commands.pot"
cd "$po/../.."
find lib/src cmd -name '*.cpp' -o -name '*.h' | LC_ALL=C sort | "$po/extract.py" >"$work/sources.pot"
msgcat --use-first --output-file="$work/all.pot" "$work/sources.pot" "$work/commands.pot"
{
    printf '# SPDX-License-Identifier: Apache-2.0\n'
    printf '# What dcadmin says to people; made by the target pot.\n'
    cat "$work/all.pot"
} >"$to"
[ "${2-}" != --to ] || exit 0

for language in nl fr; do
    msgmerge --quiet --no-fuzzy-matching --output-file="$work/$language.po" \
        "$po/$language.po" "$to"
    msgattrib --no-obsolete --output-file="$po/$language.po" "$work/$language.po"
    printf '%s: ' "$language"
    msgfmt --statistics --output-file=/dev/null "$po/$language.po" 2>&1
done
