"""The AMI actions and events this program uses, by name, and what each ability needs.

A test looks up every name here in the XML documentation of real Asterisk versions.
"""

import hashlib
from collections.abc import Mapping

from traydial.domain.connection import Ability

ACTIONS = frozenset(
    {
        "BlindTransfer",
        "Challenge",
        "DBGet",
        "DBGetTree",
        "Events",
        "ExtensionState",
        "ExtensionStateList",
        "Getvar",
        "Hangup",
        "ListCommands",
        "Login",
        "Logoff",
        "MixMonitor",
        "MixMonitorMute",
        "Originate",
        "Park",
        "ParkedCalls",
        "Ping",
        "PlayDTMF",
        "Redirect",
        "Setvar",
        "Status",
        "StopMixMonitor",
    }
)
EVENTS = frozenset(
    {
        "AgentCalled",
        "AttendedTransfer",
        "BlindTransfer",
        "BridgeEnter",
        "DialBegin",
        "DialEnd",
        "DialState",
        "ExtensionStatus",
        "FullyBooted",
        "Hangup",
        "Hold",
        "MixMonitorMute",
        "MixMonitorStart",
        "MixMonitorStop",
        "NewConnectedLine",
        "Newchannel",
        "Newstate",
        "OriginateResponse",
        "ParkedCall",
        "ParkedCallGiveUp",
        "ParkedCallTimeOut",
        "QueueCallerJoin",
        "QueueCallerLeave",
        "Shutdown",
        "Status",
        "StatusComplete",
        "UnParkedCall",
        "Unhold",
    }
)
# the event classes asked for at login: everything else stays off the wire
EVENT_MASK = "system,call,agent"

NEEDED: Mapping[Ability, frozenset[str]] = {
    Ability.DIAL: frozenset({"Originate"}),
    Ability.HANG_UP: frozenset({"Hangup"}),
    Ability.TRANSFER: frozenset({"Redirect", "BlindTransfer", "Getvar"}),
    Ability.RECORD: frozenset({"MixMonitor", "StopMixMonitor", "Getvar", "Setvar"}),
    Ability.PAUSE_RECORDING: frozenset({"MixMonitor", "MixMonitorMute", "Getvar"}),
    Ability.KEYPAD: frozenset({"PlayDTMF"}),
    Ability.PARK: frozenset({"Park", "ParkedCalls", "Getvar"}),
    Ability.PRESENCE: frozenset({"ExtensionStateList", "ExtensionState"}),
}


def abilities(commands: frozenset[str]) -> frozenset[Ability]:
    """Return what an account can do that may use these actions (``ListCommands``)."""
    held = {name.lower() for name in commands}
    return frozenset(
        ability for ability, needed in NEEDED.items() if held >= {name.lower() for name in needed}
    )


def challenge_key(challenge: str, secret: str) -> str:
    """Return the ``Key`` of an MD5 login (action Challenge, ``AuthType: MD5``)."""
    # MD5 is what AMI speaks; it only keeps the secret itself off a plain connection
    return hashlib.md5((challenge + secret).encode(), usedforsecurity=False).hexdigest()
