"""The people of the demo, what their phones do, and which number reaches whom."""

import re
from dataclasses import dataclass, field

from traydial.demo.channels import UP, Channel, Party, Switch
from traydial.demo.pairing import NOBODYS
from traydial.demo.parking import SPACES

TRUNK = "PJSIP/trunk"
QUEUE, QUEUE_NAME, QUEUE_TOO, GROUP = "7200", "support", "7202", "7100"
SHARED = (QUEUE, QUEUE_TOO, GROUP)
OWN = "7001"
BUSY, DECLINED = 17, 21
RESUME_AFTER_S = 1.0
# a conference of each extension and its voicemail box; see ``PhoneSettings``
CONFERENCE, VOICEMAIL = "88{extension}", "*{extension}"
_ROOM = re.compile(r"(?:88|\*)(\d{4})")
_OUTSIDE = re.compile(r"\+?\d{5,}")


@dataclass(frozen=True, slots=True)
class Manner:
    """What a phone does when it rings. Seconds; None means never.

    ``pick_up_after`` is for a call that the phone's owner started by click: there is
    nobody yet at the other end. Who is talking does not answer another call.
    """

    answer_after: float | None = None
    decline_after: float | None = None
    pick_up_after: float | None = None
    busy: bool = False


class Ringer:
    """What rings a phone and wants to know what it does."""

    caller: Channel | None

    def ringing(self, leg: Channel) -> None:
        """Hear that the phone rings."""
        raise NotImplementedError

    def answered(self, leg: Channel) -> None:
        """Somebody has picked up."""
        raise NotImplementedError

    def refused(self, leg: Channel, cause: int) -> None:
        """Hear that the phone will not take the call."""
        raise NotImplementedError


@dataclass(slots=True, eq=False)
class Phone:
    """One phone and the person it belongs to."""

    device: str
    who: Party
    manner: Manner
    switch: Switch
    registered: bool = True
    _rung_by: dict[Channel, Ringer] = field(default_factory=dict)
    _waiting: Channel | None = None

    def ring(self, leg: Channel, ringer: Ringer) -> None:
        """Let a call reach the phone; it does as its manner is."""
        self._rung_by[leg] = ringer
        manner = self.manner
        if manner.busy:
            self.switch.later(leg, 0.1, lambda: self.decline(leg, BUSY))
            return
        self.switch.later(leg, 0.1, lambda: self._rings(leg))
        if manner.decline_after is not None:
            self.switch.later(leg, manner.decline_after, lambda: self.decline(leg))
        elif ringer.caller is None and manner.pick_up_after is not None:
            self.switch.later(leg, manner.pick_up_after, lambda: self.answer(leg))
        elif ringer.caller is not None and manner.answer_after is not None:
            self.switch.later(leg, manner.answer_after, lambda: self._up() or self.answer(leg))

    def answer(self, leg: Channel | None = None) -> bool:
        """Pick up (the call that rings longest); tell whether anything rang."""
        found = self._take(leg)
        if found is not None:
            if self.hold():  # one can only talk to one
                self._waiting = self._up()
            found[1].answered(found[0])
        return found is not None

    def decline(self, leg: Channel | None = None, cause: int = DECLINED) -> bool:
        """Refuse a ringing call; tell whether anything rang."""
        found = self._take(leg)
        if found is not None:
            found[1].refused(found[0], cause)
        return found is not None

    def talk(self, channel: Channel) -> None:
        """Lift, or go back to a call that was put on hold for another."""
        if self.answer(channel) or channel is not self._waiting:
            return
        others = [c for c in self.switch.on_device(self.device) if c.state == UP]
        self._waiting = next((c for c in others if c is not channel), None)
        if self._waiting is not None:
            self.switch.tell("Hold", self._waiting, ("MusicClass", "default"))
        self.switch.tell("Unhold", channel)

    def hang_up(self) -> bool:
        """Put the handset down on the call that runs longest; tell whether there was one."""
        if (channel := self._up()) is not None:
            self.switch.put_down(channel)
        return channel is not None

    def hold(self) -> bool:
        """Put the call that runs longest on hold; tell whether there was one."""
        if (channel := self._up()) is not None:
            self.switch.tell("Hold", channel, ("MusicClass", "default"))
        return channel is not None

    def unhold(self) -> bool:
        """Take it back; tell whether there was one."""
        if (channel := self._up()) is not None:
            self.switch.tell("Unhold", channel)
        return channel is not None

    def unregister(self) -> None:
        """Pull the plug: the PBX can not reach this phone any more."""
        self.registered = False
        self.switch.on_change()

    def register(self) -> None:
        """Plug it in again."""
        self.registered = True
        self.switch.on_change()

    def forget(self, leg: Channel) -> None:
        """Stop ringing: the caller has given up, or another phone was faster."""
        self._rung_by.pop(leg, None)

    @property
    def rings(self) -> bool:
        """Tell whether it rings now."""
        return bool(self._rung_by)

    def resume(self) -> None:
        """Go back to who was put on hold for another call, a moment after that has ended."""
        waiting, others = self._waiting, self.switch.on_device(self.device)
        if waiting is not None and others == [waiting]:
            self._waiting = None
            self.switch.later(waiting, RESUME_AFTER_S, lambda: self.switch.tell("Unhold", waiting))

    def _up(self) -> Channel | None:
        if self.device == TRUNK:  # it carries many calls, each of another person
            return None
        return next((c for c in self.switch.on_device(self.device) if c.state == UP), None)

    def _rings(self, leg: Channel) -> None:
        ringer = self._rung_by.get(leg)
        if ringer is not None:
            ringer.ringing(leg)

    def _take(self, leg: Channel | None) -> tuple[Channel, Ringer] | None:
        if leg is None:
            leg = next(iter(self._rung_by), None)
        ringer = self._rung_by.pop(leg, None) if leg is not None else None
        return (leg, ringer) if leg is not None and ringer is not None else None


class Directory:
    """Everybody who can be reached, by extension, device or outside number."""

    def __init__(self, switch: Switch) -> None:
        self._switch = switch
        people = {
            OWN: ("Demo User", Manner(answer_after=6.0, pick_up_after=1.5)),
            "7002": ("Bob", Manner(answer_after=2.0, pick_up_after=2.0)),
            "7003": ("Anna Berger", Manner(answer_after=4.0, pick_up_after=4.0)),
            "7004": ("Dora", Manner(busy=True)),
            "7005": ("Emil", Manner()),
            "7006": ("Farah", Manner(decline_after=1.5)),
            "7009": ("Gustav", Manner()),
        }
        self.phones = {
            number: Phone(f"PJSIP/{number}", Party(number, name), manner, switch)
            for number, (name, manner) in people.items()
        }
        self.phones["7009"].registered = False

    def at(self, number: str) -> Phone | None:
        """Return the phone that this extension or outside number rings."""
        if (phone := self.phones.get(number)) is not None:
            return phone
        if not _OUTSIDE.fullmatch(number):
            return None
        return Phone(TRUNK, Party(number), _manner_outside(number), self._switch)

    def by_device(self, device: str) -> Phone | None:
        """Return the phone of a device such as ``PJSIP/7002``."""
        return next((p for p in self.phones.values() if p.device == device), None)

    def hint(self, number: str) -> str:
        """Return the device that a lamp for this number follows, empty for nobody's."""
        if (phone := self.phones.get(number)) is not None:
            return phone.device
        return f"Custom:{number}" if number in SHARED else ""

    def exists(self, number: str) -> bool:
        """Tell whether the dialplan knows this extension."""
        known = number in (*self.phones, *SPACES, *SHARED) or self.is_room(number)
        return known or bool(_OUTSIDE.fullmatch(number) or NOBODYS.fullmatch(number))

    def is_room(self, number: str) -> bool:
        """Tell whether this is the conference or the voicemail box of an extension."""
        found = _ROOM.fullmatch(number)
        return found is not None and found[1] in self.phones


def _manner_outside(number: str) -> Manner:
    if number.endswith("99"):
        return Manner(busy=True)
    if number.endswith("98"):
        return Manner()
    if number.endswith("97"):
        return Manner(decline_after=2.0)
    return Manner(answer_after=3.0)
