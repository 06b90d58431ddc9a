"""From a click in the tray to what a caller hears: the whole program on real phones."""

import asyncio

import pytest

from tests.live.office import settings_for
from tests.live.test_diverting import dials, entry, freepbx
from tests.pbx.asterisk import secret_of
from tests.pbx.phones import Phones
from traydial.app.compose import App
from traydial.app.loop import make_loop
from traydial.app.platform import choose
from traydial.app.profile import find_profile
from traydial.domain.setting_layers import Layered
from traydial.domain.settings import DialSettings
from traydial.services.secrets import VARIABLE, Secrets

# the offscreen platform has no tray, and says so in this way when an icon is shown
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", "raise\\(\\)", "propagateSize")
OFFICE = DialSettings("DE", area_code="30", outside_prefix="0", form="national")


class Tray:
    """The program's tray menu, clicked by its words."""

    def __init__(self, app):
        self._app = app

    def find(self, start):
        menu = self._app.desk.tray.menu
        menu.aboutToShow.emit()
        return next((a for a in menu.actions() if a.text().startswith(start)), None)

    async def until(self, so):
        """Wait until the menu is so: it is what a person would see."""
        changed = asyncio.Event()
        ends = [
            store.subscribe(lambda _: changed.set())
            for store in (self._app.diversions, self._app.connection)
        ]
        async with asyncio.timeout(15):
            while not so():
                changed.clear()
                await changed.wait()
        for end in ends:
            end()

    async def ticked(self, start, on=True):
        def so():
            found = self.find(start)
            return found is not None and found.isChecked() is on

        await self.until(so)


def test_what_is_clicked_is_what_callers_meet(pbx, qapp, tmp_path):
    async def scenario():
        settings = settings_for(pbx, "desk", dialling=OFFICE)
        secrets = Secrets({VARIABLE: secret_of("desk")})
        platform = choose({}, "offscreen", is_handler=False)
        app = App(find_profile(str(tmp_path)), Layered(settings), secrets, platform)
        try:
            async with Phones("127.0.0.1", pbx.sip_port) as phones:
                bob, anna = [await phones.add(n, secret_of(n)) for n in ("7002", "7003")]
                app.start()
                tray = Tray(app)
                await tray.ticked("Do not disturb", on=False)
                tray.find("Do not disturb").trigger()
                await tray.ticked("Do not disturb")
                assert entry(pbx, "DND 7001") == "YES"
                assert "Do not disturb" in app.desk.tray.icon.toolTip()
                await dials(bob, "7011")
                assert bob.ended == 486
                tray.find("Forward calls").trigger()
                box = app.desk.forwarding.box
                box.entry.field.setText("123456")  # a number of the town
                box.entry.accept()
                await tray.ticked("All calls go to +49 30 123456")
                assert app.desk.forwarding.box is None
                assert entry(pbx, "CF 7001") == "0030123456"
                await bob.dial("7011")
                await anna.ringing()  # who picks up all outside numbers here
                await bob.hangup()
                await anna.idle()
                tray.find("All calls").trigger()
                tray.find("Do not disturb").trigger()
                await tray.until(lambda: tray.find("All calls") is None)
                await tray.ticked("Do not disturb", on=False)
                assert entry(pbx, "CF 7001") is entry(pbx, "DND 7001") is None
        finally:
            await app.aclose()

    with freepbx(pbx), asyncio.Runner(loop_factory=lambda: make_loop(qapp)) as runner:
        runner.run(asyncio.wait_for(scenario(), 60))
