"""One running copy per user and profile, and the private socket others reach it by."""

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

MAX_REQUEST = 64 * 1024
MAX_CONNECTIONS = 32


class Peer(QObject):
    """One client: lines come in by ``on_line``, go out by ``send``; ``on_gone`` comes once."""

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._pending = b""
        self._gone = False  # then the socket is deleted, and not to be asked
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

    def __init__(self, name: str, on_peer: Callable[[Peer], None]) -> None:
        super().__init__()
        self._name, self._on_peer = name, on_peer
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
            if len(self.findChildren(Peer)) >= MAX_CONNECTIONS:
                socket.abort()
                socket.deleteLater()
                continue
            peer = Peer(socket, self)
            self._on_peer(peer)
            peer.start()


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
