#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs a build into an empty prefix, looks at what lies where, and builds and runs a program
# against it, found once by CMake and once by pkg-config: run.sh BUILD-FOLDER COMPILER [FLAG…]
set -euo pipefail

build=$1 compiler=$2
shift 2
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
prefix=$work/prefix
fail() {
    echo "package: $*" >&2
    exit 1
}

cmake --install "$build" --prefix "$prefix" >"$work/log" 2>&1 || {
    cat "$work/log" >&2
    fail "cmake --install failed"
}
lib=$(cd "$(dirname "$(find "$prefix" -name 'libdcadmin.so.0')")" && pwd)
for file in bin/dcadmin include/dcadmin/rights.h include/dcadmin/base/date.h \
    share/bash-completion/completions/dcadmin share/zsh/vendor-completions/_dcadmin \
    share/fish/vendor_completions.d/dcadmin.fish share/man/man1/dcadmin.1 \
    share/doc/dcadmin/copyright share/doc/dcadmin/dcadmin.html; do
    [ -s "$prefix/$file" ] || fail "$file is not installed"
done
[ -z "$(find "$prefix/include" -type f ! -name '*.h')" ] || fail "more than headers in include"

# What every run prints, by whichever way the library was found.
expected='0566.988.259 added'
same() { [ "$("$1")" = "$expected" ] || fail "$1 printed something else"; }

"$prefix/bin/dcadmin" version >"$work/version" || fail "the installed program does not start"

{
    cmake -S "$here/consumer" -B "$work/cmake" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" \
        -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_CXX_FLAGS="$*" && cmake --build "$work/cmake"
} >"$work/log" 2>&1 || {
    cat "$work/log" >&2
    fail "no program by find_package"
}
same "$work/cmake/consumer"

export PKG_CONFIG_PATH=$lib/pkgconfig
read -r -a flags < <(pkg-config --cflags --libs dcadmin)
"$compiler" -std=c++20 "$@" "$here/consumer/consumer.cpp" -o "$work/consumer" "${flags[@]}" \
    -Wl,-rpath,"$lib" || fail "no program by pkg-config"
same "$work/consumer"

# An empty entry in the search path of libraries would be whatever folder the user is in.
for program in "$prefix/bin/dcadmin" "$build/bin/dcadmin"; do
    if readelf -d "$program" | grep -E 'R(UN)?PATH|runpath|rpath' | grep -qE '\[:|::|:\]$'; then
        fail "$program looks for libraries in the current folder"
    fi
done

# The driver for a server stands beside the library, and nobody else starts with libpq.
[ -s "$lib/dcadmin/dcadmin-postgres.so" ] || fail "the driver for PostgreSQL is not installed"
readelf -d "$lib/dcadmin/dcadmin-postgres.so" | grep -q 'NEEDED.*libpq' ||
    fail "the driver for PostgreSQL does not use libpq"
for file in "$prefix/bin/dcadmin" "$lib/libdcadmin.so.0"; do
    if readelf -d "$file" | grep -q 'NEEDED.*libpq'; then fail "$file is linked with libpq"; fi
done

# Only what is marked for it can be called from outside, and nothing behind it shows.
exported=$(nm -D --defined-only -C "$lib/libdcadmin.so.0" | grep -cE ' [TW] (SQLite|sqlite3)' || true)
[ "$exported" = 0 ] || fail "$exported symbols of the database library are exported"
