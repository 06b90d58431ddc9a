"""Phone links in the registry: what is written, who is named, and that all of it goes again."""

import ctypes
import winreg

import pytest

from traydial.platforms.tel_handler.windows import WindowsTelHandler, asked_of_windows

COMMAND = [r"C:\Program Files\Traydial\Traydial.exe", "--"]
WRITTEN = '"C:\\Program Files\\Traydial\\Traydial.exe" -- "%1"'
BASE = r"Software\TraydialTest"
SOFTWARE = rf"{BASE}\Software"
CHOICE = r"Microsoft\Windows\Shell\Associations\UrlAssociations\tel\UserChoice"
HKCU = winreg.HKEY_CURRENT_USER


def put(path, name, value):
    with winreg.CreateKey(HKCU, rf"{SOFTWARE}\{path}") as key:
        winreg.SetValueEx(key, name, 0, winreg.REG_SZ, value)


def tree(path):
    """Return all keys below with their values, as an export has them."""
    try:
        key = winreg.OpenKey(HKCU, path)
    except FileNotFoundError:
        return {}
    with key:
        subkeys, values, _ = winreg.QueryInfoKey(key)
        found = {path: {k: v for k, v, _ in (winreg.EnumValue(key, n) for n in range(values))}}
        names = [winreg.EnumKey(key, n) for n in range(subkeys)]
    for name in names:
        found |= tree(rf"{path}\{name}")
    return found


def value(path, name=""):
    return tree(SOFTWARE)[rf"{SOFTWARE}\{path}"].get(name)


@pytest.fixture
def handler():
    """Yield a handler that writes into a corner of the registry, where nobody is asked."""
    winreg.CreateKey(HKCU, rf"{SOFTWARE}\Classes").Close()
    yield WindowsTelHandler(COMMAND, COMMAND[0], software=SOFTWARE, asked=lambda scheme: ("", ""))
    for path in sorted(tree(BASE), key=len, reverse=True):
        winreg.DeleteKey(HKCU, path)


def test_it_writes_what_puts_a_program_on_the_page_of_default_apps(handler):
    assert handler.register() == ""  # nobody had them: all are ours at once
    assert value("RegisteredApplications", "Traydial") == rf"{SOFTWARE}\Traydial\Capabilities"
    assert value(r"Traydial\Capabilities", "ApplicationName") == "Traydial"
    assert tree(rf"{SOFTWARE}\Traydial\Capabilities\URLAssociations") == {
        rf"{SOFTWARE}\Traydial\Capabilities\URLAssociations": {
            "tel": "Traydial.tel",
            "callto": "Traydial.callto",
            "traydial": "Traydial.traydial",
        }
    }
    for kind in ("Traydial.tel", "tel", "callto", "traydial"):
        assert value(rf"Classes\{kind}", "URL Protocol") == ""
        assert value(rf"Classes\{kind}\shell\open\command") == WRITTEN
    state = handler.state()
    assert state.registered
    assert state.ours == {"tel", "callto", "traydial"}
    assert state.current == {
        "tel": "Traydial", "callto": "Traydial", "traydial": "Traydial", "sip": "",
    }  # fmt: skip


def test_afterwards_the_registry_is_as_it_was(handler):
    put(r"Classes\callto\shell\open\command", "", '"C:\\Other\\Phone.exe" "%1"')
    put("RegisteredApplications", "Other", r"Software\Other\Capabilities")
    put("Traydial", "Server", "pbx.example.net")  # an installer's
    before = tree(SOFTWARE)
    handler.register(("tel", "callto", "traydial", "sip"))
    assert tree(SOFTWARE) != before
    handler.unregister()
    assert tree(SOFTWARE) == before
    handler.unregister()  # nothing to do, nothing to complain about
    assert tree(SOFTWARE) == before


def test_another_programs_key_stays_and_the_user_is_told_to_choose(handler):
    put(r"Classes\tel\shell\open\command", "", '"C:\\Other\\Phone.exe" /call "%1"')
    to_do = handler.register()
    assert "Default apps" in to_do
    assert "choose Traydial for TEL." in to_do
    assert value(r"Classes\tel\shell\open\command") == '"C:\\Other\\Phone.exe" /call "%1"'
    state = handler.state()
    assert state.registered
    assert "tel" not in state.ours
    assert state.current["tel"] == "Phone"


def test_what_the_user_chose_counts(handler):
    handler.register()
    put(r"Classes\Other.tel\Application", "ApplicationName", "Other Phone")
    put(r"Classes\Other.tel\shell\open\command", "", "other.exe %1")
    put(CHOICE, "ProgId", "Other.tel")
    state = handler.state()
    assert (state.current["tel"], "tel" in state.ours) == ("Other Phone", False)
    put(CHOICE, "ProgId", "Traydial.tel")
    assert handler.state().current["tel"] == "Traydial"
    chosen = tree(rf"{SOFTWARE}\{CHOICE}")
    handler.unregister()
    assert tree(rf"{SOFTWARE}\{CHOICE}") == chosen  # the user's own
    state = handler.state()
    assert (state.registered, state.ours) == (False, frozenset())


def test_who_took_the_key_since_keeps_it(handler):
    handler.register()
    put(r"Classes\tel\shell\open\command", "", "other.exe %1")
    handler.unregister()
    assert value(r"Classes\tel\shell\open\command") == "other.exe %1"


def test_a_new_version_elsewhere_takes_over_its_own_keys(handler):
    handler.register()
    moved = WindowsTelHandler(
        [r"D:\New\Traydial.exe"], "", software=SOFTWARE, asked=lambda scheme: ("", "")
    )
    assert moved.register() == ""
    assert value(r"Classes\tel\shell\open\command") == 'D:\\New\\Traydial.exe "%1"'


def test_schemes_that_are_no_longer_wanted_are_given_back(handler):
    handler.register(("tel", "sip"))
    handler.register(("tel",))
    assert rf"{SOFTWARE}\Classes\Traydial.sip" not in tree(SOFTWARE)
    assert rf"{SOFTWARE}\Classes\sip" not in tree(SOFTWARE)
    assert value(r"Traydial\Capabilities\URLAssociations", "sip") is None


def test_what_windows_knows_of_packaged_apps_is_believed():
    asked = {"tel": ("AppXabc", "Phone Link")}
    handler = WindowsTelHandler(
        COMMAND, "", software=SOFTWARE, asked=lambda s: asked.get(s, ("", ""))
    )
    assert handler.state().current["tel"] == "Phone Link"


def test_windows_can_be_asked():
    prog_id, name = asked_of_windows("no-such-scheme-at-all")
    assert (prog_id, name) == ("", "")


def test_the_command_line_splits_into_what_was_meant(handler):
    handler.register()
    written = value(r"Classes\tel\shell\open\command").replace("%1", "tel:+49 30;ext=1")
    split = ctypes.WinDLL("shell32").CommandLineToArgvW
    split.argtypes = (ctypes.c_wchar_p, ctypes.POINTER(ctypes.c_int))
    split.restype = ctypes.POINTER(ctypes.c_wchar_p)
    count = ctypes.c_int()
    words = split(written, ctypes.byref(count))
    assert words[: count.value] == [*COMMAND, "tel:+49 30;ext=1"]
