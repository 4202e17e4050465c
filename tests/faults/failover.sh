#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A primary with a synchronous standby: the primary is killed while a run writes batches, the
# standby is promoted, and the same command is given again. What was acknowledged before the kill is
# there, nothing is there twice, and the run ends whole. Needs PostgreSQL's server programs.
set -euo pipefail

# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"
# shellcheck source=../support/server.sh
. "$(dirname "$0")/../support/server.sh"
bin=${3:?the folder of the server programs}
acknowledged_at_least=${DCADMIN_FAILOVER_ROWS:-5000}
database=dcadmin

# Ends a server at once, by the ids of its processes.
kill_server() {
    local pid=$1 children
    children=$(pgrep -P "$pid" || true)
    # shellcheck disable=SC2086 # several ids
    kill -KILL "$pid" $children 2>/dev/null || true
}
servers=()
cleanup() {
    local folder
    for folder in "${servers[@]}"; do
        if [ -f "$folder/postmaster.pid" ]; then
            kill_server "$(head -1 "$folder/postmaster.pid")"
        fi
    done
    rm -rf "$work"
}
sql() { "$bin/psql" -X -q -A -t -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$1" -U postgres -d "$2" -c "$3"; }
# until_so WHAT SECONDS COMMAND…: waits until the command succeeds
until_so() {
    local what=$1 end=$((SECONDS + $2))
    shift 2
    until "$@"; do
        [ "$SECONDS" -lt "$end" ] || fail "$what did not happen in time"
        sleep 0.1
    done
}
free_port() {
    local port
    for _ in $(seq 50); do
        port=$((20000 + RANDOM % 20000))
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            echo "$port"
            return
        fi
    done
    fail "no free port"
}
start() { # FOLDER PORT
    servers+=("$1")
    as_server "$bin/pg_ctl" -D "$1" -l "$1.log" -w -t 60 \
        -o "-p $2 -c listen_addresses=127.0.0.1 -c unix_socket_directories=''" start >/dev/null ||
        fail "the server in $1 does not start: $(tail -3 "$1.log")"
}

prepare "$((acknowledged_at_least * 5 / 4))" 2000
chmod 711 "$work"
primary=$work/servers/primary standby=$work/servers/standby
server_folder "$work/servers"
first_port=$(free_port)
second_port=$(free_port)

make_cluster "$bin" "$primary"
start "$primary" "$first_port"
sql "$first_port" postgres "CREATE DATABASE $database"
both="postgresql://postgres@127.0.0.1:$first_port,127.0.0.1:$second_port/$database"
both+="?target_session_attrs=read-write"
timeout 300 "$dcadmin" --no-input --yes --quiet store copy --from "sqlite:$work/base.db" \
    --to "$both" >/dev/null 2>"$work/err" || fail "copying the registers to the server"

as_server "$bin/pg_basebackup" -h 127.0.0.1 -p "$first_port" -U postgres -D "$standby" -R -X stream \
    -c fast
start "$standby" "$second_port"
sql "$first_port" postgres "ALTER SYSTEM SET synchronous_standby_names = '*'"
sql "$first_port" postgres "SELECT pg_reload_conf()" >/dev/null
is_synchronous() {
    [ "$(sql "$first_port" postgres "SELECT sync_state FROM pg_stat_replication")" = sync ]
}
until_so "synchronous replication" 60 is_synchronous

grant=("$dcadmin" --store "$both" --no-input --yes --quiet grant add
    --file "$work/data/grants.csv" --batch 500)
"${grant[@]}" --outcome "$work/first.csv" >"$work/out" 2>"$work/err" &
run=$!
# One batch more than is asked for: what the primary shows may not be told to the program yet.
enough_written() {
    kill -0 "$run" 2>/dev/null || fail "the run ended before the primary was killed"
    [ "$(sql "$first_port" "$database" 'SELECT count(*) FROM right_grant')" -ge \
        $((acknowledged_at_least + 500)) ]
}
until_so "writing $acknowledged_at_least grants" 600 enough_written
kill_server "$(head -1 "$primary/postmaster.pid")"
code=0
wait "$run" || code=$?
[ "$code" = 75 ] || fail "the run ended with $code, not 75, when its server died"
as_server "$bin/pg_ctl" -D "$standby" -w -t 60 promote >/dev/null

sqlite3 "$work/outcome.db" -cmd ".import --csv $work/first.csv first" \
    "SELECT _id FROM first WHERE _state = 'applied'" | tr '|' '\n' | sed 's/^g-//' >"$work/ids"
acknowledged=$(sqlite3 "$work/outcome.db" "SELECT count(*) FROM first WHERE _state = 'applied'")
[ "$acknowledged" -ge "$acknowledged_at_least" ] || fail "only $acknowledged rows were acknowledged"
"$bin/psql" -X -q -A -t -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$second_port" -U postgres \
    -d "$database" >"$work/lost" <<SQL
CREATE TEMPORARY TABLE told (id BIGINT);
\\copy told from '$work/ids'
SELECT count(*) FROM told WHERE id NOT IN (SELECT id FROM right_grant);
SQL
[ "$(cat "$work/lost")" = 0 ] || fail "$(cat "$work/lost") acknowledged grants are lost"

timeout 600 "${grant[@]}" --outcome "$work/second.csv" >"$work/out" 2>"$work/err" ||
    fail "the same command again ended with $?"
outcome_whole "$work/second.csv" "$rows"
sqlite3 "$work/outcome.db" ".import --csv $work/second.csv second"
again=$(sqlite3 "$work/outcome.db" "SELECT count(*) FROM first JOIN second USING (_row)
    WHERE first._state = 'applied' AND second._state <> 'unchanged'")
[ "$again" = 0 ] || fail "$again acknowledged rows were applied twice"
doubled=$(sql "$second_port" "$database" "SELECT count(*) FROM (
    SELECT 1 FROM right_grant WHERE revoked_at = ''
    GROUP BY relation_id, right_id, context_id, valid_from HAVING count(*) > 1) AS doubled")
[ "$doubled" = 0 ] || fail "$doubled grants are there twice"
there=$(sql "$second_port" "$database" 'SELECT count(*) FROM right_grant')
[ "$there" = "$rows" ] || fail "$there grants are in the store, not $rows"
for command in "store check" "audit verify"; do
    # shellcheck disable=SC2086 # two words
    timeout 300 "$dcadmin" --store "$both" --quiet $command >"$work/out" 2>"$work/err" ||
        fail "$command: $(cat "$work/out")"
done
echo "failover: $acknowledged rows acknowledged before the kill, lost 0, doubled 0"
