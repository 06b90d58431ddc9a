"""From keys and clicks in the picker and on the cards to what real phones do: the whole program."""

import asyncio
import contextlib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.live.office import settings_for
from tests.live.test_consult import channels_are, in_conference
from tests.pbx.asterisk import secret_of
from tests.pbx.phones import Phones
from traydial.app.compose import App
from traydial.app.loop import make_loop
from traydial.app.platform import choose
from traydial.app.profile import find_profile
from traydial.domain.setting_layers import Layered
from traydial.services.secrets import VARIABLE, Secrets
from traydial.ui.call_presenter import Do

# the offscreen platform has no tray, and says so in this way when an icon is shown
pytestmark = [
    pytest.mark.qt_log_ignore("systemTrayWindowChanged", "raise\\(\\)", "propagateSize"),
    pytest.mark.usefixtures("qapp"),
]
CONTROL, NOTHING = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


class Desktop:
    """The program at 7001, with Bob on the line. ``first`` is that call's key."""

    def __init__(self, app, phones):
        self.app, self.me, self.bob, self.anna = app, *phones
        self.first = ""

    async def until(self, so):
        """Wait until the calls and the link are so."""
        changed = asyncio.Event()
        stores = (self.app.calls, self.app.connection)
        ends = [store.subscribe(lambda _: changed.set()) for store in stores]
        async with asyncio.timeout(20):
            while not (found := so(self.app.calls.value)):
                changed.clear()
                await changed.wait()
        for end in ends:
            end()
        return found

    async def phase(self, key, phase):
        await self.until(lambda calls: calls[key].phase.value == phase)
        return self.app.calls.value[key]

    async def called_by_bob(self):
        await self.bob.dial("7001")
        await self.me.ringing()
        await self.me.answer()
        await self.until(lambda calls: any(call.talking for call in calls.values()))
        self.first = next(iter(self.app.calls.value))

    def card(self, key):
        return self.app.desk.stack.card_of(key)

    def pick(self, text, key, modifier):
        """Open the picker from the card, type, press a key."""
        self.card(self.first).button(Do.TRANSFER).click()
        field = self.app.desk._picker.entry.field
        QTest.keyClicks(field, text)
        QTest.keyClick(field, key, modifier)

    async def asks(self, number="7003"):
        """Ask by key; return the key of the second call, which the own phone rings for."""
        self.pick(number, Qt.Key.Key_Return, CONTROL)

        def asked(calls):
            return next((key for key, c in calls.items() if c.consults == self.first), None)

        key = await self.until(asked)
        await self.me.ringing()
        await self.me.answer()
        return key

    async def talks_with_anna(self):
        key = await self.asks()
        await self.anna.ringing()
        await self.anna.answer()
        await self.phase(key, "talking")
        await self.phase(self.first, "held")
        return key


def play(pbx, tmp_path, scenario):
    async def main():
        secrets = Secrets({VARIABLE: secret_of("desk")})
        platform = choose({}, "offscreen", is_handler=False)
        app = App(
            find_profile(str(tmp_path)), Layered(settings_for(pbx, "desk")), secrets, platform
        )
        async with contextlib.AsyncExitStack() as stack:
            stack.push_async_callback(app.aclose)
            phones = await stack.enter_async_context(Phones("127.0.0.1", pbx.sip_port))
            people = [
                await phones.add(n, secret_of(n), waiting=True) for n in ("7001", "7002", "7003")
            ]
            app.start()
            desktop = Desktop(app, people)
            await desktop.until(lambda _: app.connection.value.link.value == "online")
            await desktop.called_by_bob()
            await scenario(desktop)

    with asyncio.Runner(loop_factory=lambda: make_loop(qapp_of())) as runner:
        runner.run(asyncio.wait_for(main(), 60))


def qapp_of():
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def test_asked_and_connected(pbx, tmp_path):
    async def scenario(d):
        key = await d.talks_with_anna()
        assert d.card(key).face.beside.endswith("who is on hold")
        assert d.card(d.first).face.beside.startswith("Waits while you ask")
        d.card(key).button(Do.CONNECT).click()
        await asyncio.gather(d.me.idle(), d.bob.talking(), d.anna.talking())
        await d.phase(key, "ended")
        assert d.card(key).face.status.startswith("Connected with")
        await channels_are(pbx, "7002", "7003")

    play(pbx, tmp_path, scenario)


def test_asked_and_all_three(pbx, tmp_path):
    async def scenario(d):
        key = await d.talks_with_anna()
        d.card(key).button(Do.ALL_THREE).click()
        await d.until(lambda calls: calls[key].third)
        await in_conference(pbx, 3)
        assert d.card(key).face.status == "All three talking"
        await channels_are(pbx, "7001", "7002", "7003")

    play(pbx, tmp_path, scenario)


def test_asked_and_back(pbx, tmp_path):
    async def scenario(d):
        await d.me.policy(waiting=True, remote=True)
        key = await d.talks_with_anna()
        d.card(key).button(Do.BACK).click()
        await d.anna.idle()
        await d.phase(d.first, "talking")  # the phone was told to
        assert d.card(key).face.beside.endswith("is still there")
        await channels_are(pbx, "7001", "7002")

    play(pbx, tmp_path, scenario)


def test_a_busy_colleague_is_said_and_the_caller_is_there(pbx, tmp_path):
    async def scenario(d):
        await d.anna.policy(reject=486)
        key = await d.asks()
        await d.phase(key, "ended")
        face = d.card(key).face
        assert face.status == "Busy"
        assert "is still" in face.beside
        assert face.offers[0].do is Do.TRY_AGAIN
        assert d.app.calls.value[d.first].talking
        await channels_are(pbx, "7001", "7002")

    play(pbx, tmp_path, scenario)


@pytest.mark.parametrize(
    ("key", "modifier", "cause"),
    [
        (Qt.Key.Key_M, CONTROL, "transferred"),
        (Qt.Key.Key_P, CONTROL, "parked"),
    ],
)
def test_voicemail_and_parking_by_key(pbx, tmp_path, key, modifier, cause):
    async def scenario(d):
        d.pick("7003", key, modifier)
        await d.me.idle()
        ended = await d.phase(d.first, "ended")
        assert ended.cause.value == cause
        await d.bob.talking()
        await channels_are(pbx, "7002")
        assert d.app.desk._picker is None

    play(pbx, tmp_path, scenario)


def test_who_is_not_there_is_refused_and_nobody_moves(pbx, tmp_path):
    async def scenario(d):
        for key, modifier in ((Qt.Key.Key_Return, NOTHING), (Qt.Key.Key_Return, CONTROL)):
            d.pick("7999", key, modifier)
            picker = d.app.desk._picker
            while not picker.note.text:  # noqa: ASYNC110 - a label tells nobody
                await asyncio.sleep(0.02)
            assert "does not know that number" in picker.note.text
        assert d.app.calls.value[d.first].talking
        await channels_are(pbx, "7001", "7002")

    play(pbx, tmp_path, scenario)
