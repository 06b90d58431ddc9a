"""The demo PBX: AMI over TLS on loopback, with simulated people."""

import secrets
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from traydial.ami.protocol import Message
from traydial.demo import actions
from traydial.demo.asking import Lamps
from traydial.demo.channels import Channel, Header, Party, Switch
from traydial.demo.client import CLASSES, Client
from traydial.demo.clock import Clock, LoopClock
from traydial.demo.dialplan import Dialplan
from traydial.demo.listener import Listener
from traydial.demo.pairing import Reader
from traydial.demo.people import (
    CONFERENCE,
    GROUP,
    OWN,
    QUEUE,
    QUEUE_NAME,
    TRUNK,
    VOICEMAIL,
    Directory,
    Manner,
    Phone,
)
from traydial.demo.visitors import Visitors
from traydial.domain.settings import DialSettings, PbxSettings, PhoneSettings, Settings

CONTEXT = "internal"
MAX_VISITS = 2  # calls at a time, however long nobody hangs up


class DemoPbx:
    """A PBX for trying the program; an asynchronous context manager.

    Everything waits on ``clock``, by default the loop's time made ``speed`` times as fast.
    ``pick_up_after`` is when the own phone answers a click-to-dial call, ``answer_after``
    a call that comes in (None: never; the caller gives up after ``gives_up_after``). With
    ``calls_every`` somebody calls that often; people hang up after ``talk_for``, where that
    is given. ``read`` and ``write`` are the account's classes, as in manager.conf.
    """

    host = "127.0.0.1"
    username = "demo"

    def __init__(
        self,
        *,
        secret: str = "",
        port: int = 0,
        calls_every: float | None = None,
        speed: float = 1.0,
        clock: Clock | None = None,
        pick_up_after: float | None = 1.5,
        answer_after: float | None = 6.0,
        gives_up_after: float | None = 20.0,
        talk_for: float | None = None,
        read: frozenset[str] = CLASSES,
        write: frozenset[str] = CLASSES,
    ) -> None:
        self.secret = secret or secrets.token_urlsafe(12)
        self.port, self.fingerprint = port, ""
        self.clock: Clock = clock or LoopClock(speed)
        self.read, self.write = read, write
        self.clients: set[Client] = set()
        self.switch = Switch(self.clock, self._emit, CONTEXT)
        self.directory = Directory(self.switch)
        self.plan = Dialplan(self.switch, self.directory, talk_for)
        self._lamps = Lamps(self.switch, self.directory)
        self.switch.on_change = self._changed
        self.own_phone: Phone = self.directory.phones[OWN]
        self.own_phone.manner = Manner(answer_after=answer_after, pick_up_after=pick_up_after)
        self._gives_up_after = gives_up_after
        self._visitors = Visitors(self.clock, self._visit, calls_every)
        self._reader = Reader(self.clock, lambda number: self.call_in(OWN, via=number))
        self._listener = Listener(self.host)

    async def __aenter__(self) -> Self:
        await self._listener.open(lambda: Client(self), self.port)
        self.port, self.fingerprint = self._listener.port, self._listener.fingerprint
        self._visitors.begin()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._visitors.end()
        for client in [*self.clients]:
            client.send([("Event", "Shutdown"), ("Privilege", "system,all")])
        await self._listener.close(self.clients)
        self.switch.stop()

    def settings(self) -> Settings:
        """Return settings with which the program connects here."""
        return Settings(
            pbx=PbxSettings(
                hosts=(f"{self.host}:{self.port}",),
                fingerprint=self.fingerprint,
                username=self.username,
            ),
            phone=PhoneSettings(
                OWN,
                (self.own_phone.device,),
                CONTEXT,
                conference=CONFERENCE,
                voicemail=VOICEMAIL,
            ),
            dialling=DialSettings(country="DE"),
        )

    def call_in(self, number: str, name: str = "", via: str = "") -> Channel:
        """Let somebody call; ``via`` is the queue, the ring group or the number dialled.

        A ``number`` of a phone here calls from that phone, the own one too. The channel
        returned is the caller's; ``hang_up`` ends it.
        """
        phone = self.directory.phones.get(number)
        who = Party(number, name or (phone.who.name if phone else ""))
        exten = {"": OWN, QUEUE_NAME: QUEUE, "group": GROUP}.get(via, via)
        caller = self.plan.call_in(who, phone.device if phone else TRUNK, exten)
        if self._gives_up_after is not None:
            self.switch.later(caller, self._gives_up_after, lambda: self._give_up(caller))
        return caller

    def _visit(self, number: str, name: str, via: str) -> None:
        if len(self.switch.on_device(self.own_phone.device)) < MAX_VISITS:
            self.call_in(number, name, via)

    def _give_up(self, caller: Channel) -> None:
        if caller.peer is None:
            self.hang_up(caller)

    def hang_up(self, channel: Channel) -> None:
        """Let the person on this channel hang up."""
        self.switch.put_down(channel)

    def perform(self, client: Client, action: Message) -> None:
        """Carry out an action and answer it."""
        self._reader.asked(action)
        actions.perform(self.plan, client, action)

    def _changed(self) -> None:
        self._lamps.look()
        self.own_phone.resume()

    def _emit(self, event: str, privilege: str, headers: Sequence[Header]) -> None:
        message = [("Event", event), ("Privilege", privilege), *headers]
        for client in [*self.clients]:
            if client.username and client.wants(privilege):
                client.send(message)
