"""A desktop for one test: X server, session bus, window manager, home; all its own."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path


class XLab:
    """Start with ``with``; everything that was started ends with it."""

    def __init__(self, *, manager="xfwm4", compositor=False, screen="1280x800x24", bus=True):
        self._manager, self._compositor = manager, compositor
        self._screen, self._bus = screen, bus
        self._started = []

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="traydial-lab-"))
        runtime, home = self.folder / "run", self.folder / "home"
        runtime.mkdir(mode=0o700)
        home.mkdir()
        kept = ("PATH", "LANG", "VIRTUAL_ENV", "PYTHONPATH")
        self.env = {name: os.environ[name] for name in kept if name in os.environ}
        self.env |= {
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_DATA_HOME": str(home / ".local/share"),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "QT_QPA_PLATFORM": "xcb",
            "NO_AT_BRIDGE": "1",
            "TZ": "UTC",
        }
        try:
            self._start_server()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self._started):
            self.stop(process)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start_server(self):
        display = self._told(
            "Xvfb", "-displayfd", "{}", "-nolisten", "tcp", "-noreset", "-screen", "0", self._screen
        )
        self.env["DISPLAY"] = f":{display}"
        if self._bus:
            self.env["DBUS_SESSION_BUS_ADDRESS"] = self._told(
                "dbus-daemon", "--session", "--nofork", "--print-address={}"
            )
        else:
            self.env["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
        if self._manager:
            switch = ["--compositor", "on" if self._compositor else "off"]
            self.start([self._manager, *(switch if self._manager == "xfwm4" else [])])
            asked = ("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")
            self.wait(lambda: "window id" in self.output(*asked))

    def signal_server(self, number):
        """Stop, continue or end the X server."""
        os.kill(self._started[0].pid, number)

    def _told(self, *command):
        """Start a server that tells its address on a descriptor; return the address."""
        reader, writer = os.pipe()
        try:
            words = [word.format(writer) for word in command]
            self.start(words, pass_fds=(writer,))
        finally:
            os.close(writer)
        told = b""
        with os.fdopen(reader, "rb", buffering=0) as pipe:
            while not told.endswith(b"\n"):  # up to the end of the line, or it dies of SIGPIPE
                byte = pipe.read(1)
                if not byte:
                    raise RuntimeError(f"{command[0]} ended: {self.log(command[0])}")
                told += byte
        return told.decode().strip()

    def start(self, command, **options):
        """Start a program on this desktop."""
        env = options.pop("env", {})
        log = (self.folder / f"{Path(command[0]).name}.log").open("ab")
        with log:
            process = subprocess.Popen(
                command,
                env=self.env | env,
                stdout=options.pop("stdout", log),
                stderr=log,
                stdin=options.pop("stdin", subprocess.DEVNULL),
                start_new_session=True,
                **options,
            )
        self._started.append(process)
        return process

    def stop(self, process):
        """End one of our programs and whatever it started."""
        for end in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(process.pid, end)
            except ProcessLookupError:
                break
            try:
                process.wait(3)
                break
            except subprocess.TimeoutExpired:
                continue
        process.wait()
        if process.stdin:
            process.stdin.close()
        if process.stdout:
            process.stdout.close()
        if process in self._started:
            self._started.remove(process)

    @contextlib.contextmanager
    def only_for_now(self):
        """End what is started meanwhile."""
        before = [*self._started]
        try:
            yield
        finally:
            for process in [*reversed(self._started)]:
                if process not in before:
                    self.stop(process)

    def run(self, command, timeout=20, **env):
        """Run a program to its end; raise with its output where it fails."""
        done = subprocess.run(
            command,
            env=self.env | env,
            capture_output=True,
            text=True,
            timeout=timeout,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{command}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def output(self, *command):
        """Return what a program says, however it ends.

        Its complaints are left out: xdotool stumbles over a window that goes while it looks.
        """
        done = subprocess.run(
            command, env=self.env, capture_output=True, text=True, timeout=20, check=False
        )
        return done.stdout

    def xdo(self, *words):
        """Press keys and move the mouse."""
        return self.run(["xdotool", *map(str, words)]).strip()

    def place_of(self, window):
        """Return x, y, width and height of a window on the screen."""
        info = self.output("xwininfo", "-id", str(window))
        wanted = ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")
        return tuple(int(re.search(rf"{name}: +(-?\d+)", info)[1]) for name in wanted)

    def log(self, program):
        """Return what a program wrote."""
        path = self.folder / f"{program}.log"
        return path.read_text(errors="replace")[-2000:] if path.exists() else ""

    @staticmethod
    def wait(until, seconds=15.0):
        """Wait until something is so; return what it gave."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            if value := until():
                return value
            time.sleep(0.02)
        raise AssertionError(f"waited {seconds} s in vain for {until}")
