# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# What the fault tests share: a store with registers and no grant, a file of grants, and the
# judgement afterwards. Sourced; called as SCRIPT DCADMIN GENERATE. Whatever is started is ended by
# its own process id.

dcadmin=${1:?the program} generate=${2:?the generator of sample data}
work=$(mktemp -d)
cleanup() { rm -rf "$work"; }
trap cleanup EXIT
export XDG_CONFIG_HOME=$work XDG_DATA_HOME=$work XDG_STATE_HOME=$work
export ASAN_OPTIONS=detect_leaks=0 # leak checking does not work while a process is traced
unset DCADMIN_STORE DCADMIN_PROFILE DCADMIN_ORG DCADMIN_OUTPUT DCADMIN_NOW
RANDOM=${DCADMIN_FAULT_SEED:-4711}

store=$work/store.db
dc() { timeout 120 "$dcadmin" --store "sqlite:$store" --no-input --yes --quiet "$@"; }
fail() {
    echo "faults: $*" >&2
    [ ! -s "$work/err" ] || tail -n 20 "$work/err" >&2
    exit 1
}

# prepare ROWS PERSONS: the store without grants as $work/base.db, the file as $work/data/grants.csv
prepare() {
    rows=$1
    "$generate" "$work/data" --persons "$2" --orgs 20 --rights 12 --grants "$1" --more "$1" \
        --today "$(TZ=Europe/Brussels date +%F)"
    dc store init >/dev/null
    local noun
    for noun in org site right person relation; do
        dc "$noun" add --file "$work/data/${noun}s.csv" >/dev/null 2>"$work/err" ||
            fail "loading ${noun}s.csv"
    done
    mv "$store" "$work/base.db"
}
fresh() {
    rm -f "$store"* "$work"/data/*.outcome.csv
    cp "$work/base.db" "$store"
}

# The command under test, to be run in the background or under a tracer.
grant_all=("$dcadmin" --store "sqlite:$store" --no-input --yes --quiet grant add
    --file "$work/data/grants.csv")

grants_there() { sqlite3 -readonly "$store" 'SELECT count(*) FROM right_grant'; }

# outcome_whole FILE ROWS: a line for each row, each once, and all of them done
outcome_whole() {
    [ -f "$1" ] || fail "$1 is not there"
    sqlite3 :memory: -cmd '.import --csv '"$1"' o' \
        'SELECT count(*) || " " || count(DISTINCT _row) || " " || max(CAST(_row AS INTEGER)) || " "
            || sum(_state IN ("applied", "unchanged")) FROM o' >"$work/counts"
    [ "$(cat "$work/counts")" = "$2 $2 $2 $2" ] ||
        fail "the outcome has lines, rows, last row, done: $(cat "$work/counts"), not all $2"
}

# judge ROWS: every row is applied exactly once, is told of in the log, and the store is sound
judge() {
    local there logged told
    there=$(grants_there)
    [ "$there" = "$1" ] || fail "$there grants are in the store, not $1"
    logged=$(sqlite3 -readonly "$store" "SELECT count(*) || ' ' || count(DISTINCT subject_id)
        FROM audit_entry WHERE subject = 'grant' AND verb = 'add'")
    [ "$logged" = "$1 $1" ] || fail "the log names entries, grants: $logged, not $1"
    told=$(sqlite3 -readonly "$store" 'SELECT (SELECT count(DISTINCT r.person_id) FROM right_grant g
        JOIN working_relation r ON r.id = g.relation_id) - count(DISTINCT person_id)
        FROM notice WHERE kind = "grant.add"')
    [ "$told" = 0 ] || fail "$told persons have grants and no notice"
    dc store check >"$work/out" 2>"$work/err" || fail "store check: $(cat "$work/out")"
    dc audit verify >"$work/out" 2>"$work/err" || fail "audit verify: $(cat "$work/out")"
}

# finish: the same command again ends well, and nothing is missing or double
finish() {
    timeout 120 "${grant_all[@]}" >"$work/out" 2>"$work/err" ||
        fail "the same command again ended with $?"
    outcome_whole "$work/data/grants.outcome.csv" "$rows"
    judge "$rows"
}

# milliseconds since the epoch
now_ms() { date +%s%3N; }
