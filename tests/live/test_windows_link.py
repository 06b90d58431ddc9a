"""``start tel:…`` on Windows, within Wine: the own phone rings at a real Asterisk."""

import asyncio

import pytest

from tests.live.office import live, office
from tests.live.terminal import write_profile
from tests.pbx.asterisk import secret_of
from tests.wine.desktop import PIPED, WineDesktop, windows_path
from traydial.app.intake import BURST_S

# Wine does not look for a user's own classes where links are opened: as for all users, then
REGISTER = """
import sys
from traydial.app.platform import open_command
from traydial.app.profile import find_profile
from traydial.platforms.tel_handler.windows import WindowsTelHandler
command = open_command(find_profile(sys.argv[1]))
print(WindowsTelHandler(command, sys.executable, per_machine=True).register() or "registered")
"""


@pytest.fixture
def windows():
    with WineDesktop() as desktop:
        yield desktop


@pytest.mark.parametrize("pbx", ["22"], indirect=True)
def test_a_clicked_link_rings_the_own_phone_whether_or_not_a_copy_runs(pbx, windows, tmp_path):
    folder = windows_path(write_profile(tmp_path / "profile", pbx))
    secret = {"TRAYDIAL_SECRET": secret_of("desk")}
    assert windows.run_python("-c", REGISTER, folder).strip() == "registered"

    def click(link):
        windows.start([*PIPED, "wine", "start", link], env=secret)

    async def scenario():
        async with office(pbx) as o:
            click("tel:+49-30-123456;phone-context=%2B49")
            assert (await o.me.ringing(80)).number == "+4930123456"
            await o.me.decline()
            await o.me.idle()
            await asyncio.sleep(BURST_S)  # sooner it would be a burst, and ask
            click("tel:+49-30-654321")
            assert (await o.me.ringing()).number == "+4930654321"
            await o.me.decline()
            await o.me.idle()
            logs = [*(tmp_path / "profile").glob("traydial.log")]
            assert "ERROR" not in logs[0].read_text("utf-8")

    live(scenario())
