#!/usr/bin/env bash
# Makes .venv from a lock: `venv.sh run` to use the program, `venv.sh test` to work on it.
# Does nothing when the lock is the one that .venv was made from; .venv of `test` also serves `run`.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
cd "$here/../.."

kind=${1:-}
case $kind in
  run | test) ;;
  *)
    echo "usage: venv.sh run|test" >&2
    exit 2
    ;;
esac

venv=.venv
stamps=$venv/traydial

digest() { sha256sum <"resources/locks/$1.txt" | cut -d' ' -f1; }

made_from() { [[ -f $stamps/$1 && $(<"$stamps/$1") == "$(digest "$1")" ]]; }

ready() {
  [[ -x $venv/bin/python ]] || return 1
  made_from test || { [[ $kind == run ]] && made_from run; }
}

suitable() {
  "$1" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' &>/dev/null
}

find_python() {
  local candidate
  for candidate in ${PYTHON:+"$PYTHON"} python3 python3.13 python3.12 python3.11; do
    if command -v "$candidate" >/dev/null && suitable "$candidate"; then
      echo "$candidate"
      return
    fi
  done
  echo "Traydial needs Python 3.11, 3.12 or 3.13 with its venv module (on Debian: python3-venv)." \
    "None was found; PYTHON=/path/to/python names one that is not on the PATH." >&2
  return 1
}

ready && exit 0

exec 9>.venv.lock
flock 9
ready && exit 0

if ! suitable "$venv/bin/python"; then
  python=$(find_python)
  echo "Making $venv with $("$python" --version)"
  "$python" -m venv --clear "$venv"
fi

rm -rf "$stamps"
"$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-deps --require-hashes \
  --only-binary :all: --requirement "resources/locks/$kind.txt"

site=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
echo "$PWD/desktop" >"$site/traydial.pth"
cat >"$venv/bin/traydial" <<END
#!$PWD/$venv/bin/python
import sys

from traydial.cli import main

sys.exit(main())
END
chmod +x "$venv/bin/traydial"

mkdir "$stamps"
digest "$kind" >"$stamps/$kind"
