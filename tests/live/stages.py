"""The same office twice: on a real Asterisk with SIP phones, and on the demo PBX."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from typing import Protocol

from tests.pbx.asterisk import SECRETS, Asterisk
from tests.pbx.phones import Phone, Phones
from traydial.ami.login import Account, logged_in
from traydial.ami.protocol import Message
from traydial.ami.session import AmiSession
from traydial.ami.tls import TlsPolicy
from traydial.demo.channels import RINGING, Channel, Party
from traydial.demo.people import Manner
from traydial.demo.server import DemoPbx
from traydial.domain.errors import ActionFailed
from traydial.services.dialplan import peer_of

OWN = "PJSIP/7001-"
WITHIN = 30.0


class Person(Protocol):
    """Somebody at a phone, who does as told."""

    async def answer(self) -> None: ...

    async def refuse(self, code: int) -> None: ...

    async def hangup(self) -> None: ...

    async def call(self, number: str) -> None: ...

    async def hold(self) -> None: ...

    async def unhold(self) -> None: ...

    async def listen(self) -> None:
        """Lift when the PBX says so."""


class Stage:
    """An office with a desktop that watches and acts. ``events`` is all that it was told."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self.events: list[Message] = []
        self.answers: list[str] = []
        self._session: AmiSession | None = None
        self._changed = asyncio.Event()

    @property
    def me(self) -> Person:
        return self.people["7001"]

    @property
    def bob(self) -> Person:
        return self.people["7002"]

    @property
    def anna(self) -> Person:
        return self.people["7003"]

    async def ask(self, name: str, *headers: tuple[str, str]) -> Message:
        """Perform an action; keep its answer's words for the comparison."""
        assert self._session is not None
        try:
            answer = await self._session.perform(name, *headers)
        except ActionFailed as error:
            self.answers.append(f"{name}: {error.reason}")
            return Message("")
        names = ",".join(key for key, _ in answer.headers)
        self.answers.append(f"{name}: {names} {answer.get('Message')}")
        return answer

    async def value(self, variable: str, channel: str = "") -> str:
        """Ask for a variable; keep what it was."""
        where = [("Channel", channel)] if channel else []
        answer = await self.ask("Getvar", ("Variable", variable), *where)
        value = answer.get("Value")
        self.answers.append(f"{variable} is {_device(value)}")
        return value

    async def peer(self) -> str:
        """Ask who is bridged with the own phone, once the PBX knows: after the event."""
        assert self._session is not None
        await peer_of(self._session, "traydial-own")
        return await self.value("BRIDGEPEER", "traydial-own")

    async def status(self) -> list[Message]:
        """Take the snapshot that the program takes after a reconnect."""
        assert self._session is not None
        return await self._session.collect("Status")

    async def dial(self, number: str, name: str = "Bob", timeout_ms: int = 15000) -> None:
        """Click to dial, as the program does."""
        await self.ask(
            "Originate",
            ("Channel", "PJSIP/7001"),
            ("Context", "internal"),
            ("Exten", number),
            ("Priority", "1"),
            ("Timeout", str(timeout_ms)),
            ("Async", "true"),
            ("ChannelId", "traydial-own"),
            ("Variable", f"CONNECTEDLINE(all)={name} <{number}>"),
        )

    async def until(self, event: str, **headers: str) -> Message:
        """Wait for an event whose headers begin like these; be it already here."""

        def fits(message: Message) -> bool:
            return message.event == event and all(
                message.get(key.replace("_", "-")).startswith(value)
                for key, value in headers.items()
            )

        try:
            async with asyncio.timeout(WITHIN):
                while (found := next(filter(fits, self.events), None)) is None:
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            told = "\n".join(map(repr, self.events))
            raise AssertionError(f"no {event} {headers}; instead:\n{told}") from None
        return found

    async def rings(self, extension: str) -> Message:
        """Wait until a phone rings, as far as the PBX tells."""
        device = f"PJSIP/{extension}-"
        await self.until("Newstate", Channel=device, ChannelState="5")
        return await self.until("DialState", DestChannel=device, DialStatus="RINGING")

    async def talks(self, extension: str) -> Message:
        """Wait until a phone is in a bridge."""
        return await self.until("BridgeEnter", Channel=f"PJSIP/{extension}-")

    async def over(self, extension: str = "7001") -> Message:
        """Wait until a phone's channel is gone."""
        return await self.until("Hangup", Channel=f"PJSIP/{extension}-")

    def note(self, message: Message) -> None:
        self.events.append(message)
        self._changed.set()

    @contextlib.asynccontextmanager
    async def watch(self, account: Account, secret: str) -> AsyncIterator[None]:
        """Log in as the program does, for as long as this lasts."""
        async with logged_in(account.addresses[0], account, secret, self.note) as (entry, _):
            self._session = entry.session
            self.events.clear()
            yield


@contextlib.asynccontextmanager
async def real_stage(pbx: Asterisk) -> AsyncIterator[Stage]:
    """Yield an office on a real Asterisk."""
    stage = Stage()
    policy = TlsPolicy(fingerprint=pbx.certificate.fingerprint)
    account = Account((("127.0.0.1", pbx.ports.ami_tls),), policy, "full")
    async with Phones("127.0.0.1", pbx.ports.sip) as phones:
        for number in ("7001", "7002", "7003"):
            stage.people[number] = RealPerson(await phones.add(number, "", waiting=True))
        async with stage.watch(account, SECRETS["full"]):
            yield stage


class RealPerson:
    def __init__(self, phone: Phone) -> None:
        self._phone = phone

    async def answer(self) -> None:
        await self._phone.ringing()
        await self._phone.answer()

    async def refuse(self, code: int) -> None:
        await self._phone.ringing()
        await self._phone.decline(code)

    async def hangup(self) -> None:
        await self._phone.hangup()

    async def call(self, number: str) -> None:
        await self._phone.dial(number)

    async def hold(self) -> None:
        await self._phone.hold()

    async def unhold(self) -> None:
        await self._phone.unhold()

    async def listen(self) -> None:
        await self._phone.policy(waiting=True, remote=True)


@contextlib.asynccontextmanager
async def demo_stage() -> AsyncIterator[Stage]:
    """Yield the same office on the demo PBX, where people do nothing by themselves."""
    stage = Stage()
    async with DemoPbx(speed=10, gives_up_after=None) as pbx:
        pbx.own_phone.who = Party("7001", "Me")  # the name it has on the real one
        for number, phone in pbx.directory.phones.items():
            phone.manner = Manner()
            stage.people[number] = DemoPerson(pbx, number)
        settings = pbx.settings().pbx
        policy = TlsPolicy(fingerprint=settings.fingerprint)
        account = Account(tuple(settings.addresses()), policy, settings.username)
        async with stage.watch(account, pbx.secret):
            yield stage


class DemoPerson:
    def __init__(self, pbx: DemoPbx, number: str) -> None:
        self._pbx, self._number = pbx, number
        self._phone = pbx.directory.phones[number]

    async def answer(self) -> None:
        await self._rings()
        assert self._phone.answer()

    async def refuse(self, code: int) -> None:
        await self._rings()
        assert self._phone.decline(cause={486: 17, 603: 21}[code])

    async def hangup(self) -> None:
        self._pbx.hang_up(self._channel())

    async def call(self, number: str) -> None:
        self._pbx.call_in(self._number, via=number)

    async def hold(self) -> None:
        assert self._phone.hold()

    async def unhold(self) -> None:
        assert self._phone.unhold()

    async def listen(self) -> None:
        pass  # it always does

    def _channel(self) -> Channel:
        return self._pbx.switch.on_device(self._phone.device)[-1]

    async def _rings(self) -> None:
        async with asyncio.timeout(WITHIN):
            while not self._phone.rings or self._channel().state != RINGING:  # noqa: ASYNC110 - it has nobody to tell
                await asyncio.sleep(0.01)


def told_of_own(events: list[Message]) -> list[Message]:
    """Return what concerns the own phone."""
    own: Callable[[str], bool] = lambda name: name.startswith("PJSIP/7001")  # noqa: E731
    keys = ("Channel", "DestChannel", "TransfererChannel")
    return [m for m in events if any(own(m.get(key)) for key in keys)]


def _device(name: str) -> str:
    return name.rpartition("-")[0] or name


def in_short(message: Message) -> str:
    """Write an event without what is different in every run."""
    words = [message.event]
    keys = ("Channel", "DestChannel", "TransfererChannel", "TransfereeChannel")
    words += [_device(message.get(key)) for key in keys if message.get(key)]
    if message.event in ("Newchannel", "Newstate"):
        words.append(message.get("ChannelStateDesc"))
    keys = ("Response", "Reason", "DialStatus", "Cause", "Queue", "Result", "Extension", "State")
    return " ".join([*words, *(message.get(key) for key in keys if message.get(key))])
