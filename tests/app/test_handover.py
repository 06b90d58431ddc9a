"""Tests of asking the running copy, whatever becomes of it meanwhile."""

import json
import signal
import socket
import threading

import pytest

from traydial.app.handover import ask


@pytest.fixture(autouse=True)
def _signals():
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def asked(tmp_path):
    """Return what ``ask`` returns of a copy that does this with its only connection."""

    def run(copy):
        path = str(tmp_path / "copy.sock")
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(path)
            server.listen()

            def serve():
                link, _ = server.accept()
                with link:
                    copy(link)

            thread = threading.Thread(target=serve)
            thread.start()
            code = ask(path, "dial", ["7002"], as_json=True)
            thread.join()
        return code

    return run


def read(link):
    return json.loads(link.makefile("rb").readline())


def test_what_it_says_is_printed_and_its_code_returned(asked, capsys):
    def copy(link):
        assert read(link) == {"v": 1, "verb": "dial", "arguments": ["7002"], "json": True}
        link.sendall(b'{"line": "one"}\n{"note": "two"}\n{"exit": 3}\n')

    assert asked(copy) == 3
    assert capsys.readouterr() == ("one\n", "traydial: two\n")


def test_one_that_died_before_it_read_the_request_does_not_run(asked, capsys):
    def copy(link):
        link.recv(1)  # something is there, and not all of it is read

    assert asked(copy) is None
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("said", [b"", b'{"line": "one"}\n'])
def test_one_that_ends_in_the_middle_may_have_done_it(asked, capsys, said):
    def copy(link):
        read(link)
        link.sendall(said)

    assert asked(copy) == 4
    assert capsys.readouterr().err == "traydial: Traydial was closed meanwhile.\n"


def test_nobody_listens(tmp_path):
    assert ask(str(tmp_path / "none.sock"), "dial", ["7002"], as_json=True) is None
