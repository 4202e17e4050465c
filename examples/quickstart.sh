#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# From a fresh Debian 12 to ten thousand rights granted and proved: installs what is missing, builds
# the release, makes a store in a new folder with sample registers, and grants rights from a CSV
# file that has mistakes in it.
#
#   examples/quickstart.sh [FOLDER]
#
# With DCADMIN_BIN and DCADMIN_GENERATE set, nothing is installed or built; QUICKSTART_ROWS says how
# many rows. Run it as root or as a user who may use sudo; it asks for packages only.
set -euo pipefail

top=$(cd "$(dirname "$0")/.." && pwd)
rows=${QUICKSTART_ROWS:-10000}
unset DCADMIN_STORE DCADMIN_PROFILE DCADMIN_ORG DCADMIN_OUTPUT DCADMIN_NOW

if [ -t 1 ]; then bold=$(printf '\033[1m') plain=$(printf '\033[0m'); else bold='' plain=''; fi
step() { printf '\n%s== %s%s\n' "$bold" "$*" "$plain"; }
show() { # prints the command as a user would type it, then runs it; its exit code is kept in $code
    printf '\n%s$ dcadmin' "$bold"
    printf ' %q' "$@"
    printf '%s\n' "$plain"
    code=0
    "$dcadmin" "$@" || code=$?
}
expect() { # expect CODE: what the last command must have ended with
    [ "$code" = "$1" ] || {
        printf 'quickstart: the last command ended with %s, not %s\n' "$code" "$1" >&2
        exit 1
    }
}

if [ -n "${DCADMIN_BIN:-}" ]; then
    dcadmin=$DCADMIN_BIN generate=${DCADMIN_GENERATE:?}
else
    step "Installing what is missing, building the release"
    # shellcheck source=/dev/null
    . "$top/tests/packages.sh"
    install_build_packages
    (cd "$top" && cmake --preset release && cmake --build --preset release)
    dcadmin=$top/build/release/bin/dcadmin generate=$top/build/release/bin/generate
    c++ -std=c++20 -O2 -o "$generate" "$top/tests/bench/generate.cpp"
fi

if [ -n "${1:-}" ]; then
    mkdir -p "$1"
    folder=$(cd "$1" && pwd)
else
    folder=$(mktemp -d "${TMPDIR:-/tmp}/dcadmin-quickstart.XXXXXX")
fi
cd "$folder"
export DCADMIN_STORE=sqlite:$folder/dcadmin.db

step "A store, and the sample registers"
"$generate" data --persons 2000 --orgs 200 --rights 12 --grants "$rows" --bad 7 \
    --today "$(TZ=Europe/Brussels date +%F)"
show store init
expect 0
for noun in org site right person relation; do
    show "$noun" add --file "data/${noun}s.csv"
    expect 0
done

step "A file with mistakes: refused whole, every mistake named, nothing changed"
show grant add --file data/grants.csv
expect 2

step "The same file, leaving the bad rows out"
show grant add --file data/grants.csv --skip-invalid
expect 3

step "What became of the rows that were refused"
head -n 1 data/grants.outcome.csv
grep ',rejected,' data/grants.outcome.csv

step "Once more: what is done stays done"
show grant add --file data/grants.csv --skip-invalid --outcome data/again.csv
expect 3

step "A list, one person's rights, and why a right is missing"
IFS=, read -r person org right _ < <(sed -n 2p data/grants.csv)
show grant list --org "$org" --limit 5
expect 0
show grant list --person "$person"
expect 0
show access check --person "$person" --right "$right"
missing=$(cut -d, -f1 data/rights.csv | tail -n +2 | while read -r code; do
    grep -q "^$person,$org,$code," data/grants.csv || { echo "$code" && break; }
done)
show grant explain --person "$person" --org "$org" --right "${missing:-$right}"

step "The proof: the log of all this, recomputed and replayed"
show audit verify
expect 0

cat <<END

${bold}== To try next${plain}

cd $folder
export PATH=$(dirname "$dcadmin"):\$PATH
export DCADMIN_STORE=$DCADMIN_STORE
dcadmin grant revoke --person $person --org $org --right $right --reason "left the desk"
dcadmin grant list --person $person --at $(TZ=Europe/Brussels date -d tomorrow +%F)
dcadmin audit list --org $org --limit 5
dcadmin notice list --limit 5
dcadmin -o json grant list --org $org
dcadmin store backup copy.db
dcadmin help bulk
END
