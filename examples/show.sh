# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# What the examples share; a script sources it after it has set `here`, its own folder. It takes the
# program from DCADMIN_BIN, else from build/release/bin, and works in FOLDER, the script's first
# argument, else in a new one.
dcadmin=${DCADMIN_BIN:-$here/../../build/release/bin/dcadmin}
folder=${1:-$(mktemp -d "${TMPDIR:-/tmp}/dcadmin-example.XXXXXX")}
# shellcheck disable=SC2034 # the examples use it
data=$here/data
mkdir -p "$folder"
cd "$folder" || exit 1
unset DCADMIN_PROFILE DCADMIN_ORG DCADMIN_OUTPUT DCADMIN_AS DCADMIN_LANGUAGE
export DCADMIN_STORE=sqlite:example.db

step() { printf '\n== %s\n' "$*"; }
# on DAY TEXT: what follows happens that day, in the morning. Only a build for testing lets the clock
# be set like that; on another the example runs as of today.
on() {
    export DCADMIN_NOW="$1T09:00:00Z"
    step "$1: $2"
}
# show CODE WORDS...: prints the command as a user types it, runs it, and wants that exit code.
show() {
    local want=$1 code=0 line='$ dcadmin' word
    shift
    for word in "$@"; do
        case $word in
            "$here"/*) line+=" ${word#"$here"/}" ;;
            *[' |']*) line+=" '$word'" ;;
            *) line+=" $word" ;;
        esac
    done
    printf '\n%s\n' "$line"
    "$dcadmin" "$@" 2>&1 || code=$?
    [ "$code" = 0 ] || printf '[%s]\n' "$code"
    [ "$code" = "$want" ] || {
        printf 'the example: ended with %s, not %s\n' "$code" "$want" >&2
        exit 1
    }
}
# quietly WORDS...: what has to be there, and is not worth showing.
quietly() {
    "$dcadmin" "$@" >/dev/null 2>said || {
        cat said >&2
        exit 1
    }
}
# look FILE: shows a file.
look() {
    printf '\n$ cat %s\n' "${1#"$here"/}"
    tr -d '\r' <"$1"
}
