#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Signs in with each kind of key by the program alone, as its users do, against real counterparts on
# 127.0.0.1: a SoftHSM card with OCSP, oathtool, a gateway for messages, a provider of OpenID that a
# browser (curl) visits. Then an application is told who came, and PyJWT verifies it. At last no
# secret may stand in what was printed, in the store, or in its log.
#
#   tests/sign_in/program.sh DCADMIN SOFTHSM_MODULE
set -euo pipefail

program=$1
softhsm=$2
support=$(cd "$(dirname "$0")/../support" && pwd)
place=$(mktemp -d)
servers=()
finish() {
    for server in "${servers[@]}"; do kill "$server" 2>/dev/null || true; done
    rm -rf "$place"
}
trap finish EXIT
cd "$place"
export HOME=$place XDG_CONFIG_HOME='' XDG_STATE_HOME='' XDG_DATA_HOME=''
umask 077

fail() {
    printf 'sign_in: %s\n' "$1" >&2
    exit 1
}

# serve NAME COMMAND…: starts a server that prints its port; $port is that.
serve() {
    local name=$1
    shift
    mkfifo "$name.hold"
    "$@" <"$name.hold" >"$name.port" 2>/dev/null &
    servers+=("$!")
    # shellcheck disable=SC2034 # it ends when this is closed, with the script
    exec {hold}>"$name.hold"
    for _ in $(seq 100); do
        [ ! -s "$name.port" ] || break
        sleep 0.1
    done
    port=$(head -n 1 "$name.port")
    [ -n "$port" ] || fail "$name did not start"
}

# say WORD…: runs the program, keeping all that it prints.
say() {
    timeout 60 "$program" "$@" > >(tee -a printed) 2> >(tee -a printed >&2)
}

# refused STATUS WORD…: the same, for what must end so.
refused() {
    local wanted=$1 got=0
    shift
    say "$@" >/dev/null 2>refusal || got=$?
    [ "$got" = "$wanted" ] || fail "'$*' ended with $got, not $wanted: $(cat refusal)"
}

signed_in() {
    say auth status --fields key,level,org -o csv | tail -n 1 | tr -d '\r'
}

mkdir pki
serve authority python3 "$support/card_authority.py" "$place/pki"
bash "$support/card_pki.sh" "$place/pki" "$port" "$softhsm" >/dev/null 2>&1
export SOFTHSM2_CONF=$place/pki/softhsm2.conf
serve gateway python3 "$support/sms_gateway.py"
gateway=http://127.0.0.1:$port
serve provider node "$support/node/openid_provider.mjs"
provider=http://127.0.0.1:$port

echo 1234 >pin
echo 9999 >wrong.pin
echo 'vier woorden naast elkaar' >password
echo 'een-geheim/met:tekens' >client.secret
printf 'Content-Type: application/json\nX-Key: geheim-77\n' >headers
printf '{"to":"{to}","text":"{text}"}' >body

say store init >/dev/null
say person add --number 85073003328 --first-name Lucas --last-name Maes --email lucas@example.be >/dev/null
say org add --number 0566988259 --name Poetshulp >/dev/null
say right add --code dienstencheques --title-nl Dienstencheques --audience EA --context none \
    --max-term 4y --default-term 4y >/dev/null
say relation add --person p-1 --org 0566988259 --category vaste --email lucas@example.be \
    --phone +3212345678 >/dev/null
say grant add --person p-1 --org 0566988259 --right dienstencheques --reason nodig >/dev/null
refused 4 auth status

echo '- a card'
say config set key.eid.module "$softhsm" >/dev/null
say config set key.eid.roots_file "$place/pki/roots.pem" >/dev/null
say config set key.eid.token valid >/dev/null
refused 4 auth login --key eid --pin-file wrong.pin
say auth login --key eid --pin-file pin >/dev/null
[ "$(signed_in)" = eid,500,0566988259 ] || fail 'the card did not sign in for the only organisation'
[ "$(stat -c %a .local/state/dcadmin/session-* | head -n 1)" = 600 ] || fail 'a loose session file'

echo '- a password and an application, activated with the card'
say key activate password --person p-1 --user lucas --password-file password >/dev/null
{
    until [ -s uri ]; do sleep 0.1; done
    # It waits with a seed in its memory: were it to crash now, no core file would tell.
    for process in /proc/[0-9]*; do
        line=$(tr '\0' ' ' 2>/dev/null <"$process/cmdline" || true)
        [[ $line == "$program key activate app "* ]] || continue
        ! grep -q '^Max core file size *0 *0 ' "$process/limits" || touch no_core
    done
    oathtool --totp -b "$(sed 's/.*secret=\([A-Z2-7]*\).*/\1/' uri)"
} | say key activate app --person p-1 --uri-file uri --code-file - >/dev/null
[ -f no_core ] || fail 'a crash would leave a core file'
seed=$(sed 's/.*secret=\([A-Z2-7]*\).*/\1/' uri)
later() { oathtool --totp -b -N "now + 30 seconds" "$seed"; }
code=$(later)
printf '%s\n' "$code" | say auth login --key app --user lucas --password-file password --code-file - \
    --for self >/dev/null
[ "$(signed_in)" = app,400, ] || fail 'the application did not sign in'
printf '%s\n' "$code" | refused 5 auth login --key app --user lucas --password-file password \
    --code-file -
say auth switch 0566988259 >/dev/null
[ "$(signed_in)" = app,400,0566988259 ] || fail 'the session was not switched'
say config set sms.url "$gateway/ok" >/dev/null
say config set sms.headers_file "$place/headers" >/dev/null
say config set sms.body_file "$place/body" >/dev/null
# By application one does not activate keys, and no message goes out.
refused 5 key activate sms --person p-1 --phone 0470123456 --code-file pin
[ "$(curl -s "$gateway/count")" = 0 ] || fail 'a message was sent before the permission was asked'
say auth logout >/dev/null

echo '- codes by SMS, and a provider of OpenID, activated by an operator'
messages() { curl -s "$gateway/count"; }
sent() { curl -s "$gateway/last" | cut -d ' ' -f 2; }
# next_message BEFORE: the code of the message that comes after so many.
next_message() {
    until [ "$(messages)" -gt "$1" ]; do sleep 0.1; done
    sent
}
next_message 0 | say key activate sms --person p-1 --phone 0470123456 --code-file - --reason gezien \
    >/dev/null
next_message 1 | say auth login --key sms --user lucas --password-file password --code-file - >/dev/null
[ "$(signed_in)" = sms,300,0566988259 ] || fail 'the message did not sign in'
sent >sms.code
say auth logout >/dev/null

say config set key.itsme.issuer "$provider" >/dev/null
say config set key.itsme.client_id dcadmin >/dev/null
say config set key.itsme.client_secret_file "$place/client.secret" >/dev/null
# browse WORD…: runs the program, and opens the address that it tells.
browse() {
    : >told
    timeout 60 "$program" "$@" >/dev/null 2>told &
    local running=$!
    until grep -q 'http://' told; do
        kill -0 "$running" 2>/dev/null || fail "no address was told: $(cat told)"
        sleep 0.1
    done
    curl -s -L --max-time 15 -b '' "$(grep -o 'http://[^ ]*' told | head -n 1)" >/dev/null
    wait "$running" || fail "'$*': $(cat told)"
}
browse key activate itsme --person p-1 --reason gezien
# What is the operator's, and not of who is about to sign in.
say config set assert.issuer https://dcadmin.example.be >/dev/null
say config set assert.key_file "$place/signing.pem" >/dev/null
say signing create >/dev/null
say app add --code zone --name 'Beveiligde zone' --right dienstencheques --client-id zone-web >/dev/null
browse auth login --key itsme
[ "$(signed_in)" = itsme,450,0566988259 ] || fail 'the provider did not sign in'

echo '- an application is told who came'
refused 5 signing rotate --reason 'niet de mijne'
timeout 60 "$program" auth assert --app zone --nonce n-1 >assertion
say signing export >keys.json
/usr/bin/python3 - <<'END' || fail 'the assertion does not verify'
import json, jwt
token = open('assertion').read().strip()
kid = jwt.get_unverified_header(token)['kid']
key = next(k for k in json.load(open('keys.json'))['keys'] if k['kid'] == kid)
claims = jwt.decode(token, jwt.algorithms.ECAlgorithm.from_jwk(json.dumps(key)), ['ES256'],
                    audience='zone-web', issuer='https://dcadmin.example.be')
assert claims['nonce'] == 'n-1' and claims['vo_orgcode'] == '0566988259', claims
assert claims['dwse_dienstencheques_rol_3d'] == ['Dienstencheques:0566988259'], claims
assert 'rrn' not in claims and '85073003328' not in json.dumps(claims), claims
END

echo '- a program of its own, and the end'
say auth logout >/dev/null
say account add nightly --operation read_persons --until "$(date -d '+1 year' +%F)" --reason nightly \
    --secret-file account.token >/dev/null
DCADMIN_TOKEN_FILE=$place/account.token say person list >/dev/null
say account rotate nightly --secret-file account.new >/dev/null
DCADMIN_TOKEN_FILE=$place/account.token refused 4 person list
DCADMIN_TOKEN_FILE=$place/account.new refused 5 grant revoke --person p-1 --org 0566988259 \
    --right dienstencheques --reason 'buiten zijn opdracht'
say audit list --limit 100 >log
grep -q 'p-1 (by eid' log || fail 'the log does not tell of the card'
say store check >/dev/null
say audit verify >/dev/null

echo '- what was done is told by mail'
mkdir mails
serve relay node "$support/node/smtp_server.mjs" "$place/mails" plain
say config set mail.url "smtp://127.0.0.1:$port" >/dev/null
say config set mail.from toegang@example.be >/dev/null
say notice send >/dev/null
python3 "$support/read_mails.py" mails >mail.text
grep -q '^To: .*lucas@example.be' mail.text || fail 'no mail arrived'

echo '- from now on nobody works here without a session'
say staff add --person p-1 --role operator --reason brief >/dev/null
say policy set sign_in required --reason brief >/dev/null
refused 4 person list
refused 4 policy set sign_in optional
DCADMIN_TOKEN_FILE=$place/account.new say person list >/dev/null
say auth login --key eid --pin-file pin --for 0566988259 >/dev/null
# For the organisation he is who holds a right there, and no operator.
say person list >/dev/null
refused 5 policy set sign_in optional
refused 5 grant revoke --person p-1 --org 0566988259 --right dienstencheques --reason eigen
say auth switch self >/dev/null
say policy set self_grant refuse --reason brief >/dev/null
say auth logout >/dev/null
say notice send >/dev/null
python3 "$support/read_mails.py" mails >mail.text
refused 4 policy list

# The secrets of all this: in nothing that was printed or sent, in the store nor in its files.
cp .local/share/dcadmin/dcadmin.db* "$place"
secrets=("$(cat password)" "$(cat client.secret)" "$seed" geheim-77 "$(cat account.token)"
    "$(cat account.new)" "$(cat assertion)")
for secret in "${secrets[@]}"; do
    [ -n "$secret" ] || fail 'an empty secret proves nothing'
    for file in printed told refusal log dcadmin.db* mail.text mails/*.eml; do
        ! grep -qaF -- "$secret" "$file" || fail "a secret stands in $file"
    done
done
# Six digits stand in many a number: as a word they stand in none.
for code in "$code" "$(cat sms.code)"; do
    ! grep -qaFw -- "$code" printed told refusal log mail.text mails/*.eml ||
        fail 'a code was printed'
done
! grep -qaE '85073003328|85\.07\.30-033\.28' printed log mail.text mails/*.eml ||
    fail 'a national number was printed'
echo 'each key signed in, and no secret was told'
