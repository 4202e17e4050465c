#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The pickups of a quarter in one file: two offices, three months. A public holiday and a Saturday are
# found, a telephone number is missing; then one pickup is taken back and one is put off.
#
#   examples/quarter/quarter.sh [FOLDER]
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=examples/show.sh
. "$here/../show.sh"

on 2026-12-14 "Two offices, and who opens the door there"
quietly store init
quietly org add --number 0566.988.259 --name Poetsbureau
quietly site add --org 0566.988.259 --number 2147812701 --name Gent
quietly site add --org 0566.988.259 --number 2147812897 --name Brussel
quietly person add --number 85073003328 --first-name Lucas --last-name Maes
quietly person add --number 93051822361 --first-name Zoë --last-name "D'Hondt"
for person in p-1 p-2; do
    quietly relation add --person $person --org 0566.988.259 --category vaste \
        --email planning@example.be --phone +3253123410 --until 2030-12-31
    quietly contact add --org 0566.988.259 --person $person --purpose pickups --consent 2026-12-01
done
look "$data/ophalingen.csv"

step "The file is judged first: three rows cannot be as they are"
cp "$data/ophalingen.csv" ophalingen.csv
show 2 pickup request --file ophalingen.csv --dry-run

step "A day without pickups may become the next one that has them; a telephone number is needed"
sed 's#29/03/2027;p-2;;#29/03/2027;p-2;053 12 34 11;#' ophalingen.csv >verbeterd.csv
show 0 pickup request --file verbeterd.csv --on-late next
show 0 pickup list --org 0566.988.259 --fields id,date,site_name,region,bags,name

step "The same file again asks for nothing twice, and says where each of the moved ones stands"
show 3 pickup request --file verbeterd.csv --on-late next --skip-invalid

step "What changed meanwhile: nothing to fetch in February"
show 0 pickup cancel u-2 --reason 'alles is elektronisch' --fields id,date,state

on 2027-01-05 "The carrier stood before a closed door this morning"
show 0 pickup postpone u-1 --reason 'nobody was there' --fields id,date,state,postponed_to
show 0 pickup list --org 0566.988.259 --state all --fields id,date,site_name,state,postponed_to
show 0 audit verify --fields problems
