"""What the desktop program costs, and how soon it shows a call, while a busy PBX talks to it.

The program is the real one with all its windows, in a process of its own under Xvfb; the PBX
is the demo's, over TLS, and sends events of a real Asterisk's other calls beside its own. As
the program: ``python -m tests.bench_desktop copy PROFILE``.
"""

import asyncio
import contextlib
import lzma
import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from traydial.app.profile import find_profile
from traydial.demo.client import Client
from traydial.demo.server import DemoPbx
from traydial.services.settings_file import save

CAPTURE = Path(__file__).parents[2] / "shared" / "data" / "ami-60cps.ami.xz"
MOST = 24 << 20
STAMP = b"17953808"  # what the capture's unique ids have in common; each round gets another
RATE = 4000  # events a second
SLICE_S = 0.01
UNREAD = 1 << 18
WITHIN_S = 120.0
POPUPS = 100
IDLE_S = 20.0
TICK_S = 1 / os.sysconf("SC_CLK_TCK")


class TimedPbx(DemoPbx):
    """Notes when the first byte of a call was sent."""

    def __init__(self) -> None:
        super().__init__(pick_up_after=None, answer_after=None, gives_up_after=None)
        self.told = 0.0
        self.logged_in = asyncio.Event()

    def _emit(self, event, privilege, headers) -> None:
        if event == "DialBegin":
            self.told = time.perf_counter()
        super()._emit(event, privilege, headers)

    def perform(self, client: Client, action) -> None:
        self.logged_in.set()
        super().perform(client, action)

    @property
    def line(self) -> asyncio.Transport:
        """The way to the program."""
        (client,) = self.clients
        assert client._transport is not None
        return client._transport


def whole_calls(call_only: bool) -> list[bytes]:
    """Return the events of all calls that begin and end within the capture."""
    with lzma.open(CAPTURE) as file:
        blocks = file.read(MOST).split(b"\r\n\r\n")[:-1]
    ids = re.compile(rb"\r\n(?:Dest|Bridge)?Uniqueid: ([^\r]+)")

    def named(*events: bytes) -> set[bytes]:
        starts = tuple(b"Event: " + event + b"\r" for event in events)
        return {i for block in blocks if block.startswith(starts) for i in ids.findall(block)}

    begun, over = named(b"Newchannel", b"BridgeCreate"), named(b"Hangup", b"BridgeDestroy")
    whole = begun & over
    return [
        block + b"\r\n\r\n"
        for block in blocks
        if (found := ids.findall(block))
        and whole.issuperset(found)
        and not (call_only and b"\r\nPrivilege: call,all" not in block)
    ]


class Stream:
    """Sends other people's calls, again and again, each time as new ones."""

    def __init__(self, events: list[bytes]) -> None:
        self._events, self._at, self._round = events, 0, 0
        self.calls = sum(event.startswith(b"Event: DialBegin") for event in events)
        self.sent = 0

    def next(self, count: int) -> bytes:
        """Return so many events."""
        data = b"".join(self._events[self._at : self._at + count])
        data = data.replace(STAMP, b"%08d" % (10_000_000 + self._round))
        self.sent += min(count, len(self._events) - self._at)
        self._at += count
        if self._at >= len(self._events):
            self._at, self._round = 0, self._round + 1
        return data

    @contextlib.asynccontextmanager
    async def flowing(self, line: asyncio.Transport) -> AsyncIterator[None]:
        """Send at the rate of a busy PBX for as long as this lasts."""

        async def flow() -> None:
            begun, sent = time.perf_counter(), 0
            while True:
                due = int((time.perf_counter() - begun) * RATE) - sent
                line.write(self.next(due))
                sent += due
                await asyncio.sleep(SLICE_S)

        task = asyncio.create_task(flow())
        try:
            yield
        finally:
            task.cancel()

    async def pour(self, line: asyncio.Transport, count: int) -> None:
        """Send so many events as fast as they are taken."""
        end = self.sent + count
        while self.sent < end:
            line.write(self.next(200))
            while line.get_write_buffer_size() > UNREAD:  # noqa: ASYNC110
                await asyncio.sleep(0.001)


class Program:
    """The running program, and what it tells and costs."""

    def __init__(self, process: asyncio.subprocess.Process, began: float) -> None:
        self._process, self._began = process, began
        self._pid = 0

    async def told(self, what: str) -> float:
        """Wait until it tells of this; return when that was."""
        assert self._process.stdout is not None
        async with asyncio.timeout(WITHIN_S):
            while True:
                word, *values = (await self._process.stdout.readline()).decode().split()
                if word == what:
                    return float(values[0])

    async def started(self) -> float:
        """Return the milliseconds until its icon was shown."""
        self._pid = int(await self.told("pid"))
        return 1000 * (await self.told("shown") - self._began)

    def cpu_s(self) -> float:
        """Return the seconds that it has computed so far."""
        fields = Path(f"/proc/{self._pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * TICK_S

    def memory_mb(self) -> float:
        """Return how much memory is its own."""
        lines = Path(f"/proc/{self._pid}/smaps_rollup").read_text().splitlines()
        own = [line.split()[1] for line in lines if line.startswith("Private_")]
        return sum(map(int, own)) / 1024


class Bench:
    """The program on its PBX."""

    def __init__(self, pbx: TimedPbx, program: Program) -> None:
        self.pbx, self.program, self._calls = pbx, program, 0

    async def popup(self) -> float:
        """Let somebody call; return the milliseconds from that byte to the popup's drawing."""
        self._calls += 1
        caller = self.pbx.call_in(f"030{1_000_000 + self._calls}")
        painted = await self.program.told("painted")
        taken = 1000 * (painted - self.pbx.told)
        self.pbx.own_phone.answer()  # or the list of missed calls would grow and grow
        self.pbx.hang_up(caller)
        await self.program.told("gone")
        return taken

    async def popups(self) -> str:
        """Return the times of many, and the share of a core that all of it takes."""
        await self.popup()
        cpu, began, taken = self.program.cpu_s(), time.perf_counter(), []
        for _ in range(POPUPS):
            taken.append(await self.popup())
            await asyncio.sleep(0.1)
        share = (self.program.cpu_s() - cpu) / (time.perf_counter() - began)
        at99 = statistics.quantiles(taken, n=100)[98]
        middle = statistics.median(taken)
        return f"{middle:6.1f} {at99:8.1f} {max(taken):8.1f} {100 * share:8.1f} %"

    async def share(self, seconds: float) -> float:
        """Return what share of a core it takes for some seconds, in per cent."""
        before, began = self.program.cpu_s(), time.perf_counter()
        await asyncio.sleep(seconds)
        return 100 * (self.program.cpu_s() - before) / (time.perf_counter() - began)


@contextlib.asynccontextmanager
async def running() -> AsyncIterator[tuple[Bench, float]]:
    """Yield the program when it is online, and how long its start took."""
    with tempfile.TemporaryDirectory(prefix="traydial-bench-") as name:
        folder = Path(name)
        for part in ("run", "home"):
            (folder / part).mkdir(mode=0o700)
        async with TimedPbx() as pbx:
            profile = find_profile(str(folder / "profile"))
            save(profile.config_file, pbx.settings())
            env = {
                "PATH": os.environ["PATH"],
                "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
                "HOME": str(folder / "home"),
                "XDG_RUNTIME_DIR": str(folder / "run"),
                "QT_QPA_PLATFORM": "xcb",
                "TRAYDIAL_SECRET": pbx.secret,
            }
            # a script of its own: the time of Xvfb's start is not the program's
            script = 'date +"began %s.%N"; exec "$0" -m tests.bench_desktop copy "$1"'
            command = ("sh", "-c", script, sys.executable, str(profile.root))
            process = await asyncio.create_subprocess_exec(
                *("xvfb-run", "--auto-servernum", *command),
                env=env,
                stdout=asyncio.subprocess.PIPE,
                stderr=(folder / "log").open("wb"),
            )
            try:
                program = Program(process, 0.0)
                began = await program.told("began") - time.time() + time.perf_counter()
                program = Program(process, began)
                start = await program.started()
                await asyncio.wait_for(pbx.logged_in.wait(), WITHIN_S)
                yield Bench(pbx, program), start
            finally:
                os.kill(program._pid, 15)
                await process.wait()


async def measure(say: Callable[[str], None]) -> None:
    """Say all figures as they come."""
    everything, calls = Stream(whole_calls(False)), Stream(whole_calls(True))
    async with running() as (bench, start):
        program, line = bench.program, bench.pbx.line
        say(f"start to tray icon {start:.0f} ms")
        await asyncio.sleep(5)
        at_start = program.memory_mb()
        say(f"online and idle: {await bench.share(IDLE_S):.2f} % of a core, {at_start:.0f} MB")
        say(f"\nFrom the byte of DialBegin to the drawn popup, {POPUPS} calls, ms")
        say(f"{'':34} {'median':>6} {'99th':>8} {'longest':>8} {'CPU':>10}")
        say(f"{'nothing else':34} {await bench.popups()}")
        for name, stream in (("class call", calls), ("everything", everything)):
            async with stream.flowing(line):
                say(f"{f'{RATE} events/s, {name}':34} {await bench.popups()}")
                alone = await bench.share(5)
            say(f"{'  without the popups':34} {'':24} {alone:8.1f} %")
        say("\nMemory of its own")
        count = 0
        for wanted in (10_000, 50_000, 100_000):
            began = time.perf_counter()
            events = (wanted - count) // calls.calls * len(calls._events)
            await calls.pour(line, events)
            await bench.popup()  # it has taken all of it
            rate = events / (time.perf_counter() - began)
            count = wanted
            say(f"{program.memory_mb():6.0f} MB after {wanted} calls ({rate:,.0f} events/s)")
        for count in (200, 1000, 2000):
            while bench._calls < count:
                await bench.popup()
            say(f"{program.memory_mb():6.0f} MB after {count} own calls")


def main() -> None:
    """Print the figures."""
    if sys.platform != "linux" or not shutil.which("xvfb-run") or not CAPTURE.exists():
        print("\nthe program under load: measured on Linux with Xvfb and the capture only")
        return
    print()
    asyncio.run(measure(lambda line: print(line, flush=True)))


def run_copy(profile: str) -> int:
    """Be the program; tell when a card is first drawn and when it has gone."""
    from traydial.app import compose, run
    from traydial.ui import call_presenter
    from traydial.ui.call_card import CallCard

    def tell(what: str, value: float) -> None:
        print(what, value, flush=True)

    class ToldCard(CallCard):
        painted = False

        def paintEvent(self, event) -> None:  # noqa: N802
            super().paintEvent(event)
            if not self.painted:
                self.painted = True
                tell("painted", time.perf_counter())

        def hideEvent(self, event) -> None:  # noqa: N802
            super().hideEvent(event)
            tell("gone", time.perf_counter())

    class ToldApp(compose.App):
        def start(self, *, at_login: bool = False) -> None:
            super().start(at_login=True)  # no small window in place of the tray that Xvfb lacks
            tell("shown", time.perf_counter())

    tell("pid", os.getpid())
    from traydial.ui import card_stack

    card_stack.CallCard = ToldCard
    run.App = ToldApp
    # what is over goes at once: the bench has no time to read it
    call_presenter._lingers = lambda call: None if call.alive else 0.0
    return run.run_desktop(find_profile(profile))


if __name__ == "__main__":
    if sys.argv[1:2] == ["copy"]:
        sys.exit(run_copy(sys.argv[2]))
    main()
