# SPDX-License-Identifier: Apache-2.0
# fish completion for dcadmin: asks the program itself. It says what goes in and what it is; a line
# that begins with ":files" or ":folders" asks for names of the disk instead, behind what is typed
# before one. fish itself offers only what has the word that was typed; where that word stands in
# the descriptions alone, the word is taken away, and what was found for it is completed instead.
function __dcadmin_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    set -l found
    if test -z "$current"; and set -q __dcadmin_found
        set found $__dcadmin_found
        set -e __dcadmin_found
    else
        set found ($before[1] __complete fish (count $before) $before $current 2>/dev/null)
    end
    if string match -qr '^:(files|folders)\t' -- $found[1]
        __dcadmin_files $found[1] $current
    else if string match -qr -- '^'(string escape --style=regex -- "$current") $found
        or string match -qr -- '[\s\'"\\\\]' "$current"
        printf '%s\n' $found
    else if test -n "$found[1]"
        set -g __dcadmin_found $found
        commandline -f backward-kill-bigword complete
    end
end
function __dcadmin_files -a answer current
    set -l prefix (string replace -r '^[^\t]*\t' '' -- $answer)
    set -l begun (string unescape -- (string sub -s (math 1 + (string length -- "$prefix")) -- $current))
    set -l names
    if string match -q ':folders*' -- $answer
        set names (__fish_complete_directories "$begun" '')
    else
        set names (__fish_complete_path "$begun")
    end
    test -n "$names[1]"; and printf '%s\n' $prefix$names
end
complete -c dcadmin -f -a '(__dcadmin_complete)'
