"""A phone link is clicked in a real browser, and the user's own phone rings on a real Asterisk."""

import contextlib
import json
import os
import signal
import sys
from pathlib import Path

import pytest

from tests.desktop.browsers import Chromium, Firefox, Page
from tests.desktop.xlab import XLab
from tests.live.office import live
from tests.live.terminal import write_profile
from tests.pbx.asterisk import Asterisk, secret_of
from tests.pbx.phones import Phones

pytestmark = [pytest.mark.live, pytest.mark.timeout(180)]

TRAYDIAL = [sys.executable, "-m", "traydial"]
ENTRY = "org.traydial.Traydial.desktop"
LINK = "tel:+49-30-123456"
NUMBER = "+4930123456"
BROWSERS = {"chromium": Chromium, "firefox": Firefox}


@pytest.fixture(scope="module")
def pbx():
    with Asterisk("22") as asterisk:
        yield asterisk


class LinkDesk:
    """A desktop on which Traydial has registered itself for phone links."""

    def __init__(self, lab, profile):
        self.lab, self.profile = lab, profile
        lab.env |= {"TRAYDIAL_SECRET": secret_of("desk")}
        told = ", ".join(f"'{name}': '{lab.env[name]}'" for name in ("DISPLAY", "TRAYDIAL_SECRET"))
        self._call_bus("UpdateActivationEnvironment", f"{{{told}}}")
        self.traydial("register")

    def traydial(self, *words):
        return self.lab.run([*TRAYDIAL, "--profile", str(self.profile), *words], timeout=30)

    def start_copy(self):
        """Start the program and wait until it is online and has its name on the bus."""
        self.lab.start([*TRAYDIAL, "--quietly", "--profile", str(self.profile)])
        self.lab.wait((self.profile / "traydial.sock").exists)
        self.traydial("status")
        self.lab.wait(self.has_name)
        return self.pid()

    def has_name(self):
        return "true" in self._call_bus("NameHasOwner", "org.traydial.Traydial")

    def pid(self):
        """Return who holds the lock of the running copy."""
        return int((self.profile / "traydial.lock").read_text().split()[0])

    def _call_bus(self, method, argument):
        bus = "org.freedesktop.DBus"
        where = ["--session", "--dest", bus, "--object-path", "/org/freedesktop/DBus"]
        return self.lab.run(["gdbus", "call", *where, "--method", f"{bus}.{method}", argument])


@pytest.fixture
def desk(tmp_path, pbx):
    profile = write_profile(tmp_path / "profile", pbx)
    with XLab() as lab:
        desk = LinkDesk(lab, profile)
        yield desk
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            os.kill(desk.pid(), signal.SIGTERM)
            lab.wait(lambda: not (profile / "traydial.lock").exists())
            assert " ERROR " not in (profile / "traydial.log").read_text()


@contextlib.asynccontextmanager
async def own_phone(pbx):
    """Yield the phone at 7001, which does not answer by itself."""
    async with Phones("127.0.0.1", pbx.sip_port) as phones:
        yield await phones.add("7001", secret_of("7001"))


async def rings_once(phone):
    """Wait until it rings for the link, refuse the call, and see that there was no other."""
    assert (await phone.ringing(within=20)).number == NUMBER
    await phone.decline()
    await phone.idle()
    assert [state for _, state, _ in phone.history].count("ringing") == 1


@pytest.mark.parametrize("name", BROWSERS)
def test_a_clicked_link_rings_the_own_phone(desk, pbx, name):
    pid = desk.start_copy()

    async def scenario():
        async with own_phone(pbx) as phone:
            with Page(LINK) as page:
                browser = BROWSERS[name](desk.lab)
                browser.open(page)
                browser.click(page)
                await rings_once(phone)

    live(scenario())
    assert desk.pid() == pid


@pytest.mark.parametrize("name", BROWSERS)
def test_where_no_copy_runs_a_clicked_link_starts_it_and_is_dialled(desk, pbx, name):
    async def scenario():
        async with own_phone(pbx) as phone:
            with Page(LINK) as page:
                browser = BROWSERS[name](desk.lab)
                browser.open(page)
                browser.click(page)
                await rings_once(phone)

    live(scenario())
    desk.lab.wait(desk.has_name)


@pytest.mark.parametrize("running", [True, False], ids=["running", "not running"])
def test_the_session_bus_carries_a_link_to_the_copy_or_starts_it(desk, pbx, running):
    if running:
        desk.start_copy()

    async def scenario():
        async with own_phone(pbx) as phone:
            desk.lab.run(["gio", "open", LINK])
            await rings_once(phone)

    live(scenario())
    desk.lab.wait(desk.has_name)


def test_a_link_that_is_no_number_and_one_that_is_a_code_ring_nobody(desk, pbx):
    desk.start_copy()

    async def scenario():
        async with own_phone(pbx) as phone:
            for bad in ("tel:--help", "tel:*21*0301234567%23", "tel:", "callto:anna", LINK):
                desk.lab.run(["gio", "open", bad])
            await rings_once(phone)

    live(scenario())


def test_the_desktop_itself_agrees_who_opens_links(desk):
    lab = desk.lab
    lab.run(["desktop-file-validate", lab.env["XDG_DATA_HOME"] + f"/applications/{ENTRY}"])
    for scheme in ("tel", "callto", "traydial"):
        kind = f"x-scheme-handler/{scheme}"
        assert lab.run(["xdg-mime", "query", "default", kind]).strip() == ENTRY
        assert ENTRY in lab.run(["gio", "mime", kind]).splitlines()[0]
    assert lab.output("xdg-mime", "query", "default", "x-scheme-handler/sip").strip() == ""
    told = json.loads(desk.traydial("handler", "--json"))
    assert told["ours"] == ["callto", "tel", "traydial"]
    desk.traydial("unregister")
    assert lab.output("xdg-mime", "query", "default", "x-scheme-handler/tel").strip() == ""
    left = [f for f in Path(lab.env["XDG_DATA_HOME"]).rglob("*") if "traydial" in f.name.lower()]
    assert left == []
