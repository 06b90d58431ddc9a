"""Transfers, each acted out by BlindTransfer of my leg and by Redirect of the other party's."""

# ruff: noqa: D401 - a scenario tells a story

from tests.pbx.scene import Scene


async def _blind_transfer(s: Scene, own: str) -> None:
    await s.act("BlindTransfer", Channel=own, Context="internal", Exten="7003")
    await _anna_takes_it(s)


async def _redirect(s: Scene, channel: str) -> None:
    await s.act("Redirect", Channel=channel, Context="internal", Exten="7003", Priority="1")
    await _anna_takes_it(s)


async def _anna_takes_it(s: Scene) -> None:
    await s.anna.ringing()
    await s.settle()
    s.note("my calls", s.me.calls)
    await s.lift(s.anna)
    s.note("Anna sees", s.anna.shown)
    s.note("Bob sees", s.bob.shown)
    await s.anna.hangup()


async def transfer_out_blind(s: Scene) -> None:
    """A click-to-dial call; BlindTransfer of my own leg to Anna."""
    await s.dial_and_talk()
    await _blind_transfer(s, s.own)


async def transfer_out_redirect(s: Scene) -> None:
    """A click-to-dial call; Redirect of Bob to Anna."""
    await s.dial_and_talk()
    await _redirect(s, await s.peer(s.own))


async def transfer_in_blind(s: Scene) -> None:
    """Bob has called me; BlindTransfer of my own leg to Anna."""
    await s.answer_bob()
    await _blind_transfer(s, await s.channel("7001"))


async def transfer_in_redirect(s: Scene) -> None:
    """Bob has called me; Redirect of Bob to Anna."""
    await s.answer_bob()
    await _redirect(s, await s.peer(await s.channel("7001")))


async def transfer_local_blind(s: Scene) -> None:
    """Bob has called me through a Local channel; BlindTransfer of my own leg to Anna."""
    await s.answer_bob("7300")
    await _blind_transfer(s, await s.channel("7001"))


async def transfer_local_redirect(s: Scene) -> None:
    """Bob has called me through a Local channel; Redirect of my BRIDGEPEER to Anna."""
    await s.answer_bob("7300")
    await _redirect(s, await s.peer(await s.channel("7001")))


async def _queue_to_me(s: Scene, queue: str) -> str:
    await s.me.policy(waiting=True)
    await s.dora.dial(queue)
    await s.lift(s.me)
    return await s.channel("7001")


async def transfer_queue_blind(s: Scene) -> None:
    """Dora has reached me through the queue; BlindTransfer of my own leg to Anna."""
    await _blind_transfer(s, await _queue_to_me(s, "7200"))


async def transfer_queue_redirect(s: Scene) -> None:
    """Dora has reached me through the queue; Redirect of my BRIDGEPEER to Anna."""
    await _redirect(s, await s.peer(await _queue_to_me(s, "7200")))


async def transfer_queue_local_blind(s: Scene) -> None:
    """Dora has reached me as a Local member of the queue; BlindTransfer of my own leg to Anna."""
    await _blind_transfer(s, await _queue_to_me(s, "7201"))


async def transfer_queue_local_redirect(s: Scene) -> None:
    """Dora has reached me as a Local member of the queue; Redirect of my BRIDGEPEER to Anna."""
    await _redirect(s, await s.peer(await _queue_to_me(s, "7201")))


async def divert_ringing(s: Scene) -> None:
    """Bob calls; while my phone rings his channel is redirected to Anna."""
    await s.bob_rings_me()
    await _redirect(s, await s.channel("7002"))


async def divert_ringing_group(s: Scene) -> None:
    """Dora calls the ring group; while it rings her channel is redirected to Anna."""
    await s.dora.dial("7100")
    await s.me.ringing()
    await s.bob.ringing()
    await s.settle()
    await _redirect(s, await s.channel("7004"))


async def divert_ringing_queue(s: Scene) -> None:
    """Dora calls the queue; while it rings her channel is redirected to Anna."""
    await s.dora.dial("7200")
    await s.me.ringing()
    await s.bob.ringing()
    await s.settle()
    await _redirect(s, await s.channel("7004"))
