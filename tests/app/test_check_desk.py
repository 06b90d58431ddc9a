"""What the doctor says of this computer."""

import asyncio
import sys

import pytest

from traydial.app.check_desk import Desk, check_desk, look_at_desk
from traydial.domain.settings import HotkeySettings
from traydial.platforms import HandlerState
from traydial.services.secrets import Secrets
from traydial.ui import doctor_words

FINE = Desk(keys={"dial_box": ""}, tray=True)


class Keyring:
    name = "Box"

    def __init__(self, trouble=None):
        self._trouble = trouble

    def get_password(self, service, username):
        if self._trouble:
            raise self._trouble


class Handler:
    def __init__(self, ours=True, why_not=""):
        self.why_not, self._ours = why_not, ours

    def state(self):
        opens = "Traydial" if self._ours else "Other"
        return HandlerState(True, {"tel": opens}, frozenset({"tel"} if self._ours else ()))


def checked(keyring=None, environ=None, handler=None, desk=FINE):
    found = {}
    environ = environ or {}
    asyncio.run(
        check_desk(
            Secrets(environ, keyring or Keyring()),
            handler or Handler(),
            desk,
            lambda c: found.setdefault(c.key, c),
        )
    )
    return found


def test_all_is_green_on_a_good_desktop():
    found = checked()
    assert [(c.key, c.grade.value) for c in found.values()] == [
        ("keyring", "green"),
        ("tel_handler", "green"),
        ("hotkeys", "green"),
        ("tray", "green"),
    ]
    assert found["keyring"].what == "Keyring Box"


@pytest.mark.parametrize(
    ("kind", "key", "grade", "words"),
    [
        ({"keyring": Keyring(OSError("no bus"))}, "keyring", "red", "keyring cannot be used"),
        (
            {"keyring": Keyring(OSError("no bus")), "environ": {"TRAYDIAL_SECRET": "x"}},
            "keyring",
            "amber",
            "keyring cannot be used",
        ),
        ({"handler": Handler(ours=False)}, "tel_handler", "amber", "Other opens phone links"),
        ({"handler": Handler(why_not="Not here.")}, "tel_handler", "amber", "Not here."),
        (
            {"desk": Desk(keys={"dial_box": "F8 is taken.", "open_page": ""}, tray=True)},
            "hotkeys",
            "amber",
            "F8 is taken.",
        ),
        ({"desk": Desk(keys={}, tray=False)}, "tray", "amber", "shows no tray icons"),
    ],
)
def test_each_trouble_has_its_light_and_words(kind, key, grade, words):
    found = checked(**kind)
    assert {c.key for c in found.values() if not c.ok} == {key}
    assert found[key].grade == grade
    assert words in found[key].explained.sentence


NOWHERE = {"DISPLAY": ":9999", "WAYLAND_DISPLAY": "none-0", "XDG_RUNTIME_DIR": "/nonexistent"}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
@pytest.mark.parametrize("environ", [{}, NOWHERE])
def test_without_a_desktop_it_says_so(environ):
    desk = asyncio.run(look_at_desk(HotkeySettings(), environ, running=False))
    found = checked(desk=desk)
    for key in ("hotkeys", "tray"):
        assert found[key].grade == "amber"
        assert found[key].words == doctor_words.NO_DESKTOP
