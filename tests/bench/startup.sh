# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Commands that are over in milliseconds, each a whole process, by hyperfine; and the access check
# inside one process, against a bare prepared select. Sourced by run.sh, whose names it uses:
: "${top:?}" "${here:?}" "${work:?}" "${data:?}" "${dcadmin:?}" "${orgs:?}" "${grants:?}"

# Median and 99th percentile in milliseconds of COMMAND…, under NAME: quick NAME [--prepare TEXT] COMMAND
quick() {
    local name=$1
    shift
    hyperfine -N --warmup 5 --runs "${BENCH_RUNS:-200}" --export-json "$work/quick.json" \
        --output null "$@" >/dev/null 2>"$work/err" || {
        tail -3 "$work/err" >&2
        die "$name failed: $*"
    }
    # The list of times is one number a line.
    awk '/"times"/ { on = 1; next } on && /\]/ { on = 0 } on { gsub(/[ ,]/, ""); print $1 * 1000 }' \
        "$work/quick.json" | percentiles "$name"
}
# percentiles NAME: of the milliseconds on standard input, as a line of $work/quick.tsv
percentiles() {
    sort -n | awk -v name="$1" '{ v[NR] = $1 } END { printf "%s\t%.2f\t%.2f\n", name,
        v[int((NR + 1) / 2)], v[int(NR * 0.99 + 0.5)] }' >>"$work/quick.tsv"
    say "  $(tail -n 1 "$work/quick.tsv")"
}
# Each run is another row, so that each is applied; timed by the shell that starts the process.
one_row() {
    local person org right site before
    tail -n +2 "$data/more.csv" | awk -v n="${BENCH_RUNS:-200}" 'NR <= n' |
        while IFS=, read -r person org right site _; do
            before=${EPOCHREALTIME/./}
            dc --store "$1" grant add --person "$person" --org "$org" --right "$right" \
                ${site:+--site "$site"} </dev/null >/dev/null 2>"$work/err" || die "one row failed"
            echo "$((${EPOCHREALTIME/./} - before))"
        done | awk '{ print $1 / 1000 }' | percentiles one-row
}
quick_value() { awk -F'\t' -v name="$1" -v column="$2" '$1 == name { print $column }' "$work/quick.tsv"; }

startup_measure() {
    : >"$work/quick.tsv"
    local store=sqlite:$work/full.db person org right
    quick sqlite3 'sqlite3 --version'
    quick version "$dcadmin version"
    IFS=, read -r person right org < <(sed -n 2p "$data/checks.csv")
    quick access "$dcadmin --store $store access check --person $person --right $right --org $org"
    one_row "$store"
    say "  200000 persons"
    "$work/generate" "$work/many" --grants 0 --persons 200000 --orgs "$orgs" --rights 40
    fill "$work/many.db" "$work/many"
    quick complete-name \
        "$dcadmin __complete bash 6 dcadmin --store sqlite:$work/many.db grant list --person Peet"
    quick complete-number \
        "$dcadmin __complete bash 6 dcadmin --store sqlite:$work/many.db grant list --person 8507"
    build_access
    "$work/access" "sqlite:$work/full.db" "$data/checks.csv" >"$work/access.txt"
}

startup_report() {
    printf '%-46s %9s %9s %9s\n' 'one whole process' median p99 'of sqlite3'
    local name base
    base=$(quick_value sqlite3 2)
    while IFS='=' read -r name words; do
        printf '%-46s %6s ms %6s ms %9s\n' "$words" "$(quick_value "$name" 2)" \
            "$(quick_value "$name" 3)" "$(calc %.2f "$(quick_value "$name" 2)/$base")"
    done <<NAMES
sqlite3=sqlite3 --version
version=dcadmin version
access=dcadmin access check, $grants grants
one-row=dcadmin grant add, one row, $grants grants
complete-name=completion of a name, 200000 persons
complete-number=completion of a number, 200000 persons
NAMES
    echo
    cat "$work/access.txt"
}
