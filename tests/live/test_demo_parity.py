"""The demo PBX tells of every call what a real Asterisk 22 tells of it.

Two channels' events have no promised order, and real ones do race; so what the own phone
lives through is compared in order, and what comes beside it as a set.
"""

import asyncio
from collections.abc import Iterator

import pytest

from tests.live.stages import OWN, Stage, demo_stage, in_short, real_stage, told_of_own
from tests.pbx.asterisk import Asterisk
from traydial.ami.protocol import Message
from traydial.ami.tracker import Tracker
from traydial.domain.call_reducer import reduce
from traydial.domain.calls import Calls

BESIDE = {"NewConnectedLine", "Newstate", "DialState", "OriginateResponse", "SoftHangupRequest"}
BESIDE |= {"AgentCalled", "AgentConnect", "MixMonitorStart", "BridgeEnter", "HangupRequest"}
BESIDE |= {"ConfbridgeJoin", "ConfbridgeLeave"}  # told by the conference's own thread
# what this Asterisk tells and the demo leaves out: nobody asks for it
LEFT_OUT = {"VarSet", "Newexten", "RTCPSent", "RTCPReceived", "AgentComplete", "TestEvent", "Cdr"}
LEFT_OUT |= {"MusicOnHoldStart", "MusicOnHoldStop", "CEL", "AgentRingNoAnswer", "QueueMemberStatus"}
NOT_ALWAYS = {"TechCause", "ActionID", "BridgeVideoSource"}


@pytest.fixture(scope="module")
def asterisk() -> Iterator[Asterisk]:
    with Asterisk("22") as pbx:
        yield pbx


async def answered(s: Stage) -> None:
    await s.dial("7002")
    await s.me.answer()
    await s.bob.answer()
    await s.talks("7001")


async def rung(s: Stage) -> Message:
    await s.anna.call("7001")
    return await s.rings("7001")


async def dialled_and_hung_up_by_me(s: Stage) -> None:
    await answered(s)
    await s.ask("Hangup", ("Channel", "traydial-own"))


async def dialled_and_hung_up_by_bob(s: Stage) -> None:
    await answered(s)
    await s.bob.hangup()


async def busy(s: Stage) -> None:
    await s.dial("7002")
    await s.me.answer()
    await s.bob.refuse(486)


async def declined(s: Stage) -> None:
    await s.dial("7002")
    await s.me.answer()
    await s.rings("7002")
    await s.bob.refuse(603)


async def no_answer(s: Stage) -> None:
    await s.dial("7002")
    await s.me.answer()
    await s.over()


async def unknown_extension(s: Stage) -> None:
    await s.dial("7999")


async def callee_not_registered(s: Stage) -> None:
    await s.dial("7009", "Nobody")
    await s.me.answer()


async def cancelled_while_mine_rings(s: Stage) -> None:
    await s.dial("7002")
    await s.rings("7001")
    await s.ask("Hangup", ("Channel", "traydial-own"))


async def cancelled_while_theirs_rings(s: Stage) -> None:
    await s.dial("7002")
    await s.me.answer()
    await s.rings("7002")
    await s.ask("Hangup", ("Channel", "traydial-own"))


async def given_up_by_my_phone(s: Stage) -> None:
    await s.dial("7002")
    await s.me.answer()
    await s.rings("7002")
    await s.me.hangup()


async def declined_by_my_phone(s: Stage) -> None:
    await s.dial("7002")
    await s.rings("7001")
    await s.me.refuse(603)


async def not_picked_up_by_me(s: Stage) -> None:
    await s.dial("7002", timeout_ms=1000)
    await s.rings("7001")


async def dialled_by_hand(s: Stage) -> None:
    await s.me.call("7002")
    await s.bob.answer()
    await s.talks("7001")
    await s.bob.hangup()


async def incoming_answered(s: Stage) -> None:
    await rung(s)
    await s.me.answer()
    await s.talks("7001")
    await s.anna.hangup()


async def incoming_answered_from_the_screen(s: Stage) -> None:
    await s.me.listen()
    ring = await rung(s)
    talk = ("Variable", "Event=talk")
    await s.ask("PJSIPNotify", talk)
    await s.ask("PJSIPNotify", ("Channel", "PJSIP/nobody"), talk)
    name = await s.value("CHANNEL(name)", ring.get("DestUniqueid"))
    assert name == ring.get("DestChannel")
    await s.ask("PJSIPNotify", ("Channel", name), talk)
    await s.talks("7001")
    await s.anna.hangup()


async def incoming_declined(s: Stage) -> None:
    await rung(s)
    await s.me.refuse(603)


async def incoming_declined_by_the_program(s: Stage) -> None:
    ring = await rung(s)
    await s.ask("Hangup", ("Channel", ring.get("DestUniqueid")), ("Cause", "21"))


async def incoming_given_up(s: Stage) -> None:
    await rung(s)
    await s.anna.hangup()


async def answered_elsewhere(s: Stage) -> None:
    await s.anna.call("7100")
    await s.rings("7001")
    await s.rings("7002")
    await s.bob.answer()
    await s.over()
    await s.talks("7003")
    await s.anna.hangup()


async def queue(s: Stage) -> None:
    await s.anna.call("7200")
    await s.rings("7001")
    await s.me.answer()
    await s.talks("7001")
    await s.anna.hangup()


async def queue_given_up(s: Stage) -> None:
    await s.anna.call("7200")
    await s.rings("7001")
    await s.anna.hangup()


async def logged_in_and_paused(s: Stage) -> None:
    sales, me = ("Queue", "sales"), ("Interface", "PJSIP/7001")
    nobody = ("Interface", "PJSIP/1")
    await s.ask("QueueAdd", sales, me, ("MemberName", "Me"))
    await s.ask("QueueAdd", sales, me)
    await s.ask("QueueAdd", ("Queue", "none"), me)
    await s.ask("QueueAdd", sales)
    await s.ask("QueueAdd", me)
    await s.ask("QueuePause", sales, me, ("Paused", "true"), ("Reason", "Lunch"))
    await s.ask("QueuePause", sales, nobody, ("Paused", "true"))
    await s.ask("QueuePause", sales, me)
    await s.ask("QueuePause", sales, ("Paused", "true"))
    await s.ask("QueueStatus", sales)
    await s.ask("QueueStatus", ("Queue", "none"))
    await s.anna.call("7202")
    await s.until("QueueCallerJoin")
    await s.ask("QueueStatus", sales)
    await s.ask("QueuePause", sales, me, ("Paused", "false"))
    await s.rings("7001")
    await s.me.answer()
    await s.talks("7001")
    await s.anna.hangup()
    await s.ask("QueueRemove", sales, nobody)
    await s.ask("QueueRemove", ("Queue", "none"), me)
    await s.ask("QueueRemove", sales, me)


async def held(s: Stage) -> None:
    await answered(s)
    await s.me.hold()
    await s.until("Hold")
    await s.me.unhold()
    await s.until("Unhold")
    await s.ask("Hangup", ("Channel", "traydial-own"))


async def recorded(s: Stage) -> None:
    await answered(s)
    own = ("Channel", "traydial-own")
    start = await s.ask("MixMonitor", own, ("File", "a.wav"), ("Options", "i(MINE)"))
    mine = ("MixMonitorID", start.get("MixMonitorID"))
    assert await value_is(s, "MINE", mine[1])
    both = (("Direction", "both"), ("State", "1"))
    await s.ask("MixMonitorMute", own, mine, *both)
    await s.ask("MixMonitorMute", own, ("MixMonitorID", "0x1"), *both)
    await s.ask("StopMixMonitor", own, ("MixMonitorID", "0x1"))
    await s.ask("StopMixMonitor", own, mine)
    await s.ask("StopMixMonitor", own, mine)
    await s.ask("StopMixMonitor", own)
    # muting what has just been stopped is not compared: Asterisk answers as its audio thread
    # happens to have ended or not
    await s.ask("MixMonitor", own, ("File", "b.wav"))
    await s.ask("StopMixMonitor", own)
    await s.ask("MixMonitor", own, ("File", "c.wav"))
    await s.ask("Hangup", own)


async def value_is(s: Stage, variable: str, value: str) -> bool:
    answer = await s.ask("Getvar", ("Channel", "traydial-own"), ("Variable", variable))
    return answer.get("Value") == value != ""


async def transferred(s: Stage) -> None:
    await answered(s)
    peer = await s.peer()
    await s.ask("Redirect", ("Channel", peer), *to("7003"))
    await s.over()
    await s.anna.answer()
    await s.talks("7003")
    await s.bob.hangup()


async def transferred_blind(s: Stage) -> None:
    await answered(s)
    await s.ask("BlindTransfer", ("Channel", "traydial-own"), *to("7003"))
    await s.over()
    await s.anna.answer()
    await s.talks("7003")
    await s.bob.hangup()


async def incoming_transferred(s: Stage) -> None:
    ring = await rung(s)
    await s.me.answer()
    await s.talks("7001")
    await s.ask("Redirect", ("Channel", ring.get("Channel")), *to("7002"))
    await s.over()
    await s.bob.answer()
    await s.talks("7002")
    await s.anna.hangup()


async def diverted_while_ringing(s: Stage) -> None:
    ring = await rung(s)
    await s.ask("Redirect", ("Channel", ring.get("Channel")), *to("7002"))
    await s.over()
    await s.bob.answer()
    await s.talks("7002")
    await s.anna.hangup()


async def transferred_nowhere(s: Stage) -> None:
    await answered(s)
    await s.value("DIALPLAN_EXISTS(internal,7999,1)")
    await s.value("DIALPLAN_EXISTS(internal,7003,1)")
    await s.value("DIALPLAN_EXISTS(elsewhere,7003,1)")
    peer = await s.peer()
    await s.ask("Redirect", ("Channel", peer), *to("7999"))


async def joined(s: Stage) -> None:
    ring = await rung(s)
    await s.me.answer()
    await s.talks("7001")
    await s.dial("7002")
    await s.me.answer()
    await s.bob.answer()
    await s.talks("7002")
    await s.until("BridgeEnter", Uniqueid="traydial-own")
    peer = await s.peer()
    await s.ask("Bridge", ("Channel1", ring.get("Channel")), ("Channel2", peer))
    await s.over()
    await s.until("Hangup", Uniqueid="traydial-own")
    await s.anna.hangup()


async def brought_into_a_conference(s: Stage) -> None:
    await answered(s)
    await s.value("DIALPLAN_EXISTS(internal,887001,1)")
    peer = await s.peer()
    own = await s.value("CHANNEL(name)", "traydial-own")
    extra = ("ExtraContext", "internal"), ("ExtraExten", "887001"), ("ExtraPriority", "1")
    both = ("Channel", own), *to("887001"), *extra
    await s.ask("Redirect", *both, ("ExtraChannel", "PJSIP/nobody"))
    await s.ask("Redirect", *both, ("ExtraChannel", peer))
    await s.until("ConfbridgeJoin", Uniqueid="traydial-own")
    await s.until("ConfbridgeJoin", Channel="PJSIP/7002-")
    await s.ask("Hangup", ("Channel", own))
    await s.over()
    await s.bob.hangup()


async def sent_to_a_voicemail_box(s: Stage) -> None:
    await answered(s)
    await s.value("DIALPLAN_EXISTS(internal,*7003,1)")
    peer = await s.peer()
    await s.ask("Redirect", ("Channel", peer), *to("*7003"))
    await s.over()
    await s.bob.hangup()


async def refused_actions(s: Stage) -> None:
    await answered(s)
    own, nobody = ("Channel", "traydial-own"), ("Channel", "PJSIP/nobody")
    both, on = ("Direction", "both"), ("State", "1")
    for name in ("Hangup", "Status", "MixMonitor", "StopMixMonitor"):
        await s.ask(name, nobody)
    await s.ask("Hangup")
    await s.ask("Dance")
    await s.ask("Redirect", nobody, *to("7003"))
    await s.ask("BlindTransfer", nobody, *to("7003"))
    await s.ask("BlindTransfer", own)
    await s.ask("Bridge", ("Channel1", "x"), ("Channel2", "y"))
    await s.ask("Bridge", ("Channel1", "x"))
    await s.ask("Getvar", nobody, ("Variable", "X"))
    await s.ask("Setvar", nobody, ("Variable", "X"), ("Value", "1"))
    await s.ask("Setvar", own, ("Variable", "X"), ("Value", "1"))
    await s.ask("MixMonitor", own)
    await s.ask("MixMonitorMute", own, both, on)
    await s.ask("MixMonitorMute", own, both)
    await s.ask("MixMonitorMute", own, on)
    await s.ask("PlayDTMF", nobody, ("Digit", "1"))
    await s.ask("PlayDTMF", own, ("Digit", "1"))
    await s.ask("Events", ("EventMask", "off"))
    await s.ask("Events", ("EventMask", "on"))
    await s.ask("Login", ("Username", "x"))
    await s.ask("ExtensionState", ("Exten", "7002"), ("Context", "internal"))
    await s.ask("Originate", ("Channel", "7001"))
    await s.ask("Originate", ("Channel", "PJSIP/7001"), ("Timeout", "soon"))
    for variable in ("HINT(7002@internal)", "DEVICE_STATE(PJSIP/7002)", "DEVICE_STATE(PJSIP/1)"):
        await s.value(variable)
    for variable in ("EXTENSION_STATE(7002@internal)", "DEVICE_STATE(PJSIP/7009)", "SHELL(ls)"):
        await s.value(variable)
    await s.ask("Hangup", own)


SCENARIOS = [
    dialled_and_hung_up_by_me,
    dialled_and_hung_up_by_bob,
    busy,
    declined,
    no_answer,
    unknown_extension,
    callee_not_registered,
    cancelled_while_mine_rings,
    cancelled_while_theirs_rings,
    given_up_by_my_phone,
    declined_by_my_phone,
    not_picked_up_by_me,
    dialled_by_hand,
    incoming_answered,
    incoming_answered_from_the_screen,
    incoming_declined,
    incoming_declined_by_the_program,
    incoming_given_up,
    answered_elsewhere,
    queue,
    queue_given_up,
    logged_in_and_paused,
    held,
    recorded,
    transferred,
    transferred_blind,
    incoming_transferred,
    diverted_while_ringing,
    transferred_nowhere,
    joined,
    brought_into_a_conference,
    sent_to_a_voicemail_box,
    refused_actions,
]


def to(extension: str) -> tuple[tuple[str, str], ...]:
    return (("Context", "internal"), ("Exten", extension), ("Priority", "1"))


async def play(stage: Stage, scenario) -> Stage:
    await scenario(stage)
    begun = {m.get("Uniqueid") for m in stage.events if m.event == "Newchannel"}
    for uid in begun:  # whoever is left hangs up by now
        await stage.until("Hangup", Uniqueid=uid)
    await asyncio.sleep(0.1)  # what comes after the last hang-up
    return stage


def in_order(stage: Stage) -> list[list[str]]:
    """Return what each own channel lives through."""
    lives: dict[str, list[str]] = {}
    for message in told_of_own(stage.events):
        if message.event not in BESIDE | LEFT_OUT:
            own = "Channel" if message.get("Channel").startswith(OWN) else "DestChannel"
            lives.setdefault(message.get(own), []).append(in_short(message))
    return [*lives.values()]


def beside(stage: Stage) -> set[str]:
    return {in_short(m) for m in told_of_own(stage.events) if m.event in BESIDE}


def connected(stage: Stage) -> list[tuple[str, str]]:
    """Return whom each of the own phone's channels showed at the end."""
    shown = {
        m.get("Channel"): (m.get("ConnectedLineNum"), m.get("ConnectedLineName"))
        for m in stage.events
        if m.get("Channel").startswith(OWN) and m.get("ConnectedLineNum")
    }
    return sorted(shown.values())


def headers(stage: Stage) -> dict[str, set[str]]:
    """Return the names of the headers of each kind of event."""
    found: dict[str, set[str]] = {}
    for message in stage.events:
        if message.event not in LEFT_OUT:
            names = {key for key, _ in message.headers} - NOT_ALWAYS
            found.setdefault(message.event, set()).update(names)
    return found


def as_followed(stage: Stage) -> list[tuple[object, ...]]:
    """Return what the program makes of it: of each call its phases, and how it ended."""
    tracker = Tracker(("PJSIP/7001",), "7001")
    calls: Calls = {}
    phases: dict[str, list[str]] = {}
    monitors: dict[str, int] = {}
    for at, message in enumerate(stage.events):
        for event in tracker.feed(message, float(at)):
            calls = reduce(calls, event)
            for call in calls.values():
                seen = phases.setdefault(call.key, [])
                if not seen or seen[-1] != call.phase.value:
                    seen.append(call.phase.value)
                monitors[call.key] = max(monitors.get(call.key, 0), call.monitors)
    return [
        (c.direction, c.number, c.name, c.via, c.cause, phases[c.key], monitors[c.key])
        for c in calls.values()
    ]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.__name__)
def test_same_story(asterisk, scenario, request):
    if scenario is no_answer:
        asterisk.cli("dialplan set global RING_S 2")  # nobody need wait as long as people do
        request.addfinalizer(lambda: asterisk.cli("dialplan set global RING_S 20"))

    async def main() -> tuple[Stage, Stage]:
        async with real_stage(asterisk) as stage:
            real = await play(stage, scenario)
        async with demo_stage() as stage:
            return real, await play(stage, scenario)

    real, demo = asyncio.run(asyncio.wait_for(main(), 60))
    assert demo.answers == real.answers
    assert in_order(demo) == in_order(real)
    assert beside(demo) == beside(real)
    assert connected(demo) == connected(real)
    assert as_followed(demo) == as_followed(real)
    shown, true = headers(demo), headers(real)
    assert {name: shown[name] for name in shown if name in true} == {
        name: true[name] for name in shown if name in true
    }


def test_same_snapshot(asterisk):
    async def rows(stage: Stage) -> list[Message]:
        await answered(stage)
        rows = await stage.status()
        await stage.ask("Hangup", ("Channel", "traydial-own"))
        await stage.over("7002")
        return rows

    async def main() -> tuple[list[Message], list[Message]]:
        async with real_stage(asterisk) as stage:
            real = await rows(stage)
        async with demo_stage() as stage:
            return real, await rows(stage)

    def made_of(rows: list[Message]) -> list[object]:
        (resync,) = Tracker(("PJSIP/7001",), "7001").resync(rows, 0.0)
        return [(c.key, c.phase, c.number, c.name, c.direction) for c in resync.calls]

    real, demo = asyncio.run(asyncio.wait_for(main(), 60))
    assert made_of(demo) == made_of(real) != []
    names = [{key for key, _ in row.headers} for row in (demo[0], real[0])]
    assert names[0] == names[1]
    assert sorted(row.get("Application") for row in demo) == ["AppDial", "Dial"]
