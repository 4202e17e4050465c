#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The monthly run over very many allocated services, beside the bare statements of a program that
# keeps nothing else: one batch a worker, and each service marked. Seconds of processor time, for
# both do the same on the same disk.
#
#   tests/bench/issuances.sh [SERVICES]       DCADMIN_BIN, else build/release/bin/dcadmin
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
dcadmin=${DCADMIN_BIN:-$here/../../build/release/bin/dcadmin}
services=${1:-1000000}
work=$(mktemp -d "${BENCH_DIR:-${TMPDIR:-/tmp}}/dcadmin-issuances.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work"
export XDG_CONFIG_HOME=$work XDG_DATA_HOME=$work XDG_STATE_HOME=$work DCADMIN_STORE=sqlite:zone.db

# spent LABEL COMMAND...: processor seconds of the command, as the last line of the file "spent".
spent() {
    local label=$1
    shift
    local TIMEFORMAT='%U %S'
    { time "$@" >shown; } 2>"$work"/times
    awk -v label="$label" '{printf "%s %.2f\n", label, $1 + $2}' "$work/times" | tee -a spent
}
numbers="WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <"

"$dcadmin" store init --quiet >shown
sqlite3 zone.db <<SQL
BEGIN;
INSERT INTO operation (id, at, user_name, command)
    VALUES (100, '2026-10-01T08:00:00Z', 'bench', 'bench');
INSERT INTO organisation (id, number, name, folded, language)
    VALUES (1, 777999980, 'Poetshulp', 'poetshulp', 'nl');
INSERT INTO accreditation (organisation_id, region, number, activities, valid_from, valid_until,
                           operation_id)
    VALUES (1, 'flanders', 'V12345', 'household', '2020-01-01', '9999-12-31', 100);
INSERT INTO issuance_schedule (organisation_id, region, every, on_day, since, ended_at, state,
                               state_at, operation_id)
    VALUES (1, 'flanders', 'month', 31, '2026-10-01', '', 'waiting', '', 100);
INSERT INTO person (id, number, first_name, last_name, folded, email, phone, language, source,
                    audit_key)
    $numbers 15000) SELECT i, 10000000000 + i, 'An', 'W', 'an w', '', '', 'nl', 'typed', '' FROM n;
INSERT INTO worker (id, login, organisation_id, person_id, context_id, region, email, phone,
                    password_hash, inactive_since, operation_id)
    $numbers 15000) SELECT i, 980100000000 + i, 1, i, 0, 'flanders', '', '', '', '', 100 FROM n;
INSERT INTO customer (id, organisation_id, number, name, folded, region, language, channel, email,
                      phone, inactive_since, audit_key, operation_id)
    $numbers 100000) SELECT i, 1, 100000000000 + i, 'C', 'c', 'flanders', 'nl', 'online', '', '',
                            '', '', 100 FROM n;
INSERT INTO voucher_order (id, customer_id, first_number, vouchers, issued_on, usable_until,
                           hand_in_until, used, operation_id)
    $numbers 100000) SELECT i, i, i * 1000, 500, date('2026-06-01', '+' || (i % 90) || ' days'),
                            '2027-08-31', '2027-09-30', 100, 100 FROM n;
INSERT INTO change_set (id, organisation_id, verb, operation_id) VALUES (1, 1, 'bench', 100);
INSERT INTO service (id, organisation_id, work_id, worker_id, context_id, customer_id, region, day,
                     hours, activity, entered_by, channel, state, registered_on, validated_on,
                     confirmed_on, due_on, allocated, issued, paid, hand_in_until, operation_id)
    $numbers $services)
    SELECT i, 1, 'D' || i, 1 + (i * 104729) % 15000, 0, 1 + (i * 1299709) % 100000, 'flanders',
           date('2026-10-01', '+' || (i * 31 / ($services + 1)) || ' days'), 3, 'household',
           'worker', 'online', 'allocated', '2026-10-01', '2026-10-05', '2026-10-09', '', 3, 0, 0,
           '2027-09-30', 100 FROM n;
INSERT INTO allocation (id, change_set_id, service_id, voucher_order_id, first_number, vouchers,
                        allocated_on, hand_in_until, issuance_id)
    SELECT id, 1, id, customer_id, customer_id * 1000 + id % 30 * 3, 3, '2026-10-20', '2027-09-30', 0
    FROM service;
COMMIT;
PRAGMA wal_checkpoint(TRUNCATE);
SQL
sqlite3 bare.db <<SQL
PRAGMA journal_mode = WAL;
BEGIN;
CREATE TABLE service (id INTEGER PRIMARY KEY, worker INTEGER NOT NULL, customer INTEGER NOT NULL,
    day INTEGER NOT NULL, hours INTEGER NOT NULL, activity INTEGER NOT NULL, status INTEGER NOT NULL,
    batch INTEGER);
CREATE UNIQUE INDEX sx ON service (worker, day, customer, activity, id);
CREATE INDEX sc ON service (customer, status);
CREATE TABLE batch (id INTEGER PRIMARY KEY, worker INTEGER, month INTEGER, n INTEGER, hours INTEGER);
INSERT INTO service (worker, customer, day, hours, activity, status)
    $numbers $services) SELECT 1 + (i * 104729) % 15000, 1 + (i * 1299709) % 100000,
                               20261001 + i * 31 / ($services + 1), 3, 1, 1 FROM n ORDER BY 1;
COMMIT;
PRAGMA wal_checkpoint(TRUNCATE);
SQL
cat >bare.sql <<SQL
PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;
BEGIN IMMEDIATE;
INSERT INTO batch (worker, month, n, hours) SELECT worker, 202610, count(*), sum(hours) FROM service
    WHERE status = 1 AND day BETWEEN 20261001 AND 20261031 GROUP BY worker;
CREATE TEMP TABLE wb (worker INTEGER PRIMARY KEY, b INTEGER);
INSERT INTO wb SELECT worker, id FROM batch WHERE month = 202610;
UPDATE service SET status = 2, batch = wb.b FROM wb WHERE wb.worker = service.worker
    AND service.status = 1 AND service.day BETWEEN 20261001 AND 20261031;
COMMIT;
SQL
spent bare sqlite3 bare.db ".read bare.sql"
spent run "$dcadmin" issuance run --catch-up --summary
cat shown
awk '{s[$1] = $2} END {printf "%.2f times the bare statements\n", s["run"] / s["bare"]}' spent
