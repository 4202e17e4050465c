#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# All manual pages as one page of HTML that needs nothing else: a table of contents, then page after
# page, with links between them. What is referred to and is not ours stays plain text.
#   html.sh MANDOC FOLDER FILE
set -euo pipefail

mandoc=$1 folder=$2
exec >"$3"
cd "$folder"
# The overviews first, then a page per command; LC_ALL so that the order is the same everywhere.
export LC_ALL=C
pages=(dcadmin.1 dcadmin.conf.5)
for page in *.7; do pages+=("$page"); done
for page in dcadmin-*.1; do pages+=("$page"); done

name_of() { printf '%s(%s)' "${1%.*}" "${1##*.}"; }
# What a page is about, from its .Nd, as HTML.
about() {
    sed -n '/^\.Nd /{s/^\.Nd //;s/\\&//g;s/\\-/-/g;s/&/\&amp;/g;s/</\&lt;/g;p;q;}' "$1"
}

cat <<'END'
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>dcadmin: the manual</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 0 auto; padding: 1rem; }
code, pre, .Nm, .Sy, .Ic, .Ev, .Pa, .Fl { font-family: ui-monospace, monospace; }
pre { overflow-x: auto; padding: .6rem 1rem; border: 1px solid #8886; border-radius: 4px; }
article { border-top: 2px solid #8886; margin-top: 2.5rem; }
h1 { font-size: 1.1rem; margin: 1.5rem 0 .3rem; }
h2 { font-size: 1rem; margin: 1rem 0 .3rem; }
table.head, table.foot { width: 100%; font-size: .85rem; opacity: .75; }
td.head-vol { text-align: center; }
td.head-rtitle, td.foot-os { text-align: right; }
table.Bl-column td { padding-right: 1.5rem; vertical-align: top; }
dd { margin: 0 0 .4rem 1.5rem; }
a.permalink { color: inherit; text-decoration: none; }
nav ul { list-style: none; padding: 0; }
.up { font-size: .85rem; }
@media print { .up { display: none; } }
</style>
</head>
<body>
<header><strong>dcadmin: the manual</strong></header>
<nav id="contents">
<ul>
END
for page in "${pages[@]}"; do
    printf '<li><a href="#%s">%s</a> %s</li>\n' "$page" "$(name_of "$page")" "$(about "$page")"
done
printf '</ul>\n</nav>\n<main>\n'

known=" ${pages[*]} "
for page in "${pages[@]}"; do
    printf '<article id="%s">\n' "$page"
    # Anchors are unique in one page only: they get its name in front. A link to another page
    # carries the class Xr, and goes to that page, if it is one of ours.
    "$mandoc" -T html -O 'fragment,man=#%N.%S' "$page" |
        awk -v page="$page" -v known="$known" '
            {
                gsub(/ id="/, "&" page ".")
                line = ""
                while (match($0, /<a class="[A-Za-z]+" href="#[^"]*">[^<]*<\/a>|<a class="[A-Za-z]+" href="#[^"]*">/)) {
                    link = substr($0, RSTART, RLENGTH)
                    line = line substr($0, 1, RSTART - 1)
                    $0 = substr($0, RSTART + RLENGTH)
                    if (link ~ /class="Xr"/) {
                        to = link
                        sub(/.*href="#/, "", to)
                        sub(/".*/, "", to)
                        if (index(known, " " to " ") == 0) gsub(/<[^>]*>/, "", link)
                    } else {
                        sub(/href="#/, "&" page ".", link)
                    }
                    line = line link
                }
                print line $0
            }'
    printf '<p class="up"><a href="#contents">contents</a></p>\n</article>\n'
done
printf '</main>\n</body>\n</html>\n'
