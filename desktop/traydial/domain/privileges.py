"""What an account must be allowed for each feature.

The interface, the connection test and the admin guide's table all read it here; a live test holds
the classes against both real versions.

The classes are those of ``manager.conf`` (``read =``, ``write =``).
"""

from dataclasses import dataclass
from enum import Enum

from traydial.domain.language import mark


class Ability(Enum):
    """What an account may be allowed to do, in words that follow "You may"."""

    SEE_CALLS = mark("see calls")
    DIAL = mark("dial")
    HANG_UP = mark("hang up")
    TRANSFER = mark("transfer calls")
    COME_BACK = mark("get callers back whom nobody takes")
    NOTE = mark("send a note with a caller")
    CONSULT = mark("ask a colleague first")
    PARK = mark("park calls")
    KEYPAD = mark("send digits")
    ANSWER = mark("answer from the screen")
    PRESENCE = mark("see colleagues\u2019 phones")
    RECORD = mark("record")
    ONE_TOUCH = mark("record by the phone system\u2019s own key")
    PAUSE_RECORDING = mark("pause a recording")
    QUEUES = mark("log in to queues and pause")
    DIVERT = mark("set do not disturb and forwarding")
    NAMES = mark("see names that the phone system keeps")


@dataclass(frozen=True, slots=True)
class Privilege:
    """What one ability needs: all of ``actions``, the telling one first.

    ``write`` and ``read`` are the fewest classes that do; ``why`` is for the admin.
    """

    ability: Ability
    actions: tuple[str, ...]
    write: tuple[str, ...]
    why: str
    read: tuple[str, ...] = ("call",)


PRIVILEGES = (
    Privilege(
        Ability.SEE_CALLS,
        ("Status", "Getvar"),
        ("call",),
        mark("shows who calls; `read = system` tells when a restarted phone system is ready"),
        ("system", "call"),
    ),
    Privilege(
        Ability.DIAL,
        ("Originate",),
        ("originate",),
        mark("rings the own phone, then the number"),
    ),
    Privilege(Ability.HANG_UP, ("Hangup",), ("call",), mark("ends, declines and cancels")),
    Privilege(
        Ability.TRANSFER,
        ("BlindTransfer", "Redirect", "Getvar"),
        ("call",),
        mark("moves the other party, after asking whether the target exists"),
    ),
    Privilege(
        Ability.COME_BACK,
        ("Park", "ParkedCalls", "Originate", "Getvar", "Hangup"),
        ("call", "originate"),
        mark(
            "lets a caller wait in the parking lot until the target answers; "
            "without it a transfer is the dialplan\u2019s affair"
        ),
    ),
    Privilege(
        Ability.NOTE,
        ("UserEvent", "Getvar"),
        ("call", "user"),
        mark(
            "passes on a line that the colleague reads before they lift; "
            "`read = user` shows those of others"
        ),
        ("call", "user"),
    ),
    Privilege(
        Ability.CONSULT,
        ("Bridge", "Originate", "Redirect", "Getvar"),
        ("call", "originate"),
        mark("calls a colleague first, then connects the two or makes it three"),
    ),
    Privilege(
        Ability.PARK,
        ("Park", "ParkedCalls", "Getvar"),
        ("call",),
        mark("lets a caller wait, and lists who waits"),
    ),
    Privilege(
        Ability.KEYPAD, ("PlayDTMF",), ("call",), mark("keys digits for a menu at the other end")
    ),
    Privilege(
        Ability.ANSWER,
        ("PJSIPNotify", "Getvar"),
        ("call", "system"),
        mark(
            "lets a desk phone that knows `Event: talk` lift or swap calls; "
            "wants `pjsip_notify.conf`"
        ),
    ),
    Privilege(
        Ability.PRESENCE,
        ("ExtensionStateList", "ExtensionState"),
        ("call",),
        mark("tells from the dialplan\u2019s hints who is free"),
    ),
    Privilege(
        Ability.RECORD,
        ("MixMonitor", "StopMixMonitor", "Getvar", "Setvar"),
        ("call", "system"),
        mark("starts a recording on the phone system, and stops that one alone"),
    ),
    Privilege(
        Ability.ONE_TOUCH,
        ("PlayDTMF", "StopMixMonitor", "MixMonitorMute", "Getvar", "Setvar"),
        ("call",),
        mark("records where `recording.one_touch` names the key (`automixmon` in `features.conf`)"),
    ),
    Privilege(
        Ability.PAUSE_RECORDING,
        ("MixMonitorMute", "MixMonitor", "Getvar"),
        ("call", "system"),
        mark("leaves out what must not be kept, say card numbers"),
    ),
    Privilege(
        Ability.QUEUES,
        ("QueuePause", "QueueAdd", "QueueRemove", "QueueStatus"),
        ("agent",),
        mark("logs in to queues, pauses and logs out; who waits is told without it"),
        ("call", "agent"),
    ),
    Privilege(
        Ability.DIVERT,
        ("DBPut", "DBDel", "DBGet", "Getvar", "Setvar"),
        ("call", "system"),
        mark(
            "writes the dialplan\u2019s entries in AstDB, and the lamps of the phones; "
            "`write = call` alone shows what is set, "
            "`call,originate` also sets it by the codes that people dial for it"
        ),
    ),
    Privilege(
        Ability.NAMES,
        ("DBGet",),
        ("reporting",),
        mark(
            "tells callers\u2019 names from the entries `cidname/<number>` in AstDB; "
            "`write = system` allows it too"
        ),
    ),
)


# what a class allows besides, for whoever has to decide
COSTS = (
    (
        "read = call",
        "events of all calls, unless an `eventfilter` holds the account to one phone",
    ),
    ("read = system", "reload and registration events"),
    ("read = agent", "events of all queues"),
    ("write = call", "to hang up, redirect and ask for anybody\u2019s calls"),
    ("write = originate", "much more than dialling: treat it like `system`"),
    ("write = reporting", "to list all channels and read all of AstDB"),
    ("write = system", "a shell on the phone system; leave it out and what needs it says so"),
)


def privilege_of(ability: Ability) -> Privilege:
    """Return what an ability needs."""
    return next(privilege for privilege in PRIVILEGES if privilege.ability is ability)


def refused(action: str) -> Privilege | None:
    """Return what is lost where this action is refused: the first that it tells of."""
    told = [p for p in PRIVILEGES if p.actions[0] == action]
    return next(iter(told or [p for p in PRIVILEGES if action in p.actions]), None)


def abilities(commands: frozenset[str]) -> frozenset[Ability]:
    """Return what an account can do that may use these actions (action ``ListCommands``)."""
    held = {name.lower() for name in commands}
    return frozenset(
        p.ability for p in PRIVILEGES if held.issuperset(name.lower() for name in p.actions)
    )


def classes(names: tuple[str, ...]) -> str:
    """Write classes as ``manager.conf`` has them."""
    return ",".join(names)


def markdown() -> str:
    """Return the table of the admin guide."""
    rows = ["| to | `read =` | `write =` | what for |", "|---|---|---|---|"]
    rows += [
        f"| {p.ability.value} | `{classes(p.read)}` | `{classes(p.write)}` | {p.why} |"
        for p in PRIVILEGES
    ]
    rows += ["", "| word | what it allows besides |", "|---|---|"]
    rows += [f"| `{word}` | {cost} |" for word, cost in COSTS]
    return "\n".join(rows) + "\n"
