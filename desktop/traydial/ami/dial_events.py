"""Who rings whom, who answers, who is put on hold or given away: dials and bridges."""

from traydial.ami.legs import DIAL_STATUS, NO_NUMBER, PARK_DIAL, Leg, Taker, caller_id
from traydial.ami.own_legs import Handlers, OwnLegs
from traydial.ami.protocol import Message
from traydial.domain.call_events import (
    Appeared,
    CallEvent,
    Hindered,
    Identified,
    LegsChanged,
    Progressed,
    Taken,
)
from traydial.domain.calls import Call, Cause, Direction, Phase

UP = "6"  # ChannelState


class DialEvents:
    """DialBegin to DialEnd and what follows an answer, of own legs."""

    def __init__(self, own: OwnLegs) -> None:
        self._own = own
        self.handlers: Handlers = {
            "DialBegin": self._dial_begin,
            "DialState": self._dial_state,
            "DialEnd": self._dial_end,
            "BridgeEnter": self._bridge_enter,
            "Hold": self._hold,
            "Unhold": self._hold,
            "BlindTransfer": self._transferred,
            "AttendedTransfer": self._transferred,
        }

    def _dial_begin(self, message: Message, at: float) -> list[CallEvent]:
        if (leg := self._own.of(message)) is not None:
            return self._dial_out(leg, message, at)
        leg = self._own.legs.get(message.get("DestUniqueid"))
        if leg is None and self._own.is_own(name := message.get("DestChannel")):
            uid = message.get("DestUniqueid")  # its Newchannel was missed
            leg = self._own.legs[uid] = Leg(uid, name, message.get("DestLinkedid") or uid)
        if leg is None or leg.key:
            return []
        linkedid = message.get("DestLinkedid")
        if self._own.is_far_half(message.get("Channel"), linkedid):
            self._own.asked.add(linkedid)  # a filter may have hidden the near one
        if (key := self._own.key_of(leg.uid, linkedid)) != leg.uid:
            mates = self._own.of_call(key)
            if not any(mate.up and not mate.through for mate in mates):
                return self._behind(leg, key, message, at)
        if not message.get("Channel"):  # nobody rings it: some program originated it
            return self._own.appear(leg, Direction.OUT, Phase.OWN_RINGING, at, message)
        return self._incoming(leg, message, at)

    def _dial_out(self, leg: Leg, message: Message, at: float) -> list[CallEvent]:
        leg.dialling.add(message.get("DestUniqueid"))
        events: list[CallEvent] = [Progressed(leg.key, Phase.CALLING, at)]
        exten = message.get("Exten")
        number = "" if leg.number or exten in NO_NUMBER else exten
        leg.number = leg.number or number
        name = caller_id(message, "CallerID", "Dest")[1]
        if number or name:
            events.append(Identified(leg.key, number, name))
        return events

    def _behind(self, leg: Leg, key: str, message: Message, at: float) -> list[CallEvent]:
        """Take an own phone that rings because we asked for it, behind a Local channel."""
        leg.key, leg.direction, leg.behind = key, Direction.OUT, True
        leg.foretold = self._own.foretold.pop(key, None)
        if uids := self._own.calls.get(key):
            uids.append(leg.uid)
            return [LegsChanged(key, tuple(uids))]
        self._own.calls[key] = [leg.uid]
        number, name = caller_id(message, "ConnectedLine", "Dest")
        call = Call(key, Direction.OUT, Phase.OWN_RINGING, at, number, name, began=at)
        return [Appeared(call), LegsChanged(key, (leg.uid,))]

    def _incoming(self, leg: Leg, message: Message, at: float) -> list[CallEvent]:
        leg.linkedid = message.get("DestLinkedid") or leg.linkedid
        leg.caller, leg.direction = message.get("Channel"), Direction.IN
        leg.before = caller_id(message, "ConnectedLine")[0]
        waiting = self._own.queues.get(leg.linkedid)
        leg.is_hunt = waiting is not None or message.get("ChannelState") != UP
        for key, uids in self._own.calls.items():  # desk phone and softphone ring as one call
            other = self._own.legs[uids[0]]
            if other.direction is Direction.IN and other.linkedid == leg.linkedid:
                if any(self._own.legs[uid].up for uid in uids):
                    break  # that one is talking already: this is another call
                leg.key = key
                uids.append(leg.uid)
                return [LegsChanged(key, tuple(uids))]
        number, name = caller_id(message, "ConnectedLine", "Dest")
        caller_number, caller_name = caller_id(message, "CallerID")
        leg.key = leg.uid
        self._own.calls[leg.key] = [leg.uid]
        is_back = message.get("Context") == PARK_DIAL
        call = Call(
            leg.key,
            Direction.IN,
            Phase.RINGING,
            at,
            number or caller_number,
            name or (caller_name if number in ("", caller_number) else ""),
            "" if is_back else self._via(message),
            (leg.uid,),
            at,
            monitors=self._own.monitors.count(leg.linkedid),
            linked=leg.linkedid,
            waits_since=waiting.since if waiting is not None else None,
            from_space="" if is_back else None,
        )
        return [Appeared(call)]

    def _via(self, message: Message) -> str:
        linkedid = message.get("Linkedid")
        if linkedid in self._own.queues:
            return self._own.queues[linkedid].queue
        exten = message.get("Exten") if message.get("Uniqueid") == linkedid else ""
        dialled = self._own.dialled.get(linkedid) or exten
        return "" if dialled in (self._own.extension, *NO_NUMBER) else dialled

    def _dial_state(self, message: Message, at: float) -> list[CallEvent]:
        leg = self._own.of(message)
        if leg is None or not leg.key or message.get("DialStatus") != "RINGING":
            return []
        return [Progressed(leg.key, Phase.RINGING, at)]

    def _dial_end(self, message: Message, at: float) -> list[CallEvent]:
        status = message.get("DialStatus")
        leg = self._own.of(message)
        if leg is None:
            if ringing := self._own.legs.get(message.get("DestUniqueid")):
                ringing.refused = status != "ANSWER"
                self._note_taker(ringing, message, at)
            elif status == "ANSWER":
                return self._taken(message, at)
            return []
        if not leg.key:
            return []
        leg.dialling.discard(message.get("DestUniqueid"))
        leg.given_up = status == "CANCEL"
        if status == "ANSWER":
            leg.spoke = True
            return [Progressed(leg.key, leg.phase, at)]
        cause = DIAL_STATUS.get(status)
        if cause is None or leg.dialling:  # others still ring
            return []
        leg.hindrance = cause
        return [Hindered(leg.key, cause)]

    def _taken(self, message: Message, at: float) -> list[CallEvent]:
        """Take note of who answers a caller for whom an own device rings or rang."""
        linkedid = message.get("DestLinkedid") or message.get("Linkedid")
        number, name = caller_id(message, "CallerID", "Dest")
        if _is_only_dialled(message, number):
            number, name = _named_by_digits(message.get("DestChannel")), ""
        for leg in self._own.legs.values():
            if leg.linkedid == linkedid and leg.direction is Direction.IN and not leg.up:
                known = leg.taker
                if known is None or not (known.is_sure and known.number):
                    leg.taker = Taker(at, number, name, is_sure=True)
        key = self._own.unanswered.get(linkedid)
        if key is None:
            return []
        if number:  # a Local channel may not know yet: the next event tells
            del self._own.unanswered[linkedid]
        return [Taken(key, at, number, name)]

    def _note_taker(self, leg: Leg, message: Message, at: float) -> None:
        """Take the caller's new partner for who answered: a filter may hide all else."""
        number, name = caller_id(message, "ConnectedLine")
        news = number not in ("", leg.before, self._own.extension)
        news = news and not _is_only_dialled(message, number)
        if leg.taker is None and news and message.get("DialStatus") == "CANCEL":
            leg.taker = Taker(at, number, name, is_sure=False)

    def _bridge_enter(self, message: Message, at: float) -> list[CallEvent]:
        leg = self._own.of(message)
        if leg is None or not leg.key:
            return []
        leg.up = True
        if leg.behind and not message.get("SwapUniqueid"):
            return []  # with the far half of the Local: who was called is not there yet
        return self._own.answered(leg, at)

    def _hold(self, message: Message, at: float) -> list[CallEvent]:
        leg = self._own.of(message)
        if leg is None or not leg.key:
            return []
        mates = self._own.of_call(leg.key)  # of a phone behind a Local, the Local has the answer
        for mate in mates:
            mate.held = message.event == "Hold"
        # whoever holds before there is anybody to be held talks to nobody yet
        spoke = any(mate.spoke for mate in mates)
        return [Progressed(leg.key, leg.phase, at)] if spoke else []

    def _transferred(self, message: Message, at: float) -> list[CallEvent]:
        if message.get("Result") != "Success":
            return []
        for header in ("Transferer", "OrigTransferer", "SecondTransferer"):
            if leg := self._own.legs.get(message.get(f"{header}Uniqueid")):
                leg.foretold = Cause.TRANSFERRED
        return []


def _is_only_dialled(message: Message, number: str) -> bool:
    """Tell whether this is nobody's number but what the caller has dialled, say a group's.

    Asterisk gives it to phones that have no caller id of their own.
    """
    is_caller = message.get("Uniqueid") == message.get("Linkedid")
    return is_caller and number == message.get("Exten")


def _named_by_digits(channel: str) -> str:
    """Return the extension that a phone is called by, where it is: ``PJSIP/7002-0000001f``."""
    name = channel.partition("/")[2].rpartition("-")[0]
    return name if name.isdigit() else ""
