"""The Debian package: installed, used, upgraded while it runs, and removed without a trace."""

import json
import subprocess
import time
from pathlib import Path

import pytest

from installers.tests.clean_root import SUITES, clean_root
from traydial import __version__
from traydial.platforms import APP_ID

PROJECT = Path(__file__).parents[2]
WITHIN_S = 60
PROFILE = "/root/profile"
SETTINGS = "application/x-traydial"  # the kind of a file that somebody was sent


@pytest.fixture(scope="module")
def package():
    files = sorted((PROJECT / "dist").glob(f"traydial_{__version__}_*.deb"))
    assert files, "make deb builds it"
    return files[-1]


def field(package, name):
    command = ["dpkg-deb", "--field", str(package), name]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture(scope="module", params=SUITES)
def root(request, package, tmp_path_factory):
    """Return a fresh system: Debian 12, and 13, which is newer than Ubuntu 24.04 in all it has."""
    depends = field(package, "Depends").split(", ")
    newer = request.param != SUITES[0]
    # of two names for one library the later is that of the newer system
    libraries = [entry.split(" | ")[-1 if newer else 0].partition(" ")[0] for entry in depends]
    with clean_root(tmp_path_factory.mktemp("deb") / "root", request.param, libraries) as made:
        yield made


def until(so):
    ends = time.monotonic() + WITHIN_S
    while time.monotonic() < ends:
        if found := so():
            return found
        time.sleep(0.1)
    raise AssertionError(f"waited {WITHIN_S} s in vain")


def install(root, package):
    (root.folder / "tmp" / package.name).write_bytes(package.read_bytes())
    root.apt("install", f"/tmp/{package.name}")


def link_of(root):
    """Return how the copy that runs says its link is, empty where none runs."""
    if not (root.folder / PROFILE[1:] / "traydial.lock").exists():
        return ""
    said = root.run("traydial", "--profile", PROFILE, "status", "--json", check=False)
    return json.loads(said.splitlines()[0])["link"] if said.startswith("{") else ""


def start_demo(root):
    words = ("xvfb-run", "-a", "traydial", "demo", "--profile", PROFILE)
    return subprocess.Popen(
        root.words("dbus-run-session", "--", *words),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def next_version(package, folder):
    """Return the same package with a higher version."""
    unpacked, built = folder / "unpacked", folder / f"traydial_{__version__}+1_amd64.deb"
    subprocess.run(["dpkg-deb", "-R", package, unpacked], check=True)
    control = unpacked / "DEBIAN/control"
    text = control.read_text()
    control.write_text(text.replace(f"Version: {__version__}", f"Version: {__version__}+1"))
    subprocess.run(["fakeroot", "dpkg-deb", "-Znone", "-b", unpacked, built], check=True)
    return built


def test_its_description_is_in_order(package, tmp_path):
    subprocess.run(["dpkg-deb", "-x", package, tmp_path], check=True)
    share = tmp_path / "usr/share"
    entry = share / f"applications/{APP_ID}.desktop"
    imports = share / f"applications/{APP_ID}.import.desktop"
    metainfo = share / f"metainfo/{APP_ID}.metainfo.xml"
    for command in (
        ["desktop-file-validate", entry, imports],
        ["appstreamcli", "validate", "--no-net", metainfo],
        ["man", "--warnings", "--local-file", share / "man/man1/traydial.1.gz"],
        ["bash", "-n", share / "bash-completion/completions/traydial"],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert f'release version="{__version__}"' in metainfo.read_text()
    assert "x-scheme-handler/tel;" in entry.read_text()
    broken = [link for link in tmp_path.rglob("*") if link.is_symlink() and not link.exists()]
    assert broken == []


def test_from_a_clean_system_to_a_clean_system(package, root, tmp_path):
    before = root.files()
    install(root, package)
    assert root.run("traydial", "--version").strip() == f"traydial {__version__}"
    for locale, told in (("de_DE", "wählt von Ihrem"), ("ru_RU", "звонит с вашего места")):
        assert told in root.run("traydial", "--help", LC_ALL=f"{locale}.UTF-8")
    kind = "x-scheme-handler/tel"
    assert root.run("xdg-mime", "query", "default", kind).strip() == f"{APP_ID}.desktop"
    assert f"{SETTINGS}:*.traydial\n" in (root.folder / "usr/share/mime/globs2").read_text()
    imports = root.run("xdg-mime", "query", "default", SETTINGS).strip()
    assert imports == f"{APP_ID}.import.desktop"
    demo = start_demo(root)
    try:
        until(lambda: link_of(root) == "online")
        root.run("traydial", "--profile", PROFILE, "dial", "7006", check=False)
        log = (root.folder / PROFILE[1:] / "traydial.log").read_text()
        assert " ERROR " not in log
        install(root, next_version(package, tmp_path))
        demo.wait(WITHIN_S)  # what ran was the version before
    finally:
        demo.kill()
        demo.wait()
    assert root.run("dpkg-query", "-W", "-f", "${Version}", "traydial") == f"{__version__}+1"
    demo = start_demo(root)
    try:
        until(lambda: link_of(root) == "online")
        root.apt("purge", "traydial")
        demo.wait(WITHIN_S)
    finally:
        demo.kill()
        demo.wait()
    after = root.files()
    assert {path for path in before if after.get(path) != before[path]} == set()
    assert {path for path in after if path not in before} == set()
