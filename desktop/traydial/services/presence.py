"""Which colleagues there are and what their phones do, from the hints of the dialplan.

One list when the link comes up, events from then on. Names come from AstDB where the account
may read it: the table of names as a whole, others one at a time and only of those that
somebody looks at, for a PBX may have thousands of extensions. Getvar of DB() is never used:
Asterisk blocks it, answers empty, and writes an error into its log each time.
"""

import asyncio
import contextlib
import logging
import re
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import replace
from typing import Any

from traydial.ami.protocol import Message
from traydial.ami.session import AmiSession
from traydial.domain.connection import Connection
from traydial.domain.errors import ActionFailed, DesktopError, NotPermitted, Unreachable
from traydial.domain.presence import Colleague, Colleagues, Presence, is_removed, presence_of
from traydial.domain.privileges import Ability
from traydial.domain.settings import Settings
from traydial.domain.store import Store

log = logging.getLogger(__name__)

# who can be called: patterns (_7XXX) and feature codes (*85…) have hints too
_EXTENSION = re.compile(r"[0-9A-Za-z+][0-9A-Za-z.+-]{0,39}")
NAMES = "cidname"  # the family of AstDB that has a name by extension
OWN_FAMILY = "AMPUSER/{extension}"  # FreePBX has one for each extension, with that key
MOST_NAMES = 24  # asked for at once: what somebody can see of a list
DEAF_AFTER = 20  # names that were asked for in vain before it is given up
LOOK_EVERY_S = 5.0  # where no event tells of somebody who is waited for


class PresenceWatch:
    """Keeps ``colleagues`` as the PBX tells it; empty where the account may not ask.

    The state of all is UNKNOWN while there is no link.
    """

    def __init__(
        self,
        settings: Settings,
        session: Callable[[], AmiSession],
        connection: Store[Connection],
        colleagues: Store[Colleagues],
        *,
        look_every_s: float = LOOK_EVERY_S,
    ) -> None:
        self._session, self._connection, self.colleagues = session, connection, colleagues
        self._look_every_s = look_every_s
        self._extension, self._context = settings.phone.extension, settings.phone.context
        self._contexts = {self._context}
        self._devices: dict[str, str] = {}  # extension by device
        self._heard: set[str] | None = None  # of whom events told while a list comes in
        self._is_told = False  # an event came: no filter of the admin's keeps them away
        self._names: dict[str, str] = {}
        self._asked: set[str] = set()
        self._wanted: list[str] = []
        self._in_vain = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._naming: asyncio.Task[None] | None = None
        self._was_online = False
        self._end = connection.subscribe(self._link_changed)

    # -- what is told ---------------------------------------------------------------------------

    def on_event(self, message: Message) -> None:
        """Take one AMI event."""
        if message.event == "ExtensionStatus":
            self._status(message)
        elif message.event == "Newchannel":
            self._learn_name(message)

    async def aclose(self) -> None:
        """End what still runs in the background."""
        self._end()
        self._forget_states()
        for task in [*self._tasks]:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def reload(self) -> None:
        """Ask for all states anew. Raises a DesktopError where they are not told."""
        self._heard = heard = set[str]()
        try:
            rows = await self._session().collect("ExtensionStateList")
        except ActionFailed as error:
            if "no extension" not in error.reason.lower():  # Asterisk's way to say: none at all
                raise
            rows = []
        finally:
            self._heard = None
        rows = [row for row in rows if row.event == "ExtensionStatus"]
        # hints may live in a context that the user's own includes: where their own is
        self._contexts = {self._context} | {
            row.get("Context") for row in rows if row.get("Exten") == self._extension
        }
        now = self.colleagues.value
        found: dict[str, Colleague] = {}
        self._devices.clear()
        for row in rows:
            extension = row.get("Exten")
            if not self._concerns(row) or is_removed(row.get("Status")):
                continue
            for device in re.split(r"[&,]", row.get("Hint")):
                self._devices[device] = extension
            known = now.get(extension)
            if known is not None and extension in heard:
                found[extension] = known  # the event is newer, or a newer one follows
            else:
                found[extension] = self._colleague(extension, row)
        self.colleagues.set(found)

    # -- what is asked for ------------------------------------------------------------------------

    def look(self, extensions: Iterable[str]) -> None:
        """Somebody sees these: get their names, and their states where no event brings them."""
        if not self._connection.value.may(Ability.PRESENCE):
            return
        known = self.colleagues.value
        new = [e for e in extensions if e in known and e not in self._asked and not known[e].name]
        self._wanted = new[:MOST_NAMES]  # those seen before are out of sight by now
        if self._wanted and (self._naming is None or self._naming.done()):
            self._naming = self._start(self._ask_names())

    def opened(self) -> None:
        """Somebody opens a list of colleagues: make sure that what it shows is true now."""
        if self._connection.value.may(Ability.PRESENCE) and not self._is_told:
            self._start(self.reload())

    async def free(self, extension: str) -> None:
        """Wait until an extension's phone is idle. Raises a DesktopError where nobody tells."""
        changed = asyncio.Event()
        end = self.colleagues.subscribe(lambda _: changed.set())
        try:
            while True:
                changed.clear()
                colleague = self.colleagues.value.get(extension)
                if colleague is not None and colleague.state.free:
                    return
                must_look = self._connection.value.may(Ability.PRESENCE) and not self._is_told
                try:
                    async with asyncio.timeout(self._look_every_s if must_look else None):
                        await changed.wait()
                except TimeoutError:
                    with contextlib.suppress(Unreachable):  # the next link brings all states
                        await self._look_at(extension)
        finally:
            end()

    # -- within -----------------------------------------------------------------------------------

    def _link_changed(self, connection: Connection) -> None:
        online = connection.may(Ability.PRESENCE)
        if online and not self._was_online:
            self._is_told = False
            self._asked.clear()
            self._in_vain = 0
            self._start(self._load())
        elif self._was_online and not online:
            self._forget_states()
        self._was_online = online

    def _forget_states(self) -> None:
        unknown = {
            extension: replace(colleague, state=Presence.UNKNOWN)
            for extension, colleague in self.colleagues.value.items()
        }
        self.colleagues.set(unknown)

    def _concerns(self, message: Message) -> bool:
        extension = message.get("Exten")
        return (
            message.get("Context") in self._contexts
            and extension != self._extension
            and bool(_EXTENSION.fullmatch(extension))
        )

    def _status(self, message: Message) -> None:
        self._is_told = True
        if not self._concerns(message):
            return
        extension = message.get("Exten")
        if self._heard is not None:
            self._heard.add(extension)
        colleagues = {**self.colleagues.value}
        if is_removed(message.get("Status")):
            colleagues.pop(extension, None)
        else:
            colleagues[extension] = self._colleague(extension, message)
        self.colleagues.set(colleagues)

    def _colleague(self, extension: str, message: Message) -> Colleague:
        name = self._names.get(extension, "")
        return Colleague(extension, name, presence_of(message.get("Status")))

    def _learn_name(self, message: Message) -> None:
        """Take the name of a colleague from a call of their own phone, never of others'."""
        extension = self._devices.get(message.get("Channel").rpartition("-")[0])
        if extension is not None and message.get("CallerIDNum") == extension:
            self._named(extension, message.get("CallerIDName"))

    def _named(self, extension: str, name: str) -> None:
        name = name.strip()
        if not name or name.lower() == "<unknown>" or self._names.get(extension) == name:
            return
        self._names[extension] = name
        known = self.colleagues.value.get(extension)
        if known is not None:
            named = replace(known, name=name)
            self.colleagues.set({**self.colleagues.value, extension: named})

    async def _load(self) -> None:
        await self.reload()
        try:
            rows = await self._session().collect("DBGetTree", ("Family", NAMES))
        except (NotPermitted, ActionFailed) as error:  # Asterisk before 16 has no such action
            log.info("names of extensions are not told: %s", error)
            return
        names = {row.get("Key").rpartition("/")[2]: row.get("Val").strip() for row in rows}
        self._names.update({e: name for e, name in names.items() if name})
        self.colleagues.set(
            {
                extension: replace(colleague, name=self._names.get(extension, ""))
                for extension, colleague in self.colleagues.value.items()
            }
        )

    async def _ask_names(self) -> None:
        while self._wanted and self._in_vain < DEAF_AFTER:
            extension = self._wanted.pop(0)
            self._asked.add(extension)
            family = OWN_FAMILY.format(extension=extension)
            try:
                rows = await self._session().collect("DBGet", ("Family", family), ("Key", NAMES))
            except NotPermitted:
                self._in_vain = DEAF_AFTER
            except ActionFailed:  # there is none
                self._in_vain += 1
            else:
                self._in_vain = 0
                self._named(extension, next((row.get("Val") for row in rows), ""))

    async def _look_at(self, extension: str) -> None:
        headers = (("Exten", extension), ("Context", self._context))
        answer = await self._session().perform("ExtensionState", *headers)
        known = self.colleagues.value.get(extension) or Colleague(extension)
        seen = replace(known, state=presence_of(answer.get("Status")))
        self.colleagues.set({**self.colleagues.value, extension: seen})

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        async def guarded() -> None:
            try:
                await work
            except DesktopError as error:
                log.info("presence: %s", error)

        task = asyncio.get_running_loop().create_task(guarded())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task
