"""What LaunchServices has noted, read from a list as macOS writes it."""

import plistlib

import pytest

from traydial.platforms.tel_handler.macos import MacTelHandler

LIST = "Library/Preferences/com.apple.LaunchServices/com.apple.launchservices.secure.plist"


def handler(home, data):
    file = home / LIST
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    return MacTelHandler(home)


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_it_tells_what_was_chosen(tmp_path, form):
    handlers = [
        {"LSHandlerContentType": "public.html", "LSHandlerRoleAll": "org.example.browser"},
        {"LSHandlerURLScheme": "tel", "LSHandlerRoleAll": "org.traydial.traydial"},
        {"LSHandlerURLScheme": "callto", "LSHandlerRoleViewer": "com.example.Phone"},
    ]
    state = handler(tmp_path, plistlib.dumps({"LSHandlers": handlers}, fmt=form)).state()
    assert (state.registered, state.ours) == (True, {"tel"})
    assert state.current["tel"] == "Traydial"
    assert state.current["callto"] == "com.example.phone"
    assert state.current["traydial"] == ""


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"bplist00nonsense",
        b"<?xml version='1.0'?><plist><dict><key>",
        plistlib.dumps([1]),
        plistlib.dumps({"LSHandlers": {"tel": 1}}),
        plistlib.dumps({"LSHandlers": [1, {"LSHandlerURLScheme": "tel", "LSHandlerRoleAll": 7}]}),
    ],
    ids=range(6),
)
def test_without_a_choice_it_is_what_the_system_came_with(tmp_path, data):
    state = handler(tmp_path, data).state()
    assert (state.registered, state.ours) == (False, frozenset())
    assert state.current["tel"] == "FaceTime"


def test_it_says_what_to_do_and_writes_nothing(tmp_path):
    mac = MacTelHandler(tmp_path)
    assert mac.state().current["tel"] == "FaceTime"
    assert "choose Traydial" in mac.register()
    mac.unregister()
    assert mac.open_settings() is False
    assert [*tmp_path.iterdir()] == []
