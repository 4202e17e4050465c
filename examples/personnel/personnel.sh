#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rights from the export of a personnel system: Dutch headers, semicolons, accents, lines ended by
# CRLF, columns that are not ours, and four mistakes. It is judged, done without the mistakes,
# corrected, and gone on with; at last the same file again changes nothing.
#
#   examples/personnel/personnel.sh [FOLDER]
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=examples/show.sh
. "$here/../show.sh"

quietly store init
quietly org add --number 0566.988.259 --name Poetsbureau
quietly site add --org 0566.988.259 --number 980000611888 --name Aalst
quietly site add --org 0566.988.259 --number 2147812701 --name Gent
quietly right add --code dienstencheques-erkende-onderneming --audience EA --context site \
    --title-nl 'Dienstencheques voor Erkende Ondernemingen' --max-term 4y
quietly right add --code wse-loket --title-nl WSE-loket --audience EA --max-term 4y
quietly person add --file "$data/organisatie.csv" --outcome persons.outcome.csv
quietly relation add --file "$data/relaties.csv" --outcome relations.outcome.csv

step "The export as it came; dcadmin knows all its columns but two"
look "$data/export.csv"
show 2 grant add --file "$data/export.csv" --dry-run

step "What is not asked for gets a name that begins with x_, so it is kept and not looked at"
sed '1s/Personeelsnummer;Familienaam en voornaam/x_nummer;x_naam/' "$data/export.csv" >rechten.csv
show 2 grant add --file rechten.csv --dry-run

step "What is right is done, and the outcome says what became of each row"
show 3 grant add --file rechten.csv --skip-invalid
show 0 grant list --fields person,name,right,site,from,until
look rechten.outcome.csv

step "The personnel office corrects its rows in the outcome; who is no colleague yet waits"
sed -e 's/;dienstencheque-erkende/;dienstencheques-erkende/' -e 's#31/11/2028#31/05/2027#' \
    -e 's/70\.08\.08-121\.10/70.08.08-121.01/' rechten.outcome.csv >verbeterd.csv
show 3 grant add --file verbeterd.csv --only rejected --skip-invalid
show 0 grant list --fields person,name,right,site,from,until

step "Each person is told once of all his rights"
show 0 notice list --fields name,subject

step "The corrected file again: nothing is done twice"
show 3 grant add --file verbeterd.csv --skip-invalid --outcome nogmaals.csv
show 0 audit verify --fields problems
