"""What the Windows installers write: nothing that is not ours, and what the program knows, too."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from installers.windows import msi

from traydial import cli
from traydial.platforms import SCHEMES

NSIS = (Path(msi.__file__).parent / "traydial.nsi").read_text("utf-8")
WIX = "{http://schemas.microsoft.com/wix/2006/wi}"


@pytest.fixture(scope="module")
def values():
    """Return what the MSI writes: (component, key, name) with the value."""
    found = {}
    for component in ElementTree.fromstring(msi.wxs()).iter(f"{WIX}Component"):
        for value in component.iter(f"{WIX}RegistryValue"):
            at = (component.get("Id"), value.get("Key"), value.get("Name", ""))
            assert at not in found
            found[at] = value.get("Value")
    return found


def test_the_msi_offers_each_kind_of_link_and_opens_it_with_the_windowed_program(values):
    for scheme in SCHEMES:
        kind = f"Traydial.{scheme}"
        place = r"Software\Traydial\Capabilities\URLAssociations"
        assert values["CLinks", place, scheme] == kind
        command = values["CLinks", rf"Software\Classes\{kind}\shell\open\command", ""]
        assert (
            command == '"[INSTALLDIR]traydialw.exe" -- "%1"'
        )  # whatever %1 holds, it is no option


def test_kinds_of_links_that_others_may_have_are_taken_only_on_request(values):
    bare = {
        key.split("\\")[2]: c for c, key, _ in values if re.match(r"Software\\Classes\\\w+$", key)
    }
    assert bare == {"tel": "CClaim", "callto": "CClaim", "traydial": "CLinks"}


def test_no_installer_writes_policies_or_removes_a_folder_that_a_user_chose(values):
    assert not [key for _, key, _ in values if "Policies" in key]
    assert "Policies" not in NSIS
    assert re.findall(r"RMDir /r (.*)", NSIS) == ['"$INSTDIR\\_internal"']


def test_the_setup_speaks_each_of_its_languages_in_full():
    said = re.findall(r"LangString (\w+) \$\{LANG_(\w+)\}", NSIS)
    names = {name for name, _ in said}
    assert {*said} == {(n, lang) for n in names for lang in ("ENGLISH", "GERMAN", "RUSSIAN")}


def test_settings_that_one_was_sent_are_opened_and_shown_first(values):
    assert values["CSettings", r"Software\Classes\.traydial", ""] == "Traydial.settings"
    place = r"Software\Classes\Traydial.settings\shell\open\command"
    assert values["CSettings", place, ""] == '"[INSTALLDIR]traydialw.exe" import -- "%1"'
    assert '\'"$INSTDIR\\traydialw.exe" import -- "%1"\'' in NSIS
    asked = cli.parse(["import", "--", "--profile.traydial"])
    assert (asked.verb, asked.profile) == ("import", None)


def test_the_msi_leaves_nothing_where_the_administrators_settings_are(values):
    ours = {key for _, key, _ in values if key.startswith("Software\\Traydial\\")}
    assert ours
    assert all(key.startswith("Software\\Traydial\\Capabilities") for key in ours)
