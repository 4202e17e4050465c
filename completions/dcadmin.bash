# SPDX-License-Identifier: Apache-2.0
# bash completion for dcadmin: asks the program itself. What it prints is put in as it stands; a
# line that begins with ":files" or ":folders" asks for names of the disk instead, and has what is
# typed of one behind a tab.
_dcadmin() {
    local IFS=$'\n' line
    COMPREPLY=()
    while read -r line; do
        case $line in
            :files$'\t'*)
                compopt -o filenames 2>/dev/null
                mapfile -t COMPREPLY < <(compgen -f -- "${line#*$'\t'}")
                return
                ;;
            :folders$'\t'*)
                compopt -o filenames 2>/dev/null
                mapfile -t COMPREPLY < <(compgen -d -- "${line#*$'\t'}")
                return
                ;;
        esac
        COMPREPLY+=("$line")
    done < <("${COMP_WORDS[0]}" __complete bash "$COMP_CWORD" "${COMP_WORDS[@]}" 2>/dev/null)
}
complete -o nosort -F _dcadmin dcadmin
