"""Provides real Asterisk installations: ``python -m tests.pbx.provision 22 16``.

Debian has Asterisk 22 in ``sid`` and 16 in ``bullseye``; each goes into a root of its own
below the cache folder, once. The mirror is the one that this machine uses already.
"""

import fcntl
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

SUITES = {"22": "sid", "16": "bullseye"}
RECIPE = "1"  # a new number makes everybody build anew
# Asterisk looks these up at each call; without them every call waits for DNS
HOSTS = "127.0.0.1 localhost {hostname} A.ROOT-SERVERS.NET\n"


class NoPbx(RuntimeError):
    """No Asterisk can be had on this machine; the text says why."""


def root_of(version: str) -> Path:
    """Return the folder where this version of Asterisk is or will be installed."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "traydial" / f"asterisk-{version}"


def provide(version: str) -> Path:
    """Return the root with this version of Asterisk, made first if needed. Raises NoPbx."""
    root = root_of(version)
    if _is_ready(root):
        return root
    root.parent.mkdir(parents=True, exist_ok=True)
    with (root.parent / f"asterisk-{version}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two test runs at once build it once
        if not _is_ready(root):
            _build(version, root)
    return root


def _is_ready(root: Path) -> bool:
    stamp = root / "traydial-recipe"
    return stamp.is_file() and stamp.read_text() == RECIPE


def _build(version: str, root: Path) -> None:
    if os.geteuid() != 0 and not shutil.which("sudo"):
        raise NoPbx("Asterisk is installed with debootstrap, which needs root or sudo")
    if not shutil.which("debootstrap", path=f"{os.environ['PATH']}:/usr/sbin"):
        raise NoPbx("debootstrap is not installed; make test installs it")
    began = time.monotonic()
    building = root.with_name(f"{root.name}.building")
    _sudo("rm", "-rf", str(building), str(root))
    _run(
        version,
        "debootstrap",
        "--variant=minbase",
        "--include=asterisk,ca-certificates",
        SUITES[version],
        str(building),
        _mirror(),
    )
    _sudo("sh", "-c", f"rm -rf '{building}'/var/cache/apt '{building}'/var/lib/apt/lists")
    _write(building / "etc/hosts", HOSTS.format(hostname=os.uname().nodename))
    _write(building / "traydial-recipe", RECIPE)
    _sudo("mv", str(building), str(root))
    print(f"Asterisk {version} is installed ({time.monotonic() - began:.0f} s)", flush=True)


def _run(version: str, *command: str) -> None:
    result = _sudo(*command, check=False)
    if result.returncode:
        last = "\n".join(result.stdout.splitlines()[-15:])
        raise NoPbx(f"Asterisk {version} could not be installed:\n{last}")


def _sudo(*command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    environ = {**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin"}
    return subprocess.run(
        [*prefix, *command],
        check=check,
        text=True,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def _write(path: Path, text: str) -> None:
    _sudo("sh", "-c", f"printf %s '{text}' > '{path}'")


def _mirror() -> str:
    """Return the mirror that apt uses on this machine."""
    for source in sorted(Path("/etc/apt/sources.list.d").glob("*.sources")):
        if found := re.search(r"^URIs:\s*(\S+/debian)/?\s*$", source.read_text(), re.MULTILINE):
            return found[1]
    for source in [Path("/etc/apt/sources.list"), *Path("/etc/apt/sources.list.d").glob("*.list")]:
        if source.is_file() and (
            found := re.search(
                r"^deb\s+(?:\[[^]]*\]\s+)?(\S+/debian)/?\s", source.read_text(), re.MULTILINE
            )
        ):
            return found[1]
    raise NoPbx("no Debian mirror is set in this machine's apt sources")


def main(versions: list[str]) -> int:
    """Provide these versions side by side; return an exit code."""
    failed: list[str] = []

    def work(version: str) -> None:
        try:
            provide(version)
        except (NoPbx, OSError, subprocess.CalledProcessError) as error:
            failed.append(str(error))

    threads = [threading.Thread(target=work, args=(v,)) for v in versions or [*SUITES]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for why in failed:
        print(f"No Asterisk for the tests: {why}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
