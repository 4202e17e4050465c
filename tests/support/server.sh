# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# A PostgreSQL of a script's own. Sourced.

# as_server COMMAND…: as the user that a server runs as, which is not root.
as_server() {
    if [ "$(id -u)" = 0 ]; then
        (cd / && exec setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@")
    else
        "$@"
    fi
}

# server_folder FOLDER: makes it, for that user.
server_folder() {
    mkdir "$1"
    [ "$(id -u)" != 0 ] || chown postgres "$1"
}

# make_cluster BIN FOLDER: with the encoding and the order of texts that a store wants.
make_cluster() {
    as_server "$1/initdb" -D "$2" -U postgres -A trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null
}
