"""The doctor at a real Asterisk: each light, and what helps."""

import pytest

from tests.live.office import live, office
from tests.live.terminal import run, traydial, write_profile
from tests.pbx.rawami import RawAmi
from traydial.ami.trace import read_trace

EVERYTHING = [
    "settings",
    *("name", "port", "tls", "certificate", "login", "booted"),
    *("rights", "version", "holes", "clock", "phone", "context", "extension", "hint", "hints"),
    "one_touch",
    *(f"manager_{name}" for name in ("tls", "plain", "permit", "multiple", "displayconnects")),
    *("manager_port", "manager_classes", "manager_eventfilter"),
    *("keyring", "tel_handler", "hotkeys", "tray"),
]
HERE = {"keyring", "tel_handler", "hotkeys", "tray"}  # depends on who runs the tests


def grades(lines):
    return {line["key"]: line["grade"] for line in lines}


def of_grade(lines, grade):
    return {line["key"] for line in lines if line["grade"] == grade} - HERE


def test_an_account_as_an_admin_should_make_it_is_all_green(pbx, tmp_path):
    profile = write_profile(tmp_path / "profile", pbx, "tidy")

    async def scenario():
        async with office(pbx):
            code, lines, err = await run(profile, "doctor", "--json")
        assert (code, err) == (0, "")
        keys = [line["key"] for line in lines]
        assert [key for key in keys if not key.startswith("may_")] == EVERYTHING
        missing = {"may_queues", "may_note", "may_names"} & of_grade(lines, "amber")
        old = {"holes"} if pbx.version == "16" else set()
        assert of_grade(lines, "amber") == missing | old
        assert of_grade(lines, "red") == set()
        assert all(set(line) == set(lines[0]) for line in lines)
        assert "tidy-secret" not in str(lines)
        if pbx.version == "16":
            holes = next(line for line in lines if line["key"] == "holes")
            assert "CVE-2024-42365" in holes["detail"]
            assert "may have closed them" in holes["sentence"]

    live(scenario())


def test_an_account_that_may_everything_gets_its_ambers(pbx, tmp_path):
    profile = write_profile(tmp_path / "profile", pbx, "full")
    config = profile / "config.toml"
    config.write_text(config.read_text() + '[recording]\none_touch = "*9"\n')

    async def scenario():
        async with office(pbx) as o:
            await o.me.unregister()
            await o.there("PJSIP/7001", so=False)
            code, lines, _ = await run(profile, "doctor", "--json")
        assert code == 3  # the own phone is not there
        advised = {"rights", "manager_permit", "manager_multiple", "manager_classes"}
        assert advised | {"manager_eventfilter"} <= of_grade(lines, "amber")
        assert of_grade(lines, "red") == {"phone", "one_touch"}
        told = {line["key"]: line for line in lines}
        assert "is *3, not *9" in told["one_touch"]["sentence"]
        assert "command,config" in told["rights"]["detail"]

    live(scenario())


def test_a_narrow_account_is_told_what_each_feature_wants(pbx, tmp_path):
    profile = write_profile(tmp_path / "profile", pbx, "calls")

    trace = tmp_path / "trace.txt"
    trace.touch(0o644)

    async def scenario():
        async with traydial(profile, "doctor", f"--trace={trace}") as doctor:
            out, _ = await doctor.output()
        with trace.open(newline="\n") as file:
            story = [(sent, message) for sent, _, message in read_trace(file)]
        assert trace.stat().st_mode & 0o777 == 0o600
        assert "calls-secret" not in trace.read_text()
        logins = [message for sent, message in story if sent and "Action: Login" in message]
        assert len(logins) == 1
        assert "Secret: ***" in logins[0]
        assert any(not sent and "Value: PJSIP/7001" in message for sent, message in story)
        assert "✓ ok   May dial\n" in out
        assert (
            "! look May record\n"
            "    Your account may not record.\n"
            "    Ask your administrator to allow it.\n"
            "    manager.conf needs write = call,system\n"
            "    It starts a recording on the phone system, and stops that one alone.\n"
        ) in out
        assert "✗ NO   Phone PJSIP/7001\n" in out  # nobody has signed in

    live(scenario())


def test_an_account_for_one_program_that_is_in_use_is_no_broken_connection(pbx, tmp_path):
    profile = write_profile(tmp_path / "profile", pbx, "tidy")

    async def scenario():
        async with RawAmi.connect(pbx, "tidy"):
            code, lines, _ = await run(profile, "doctor", "--json")
        login = next(line for line in lines if line["key"] == "login")
        assert (code, login["grade"]) == (0, "amber")
        assert "is in use" in login["sentence"]

    live(scenario())


@pytest.mark.parametrize(
    ("keys", "kind", "code", "last", "words"),
    [
        ({}, {"secret": "wrong"}, 5, "login", "refused user name or password"),
        ({"fingerprint": ""}, {}, 6, "login", "does not know"),
        ({"hosts": ["127.0.0.1:1"]}, {}, 4, "port", "cannot be reached"),
        ({"hosts": ["no-such-host.invalid:5039"]}, {}, 4, "name", "cannot be reached"),
    ],
)
def test_it_stops_at_the_step_that_fails(pbx, tmp_path, keys, kind, code, last, words):
    profile = write_profile(tmp_path / "profile", pbx, "desk", **keys)

    async def scenario():
        got, lines, _ = await run(profile, "doctor", "--json", **kind)
        lines = [line for line in lines if line["key"] not in HERE]
        assert (got, [line["key"] for line in lines if not line["ok"]]) == (code, [last])
        assert lines[-1]["key"] == last
        assert words in lines[-1]["sentence"]

    live(scenario())
