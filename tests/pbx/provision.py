"""Makes the roots that the real Asterisks run from: ``python -m tests.pbx.provision [22] [16]``.

Debian 12 has no Asterisk of its own, but the same mirror serves it in other suites. A root is
built beside its final place and renamed, so there is either a whole one or none.
"""

import contextlib
import fcntl
import os
import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SUITES = {"22": "sid", "16": "bullseye"}
RECIPE = "1"  # a root with another number is made anew
STAMP = ".traydial-recipe"
KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
LIGHTEN = ("var/cache/apt", "var/lib/apt/lists", "usr/share/doc", "usr/share/man")
HOSTS = "127.0.0.1 localhost {host} A.ROOT-SERVERS.NET\n"


class ProvisionError(Exception):
    """Its text is one sentence that says what to do."""


def cache_dir() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "traydial"


def root_of(version: str) -> Path:
    return cache_dir() / f"asterisk-{version}"


def as_root(*command: str | Path) -> list[str]:
    """Put ``sudo`` before the command unless we are root."""
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    return [*prefix, *map(str, command)]


def is_ready(version: str) -> bool:
    try:
        return (root_of(version) / STAMP).read_text() == RECIPE
    except OSError:
        return False


def provision(versions: Sequence[str] = tuple(SUITES)) -> list[Path]:
    """Make what is missing, the suites side by side; return the roots."""
    unknown = [v for v in versions if v not in SUITES]
    if unknown:
        raise ProvisionError(f"There is no recipe for Asterisk {unknown[0]}, only for 22 and 16.")
    missing = [v for v in versions if not is_ready(v)]
    if missing:
        cache_dir().mkdir(parents=True, exist_ok=True)
        need_tools()
        with ThreadPoolExecutor(len(missing)) as pool:
            list(pool.map(_build, missing))
    return [root_of(v) for v in versions]


def mirrors() -> Iterator[str]:
    """Yield the mirrors that this machine's apt uses; TRAYDIAL_DEBIAN_MIRROR goes first."""
    if chosen := os.environ.get("TRAYDIAL_DEBIAN_MIRROR"):
        yield chosen
    etc = Path("/etc/apt")
    for file in sorted([*etc.glob("sources.list"), *etc.glob("sources.list.d/*")]):
        for line in file.read_text(errors="replace").splitlines():
            if re.match(r"\s*(URIs:|deb\s)", line):
                yield from re.findall(r"https?://[^\s\]]+", line)


def mirror_of(suite: str) -> str:
    """Return a mirror that has this release. Raises ProvisionError."""
    for mirror in dict.fromkeys(mirrors()):
        url = f"{mirror.rstrip('/')}/dists/{suite}/Release"
        with (
            contextlib.suppress(urllib.error.URLError, TimeoutError),
            urllib.request.urlopen(url, timeout=20),
        ):
            return mirror
    raise ProvisionError(
        f"None of the mirrors in /etc/apt has Debian {suite}: "
        "name one that does in TRAYDIAL_DEBIAN_MIRROR."
    )


def need_tools() -> None:
    """Make sure that a Debian can be made here. Raises ProvisionError."""
    if os.geteuid() != 0 and subprocess.call(as_root("true"), stderr=subprocess.DEVNULL) != 0:
        raise ProvisionError(
            "Making a root for Asterisk needs root or sudo without a password: "
            "run `python -m tests.pbx.provision` once as root."
        )
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
    if shutil.which("debootstrap", path=path) and KEYRING.exists():
        return
    for step in (["update"], ["install", "-y", "debootstrap", "debian-archive-keyring"]):
        command = as_root("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=600", *step)
        if subprocess.call(command, stdout=subprocess.DEVNULL) != 0:
            raise ProvisionError("apt-get could not install debootstrap: install it by hand.")


def proxy() -> dict[str, str]:
    """Give the proxy that apt uses to debootstrap, whose wget does not read apt's settings."""
    shell = "apt-config shell proxy Acquire::http::Proxy; "
    out = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, check=False).stdout
    found = re.search(r"proxy='(http[^']+)'", out)
    return {"http_proxy": found[1]} if found and "http_proxy" not in os.environ else {}


def _build(version: str) -> None:
    final = root_of(version)
    with (cache_dir() / f"asterisk-{version}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if is_ready(version):  # somebody else made it while we waited
            return
        _say(f"Fetching Asterisk {version} (Debian {SUITES[version]}), about a minute ...")
        fresh = final.with_suffix(".new")
        remove(fresh)
        bootstrap(SUITES[version], fresh, final.with_suffix(".log"), "asterisk,ca-certificates")
        _finish(fresh)
        remove(final)
        fresh.rename(final)
        _say(f"Asterisk {version} is in {final}")


def bootstrap(suite: str, target: Path, log: Path, include: str) -> None:
    """Make a small Debian with these packages. Raises ProvisionError."""
    command = as_root(
        "env", *(f"{k}={v}" for k, v in proxy().items()),
        "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "debootstrap", "--variant=minbase", f"--keyring={KEYRING}",
        f"--include={include}", suite, target, mirror_of(suite),
    )  # fmt: skip
    with log.open("w") as out:
        done = subprocess.run(command, stdout=out, stderr=out, check=False)
    if done.returncode == 0:
        return
    last = [line for line in log.read_text(errors="replace").splitlines() if line.strip()][-1:]
    remove(target)
    raise ProvisionError(f"debootstrap of {suite} failed ({log}): {''.join(last).strip()}")


def _finish(root: Path) -> None:
    """Make it light, give everybody a place to run in, and stamp it last."""
    hosts = HOSTS.format(host=os.uname().nodename)
    script = (
        'cd "$1" && shift && rm -rf "$@" && mkdir -p var/lib/apt/lists && chmod 1777 srv'
        f" && printf %s '{hosts}' >etc/hosts && printf %s {RECIPE} >{STAMP}"
    )
    done = subprocess.run(as_root("sh", "-c", script, "sh", root, *LIGHTEN), check=False)
    if done.returncode != 0:
        raise ProvisionError(f"The new root {root} could not be finished.")


def remove(root: Path) -> None:
    """Delete a root."""
    if root.exists():
        subprocess.run(as_root("rm", "-rf", "--one-file-system", root), check=False)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main(arguments: Sequence[str]) -> int:
    try:
        provision(arguments or tuple(SUITES))
    except ProvisionError as error:
        _say(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
