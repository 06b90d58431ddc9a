"""Where this user's things are: config, data, log and the socket of the running copy."""

import hashlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

MAX_SOCKET_PATH = 100  # sun_path holds 108 bytes on Linux, 104 on macOS


@dataclass(frozen=True, slots=True)
class Profile:
    """The folders of one profile. ``server`` names the local socket or Windows pipe."""

    config_file: Path
    data_dir: Path
    server: str
    root: Path | None = None  # of --profile

    def arguments(self) -> list[str]:
        """Return the command line arguments that lead to this profile again."""
        return ["--profile", str(self.root)] if self.root else []


def find_profile(root: str | None) -> Profile:
    """Return the profile in ``root``, or the user's own in the system's usual places."""
    if root is not None:
        base = Path(root).expanduser().absolute()
        return Profile(base / "config.toml", base, _server(base, base), base)
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("traydial", appauthor=False, roaming=False)
    data = Path(dirs.user_data_dir)
    return Profile(Path(dirs.user_config_dir) / "config.toml", data, _server(data, _runtime(data)))


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
    tag = hashlib.sha256(str(base).encode()).hexdigest()[:16]
    return str(Path(f"/tmp/traydial-{os.getuid()}") / f"{tag}.sock")  # noqa: S108 - made 0700, owner checked


def pipe_prefix(base: Path) -> str:
    """Return the pipe's name on Windows but for the number of the session.

    Names are the machine's there, and a terminal server has many users and sessions.
    """
    who = f"{os.path.normcase(base)}|{os.environ.get('USERNAME', '')}"
    return rf"\\.\pipe\traydial-{hashlib.sha256(who.encode()).hexdigest()[:16]}-"
