"""The small helper that hands a clicked link over."""

import contextlib
import json
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traydial import open_link
from traydial.app.handover import encode_request
from traydial.app.served import MAX_ARGUMENT, parse_request

HELPER = Path(open_link.__file__)
TAKEN = b'{"taken": true}\n'
BARE = [sys.executable, "-I", "-S"]


class RunningCopy:
    """Listens as the running copy does and answers what it is told to."""

    def __init__(self, path, answer=TAKEN):
        self.path, self._answer = str(path), answer
        self.lines = []

    def __enter__(self):
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(self.path)
        self._listener.listen(20)
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()
        return self

    def __exit__(self, *_):
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # accept() returns
        self._thread.join()
        self._listener.close()

    def _serve(self):
        while True:
            try:
                peer, _ = self._listener.accept()
            except OSError:
                return
            with peer, peer.makefile("rb") as reader:
                if line := reader.readline():
                    self.lines.append(line)
                    with contextlib.suppress(OSError):
                        peer.sendall(self._answer)


@pytest.fixture
def copy(tmp_path):
    with RunningCopy(tmp_path / "s") as copy:
        yield copy


def run(*arguments, flags=(), env=None):
    """Run the helper as a desktop does; it is killed if it hangs."""
    return subprocess.run(
        [*BARE, *flags, str(HELPER), *arguments],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
        env=env or {},
    )


class Became(Exception):
    """The helper became this command."""


def become(path, command):
    raise Became(path, command)


# -- the line -----------------------------------------------------------------------------------


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_line_means_the_same_as_that_of_the_command_line(text):
    link = f"tel:{text}"
    line = open_link.request(link)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert json.loads(line) == json.loads(encode_request("link", [link], False))


@given(st.text(max_size=50))
def test_whatever_the_link_holds_the_running_copy_can_read_and_show_it(text):
    asked = parse_request(open_link.request(f"tel:{text}"))
    (link,) = asked.arguments
    assert len(link) == len(text) + 4
    link.encode()  # no half characters


def test_without_a_link_it_asks_to_be_shown():
    assert json.loads(open_link.request("")) == json.loads(encode_request("show", [], False))


def test_its_limit_is_that_of_the_running_copy():
    assert open_link.MAX_LINK == MAX_ARGUMENT


# -- handing over -------------------------------------------------------------------------------


@pytest.mark.parametrize("link", ["tel:+49-30-123456", "TEL:1", "callto:7002", "traydial:1;ext=2"])
def test_it_hands_the_link_to_the_running_copy(copy, tmp_path, link):
    done = run(copy.path, str(tmp_path), link)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    (line,) = copy.lines
    assert parse_request(line).arguments == (link,)


def test_without_a_profile_it_is_the_copy_of_the_session(tmp_path):
    with RunningCopy(tmp_path / "traydial.sock") as copy:
        done = run("tel:7002", env={"XDG_RUNTIME_DIR": str(tmp_path)})
        assert (done.returncode, done.stderr) == (0, "")
        assert [parse_request(line).arguments for line in copy.lines] == [("tel:7002",)]


def test_started_from_the_menu_it_shows_the_running_copy(copy, tmp_path):
    assert run(copy.path, str(tmp_path)).returncode == 0
    assert [parse_request(line).verb for line in copy.lines] == ["show"]


def test_text_of_another_encoding_arrives(copy, tmp_path):
    assert run(copy.path, str(tmp_path), b"tel:\xff1").returncode == 0
    assert parse_request(copy.lines[0]).arguments == ("tel:\ufffd1",)


NO_LINKS = [
    *("--help", "-x", "--profile=/", "--", "7002", "javascript:alert(1)", "file:///etc/passwd"),
    *("http://tel:1", " tel:1", "telephone:1", f"tel:{'1' * 2000}"),
]


@pytest.mark.parametrize("argument", NO_LINKS, ids=range(len(NO_LINKS)))
def test_what_is_no_link_is_refused_and_reaches_nobody(copy, tmp_path, argument):
    for arguments in ([copy.path, str(tmp_path), argument], [argument]):
        done = run(*arguments, env={"XDG_RUNTIME_DIR": str(tmp_path)})
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "traydial: that is no link to a phone number.\n"
    assert copy.lines == []


def test_one_link_at_a_time(copy, tmp_path):
    assert run(copy.path, str(tmp_path), "tel:1", "tel:2").returncode == 2
    assert run("tel:1", "tel:2").returncode == 2
    assert copy.lines == []


# -- where no copy takes it -----------------------------------------------------------------------


def test_where_no_copy_listens_it_becomes_the_program(tmp_path):
    with pytest.raises(Became) as became:
        open_link.main([str(tmp_path / "none"), str(tmp_path), "tel:--help"], become)
    path, command = became.value.args
    assert path == sys.executable
    profile = ["--profile", str(tmp_path)]
    assert command == [sys.executable, "-m", "traydial", *profile, "--", "tel:--help"]


def test_without_profile_and_link_it_becomes_the_program_in_the_tray(tmp_path):
    with pytest.raises(Became) as became:
        open_link.main([], become, {b"XDG_RUNTIME_DIR": bytes(tmp_path)})
    assert became.value.args[1] == [sys.executable, "-m", "traydial"]


def test_a_copy_that_closes_without_a_word_has_not_taken_it(tmp_path):
    with RunningCopy(tmp_path / "s", answer=b"") as copy, pytest.raises(Became):
        open_link.main([copy.path, str(tmp_path), "tel:1"], become)


def test_a_copy_that_is_busy_finds_the_link_in_its_queue(tmp_path):
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
        listener.listen(1)
        assert open_link.main([str(tmp_path / "s"), str(tmp_path), "tel:1"], become) == 0
        peer, _ = listener.accept()
        with peer:
            assert parse_request(peer.recv(1000)).arguments == ("tel:1",)


# -- lightness ------------------------------------------------------------------------------------


def imported(*command, env=None):
    """Return the modules that a program imported."""
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=20, check=False, env=env or {}
    )
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip() for line in lines[1:]}


def test_it_imports_nothing_but_the_socket(copy, tmp_path):
    nothing = imported(*BARE, "-X", "importtime", "-c", "pass")
    words = (str(HELPER), copy.path, str(tmp_path), "tel:1")
    more = imported(*BARE, "-X", "importtime", *words) - nothing
    assert copy.lines
    assert more <= {"_socket"}


def test_the_console_script_asks_before_it_imports_anything_heavy(tmp_path):
    with RunningCopy(tmp_path / "traydial.sock", TAKEN + b'{"exit": 0}\n') as copy:
        command = [sys.executable, "-X", "importtime", "-m", "traydial", "tel:7002"]
        env = {"XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path)}
        modules = imported(*command, env=env)
        assert [parse_request(line).arguments for line in copy.lines] == [("tel:7002",)]
    assert "traydial.app.handover" in modules
    heavy = {"PySide6", "asyncio", "argparse", "logging", "subprocess", "platformdirs", "ssl"}
    heavy |= {"dataclasses", "inspect", "phonenumbers", "tempfile", "shutil", "hashlib"}
    assert modules & heavy == set()
