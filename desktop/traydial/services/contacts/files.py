"""Contacts out of files, read anew when they change."""

import asyncio
import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from traydial.domain.contacts import Contact, ContactIndex
from traydial.domain.errors import LookupFailed
from traydial.domain.language import mark, tr

log = logging.getLogger(__name__)

LOOK_EVERY_S = 5.0
MAX_BYTES = 200 << 20
_TABLES = (".csv", ".tsv", ".txt")

State = tuple[int, int]  # when it changed (ns), its size


class FileContacts:
    """Contacts of vCard and CSV files. A file that goes or breaks leaves what was read before.

    Files are looked at, not subscribed to: they may lie on a network drive.
    """

    name = mark("Contact files")
    by_name = True

    def __init__(self, paths: Sequence[Path], look_every_s: float = LOOK_EVERY_S) -> None:
        self._paths, self._look_every_s = tuple(paths), look_every_s
        self._indexes: dict[Path, ContactIndex] = {}
        self._read: dict[Path, State] = {}
        self._missing: set[Path] = set()
        self._wrong: dict[Path, str] = {}
        self._loaded = asyncio.Event()
        self._watch: asyncio.Task[None] | None = None
        # a thread of its own: a drive that hangs must not hold up names and secrets
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="traydial-contacts")

    @property
    def problem(self) -> str:
        """What is wrong with which files."""
        missing = [tr("there is no {path}", path=path) for path in self._missing]
        return "; ".join([*missing, *self._wrong.values()])

    async def start(self) -> None:
        """Begin to load and to watch."""
        self._watch = asyncio.get_running_loop().create_task(self._keep_watching())

    async def loaded(self) -> None:
        """Wait until each file was looked at once."""
        await self._loaded.wait()

    async def candidates(self, number: str) -> Sequence[Contact]:
        """Return who may have this number, once the files are read."""
        await self._loaded.wait()
        return [c for index in self._indexes.values() for c in index.candidates(number)]

    async def search(self, text: str, most: int) -> Sequence[Contact]:
        """Return who is called so."""
        await self._loaded.wait()
        return self.known(text, most)

    def known(self, text: str, most: int) -> list[Contact]:
        """Return who is called so, of what is read by now."""
        found = (c for index in self._indexes.values() for c in index.search(text, most))
        return [*found][:most]

    async def aclose(self) -> None:
        """Stop watching."""
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.gather(self._watch, return_exceptions=True)
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _keep_watching(self) -> None:
        loop = asyncio.get_running_loop()
        before: dict[Path, State | None] = {}
        while True:
            for path in self._paths:
                state = await loop.run_in_executor(self._pool, _state_of, path)
                first = path not in before
                settled = before.get(path) == state  # nobody is writing it just now
                if state is not None and state != self._read.get(path) and (first or settled):
                    await self._load(path, state)
                before[path] = state
                (self._missing.add if state is None else self._missing.discard)(path)
            self._loaded.set()
            await asyncio.sleep(self._look_every_s)

    async def _load(self, path: Path, state: State) -> None:
        loop = asyncio.get_running_loop()
        self._read[path] = state  # also of one that cannot be read: once is enough to say so
        try:
            index = await loop.run_in_executor(self._pool, load, path)
        except LookupFailed as error:
            log.info("%s", error)
            self._wrong[path] = str(error)
            return
        self._wrong.pop(path, None)
        log.info("%d contacts in %s", len(index), path.name)
        self._indexes[path] = index


def load(path: Path) -> ContactIndex:
    """Read one file, a vCard or a CSV by its name. Raises LookupFailed."""
    # imported late: most people have no such file
    from traydial.services.contacts.tables import read_table
    from traydial.services.contacts.vcard import read_vcards

    try:
        if path.stat().st_size > MAX_BYTES:
            raise LookupFailed(tr("{name} is too large for an address book", name=path.name))
        text = _text(path.read_bytes())
    except OSError as error:
        raise LookupFailed(
            tr("{name} cannot be read: {why}", name=path.name, why=error.strerror)
        ) from error
    read = read_table if path.suffix.lower() in _TABLES else read_vcards
    index = ContactIndex(read(text, path.name))
    if not len(index):
        raise LookupFailed(tr("{name} has no contacts with a number", name=path.name))
    return index


def _text(data: bytes) -> str:
    for bom, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(bom):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")  # what Windows programs have always written


def _state_of(path: Path) -> State | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
