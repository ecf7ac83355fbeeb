#!/bin/sh
# Set up what `make run` needs (with the word "tests", what `make test` needs): system libraries, a virtual environment, the locks.
set -eu
cd "$(dirname "$0")/.."

QT_LIBRARIES="libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
[ "$(. /etc/os-release 2>/dev/null && echo "${VERSION_ID:-}")" = "24.04" ] && QT_LIBRARIES=$(echo "$QT_LIBRARIES" | sed 's/libglib2.0-0/libglib2.0-0t64/')
wanted="$QT_LIBRARIES"
[ "${1:-}" = tests ] && wanted="$wanted fonts-noto-cjk strace"  # Korean glyphs, and what reaches the disk

python=""
for name in python3.13 python3.12 python3.11 python3.14 python3; do
    if command -v "$name" >/dev/null 2>&1 && "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' 2>/dev/null; then
        python="$name"
        break
    fi
done
if [ -z "$python" ]; then
    echo "Workbench needs Python 3.11, 3.12, 3.13 or 3.14. Install it and run this again." >&2
    exit 1
fi

if command -v dpkg-query >/dev/null 2>&1; then
    missing=""
    for package in $wanted; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
    done
    "$python" -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv"
    if [ -n "$missing" ]; then
        as_root=""
        [ "$(id -u)" = 0 ] || as_root="sudo -n"
        echo "Installing system libraries:$missing"
        if ! { $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing; } >/dev/null 2>&1; then
            echo "These system libraries are needed and could not be installed here. Run: sudo apt-get install$missing" >&2
            exit 1
        fi
    fi
fi

[ -x .venv/bin/python ] || "$python" -m venv .venv
pip() { .venv/bin/python -m pip "$@" --quiet --disable-pip-version-check; }
locks="-r requirements.lock"
[ "${1:-}" = tests ] && locks="$locks -r requirements-dev.lock"
# The locks are whole; without --no-deps an older pip looks for the extras of a pinned package past its pin.
pip install --require-hashes --no-deps $locks
# Python 3.11 puts setuptools into every environment; nothing here uses it.
if [ -d .venv/lib/python3.11/site-packages/setuptools ]; then pip uninstall --yes setuptools; fi
touch .venv/.ready
[ "${1:-}" != tests ] || touch .venv/.ready-for-tests
