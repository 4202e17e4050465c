# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# What the same file costs without dcadmin, with the shell of the same SQLite; sourced by run.sh.
#   a  .import into a bare table: no key, no check
#   b  what a database administrator would script: stage, join with the registers, check the days,
#      insert in key order, write an audit row per grant, one transaction, a 256 MiB cache
#   c  .import into a table with the unique key, two indexes, and an audit row by trigger
# All with a write-ahead log and synchronous=FULL. None checks digits, relations, terms, contexts or
# overlaps, chains its audit, writes a notice or an outcome.

columns='person TEXT, org TEXT, code TEXT, site TEXT, starts TEXT, ends TEXT, reason TEXT'

# The tables that b and c fill, made once per set of registers: yardsticks_prepare DATA FOLDER
yardsticks_prepare() {
    local data=$1 folder=$2
    rm -f "$folder"/yard-?.db*
    sqlite3 "$folder/yard-a.db" "PRAGMA journal_mode=WAL; CREATE TABLE grants($columns);" >/dev/null
    sqlite3 "$folder/yard-b.db" >/dev/null <<SQL
PRAGMA journal_mode=WAL;
CREATE TABLE persons(number TEXT PRIMARY KEY, first_name, last_name, email, phone, language) WITHOUT ROWID;
CREATE TABLE orgs(number TEXT PRIMARY KEY, name, parent, language) WITHOUT ROWID;
CREATE TABLE rights(code TEXT PRIMARY KEY, nl, fr, en, audience, context, max, def, level) WITHOUT ROWID;
.import --csv --skip 1 $data/persons.csv persons
.import --csv --skip 1 $data/orgs.csv orgs
.import --csv --skip 1 $data/rights.csv rights
$(keyed_tables)
SQL
    sqlite3 "$folder/yard-c.db" >/dev/null <<SQL
PRAGMA journal_mode=WAL;
$(keyed_tables)
CREATE TRIGGER audited AFTER INSERT ON grants BEGIN
    INSERT INTO audit(at, actor, action, subject, detail) VALUES
        (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 'admin', 'grant.add', new.rowid,
         new.person || ' ' || new.org || ' ' || new.code);
END;
SQL
    cat >"$folder/yard-b.sql" <<SQL
PRAGMA synchronous=FULL;
PRAGMA cache_size=-262144;
CREATE TEMP TABLE staged($columns);
.import --csv --skip 1 GRANTS staged
BEGIN IMMEDIATE;
INSERT INTO grants
    SELECT s.* FROM staged s JOIN persons p ON p.number = s.person
        JOIN orgs o ON o.number = s.org JOIN rights r ON r.code = s.code
    WHERE date(s.starts) = s.starts
        AND (s.ends = '' OR (date(s.ends) = s.ends AND s.ends >= s.starts))
    ORDER BY s.person, s.org, s.code, s.site, s.starts;
INSERT INTO audit(at, actor, action, subject, detail)
    SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 'admin', 'grant.add', rowid,
        person || ' ' || org || ' ' || code FROM grants;
COMMIT;
SQL
}

keyed_tables() {
    cat <<SQL
CREATE TABLE grants($columns);
CREATE UNIQUE INDEX grants_key ON grants(person, org, code, site, starts);
CREATE INDEX grants_org ON grants(org, code);
CREATE INDEX grants_right ON grants(code, person);
CREATE TABLE audit(id INTEGER PRIMARY KEY, at TEXT, actor TEXT, action TEXT, subject INTEGER,
    detail TEXT);
SQL
}

# One run on a fresh copy: yardstick a|b|c ROWS GRANTS.csv FOLDER
yardstick() {
    local which=$1 rows=$2 csv=$3 folder=$4
    local copy=$folder/yard.db
    rm -f "$copy"*
    cp "$folder/yard-$which.db" "$copy"
    if [ "$which" = b ]; then
        sed "s|GRANTS|$csv|" "$folder/yard-b.sql" >"$folder/yard.sql"
        measure b "$rows" sqlite3 "$copy" ".read $folder/yard.sql"
    else
        measure "$which" "$rows" sqlite3 "$copy" -cmd 'PRAGMA synchronous=FULL' \
            ".import --csv --skip 1 $csv grants"
    fi
    local kept
    kept=$(sqlite3 "$copy" 'SELECT count(*) FROM grants')
    [ "$kept" = "$rows" ] || die "yardstick $which kept $kept of $rows rows"
    rm -f "$copy"*
}
