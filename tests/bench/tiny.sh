#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The generator gives the same bytes twice, everything it makes is accepted, what it makes wrong is
# refused, and the library's answers agree with a bare select: tiny.sh DCADMIN GENERATE ACCESS
set -euo pipefail

dcadmin=$1 generate=$2 access=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CONFIG_HOME=$work XDG_DATA_HOME=$work XDG_STATE_HOME=$work
unset DCADMIN_STORE DCADMIN_PROFILE DCADMIN_ORG DCADMIN_OUTPUT DCADMIN_NOW
store=sqlite:$work/t.db
dc() { "$dcadmin" --store "$store" --no-input --yes --quiet "$@"; }
fail() {
    echo "tiny: $*" >&2
    exit 1
}

today=$(date +%F)
make() { "$generate" "$1" --persons 200 --orgs 20 --rights 8 --grants 1000 --today "$today" "${@:2}"; }
make "$work/one" --more 50
make "$work/two" --more 50
diff -r "$work/one" "$work/two" || fail "two runs of the generator differ"
make "$work/bad" --bad 14
[ "$(wc -l <"$work/bad/grants.csv")" = 1015 ] || fail "not 14 bad rows beside 1000 good ones"

dc store init >"$work/out"
for noun in org site right person relation; do
    dc "$noun" add --file "$work/one/${noun}s.csv" >"$work/out"
done
for file in grants more; do
    dc grant add --file "$work/one/$file.csv" >"$work/out"
    rows=$(($(wc -l <"$work/one/$file.csv") - 1))
    applied=$(grep -c ',applied,' "$work/one/$file.outcome.csv")
    [ "$applied" = "$rows" ] || fail "$file.csv: $applied of $rows rows applied"
done
code=0
dc grant add --file "$work/bad/grants.csv" --skip-invalid >"$work/out" 2>"$work/err" || code=$?
[ "$code" = 3 ] || fail "a file with bad rows ended with $code"
rejected=$(grep -c ',rejected,' "$work/bad/grants.outcome.csv")
[ "$rejected" = 14 ] || fail "$rejected of 14 bad rows rejected"
"$access" "sqlite:$work/t.db" "$work/one/checks.csv"
