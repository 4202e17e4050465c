#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Measures the release build on a PostgreSQL of this script's own, in turn with what a database
# administrator would script on the same server, and prints a table with ratios. The server listens
# on a socket in the benchmark's folder and is stopped at the end.
#
#   tests/bench/postgres.sh [GRANTS]
#
# The settings are those of run.sh; BENCH_ROUNDS, BENCH_PERSONS, BENCH_ORGS, BENCH_DIR, DCADMIN_BIN.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=common.sh
. "$here/common.sh"
# shellcheck source=../support/server.sh
. "$here/../support/server.sh"
bin=$(pg_config --bindir)
cluster=$work/cluster

stop_server() { as_server "$bin/pg_ctl" -D "$cluster" -m immediate stop >/dev/null 2>&1 || true; }
finish() {
    stop_server
    rm -rf "$cluster"
    [ -n "${BENCH_DIR:-}" ] || rm -rf "$work"
}
sql() { "$bin/psql" -X -q -A -t -v ON_ERROR_STOP=1 -h "$cluster" -U postgres "$@"; }
address() { echo "postgresql://postgres@/$1?host=$cluster"; }
# fresh_database NAME TEMPLATE
fresh_database() {
    sql postgres -c "DROP DATABASE IF EXISTS $1" 2>/dev/null
    sql postgres -c "CREATE DATABASE $1 TEMPLATE $2"
    sql "$1" -c CHECKPOINT
}

start_server() {
    chmod 711 "$work"
    rm -rf "$cluster"
    server_folder "$cluster"
    trap finish EXIT
    make_cluster "$bin" "$cluster"
    cat >>"$cluster/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$cluster'
shared_buffers = 1GB
max_wal_size = 4GB
CONF
    as_server "$bin/pg_ctl" -D "$cluster" -l "$cluster/log" -w start >/dev/null
}

# The administrator's way: COPY into an unlogged table, then one INSERT ... SELECT that joins the
# registers, checks the days and inserts in key order, with an audit row per grant; the tables have
# the unique key and two indexes. It judges no relation, term, context or overlap.
columns='person BIGINT, org BIGINT, code TEXT, site TEXT, starts DATE, ends DATE, reason TEXT'
prepare_yardstick() {
    sql postgres -c "CREATE DATABASE yardbase"
    sql yardbase <<SQL
CREATE TABLE persons (number BIGINT PRIMARY KEY, first_name TEXT, last_name TEXT, email TEXT,
    phone TEXT, language TEXT);
CREATE TABLE orgs (number BIGINT PRIMARY KEY, name TEXT, parent BIGINT, language TEXT);
CREATE TABLE rights (code TEXT PRIMARY KEY, nl TEXT, fr TEXT, en TEXT, audience TEXT, context TEXT,
    max TEXT, def TEXT, level INTEGER);
\\copy persons FROM '$data/persons.csv' WITH (FORMAT csv, HEADER)
\\copy orgs FROM '$data/orgs.csv' WITH (FORMAT csv, HEADER)
\\copy rights FROM '$data/rights.csv' WITH (FORMAT csv, HEADER)
CREATE TABLE grants ($columns);
CREATE UNIQUE INDEX grants_key ON grants (person, org, code, site, starts);
CREATE INDEX grants_org ON grants (org, code);
CREATE INDEX grants_code ON grants (code, person);
CREATE TABLE audit (id BIGSERIAL PRIMARY KEY, at TIMESTAMPTZ, actor TEXT, action TEXT, detail TEXT);
CREATE UNLOGGED TABLE staged ($columns);
ANALYZE;
SQL
    cat >"$work/yardstick.sql" <<SQL
\\copy staged FROM '$data/grants.csv' WITH (FORMAT csv, HEADER, FORCE_NOT_NULL (site))
BEGIN;
WITH made AS (
    INSERT INTO grants SELECT s.* FROM staged s JOIN persons p ON p.number = s.person
        JOIN orgs o ON o.number = s.org JOIN rights r ON r.code = s.code
        WHERE s.ends IS NULL OR s.ends >= s.starts ORDER BY s.person
    RETURNING person, org, code)
INSERT INTO audit (at, actor, action, detail)
    SELECT now(), 'admin', 'grant.add', person || ' ' || org || ' ' || code FROM made;
COMMIT;
SQL
}

yardstick() {
    fresh_database yard yardbase
    measure yardstick "$grants" "$bin/psql" -X -q -v ON_ERROR_STOP=1 -h "$cluster" -U postgres yard \
        -f "$work/yardstick.sql"
}
ours() {
    fresh_database ours base
    measure add "$grants" "$dcadmin" --no-input --yes --quiet --store "$(address ours)" grant add \
        --file "$data/grants.csv" --outcome "$work/outcome.csv"
}

say "making data: $grants grants, $persons persons, $orgs enterprises"
c++ -std=c++20 -O2 -o "$work/generate" "$here/generate.cpp"
"$work/generate" "$data" --grants "$grants" --more 0 --persons "$persons" --orgs "$orgs" --rights 40
say "loading the registers"
fill "$work/base.db" "$data"
start_server
sql postgres -c "CREATE DATABASE base"
dc store copy --from "sqlite:$work/base.db" --to "$(address base)" >/dev/null
sql base -c "VACUUM ANALYZE"
prepare_yardstick

for round in $(seq "$rounds"); do
    say "round $round of $rounds"
    yardstick
    ours
done
fresh_database dry base
measure dry "$grants" "$dcadmin" --no-input --yes --quiet --store "$(address dry)" grant add \
    --file "$data/grants.csv" --dry-run
sql ours -c "VACUUM ANALYZE"
size=$(($(sql ours -c "SELECT pg_database_size('ours') - pg_database_size('base')")))
build_access
head -n 20001 "$data/checks.csv" >"$work/checks.csv"
"$work/access" "$(address ours)" "$work/checks.csv" >"$work/access.txt"

line() { printf '%-46s %9s %10s %8s\n' "$@"; }
bulk_line() {
    line "$1" "$(median "$2" 3) s" "$(calc %.2f "$(median "$2" 3)/$(median yardstick 3)")" \
        "$(calc '%.0f MiB' "$(median "$2" 4)/1024")"
}
echo
cpu=$(awk -F': ' '/^model name/ { print $2; exit }' /proc/cpuinfo)
echo "$("$dcadmin" version), $("$bin/postgres" --version)"
echo "$(nproc) cores, ${cpu:-unknown}, Debian $(cat /etc/debian_version); median of $rounds"
echo
line "$grants grants from a CSV file" wall 'of that' client
bulk_line 'COPY, validated INSERT ... SELECT with audit' yardstick
bulk_line 'dcadmin grant add --file' add
bulk_line 'dcadmin --dry-run' dry
printf '%-46s %9s\n' 'bytes of database a grant, all included' "$(calc %.0f "$size/$grants")"
echo
cat "$work/access.txt"
