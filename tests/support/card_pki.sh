#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes a small public-key infrastructure as that of identity cards, and a SoftHSM token per card.
#
#   card_pki.sh FOLDER PORT MODULE
#
# In FOLDER: roots.pem; per authority a folder, NAME.pem and NAME.crl; keys; tokens/ and
# softhsm2.conf. MODULE is SoftHSM's file. The certificates name http://127.0.0.1:PORT for OCSP and
# lists. Every PIN is 1234.
set -euo pipefail

folder=$1
at=http://127.0.0.1:$2
module=$3
cd "$folder"

configure() { # AUTHORITY
    mkdir "$1"
    : >"$1/index.txt"
    echo 1000 >"$1/serial"
    echo 01 >"$1/crlnumber"
    cat >"$1/openssl.cnf" <<END
[ca]
default_ca = own
[own]
dir = $1
database = $1/index.txt
new_certs_dir = $1
serial = $1/serial
crlnumber = $1/crlnumber
certificate = $1.pem
private_key = $1.key
default_md = sha256
default_startdate = 20200101000000Z
default_enddate = 20400101000000Z
default_crl_days = 7
unique_subject = no
policy = any
[any]
countryName = optional
organizationName = optional
commonName = supplied
surname = optional
givenName = optional
serialNumber = optional
[req]
distinguished_name = none
[none]
[ca_certificate]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
authorityInfoAccess = OCSP;URI:$at/ocsp/$1
crlDistributionPoints = URI:$at/crl/$1
[responder]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = OCSPSigning
[authentication]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = clientAuth, emailProtection
authorityInfoAccess = OCSP;URI:$at/ocsp/$1
crlDistributionPoints = URI:$at/crl/$1
[of_old]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
nsCertType = client, email
authorityInfoAccess = OCSP;URI:$at/ocsp/$1
crlDistributionPoints = URI:$at/crl/$1
[mail_only]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = emailProtection
authorityInfoAccess = OCSP;URI:$at/ocsp/$1
crlDistributionPoints = URI:$at/crl/$1
[signature]
basicConstraints = critical, CA:FALSE
keyUsage = critical, nonRepudiation
authorityInfoAccess = OCSP;URI:$at/ocsp/$1
crlDistributionPoints = URI:$at/crl/$1
[no_address]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = clientAuth
END
}

issue() { # AUTHORITY SECTION KEY CERTIFICATE SUBJECT [OPTION...]
    local authority=$1 section=$2 key=$3 certificate=$4 subject=$5
    shift 5
    openssl req -new -config "$authority/openssl.cnf" -key "$key" -subj "$subject" -out one.csr
    openssl ca -batch -notext -preserveDN -config "$authority/openssl.cnf" -extensions "$section" \
        -in one.csr -out "$certificate" "$@" 2>issue.log || { cat issue.log >&2; exit 1; }
}

root() { # NAME COMMON_NAME
    configure "$1"
    openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384 -out "$1.key" 2>/dev/null
    issue "$1" ca_certificate "$1.key" "$1.pem" "/C=BE/CN=$2" -selfsign -md sha384
}

authority() { # NAME ROOT COMMON_NAME
    configure "$1"
    if [ "$1" = citizen ]; then
        openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$1.key" 2>/dev/null
    else
        openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384 -out "$1.key" 2>/dev/null
    fi
    issue "$2" ca_certificate "$1.key" "$1.pem" "/C=BE/CN=$3/serialNumber=202001"
    issue "$1" responder responder.key "$1-responder.pem" "/C=BE/CN=$1 OCSP"
}

list() { # AUTHORITY
    openssl ca -config "$1/openssl.cnf" -gencrl -out "$1.crl.pem" 2>/dev/null
    openssl crl -in "$1.crl.pem" -outform DER -out "$1.crl"
}

revoke() { # AUTHORITY CERTIFICATE
    openssl ca -config "$1/openssl.cnf" -revoke "$2" -crl_reason keyCompromise 2>/dev/null
}

put() { # TOKEN KEY CERTIFICATE ID LABEL
    softhsm2-util --import "$2" --token "$1" --pin 1234 --id "$4" --label "$5" >/dev/null
    put_certificate "$1" "$3" "$4" "$5"
}

put_certificate() { # TOKEN CERTIFICATE ID LABEL
    openssl x509 -in "$2" -outform DER -out one.der
    pkcs11-tool --module "$module" --token-label "$1" --login --pin 1234 --write-object one.der \
        --type cert --id "$3" --label "$4" >/dev/null 2>&1
}

token() { # TOKEN
    softhsm2-util --init-token --free --label "$1" --so-pin 5678 --pin 1234 >/dev/null
}

card() { # TOKEN KEY CERTIFICATE
    token "$1"
    put "$1" "$2" "$3" 02 Authentication
}

mkdir tokens
export SOFTHSM2_CONF=$folder/softhsm2.conf
printf 'directories.tokendir = %s/tokens\nobjectstore.backend = file\nlog.level = ERROR\n' \
    "$folder" >softhsm2.conf

for name in card signing; do
    openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$name.key" 2>/dev/null
done
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -out small.key 2>/dev/null
for name in responder ec; do
    openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384 -out "$name.key" 2>/dev/null
done

root root "Test Root CA"
root stranger "Test Root CA"
cp root.pem roots.pem
issue root responder responder.key root-responder.pem "/C=BE/CN=root OCSP"
authority citizen root "Citizen CA"
authority withdrawn root "Withdrawn CA"
authority foreign stranger "Citizen CA"
revoke root withdrawn.pem

lucas="/C=BE/CN=Lucas Maes (Authentication)/SN=Maes/GN=Lucas/serialNumber"
person=85073003328
issue citizen authentication card.key valid.pem "$lucas=$person"
issue citizen authentication ec.key ec.pem "$lucas=$person"
issue citizen of_old card.key of_old.pem "$lucas=$person"
issue citizen signature signing.key signature.pem "${lucas/Authentication/Signature}=$person"
issue citizen signature card.key same_key_signature.pem "${lucas/Authentication/Signature}=$person"
issue citizen authentication card.key expired.pem "$lucas=$person" -enddate 20250101000000Z
issue citizen authentication card.key future.pem "$lucas=$person" -startdate 20390101000000Z
issue citizen authentication card.key revoked.pem "$lucas=$person"
revoke citizen revoked.pem
issue citizen mail_only card.key mail_only.pem "$lucas=$person"
issue citizen no_address card.key no_address.pem "$lucas=$person"
issue citizen authentication card.key sha1.pem "$lucas=$person" -md sha1
issue citizen authentication small.key small.pem "$lucas=$person"
issue citizen authentication card.key wrong_digits.pem "$lucas=85073003329"
issue citizen authentication card.key letters.pem "$lucas=850730-03328"
issue citizen authentication card.key no_number.pem "/C=BE/CN=Lucas Maes (Authentication)/GN=Lucas"
issue citizen authentication card.key two_numbers.pem "$lucas=$person/serialNumber=71020312331"
issue citizen authentication card.key other_person.pem \
    "/C=BE/CN=Noor Claes (Authentication)/SN=Claes/GN=Noor/serialNumber=71020312331"
issue withdrawn authentication card.key withdrawn_card.pem "$lucas=$person"
issue foreign authentication card.key foreign_card.pem "$lucas=$person"
for name in root citizen withdrawn foreign; do list "$name"; done
# A responder of another authority that answers for this one, and a card that poses as responder.
cp citizen.pem rogue.pem
cp -r citizen rogue
cp foreign-responder.pem rogue-responder.pem

card valid card.key valid.pem
put valid signing.key signature.pem 03 Signature
put_certificate valid citizen.pem 04 CA
put_certificate valid root.pem 06 Root
card ec ec.key ec.pem
for name in of_old expired future revoked mail_only no_address sha1 wrong_digits letters no_number \
    two_numbers other_person withdrawn_card foreign_card; do
    card "$name" card.key "$name.pem"
done
card small small.key small.pem
token signature_only
put signature_only signing.key signature.pem 03 Signature
token empty
