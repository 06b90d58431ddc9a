"""Speed as ratios in one run, medians of several: ``make bench``. Measures; asserts nothing."""

import gc
import lzma
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import panoramisk

from tests import bench_desktop, bench_handover
from traydial.ami.protocol import AmiProtocol
from traydial.ami.tracker import Tracker
from traydial.domain.presence import Colleague, Presence
from traydial.ui.book import Book

HERE = Path(__file__).parent
CAPTURE = HERE.parents[1] / "shared" / "data" / "ami-60cps.ami.xz"
BANNER = b"Asterisk Call Manager/11.0.0\r\n"
CHUNK = 1 << 16
MOST = 24 << 20
RUNS = 5
CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person {n} Familyname\r\nORG:Company {n} GmbH\r\n"
    "TEL;TYPE=WORK:+49 30 {tail}\r\nTEL;TYPE=CELL:+49 170 {tail}\r\nEND:VCARD\r\n"
)


def stream() -> tuple[str, bytes]:
    """Return a name and the bytes of a busy PBX's events."""
    if CAPTURE.exists():
        with lzma.open(CAPTURE) as file:
            data = file.read(MOST)
        name = "real capture, 60 calls/s"
    else:
        once = b"".join(f.read_bytes() for f in sorted(HERE.glob("transcripts/22/full/*.ami")))
        data, name = once * (MOST // len(once)), "recorded calls, repeated"
    start = data.find(b"Event: ")
    return name, BANNER + data[start : data.rfind(b"\r\n\r\n") + 4]


def chunks(data: bytes) -> list[bytes]:
    """Cut as a socket would."""
    return [data[at : at + CHUNK] for at in range(0, len(data), CHUNK)]


def ours(parts: list[bytes]) -> int:
    """Decode and ask each message for its event's name, as dispatching does."""
    protocol = AmiProtocol()
    return sum(bool(m.event) for part in parts for m in protocol.receive_data(part))


def ours_whole(parts: list[bytes]) -> int:
    """Decode and take every message apart."""
    protocol = AmiProtocol()
    return sum(bool(m.get("Event")) for part in parts for m in protocol.receive_data(part))


def plain(parts: list[bytes]) -> int:
    """Split and put into a dict: the least that a naive client does."""
    pending, count = b"", 0
    for part in parts:
        *blocks, pending = (pending + part).split(b"\r\n\r\n")
        for block in blocks:
            lines = block.decode("utf-8", "replace").split("\r\n")
            fields = dict(line.split(": ", 1) for line in lines if ": " in line)
            count += "Event" in fields
    return count


def by_panoramisk(parts: list[bytes]) -> int:
    """Panoramisk decodes and hands every event to one listener."""
    seen = []
    manager = panoramisk.Manager(loop=object())
    manager.register_event("*", lambda _, event: seen.append(event.event))
    protocol = panoramisk.ami_protocol.AMIProtocol()
    protocol.connection_made(None)
    protocol.factory, protocol.encoding = manager, "utf8"
    for part in parts:
        protocol.data_received(part)
    return len(seen)


def tracked(parts: list[bytes]) -> int:
    """Decode and let the tracker look for the calls of one user."""
    protocol, tracker = AmiProtocol(), Tracker(["PJSIP/7001"], "7001")
    told = [tracker.feed(m, 0.0) for part in parts for m in protocol.receive_data(part)]
    return len(told)


def timed(work, *arguments) -> float:
    """Return the seconds that one call takes."""
    began = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - began


def start(*command: str) -> float:
    """Return the milliseconds that a process takes from start to end."""
    return 1000 * timed(lambda: subprocess.run([sys.executable, *command], check=True, stdout=-3))


def a_key_in_the_picker() -> str:
    """Return how long a search takes at each key, and reading the book anew."""
    people = {str(n): Colleague(str(n), f"Person {n}", Presence.IDLE) for n in range(10000, 12000)}
    book, searched, read = Book([], str, 0.0), [], []
    for _ in range(RUNS):
        book.update({}, [])
        began = time.perf_counter()
        book.update(people, [])
        read.append(time.perf_counter() - began)
        for text in ("p", "pe", "person 11", "1", "11"):
            began = time.perf_counter()
            book.find(text)
            searched.append(time.perf_counter() - began)
    ratio = statistics.median(searched) / statistics.median(read)
    return f"{statistics.median(searched) * 1000:.1f} ms, {ratio:.2f} x reading the book"


def an_address_book() -> str:
    """Return what 50,000 contacts of a vCard file cost in memory, and how quickly they load."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.vcf"
        cards = (CARD.format(n=n, tail=f"{n:07}") for n in range(50_000))
        file.write_text("".join(cards), newline="")
        plain = statistics.median(timed(_lines_of, file) for _ in range(RUNS))
        asked = "import sys; from tests.bench import memory_of; memory_of(sys.argv[1])"
        told = subprocess.run(
            [sys.executable, "-c", asked, str(file)], check=True, capture_output=True, text=True
        )
        took, more, found = told.stdout.split()
        return (
            f"{float(more):.0f} MB more, {float(took):.1f} s, {float(took) / plain:.0f} x reading "
            f"its lines; a number is found in {float(found):.0f} us"
        )


def a_long_history() -> str:
    """Return what finding, listing and leafing cost in a history of 100,000 calls."""
    from dataclasses import replace

    from traydial.domain.calls import Cause, Direction
    from traydial.domain.history import PastCall, Wanted
    from traydial.domain.settings import DialSettings
    from traydial.services.history.book import Book

    first = PastCall(
        "0", Direction.IN, "+493012345670", 0.0, 0.0, Cause.HUNG_UP, name="Anna Berger"
    )
    with tempfile.TemporaryDirectory() as folder:
        book = Book(Path(folder) / "history.sqlite", lambda: DialSettings("DE", "30"))
        calls = (
            replace(first, key=str(n), number=f"+4930{n:08}", name=f"Anna {n}", began=n * 600.0)
            for n in range(100_000)
        )
        book.put((call, False) for call in calls)
        rows = "SELECT words, digits FROM calls"
        plain = min(timed(lambda: book._db.execute(rows).fetchall()) for _ in range(RUNS))
        works = {
            "nobody is found": lambda: book.page(Wanted(text="nobody"), 0, 100),
            "a number": lambda: book.page(Wanted(text="030 00000500"), 0, 100),
            "the last page": lambda: book.page(Wanted(), 99_900, 100),
            "its days": lambda: book.days(Wanted()),
        }
        told = []
        for name, work in works.items():
            took = statistics.median(timed(work) for _ in range(RUNS))
            told.append(f"{name} {took * 1000:.0f} ms ({took / plain:.1f} x)")
        book.close()
    return f"{', '.join(told)}; x is reading what is searched"


def _lines_of(file: Path) -> int:
    return len(file.read_text().splitlines())


def memory_of(file: str) -> None:
    """Print seconds, megabytes and microseconds for a number: in a process of its own."""
    from traydial.domain.settings import DialSettings
    from traydial.services.contacts.files import load

    dialling = DialSettings("DE", "30")
    before = _resident()
    began = time.perf_counter()
    index = load(Path(file))
    took = time.perf_counter() - began
    gc.collect()
    more = _resident() - before
    finds = [timed(index.find, f"030{n:07}", dialling) for n in range(0, 50_000, 500)]
    print(took, more / 1e6, statistics.median(finds) * 1e6)


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGESIZE")


def main() -> None:
    """Print the figures."""
    name, data = stream()
    parts = chunks(data)
    events = plain(parts)
    print(f"{name}: {events} events, {len(data) / 1e6:.1f} MB, medians of {RUNS} runs\n")
    works = [plain, ours, ours_whole, tracked, by_panoramisk]
    times = {work: [] for work in works}
    for _ in range(RUNS):  # side by side: a noisy moment hits all of them
        for work in works:
            times[work].append(timed(work, parts))
    base = statistics.median(times[plain])
    for work in works:
        median = statistics.median(times[work])
        label = (work.__doc__ or "").split(":")[0].rstrip(".")
        print(f"{events / median:12,.0f} events/s  {base / median:5.2f} x plain  {label}")
    bare = [start("-I", "-S", "-c", "pass") for _ in range(RUNS * 2)]
    version = [start("-m", "traydial", "--version") for _ in range(RUNS * 2)]
    ratio = statistics.median(version) / statistics.median(bare)
    print(
        f"\ntraydial --version {statistics.median(version):.0f} ms, {ratio:.1f} x a bare "
        f"python ({statistics.median(bare):.0f} ms)"
    )
    print(f"a key in the picker, 2,000 colleagues: {a_key_in_the_picker()}")
    print(f"an address book of 50,000: {an_address_book()}")
    print(f"a history of 100,000 calls: {a_long_history()}")
    bench_handover.main()
    bench_desktop.main()


if __name__ == "__main__":
    main()
