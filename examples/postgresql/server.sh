# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# A PostgreSQL server for an example: reached by a socket in a folder of its own, `place`,
# and by nothing else, with the role `owner`. Root may not run one: for him it runs as postgres.
bin=${POSTGRES_BIN:-$(pg_config --bindir)}

# as_server PROGRAM WORDS...: a program of PostgreSQL, against this server.
as_server() {
    local program=$1
    shift
    as_owner env PGHOST="$place" PGUSER="${PGUSER:-owner}" LC_ALL=C.UTF-8 "$bin/$program" "$@"
}
as_owner() {
    if [ "$(id -u)" = 0 ]; then
        (cd / && setpriv --reuid=postgres --regid=postgres --clear-groups "$@")
    else
        "$@"
    fi
}
start_server() {
    place=$(mktemp -d "${TMPDIR:-/tmp}/dcadmin-server.XXXXXX")
    if [ "$(id -u)" = 0 ]; then chown postgres "$place"; fi
    as_owner "$bin/initdb" --pgdata="$place/data" --username=owner --auth=trust --encoding=UTF8 \
        --locale=C.UTF-8 --no-sync >server.log
    as_owner "$bin/pg_ctl" --pgdata="$place/data" --log="$place/log" --wait start \
        --options="-c listen_addresses='' -c unix_socket_directories='$place'" >>server.log
}
stop_server() {
    as_owner "$bin/pg_ctl" --pgdata="$place/data" --mode=immediate --wait stop >/dev/null || true
    rm -rf "$place"
}
