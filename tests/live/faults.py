"""A walk over a link that breaks in every way, again and again.

After each fault the program shows what the PBX has, soon after the link is whole again; nothing
is dialled twice, no wish is lost without a word, and nothing waits for ever.
"""

import asyncio
import contextlib
import statistics
from collections import Counter

from tests.live.walk import Walk
from traydial.domain.errors import DesktopError

DIALLED = "57{phone}{count:03}"  # another number for each call, see extensions.conf
NOTICED_WITHIN_S = 15.0  # a link that lost its other end
ANSWERED_WITHIN_S = 25.0  # whatever was asked for
SELDOM = 0.04  # noticing a lost link takes its time


class FaultyWalk(Walk):
    """Breaks the ``link`` in the middle of what people do."""

    def __init__(self, link, *office):
        super().__init__(*office)
        self.link = link
        self.dialled = {}  # by number: the key of the call, or the error that was told
        self.faults = Counter()
        self.back_s = []  # from the link being whole to the truth being shown

    def faults_there_are(self):
        chance = self.random.random
        return {
            "cut": self.at_once(self.link.cut),
            "hung up": self.at_once(self.link.hang_up),
            "cut within a message": self.at_once(
                lambda: self.link.cut_after(self.random.randrange(1, 4000))
            ),
            "garbled": self.at_once(self.link.garble),
            "late": self.at_once(lambda: self.link.delay(chance() / 5)),
            "stalled": self.at_once(self.link.stall),
            "refused": self.link.refuse,
            "PBX reloads": lambda: self.ami.command("manager reload"),
        }

    @staticmethod
    def at_once(fault):
        async def broken():
            fault()

        return broken

    async def fault(self, *, lose=False):
        """Break the link while somebody does something; mend it, and compare."""
        faults = {"lost": self.lose} if lose else self.faults_there_are()
        name = self.random.choice(sorted(faults))
        self.faults[name] += 1
        acting = asyncio.create_task(self.act())
        await asyncio.sleep(self.random.random() / 20)  # in the middle of it, wherever that is
        await faults[name]()
        self.steps.append(f"link is {name}")
        await self.act(self.with_phones_alone())
        await self.link.mend()
        began = asyncio.get_running_loop().time()
        for desk in self.o.desks.values():
            await desk.link("online")
        await self.settled()
        self.back_s.append((asyncio.get_running_loop().time() - began, name))
        async with asyncio.timeout(ANSWERED_WITHIN_S):
            await acting
        await self.settled()

    async def lose(self):
        """Lose the other end without a word; the program finds out by itself."""
        was = await self.sessions()
        self.link.lose()
        async with asyncio.timeout(NOTICED_WITHIN_S):
            while not all(session.closed for session in was.values()):  # noqa: ASYNC110 - each its own
                await asyncio.sleep(0.05)

    async def sessions(self):
        """Return the sessions there are, once all are: bytes of the last fault may come late."""
        while True:
            for desk in self.o.desks.values():
                await desk.link("online")
            with contextlib.suppress(DesktopError):
                return {desk: desk.core.supervisor.session for desk in self.o.desks.values()}

    def possible(self):
        steps = super().possible()
        steps.pop("cut the link", None)
        steps.pop("fetch", None)
        if "dial" in steps:
            steps["dial"] = self.dial
        return steps

    def with_phones_alone(self):
        """Return what can be done without the link."""
        return {name: do for name, do in self.possible().items() if name in self.by_hand}

    by_hand = frozenset(
        {"call in", "lift", "decline at the phone", "hold", "hang up the phone", "go on"}
        | {f"700{n} {does}" for n in "2345" for does in ("lifts", "declines", "hangs up")}
    )

    async def act(self, steps=None):
        """Do one thing; whoever asks is told what came of it."""
        steps = self.possible() if steps is None else steps
        if not steps:
            return
        name = self.random.choice(sorted(steps))
        self.steps.append(name)
        try:
            await steps[name]()
        except (DesktopError, AssertionError) as error:
            self.refused += 1
            self.steps.append(f"{name} -> {type(error).__name__}")

    async def dial(self):
        number = DIALLED.format(phone=self.random.choice("2345"), count=len(self.dialled))
        self.dialled[number] = "nothing was told"
        try:
            self.dialled[number] = await self.desk.phone.dial(number)
        except DesktopError as error:
            self.dialled[number] = error
            raise

    def check_dialled(self):
        """Hold what was dialled against what the PBX saw."""
        rung = Counter(
            number
            for _, number in {
                (event["Uniqueid"], event["ConnectedLineNum"])
                for event in self.ami.events
                if event.get("Channel", "").startswith("PJSIP/7001-")
                and event.get("ConnectedLineNum", "") in self.dialled
            }
        )
        assert all(count == 1 for count in rung.values()), rung
        seen = {key for desk in self.o.desks.values() for key in desk.seen}
        lost = {
            number: told
            for number, told in self.dialled.items()
            if not isinstance(told, DesktopError) and told not in seen
        }
        assert lost == {}

    def report(self):
        """Return the figures of this walk."""
        back, name = max(self.back_s)
        return (
            f"{sum(self.faults.values())} faults {dict(self.faults)}, {len(self.dialled)} dialled; "
            f"the truth is shown after a median of "
            f"{statistics.median(seconds for seconds, _ in self.back_s):.2f} s, "
            f"at most {back:.2f} s ({name})"
        )


async def walk_with_faults(walk, count):
    """Let so many faults happen, one lost link among them, and some more by chance."""
    for n in range(count):
        await walk.fault(lose=n == count // 2 or walk.random.random() < SELDOM)
        with contextlib.suppress(TimeoutError):
            await walk.step()  # and something in peace
    walk.check_dialled()
    await walk.everybody_hangs_up()
