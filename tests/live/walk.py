"""Steps at random in an office: what is shown is what the PBX has, after each of them.

The user has three desktops at once, one on each kind of stream; each of them acts and all of
them are compared. A failure prints its seed and steps.
"""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator

from tests.live.office import WATCHERS, Office, desk_at
from tests.pbx.asterisk import secret_of
from tests.pbx.phones import Phones
from tests.pbx.rawami import RawAmi
from traydial.domain.calls import Direction, partner_of
from traydial.domain.errors import DesktopError

WITHIN_S = 20.0
OFTEN_CUT = 0.3  # or half of the time goes into coming back
OTHERS = ("7002", "7003", "7004", "7005")
ANSWERED_BY_A_MACHINE = "7700"


class Walk:
    """The office, and one step after the other."""

    def __init__(self, pbx, ami, office, phones, seed):
        self.pbx, self.ami, self.o, self.seed = pbx, ami, office, seed
        self.me, self.others = phones["7001"], [phones[n] for n in OTHERS]
        self.random = random.Random(seed)
        self.steps = []
        self.refused = 0

    # -- what can be done now -------------------------------------------------------------------

    def possible(self):
        """Return what can be done now, by name; each is tried by one of the desktops."""
        self.desk = self.random.choice([*self.o.desks.values()])
        calls = [call for call in self.desk.core.calls.value.values() if call.alive]
        idle = [phone for phone in self.others if phone.state == "idle"]
        steps = {}
        if not calls or self.random.random() < OFTEN_CUT:
            steps["cut the link"] = self.cut_the_link
        if self.me.calls < 2 and idle:
            who = self.random.choice(idle)
            steps["call in"] = lambda: who.dial(self.random.choice(["7001", "7001", "7300"]))
            number = self.random.choice([who.number, who.number, ANSWERED_BY_A_MACHINE])
            steps["dial"] = lambda: self.desk.phone.dial(number)
        if self.me.state == "ringing":
            steps["lift"] = steps["lift at once"] = self.me.answer
            steps["decline at the phone"] = self.me.decline
        if self.me.state == "talking":
            steps["hold"] = self.me.hold
            steps["hang up the phone"] = self.me.hangup
        if self.me.state == "held":
            steps["go on"] = self.me.unhold
        for phone in self.others:
            if phone.state == "ringing":
                steps[f"{phone.number} lifts"] = steps[f"{phone.number} lifts soon"] = phone.answer
                steps[f"{phone.number} declines"] = phone.decline
            elif phone.state != "idle":
                steps[f"{phone.number} hangs up"] = phone.hangup
        if calls:
            self.with_call(steps, self.random.choice(calls), idle)
        if spaces := [one.space for one in self.desk.phone.parking.parked.value.values()]:
            steps["fetch"] = lambda: self.desk.phone.dial(self.random.choice(spaces))
        return steps

    def with_call(self, steps, call, idle):
        phone, key = self.desk.phone, call.key
        steps["hang up"] = lambda: phone.hang_up(key)
        if call.talking:
            steps["park"] = lambda: phone.parking.park(key)
        if call.talking and idle:
            target = self.random.choice(idle).number
            steps["transfer"] = lambda: phone.transfer(key, target)
            if self.me.calls < 2:
                steps["ask first"] = lambda: phone.consult.ask(key, target)
        elif idle and call.direction is Direction.IN:
            target = self.random.choice(idle).number
            steps["divert"] = lambda: phone.transfer(key, target)
        if call.talking and partner_of(call, self.desk.core.calls.value):
            steps["connect"] = steps["connect them"] = lambda: phone.consult.connect(key)
            steps["all three"] = lambda: phone.consult.all_three(key)

    async def cut_the_link(self):
        await self.desk.cut_the_link()

    async def everybody_hangs_up(self):
        """End all calls, also of callers who come back from a transfer meanwhile."""
        async with asyncio.timeout(60):
            # a call that is only now on its way to a phone is none that it could end
            while await self.truth() or any(p.state != "idle" for p in (self.me, *self.others)):
                for phone in (self.me, *self.others):
                    if phone.state != "idle":
                        with contextlib.suppress(AssertionError):  # it was quicker
                            await phone.hangup()
                await self.settled()

    # -- one step, and what is true after it ----------------------------------------------------

    async def step(self):
        steps = self.possible()
        name = self.random.choice(sorted(steps))
        desk = next(name for name, desk in self.o.desks.items() if desk is self.desk)
        self.steps.append(f"{desk}: {name}")
        try:
            await steps[name]()
        except (DesktopError, AssertionError) as error:
            # the other side was quicker, or it is not possible after all: both say so
            self.refused += 1
            self.steps[-1] += f" -> {type(error).__name__}: {str(error).splitlines()[0]}"
        await self.settled()

    async def settled(self):
        """Wait until each desktop shows what the PBX itself has."""
        try:
            async with asyncio.timeout(WITHIN_S):
                while True:
                    truth = await self.truth()
                    shown = {name: self.shown(desk) for name, desk in self.o.desks.items()}
                    if all(calls == truth for calls in shown.values()):
                        return
                    await asyncio.sleep(0.02)
        except TimeoutError:
            told = "\n".join(self.steps)
            raise AssertionError(
                f"seed {self.seed}\n{told}\nthe PBX has {truth}\nshown is {shown}"
            ) from None

    async def truth(self):
        """Return the own legs that the PBX has, and whether they are in a bridge."""
        lines = (await self.ami.command("core show channels concise")).splitlines()
        rows = [line.split("!") for line in lines if line.startswith("PJSIP/7001-")]
        return {row[-1]: row[12] not in ("", "(None)") for row in rows}

    @staticmethod
    def shown(desk):
        """Return the own legs that a desktop shows, and whether they talk to somebody.

        Whoever talks to a machine is in no bridge, and only a later look tells.
        """
        calls = [call for call in desk.core.calls.value.values() if call.alive]
        return {
            leg: call.talking and call.number != ANSWERED_BY_A_MACHINE and leg == call.legs[0]
            for call in calls
            for leg in call.legs
        }


@contextlib.asynccontextmanager
async def walking(pbx, seed, *devices, kind=Walk, port=None) -> AsyncIterator[Walk]:
    """Yield a walk whose desktops and phones are there; ``port`` is another way to the PBX."""
    async with contextlib.AsyncExitStack() as stack:
        phones = await stack.enter_async_context(Phones("127.0.0.1", pbx.sip_port))
        ami = await stack.enter_async_context(RawAmi.connect(pbx))
        desks = {
            account: await stack.enter_async_context(desk_at(pbx, account, *devices, port=port))
            for account in WATCHERS
        }
        office = Office(pbx, phones, desks)
        people = {n: await phones.add(n, secret_of(n)) for n in ("7001", *OTHERS)}
        for number in people:
            await office.there(f"PJSIP/{number}")
        await people["7001"].policy(waiting=True)
        yield kind(pbx, ami, office, people, seed)
