#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes the Debian packages, has lintian read them, and lives with them in a Debian 12 of their own
# (debootstrap): install, main job, install again, remove, purge; at the end nothing may be left.
# Called as debian.sh BUILD-FOLDER; DCADMIN_DEBS=FOLDER takes packages that are there already,
# DCADMIN_DEBIAN=FOLDER what debootstrap made of another run.
#
# Binaries with sanitizers are nothing to package, so this builds once more, unoptimised with g++,
# which is what packages are built with, and precompiled headers: what is tried here is the packages,
# the program has tests of its own.
# Exit 77, with the reason, where the machine does not allow it.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
build=$1
skip() { echo "package.debian is skipped: $*"; exit 77; }
fail() { echo "debian: $*" >&2; exit 1; }

[ "$(id -u)" = 0 ] || skip "debootstrap needs root"
for program in debootstrap lintian dpkg-shlibdeps chroot g++ ninja; do
    command -v "$program" >/dev/null || skip "$program is not installed"
done
# shellcheck disable=SC2016  # apt's own variable
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Codename: bookworm' |
    head -n 1)
case $mirror in
http:*) ;;
*) skip "apt of this machine has no mirror of Debian 12 that a bare system could use" ;;
esac

work=$(mktemp -d) bootstrap=
finish() {
    [ -z "$bootstrap" ] || kill "$bootstrap" 2>/dev/null || true
    umount "$root/proc" "$root/sys" 2>/dev/null || true
    rm -rf --one-file-system "$work"
}
trap finish EXIT
root=$work/root
if [ -n "${DCADMIN_DEBIAN:-}" ]; then
    cp -a "$DCADMIN_DEBIAN" "$root" >"$work/bootstrap" 2>&1 &
else
    timeout 600 debootstrap --variant=minbase --include=bash-completion,man-db bookworm "$root" \
        "$mirror" >"$work/bootstrap" 2>&1 &
fi
bootstrap=$!

make_packages() {
    export CC=gcc CXX=g++
    cmake -S "$source" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=None -DCMAKE_INSTALL_PREFIX=/usr \
        -DDCADMIN_TESTING=OFF -DCMAKE_PROJECT_dcadmin_INCLUDE="$source/tests/precompiled.cmake" &&
        cmake --build "$build" && rm -f "$build"/*.deb && (cd "$build" && cpack -G DEB)
}
debs=${DCADMIN_DEBS:-$build}
[ -n "${DCADMIN_DEBS:-}" ] || make_packages >"$work/log" 2>&1 || {
    tail -n 40 "$work/log" >&2
    fail "no packages were made"
}
for name in dcadmin libdcadmin0 libdcadmin-dev dcadmin-postgres; do
    [ -f "$(echo "$debs/$name"_*.deb)" ] || fail "there is no package $name"
done
lintian --allow-root --fail-on error "$debs"/*.deb >"$work/lintian" 2>&1 || {
    cat "$work/lintian" >&2
    fail "lintian finds errors"
}
grep -v 'groff-message' "$work/lintian" || true
version=$(dpkg-deb -f "$debs"/libdcadmin0_*.deb Version)
[ "$(dpkg-parsechangelog -l "$source/cmd/package/changelog" -S Version)" = "$version" ] ||
    fail "the change log of the packages is not of version $version"
dpkg-deb -f "$debs"/dcadmin-postgres_*.deb Depends | grep -q 'libpq5 (' || fail "no libpq5"
if dpkg-deb -f "$debs"/dcadmin_*.deb Depends | grep -q 'libpq5\|libcurl4'; then
    fail "the program depends on what only modules use"
fi

wait "$bootstrap" || {
    bootstrap=
    tail -n 3 "$work/bootstrap"
    skip "debootstrap does not work here"
}
bootstrap=
mount -t proc proc "$root/proc" 2>/dev/null || skip "nothing may be mounted here"
inside() {
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/root \
        DEBIAN_FRONTEND=noninteractive "$@"
}
quietly() { # what it says is shown only when it fails
    "$@" >"$work/apt" 2>&1 || {
        cat "$work/apt" >&2
        fail "$* failed"
    }
}
apt() { quietly inside apt-get -q -y --no-install-recommends "$@"; }
purge() { quietly inside dpkg --purge "${packages[@]}"; }
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"  # nothing is started in here
chmod 755 "$root/usr/sbin/policy-rc.d"
mkdir "$root/debs"
cp "$debs"/*.deb "$root/debs"
packages=(dcadmin libdcadmin0 libdcadmin-dev dcadmin-postgres)
mapfile -t files < <(cd "$root" && printf '/%s\n' debs/*.deb)
install_files() { apt install "$@" "${files[@]}"; }

# What they depend on comes first, so that what is compared is theirs alone.
needs=$(for deb in "$debs"/*.deb; do dpkg-deb -f "$deb" Depends; done | tr ',' '\n' |
    grep -v libdcadmin0 | sed 's/systemd | //' | paste -sd,)
apt update
apt install systemd-standalone-sysusers systemd-standalone-tmpfiles
apt satisfy "$needs"
# Every file with its size and owner, but logs, caches, and what dpkg and apt keep of their own.
listed() {
    (cd "$root" && find . -xdev \( -path ./proc -o -path ./sys -o -path ./debs -o -path ./tmp \
        -o -path ./var/cache -o -path ./var/log -o -path ./var/lib/dpkg -o -path ./var/lib/apt \
        -o -path ./etc/ld.so.cache -o -name '*-' -o -name '.pwd.lock' \) -prune \
        -o \( -type d -printf '%p %M %u\n' -o -printf '%p %M %u %s\n' \) | sort)
}
listed >"$work/before"

install_files
inside getent passwd dcadmin | grep -q ':/var/lib/dcadmin:/usr/sbin/nologin$' || fail "no user dcadmin"
[ "$(inside stat -c '%U %a' /var/lib/dcadmin)" = "dcadmin 700" ] || fail "/var/lib/dcadmin is open"
[ -z "$(find "$root/etc/systemd/system" -name 'dcadmin*')" ] || fail "a timer is enabled by itself"
inside ldconfig -p | grep -q libdcadmin.so.0 || fail "the linker does not know the library"
inside man -w dcadmin-grant-add 5 dcadmin.conf >/dev/null || fail "manual pages are not found"
inside bash -c '. /usr/share/bash-completion/bash_completion; _completion_loader dcadmin || true
    complete -p dcadmin' >/dev/null || fail "bash has no completion"
for shell in zsh/vendor-completions/_dcadmin fish/vendor_completions.d/dcadmin.fish; do
    [ -f "$root/usr/share/$shell" ] || fail "$shell is not installed"
done
as_timer() { # the program as the timers run it
    inside runuser -u dcadmin -- env XDG_DATA_HOME=/var/lib XDG_STATE_HOME=/var/lib \
        XDG_CONFIG_HOME=/etc dcadmin --no-input "$@"
}
as_timer store init --demo >/dev/null || fail "no store was made"
[ -f "$root/var/lib/dcadmin/dcadmin.db" ] || fail "the store is somewhere else"
as_timer grant add --person p-4 --org 0777.999.980 --right anb-eloket-fauna-en-flora-gebruiker \
    --reason 'new colleague' --quiet >/dev/null || fail "no right was granted"
as_timer grant list --quiet | grep -q anb-eloket || fail "the grant is not there"
sed -n 's#^ExecStart=/usr/bin/dcadmin --no-input ##p' \
    "$root"/usr/lib/systemd/system/dcadmin-{services,issuances,expiring}.service >"$work/jobs"
while read -r -a job; do
    code=0
    as_timer "${job[@]}" >"$work/said" 2>&1 </dev/null || code=$?
    case $code in 0 | 10) ;; *) cat "$work/said" >&2; fail "${job[*]} ends with $code" ;; esac
done <"$work/jobs"
as_timer doctor --exit-code >"$work/said" 2>&1 || {
    cat "$work/said" >&2
    fail "doctor finds a problem"
}
as_timer audit verify >/dev/null 2>&1 || fail "the log does not verify"
code=0
inside dcadmin --store postgresql://127.0.0.1:1/nothing store status >"$work/said" 2>&1 || code=$?
[ "$code" = 75 ] || { cat "$work/said" >&2; fail "the driver for PostgreSQL is not there: $code"; }

install_files --reinstall
as_timer grant list --quiet | grep -q anb-eloket || fail "installing over it lost a grant"
apt remove "${packages[@]}"
[ ! -e "$root/usr/bin/dcadmin" ] || fail "the program is still there"
[ -f "$root/etc/dcadmin/config.toml" ] || fail "removing took the settings"
purge
grep -q 'left in place, with the user dcadmin: /var/lib/dcadmin' "$work/apt" ||
    fail "purging does not say that the store stays"
[ -f "$root/var/lib/dcadmin/dcadmin.db" ] || fail "purging took the store"
[ "$(inside stat -c %U /var/lib/dcadmin)" = dcadmin ] || fail "the store has no owner"

# Without a store, nothing is left.
install_files
rm -r "$root/var/lib/dcadmin"
purge
listed >"$work/after"
diff "$work/before" "$work/after" >&2 || fail "purging leaves something"
if inside getent passwd dcadmin >&2; then fail "the user is left"; fi
