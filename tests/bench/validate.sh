#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Validating very many services at once, all and by file, beside three set-based SQL statements that
# do the bare update on a copy of the same store: a line of audit a service, the wallets, the states.
#
#   tests/bench/validate.sh [SERVICES]
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=common.sh
. "$here/common.sh"
services=$grants

today=$(TZ=Europe/Brussels date +%F)
due=$(TZ=Europe/Brussels date -d '+7 days' +%F)
copy=$work/copy.db
fresh() {
    rm -f "$copy"*
    cp "$work/base.db" "$copy"
}

say "making a store of $services services that wait for their company"
c++ -std=c++20 -O2 -o "$work/services" "$here/services.cpp"
dc --store "sqlite:$work/base.db" store init >/dev/null
"$work/services" --services "$services" | sqlite3 "$work/base.db"
sqlite3 "$work/base.db" >/dev/null <<SQL
UPDATE service SET state = 'registered', registered_on = '$today', due_on = '$due', allocated = 0,
    issued = 0, paid = 0, hand_in_until = '';
UPDATE customer SET email = 'c' || id || '@example.be';
CREATE TABLE bench_wallet (customer_id INTEGER PRIMARY KEY, vouchers INTEGER NOT NULL);
INSERT INTO bench_wallet SELECT id, 100000 FROM customer;
CREATE TABLE bench_audit (id INTEGER PRIMARY KEY, at TEXT, actor TEXT, verb TEXT, subject INTEGER,
                          detail TEXT);
PRAGMA wal_checkpoint(TRUNCATE);
SQL
{
    echo id
    sqlite3 "$work/base.db" "SELECT 'd-' || id FROM service"
} >"$work/services.csv"
cat >"$work/bare.sql" <<SQL
PRAGMA synchronous = FULL;
PRAGMA cache_size = -65536;
BEGIN IMMEDIATE;
INSERT INTO bench_audit (at, actor, verb, subject, detail)
    SELECT '${today}T10:00:00Z', 'bench', 'validate', id, 'customer ' || customer_id || ' hours ' || hours
    FROM service WHERE state = 'registered';
UPDATE bench_wallet SET vouchers = vouchers - s.hours
    FROM (SELECT customer_id, sum(hours) AS hours FROM service WHERE state = 'registered'
          GROUP BY customer_id) AS s
    WHERE s.customer_id = bench_wallet.customer_id;
UPDATE service SET state = 'validated', validated_on = '$today', due_on = '$due'
    WHERE state = 'registered';
COMMIT;
SQL

for round in $(seq "$rounds"); do
    say "round $round"
    fresh
    measure bare "$services" sqlite3 "$copy" ".read $work/bare.sql"
    fresh
    measure all "$services" "$dcadmin" --no-input --yes --quiet --store "sqlite:$copy" \
        service validate --all --until "$today" --org 777999980
    fresh
    measure file "$services" "$dcadmin" --no-input --yes --quiet --store "sqlite:$copy" \
        service validate --file "$work/services.csv" --outcome "$work/outcome.csv"
done
left=$(sqlite3 "$copy" "SELECT count(*) FROM service WHERE state <> 'validated'")
[ "$left" = 0 ] || die "$left were not validated"

bare=$(median bare 3)
printf '%-8s %9s %8s %9s\n' run seconds ratio 'peak MiB'
for name in bare all file; do
    seconds=$(median "$name" 3)
    printf '%-8s %9s %8s %9s\n' "$name" "$seconds" "$(calc '%.2f' "$seconds / $bare")" \
        "$(calc '%.0f' "$(median "$name" 4) / 1024")"
done
