#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# po_missing.sh LANGUAGE [FIRST [COUNT]]: the texts that have no translation yet, COUNT (50) from the
# FIRST on, as a stretch of a .po file. po_missing.sh LANGUAGE --take FILE puts such a stretch, once
# translated, into the language's file.
set -euo pipefail

language=$1
po=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../lib/po" && pwd)/$language.po
if [ "${2-}" = --take ]; then
    msgfmt --check-format --output-file=/dev/null "$3"
    whole=$(mktemp)
    trap 'rm -f "$whole"' EXIT
    msgcat --use-first "$po" "$3" >"$whole"
    # In the order of the file that was there, and nothing that it did not ask for.
    msgmerge --quiet --no-fuzzy-matching --output-file="$whole.new" "$whole" "$po"
    msgattrib --no-obsolete --output-file="$po" "$whole.new"
    rm -f "$whole.new"
    msgfmt --statistics --output-file=/dev/null "$po"
    exit 0
fi
first=${2-1}
count=${3-50}
msgattrib --untranslated --no-obsolete "$po" | awk -v RS= -v ORS='\n\n' -v first="$first" \
    -v count="$count" 'NR == 1 || (NR > first && NR <= first + count)'
