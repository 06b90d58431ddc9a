"""Makes set-up and MSI on Linux: the program is frozen by Windows' own Python within Wine.

    python -m installers.windows.build [--quick]

``--quick`` packs without squeezing, for tests. To release, use ``build.ps1`` on Windows: the
Python here is one for tests.
"""

import hashlib
import os
import re
import subprocess
import sys
import time
from pathlib import Path

from tests.pbx.provision import cache_dir
from tests.wine.desktop import PROJECT, WineDesktop, windows_path
from tests.wine.provision import provision

from installers.windows import msi
from traydial import __version__

LOCK = PROJECT / "resources/locks/freeze.txt"
OUT = PROJECT / "dist/windows"
SPEC = PROJECT / "installers/pyinstaller/traydial.spec"
FREEZE_WITHIN_S = 1800


def freeze(out: Path = OUT) -> Path:
    """Make the folder with the program and its Python; return it."""
    provision()
    tools, epoch = _tools(), last_change()
    with WineDesktop() as desktop:
        found = desktop.env["PYTHONPATH"]
        desktop.run_python(
            "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN",
            "--distpath", windows_path(out), "--workpath", windows_path(out / "work"),
            windows_path(SPEC),
            timeout=FREEZE_WITHIN_S, PYTHONPATH=f"{found};{windows_path(tools)}",
            PYTHONHASHSEED="0", SOURCE_DATE_EPOCH=str(epoch),
        )  # fmt: skip
    payload = out / "traydial"
    for file in (payload, *payload.rglob("*")):
        os.utime(file, (epoch, epoch))
    return payload


def last_change() -> int:
    """Return when the source changed last, in seconds: the same source makes the same set-up."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told is None:
        command = ["git", "-C", PROJECT, "log", "-1", "--format=%ct"]
        told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    return int(told)


def set_up(payload: Path, target: Path, version: str = __version__, *, quick: bool = False) -> None:
    """Pack a folder for one user. Raises CalledProcessError."""
    icon = payload.parent / "work/traydial/traydial.ico"
    defined = {"VERSION": version, "PAYLOAD": payload, "OUT": target, "ICON": icon}
    options = [f"-D{name}={value}" for name, value in defined.items()]
    script = PROJECT / "installers/windows/traydial.nsi"
    subprocess.run(
        ["makensis", "-V2", "-WX", *(["-DFAST"] if quick else []), *options, script],
        env=os.environ | {"SOURCE_DATE_EPOCH": str(last_change())},
        check=True,
    )


def _tools() -> Path:
    """Return the folder with PyInstaller for Windows, as it is locked."""
    # the markers are Windows', and pip would read them as this system's
    wanted = re.sub(r" ; [^\\\n]+", " ", LOCK.read_text("utf-8"))
    digest = hashlib.sha256(wanted.encode()).hexdigest()[:16]
    folder = cache_dir() / f"windows-freeze-{digest}"
    if folder.is_dir():
        return folder
    fresh = folder.with_suffix(".new")
    file = cache_dir() / "windows-freeze.txt"
    file.write_text(wanted, "utf-8")
    subprocess.run(
        [
            sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install",
            "--no-deps", "--require-hashes", "--only-binary", ":all:", "--upgrade",
            "--platform", "win_amd64", "--python-version", "3.11", "--no-compile",
            "--target", fresh, "--requirement", file,
        ],
        check=True,
    )  # fmt: skip
    return fresh.rename(folder)


def main(arguments: list[str]) -> int:
    quick = "--quick" in arguments
    OUT.mkdir(parents=True, exist_ok=True)
    payload = _timed("freezing", lambda: freeze())
    name = f"Traydial-{__version__}"
    _timed("set-up", lambda: set_up(payload, OUT / f"{name}-setup.exe", quick=quick))
    _timed("MSI", lambda: msi.build(payload, __version__, OUT / f"{name}.msi"))
    for file in (payload, OUT / f"{name}-setup.exe", OUT / f"{name}.msi"):
        files = [f for f in file.rglob("*") if f.is_file()] if file.is_dir() else [file]
        _say(f"{sum(f.stat().st_size for f in files) / 1e6:7.1f} MB  {file}")
    return 0


def _timed(what, work):
    began = time.monotonic()
    value = work()
    _say(f"{time.monotonic() - began:7.1f} s   {what}")
    return value


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
