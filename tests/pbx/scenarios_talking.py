"""What one does while talking: hold, record, park, ask a colleague."""

# ruff: noqa: D401 - a scenario tells a story

from tests.pbx.scene import Scene


async def hold(s: Scene) -> None:
    """I put Bob on hold and come back."""
    await s.answer_bob()
    await s.me.hold()
    await s.settle()
    await s.me.unhold()
    await s.settle()
    await s.me.hangup()


async def held_by_other(s: Scene) -> None:
    """Bob puts me on hold and comes back."""
    await s.answer_bob()
    await s.bob.hold()
    await s.settle()
    await s.bob.unhold()
    await s.settle()
    await s.me.hangup()


async def record(s: Scene) -> None:
    """The program records my own leg and stops."""
    await s.dial_and_talk()
    answer = await s.act(
        "MixMonitor", Channel=s.own, File="traydial/record.wav", Options="i(TRAYDIAL_REC)"
    )
    await s.settle()
    await s.act("StopMixMonitor", Channel=s.own, MixMonitorID=answer["MixMonitorID"])
    await s.settle()
    await s.me.hangup()


async def record_muted(s: Scene) -> None:
    """As record, with a pause in between; it ends with the call."""
    await s.dial_and_talk()
    await s.act("MixMonitor", Channel=s.own, File="traydial/muted.wav", Options="i(TRAYDIAL_REC)")
    for state in "10":
        await s.act("MixMonitorMute", Channel=s.own, Direction="both", State=state)
        await s.settle()
    await s.me.hangup()


async def park(s: Scene) -> None:
    """The program parks Bob; I fetch him from 801."""
    await s.answer_bob()
    own = await s.channel("7001")
    await s.act("Park", Channel=await s.peer(own), TimeoutChannel=own, Parkinglot="default")
    await s.settle()
    await s.hang_up_if_left(s.me)
    await s.me.dial("801")
    await s.me.talking()
    await s.settle()
    await s.me.hangup()


async def consult_and_bridge(s: Scene) -> None:
    """Bob calls me; I ask Anna with a second click-to-dial; Bridge joins Bob and Anna."""
    await s.answer_bob()
    bob = await s.peer(await s.channel("7001"))
    await s.dial("7003", "Anna Berger <7003>")
    await s.lift(s.me)
    await s.lift(s.anna)
    await s.act("Bridge", Channel1=bob, Channel2=await s.peer(s.own))
    await s.settle()
    await s.bob.hangup()
