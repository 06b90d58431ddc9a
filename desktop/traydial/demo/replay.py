"""A PBX that says again what another one said: plays a saved trace to the program."""

import asyncio
import logging
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Self

from traydial.ami.protocol import Message
from traydial.ami.story import Story
from traydial.ami.trace import Logins, Said
from traydial.demo.client import CLASSES, Client
from traydial.demo.clock import Clock, LoopClock
from traydial.demo.listener import Listener
from traydial.domain.settings import PbxSettings, Settings, read

log = logging.getLogger(__name__)

QUIET_S = 0.5  # the program has read what there is, once it has asked nothing for so long
LONGEST_PAUSE_S = 3.0
_OWN = frozenset(("login", "challenge", "logoff", "events"))  # which a connection answers itself

# an action's name and headers, without what is different each time
Question = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Connection:
    """What was said on one connection: answers by what was asked, and what came by itself."""

    answers: dict[Question, deque[list[Message]]] = field(default_factory=dict)
    events: list[tuple[float, Message]] = field(default_factory=list)
    began: float = 0.0
    sees_boot: bool = False


def connections(story: Story) -> list[Connection]:
    """Sort a conversation into its connections."""
    parted, logins = [Connection()], Logins()
    asked: dict[str, list[Message]] = {}  # answers that are still being given, by ActionID
    before_gap: list[Connection] = []
    for said in story.messages:
        now = parted[-1]
        if said is None:
            now.events.clear()  # what they began has ended, or is told of again
            before_gap.append(now)
            continue
        now.began = now.began or said.at
        message = Message(said.text)
        if not said.sent:
            _came(said, message, now, asked)
            continue
        if logins.begins(said.text) and (now.answers or now.events):
            parted.append(Connection(began=said.at))
            asked.clear()
        elif message.get("Action").lower() not in _OWN:
            batch = asked[message.get("ActionID")] = []
            parted[-1].answers.setdefault(question(message), deque()).append(batch)
    for connection in before_gap:
        _forget_what_ended(connection)
    return parted


def question(action: Message) -> Question:
    """Return what makes two actions the same."""
    return tuple((k.lower(), v) for k, v in action.headers if k.lower() != "actionid")


class ReplayPbx:
    """Plays a story to the first program that logs in; an asynchronous context manager.

    What is asked is answered as it was then; what was not asked then is refused. Events come
    at the pace of then, with silences cut short, once the program has asked what it asks
    first. Where the story has another connection, the link is cut and the program's next
    login goes on there. ``over`` is called at the end of the last.
    """

    host = "127.0.0.1"
    username = "demo"

    def __init__(
        self,
        story: Story,
        *,
        speed: float = 1.0,
        clock: Clock | None = None,
        over: Callable[[], object] = lambda: None,
    ) -> None:
        self.secret = secrets.token_urlsafe(12)
        self.clock: Clock = clock or LoopClock(1.0)  # of logins, which are never hurried
        self._tempo: Clock = clock or LoopClock(speed)
        self.clients: set[Client] = set()
        self.port, self.settings = 0, Settings()
        self._story, self._over = story, over
        self._left = deque(connections(story))
        self.read, self.write = self._classes(), CLASSES
        self._listener = Listener(self.host)
        self._player: Client | None = None
        self._playing: asyncio.Task[None] | None = None
        self._asked = asyncio.Event()

    async def __aenter__(self) -> Self:
        await self._listener.open(lambda: Client(self), 0)
        self.port = self._listener.port
        pbx = PbxSettings(
            hosts=(f"{self.host}:{self.port}",),
            fingerprint=self._listener.fingerprint,
            username=self.username,
        )
        told, problems = read(self._story.tables)
        for problem in problems:
            log.info("the story's settings: %s %s", problem.place, problem.why)
        self.settings = replace(told, pbx=pbx)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._playing is not None:
            self._playing.cancel()
            await asyncio.gather(self._playing, return_exceptions=True)
        await self._listener.close(self.clients)

    def perform(self, client: Client, action: Message) -> None:
        """Answer as was answered then."""
        if self._player is None or self._player.gone.done():
            self._player = client
            self._begin(client)
        self._asked.set()
        batches = self._left[0].answers.get(question(action))
        if batches:
            action_id = action.get("ActionID")
            for message in batches.popleft() if len(batches) > 1 else batches[0]:
                client.send(_with_id(message, action_id))
        elif action.get("Action").lower() == "ping":
            client.answer(action, ("Ping", "Pong"))
        else:
            client.error(action, "Nobody asked this then")

    def _classes(self) -> frozenset[str]:
        """Return the account's classes of then, as far as logging in tells them apart."""
        return CLASSES if self._left[0].sees_boot else CLASSES - {"system"}

    def _begin(self, client: Client) -> None:
        if self._playing is not None:
            self._playing.cancel()
        self._playing = asyncio.get_running_loop().create_task(self._play(client))

    async def _play(self, client: Client) -> None:
        await self._until_quiet()
        connection = self._left[0]
        before = connection.events[0][0] if connection.events else 0.0
        for at, message in connection.events:
            await self._pause(min(at - before, LONGEST_PAUSE_S))
            before = at
            client.send(message.headers)
        if len(self._left) > 1:
            self._left.popleft()
            self.read = self._classes()
            client.close()  # and the program comes again
        else:
            self._over()

    async def _until_quiet(self) -> None:
        loop = asyncio.get_running_loop()
        quiet = False
        while not quiet:
            self._asked.clear()
            waiting = loop.create_task(self._asked.wait())
            try:
                done, _ = await asyncio.wait({waiting}, timeout=QUIET_S)
            finally:
                waiting.cancel()
            quiet = not done

    async def _pause(self, seconds: float) -> None:
        if seconds <= 0:
            return
        over = asyncio.Event()
        timer = self._tempo.later(seconds, over.set)
        try:
            await over.wait()
        finally:
            timer.cancel()


def _came(said: Said, message: Message, now: Connection, asked: dict[str, list[Message]]) -> None:
    """Put what came where it belongs: to an action still being answered, or to the events."""
    action_id = message.get("ActionID")
    batch = asked.get(action_id)
    if batch is not None:
        batch.append(message)
        lists = message.get("EventList").lower()
        if lists == "complete" or (not message.event and lists != "start"):
            del asked[action_id]
    elif message.event == "FullyBooted" and not now.events:
        now.sees_boot = True  # it comes with the login
    elif message.event:
        now.events.append((said.at, message))


def _forget_what_ended(connection: Connection) -> None:
    """Leave out the channels whose end fell into the gap: they would be shown for ever."""
    later = "\n".join(message.text for _, message in connection.events)
    for batches in connection.answers.values():
        for number, batch in enumerate(batches):
            batches[number] = [
                message
                for message in batch
                if message.event != "Status" or message.get("Uniqueid") in later
            ]


def _with_id(message: Message, action_id: str) -> list[tuple[str, str]]:
    return [(k, action_id if k.lower() == "actionid" else v) for k, v in message.headers]
