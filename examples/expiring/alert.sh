#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Mails what ends within a term, as CSV, to those who answer for it; says nothing when nothing ends.
#
#   alert.sh TERM ADDRESS
#
# MAILER takes the mail on its standard input; `sendmail -t` unless it is set. DCADMIN is the program.
set -euo pipefail

dcadmin=${DCADMIN:-/usr/bin/dcadmin}
mailer=${MAILER:-/usr/sbin/sendmail -t}
term=$1 address=$2

code=0
list=$("$dcadmin" --no-input expiring --within "$term" --exit-code -o csv) || code=$?
case $code in
    0) exit 0 ;;       # nothing ends
    10) ;;             # something does
    *) exit "$code" ;; # the store could not be asked: the timer's unit fails, and shows in its log
esac
{
    printf 'To: %s\nSubject: dcadmin: what ends within %s\n' "$address" "$term"
    printf 'Content-Type: text/csv; charset=utf-8\n\n%s\n' "$list"
} | tr -d '\r' | $mailer
