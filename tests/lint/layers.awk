# SPDX-License-Identifier: Apache-2.0
# Reads the names of source files and judges their includes by the table given as `table`.

function die(message) {
    print "layers: " message > "/dev/stderr"
    failed = 2
    exit 2
}

function read_table(    line, words, count, i) {
    while ((getline line < table) > 0) {
        sub(/^[ \t]+/, "", line)
        if (line == "" || line ~ /^#/) continue
        count = split(line, words, /[ \t]+/)
        if (words[1] == "rung" && count >= 3) {
            for (i = 3; i <= count; ++i) rung[words[i]] = words[2] + 0
        } else if (words[1] == "public" && count == 3) {
            home[words[2]] = words[3]
        } else if (words[1] == "allow" && count == 3) {
            ++allows
            allow_file[allows] = words[2]
            allow_include[allows] = words[3]
        } else if (words[1] == "only" && count == 3) {
            ++onlys
            only_include[onlys] = words[2]
            only_file[onlys] = words[3]
        } else if (words[1] == "own" && count == 2) {
            own = words[2]
        } else if (words[1] == "frame" && count == 2) {
            frame = words[2]
        } else {
            die("cannot read the row: " line)
        }
    }
    close(table)
    if (allows == 0) die("no table in " table)
}

function whole(text, expression) {
    return text ~ ("^(" expression ")$")
}

# The folder of lib/src that a file belongs to; "" outside the library.
function folder_of(file,    words) {
    if (file ~ /^lib\/include\//) return folder_of_public(substr(file, length("lib/include/") + 1))
    if (file !~ /^lib\/src\//) return ""
    split(file, words, "/")
    return words[3]
}

# The folder that a public header belongs to: "dcadmin/rights.h" and "dcadmin/base/date.h".
function folder_of_public(header,    words) {
    if (header in home) return home[header]
    split(header, words, "/")
    sub(/[.]h$/, "", words[2])
    return words[2]
}

# The noun whose command a file is; "" for the frame and outside cmd/.
function noun_of(file,    words) {
    if (split(file, words, "/") < 3 || words[1] != "cmd" || whole(words[2], frame)) return ""
    return words[2]
}

# What an include is: the folder it leads to in the library, by public or private header.
function target_of(include,    bare, words) {
    bare = substr(include, 2, length(include) - 2)
    if (include ~ /^<dcadmin\//) return folder_of_public(bare)
    if (include !~ /^"/ || split(bare, words, "/") < 2) return ""
    return words[1]
}

function allowed_on_ladder(file, include,    from, to) {
    from = folder_of(file)
    to = target_of(include)
    if (!(from in rung) || !(to in rung)) return 0
    if (file ~ /^lib\/include\// && include ~ /^"/) return 0
    return from == to || rung[to] < rung[from]
}

function allowed_by_row(file, include,    i, noun) {
    noun = noun_of(file)
    if (noun != "" && include ~ ("^\"" noun "/")) return 1
    for (i = 1; i <= allows; ++i) {
        if (!whole(include, allow_include[i])) continue
        if (noun != "" && allow_file[i] == "noun") return 1
        if (whole(file, allow_file[i])) return 1
    }
    return 0
}

# Kept by another folder to itself, or to few files.
function withheld(file, include,    i, name) {
    for (i = 1; i <= onlys; ++i) {
        if (whole(include, only_include[i]) && !whole(file, only_file[i])) return 1
    }
    if (include !~ /^"/ || file !~ /^lib\//) return 0
    name = substr(include, 2, length(include) - 2)
    sub(/.*\//, "", name)
    return whole(name, own) && target_of(include) != folder_of(file)
}

function judge(file, number, include) {
    if (include !~ /^(<[^>]+>|"[^"]+")$/) {
        print file ":" number ": cannot tell what is included: " include
        failed = 1
    } else if (withheld(file, include) ||
               !(allowed_on_ladder(file, include) || allowed_by_row(file, include))) {
        print file ":" number ": may not include " include
        failed = 1
    }
}

function read_source(file,    line, number) {
    while ((getline line < file) > 0) {
        ++number
        if (line !~ /^[ \t]*#[ \t]*include/) continue
        sub(/^[ \t]*#[ \t]*include[ \t]*/, "", line)
        sub(/[ \t\r]*(\/\/.*)?$/, "", line)
        judge(file, number, line)
    }
    close(file)
}

BEGIN { read_table() }
{ ++files; read_source($0) }
END {
    if (failed == 0 && files == 0) {
        print "layers: no source file found" > "/dev/stderr"
        failed = 2
    }
    exit failed
}
