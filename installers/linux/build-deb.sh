#!/usr/bin/env bash
# Builds dist/traydial_VERSION_ARCH.deb: a folder that needs no Python, in a Debian package.
# PYTHON=/path/to/python takes another one than the system's; the package then runs where that does.
set -euo pipefail
umask 022 # whatever the builder keeps from others: dpkg-deb and users read it
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

venv=.cache/build/venv
bundle=.cache/build/dist/traydial
root=.cache/build/root

made_from=$(sha256sum resources/locks/build.txt | cut -d' ' -f1)
if [[ ! -f $venv/made-from || $(<"$venv/made-from") != "$made_from" ]]; then
  "${PYTHON:-/usr/bin/python3}" -m venv --clear "$venv"
  "$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-deps --require-hashes \
    --only-binary :all: --requirement resources/locks/build.txt
  echo "$made_from" >"$venv/made-from"
fi
"$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation \
  --force-reinstall .

# the time of the last change: the same source makes the same package
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || date +%s)
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0

rm -rf "$bundle" "$root"
"$venv/bin/python" -m PyInstaller --noconfirm --clean --log-level WARN \
  --distpath .cache/build/dist --workpath .cache/build/work installers/pyinstaller/traydial.spec
"$venv/bin/python" installers/linux/tree.py "$bundle" "$root"
find "$root" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +

mkdir -p dist
name=$(sed -n 's/^Package: //p' "$root/DEBIAN/control")
version=$(sed -n 's/^Version: //p' "$root/DEBIAN/control")
arch=$(sed -n 's/^Architecture: //p' "$root/DEBIAN/control")
file=dist/${name}_${version}_$arch.deb
fakeroot dpkg-deb --build -Zxz --root-owner-group "$root" "$file" >/dev/null
echo "$file: $(du -h --apparent-size "$file" | cut -f1)"
