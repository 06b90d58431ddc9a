"""Where this user's things are: config, data, log and the socket of the running copy.

Imports as little as it can: a clicked link passes here.
"""

import os
import sys
from pathlib import Path
from typing import NamedTuple

MAX_SOCKET_PATH = 100  # sun_path holds 108 bytes on Linux, 104 on macOS
# never of the user's environment: they could choose another policy
ADMINISTERED = {"win32": "Software", "darwin": "/Library"}.get(sys.platform, "/etc/xdg")


class Profile(NamedTuple):
    """The folders of one profile. ``server`` names the local socket or Windows pipe.

    ``administered`` is where this computer's administrator sets things; empty: nobody does.
    """

    config_file: Path
    data_dir: Path
    server: str
    root: Path | None = None  # of --profile
    administered: str = ""

    @property
    def lock_folder(self) -> Path:
        """Where the lock of the running copy is: with its socket, for who shares one is one.

        Not with the data, which several machines may share (a home on a file server).
        """
        return self.data_dir if sys.platform == "win32" else Path(self.server).parent

    def arguments(self) -> list[str]:
        """Return the command line arguments that lead to this profile again."""
        return ["--profile", str(self.root)] if self.root else []


def find_profile(root: str | None) -> Profile:
    """Return the profile in ``root``, or the user's own in the system's usual places."""
    if root is not None:
        base = Path(root).expanduser().absolute()
        return Profile(base / "config.toml", base, _server(base, base), base, ADMINISTERED)
    config, data = _usual_folders()
    server = _server(data, _runtime(data))
    return Profile(config / "config.toml", data, server, administered=ADMINISTERED)


def _usual_folders() -> tuple[Path, Path]:
    """Return the folders of config and data, as the system has them."""
    if sys.platform == "linux":  # what platformdirs says too, without its 12 ms
        return _xdg("XDG_CONFIG_HOME", ".config"), _xdg("XDG_DATA_HOME", ".local/share")
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("traydial", appauthor=False, roaming=False)
    return Path(dirs.user_config_dir), Path(dirs.user_data_dir)


def _xdg(name: str, usual: str) -> Path:
    given = os.environ.get(name, "")
    base = given if given.startswith("/") else Path.home() / usual  # others are to be ignored
    return Path(base, "traydial")


def _runtime(data: Path) -> Path:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return Path(runtime) if runtime and Path(runtime).is_dir() else data


def _server(base: Path, folder: Path) -> str:
    """Return a path or pipe name that is the same for all starts of this user and profile."""
    if sys.platform == "win32":
        from traydial.app.pipe import session_id

        return f"{pipe_prefix(base)}{session_id()}"
    path = folder / "traydial.sock"
    if len(os.fsencode(path)) <= MAX_SOCKET_PATH:
        return str(path)
    return str(Path(f"/tmp/traydial-{os.getuid()}") / f"{_tag(str(base))}.sock")  # noqa: S108 - made 0700, owner checked


def pipe_prefix(base: Path) -> str:
    """Return the pipe's name on Windows but for the number of the session.

    Names are the machine's there, and a terminal server has many users and sessions.
    """
    who = f"{os.path.normcase(base)}|{os.environ.get('USERNAME', '')}"
    return rf"\\.\pipe\traydial-{_tag(who)}-"


def _tag(text: str) -> str:
    import hashlib

    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:16]
