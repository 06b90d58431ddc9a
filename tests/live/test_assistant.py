"""The assistant, from an empty profile to a phone that rings: the whole program, a real PBX."""

import asyncio
import contextlib

import pytest
from PySide6.QtTest import QTest

from tests.live.test_clicked_away import qapp_of
from tests.pbx.asterisk import secret_of
from tests.pbx.phones import Phones
from traydial.app.compose import App
from traydial.app.loop import make_loop
from traydial.app.platform import choose
from traydial.app.profile import find_profile
from traydial.domain.setting_layers import Layered
from traydial.services.secrets import Secrets
from traydial.services.settings_file import load
from traydial.ui.widgets import Button

# the offscreen platform has no tray, and says so in this way when an icon is shown
pytestmark = [
    pytest.mark.qt_log_ignore("systemTrayWindowChanged", "raise\\(\\)", "propagateSize"),
    pytest.mark.usefixtures("qapp"),
]


class Keyring:
    def __init__(self):
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get(username)

    def set_password(self, service, username, password):
        self.kept[username] = password


async def until(so):
    """Wait until what is shown is so: nothing but the window tells."""
    async with asyncio.timeout(30):
        while not (found := so()):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    return found


def button(window, text):
    return next((b for b in window.findChildren(Button) if b.text() == text), None)


def test_from_nothing_to_a_phone_that_rings(pbx, tmp_path):
    keyring = Keyring()
    profile = find_profile(str(tmp_path))

    async def main():
        platform = choose({}, "offscreen", is_handler=False)
        app = App(profile, Layered(), Secrets({}, keyring), platform)
        async with contextlib.AsyncExitStack() as stack:
            stack.push_async_callback(app.aclose)
            phones = await stack.enter_async_context(Phones("127.0.0.1", pbx.sip_port))
            me = await phones.add("7001", secret_of("7001"))
            app.start()
            window = app.desk.windows.assistant
            window.step.rows["pbx.hosts"].set_text(f"127.0.0.1:{pbx.tls_port}")
            window.next.click()
            (await until(lambda: button(window, "Trust this certificate"))).click()
            await until(lambda: window.step.is_settled)
            window.next.click()
            window.step.rows["pbx.username"].set_text("calls")
            QTest.keyClicks(window.step.secret.input, "wrong")
            window.next.click()
            await until(lambda: window.step.note.text)
            assert window.title.text() == "Your account"
            window.step.secret.input.clear()
            QTest.keyClicks(window.step.secret.input, secret_of("calls"))
            window.next.click()
            await until(lambda: window.title.text() == "Your phone")
            offered = window.step.rows["phone.extension"].input.completer()
            assert offered is not None
            # this account is called like nobody's extension: the phone itself says which it is
            window.step.rows["phone.extension"].set_text("7001")
            assert window.step.rows["phone.context"].value == "internal"
            window.next.click()
            window.step.rows["dialling.country"].set_text("DE")
            window.next.click()
            window.step.ring.click()
            await me.ringing()
            await until(lambda: "Pick it up" in window.step.note.text)
            await me.answer()
            await until(lambda: "it works" in window.step.note.text)
            await me.idle()
            window.next.click()
            await until(lambda: app.desk.windows.assistant is None)
            await until(lambda: app.connection.value.link.value == "online")
            await app.dial("7001")
            await me.ringing()

    with asyncio.Runner(loop_factory=lambda: make_loop(qapp_of())) as runner:
        runner.run(asyncio.wait_for(main(), 90))
    settings, problems = load(profile.config_file)
    assert problems == []
    assert (settings.phone.extension, settings.phone.context) == ("7001", "internal")
    assert settings.pbx.fingerprint == pbx.certificate.fingerprint
    assert [*keyring.kept.values()] == [secret_of("calls")]
    assert secret_of("calls") not in profile.config_file.read_text()
