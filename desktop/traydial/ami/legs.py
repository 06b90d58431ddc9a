"""What the tracker remembers of one own leg, and how AMI's words become causes and names."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from traydial.ami.protocol import Message
from traydial.domain.calls import Cause, Direction, Phase

OUR_PREFIX = "traydial-"  # ChannelId of what Traydial itself originates, in any process

PARK_DIAL = "park-dial"  # the context from which Asterisk rings who parked a caller too long
NO_NUMBER = ("", "s", "h", "i", "t")  # extensions that nobody dials
# DialEnd's DialStatus (Asterisk: Dial() sets DIALSTATUS to the same words)
DIAL_STATUS = {
    "BUSY": Cause.BUSY,
    "NOANSWER": Cause.NO_ANSWER,
    "CHANUNAVAIL": Cause.NOT_REACHABLE,
    "CONGESTION": Cause.REFUSED,
}
# Hangup's Cause (ITU-T Q.850), for a call that was never answered
HANGUP_CAUSE = {
    "1": Cause.NOT_REACHABLE,
    "3": Cause.NOT_REACHABLE,
    "17": Cause.BUSY,
    "18": Cause.NO_ANSWER,
    "19": Cause.NO_ANSWER,
    "20": Cause.NOT_REACHABLE,
    "21": Cause.DECLINED,
    "27": Cause.NOT_REACHABLE,
    "34": Cause.REFUSED,
    "38": Cause.REFUSED,
    "41": Cause.REFUSED,
    "42": Cause.REFUSED,
}
ANSWERED_ELSEWHERE = "26"
_CAUSE_BY_PHONE = {"17": Cause.OWN_DECLINED, "21": Cause.OWN_DECLINED}
_ESCAPE = re.compile(r"\\(.)")


class Taker(NamedTuple):
    """Who answered. ``is_sure``: the PBX said so; else it only follows from what it said."""

    at: float
    number: str
    name: str
    is_sure: bool


@dataclass(slots=True)
class Leg:
    """One channel of an own device. ``dialling`` are the channels it is ringing.

    ``through``: it is the near half of a Local channel that we ring the own phone through.
    ``behind``: it is a phone that rings behind such a half, until it takes its place.
    """

    uid: str
    name: str
    linkedid: str
    key: str = ""  # of the call it carries, once that is known
    direction: Direction | None = None
    number: str = ""  # of the other party, as far as it is known
    up: bool = False
    spoke: bool = False
    held: bool = False  # by the user
    refused: bool = False  # a DialEnd said that this leg was given up before it was answered
    given_up: bool = False  # the user hung up while somebody was being rung
    caller: str = ""  # the channel that rings this leg
    before: str = ""  # whom that channel was connected to when it began to ring
    is_hunt: bool = False  # who calls has not been answered by anybody yet, or waits in a queue
    taker: Taker | None = None  # who has answered in the user's place
    dialling: set[str] = field(default_factory=set)
    through: bool = False
    behind: bool = False
    hindrance: Cause | None = None
    foretold: Cause | None = None  # the cause that an action of ours will lead to

    @property
    def is_ours(self) -> bool:
        """Tell whether it rang because we asked for it, and nobody else called."""
        return self.behind or self.uid.startswith(OUR_PREFIX)

    def inherit(self, gone: "Leg") -> None:
        """Take over what is known of an outgoing call from a leg that went away."""
        self.up, self.spoke = self.up or gone.up, self.spoke or gone.spoke
        self.held = self.held or gone.held
        self.refused, self.given_up = self.refused or gone.refused, self.given_up or gone.given_up
        self.hindrance = self.hindrance or gone.hindrance
        self.foretold = self.foretold or gone.foretold

    @property
    def phase(self) -> Phase:
        """The phase of a call that is answered: the phone may hold before anybody does."""
        return Phase.HELD if self.held else Phase.TALKING


def caller_id(message: Message, kind: str, prefix: str = "") -> tuple[str, str]:
    """Return (number, name) of ``CallerID`` or ``ConnectedLine``, empty where unknown.

    Asterisk writes ``<unknown>`` for nothing, and C-escapes names in channel events.
    """
    number = message.get(f"{prefix}{kind}Num")
    name = message.get(f"{prefix}{kind}Name")
    return _known(number), _ESCAPE.sub(r"\1", _known(name))


def end_of_incoming(hangup_causes: list[str], leg: Leg | None) -> Cause:
    """Say why an incoming call is over. ``leg`` is the one that was answered, if any."""
    if leg is not None:
        return leg.foretold or Cause.HUNG_UP
    if ANSWERED_ELSEWHERE in hangup_causes:
        return Cause.ANSWERED_ELSEWHERE
    if {"17", "21"} & {*hangup_causes}:
        return Cause.DECLINED
    return Cause.MISSED


def end_of_outgoing(hangup_cause: str, leg: Leg) -> Cause:
    """Say why an outgoing call is over."""
    if leg.foretold is not None:
        return leg.foretold
    if leg.spoke:
        return Cause.HUNG_UP
    if not leg.up and leg.is_ours:
        # hung up while ringing: cause 0 and a DialEnd; rung out: 19 on 22, on 16 0 and no DialEnd
        if hangup_cause == "16" or (hangup_cause == "0" and leg.refused):
            return Cause.CANCELLED
        if hangup_cause in ("0", "19"):
            return Cause.OWN_NO_ANSWER
        return _CAUSE_BY_PHONE.get(hangup_cause, Cause.OWN_UNREACHABLE)
    # the dialled phone's own reason is in the hang-up; DialStatus is coarser
    if hangup_cause == "21":
        return Cause.DECLINED
    if leg.given_up:
        return Cause.CANCELLED
    return leg.hindrance or HANGUP_CAUSE.get(hangup_cause, Cause.HUNG_UP)


def _known(text: str) -> str:
    return "" if text == "<unknown>" else text
