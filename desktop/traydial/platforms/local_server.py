"""One running copy per user and profile, and the private socket others reach it by."""

import logging
import os
import socket as sockets
import stat
import struct
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger(__name__)

MAX_REQUEST = 64 * 1024
MAX_CONNECTIONS = 32
MAX_LINES, EACH_S = 100, 1.0  # of all peers together: a person and a browser stay far below


class Peer(QObject):
    """One client: lines come in by ``on_line``, go out by ``send``; ``on_gone`` comes once."""

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._pending = b""
        self._gone = False  # then the socket is deleted, and not to be asked
        self.may_speak: Callable[[], bool] = lambda: True
        self.on_line: Callable[[bytes], None] | None = None
        self.on_gone: Callable[[], None] | None = None
        socket.setParent(self)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self._disconnected)

    def start(self) -> None:
        """Hand over what came before ``on_line`` was set."""
        if self._socket.bytesAvailable():
            self._read()

    def send(self, line: bytes) -> None:
        """Send one line; nothing happens when the peer has gone."""
        if not self._gone and self._socket.state() is QLocalSocket.LocalSocketState.ConnectedState:
            self._socket.write(line + b"\n")
            self._socket.flush()

    def close(self) -> None:
        """Close once everything was sent."""
        if not self._gone:
            self._socket.disconnectFromServer()

    def _read(self) -> None:
        self._pending += bytes(self._socket.readAll().data())
        *lines, self._pending = self._pending.split(b"\n")
        if len(self._pending) > MAX_REQUEST:
            self._socket.abort()
            return
        for line in lines:
            if not self.may_speak():
                log.warning("too many requests at once: a program was turned away")
                self._socket.abort()
                return
            if self.on_line is not None:
                self.on_line(line)

    def _disconnected(self) -> None:
        self._gone = True
        if self.on_gone is not None:
            self.on_gone()
            self.on_gone = None
        self.deleteLater()


class LocalServer(QObject):
    """Listens where ``traydial`` of the same user and profile knocks."""

    def __init__(
        self,
        name: str,
        on_peer: Callable[[Peer], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._name, self._on_peer, self._clock = name, on_peer, clock
        self._since, self._lines = clock(), 0
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        self._lock: QLockFile | None = None

    def take(self, lock_folder: Path) -> bool:
        """Become the running copy; False when there is one already.

        A lock left by a copy that crashed is recognised and taken over. Raises OSError
        when the socket cannot be made, or its folder is open to others.
        """
        lock_folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock = QLockFile(str(lock_folder / _lock_name(self._name)))
        self._lock.setStaleLockTime(0)  # by age never: only when its process is gone
        if not self._lock.tryLock(0):
            self._lock = None
            return False
        _make_private(Path(self._name).parent)
        QLocalServer.removeServer(self._name)  # ours to remove: we hold the lock
        if not self._server.listen(self._name):
            raise OSError(self._server.errorString())
        return True

    def close(self) -> None:
        """Stop listening and let another copy take over."""
        self._server.close()
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _connected(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            is_own = _is_own(int(socket.socketDescriptor()))
            if not is_own or len(self.findChildren(Peer)) >= MAX_CONNECTIONS:
                socket.abort()
                socket.deleteLater()
                continue
            peer = Peer(socket, self)
            peer.may_speak = self._one_more
            self._on_peer(peer)
            peer.start()

    def _one_more(self) -> bool:
        """Count a line; False where there are too many."""
        now = self._clock()
        if now - self._since >= EACH_S:
            self._since, self._lines = now, 0
        self._lines += 1
        return self._lines <= MAX_LINES


def _is_own(descriptor: int) -> bool:
    """Tell whether the program at the other end is this user's: modes of files are one wall.

    A pipe of Windows lets nobody else in (``UserAccessOption``).
    """
    if sys.platform == "win32":
        return True
    with sockets.socket(fileno=os.dup(descriptor)) as peer:
        if sys.platform == "darwin":  # LOCAL_PEERCRED, struct xucred: version, uid
            _, user = struct.unpack("=II", peer.getsockopt(0, 1, 128)[:8])
        else:
            size = struct.calcsize("=iII")  # struct ucred: pid, uid, gid
            found = peer.getsockopt(sockets.SOL_SOCKET, sockets.SO_PEERCRED, size)
            _, user, _ = struct.unpack("=iII", found)
    return bool(user == os.getuid())


def _lock_name(server: str) -> str:
    if sys.platform == "win32":  # one for each session, as its pipe is
        return server.rpartition("\\")[2] + ".lock"
    return f"{Path(server).stem}.lock"


def _make_private(folder: Path) -> None:
    if sys.platform == "win32":  # a pipe has no folder
        return
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    found = folder.stat()
    if found.st_uid != os.getuid():
        raise PermissionError(f"{folder} belongs to somebody else")
    if stat.S_IMODE(found.st_mode) & 0o022:
        raise PermissionError(f"{folder} can be written by others")
