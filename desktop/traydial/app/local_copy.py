"""Whether a copy of the program runs for this user and profile, without asking it anything."""

import socket
import sys


def is_running(server: str) -> bool:
    """Tell whether somebody listens where the running copy does."""
    if sys.platform == "win32":
        from traydial.app.pipe import Pipe

        pipe = Pipe.connect(server)
        if pipe is None:
            return False
        pipe.close()
        return True
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as link:
        try:
            link.connect(server)
        except OSError:
            return False
    return True
