#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# texts.sh PROGRAM [--all]: the template of texts is that of the sources, and the translations fit it.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
po=$here/../../lib/po
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$po/extract.sh" "$1" --to "$work/fresh.pot"
for language in nl fr; do
    msgfmt --check-format --output-file=/dev/null "$po/$language.po"
done
"$here/texts.py" "${@:2}" "$po/dcadmin.pot" "$work/fresh.pot" "$po/nl.po" "$po/fr.po"
