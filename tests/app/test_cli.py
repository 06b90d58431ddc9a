import json
import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from platformdirs import PlatformDirs

from traydial import __version__, cli
from traydial.app import exits, profile
from traydial.app.served import MAX_ARGUMENT, parse_request
from traydial.domain import errors as e


@pytest.mark.parametrize(
    "argv",
    [
        ["--json", "--profile", "/p", "dial", "7002"],
        ["dial", "--json", "7002", "--profile=/p"],
        ["dial", "7002", "--profile", "/p", "--json"],
        ["--profile", "/p", "--json", "--", "dial", "7002"],
    ],
)
def test_options_may_stand_before_and_after_the_verb(argv):
    asked = cli.parse(argv)
    assert (asked.verb, asked.arguments) == ("dial", ["7002"])
    assert (asked.as_json, asked.headless, asked.profile) == (True, False, "/p")


@pytest.mark.parametrize("link", ["tel:+4930", "TEL:030", "callto:7002", "tel:--headless"])
def test_a_link_is_never_an_option(link):
    asked = cli.parse([link])
    assert (asked.verb, asked.arguments, asked.headless) == ("link", [link], False)


@pytest.mark.parametrize(
    "argv",
    [
        ["nonsense"],
        ["--nonsense"],
        ["dial"],
        ["dial", "1", "2"],
        ["watch", "x"],
        ["record", "1"],
        ["secret", "get"],
        ["secret", "set", "pbx"],
        ["secret", "set", "ldap", "crm"],
        ["--profile"],
        ["--json=1", "watch"],
        ["demo", "--calls-every", "soon"],
        ["demo", "--calls-every=0"],
        ["tel:1", "tel:2"],
    ],
)
def test_what_makes_no_sense_is_said_and_exits_2(argv, capsys):
    assert cli.main(argv) == exits.USAGE
    out, err = capsys.readouterr()
    assert out == ""
    assert "See traydial --help." in err


def test_help_and_version(capsys):
    assert cli.main(["--help"]) == cli.main(["--version"]) == 0
    out = capsys.readouterr().out
    assert "transfer CALL TARGET" in out
    assert __version__ in out


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (e.NothingToDial("x"), 2),
        (e.SettingsError("x"), 2),
        (e.PhoneNotRegistered("PJSIP/1"), 3),
        (e.NoSuchNumber("1"), 3),
        (e.CallGone("1"), 3),
        (e.ActionFailed("Hangup", "x"), 3),
        (e.ConnectFailed("h:1", "x"), 4),
        (e.ConnectionLost("x"), 4),
        (e.NoTls("h:1", "x"), 4),
        (e.LoginRefused("x"), 5),
        (e.NoSecret("x"), 5),
        (e.CertificateNotTrusted("h:1", e.CertificateFault.EXPIRED, "", "x"), 6),
        (e.NotPermitted("Originate"), 7),
        (e.SecretStoreError("x"), 1),
        (ValueError("x"), 1),
    ],
)
def test_each_error_has_its_exit_code(error, code):
    assert exits.exit_code(error) == code


def request(**changes):
    good = {"v": 1, "verb": "dial", "arguments": ["7002"], "json": True}
    return json.dumps({**good, **changes}).encode()


def test_a_good_request_is_understood():
    asked = parse_request(request())
    assert (asked.verb, asked.arguments, asked.as_json) == ("dial", ("7002",), True)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]",
        b"[" * 100_000,
        request(v=2),
        request(verb="demo"),
        request(verb=["dial"]),
        request(arguments="7002"),
        request(arguments=[7002]),
        request(arguments=["1", "2"]),
        request(arguments=["1" * (MAX_ARGUMENT + 1)]),
    ],
)
def test_anything_else_on_the_socket_is_refused(line):
    assert parse_request(line) is None


@given(st.binary(max_size=300))
def test_no_bytes_on_the_socket_break_it(line):
    assert parse_request(line) is None


def test_a_profile_keeps_everything_in_its_folder(tmp_path):
    found = profile.find_profile(str(tmp_path))
    assert found.config_file == tmp_path / "config.toml"
    assert found.data_dir == tmp_path
    assert found.server == str(tmp_path / "traydial.sock")
    assert found.arguments() == ["--profile", str(tmp_path)]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs itself is asked")
@pytest.mark.parametrize("given", ["/here", "", None])
def test_the_own_profile_is_where_the_system_has_such_things(monkeypatch, given):
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
        if given is not None:
            monkeypatch.setenv(name, f"{given}/{name}" if given else "")
    dirs = PlatformDirs("traydial", appauthor=False, roaming=False)
    found = profile.find_profile(None)
    assert str(found.config_file) == f"{dirs.user_config_dir}/config.toml"
    assert str(found.data_dir) == dirs.user_data_dir
    assert found.arguments() == []


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe is in no folder")
def test_who_shares_a_socket_shares_a_lock_and_nobody_else(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home on a file server"))
    found = []
    for machine in ("one", "two"):
        (tmp_path / machine).mkdir()
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / machine))
        found.append(profile.find_profile(None))
    assert found[0].data_dir == found[1].data_dir
    assert [p.lock_folder for p in found] == [tmp_path / "one", tmp_path / "two"]
    assert [p.server for p in found] == [f"{p.lock_folder}/traydial.sock" for p in found]


def test_a_folder_too_deep_for_a_socket_gets_one_elsewhere_always_the_same(tmp_path):
    deep = tmp_path / ("x" * 120)
    first, again = profile.find_profile(str(deep)), profile.find_profile(str(deep))
    assert first.server == again.server != profile.find_profile(str(deep / "y")).server
    assert len(os.fsencode(first.server)) <= profile.MAX_SOCKET_PATH
