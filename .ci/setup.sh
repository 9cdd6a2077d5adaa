#!/bin/sh
# Installs what is missing to build and test here. Says nothing where nothing is missing; may run as often as you like.
# With --browser also what make report-check needs.
set -eu

say() { printf 'setup: %s\n' "$1" >&2; }

# What the tests and checks need beside Swift itself; see Package.swift for the libraries.
debian="binutils ca-certificates git libc6-dev libcurl4 libedit2 libgcc-12-dev libncurses6 libsqlite3-dev libstdc++-12-dev"
debian="$debian libarchive-dev libbrotli-dev libpsl-dev libxml2-dev libxml2-utils libzstd-dev make pkg-config poppler-utils python3 python3-venv tzdata"
debian="$debian zlib1g-dev"
# What make report-check looks through; only where it is asked for.
[ "${1:-}" != --browser ] || debian="$debian chromium default-jre-headless fonts-noto-core"
homebrew="brotli libarchive libpsl libxml2 pkgconf poppler python3 zstd"

on_debian() {
    missing=
    for package in $debian; do
        [ "$(dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null || { [ ! -t 0 ] && ! sudo -n true 2>/dev/null; }; then
            say "some packages are missing, and only an administrator can install them. Ask for:"
            printf '  apt-get install --yes%s\n' "$missing" >&2
            exit 2
        fi
        as_root=sudo
    fi
    say "installing$missing"
    export DEBIAN_FRONTEND=noninteractive
    log=$(mktemp)
    # shellcheck disable=SC2086  # the list is words
    if ! { $as_root apt-get -o DPkg::Lock::Timeout=300 update &&
        $as_root apt-get -o DPkg::Lock::Timeout=300 install --yes --no-install-recommends $missing; } >"$log" 2>&1; then
        tail -n 12 "$log" >&2
        say "apt-get could not install them; the whole of what it said is in $log"
        exit 2
    fi
    rm -f "$log"
}

on_macos() {
    command -v brew >/dev/null || { say "Homebrew is needed for: $homebrew (see https://brew.sh)"; exit 2; }
    missing=
    for formula in $homebrew; do
        brew list --formula "$formula" >/dev/null 2>&1 || missing="$missing $formula"
    done
    # shellcheck disable=SC2086  # the list is words
    [ -z "$missing" ] || { say "installing$missing"; brew install --quiet $missing >&2; }
}

case $(uname -s) in
    Darwin) on_macos ;;
    Linux)
        if command -v dpkg-query >/dev/null; then
            on_debian
        else
            say "this is not Debian. Where the build misses something, install what answers to: $debian"
        fi ;;
    *) say "only Debian and macOS are known here"; exit 2 ;;
esac

command -v swift >/dev/null || { say "Swift 6.2 or later is needed: https://www.swift.org/install"; exit 2; }
