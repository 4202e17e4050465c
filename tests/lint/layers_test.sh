#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Plants includes in a copy of the sources: each offence must be found, and nothing else.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
trap 'exit 1' HUP INT TERM
cp -R "$here/../../lib" "$here/../../cmd" "$copy/"
failed=0

# plant FILE INCLUDE: a source file whose third line includes it.
plant() {
    mkdir -p "$copy/$(dirname "$1")"
    printf '// planted\n\n#include %s\n' "$2" >"$copy/$1"
}

# found FILE: 0 when the planted include of FILE is reported, and the check fails.
found() {
    status=0
    report=$("$here/layers" "$copy" 2>&1) || status=$?
    rm -f "$copy/$1"
    if [ "$status" -gt 1 ]; then
        printf 'layers fails: %s\n' "$report"
        exit 1
    fi
    case "
$report" in *"
$1:3: "*) [ "$status" -eq 1 ] ;;
    *) return 1 ;;
    esac
}

while read -r verdict file include; do
    [ -n "$verdict" ] || continue
    plant "$file" "$include"
    if found "$file"; then seen=refused; else seen=allowed; fi
    if [ "$seen" != "$verdict" ]; then
        printf '%s including %s is %s\n' "$file" "$include" "$seen"
        failed=1
    fi
done <<'END'
refused lib/src/base/planted.cpp             "store/tx.h"
refused lib/src/base/planted.cpp             <dcadmin/store.h>
refused lib/src/base/planted.cpp             <dcadmin/env.h>
refused lib/src/base/planted.cpp             <utf8proc.h>
refused lib/src/base/planted.cpp             <unistd.h>
allowed lib/src/base/planted.cpp             "base/digits.h"
allowed lib/src/base/planted.cpp             <fmt/format.h>
allowed lib/src/base/planted.cpp             <dcadmin/base/date.h> // with a comment
refused lib/src/store/planted.cpp            "audit/chain.h"
allowed lib/src/store/planted.cpp            <SQLiteCpp/Database.h>
allowed lib/src/store/planted.cpp            "store/db.h"
refused lib/src/store/planted.cpp            <libpq-fe.h>
refused lib/src/store/planted.cpp            "store/postgres/rows.h"
allowed lib/src/store/postgres/planted.cpp   <libpq-fe.h>
refused lib/src/rights/planted.cpp           <libpq-fe.h>
refused lib/src/audit/planted.cpp            "outbox/collector.h"
refused lib/src/outbox/planted.cpp           <dcadmin/audit.h>
refused lib/src/audit/planted.cpp            "store/db.h"
allowed lib/src/audit/planted.cpp            "store/tx.h"
allowed lib/src/audit/planted_sql.cpp        "store/db.h"
allowed lib/src/audit/planted.cpp            <sodium.h>
refused lib/src/rights/planted.cpp           <sodium.h>
refused lib/src/rights/planted.cpp           <SQLiteCpp/Database.h>
refused lib/src/rights/planted.cpp           "store/db.h"
refused lib/src/rights/planted.cpp           "persons/persons_sql.h"
refused lib/src/rights/planted.cpp           "persons/rules.h"
refused lib/src/rights/planted.cpp           "sign_in/sign_in.h"
refused lib/src/rights/planted.cpp           <dcadmin/secure_zone/workers.h>
refused lib/src/rights/planted.cpp           "cli/command.h"
refused lib/src/rights/planted.cpp           "output/view.h"
allowed lib/src/rights/planted.cpp           "rights/rules.h"
allowed lib/src/rights/planted.cpp           "rights/rights_sql.h"
allowed lib/src/rights/planted.cpp           <dcadmin/persons.h>
allowed lib/src/rights/planted.cpp           "audit/recorder.h"
refused lib/src/tasks/planted.cpp            <dcadmin/sign_in.h>
refused lib/src/nowhere/planted.cpp          <dcadmin/base/date.h>
refused lib/include/dcadmin/persons.h        <dcadmin/rights.h>
refused lib/include/dcadmin/rights.h         "store/tx.h"
refused lib/include/dcadmin/store.h          <sqlite3.h>
allowed lib/include/dcadmin/rights.h         <dcadmin/persons.h>
refused cmd/main.cpp                         <dcadmin/rights.h>
refused cmd/planted/add.cpp                  "grant/add.h"
refused cmd/planted/add.cpp                  "cli/parse.h"
refused cmd/planted/add.cpp                  "output/out.h"
refused cmd/planted/add.cpp                  "store/tx.h"
refused cmd/planted/add.cpp                  <nlohmann/json.hpp>
refused cmd/planted/add.cpp                  <CLI/CLI.hpp>
allowed cmd/planted/add.cpp                  "planted/own.h"
allowed cmd/planted/add.cpp                  "cli/context.h"
allowed cmd/planted/add.cpp                  "commands.h"
allowed cmd/help/planted.cpp                 "cli/help.h"
refused cmd/help/planted.cpp                 "grant/add.h"
allowed cmd/planted/add.cpp                  "views/rights.h"
allowed cmd/planted/add.cpp                  <dcadmin/rights.h>
refused cmd/views/planted.cpp                "output/out.h"
refused cmd/views/planted.cpp                "cli/context.h"
allowed cmd/views/planted.h                  "output/view.h"
refused cmd/output/planted.cpp               <dcadmin/rights.h>
refused cmd/output/planted.cpp               "cli/context.h"
allowed cmd/output/planted.cpp               <nlohmann/json.hpp>
refused cmd/cli/planted.cpp                  <CLI/CLI.hpp>
refused cmd/cli/planted.cpp                  <nlohmann/json.hpp>
refused cmd/cli/planted.cpp                  <csv.h>
refused cmd/cli/planted.cpp                  "grant/add.h"
allowed cmd/cli/planted.cpp                  "views/rights.h"
refused cmd/cli/planted.cpp                  <curl/curl.h>
refused cmd/cli/planted.cpp                  SOME_HEADER
END

exit "$failed"
