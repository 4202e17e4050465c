# SPDX-License-Identifier: Apache-2.0
# fish completion for dcadmin: asks the program itself.
function __dcadmin_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    set -l found ($before[1] __complete fish (count $before) $before $current 2>/dev/null)
    if string match -q ":files*" -- $found[1]
        __fish_complete_path $current
    else
        printf '%s\n' $found
    end
end
complete -c dcadmin -f -a '(__dcadmin_complete)'
