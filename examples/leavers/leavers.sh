#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Leavers, every night: the payroll system writes who goes today or later, so the file names most of
# them night after night. Each night only what changed is done; a file that looks wrong ends nothing.
#
#   examples/leavers/leavers.sh [FOLDER]
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=examples/show.sh
. "$here/../show.sh"
# What the timer runs, with the files of this example.
night=(--no-input --yes person leave --file leavers.csv --outcome leavers.outcome.csv --fields 'org,kind,id,ends')

on 2026-11-23 "Four colleagues, each with a right"
quietly store init
quietly org add --number 0566.988.259 --name Poetsbureau
quietly right add --code wse-loket --title-nl WSE-loket --audience EA --max-term 4y
quietly person add --file "$data/persons.csv" --outcome persons.outcome.csv
quietly relation add --file "$data/relations.csv" --outcome relations.outcome.csv
quietly grant add --file "$data/grants.csv" --outcome grants.outcome.csv
show 0 grant list --fields id,name,right,until,state

on 2026-11-23 "Monday night: two go, one at the end of the month, one at the end of the year"
cp "$data/monday.csv" leavers.csv
show 0 "${night[@]}"
show 0 grant list --fields id,name,right,until,state

on 2026-11-24 "Tuesday night: the same two, and one who went today; only he is new"
cp "$data/tuesday.csv" leavers.csv
show 0 "${night[@]}"
look leavers.outcome.csv

on 2026-11-25 "Wednesday night: who went yesterday is in the file no more; nothing is new, nothing changes"
cp "$data/wednesday.csv" leavers.csv
show 0 "${night[@]}"
show 0 grant list --fields id,name,right,until,state
show 0 audit list --reverse --limit 3 --fields action,subject

on 2026-11-26 "Thursday night: half a file; nothing is done, and the unit fails"
printf 'rijksregisternummer;einddatum;reden\n88.05.21-112.74;30/11/2026;ander werk\n85.07.30-0' >leavers.csv
show 2 "${night[@]}"
show 0 grant list --state active --fields id,name,right,until
show 0 audit verify --fields problems
