"""What can happen to the phone 7001 ("Me"), each acted out once on a real Asterisk.

A scenario ends its calls itself. Its name is the name of its transcript; its first line says what
happens. Bob is 7002, Anna 7003, Dora 7004.
"""

# ruff: noqa: D401 - a scenario tells a story

from collections.abc import Awaitable, Callable

from tests.pbx.scene import Scene

Scenario = Callable[[Scene], Awaitable[None]]


# --- click-to-dial -----------------------------------------------------------------------------


async def out_answered(s: Scene) -> None:
    """I click, lift, Bob lifts, we talk, I hang up."""
    await s.dial_and_talk()
    await s.me.hangup()


async def out_callee_hangs_up(s: Scene) -> None:
    """As above, but Bob hangs up first."""
    await s.dial_and_talk()
    await s.bob.hangup()


async def out_hangup_action(s: Scene) -> None:
    """As above, but the program hangs up my own leg."""
    await s.dial_and_talk()
    await s.act("Hangup", Channel=s.own)


async def out_busy(s: Scene) -> None:
    """Bob is busy (486)."""
    await s.bob.policy(reject=486)
    await s.dial("7002")
    await s.lift(s.me)


async def out_busy_application(s: Scene) -> None:
    """The dialplan says busy after a second."""
    await s.dial("7500", "Busy <7500>")
    await s.lift(s.me)
    await s.me.idle()


async def out_declined(s: Scene) -> None:
    """Bob declines (603)."""
    await s.dial("7002")
    await s.lift(s.me)
    await s.bob.ringing()
    await s.settle()
    await s.bob.decline()


async def out_no_answer(s: Scene) -> None:
    """Bob does not pick up within the 20 s of the dialplan."""
    await s.dial("7002")
    await s.lift(s.me)
    await s.bob.ringing()
    await s.bob.idle(within=25)


async def out_callee_unregistered(s: Scene) -> None:
    """The phone called is not registered."""
    await s.dial("7009", "Nobody <7009>")
    await s.lift(s.me)


async def out_cancel_own_ringing(s: Scene) -> None:
    """The program hangs up while my own phone still rings."""
    await s.dial("7002")
    await s.me.ringing()
    await s.settle()
    await s.act("Hangup", Channel=s.own)


async def out_cancel_callee_ringing(s: Scene) -> None:
    """The program hangs up while Bob's phone rings."""
    await s.dial("7002")
    await s.lift(s.me)
    await s.bob.ringing()
    await s.settle()
    await s.act("Hangup", Channel=s.own)


async def out_own_declines(s: Scene) -> None:
    """I decline on my own phone (603)."""
    await s.dial("7002")
    await s.me.ringing()
    await s.settle()
    await s.me.decline()


async def out_own_busy(s: Scene) -> None:
    """My own phone is busy (486)."""
    await s.me.policy(reject=486)
    await s.dial("7002")


async def out_own_not_picked_up(s: Scene) -> None:
    """Nobody lifts my own phone within the Timeout."""
    await s.dial("7002", timeout_ms=2000)
    await s.me.ringing()
    await s.me.idle()


async def out_own_unregistered(s: Scene) -> None:
    """My own phone is not registered."""
    await s.me.unregister()
    await s.full.event("ContactStatus")
    await s.settle()
    s.forget()  # the phone went away before
    await s.dial("7002")
    await s.full.event("OriginateResponse")


async def out_application(s: Scene) -> None:
    """The number is an application: nobody rings, there is no bridge."""
    await s.dial("7400", "Echo <7400>")
    await s.lift(s.me)
    await s.me.hangup()


async def out_local(s: Scene) -> None:
    """The number leads to Bob through a Local channel that optimises itself away."""
    await s.dial("7302", "Bob <7302>")
    await s.lift(s.me)
    await s.lift(s.bob)
    await s.me.hangup()


async def out_outside(s: Scene) -> None:
    """An outside number, with its plus."""
    await s.dial("+4930123456", "+4930123456")
    await s.lift(s.me)
    await s.lift(s.anna)
    await s.anna.hangup()


async def out_conference(s: Scene) -> None:
    """The number is a conference with Bob in it."""
    await s.bob.dial("7800")
    await s.bob.talking()
    await s.settle()
    await s.dial("7800", "Conference <7800>")
    await s.lift(s.me)
    await s.me.hangup()
    await s.me.idle()
    await s.settle()
    await s.bob.hangup()


async def out_dialled_on_phone(s: Scene) -> None:
    """I dial on the phone itself."""
    await s.me.dial("7002")
    await s.lift(s.bob)
    await s.me.hangup()


async def out_dialled_on_phone_busy(s: Scene) -> None:
    """I dial on the phone itself, Bob is busy."""
    await s.bob.policy(reject=486)
    await s.me.dial("7002")


# --- incoming ----------------------------------------------------------------------------------


async def in_answered(s: Scene) -> None:
    """Bob calls, I lift, Bob hangs up."""
    await s.answer_bob()
    await s.bob.hangup()


async def in_hung_up_by_me(s: Scene) -> None:
    """Bob calls, I lift, I hang up."""
    await s.answer_bob()
    await s.me.hangup()


async def in_declined(s: Scene) -> None:
    """I decline on the phone (603)."""
    await s.bob_rings_me()
    await s.me.decline()


async def in_busy(s: Scene) -> None:
    """My phone says busy (486) without ringing."""
    await s.me.policy(reject=486)
    await s.bob.dial("7001")


async def in_caller_gives_up(s: Scene) -> None:
    """Bob hangs up before I lift."""
    await s.bob_rings_me()
    await s.bob.hangup()


async def in_no_answer(s: Scene) -> None:
    """I do not lift within the 20 s of the dialplan."""
    await s.bob_rings_me()
    await s.me.idle(within=25)


async def in_hangup_action(s: Scene) -> None:
    """The program declines by Hangup of my ringing leg, without a cause."""
    await s.bob_rings_me()
    await s.act("Hangup", Channel=await s.channel("7001"))


async def in_hangup_action_17(s: Scene) -> None:
    """The program declines by Hangup with Cause 17 (busy)."""
    await s.bob_rings_me()
    await s.act("Hangup", Channel=await s.channel("7001"), Cause="17")


async def in_hangup_action_21(s: Scene) -> None:
    """The program declines by Hangup with Cause 21 (refused)."""
    await s.bob_rings_me()
    await s.act("Hangup", Channel=await s.channel("7001"), Cause="21")


async def in_local(s: Scene) -> None:
    """Bob calls me through a Local channel that optimises itself away."""
    await s.answer_bob("7300")
    await s.bob.hangup()


async def in_pbx_records(s: Scene) -> None:
    """The PBX itself records the call that Bob makes to me."""
    await s.answer_bob("7600")
    await s.bob.hangup()


async def in_while_talking(s: Scene) -> None:
    """Anna calls while I talk with Bob; she gives up."""
    await s.answer_bob()
    await s.anna.dial("7001")
    await s.me.ringing()
    await s.settle()
    await s.anna.hangup()
    await s.anna.idle()
    await s.settle()
    await s.bob.hangup()


# --- ring group and queue ----------------------------------------------------------------------


async def group_answered_elsewhere(s: Scene) -> None:
    """Anna calls the ring group, Bob lifts."""
    await s.anna_rings_both("7100")
    await s.lift(s.bob)
    await s.anna.hangup()


async def group_answered_by_me(s: Scene) -> None:
    """Anna calls the ring group, I lift."""
    await s.anna_rings_both("7100")
    await s.lift(s.me)
    await s.anna.hangup()


async def group_declined_then_elsewhere(s: Scene) -> None:
    """Anna calls the ring group, I decline, Bob lifts."""
    await s.anna_rings_both("7100")
    await s.me.decline()
    await s.me.idle()
    await s.settle()
    await s.lift(s.bob)
    await s.anna.hangup()


async def group_caller_gives_up(s: Scene) -> None:
    """Anna calls the ring group and gives up."""
    await s.anna_rings_both("7100")
    await s.anna.hangup()


async def queue_answered_elsewhere(s: Scene) -> None:
    """Anna calls the queue, Bob lifts."""
    await s.anna_rings_both("7200")
    await s.lift(s.bob)
    await s.anna.hangup()


async def queue_answered_by_me(s: Scene) -> None:
    """Anna calls the queue, I lift."""
    await s.anna_rings_both("7200")
    await s.lift(s.me)
    await s.anna.hangup()


async def queue_caller_gives_up(s: Scene) -> None:
    """Anna calls the queue and gives up."""
    await s.anna_rings_both("7200")
    await s.anna.hangup()


async def queue_local_answered_elsewhere(s: Scene) -> None:
    """Anna calls the queue whose members are Local channels, Bob lifts."""
    await s.anna_rings_both("7201")
    await s.lift(s.bob)
    await s.anna.hangup()


async def queue_local_answered_by_me(s: Scene) -> None:
    """Anna calls the queue whose members are Local channels, I lift."""
    await s.anna_rings_both("7201")
    await s.lift(s.me)
    await s.anna.hangup()


# --- while talking -----------------------------------------------------------------------------


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
