"""The stage of a scenario: a PBX, its phones, one account that acts and those that listen.

A scenario ends its calls itself. Bob is 7002, Anna 7003, Dora 7004.
"""

import asyncio
import contextlib
import time
from dataclasses import dataclass, field

from tests.pbx.asterisk import Asterisk
from tests.pbx.phones import Phone
from tests.pbx.rawami import Message, RawAmi

CALM = 0.2  # seconds without an event: what a human needs between two actions


@dataclass
class Scene:
    """``listeners`` see what becomes the transcripts; ``actor`` is an account of its own."""

    name: str
    pbx: Asterisk
    phones: list[Phone]
    actor: RawAmi
    listeners: dict[str, RawAmi]
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.me, self.bob, self.anna, self.dora = self.phones
        self.own = f"traydial-{self.name}"
        self.full = self.listeners["full"]

    def note(self, who: str, what: object) -> None:
        """Keep something seen on a phone, for whoever reads the output of the recording."""
        self.notes.append(f"{self.name}: {who}: {what}")

    def forget(self) -> None:
        for listener in self.listeners.values():
            listener.forget()

    async def act(self, action: str, **headers: str) -> Message:
        answer = await self.actor.action(action, **headers)
        if answer["Response"] != "Success":
            raise AssertionError(f"{self.name}: {action} {headers}: {answer}")
        return answer

    async def settle(self, calm: float = CALM) -> None:
        """Wait until the PBX has nothing more to say."""
        sessions = list(self.listeners.values())
        seen, since = -1, time.monotonic()
        while time.monotonic() - since < calm:
            now = sum(len(session.raw) for session in sessions)
            if now != seen:
                seen, since = now, time.monotonic()
            await asyncio.sleep(calm / 10)

    async def over(self) -> None:
        """End what is left and wait until every channel is gone."""
        await self.settle()
        for phone in self.phones:
            await phone.policy(waiting=True)
            while phone.calls:
                with contextlib.suppress(AssertionError):  # it may just have ended
                    await phone.hangup()
                await self.settle()
            await phone.idle()
        while not await self.is_empty():
            await self.settle()

    async def is_empty(self) -> bool:
        return (await self.actor.command("core show channels count")).startswith("0 active")

    async def channel(self, extension: str) -> str:
        """Name the newest channel of a phone."""

        def is_new(event: Message) -> bool:
            mine = event.get("Channel", "").startswith(f"PJSIP/{extension}-")
            return event["Event"] == "Newchannel" and mine

        await self.full.first(is_new, f"channel of {extension}")
        return [event for event in self.full.events if is_new(event)][-1]["Channel"]

    async def peer(self, channel: str) -> str:
        """Name the channel at the other side of the bridge."""
        peer = await self.actor.getvar("BRIDGEPEER", channel)
        self.note(f"BRIDGEPEER of {channel}", peer)
        assert peer, f"{self.name}: {channel} has no BRIDGEPEER"
        return peer

    async def dial(self, number: str, shown: str = "Bob <7002>", timeout_ms: int = 30000) -> None:
        """Click-to-dial as the program does it."""
        await self.act(
            "Originate", Channel="PJSIP/7001", ChannelId=self.own, Async="true",
            Variable=f"CONNECTEDLINE(all)={shown}", Context="internal", Exten=number,
            Priority="1", Timeout=str(timeout_ms), ActionID=f"dial-{self.name}",
        )  # fmt: skip

    async def lift(self, phone: Phone) -> None:
        """Let it ring, then answer, then let everything settle."""
        await phone.ringing()
        await self.settle()
        await phone.answer()
        await phone.talking()
        await self.settle()

    async def dial_and_talk(self) -> None:
        await self.dial("7002")
        await self.lift(self.me)
        await self.lift(self.bob)

    async def bob_rings_me(self, number: str = "7001") -> None:
        await self.bob.dial(number)
        self.note("I see", await self.me.ringing())
        await self.settle()

    async def answer_bob(self, number: str = "7001") -> None:
        await self.bob.dial(number)
        await self.lift(self.me)

    async def anna_rings_both(self, number: str) -> None:
        await self.anna.dial(number)
        self.note("I see", await self.me.ringing())
        await self.bob.ringing()
        await self.settle()

    async def hang_up_if_left(self, phone: Phone) -> None:
        if phone.calls:
            await phone.hangup()
            await phone.idle()
            await self.settle()

    async def ask_status(self) -> None:
        """Let every listener ask; only the answers stay in the transcripts."""
        self.forget()
        for listener in self.listeners.values():
            await listener.action("Status", ActionID="status")
            await listener.event("StatusComplete")
