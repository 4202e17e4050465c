#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The whole walk of the information session of 22/10/2020: register the enterprise, designate its
# chief access administrator, add a person, make his working relation, grant him a right for one of
# several sites, and see the confirmation and the notice.
#
#   examples/walk/walk.sh [FOLDER]
#
# It takes the program from DCADMIN_BIN, else from build/release/bin, and makes its store in FOLDER.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=examples/show.sh
. "$here/../show.sh"

org=0566.988.259
anna=90.07.31-002.37  # zaakvoerder
frank=82.01.08-003.31 # was bestuurder until 2019; works there
lucas=93.05.18-223.61 # the new colleague

step "A store, and what the registers say"
show 0 store init --fields schema
show 0 register import --kbo "$data/kbo" --fields register,type,extract
show 0 register import --persons "$data/persons.csv" --fields register
show 0 register import --functions "$data/functions.csv" --fields register

step "The enterprise and its sites, with the names that the register has"
show 0 org add --number $org
show 0 site add --org $org --number 2.147.812.701
show 0 site add --org $org --number 2.147.812.897
show 0 site add --org $org --number 980000611888 --name Aalst
show 0 org list --without-chief

step "Persons: only the number is typed"
show 0 person add --number $anna --email anna@example.be
show 0 person add --number $frank --email frank@example.be
show 0 relation add --person $frank --org $org --category 'vaste medewerker' \
    --email frank@example.be --phone +3253123456 --fields id,name,org_name,category,state

step "The chief access administrator: only a legal representative designates him"
show 8 chief designate --as $frank --org $org --self --email directie@example.be \
    --phone +3253123456 --confirm $org
show 2 chief designate --as $anna --org $org --person $frank --email directie@example.be \
    --phone +3253123456 --yes
show 0 chief designate --as $anna --org $org --person $frank --email directie@example.be \
    --phone +3253123456 --confirm $org --fields id,name,org_name,role,email
show 0 org show $org --fields number,name,chief
show 0 manager add --as $frank --person $anna --org $org --domain vlaamse-overheid \
    --fields role,domain,name

step "The right, the new colleague, and a request of his own"
show 0 right add --code dienstencheques-erkende-onderneming \
    --title-nl 'Dienstencheques voor Erkende Ondernemingen' --audience EA --context site \
    --max-term 4y --min-level 400 --fields code,title_nl,context,max_term
show 0 person add --as $frank --number $lucas
show 0 relation add --as $frank --person $lucas --org $org --category vaste \
    --email lucas@example.be --phone +3253123457 --reason 'new colleague' \
    --fields id,name,category,state
show 0 right request --as $lucas --org $org --right dienstencheques-erkende-onderneming \
    --site 980000611888 --reason 'to validate the hours' --fields id,kind,title
show 0 task list --as $frank --fields id,kind,name,title

step "Refused first, then granted for two of the three sites"
show 0 task refuse t-1 --as $frank --reason 'also for the second site' --fields id,state,answer
show 0 grant add --as $frank --person $lucas --org $org \
    --right dienstencheques-erkende-onderneming --site 980000611888 --site 2147812701 \
    --reason 'new colleague' --fields id,name,site,state
show 0 access check --person $lucas --right dienstencheques-erkende-onderneming \
    --fields org_name,site,site_name
show 10 access check --person $lucas --right dienstencheques-erkende-onderneming \
    --org $org --site 2147812897 --fields org_name,site

step "Who was told, and the proof"
show 0 notice list --fields id,name,kind,subject,address
show 0 notice show n-3 --fields subject,body
show 0 notice show n-9 --fields subject,body
show 0 audit verify --fields problems
show 0 store check
