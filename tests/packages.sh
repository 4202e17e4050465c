# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# The Debian 12 packages that building and testing need, and how they are installed. Sourced.

install_build_packages() {
    install_packages g++ cmake ninja-build pkg-config libcli11-dev libfmt-dev nlohmann-json3-dev \
        libsqlitecpp-dev libsqlite3-dev libsodium-dev libtomlplusplus-dev libcsv-dev \
        libutf8proc-dev libpq-dev libcurl4-openssl-dev libssl-dev libp11-dev liboath-dev \
        libqrencode-dev gettext
}

install_test_packages() {
    install_packages doctest-dev libhowardhinnant-date-dev tzdata mandoc shellcheck sqlite3 strace \
        clang libclang-rt-14-dev postgresql-15 openssl procps python3 python3-jwt \
        python3-cryptography python3-pyte curl softhsm2 opensc oathtool systemd debootstrap \
        lintian file zsh fish less chromium
    # Node.js from elsewhere brings its own npm, and Debian's does not go with it.
    command -v npm >/dev/null || install_packages nodejs npm
}

# The counterparts of tests that are programs for Node.js, at the versions of the lock file.
install_node_packages() {
    (cd "$(dirname "${BASH_SOURCE[0]}")/support/node" && npm ci --no-audit --no-fund --loglevel=error)
}

# install_packages NAME…: those that are not there yet, with apt-get, as root or by sudo.
install_packages() {
    local missing=() name
    for name in "$@"; do
        dpkg-query -W -f '${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed ||
            missing+=("$name")
    done
    [ "${#missing[@]}" -gt 0 ] || return 0
    local as_root=()
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || {
            printf 'These packages are missing, and installing them needs root or sudo: %s\n' \
                "${missing[*]}" >&2
            return 1
        }
        as_root=(sudo)
    fi
    printf 'installing: %s\n' "${missing[*]}"
    "${as_root[@]}" apt-get update -q
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "${missing[@]}"
}
