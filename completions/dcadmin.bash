# SPDX-License-Identifier: Apache-2.0
# bash completion for dcadmin: asks the program itself.
_dcadmin() {
    local IFS=$'\n' line
    COMPREPLY=()
    while read -r line; do
        if [ "$line" = ":files" ]; then
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -f -- "${COMP_WORDS[COMP_CWORD]}")
            return
        fi
        COMPREPLY+=("$line")
    done < <("${COMP_WORDS[0]}" __complete bash "$COMP_CWORD" "${COMP_WORDS[@]}" 2>/dev/null)
}
complete -F _dcadmin dcadmin
