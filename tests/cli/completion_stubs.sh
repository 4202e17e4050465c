#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The stubs are what the program prints, and bash completes with its own.
#   completion_stubs.sh DCADMIN FOLDER
set -euo pipefail

dcadmin=$1 folder=$2
cmp <("$dcadmin" completion bash) "$folder/dcadmin.bash"
cmp <("$dcadmin" completion zsh) "$folder/_dcadmin"
cmp <("$dcadmin" completion fish) "$folder/dcadmin.fish"

# shellcheck source=/dev/null
. "$folder/dcadmin.bash"
complete_line() { # the words of the line, the last one to be completed
    COMP_WORDS=("$dcadmin" "$@")
    # shellcheck disable=SC2034 # the stub reads it
    COMP_CWORD=$#
    _dcadmin
}
expect() {
    [ "${COMPREPLY[*]}" = "$1" ] || {
        echo "completion: got '${COMPREPLY[*]}', not '$1'" >&2
        exit 1
    }
}
complete_line gra
expect grant
complete_line grant ad
expect add
complete_line grant list --sta
expect --state
complete_line --output = js
expect 'json jsonl'
