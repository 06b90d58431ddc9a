"""Calls that I make: click-to-dial, and dialled on the phone itself."""

# ruff: noqa: D401 - a scenario tells a story

from tests.pbx.scene import Scene


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
