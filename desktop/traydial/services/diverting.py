"""Do not disturb and call forwarding, as the dialplan keeps them in AstDB.

AstDB has no events. So it is read when the link comes up, when a menu opens, when an own
channel ends (that is how somebody sets it at the phone: by a feature code), when a lamp
of it changes, and slowly besides. ``DBGet`` tells all but needs class system or reporting;
``DB_EXISTS()`` by Getvar tells with class call whether something is set, and not what.
``DB()`` by Getvar is never used: Asterisk blocks it and writes an error into its log.

An account that may not write entries has the dialplan's own codes run for it, where it may
dial; the entry then tells whether that was understood.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable

from traydial.ami.protocol import Message
from traydial.ami.session import AmiSession
from traydial.domain.connection import Connection, Link
from traydial.domain.diversions import (
    FREEPBX_MARK,
    UNTOLD,
    Diversions,
    Forward,
    Places,
    is_on,
    places_of,
)
from traydial.domain.errors import (
    ActionFailed,
    DesktopError,
    ForwardsBack,
    ForwardsToItself,
    NoSuchNumber,
    NothingToDial,
    NotKept,
    NotPermitted,
)
from traydial.domain.privileges import Ability
from traydial.domain.settings import Settings
from traydial.domain.store import Store
from traydial.services import dialplan, feature_codes
from traydial.services.dialler import DIALLABLE

log = logging.getLogger(__name__)

REREAD_EVERY_S = 60.0  # for what is changed on the PBX's console, of which nothing tells
SELDOM = 5  # times as long, where lamps have told of a change
# FreePBX's codes wait for a second before they do anything
LOOKS = (0.1, 0.2, 0.3, 0.5, 0.5, 0.5, 1.0, 1.0, 2.0)
SETTLE_S = 0.2  # several lamps change at once, and the dialplan sets its entry around them


class Diverter:
    """Keeps ``diversions`` as the PBX has them, and sets them."""

    def __init__(
        self,
        settings: Settings,
        session: Callable[[], AmiSession],
        connection: Store[Connection],
        diversions: Store[Diversions],
        *,
        reread_every_s: float = REREAD_EVERY_S,
        settle_s: float = SETTLE_S,
        looks: tuple[float, ...] = LOOKS,
    ) -> None:
        self._settings, self._phone = settings.diversions, settings.phone
        self._session, self._connection, self.diversions = session, connection, diversions
        self._looks = looks
        self._reread_every_s, self._settle_s = reread_every_s, settle_s
        self._places: Places | None = None
        self._may_read = True  # by DBGet
        self._is_told = False  # no filter of the admin's keeps the lamps away
        self._one_at_a_time = asyncio.Lock()  # a read must not undo what is being set
        self._wanted = asyncio.Event()
        self._keeping: asyncio.Task[None] | None = None
        self._was_online = False
        self._end = connection.subscribe(self._link_changed)

    # -- what is told ---------------------------------------------------------------------------

    def on_event(self, message: Message) -> None:
        """Take one AMI event that may mean that something was changed."""
        if message.event == "DeviceStateChange":
            places = self._places
            if places and message.get("Device") in (*places.lamps, *places.forward_lamps):
                self._is_told = True
                self._wanted.set()
        elif message.event == "Hangup" and self._is_own(message):
            self._wanted.set()

    def opened(self) -> None:
        """Somebody looks: make sure that what is shown is true now."""
        self._wanted.set()

    async def aclose(self) -> None:
        """End what runs in the background."""
        self._end()
        if self._keeping is not None:
            self._keeping.cancel()
            await asyncio.gather(self._keeping, return_exceptions=True)
        self.diversions.set(Diversions())  # other settings may know of none

    # -- what is asked for ------------------------------------------------------------------------

    async def set_do_not_disturb(self, on: bool) -> None:
        """Let no call through, or all again. Raises NotKept, NotPermitted and others."""
        async with self._one_at_a_time:
            session, places = self._session(), self._need_places()
            if not places.do_not_disturb:
                raise NotKept("do not disturb")
            if self._may_write():
                await self._put(session, places.do_not_disturb, places.value if on else "")
                await self._light(session, places.lamps, on=on)
                await self._read(session)
            else:
                await self._by_code(
                    session,
                    places.do_not_disturb,
                    "",
                    lambda now: now.do_not_disturb is on,
                    on=on,
                )

    async def forward(self, when: Forward, target: str) -> None:
        """Send calls elsewhere; to an empty ``target``: no longer.

        Raises NoSuchNumber, ForwardsToItself, ForwardsBack, NotKept, NotPermitted and others;
        nothing is changed then.
        """
        async with self._one_at_a_time:
            session, places = self._session(), self._need_places()
            if when not in places.forwards:
                raise NotKept(f"forward {when}")
            if target:
                await self._check(session, when, target)
            if not self._may_write():
                told = (target, UNTOLD) if target else ("",)
                await self._by_code(
                    session,
                    places.forwards[when],
                    target,
                    lambda now: now.forwards.get(when) in told,
                    on=bool(target),
                )
                return
            await self._put(session, places.forwards[when], target)
            if when is Forward.ALWAYS:
                await self._light(session, places.forward_lamps, on=bool(target))
            await self._read(session)

    # -- within -----------------------------------------------------------------------------------

    def _is_own(self, message: Message) -> bool:
        device = message.get("Channel").rpartition("-")[0]
        return device in self._phone.devices or (
            bool(self._phone.extension) and message.get("CallerIDNum") == self._phone.extension
        )

    def _link_changed(self, connection: Connection) -> None:
        online = connection.link is Link.ONLINE
        if online and not self._was_online:
            self._may_read, self._is_told, self._places = True, False, None
            self._keeping = asyncio.get_running_loop().create_task(self._keep())
        elif self._was_online and not online:
            if self._keeping is not None:
                self._keeping.cancel()
            self.diversions.set(Diversions())
        self._was_online = online

    async def _keep(self) -> None:
        """Read now, whenever it is wanted, and slowly besides, as long as there is a link."""
        while True:
            self._wanted.clear()
            try:
                async with self._one_at_a_time:
                    await self._read(self._session())
            except DesktopError as error:
                log.info("do not disturb and forwarding are not told: %s", error)
                self.diversions.set(Diversions())
            if self._places is None and self._settings.scheme in ("auto", "off"):
                return  # this PBX keeps none that we know of
            with contextlib.suppress(TimeoutError):
                every_s = self._reread_every_s * (SELDOM if self._is_told else 1)
                async with asyncio.timeout(every_s):
                    await self._wanted.wait()
                await asyncio.sleep(self._settle_s)

    async def _read(self, session: AmiSession) -> None:
        if self._places is None:
            mark = FREEPBX_MARK.format(extension=self._phone.extension)
            asks = self._settings.scheme in ("auto", "freepbx")
            devices = await self._value(session, mark) if asks else ""
            self._places = places_of(self._settings, self._phone.extension, devices)
        if (places := self._places) is None:
            return
        on = None
        if places.do_not_disturb:
            on = is_on(await self._value(session, places.do_not_disturb))
        forwards = {
            when: (await self._value(session, place)).strip()
            for when, place in places.forwards.items()
        }
        by_codes = self._has_codes() and not self._connection.value.may(Ability.DIVERT)
        self.diversions.set(Diversions(on, forwards, by_codes))

    async def _value(self, session: AmiSession, place: str) -> str:
        """Return what an entry holds, ``UNTOLD`` where that is not told, or nothing."""
        if self._may_read:
            try:
                rows = await session.collect("DBGet", *_entry(place))
            except NotPermitted:
                self._may_read = False
            except ActionFailed as error:
                if "not found" not in error.reason.lower():
                    raise
                return ""
            else:
                return next((row.get("Val") for row in rows), "")
        answer = await dialplan.evaluate(session, f"DB_EXISTS({place})")
        if answer not in ("0", "1"):
            raise ActionFailed("Getvar", "DB_EXISTS gives no answer")
        return UNTOLD if answer == "1" else ""

    async def _put(self, session: AmiSession, place: str, value: str) -> None:
        if value:
            await session.perform("DBPut", *_entry(place), ("Val", value))
        elif await self._value(session, place):  # Asterisk warns of what is not there
            await session.perform("DBDel", *_entry(place))

    def _may_write(self) -> bool:
        return self._connection.value.may(Ability.DIVERT) or not self._has_codes()

    def _has_codes(self) -> bool:
        codes = self._places.codes if self._places else {}
        return bool(codes) and self._connection.value.may(Ability.DIAL)

    async def _by_code(
        self,
        session: AmiSession,
        place: str,
        target: str,
        done: Callable[[Diversions], bool],
        *,
        on: bool,
    ) -> None:
        """Run the code for it, and believe that it is done once the entry says so."""
        pair = self._need_places().codes.get(place)
        if pair is None:
            raise NotKept(place)
        code = pair[0] + target if on else pair[1]
        await feature_codes.run(session, code, self._phone.extension, self._phone.context)
        for pause in self._looks:
            await self._read(session)
            if done(self.diversions.value):
                return
            await asyncio.sleep(pause)
        raise ActionFailed("Originate", f"{code} has not set {place}")

    @staticmethod
    async def _light(session: AmiSession, lamps: tuple[str, ...], *, on: bool) -> None:
        for lamp in lamps:
            headers = (("Variable", f"DEVICE_STATE({lamp})"), ("Value", _LIT[on]))
            try:
                await session.perform("Setvar", *headers)
            except (NotPermitted, ActionFailed) as error:  # it holds all the same
                log.info("a lamp stays as it is: %s", error)

    async def _check(self, session: AmiSession, when: Forward, target: str) -> None:
        own = self._phone.extension
        if not DIALLABLE.fullmatch(target):
            raise NothingToDial(target)
        if target == own:
            raise ForwardsToItself(target)
        if not await dialplan.exists(session, self._phone.context, target):
            raise NoSuchNumber(target)
        theirs = places_of(self._settings, target, target)
        place = theirs.forwards.get(Forward.ALWAYS) if theirs else None
        if place and when is Forward.ALWAYS and await self._value(session, place) == own:
            raise ForwardsBack(target)

    def _need_places(self) -> Places:
        if self._places is None:
            raise NotKept(f"scheme {self._settings.scheme}")
        return self._places


_LIT = {True: "BUSY", False: "NOT_INUSE"}


def _entry(place: str) -> tuple[tuple[str, str], tuple[str, str]]:
    family, _, key = place.rpartition("/")
    return ("Family", family), ("Key", key)
