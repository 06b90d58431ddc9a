"""The admin guide says what is true of this program."""

import re
import subprocess
import tomllib
from pathlib import Path

from traydial.ami.actions import ACTIONS, EVENT_MASK
from traydial.domain.asterisk_versions import HOLES
from traydial.domain.manager_account import section, usual
from traydial.domain.setting_layers import Layer, Source, layered
from traydial.services.machine_settings import folder
from traydial.services.provisioning import look_into

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "resources" / "docs" / "admin-guide.md").read_text(encoding="utf-8")
PROGRAM = [
    path.read_text(encoding="utf-8")
    for folder in ("ami", "services", "app")
    for path in sorted((ROOT / "desktop" / "traydial" / folder).rglob("*.py"))
]


def test_every_hole_stands_in_it_with_its_source_and_what_closes_it():
    for hole in HOLES:
        closed = ", ".join(hole.fixed.values())
        assert f"| [{hole.name}]({hole.source}) | {hole.what} | {closed} |" in GUIDE


def test_what_is_never_sent_is_never_sent():
    told = re.search(r"It never sends (.*)\.", GUIDE)
    never = set(re.findall(r"`(\w+)`", told[1]))
    assert len(never) > 10
    assert not never & ACTIONS
    for source in PROGRAM:
        assert not never & set(re.findall(r'(?:perform|collect)\(\s*"(\w+)"', source))


def test_every_action_that_is_sent_is_one_of_those_that_are_named():
    sent = {
        name for text in PROGRAM for name in re.findall(r'\.(?:perform|collect)\(\s*"(\w+)"', text)
    }
    assert {"Originate", "Login", "GetConfig"} <= sent
    assert sent <= ACTIONS


def test_the_applications_that_are_named_are_those_that_are_started():
    started = {name for text in PROGRAM for name in re.findall(r'\("Application", "(\w+)"\)', text)}
    assert started == {"ParkedCall", "Wait", "ChanSpy"}
    assert all(f"`{name}`" in GUIDE for name in started)


def test_the_classes_asked_for_are_told():
    assert f"`{EVENT_MASK}`" in GUIDE


def test_the_account_is_the_one_that_the_program_prints():
    printed = section("traydial-7001", "22.10", ["PJSIP/7001"], usual())
    shown = {line.partition(";")[0].strip() for line in GUIDE.splitlines()}
    lines = {line.partition(";")[0].strip() for line in printed.splitlines()} - {""}
    assert {line for line in lines if not line.startswith("secret =")} <= shown
    assert "[traydial-7001]" in lines


def example(name):
    return re.search(rf"```toml\n# {re.escape(name)}.*?```", GUIDE, re.DOTALL)[0].strip("`")[5:]


def test_the_example_leaves_nothing_to_the_user_but_the_password(tmp_path):
    for name in ("policy.toml", "config.toml"):
        (tmp_path / name).write_text(example(f"/etc/xdg/traydial/{name}"))
    layers = layered(folder(tmp_path))
    file = tmp_path / "anna.traydial"
    file.write_text(example("anna.traydial"))
    sent = look_into(file, layers)
    assert (layers.problems, sent.problems, sent.locked) == ((), (), ())
    assert layers.locked == {
        f"{section}.{key}"
        for section, keys in tomllib.loads((tmp_path / "policy.toml").read_text()).items()
        for key in keys
    }
    assert sorted(layers.settings.missing()) == ["pbx.username", "phone.extension"]
    assert sent.settings.missing() == []
    assert sent.settings.dialling.outside_prefix == "0"


def test_a_file_that_is_signed_as_told_is_taken(tmp_path):
    script = re.search(r"(?m)^ +openssl genpkey .*\n(?: {4}.*\n)+", GUIDE)[0]
    file = tmp_path / "office.traydial"
    file.write_text(example("anna.traydial"))
    done = subprocess.run(
        ["bash", "-euc", script],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    policy = {"provisioning": {"key": done.stdout.strip()}}
    taken = look_into(file, layered([Source(Layer.POLICY, policy)]))
    assert taken.signed
    assert [change.place for change in taken.changes] == [
        "pbx.username",
        "phone.extension",
        "phone.devices",
    ]
