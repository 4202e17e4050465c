#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A company's month in the secure zone, January 2024 in Flanders: services are taken in from the
# issuer's export, validated, confirmed or left to their terms, paid with vouchers, handed in by
# itself at the end of the month, released by the region and refunded to the cent. The month is one
# that the sourced terms and tariffs cover.
#
#   examples/month/month.sh [FOLDER]
#
# It takes the program from DCADMIN_BIN, else from build/release/bin, and makes its store in FOLDER.
# Each step says on which day it is; only a build for testing lets the clock be set like that.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=examples/show.sh
. "$here/../show.sh"

org=0566.988.259

on 2024-01-02 "The company, its workers and its customers, who order vouchers"
show 0 store init --fields schema
show 0 org add --number $org --name Poetshulp --fields number,name
show 0 site add --org $org --number 2147812701 --name Aalst --fields number,name
show 0 company update --org $org --accreditation V12345 --activity "household|ironing" \
    --from 2020-01-01 --reason erkenning \
    --fields region,accreditation,state
show 0 worker add --file "$data/workers.csv" --outcome workers.outcome.csv
show 0 worker list --fields login,name,region
show 0 customer add --file "$data/customers.csv" --outcome customers.outcome.csv
show 0 voucher order --file "$data/orders.csv" --outcome orders.outcome.csv
show 0 voucher list --fields id,customer,issued,usable_until,hand_in_until,left

on 2024-01-02 "Every month is handed in by itself"
show 0 issuance auto set --org $org --every month --fields region,every,on,next

on 2024-01-12 "What the workers entered, from the issuer's export; the file again changes nothing"
show 0 service import "$data/services.csv" --outcome services.outcome.csv
show 0 service import "$data/services.csv" --outcome services.outcome.csv
show 0 service list --org $org --fields id,work_id,date,hours,status,due

on 2024-01-15 "The company looks at each: one was too long, one was entered twice"
show 0 service update d-3 --hours 2 --comment 'volgens planning' --fields id,hours,status,due
show 2 service cancel d-5 --fields id,status
show 0 service cancel d-5 --comment 'dubbel van d-4' --fields id,status
show 0 service validate --all --org $org --until 2024-01-12
show 0 service history --filter awaiting-user --org $org --fields id,status,due

on 2024-01-23 "Who says nothing has agreed; the changed one waits for its customer"
show 0 service advance
show 0 service list --org $org --fields id,hours,status,allocated,hand_in_until
show 0 service confirm d-3 --fields id,status,allocated
show 0 service history d-3 --fields event,day,before,after
show 0 voucher wallet 123456700170 --org $org

on 2024-01-31 "The end of the month: the timer makes the issuance, once"
show 0 issuance run --catch-up --summary
show 0 issuance run --catch-up --summary
show 0 issuance status --org $org --fields region,period,due_on,issuance,state,vouchers
show 0 issuance show i-1 --slip
show 0 issuance show i-1 --html slip.html

on 2024-01-31 "The company's first in the region waits until the region has looked at it"
show 0 refund show i-1 --fields issuance,state,vouchers,unpriced,amount,expected_on
show 0 refund show i-1 --lines
show 0 refund blocked --issuances --fields cause,issuance,vouchers,amount
show 8 refund pay i-1 --on 2024-01-31 --amount 302.72 --reference 24-0117
show 0 refund release --org $org --region flanders --cause first-hand-in --reason nagezien \
    --fields id,cause,released

on 2024-02-01 "Paid, to the cent"
show 8 refund pay i-1 --on 2024-02-01 --amount 302.00 --reference 24-0117
show 0 refund pay --file "$data/payments.csv" --outcome payments.outcome.csv
show 0 refund list --fields issuance,state,vouchers,amount,paid_on,reference
show 0 service list --org $org --fields id,hours,status,allocated,issued,paid
show 0 issuance list --fields id,region,mode,period,state,services,vouchers

on 2024-04-02 "Two months without a timer: each is made, and recorded as empty"
show 10 issuance status --org $org --missing --exit-code --fields region,period,due_on,state
show 0 issuance run --catch-up --summary
show 0 issuance status --org $org --missing --exit-code --fields region,period,due_on,state

on 2024-04-02 "And the proof"
show 0 store check
show 0 audit verify --fields problems
