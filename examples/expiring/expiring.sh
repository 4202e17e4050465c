#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Being told of rights that are about to expire: exit code 10 for whatever watches, a mail with the
# list as CSV, and silence when there is nothing.
#
#   examples/expiring/expiring.sh [FOLDER]
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=examples/show.sh
. "$here/../show.sh"
export DCADMIN=$dcadmin
alert() {
    printf '\n$ alert.sh 30d toegang@example.be\n'
    MAILER="tee -a mails" "$here/alert.sh" 30d toegang@example.be
}

on 2026-12-01 "Three rights, of which two end within a month"
quietly store init
quietly org add --number 0566.988.259 --name Poetsbureau
quietly right add --code wse-loket --title-nl WSE-loket --audience EA --max-term 4y
quietly right add --code dah-gebruiker --title-nl 'DAH Gebruiker' --audience EA --max-term 4y
quietly person add --number 85073003328 --first-name Lucas --last-name Maes --email lucas@example.be
quietly relation add --person p-1 --org 0566.988.259 --category vaste --email lucas@example.be \
    --phone +3253123410 --from 2024-01-01 --until 2030-12-31
quietly grant add --person p-1 --org 0566.988.259 --right wse-loket --until 2026-12-20
quietly grant add --person p-1 --org 0566.988.259 --right dah-gebruiker --until 2026-12-31
show 0 expiring --within 30d

step "For monitoring: the exit code alone"
show 10 expiring --within 30d --exit-code --quiet --fields id
show 0 expiring --within 7d --exit-code --quiet --fields id

step "For people: a mail, when there is something to say"
alert

on 2026-12-02 "The first is extended; tomorrow's mail is shorter"
show 0 grant extend --person p-1 --org 0566.988.259 --right wse-loket --until 2028-12-31 --fields id,until
alert

on 2027-01-04 "The last one has ended: nothing is mailed any more"
show 0 expiring --within 30d --exit-code --quiet --fields id
alert
