"""How long a clicked link takes: from the start of its handler to the Originate at the PBX.

The running copy is the real program, offscreen, on the demo PBX over TLS; a private session
bus and a private home. As the running copy ``python -m tests.bench_handover copy PROFILE``.
"""

import asyncio
import contextlib
import os
import queue
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from traydial.app import intake
from traydial.app.platform import open_command, start_command
from traydial.app.profile import find_profile
from traydial.demo.server import DemoPbx
from traydial.platforms.activation.dbus import INTERFACE, NAME, PATH
from traydial.platforms.tel_handler.linux import LinuxTelHandler
from traydial.services.settings_file import save

LINK = "tel:7002"
WITHIN_S = 30.0


class TimedPbx(DemoPbx):
    """Notes when an Originate has arrived."""

    def __init__(self, arrived: "queue.Queue[float]") -> None:
        super().__init__(pick_up_after=None, calls_every=None)
        self._arrived = arrived

    def perform(self, client, action) -> None:
        if action.get("Action") == "Originate":
            self._arrived.put(time.perf_counter())
        super().perform(client, action)


class PbxThread:
    """The PBX on a loop of its own."""

    def __init__(self) -> None:
        self.arrived: queue.Queue[float] = queue.Queue()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()))

    def __enter__(self):
        self._thread.start()
        assert self._ready.wait(WITHIN_S)
        return self

    def __exit__(self, *_):
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        async with TimedPbx(self.arrived) as self.pbx:
            self._ready.set()
            await self._stop.wait()

    def clear(self) -> None:
        """End all calls, and wait until the PBX has none."""

        async def clear() -> bool:
            channels = self.pbx.switch.on_device(self.pbx.own_phone.device)
            for channel in channels:
                self.pbx.hang_up(channel)
            return not channels

        while not asyncio.run_coroutine_threadsafe(clear(), self._loop).result(WITHIN_S):
            time.sleep(0.01)


class Bench:
    """A desktop with the running copy that opens links."""

    def __init__(self, folder: Path, pbx: PbxThread, stack: contextlib.ExitStack) -> None:
        self._pbx = pbx
        self._profile = find_profile(str(folder / "profile"))
        for name in ("run", "home"):
            (folder / name).mkdir(mode=0o700)
        self._env = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            "HOME": str(folder / "home"),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "XDG_DATA_HOME": str(folder / "home/.local/share"),
            "XDG_CONFIG_HOME": str(folder / "home/.config"),
            "QT_QPA_PLATFORM": "offscreen",
            "DISPLAY": ":none",  # without one xdg-open looks for a browser in the terminal
            "TRAYDIAL_SECRET": pbx.pbx.secret,
        }
        save(self._profile.config_file, pbx.pbx.settings())
        self._env["DBUS_SESSION_BUS_ADDRESS"] = self._bus(stack)
        opens, starts = open_command(self._profile), start_command(self._profile)
        LinuxTelHandler(self._env, folder / "home", opens, starts).register()
        copy = [sys.executable, "-m", "tests.bench_handover", "copy", str(self._profile.root)]
        with (folder / "log").open("wb") as log:
            program = subprocess.Popen(copy, env=self._env, stdout=log, stderr=log)
        stack.enter_context(_ended(program))
        self._wait_online()
        profile = ["--profile", str(self._profile.root)]
        script = Path(sys.executable).with_name("traydial")
        call = ["gdbus", "call", "--session", "--dest", NAME, "--object-path", PATH]
        self.ways = {
            "the helper of the .desktop file": [*opens, LINK],
            "gdbus, Application.Open": [
                *call,
                "--method",
                f"{INTERFACE}.Open",
                f"['{LINK}']",
                "{}",
            ],
            "gio open, whole chain": ["gio", "open", LINK],
            "xdg-open, whole chain": ["xdg-open", LINK],
            "the traydial console script": [str(script), *profile, LINK],
        }

    def _bus(self, stack: contextlib.ExitStack) -> str:
        command = ["dbus-daemon", "--session", "--nofork", "--nosyslog", "--print-address"]
        daemon = subprocess.Popen(command, env=self._env, stdout=subprocess.PIPE, stderr=-3)
        stack.enter_context(_ended(daemon))
        assert daemon.stdout is not None
        return daemon.stdout.readline().decode().strip()

    def _wait_online(self) -> None:
        ends = time.monotonic() + WITHIN_S
        status = [sys.executable, "-m", "traydial", "--profile", str(self._profile.root), "status"]
        while not Path(self._profile.server).exists():
            assert time.monotonic() < ends, "the program did not start"
            time.sleep(0.05)
        subprocess.run(status, env=self._env, check=True, stdout=-3, timeout=WITHIN_S)

    def once(self, way: str) -> float:
        """Open the link this way; return the milliseconds to the Originate."""
        began = time.perf_counter()
        with subprocess.Popen(self.ways[way], env=self._env, stdout=-3) as process:
            arrived = self._pbx.arrived.get(timeout=WITHIN_S)
            process.wait(WITHIN_S)
        self._pbx.clear()
        return 1000 * (arrived - began)

    def bare(self) -> float:
        """Return the milliseconds of an interpreter that does nothing."""
        began = time.perf_counter()
        subprocess.run([sys.executable, "-I", "-S", "-c", "pass"], env=self._env, check=True)
        return 1000 * (time.perf_counter() - began)


@contextlib.contextmanager
def _ended(process: "subprocess.Popen[bytes]") -> Iterator[None]:
    with process:
        try:
            yield
        finally:
            process.terminate()


def main(runs: int = 20) -> None:
    """Print the figures."""
    needed = ("dbus-daemon", "gdbus", "gio", "xdg-open")
    if sys.platform != "linux" or not all(map(shutil.which, needed)):
        print("\nhand-over: measured on Linux with dbus-daemon, gio and xdg-open only")
        return
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="traydial-bench-")))
        pbx = stack.enter_context(PbxThread())
        bench = Bench(folder, pbx, stack)
        times: dict[str, list[float]] = {way: [] for way in bench.ways}
        bare = []
        for way in bench.ways:
            bench.once(way)  # files come into the cache
        for _ in range(runs):  # side by side: a noisy moment hits all of them
            bare.append(bench.bare())
            for way, taken in times.items():
                taken.append(bench.once(way))
    base = statistics.median(bare)
    print(f"\nFrom the start of the handler to the Originate at the PBX, medians of {runs} runs")
    print(f"{base:6.1f} ms  1.00 x  python -I -S -c pass, its whole life")
    for way, taken in times.items():
        median = statistics.median(taken)
        print(f"{median:6.1f} ms {median / base:5.2f} x  {way}")


def run_copy(profile: str) -> int:
    """Be the running copy; only that links may follow each other as fast as the bench can."""
    from traydial.app.run import run_desktop

    intake.BURST_S = 0.0
    return run_desktop(find_profile(profile))


if __name__ == "__main__":
    if sys.argv[1:2] == ["copy"]:
        sys.exit(run_copy(sys.argv[2]))
    main()
