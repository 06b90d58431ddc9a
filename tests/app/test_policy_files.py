"""The templates for group policies lock what Traydial knows, with values that it takes."""

import re
from xml.etree import ElementTree

import pytest
from installers.windows.policy_files import ADMX, CULTURES, KEY, adml, make

from traydial.app import speech
from traydial.domain.language import LANGUAGES
from traydial.domain.setting_layers import Layer, Source, fitted, layered
from traydial.domain.settings import Settings, dump
from traydial.ui.settings_form import field_of

SPACE = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"
DEFAULTS = dump(Settings())
PLACES = {f"{section}.{key}" for section, keys in DEFAULTS.items() for key in keys}


@pytest.fixture(scope="module")
def policies():
    root = ElementTree.parse(ADMX).getroot()
    return {p.get("name"): p for p in root.iter(f"{SPACE}policy")}


def written_by(policy):
    """Return key, value name and sample values that the policy editor would write."""
    key = policy.get("key")
    if policy.get("valueName"):
        states = policy.findall(f"{SPACE}enabledValue") + policy.findall(f"{SPACE}disabledValue")
        values = [int(number.get("value")) for state in states for number in state]
        return key, policy.get("valueName"), values
    (element,) = policy.find(f"{SPACE}elements")
    kind = element.tag.removeprefix(SPACE)
    if kind == "decimal":
        values = [int(element.get("minValue")), int(element.get("maxValue"))]
    elif kind == "enum":
        values = [text.text for text in element.iter(f"{SPACE}string")]
    else:
        section = key.rpartition("\\")[2]
        values = [DEFAULTS.get(section, {}).get(element.get("valueName"), "")]
        assert isinstance(values[0], list) == (kind == "multiText")
    return key, element.get("valueName"), values


def test_the_files_are_as_the_settings_are():
    stale = [file for file, text in make().items() if file.read_text("utf-8") != text]
    assert stale == [], "run: PYTHONPATH=desktop python -m installers.windows.policy_files"


def test_every_setting_can_be_locked_with_every_value_offered(policies):
    locked = set()
    for policy in policies.values():
        key, name, values = written_by(policy)
        section = key.removeprefix(f"{KEY}\\")
        if section == "provisioning":
            continue
        assert values
        for value in values:
            wanted = fitted({section: {name: value}})
            it = layered([Source(Layer.POLICY, wanted)])
            assert it.problems == (), (key, name, value)
            assert it.locked == {f"{section}.{name}"}
            assert dump(it.settings)[section][name] == wanted[section][name], "nobody reads it"
        locked.add(f"{section}.{name}")
    assert locked == PLACES
    assert {policy.get("key") for policy in policies.values()} >= {rf"{KEY}\provisioning"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_words_and_fields_are_there(language):
    words = ElementTree.parse(adml(language)).getroot()
    strings = {s.get("id"): s.text for s in words.iter(f"{SPACE}string")}
    shown = {s.get("id") for s in words.iter(f"{SPACE}presentation")}
    text = ADMX.read_text("utf-8")
    used = {part.partition(")")[0] for part in text.split("$(string.")[1:]}
    assert used == {*strings}
    assert {part.partition(")")[0] for part in text.split("$(presentation.")[1:]} == shown
    label = field_of("pbx.hosts").label
    assert strings["pbx_hosts"] == speech.load(language).text(label, "", -1) or label
    assert all(strings.values())


def test_nothing_but_addresses_and_names_stays_english():
    english, *others = ({*re.findall(r">([^<]+)<", make()[adml(name)])} for name in CULTURES)
    for texts in others:
        kept = {text for text in texts & english if re.search(r"[a-z]{3} [a-z]{2}", text)}
        assert kept == set()
