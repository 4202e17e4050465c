#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The yearly question which rights stay: started by the chief, answered by each reviewer in a
# spreadsheet, closed; what is to end becomes a file that somebody looks at before it is run.
#
#   examples/recertification/recertification.sh [FOLDER]
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=examples/show.sh
. "$here/../show.sh"

# answer GRANT DECISION NEW_UNTIL REASON: fills in a row of a reviewer's file, as he would in his
# spreadsheet: the three columns behind the tenth.
answer() {
    awk -F, -v OFS=, -v grant="$1" -v answer="$2,$3,$4" '
        { sub(/\r$/, "") }
        $1 == grant { NF = 10; $0 = $0 OFS answer }
        { printf "%s\r\n", $0 }' "$file" >filled && mv filled "$file"
}

on 2026-12-01 "A company with a chief, a manager of one site, and six rights"
quietly store init
quietly org add --number 0566.988.259 --name Poetsbureau
quietly site add --org 0566.988.259 --number 2147812701 --name Gent
quietly site add --org 0566.988.259 --number 2147812897 --name Brussel
quietly right add --code dienstencheques-erkende-onderneming --audience EA --context site \
    --title-nl 'Dienstencheques voor Erkende Ondernemingen' --max-term 4y
quietly right add --code wse-loket --title-nl WSE-loket --audience EA --max-term 4y
for what in person relation grant; do
    quietly "$what" add --file "$data/${what}s.csv" --outcome "$what.outcome.csv"
    [ $what != person ] || quietly register import --functions "$data/functions.csv"
done
quietly --as p-1 chief designate --org 0566.988.259 --person p-2 --email directie@example.be \
    --phone +3253123400 --confirm 0566.988.259
quietly --as p-2 manager add --person p-4 --org 0566.988.259 --domain werkgelegenheid --site 2147812701

step "Which rights stay? Each is put to one reviewer, and nobody is asked about himself"
show 0 --as p-2 review start --org 0566.988.259 --due 2027-01-15 --reason 'jaarlijkse attestering' \
    --fields id,org,state,due,grants,open
show 0 --as p-2 review export v-1 --folder reviews
for file in reviews/*.csv; do look "$file"; done
show 0 --as p-4 task list --fields id,kind,title,due

on 2026-12-10 "The answers come back"
for file in reviews/*.csv; do
    answer g-1 keep '' ''
    answer g-2 revoke '' 'werkt niet meer aan het loket'
    answer g-3 shorten 2027-03-31 'tot einde project'
    answer g-4 keep '' ''
    answer g-5 keep '' ''
done
for file in reviews/*.csv; do
    show 0 review import v-1 --file "$file" --revocations ends.csv --outcome answers.csv
done
show 0 review status v-1 --fields reviewer,name,grants,keep,revoke,shorten,open

on 2027-01-18 "The day has passed: the review is closed, and one grant was judged by nobody"
show 0 --as p-2 review close v-1 --revocations ends.csv --fields grant,name,right,until,decision,new_until
look ends.csv

step "Looked at, and then done"
show 0 grant revoke --file ends.csv --dry-run
show 0 grant revoke --file ends.csv
show 0 grant list --fields id,name,right,site,until,state
show 0 audit verify --fields problems
