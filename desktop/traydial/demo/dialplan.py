"""What happens to a channel at an extension: people, a ring group, a queue, the outside."""

from collections.abc import Callable

from traydial.ami.protocol import Message
from traydial.demo.channels import RING, UP, Channel, Party, Switch
from traydial.demo.database import Database
from traydial.demo.dialling import ALERTING, Dial, Order, Talk
from traydial.demo.pairing import NOBODYS
from traydial.demo.parking import SPACES, Lot
from traydial.demo.people import BUSY, GROUP, OWN, TRUNK, Directory, Phone
from traydial.demo.queueing import QueueDial
from traydial.demo.queues import CallQueue, Queues
from traydial.demo.rooms import Rooms

RING_FOR_S = 20.0
NOBODY_FOR_S = 3.0  # as long as it takes to say that there is no such number
# where FreePBX keeps who is called instead
_FAMILIES = {"BUSY": "CFB", "NOANSWER": "CFU", "CHANUNAVAIL": "CFU"}
OriginateEnd = Callable[[str, Channel | None, bool], None]


class Refusal(Exception):
    """An action that cannot be done; the text is Asterisk's."""


class Dialplan:
    """Sends channels to extensions and starts calls."""

    def __init__(self, switch: Switch, directory: Directory, talk_for: float | None = None) -> None:
        self.switch, self.directory, self._talk_for = switch, directory, talk_for
        self.database = Database(directory)
        self.queues = Queues(switch, directory)
        self._rooms = Rooms(switch, directory)
        self.lot = Lot(switch, self._talk, self.run)

    def run(self, channel: Channel, exten: str, context: str = "") -> None:
        """Let a channel go on at an extension; where there is none, it is hung up."""
        channel.context = context or self.switch.context
        channel.exten, channel.in_dialplan = exten, True
        if (queue := self.queues.at(exten)) is not None:
            self._queue(channel, queue)
            return
        if exten in SPACES:
            self.lot.fetch(exten, channel)
            return
        if self.directory.is_room(exten):
            self._rooms.enter(channel, exten)
            return
        if exten == GROUP:
            phones = [self.directory.phones[number] for number in (OWN, "7002")]
        elif self._diverted(channel, exten):
            return
        elif (phone := self.directory.at(exten)) is not None:
            phones = [phone]
        else:
            self._nobody(channel, exten)
            return
        where = "&".join(
            f"{TRUNK}/{p.who.number}" if p.device == TRUNK else p.device for p in phones
        )
        self.switch.execute(channel, "Dial", f"{where},{RING_FOR_S:.0f}")
        self._dial(channel, phones, exten)

    def _nobody(self, channel: Channel, exten: str) -> None:
        if not NOBODYS.fullmatch(exten):
            self.switch.hang_up(channel)
            return
        self.switch.execute(channel, "Answer")
        self.switch.set_state(channel, UP)
        self.switch.execute(channel, "Wait", f"{NOBODY_FOR_S:.0f}")
        self.switch.later(channel, NOBODY_FOR_S, lambda: self.switch.hang_up(channel))

    def set_lamp(self, device: str, state: str) -> None:
        """Set a state like ``Custom:DND7001`` and tell of it."""
        if state != self.database.state(device):
            self.database.set_state(device, state)
            headers = [("Device", device), ("State", state)]
            self.switch.tell_plain("DeviceStateChange", headers)

    def _diverted(self, channel: Channel, exten: str) -> bool:
        """Send a caller on or away where an extension forwards all calls or wants none."""
        if self._forwarded(channel, exten, "CF"):
            return True
        if self.database.exists(f"DND/{exten}"):
            self.switch.hang_up(channel, BUSY)
            return True
        return False

    def _forwarded(self, channel: Channel, exten: str, family: str) -> bool:
        target = self.database.get(f"{family}/{exten}")
        if channel.ended or not target or target in (exten, *channel.sent_on):
            return False  # nor round in a circle
        channel.sent_on.add(exten)
        self.run(channel, target)
        return True

    def channel_of(
        self, action: Message, header: str = "Channel", absent: str = "No such channel"
    ) -> Channel:
        """Return the channel that an action names. Raises Refusal."""
        if not (name := action.get(header)):
            raise Refusal("No channel specified")
        if (channel := self.switch.find(name)) is None:
            raise Refusal(absent)
        return channel

    def originate(self, order: Order, on_end: OriginateEnd) -> None:
        """Ring a phone; once it is picked up, send it to an extension."""

        def end(status: str, leg: Channel | None, cause: int) -> None:
            on_end(status, leg, dial.rang)
            if leg is not None:
                self.run(leg, order.exten)

        dial = Dial(self.switch, None, [order.phone], end, seconds=order.seconds, order=order)
        dial.begin()

    def ring_for(
        self, space: str, exten: str, uid: str, who: Party, seconds: float, on_end: OriginateEnd
    ) -> None:
        """Ring an extension for who waits in the parking lot; connect the two once it answers.

        Asterisk does it by a Local channel, which then goes out of the way.
        """
        local = self.switch.open(f"Local/{exten}@{self.switch.context}", who, RING, exten, uid)

        def answered() -> None:
            local.when_gone = None
            on_end("ANSWER", local, True)
            waiting, peer = self.lot.at(space), local.peer
            if waiting is not None and peer is not None:
                self.bridge(waiting, peer)
            elif waiting is not None and local.activity is None:  # a voicemail box
                self.switch.take(waiting)
                Talk(self.switch, waiting, local)
                return
            elif waiting is not None:  # a queue, which takes them in anew
                self.redirect(waiting, exten)
            self.switch.hang_up(local)

        local.when_up = answered
        local.when_gone = lambda cause: on_end("TIMEOUT" if cause == ALERTING else "", None, True)
        self.switch.later(local, seconds, lambda: self.switch.hang_up(local, ALERTING))
        self.run(local, exten)

    def call_in(self, who: Party, device: str, exten: str) -> Channel:
        """Let somebody call an extension of the PBX."""
        channel = self.switch.open(device, who, RING, exten)
        self.run(channel, exten)
        return channel

    def redirect(self, channel: Channel, exten: str) -> None:
        """Move a channel to an extension, wherever it is; as in Asterisk, even to none."""
        channel.exten = exten
        self.switch.take(channel)
        if not channel.ended:
            self.run(channel, exten)

    def redirect_both(self, channel: Channel, exten: str, extra: Channel, its_exten: str) -> None:
        """Move two who talk to each other, so that neither is hung up for the other."""
        talk = channel.activity
        if isinstance(talk, Talk) and talk is extra.activity:
            talk.part()
        self.redirect(channel, exten)
        self.redirect(extra, its_exten)

    def bridge(self, first: Channel, second: Channel) -> None:
        """Let two channels talk to each other, whoever they talked to before."""
        self.switch.take(first)
        self.switch.take(second)
        if not (first.ended or second.ended):
            self._talk(first, second)

    def _dial(self, caller: Channel, phones: list[Phone], exten: str) -> None:
        def end(status: str, leg: Channel | None, cause: int) -> None:
            if leg is None and self._forwarded(caller, exten, _FAMILIES.get(status, "")):
                return
            if leg is None:
                self.switch.hang_up(caller, cause)
            else:
                self.switch.set_state(caller, UP)
                self._talk(caller, leg)

        Dial(self.switch, caller, phones, end, seconds=RING_FOR_S).begin()

    def _queue(self, caller: Channel, queue: CallQueue) -> None:
        self.switch.execute(caller, "Answer")
        self.switch.set_state(caller, UP)
        self.switch.execute(caller, "Queue", queue.name)

        def end(status: str, leg: Channel | None, cause: int) -> None:
            if leg is None:
                self.switch.hang_up(caller, cause)
            else:
                self._talk(caller, leg)

        QueueDial(self.switch, caller, queue, end, RING_FOR_S).begin()

    def _talk(self, first: Channel, second: Channel) -> None:
        self.switch.connect(first, second.caller)
        self.switch.connect(second, first.caller)
        Talk(self.switch, first, second)
        if self._talk_for is not None:
            own = self.directory.phones[OWN].device
            other = second if first.device == own else first
            bridge = other.bridge
            self.switch.later(other, self._talk_for, lambda: self._had_enough(other, bridge))

    def _had_enough(self, channel: Channel, bridge: str) -> None:
        if channel.bridge == bridge:  # and not transferred meanwhile
            self.switch.put_down(channel)
