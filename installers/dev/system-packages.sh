#!/usr/bin/env bash
# Installs the Debian packages that are missing: `demo` to start the
# program, `test` for its tests too, `build` for its Debian package, `windows` for Windows'.
# `a|b` stands for one package that has two names in different releases.
set -euo pipefail

demo=(
  libbrotli1
  libdbus-1-3
  libegl1
  libfontconfig1
  libfreetype6
  libgl1
  'libglib2.0-0|libglib2.0-0t64'
  libwayland-cursor0
  libx11-6
  libxcb-cursor0
  libxcb-icccm4
  libxcb-keysyms1
  libxcb-shape0
  libxcb-xkb1
  libxkbcommon-x11-0
  libxkbcommon0
  python3-venv
)

test=(
  at-spi2-core
  chromium
  dbus
  debian-archive-keyring
  debootstrap
  desktop-file-utils
  firefox-esr
  fonts-dejavu-core
  fonts-noto-core
  gcc-mingw-w64-x86-64-win32
  gir1.2-atspi-2.0
  gnome-keyring
  imagemagick
  libglib2.0-bin
  libnotify-bin
  libsecret-tools
  openbox
  openssl
  osslsigncode
  postgresql
  python3-gi
  slapd
  sox
  sway
  tint2
  wine
  wine64
  wl-clipboard
  x11-utils
  x11-xkb-utils
  x11-xserver-utils
  xauth
  xclip
  xdg-desktop-portal
  xdg-utils
  xdotool
  xfwm4
  xterm
  xvfb
)

build=(
  appstream
  binutils
  desktop-file-utils
  dpkg
  fakeroot
  flatpak-builder
  'libpython3.11|libpython3.12|libpython3.13'
  man-db
  python3-venv
  squashfs-tools
)

windows=(
  msitools
  nsis
  wixl
)

case ${1:-} in
  build) wanted=("${demo[@]}" "${build[@]}") ;;
  demo) wanted=("${demo[@]}") ;;
  test) wanted=("${demo[@]}" "${test[@]}") ;;
  windows) wanted=("${demo[@]}" "${test[@]}" "${windows[@]}") ;;
  *)
    echo "usage: system-packages.sh build|demo|test|windows" >&2
    exit 2
    ;;
esac

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
  echo "This is no Debian or Ubuntu: Traydial expects what its packages bring: ${wanted[*]%%|*}" >&2
  exit 0
fi

# dpkg-query fails when it does not know one of the names; the others are printed all the same.
mapfile -t names < <(printf '%s\n' "${wanted[@]}" | tr '|' '\n')
installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "${names[@]}" 2>/dev/null |
  sed -n 's/ installed$//p') || true
have() { [[ $'\n'$installed$'\n' == *$'\n'"$1"$'\n'* ]]; }

missing=()
for entry in "${wanted[@]}"; do
  IFS='|' read -ra names <<<"$entry"
  for name in "${names[@]}"; do
    have "$name" && continue 2
  done
  missing+=("$entry")
done
((${#missing[@]})) || exit 0

as_root=()
if ((EUID != 0)); then
  as_root=(sudo)
  if ! command -v sudo >/dev/null || ! { sudo -n true 2>/dev/null || [[ -t 0 ]]; }; then
    echo "Missing packages, and no right to install them. As root: apt-get install ${missing[*]%%|*}" >&2
    exit 1
  fi
fi

echo "Installing ${missing[*]%%|*}"
apt() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get --quiet --quiet --option DPkg::Lock::Timeout=600 --option Dpkg::Use-Pty=0 "$@" </dev/null
}
apt update
chosen=()
for entry in "${missing[@]}"; do
  IFS='|' read -ra names <<<"$entry"
  for name in "${names[@]}"; do
    if apt-cache show "$name" &>/dev/null; then
      chosen+=("$name")
      continue 2
    fi
  done
  chosen+=("${names[0]}")
done
apt install --yes --no-install-recommends "${chosen[@]}" >/dev/null
