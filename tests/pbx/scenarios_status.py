"""The moments at which the program may connect: each asks every account for ``Status``."""

# ruff: noqa: D401 - a scenario tells a story

from tests.pbx.scene import Scene


async def status_idle(s: Scene) -> None:
    """Nobody talks."""
    await s.ask_status()


async def status_talking_out(s: Scene) -> None:
    """A click-to-dial call is answered."""
    await s.dial_and_talk()
    await s.ask_status()


async def status_talking_dialled_on_phone(s: Scene) -> None:
    """A call that I dialled on the phone is answered."""
    await s.me.dial("7002")
    await s.lift(s.bob)
    await s.ask_status()


async def status_talking_in(s: Scene) -> None:
    """Bob has called, I have answered."""
    await s.answer_bob()
    await s.ask_status()


async def status_talking_in_local(s: Scene) -> None:
    """Anna has reached me as a Local member of the queue."""
    await s.anna_rings_both("7201")
    await s.lift(s.me)
    await s.ask_status()


async def status_ringing_in(s: Scene) -> None:
    """Bob calls, my phone rings."""
    await s.bob_rings_me()
    await s.ask_status()


async def status_ringing_queue(s: Scene) -> None:
    """Anna calls the queue, my phone and Bob's ring."""
    await s.anna_rings_both("7200")
    await s.ask_status()


async def status_dialling_own_ringing(s: Scene) -> None:
    """Click-to-dial, my own phone rings."""
    await s.dial("7002")
    await s.me.ringing()
    await s.settle()
    await s.ask_status()


async def status_dialling_callee_ringing(s: Scene) -> None:
    """Click-to-dial, Bob's phone rings."""
    await s.dial("7002")
    await s.lift(s.me)
    await s.bob.ringing()
    await s.settle()
    await s.ask_status()


async def status_hold_and_ringing(s: Scene) -> None:
    """I hold Bob, Anna calls."""
    await s.answer_bob()
    await s.me.hold()
    await s.anna.dial("7001")
    await s.me.ringing()
    await s.settle()
    await s.ask_status()
