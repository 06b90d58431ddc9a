"""What a person does with calls, on whatever core there is now."""

from collections.abc import Sequence

from traydial.app.core import Core
from traydial.domain.calls import Call
from traydial.domain.diversions import Forward
from traydial.domain.errors import (
    DesktopError,
    NoSuchNumber,
    NothingToDial,
    NoVoicemail,
    SettingsError,
)
from traydial.domain.numbers import Number, numbers_in, understand
from traydial.domain.parked import Parked
from traydial.domain.privileges import Ability
from traydial.domain.settings import RecordingSettings, Settings
from traydial.domain.store import Store


class Calling:
    """The part of ``ui.actions.Actions`` that a core does. There is none without settings."""

    def __init__(self, settings: Store[Settings]) -> None:
        self.settings = settings
        self.core: Core | None = None
        self.why_no_core: DesktopError = SettingsError("not set up yet")

    def need_core(self) -> Core:
        """Return the core. Raises why there is none."""
        if self.core is None:
            raise self.why_no_core
        return self.core

    def _name_of(self, number: str) -> str:
        """Return the name of a colleague, empty where it is not known."""
        known = self.need_core().presence.colleagues.value.get(number)
        return known.name if known is not None else ""

    def understand(self, text: str) -> Number:
        """Read a number as the user's country writes it. Raises NothingToDial."""
        return understand(text, self.settings.value.dialling)

    def numbers_in(self, text: str) -> tuple[Number, ...]:
        """Find all numbers in a text."""
        return numbers_in(text, self.settings.value.dialling)

    async def dial(self, text: str) -> str:
        """Call a number, own phone first; return the call's key."""
        number = self.understand(text)
        return await self.need_core().phone.dial(number, self._name_of(number.dial))

    def can_answer(self, call: Call) -> bool:
        """Tell whether the own phone can be told to lift."""
        return self.core is not None and self.core.phone.remote.can_answer(call)

    async def answer(self, key: str) -> None:
        """Let the own phone lift."""
        await self.need_core().phone.remote.answer(key)

    async def hang_up(self, key: str) -> None:
        """End, cancel or decline a call."""
        await self.need_core().phone.hang_up(key)

    async def transfer(
        self, key: str, target: str, *, anyway: bool = False, note: str = ""
    ) -> None:
        """Give the other party to somebody else."""
        core, number = self.need_core(), self.understand(target).dial
        name = self._name_of(number)
        await core.phone.transfer(key, number, name, anyway=anyway, note=note)

    async def fetch_back(self, key: str) -> None:
        """Let a caller come back who is on the way to somebody else."""
        await self.need_core().phone.come_back.fetch_back(key)

    async def to_voicemail(self, key: str, target: str) -> None:
        """Give the other party to somebody's voicemail box."""
        box = self.settings.value.phone.voicemail
        number = self.understand(target).dial
        try:
            await self.need_core().phone.transfer(
                key, box.replace("{extension}", number), for_good=True
            )
        except (NoSuchNumber, NothingToDial) as error:  # nobody outside has one
            raise NoVoicemail(number) from error

    async def consult(self, key: str, target: str, *, note: str = "") -> str:
        """Call a colleague about a call that goes on."""
        phone, number = self.need_core().phone, self.understand(target)
        asked = await phone.consult.ask(key, number, self._name_of(number.dial))
        await phone.notes.send(self.need_core().supervisor.session, note, number.dial, asked)
        return asked

    async def connect(self, key: str) -> None:
        """Bring the other parties of two calls together."""
        await self.need_core().phone.consult.connect(key)

    async def all_three(self, key: str) -> None:
        """Talk with both of them at once."""
        await self.need_core().phone.consult.all_three(key)

    async def back(self, key: str) -> None:
        """End the call that asks, and let the phone take the caller off hold if it can."""
        core = self.need_core()
        first = core.phone.call(key).consults
        await core.phone.hang_up(key)
        if core.connection.value.may(Ability.ANSWER):
            await core.phone.remote.resume(first)

    def can_meet(self) -> bool:
        """Tell whether there is a place for three to talk."""
        return self.core is not None and bool(self.core.phone.consult.room)

    async def park(self, key: str) -> str:
        """Let the other party wait in the parking lot."""
        return await self.need_core().phone.parking.park(key)

    async def fetch(self, space: str) -> str:
        """Ring the own phone and connect it to who waits there."""
        return await self.need_core().phone.dial(space)  # no outside number: no dial plan

    def parked(self) -> list[Parked]:
        """Return who waits in the parking lot, the longest first."""
        if self.core is None:
            return []
        return sorted(self.core.phone.parking.parked.value.values(), key=lambda p: p.since)

    async def send_digits(self, key: str, digits: str) -> None:
        """Key digits for whoever is at the other end."""
        await self.need_core().phone.keypad.send(key, digits)

    def recording_rules(self) -> RecordingSettings:
        """Return what the settings say of recordings."""
        return self.settings.value.recording

    async def record(self, key: str, on: bool) -> None:
        """Start or stop recording."""
        await self.need_core().phone.recorder.record(key, on)

    async def pause_recording(self, key: str, paused: bool) -> None:
        """Leave out what is said until it goes on."""
        await self.need_core().phone.recorder.pause(key, paused)

    async def set_do_not_disturb(self, on: bool) -> None:
        """Let no call through, or all again."""
        await self.need_core().diverter.set_do_not_disturb(on)

    async def forward(self, when: Forward, target: str) -> None:
        """Send calls elsewhere, or to an empty target no longer."""
        number = self.understand(target).dial if target else ""
        await self.need_core().diverter.forward(when, number)

    def diversions_wanted(self) -> None:
        """Make sure that what is shown of do not disturb and forwarding is true now."""
        if self.core is not None:
            self.core.diverter.opened()

    async def log_in_to_queue(self, name: str) -> None:
        """Take calls of a queue."""
        await self.need_core().queues.log_in(name)

    async def log_out_of_queue(self, name: str) -> None:
        """Take no more calls of a queue."""
        await self.need_core().queues.log_out(name)

    async def pause_queue(self, name: str, paused: bool, reason: str = "") -> None:
        """Take no calls of a queue for a while, or again; without a name of all of them."""
        await self.need_core().queues.pause(name, paused, reason)

    def queues_wanted(self) -> None:
        """Make sure that what is shown of the queues is true now."""
        if self.core is not None:
            self.core.queues.opened()

    def look_at(self, numbers: Sequence[str]) -> None:
        """Learn more of those that are colleagues."""
        if self.core is not None:
            self.core.presence.look(numbers)

    def colleagues_wanted(self) -> None:
        """Make sure that a list of colleagues shows what is true now."""
        if self.core is not None:
            self.core.presence.opened()

    def retry_now(self) -> None:
        """Try to connect at once."""
        if self.core is not None:
            self.core.supervisor.retry_now()
