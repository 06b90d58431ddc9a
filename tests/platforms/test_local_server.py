"""The socket of the running copy: private, one per profile, patient with peers that leave."""

import os
import socket
import stat
import sys

import pytest

from traydial.platforms.local_server import (
    MAX_CONNECTIONS,
    MAX_LINES,
    MAX_REQUEST,
    LocalServer,
    Peer,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes: tests/wine")


class Listening:
    """A server with the peers that came and the lines they sent."""

    def __init__(self, folder, qtbot, **how):
        self.folder, self.path = folder, folder / "traydial.sock"
        self.peers, self.lines, self.gone = [], [], []
        self._qtbot = qtbot
        self.server = LocalServer(str(self.path), self._came, **how)

    def _came(self, peer):
        self.peers.append(peer)
        peer.on_line = self.lines.append
        peer.on_gone = lambda: self.gone.append(peer)

    def knock(self):
        peer = socket.socket(socket.AF_UNIX)
        peer.settimeout(5)
        peer.connect(str(self.path))
        return peer

    def wait(self, so):
        self._qtbot.waitUntil(lambda: bool(so()), timeout=5000)


@pytest.fixture
def listening(tmp_path, qtbot):
    folder = tmp_path / "profile"
    listening = Listening(folder, qtbot)
    assert listening.server.take(folder)
    yield listening
    listening.server.close()


def test_lines_come_in_and_go_out(listening):
    with listening.knock() as peer:
        peer.sendall(b"one\ntw")
        listening.wait(lambda: listening.lines == [b"one"])
        peer.sendall(b"o\n")
        listening.wait(lambda: listening.lines == [b"one", b"two"])
        listening.peers[0].send(b"answer")
        listening.peers[0].close()
        listening.wait(lambda: listening.gone)
        assert peer.makefile("rb").read() == b"answer\n"


def test_a_peer_that_left_is_answered_to_nobody(listening):
    with listening.knock() as peer:
        peer.sendall(b"link\n")
    listening.wait(lambda: listening.gone)
    (peer,) = listening.peers
    assert listening.lines == [b"link"]
    listening.wait(lambda: listening.server.findChildren(Peer) == [])  # it is deleted
    peer.send(b"too late")
    peer.close()


def test_nobody_else_can_reach_it(listening):
    assert stat.S_IMODE(listening.path.stat().st_mode) & 0o077 == 0
    assert stat.S_IMODE(listening.folder.stat().st_mode) & 0o077 == 0


def test_a_folder_that_others_can_write_is_refused(tmp_path, qtbot):
    tmp_path.chmod(0o777)
    listening = Listening(tmp_path, qtbot)
    with pytest.raises(PermissionError, match="written by others"):
        listening.server.take(tmp_path)
    listening.server.close()


def test_there_is_one_copy_and_the_next_after_it(listening, qtbot):
    second = Listening(listening.folder, qtbot)
    assert second.server.take(listening.folder) is False
    with listening.knock() as peer:  # the first one is still there
        peer.sendall(b"x\n")
        listening.wait(lambda: listening.lines == [b"x"])
    listening.server.close()
    assert second.server.take(listening.folder) is True
    second.server.close()


def test_profiles_with_sockets_in_one_folder_do_not_lock_each_other_out(listening):
    other = LocalServer(str(listening.folder / "other.sock"), lambda _: None)
    assert other.take(listening.folder) is True
    other.close()


def test_what_a_killed_copy_left_is_taken_over(tmp_path, qtbot):
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(tmp_path / "traydial.sock"))
    left.close()
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    host = os.uname().nodename
    (tmp_path / "traydial.lock").write_text(f"{child}\npython\n{host}\n")
    listening = Listening(tmp_path, qtbot)
    assert listening.server.take(tmp_path) is True
    listening.knock().close()
    listening.server.close()


def test_a_line_without_end_is_cut_off(listening):
    with listening.knock() as peer:
        peer.setblocking(False)
        sent = 0

        def cut_off():
            nonlocal sent
            try:
                sent += peer.send(b"x" * 4096)
            except BlockingIOError:
                return False
            except OSError:
                return True
            return False

        listening.wait(cut_off)
    assert sent > MAX_REQUEST
    assert listening.lines == []


def test_a_crowd_is_kept_out(listening):
    crowd = [listening.knock() for _ in range(MAX_CONNECTIONS)]
    listening.wait(lambda: len(listening.peers) == MAX_CONNECTIONS)
    late = listening.knock()
    listening.wait(lambda: late.recv(1, socket.MSG_DONTWAIT) == b"" if readable(late) else False)
    for peer in (*crowd, late):
        peer.close()
    listening.wait(lambda: len(listening.gone) == MAX_CONNECTIONS)


def readable(peer):
    import select

    return bool(select.select([peer], [], [], 0)[0])


def test_another_user_is_turned_away(listening, monkeypatch):
    other = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: other)
    with listening.knock() as peer:
        peer.sendall(b"link\n")
        listening.wait(lambda: _is_over(peer))
    assert (listening.peers, listening.lines) == ([], [])


@pytest.mark.logs
def test_a_flood_of_requests_ends_and_the_next_second_is_a_new_one(tmp_path, qtbot):
    now = [100.0]
    listening = Listening(tmp_path / "profile", qtbot, clock=lambda: now[0])
    assert listening.server.take(listening.folder)
    with listening.knock() as peer:
        peer.sendall(b"link\n" * (MAX_LINES + 50))
        listening.wait(lambda: listening.gone)
    assert len(listening.lines) == MAX_LINES
    now[0] += 1.0
    with listening.knock() as peer:
        peer.sendall(b"again\n")
        listening.wait(lambda: listening.lines[-1] == b"again")
    listening.server.close()


def _is_over(peer):
    peer.setblocking(False)
    try:
        return peer.recv(1) == b""
    except BlockingIOError:
        return False
    except ConnectionResetError:
        return True
