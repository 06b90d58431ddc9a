"""What the life of a channel tells of the user's calls: made, up, gone, who is at the end."""

from traydial.ami.legs import OUR_PREFIX, Leg, caller_id, end_of_incoming, end_of_outgoing
from traydial.ami.own_legs import MAX_REMEMBERED, Handlers, OwnLegs
from traydial.ami.protocol import Message
from traydial.ami.side_events import SideEvents
from traydial.domain.call_events import CallEvent, Ended, Identified, LegsChanged, Progressed, Taken
from traydial.domain.calls import Cause, Direction, Phase

RING, UP = "4", "6"  # ChannelState
_SILENT = ("0", "16")  # Hangup's Cause: none given, or just hung up


class ChannelEvents:
    """Newchannel to Hangup, of own legs."""

    def __init__(self, own: OwnLegs, sides: SideEvents) -> None:
        self._own, self._sides = own, sides
        self.handlers: Handlers = {
            "Newchannel": self._new_channel,
            "Newstate": self._new_state,
            "NewConnectedLine": self._connected_line,
            "Hangup": self._hangup,
        }

    def _new_channel(self, message: Message, at: float) -> list[CallEvent]:
        own = self._own
        uid, name = message.get("Uniqueid"), message.get("Channel")
        through = own.is_through(name, uid)
        if not through and not own.is_own(name):
            if len(own.dialled) < MAX_REMEMBERED and (exten := message.get("Exten")):
                own.dialled[uid] = exten
            return []
        if uid in own.legs:
            return []
        leg = own.legs[uid] = Leg(uid, name, message.get("Linkedid") or uid)
        if through:
            leg.through = True
            own.asked.add(uid)
        if uid.startswith(OUR_PREFIX):
            return own.appear(leg, Direction.OUT, Phase.OWN_RINGING, at, message)
        if message.get("ChannelState") == RING:  # the phone itself dials
            return own.appear(leg, Direction.OUT, Phase.CALLING, at, message)
        return []  # who rings it, the dial will tell

    def _new_state(self, message: Message, at: float) -> list[CallEvent]:
        leg = self._own.of(message)
        if leg is None:
            return []
        events = self._connected_line(message, at)
        if message.get("ChannelState") != UP or leg.up:
            return events
        leg.up = True
        if not leg.key:
            return events
        if leg.direction is Direction.IN:
            return events + self._own.answered(leg, at)
        if leg.is_ours or leg.dialling:
            return [*events, Progressed(leg.key, Phase.CALLING, at)]
        return events  # an application took the call; whether it speaks, others tell

    def _connected_line(self, message: Message, at: float) -> list[CallEvent]:
        leg = self._own.of(message)
        if leg is None or not leg.key:
            return []
        number, name = caller_id(message, "ConnectedLine")
        if number in ("", self._own.extension):
            return []
        if leg.direction is Direction.OUT and (leg.number or leg.behind):
            # what the user dialled stays what it was; a name makes it friendlier
            return [Identified(leg.key, name=name)] if name else []
        leg.number = number
        return [Identified(leg.key, number, name)]

    def _hangup(self, message: Message, at: float) -> list[CallEvent]:
        own = self._own
        uid = message.get("Uniqueid")
        events = self._sides.end(uid)
        own.dialled.pop(uid, None)
        own.unanswered.pop(uid, None)  # the caller has gone: nobody takes that call any more
        leg = own.legs.pop(uid, None)
        if leg is None or not leg.key:
            return events
        uids = own.calls[leg.key]
        uids.remove(uid)
        causes = own.lost.setdefault(leg.key, [])
        causes.append(message.get("Cause"))
        if uids:
            if leg.direction is Direction.OUT:
                own.legs[uids[0]].inherit(leg)
            return [*events, LegsChanged(leg.key, tuple(uids))]
        del own.calls[leg.key], own.lost[leg.key]
        own.asked.discard(leg.key)
        if leg.direction is Direction.IN:
            cause = leg.foretold or end_of_incoming(causes, leg if leg.spoke else None)
            return events + self._left(leg, cause, at)
        # of a phone and the Local before it, one may end with a reason and one without
        telling = [cause for cause in causes if cause not in _SILENT]
        return [*events, Ended(leg.key, end_of_outgoing((telling or causes)[-1], leg), at)]

    def _left(self, leg: Leg, cause: Cause, at: float) -> list[CallEvent]:
        """Say how an incoming call ended, and who has taken it."""
        taker = leg.taker
        if cause is Cause.MISSED and taker is not None and taker.is_sure:
            cause = Cause.ANSWERED_ELSEWHERE  # by a queue or a Dial that gives no cause
        ended = Ended(leg.key, cause, at)
        if cause is Cause.ANSWERED_ELSEWHERE and taker is not None:
            return [ended, Taken(leg.key, taker.at, taker.number, taker.name)]
        is_hunt = leg.is_hunt or leg.linkedid in self._own.queues
        if cause is Cause.ANSWERED_ELSEWHERE or (cause is Cause.MISSED and is_hunt):
            self._own.left(leg)
        return [ended]
