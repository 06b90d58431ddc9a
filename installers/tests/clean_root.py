"""A Debian of its own for what is installed: small, fresh for each run, kept as a pattern."""

import contextlib
import fcntl
import hashlib
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.pbx.provision import as_root, bootstrap, cache_dir, mirror_of, need_tools, proxy, remove

SUITES = ("bookworm", "trixie")  # Debian 12 and 13
# what a desktop has before Traydial comes, and what makes it one that tests can look at
DESKTOP = (
    *("ca-certificates", "dbus", "dbus-x11", "desktop-file-utils", "procps", "python3-minimal"),
    *("shared-mime-info", "xauth", "xdg-utils", "xvfb"),
)


class Root:
    """A root file system to run commands in, as root."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *command: str, check: bool = True, **env: str) -> str:
        """Run a command in it; return what it said. Raises AssertionError when it fails."""
        done = subprocess.run(
            self.words(*command, **env), capture_output=True, text=True, check=False, timeout=300
        )
        assert not check or done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
        return done.stdout

    def words(self, *command: str, **env: str) -> list[str]:
        """Return the command by which that is run from here."""
        given = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8", **env}
        return as_root(
            "env", "-i", *(f"{k}={v}" for k, v in given.items()),
            "/usr/sbin/chroot", self.folder, *command,
        )  # fmt: skip

    def apt(self, *words: str) -> str:
        """Run apt-get, which asks nothing."""
        options = [f"-oAcquire::http::Proxy={url}" for url in proxy().values()]
        quiet = ("-qq", "-y", "--no-install-recommends", *options)
        return self.run("apt-get", *quiet, *words, DEBIAN_FRONTEND="noninteractive")

    def files(self) -> dict[str, str]:
        """Return a digest of each file, less what packaging tools write on their own."""
        found = self.run(
            "sh", "-c",
            "find / -xdev \\( -path /proc -o -path /tmp -o -path /run -o -path /var/lib/dpkg"
            " -o -path /var/lib/apt -o -path /var/cache -o -path /var/log -o -path /root \\) -prune"
            " -o \\( -type f -exec sha256sum {} + -o ! -type f -printf '%y  %p\\n' \\)",
        )  # fmt: skip
        parts = (line.partition("  ") for line in found.splitlines())
        return {path: digest for digest, _, path in parts}


@contextlib.contextmanager
def clean_root(folder: Path, suite: str, libraries: list[str]) -> Iterator[Root]:
    """Yield a fresh Debian in this folder, which has these packages, too."""
    pattern = _pattern(suite, libraries)
    subprocess.run(as_root("cp", "-a", "--reflink=auto", pattern, folder), check=True)
    subprocess.run(as_root("mount", "-t", "proc", "proc", folder / "proc"), check=True)
    try:
        yield Root(folder)
    finally:
        with contextlib.suppress(subprocess.SubprocessError):
            subprocess.run(as_root("umount", "--lazy", folder / "proc"), check=False, timeout=20)
        remove(folder)


def _pattern(suite: str, libraries: list[str]) -> Path:
    wanted = sorted({*DESKTOP, *libraries})
    tag = hashlib.sha256(" ".join(wanted).encode()).hexdigest()[:8]
    final = cache_dir() / f"desktop-{suite}-{tag}"
    cache_dir().mkdir(parents=True, exist_ok=True)
    with final.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if final.exists():
            return final
        for old in cache_dir().glob(f"desktop-{suite}-*"):
            if old.is_dir():
                remove(old)
        need_tools()
        fresh = final.with_suffix(".new")
        bootstrap(suite, fresh, final.with_suffix(".log"), ",".join(wanted))
        mirror = mirror_of(suite)
        text = f"deb {mirror} {suite} main\n"
        file = fresh / "etc/apt/sources.list"
        subprocess.run(as_root("sh", "-c", f"printf '{text}' >{file}"), check=True)
        shutil.copy("/etc/resolv.conf", fresh / "etc/resolv.conf")
        subprocess.run(as_root("mv", fresh, final), check=True)
    return final
