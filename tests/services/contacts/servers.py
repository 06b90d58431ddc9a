"""Real servers with contacts, each on the loopback interface and gone after its test."""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

HOST = "127.0.0.1"


def free_port():
    """Return a port that nobody uses now."""
    with socket.create_server((HOST, 0)) as server:
        return server.getsockname()[1]


def listens(port):
    """Tell whether a server takes connections."""
    with contextlib.suppress(OSError), socket.create_connection((HOST, port), 1):
        return True
    return False


def wait_until(ready, process, seconds=30.0):
    """Wait until a server is ready."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if ready():
            return
        if process.poll() is not None:
            raise RuntimeError(f"the server ended: {process.returncode}")
        time.sleep(0.02)
    raise RuntimeError("the server does not answer")


@contextlib.contextmanager
def folder_of(user):
    """Yield a folder that belongs to a user; PostgreSQL refuses to run as root."""
    folder = Path(tempfile.mkdtemp(prefix="traydial-"))
    if os.geteuid() == 0:
        shutil.chown(folder, user, user)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def started(command, ready, **options):
    """Yield a server that answers; it ends with the test."""
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, **options
    )
    try:
        wait_until(ready, process)
        yield process
    finally:
        process.terminate()
        process.wait(20)


@contextlib.contextmanager
def postgres(password):
    """Yield the port of a PostgreSQL that wants this password of the user traydial."""
    binaries = max(Path("/usr/lib/postgresql").glob("*/bin"))
    as_user = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
    with folder_of("postgres") as folder:
        data, secret = folder / "data", folder / "secret"
        secret.write_text(password)
        secret.chmod(0o644)
        making = [binaries / "initdb", "-D", data, "-U", "traydial", "-A", "scram-sha-256"]
        making += [f"--pwfile={secret}", "-E", "UTF8", "--no-sync"]
        subprocess.run(making, check=True, capture_output=True, cwd=folder, **as_user)
        port = free_port()
        command = [binaries / "postgres", "-D", data, "-h", HOST, "-p", str(port), "-k", folder]
        asks = [binaries / "pg_isready", "-q", "-h", HOST, "-p", str(port)]

        def ready():  # it listens before it is
            return subprocess.run(asks, check=False).returncode == 0

        log = (folder / "log").open("wb")
        with log, started([*command, "-F"], ready, stderr=log, cwd=folder, **as_user):
            yield port
