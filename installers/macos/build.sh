#!/usr/bin/env bash
# Builds dist/Traydial.app on a Mac. UNTESTED: nobody has run it yet; what is in it is checked statically.
# IDENTITY="Developer ID Application: …" signs it for others; without it the app runs on this Mac alone.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

venv=.cache/build/venv
"${PYTHON:-python3}" -m venv --clear "$venv"
"$venv/bin/python" -m pip install -qq --no-deps --require-hashes --only-binary :all: \
  --requirement resources/locks/build.txt
"$venv/bin/python" -m pip install -qq --no-deps --no-build-isolation .
"$venv/bin/python" -m PyInstaller --noconfirm --clean --log-level WARN \
  --distpath dist --workpath .cache/build/work installers/pyinstaller/traydial.spec
codesign --force --deep --options runtime --entitlements installers/macos/entitlements.plist \
  --sign "${IDENTITY:--}" dist/Traydial.app
codesign --verify --strict dist/Traydial.app
echo dist/Traydial.app
