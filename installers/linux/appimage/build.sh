#!/usr/bin/env bash
# Builds dist/Traydial-VERSION-x86_64.AppImage of what `make deb` has built. An AppImage is a runtime with
# an image behind it (AppImage specification, type 2); RUNTIME names the file runtime-x86_64 of the AppImage project.
# Without it the image alone is built, which unsquashfs unpacks. Checked: the image and the program in it, by
# installers/tests/test_appimage.py. Not checked: the runtime before it, which no package registry has.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

root=.cache/build/root
folder=.cache/appimage/Traydial.AppDir
[[ -d $root/usr ]] || { echo "make deb builds what goes into it" >&2; exit 2; }
version=$(sed -n 's/^Version: //p' "$root/DEBIAN/control")
epoch=$(git log -1 --format=%ct 2>/dev/null || date +%s)

rm -rf "$folder"
mkdir -p "$folder"
cp -a "$root/usr" "$folder/usr"
rm -rf "$folder/usr/share/dbus-1" "$folder/usr/bin" # the file is wherever its user put it
cat >"$folder/AppRun" <<'RUN'
#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
exec "$here/usr/lib/traydial/traydial" "$@"
RUN
chmod 755 "$folder/AppRun"
sed 's/^Exec=.*/Exec=traydial -- %u/; /^DBusActivatable/d' \
  "$folder/usr/share/applications/org.traydial.Traydial.desktop" >"$folder/org.traydial.Traydial.desktop"
cp "$folder/usr/share/icons/hicolor/256x256/apps/org.traydial.Traydial.png" "$folder/"
ln -s org.traydial.Traydial.png "$folder/.DirIcon"
find "$folder" -exec touch --no-dereference --date "@$epoch" {} +

mkdir -p dist
image=.cache/appimage/traydial.squashfs
rm -f "$image"
mksquashfs "$folder" "$image" -quiet -no-progress -root-owned -noappend -comp zstd -mkfs-time "$epoch"
if [[ -z ${RUNTIME:-} ]]; then
  echo "$image (no RUNTIME given, so no AppImage of it)"
  exit 0
fi
file=dist/Traydial-$version-x86_64.AppImage
cat "$RUNTIME" "$image" >"$file"
chmod 755 "$file"
echo "$file"
