"""Installs, uses, upgrades and removes what ``build`` made, each on a fresh Windows in Wine.

    python -m installers.windows.check [setup|msi]...

Files and registry are compared before and after. What is left to the user on purpose: their
settings, call history and log.
"""

import contextlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.pbx.provision import cache_dir
from tests.wine.desktop import WineDesktop, windows_path

from installers.windows import msi
from installers.windows.build import OUT, set_up
from traydial import __version__
from traydial.app.demo import DemoThread, office
from traydial.services.secrets import VARIABLE, variable_of
from traydial.services.settings_file import save

WITHIN_S = 120.0
NEXT = "0.1.999"  # a later version, to upgrade to
USER_DATA = re.compile(r"^users/[^/]+/AppData/(Local|Roaming)/traydial(/|$)", re.IGNORECASE)
# what Windows keeps of any installation, and what changes by itself
NOISE = re.compile(
    r"\\(Explorer\\(UserAssist|RecentDocs|SessionInfo)|Internet Settings"
    r"|Installer\\(UserData|Folders)"
    r"|SystemCertificates|Console\]|Volatile Environment"
    r"|Windows NT\\CurrentVersion\\(Prefetcher|Time Zones)|Wine\\)",
    re.IGNORECASE,
)
FILE_NOISE = re.compile(r"(^|/)(Temp|windows/(temp|Installer|Prefetch))(/|$)", re.IGNORECASE)
# nothing listens at port 9
SOURCES = """
[ldap]
url = "ldap://127.0.0.1:9"
base = "dc=example"
start_tls = false
[database]
url = "{url}://reader@127.0.0.1:9/crm"
query = "SELECT name, phone AS number FROM people WHERE phone = :e164"
"""
Keys = dict[str, str]


class Failed(Exception):
    """What a user would notice; the text says what."""


class Machine(WineDesktop):
    """A Windows whose user has a phone system: the demo one."""

    def __init__(self, demo: DemoThread) -> None:
        super().__init__()
        self._demo = demo

    def __enter__(self):
        super().__enter__()
        for name in ("PYTHONPATH", "PYTHONUTF8", "PYTHONPYCACHEPREFIX"):
            self.env.pop(name, None)
        self.env[VARIABLE] = self._demo.secret
        self.home = next(
            p for p in (self.prefix / "drive_c/users").iterdir() if p.name.lower() != "public"
        )
        save(self.home / "AppData/Local/traydial/config.toml", self._demo.settings)
        self.wine("reg", "query", "HKCU\\Software")  # what the first start writes is written
        return self

    def wine(self, *words: object, output: bool = False, may_fail: bool = False) -> str:
        """Run a Windows program to its end; return what it said."""
        # a program that lives on holds the pipe open in Wine: only of others the end is waited for
        log = self.folder / "said"
        log.unlink(missing_ok=True)
        through = "| cat" if output else f"> >(cat >{log})"
        read = f'"$@" 2>&1 </dev/null {through}' if output else f'"$@" {through} 2>&1 </dev/null'
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", read, "bash", "wine", *map(str, words)],
            env=self.env, stdout=subprocess.PIPE if output else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, text=True, errors="replace", timeout=WITHIN_S, check=False,
        )  # fmt: skip
        said = done.stdout if output else log.read_text(errors="replace") if log.exists() else ""
        if done.returncode and not may_fail:
            raise Failed(f"{words}: {done.returncode}\n{said[-3000:]}")
        return said

    def files(self) -> set[str]:
        """Return all files and folders of drive C that a user could miss."""
        root = self.prefix / "drive_c"
        names = {str(path.relative_to(root)) for path in root.rglob("*")}
        return {n for n in names if not USER_DATA.match(n) and not FILE_NOISE.search(n)}

    def keys(self) -> Keys:
        """Return the registry of user and machine: a line for each key and value."""
        found: Keys = {}
        for root in ("HKCU", "HKLM\\Software"):
            file = self.folder / "keys.reg"
            self.wine("reg", "export", root, windows_path(file), "/y")
            key = ""
            text = file.read_bytes().decode("utf-16")
            for line in re.sub(r"\\\r?\n\s*", "", text).splitlines():
                if line.startswith("["):
                    key = line
                    found[key] = ""
                elif line:
                    name, _, value = line.partition("=")
                    found[f"{key} {name}"] = value
        # Windows' own keys without a value tell nothing: Wine makes them when they are first needed
        ours = re.compile(r"traydial|classes\\(tel|callto)", re.IGNORECASE)
        told = {k: v for k, v in found.items() if not k.endswith("]") or ours.search(k)}
        return {k: v for k, v in told.items() if not NOISE.search(k)}

    def until(self, so: Callable[[], object], what: str) -> None:
        """Wait until something is so. Raises Failed."""
        ends = time.monotonic() + WITHIN_S
        while not so():
            if time.monotonic() > ends:
                raise Failed(f"in vain waited for: {what}")
            time.sleep(0.25)  # another process's files are all there is to look at

    def shows(self, title: str) -> bool:
        """Tell whether there is a window with this title."""
        command = ["xdotool", "search", "--onlyvisible", "--name", title]
        return (
            subprocess.run(command, env=self.env, capture_output=True, check=False).returncode == 0
        )

    def windows_name(self, path: Path) -> str:
        """Return a file of drive C as Windows names it."""
        return "C:\\" + str(path.relative_to(self.prefix / "drive_c")).replace("/", "\\")


class Check:
    """One machine and what is done on it; each step says that it was so."""

    def __init__(self, machine: Machine, folder: Path) -> None:
        self.machine, self.folder = machine, folder

    @property
    def program(self) -> str:
        """Return the console program's Windows name."""
        return self.machine.windows_name(self.folder / "traydial.exe")

    def starts_by_a_link(self) -> None:
        """``start tel:`` starts the program, which calls; then it ends again."""
        self.machine.wine("start", "tel:7002")
        self.machine.until(lambda: "7002" in self.calls(), "the call of a clicked link")
        _say("    start tel:7002 has started the installed program, and it calls 7002")

    def opens_settings_that_were_sent(self) -> None:
        """Open a file of settings by a double click: what it would change is shown."""
        file = self.machine.prefix / "drive_c/office.traydial"
        file.write_text('[dialling]\ncountry = "DE"\n')
        self.machine.wine("start", self.machine.windows_name(file))
        self.machine.until(lambda: self.machine.shows("Import settings"), "the window of an import")
        _say("    a double click on office.traydial has shown what it would change")
        self.machine.wine(self.program, "quit")
        file.unlink()

    def has_drivers(self) -> None:
        """Ask each kind of contacts that needs more than the program: nobody listens there."""
        profile = self.machine.prefix / "drive_c/sources"
        profile.mkdir()
        self.machine.env[variable_of("database")] = "never asked for"
        for url in ("postgresql", "mysql+pymysql"):
            (profile / "config.toml").write_text(SOURCES.format(url=url))
            words = ("--profile", r"C:\sources", "doctor")
            said = self.machine.wine(self.program, *words, output=True, may_fail=True)
            _need("the directory was not reached" in said, "LDAP is spoken")
            _need("the database says: " in said, f"{url} is spoken")
        shutil.rmtree(profile)

    def calls(self) -> str:
        """Return what the running copy says of its calls."""
        return self.machine.wine(self.program, "calls", may_fail=True)

    def status(self) -> str:
        """Return what the running copy says of its link; it is started where none runs."""
        return self.machine.wine(self.program, "status")

    def is_running(self) -> bool:
        """Tell whether a copy runs; Wine's programs are processes of this system."""
        here = b"WINEPREFIX=" + os.fsencode(self.machine.prefix) + b"\0"
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):  # it has ended
                named = b"traydial" in (process / "cmdline").read_bytes().partition(b"\0")[0]
                if named and here in (process / "environ").read_bytes():
                    return True
        return False


def check_setup(demo: DemoThread) -> None:
    """Check the set-up of one user."""
    built, later = OUT / f"Traydial-{__version__}-setup.exe", OUT / f"Traydial-{NEXT}-setup.exe"
    set_up(OUT / "traydial", later, NEXT, quick=True)
    with Machine(demo) as machine:
        before_files, before_keys = machine.files(), machine.keys()
        folder = machine.home / "AppData/Local/Programs/Traydial"
        check = Check(machine, folder)
        began = time.monotonic()
        machine.wine(built, "/S")
        _say(f"  setup /S installed in {time.monotonic() - began:.1f} s")
        _need((folder / "traydialw.exe").is_file(), "the program is there")
        new = _added(before_keys, machine.keys())
        for part in (
            r"CurrentVersion\Run] \"Traydial\"",
            "RegisteredApplications] ",
            "URLAssociations",
        ):
            part = part.replace('\\"', '"')
            _need(any(part in key for key in new), f"written: {part}")
        _need(not any("Policies" in key for key in new), "nothing is written below Policies")
        mirrored = _mirror_classes(machine)
        check.has_drivers()
        check.opens_settings_that_were_sent()
        check.starts_by_a_link()
        _need(
            "Traydial" in machine.wine(check.program, "handler", output=True),
            "handler names Traydial",
        )

        machine.wine(later, "/S")
        version = machine.wine("reg", "query", UNINSTALL, "/v", "DisplayVersion", output=True)
        _need(NEXT in version, "upgraded while it ran")
        machine.until(check.is_running, "the copy that is started again after the upgrade")
        machine.wine(check.program, "status")

        other = machine.prefix / "drive_c/others"
        other.mkdir()
        (other / "letter.txt").write_text("dear")
        machine.wine(built, "/S", r"/D=C:\others", may_fail=True)
        _need([f.name for f in other.iterdir()] == ["letter.txt"], "a foreign folder is refused")
        shutil.rmtree(other)

        machine.wine(machine.windows_name(folder / "uninstall.exe"), "/S")
        machine.until(lambda: not folder.exists(), "the end of the program's folder")
        _take_back(machine, mirrored)
        _compare(machine, before_files, before_keys)

        machine.wine(built, "/S", "/NOAUTOSTART", "/NOHANDLER")
        new = _added(before_keys, machine.keys())
        _need(not any("CurrentVersion\\Run]" in key for key in new), "/NOAUTOSTART starts nothing")
        _need(not any("Capabilities" in key for key in new), "/NOHANDLER registers nothing")
        machine.wine(later, "/S")
        new = _added(before_keys, machine.keys())
        _need(not any("CurrentVersion\\Run]" in key for key in new), "nor does its upgrade")
        machine.wine(machine.windows_name(folder / "uninstall.exe"), "/S")
        machine.until(lambda: not folder.exists(), "the end of the program's folder")
        _compare(machine, before_files, before_keys)


UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Traydial"


def check_msi(demo: DemoThread) -> None:
    """Check the package for all users of a computer."""
    built, later = OUT / f"Traydial-{__version__}.msi", OUT / f"Traydial-{NEXT}.msi"
    msi.build(OUT / "traydial", NEXT, later)
    with Machine(demo) as machine:
        before_files, before_keys = machine.files(), machine.keys()
        folder = machine.prefix / "drive_c/Program Files/Traydial"
        check = Check(machine, folder)
        began = time.monotonic()
        everything = "ADDLOCAL=Main,Links,Autostart,Claim"
        machine.wine("msiexec", "/i", windows_path(built), "/qn", everything)
        _say(f"  msiexec /i installed in {time.monotonic() - began:.1f} s")
        _need((folder / "traydialw.exe").is_file(), "the program is there")
        new = _added(before_keys, machine.keys())
        for part in (
            'CurrentVersion\\Run] "Traydial"',
            "RegisteredApplications] ",
            "URLAssociations",
        ):
            _need(any(part in key for key in new), f"written: {part}")
        _need(not any("Policies" in key for key in new), "nothing is written below Policies")
        said = machine.wine(check.program, "doctor", output=True, may_fail=True)
        own = any(line.rstrip().endswith("Settings are your own") for line in said.splitlines())
        _need(own, "no key of the MSI is taken for a setting")
        check.has_drivers()
        check.opens_settings_that_were_sent()
        check.starts_by_a_link()
        machine.wine("msiexec", "/i", windows_path(later), "/qn", everything)
        _need(not check.is_running(), "the running copy was asked to end")
        _need((folder / "traydialw.exe").is_file(), "upgraded while it ran")
        products = machine.keys().items()
        new_version = any("DisplayVersion" in key and NEXT in value for key, value in products)
        _need(new_version, "of the new version")
        check.status()
        machine.wine("msiexec", "/x", windows_path(later), "/qn")
        machine.until(lambda: not folder.exists(), "the end of the program's folder")
        _compare(machine, before_files, before_keys)


def _added(before: Keys, after: Keys) -> Keys:
    return {key: value for key, value in after.items() if before.get(key) != value}


def _compare(machine: Machine, before_files: set[str], before_keys: Keys) -> None:
    files, keys = machine.files(), machine.keys()
    left = sorted(files ^ before_files)
    changed = sorted({*_added(before_keys, keys), *_added(keys, before_keys)})
    _need(not left, f"files as before: {left[:20]}")
    _need(not changed, f"registry as before: {changed[:60]}")
    _say(f"    removed: {len(files)} files and {len(keys)} keys and values are as before")


def _mirror_classes(machine: Machine) -> list[str]:
    """Let Wine see the user's own classes: it looks at the machine's alone, unlike Windows."""
    kinds = ["tel", "Traydial.tel", ".traydial", "Traydial.settings"]
    for kind in kinds:
        machine.wine(
            "reg", "copy", rf"HKCU\Software\Classes\{kind}", rf"HKLM\Software\Classes\{kind}",
            "/s", "/f",
        )  # fmt: skip
    return kinds


def _take_back(machine: Machine, kinds: list[str]) -> None:
    for kind in kinds:
        machine.wine("reg", "delete", rf"HKLM\Software\Classes\{kind}", "/f")


def _need(so: bool, what: str) -> None:
    if not so:
        raise Failed(f"not so: {what}")
    if ": [" not in what:
        _say(f"    {what}")


def _say(text: str) -> None:
    print(text, flush=True)


def main(arguments: list[str]) -> int:
    checks = {"setup": check_setup, "msi": check_msi}
    cache_dir().mkdir(parents=True, exist_ok=True)
    with DemoThread(office(None)) as demo:
        for name in arguments or [*checks]:
            _say(f"{name}:")
            try:
                checks[name](demo)
            except Failed as problem:
                _say(f"FAILED {problem}")
                return 1
    _say("all so")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
