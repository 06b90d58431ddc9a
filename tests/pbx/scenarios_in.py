"""Calls that reach me: directly, through a ring group, through a queue."""

# ruff: noqa: D401 - a scenario tells a story

from tests.pbx.scene import Scene


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
