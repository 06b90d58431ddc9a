"""A Windows desktop within Wine, for one run: a fresh prefix on an X server of its own."""

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from tests.desktop.xlab import XLab
from tests.pbx.provision import cache_dir
from tests.wine.provision import provision, wine_environment

PROJECT = Path(__file__).parents[2]
LEFT_FOR_S = 3600.0  # a prefix this old was left by a run that was killed
# Wine's Python dies where its output is a plain file; a pipe it takes
PIPED = ["bash", "-o", "pipefail", "-c", '"$@" 2>&1 </dev/null | cat', "bash"]


class WineDesktop(XLab):
    """Start with ``with``. Nothing that happens in it reaches the next one."""

    def __init__(self) -> None:
        super().__init__(manager="openbox", bus=False)

    def __enter__(self):
        windows = provision()
        super().__enter__()
        try:
            self._use(windows)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if hasattr(self, "prefix"):
            with contextlib.suppress(subprocess.TimeoutExpired):
                subprocess.run(
                    ["wineserver", "--kill", "--wait"], env=self.env, check=False, timeout=20
                )
        super().__exit__()
        if hasattr(self, "prefix"):
            shutil.rmtree(self.prefix.parent, ignore_errors=True)

    def _use(self, windows):
        python = windows / "python"
        self.python = [*PIPED, "wine", str(python / "python.exe")]
        self.prefix = _copy(windows / "prefix") / "prefix"
        self.env |= wine_environment(self.prefix) | {
            "PATH": f"{self.env['PATH']}:/usr/lib/wine",
            "PYTHONPATH": windows_path(PROJECT / "desktop"),
            "PYTHONUTF8": "1",
            "PYTHONPYCACHEPREFIX": windows_path(windows / "pycache"),
        }
        self.env.pop("QT_QPA_PLATFORM", None)

    def run_python(self, *words, timeout=60, **env):
        """Run Windows' Python to its end; return what it says, raise where it fails."""
        return self.run([*self.python, *map(str, words)], timeout=timeout, **env)


def windows_path(path: Path) -> str:
    """Return how a Windows program in Wine calls this file."""
    return "Z:" + str(path).replace("/", "\\")


def _copy(prefix: Path) -> Path:
    """Return a folder with a copy of the prefix: links to what is big and never written to."""
    for old in cache_dir().glob("wine-run-*"):
        if time.time() - old.stat().st_mtime > LEFT_FOR_S:
            shutil.rmtree(old, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix="wine-run-", dir=cache_dir()))

    def copy(source, target):
        if source.endswith(".reg"):
            return shutil.copy2(source, target)
        return os.link(source, target, follow_symlinks=False)

    shutil.copytree(prefix, folder / "prefix", symlinks=True, copy_function=copy)
    return folder
