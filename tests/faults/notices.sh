#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# SIGKILL at each call by which `notice send` writes, syncs or sends, two senders at once, and a relay
# that dies when it has taken a mail: no notice is lost, and what a person gets twice has one
# Message-ID.
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"
support=$(dirname "$0")/../support

if ! strace -f -o /dev/null true 2>/dev/null; then
    echo "skipped: strace cannot trace processes here"
    exit 77
fi
if [ ! -d "$support/node/node_modules/smtp-server" ]; then
    echo "skipped: smtp-server is not installed (npm ci in tests/support/node)"
    exit 77
fi

mkdir "$work/mails"
mkfifo "$work/hold"
node "$support/node/smtp_server.mjs" "$work/mails" plain <"$work/hold" >"$work/port" &
relay=$!
exec 9>"$work/hold"
cleanup() {
    kill "$relay" 2>/dev/null || true
    rm -rf "$work"
}
for _ in $(seq 100); do
    [ ! -s "$work/port" ] || break
    sleep 0.1
done
DCADMIN_MAIL_URL=smtp://127.0.0.1:$(cat "$work/port")
export DCADMIN_MAIL_URL DCADMIN_MAIL_FROM=toegang@example.be
behave() { echo "$1" >"$work/mails/mode"; }

persons=4
dc store init >/dev/null
dc org add --number 0566988259 --name Poetshulp >/dev/null
front=850730
for n in $(seq "$persons"); do
    digits=$(printf '%06d%03d' "$front" $((n * 2 + 1)))
    number=$digits$(printf '%02d' $((97 - 10#$digits % 97)))
    echo "$number" >>"$work/numbers"
    dc person add --number "$number" --first-name Lucas --last-name "Maes$n" \
        --email "p$n@example.be" >/dev/null 2>"$work/err" || fail "adding a person"
    dc relation add --person "p-$n" --org 0566988259 --audience EA --category vaste \
        --email "p$n@example.be" --phone 0470123456 >/dev/null 2>"$work/err" || fail "a relation"
done
mv "$store" "$work/base.db"

send=("$dcadmin" --store "sqlite:$store" --no-input --quiet notice send)
anew() {
    fresh
    rm -f "$work"/mails/*.eml
    behave plain
}
# What a dead sender had claimed, and what is to be tried later, is due now.
time_passes() {
    sqlite3 "$store" "UPDATE notice SET due_at = '';
        UPDATE notice SET state_at = '2000-01-01T00:00:00Z' WHERE state = 'claimed'"
}
# every_notice TWICE: each went out, at most so many of them twice, and then under one id
every_notice() {
    local left mails ids
    left=$(sqlite3 -readonly "$store" "SELECT count(*) FROM notice WHERE state <> 'sent'")
    [ "$left" = 0 ] || fail "$2: $left notices are not sent"
    mails=$(find "$work/mails" -name '*.eml' | wc -l)
    ids=$(grep -h -A1 '^Message-ID:' "$work"/mails/*.eml | grep -o '<.*>' | sort -u | wc -l)
    [ "$ids" = "$persons" ] || fail "$2: $ids Message-IDs for $persons notices"
    [ "$mails" -le $((persons + $1)) ] || fail "$2: $mails mails for $persons notices"
    ids=$(sqlite3 -readonly "$store" 'SELECT count(*) FROM audit_entry WHERE subject = "notice"')
    [ "$ids" = 0 ] || fail "$2: sending left entries in the log"
    ! grep -qF -f "$work/numbers" "$work"/mails/*.eml || fail "$2: a national number in a mail"
}

calls=(sendto write pwrite64 fdatasync ftruncate unlink connect)
anew
strace -f -qq -o "$work/trace" -e trace="$(IFS=,; echo "${calls[*]}")" "${send[@]}" \
    >/dev/null 2>"$work/err" || fail "a traced run fails"
every_notice 0 "a run without a fault"

kills=0
for call in "${calls[@]}"; do
    count=$(awk -v call="$call(" 'index($2, call) == 1 { if (++n[$1] > most) most = n[$1] }
        END { print most + 0 }' "$work/trace")
    for at in $(seq "$count"); do
        anew
        code=0
        { strace -f -qq -o /dev/null -e trace="$call" -e "inject=$call:signal=KILL:when=$at" \
            "${send[@]}" >/dev/null 2>&1; } 2>/dev/null || code=$?
        [ "$code" = 137 ] || [ "$code" = 0 ] || fail "$call number $at: ended with $code"
        [ "$code" = 0 ] || kills=$((kills + 1))
        time_passes
        timeout 60 "${send[@]}" >"$work/out" 2>"$work/err" || fail "$call number $at: then $?"
        every_notice 1 "$call number $at"
        dc store check >"$work/out" 2>"$work/err" || fail "store check: $(cat "$work/out")"
    done
done
[ "$kills" -ge 20 ] || fail "only $kills calls were found"

# The relay takes each mail and dies: all are sent again, each under its own id.
for mode in die:taken die:data die:rcpt die:sender data451; do
    anew
    behave "$mode"
    for _ in 1 2 3; do
        timeout 60 "${send[@]}" >/dev/null 2>&1 || true
        time_passes
    done
    behave plain
    timeout 60 "${send[@]}" >"$work/out" 2>"$work/err" || fail "$mode: then $?"
    every_notice $((persons * 3)) "$mode"
done

# Two senders at once never send the same.
for round in 1 2 3; do
    anew
    timeout 60 "${send[@]}" >/dev/null 2>"$work/err" & one=$!
    timeout 60 "${send[@]}" >/dev/null 2>"$work/err.two" & two=$!
    wait "$one" || fail "the first of two senders ends with $?"
    wait "$two" || fail "the second of two senders ends with $?"
    every_notice 0 "two senders, round $round"
done
echo "killed at each of $kills calls; no notice was lost"
