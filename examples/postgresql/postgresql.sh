#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# From a file to a PostgreSQL server: the store is copied, checked and proved on both sides, a role
# for the daily work is let in that cannot touch the log, and one goes back. The server is one of its
# own, on a socket, and goes with the script.
#
#   examples/postgresql/postgresql.sh [FOLDER]
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=examples/show.sh
. "$here/../show.sh"
# shellcheck source=examples/postgresql/server.sh
. "$here/server.sh"
start_server
trap stop_server EXIT

on 2026-11-23 "A store in a file, with a grant in it"
quietly store init --demo
quietly grant add --person p-2 --org 0777.999.980 --right dah-gebruiker --until 2028-06-30
show 0 store status --fields schema,persons,grants,audit_entries
show 0 audit verify
printf '\n$ dcadmin audit checkpoint > before.csv\n'
"$dcadmin" audit checkpoint >before.csv

step "An empty database, with the encoding and the order of words that a store wants"
as_server createdb --encoding=UTF8 --locale=C.UTF-8 --template=template0 dcadmin
# Where the server is, PGHOST says here; yours has a name: postgresql://owner@db/dcadmin
export PGHOST=$place
server=postgresql://owner@/dcadmin
show 0 store copy --to "$server" --fields persons,grants,audit_entries

step "On the server: everything is there, and the log is the same to the last hash"
export DCADMIN_STORE=$server
show 0 store check
show 0 audit verify --since before.csv
printf '\n$ dcadmin audit checkpoint | diff before.csv -\n'
"$dcadmin" audit checkpoint | diff before.csv - && echo 'the chains are the same'

step "The owner lets a role in that does the daily work, and can change nothing in the log"
as_server createuser desk
show 0 store migrate --app-role desk
export DCADMIN_STORE=${server/owner@/desk@}
show 0 grant extend --person p-2 --org 0777.999.980 --right dah-gebruiker --until 2029-06-30 --fields id,until
printf "\n\$ psql --username=desk --command='DELETE FROM audit_entry' dcadmin\n"
as_server psql --quiet --username=desk --dbname=dcadmin \
    --command='DELETE FROM audit_entry' 2>&1 || echo '[refused]'

step "From now on that is the store of this user; the way back is the same"
show 0 config set store "$DCADMIN_STORE"
unset DCADMIN_STORE
show 0 store copy --from "$server" --to sqlite:back.db --fields grants,audit_entries
show 0 --store sqlite:back.db audit verify --fields problems
show 0 --store sqlite:back.db grant list --state active --fields id,name,right,until
