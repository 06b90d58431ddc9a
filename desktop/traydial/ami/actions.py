"""The AMI actions and events this program uses, by name.

A test looks up every name here in the XML documentation of real Asterisk versions.
"""

import hashlib

ACTIONS = frozenset(
    {
        "BlindTransfer",
        "Bridge",
        "Challenge",
        "CoreSettings",
        "DBDel",
        "DBGet",
        "DBGetTree",
        "DBPut",
        "Events",
        "ExtensionState",
        "ExtensionStateList",
        "GetConfig",
        "Getvar",
        "Hangup",
        "ListCommands",
        "Login",
        "Logoff",
        "MixMonitor",
        "MixMonitorMute",
        "Originate",
        "PJSIPNotify",
        "Park",
        "ParkedCalls",
        "Ping",
        "PlayDTMF",
        "QueueAdd",
        "QueuePause",
        "QueueRemove",
        "QueueStatus",
        "Redirect",
        "Setvar",
        "Status",
        "StopMixMonitor",
        "UserEvent",
    }
)
EVENTS = frozenset(
    {
        "AgentCalled",
        "AttendedTransfer",
        "BlindTransfer",
        "BridgeEnter",
        "DeviceStateChange",
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
        "QueueEntry",
        "QueueMemberAdded",
        "QueueMemberPause",
        "QueueMemberRemoved",
        "QueueParams",
        "Registry",
        "Shutdown",
        "Status",
        "StatusComplete",
        "UnParkedCall",
        "Unhold",
        "UserEvent",
    }
)
# the event classes asked for at login: everything else stays off the wire
EVENT_MASK = "system,call,agent,user"


def challenge_key(challenge: str, secret: str) -> str:
    """Return the ``Key`` of an MD5 login (action Challenge, ``AuthType: MD5``)."""
    # MD5 is what AMI speaks; it only keeps the secret itself off a plain connection
    return hashlib.md5((challenge + secret).encode(), usedforsecurity=False).hexdigest()
