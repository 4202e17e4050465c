#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# mandoc finds neither warnings nor errors in the manual pages.
#   lint_manual.sh MANDOC FOLDER
set -euo pipefail

mandoc=$1 folder=$2
bad=0
for page in "$folder"/*.[157]; do
    "$mandoc" -T lint -W warning "$page" || bad=1
done
exit "$bad"
