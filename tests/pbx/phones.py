"""Real SIP phones for tests against a real Asterisk: the driver of ``phone_process.py``.

All phones of one :class:`Phones` live in one process. What they do and show comes in as events, so
every wait is for an event with a deadline, and says at its end what was seen instead.
"""

import asyncio
import json
import sys
import time
from asyncio.subprocess import PIPE
from collections import deque
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import NamedTuple

SCRIPT = Path(__file__).with_name("phone_process.py")
START_WITHIN = 10.0
OBEY_WITHIN = 5.0
STOP_WITHIN = 5.0
LINE = 1 << 20
HISTORY = 12


class PhonesDied(Exception):
    """The process of the phones ended, or had to be ended."""


class Display(NamedTuple):
    """What a phone shows of the other party."""

    number: str
    name: str


NOBODY = Display("", "")


class Phone:
    """One extension. ``state`` and ``shown`` are of its newest call, and always up to date.

    ``state`` is ``idle``, ``ringing``, ``calling``, ``talking`` or ``held`` (by this phone),
    ``calls`` counts its calls, ``ended`` is the SIP status of the last that ended (487 cancelled,
    486 busy), ``invite`` the text of the last INVITE that came in, ``heard`` all digits that
    came, ``notified`` what it was told by NOTIFY, and ``history`` has every (seconds since the
    start, state, display).
    """

    def __init__(self, phones, number):
        self.number = number
        self.state = "idle"
        self.shown = NOBODY
        self.calls = 0
        self.ended = None
        self.invite = ""
        self.heard = ""
        self.notified = []
        self.registered = False
        self.history = []
        self._phones = phones
        self._refused = None

    async def register(self, within=10):
        await self._registration("register", True, within)

    async def unregister(self, within=10):
        await self._registration("unregister", False, within)

    async def policy(self, answer_after=None, reject=None, waiting=False, remote=False):
        """Say what it does with calls: also with one that rings already.

        Without ``waiting`` a second call is refused as busy (or with ``reject``). With it, that one
        rings or is answered like the first, which goes on hold as soon as another is answered.
        With ``remote`` a NOTIFY can tell it to talk: it answers, or takes the call off hold.
        """
        policy = {"answer_after": answer_after, "reject": reject, "waiting": waiting}
        policy["remote"] = remote
        await self._do("policy", policy=policy)

    async def dial(self, number):
        await self._do("dial", number=number)

    async def answer(self):
        """Lift; what it shows now is of before no more."""
        before = len(self.history)
        await self._do("answer")
        await self._until("to show it", lambda: len(self.history) > before, OBEY_WITHIN)

    async def decline(self, code=603):
        await self._do("decline", code=code)

    async def hangup(self):
        """End the newest call, or cancel or refuse it when nobody answered it yet."""
        await self._do("hangup")

    async def hold(self, within=10):
        await self._do("hold", on=True)
        await self._until("to hold its call", lambda: self.state == "held", within)

    async def unhold(self, within=10):
        await self._do("hold", on=False)
        await self.talking(within)

    @asynccontextmanager
    async def listening(self, file):
        """Have all that its newest call hears meanwhile in a WAV file."""
        await self._do("listen", file=str(file))
        yield
        await self._do("listen", file="")
        async with asyncio.timeout(OBEY_WITHIN):
            while not _is_whole(file):  # noqa: ASYNC110 - PJSIP closes it later, and says nothing
                await asyncio.sleep(0.02)

    async def dtmf(self, digits):
        """Send them as RFC 4733 events, which goes on for some 0.3 s for each digit."""
        await self._do("dtmf", digits=digits)

    async def hears(self, digits, within=10):
        """Wait until these digits have come, and no others."""
        await self._until(f"hears {digits}", lambda: len(self.heard) >= len(digits), within)
        assert self.heard == digits

    async def ringing(self, within=10):
        await self._until("to ring", lambda: self.state == "ringing", within)
        return self.shown

    async def talking(self, within=10):
        await self._until("to talk", lambda: self.state == "talking", within)

    async def idle(self, within=10):
        await self._until("to have no call", lambda: self.state == "idle", within)

    async def shows(self, number, within=10, name=None):
        """Wait until it shows this number (and name, when given)."""
        await self._until(
            f"to show {number if name is None else Display(number, name)}",
            lambda: self.shown.number == number and name in (None, self.shown.name),
            within,
        )

    def describe(self):
        """Tell the recent history, for the message of a failure."""
        lines = [f"  {at:7.3f} {state} {tuple(shown)}" for at, state, shown in self.history]
        return "\n".join([f"history of phone {self.number}:", *lines[-HISTORY:]])

    async def _registration(self, do, wanted, within):
        self._refused = None
        self.registered = None  # until the answer: a registration from before does not count
        await self._do(do)
        await self._until(
            f"to {do}", lambda: self._refused is not None or self.registered is wanted, within
        )
        if self._refused is not None:
            raise AssertionError(f"phone {self.number}: Asterisk answered {self._refused} to {do}")

    async def _do(self, do, **more):
        try:
            await self._phones.do(do, phone=self.number, **more)
        except AssertionError as error:
            raise AssertionError(
                f"phone {self.number} cannot {do}: {error}\n{self.describe()}"
            ) from None

    async def _until(self, what, test, within):
        try:
            await self._phones.until(test, within)
        except TimeoutError:
            raise AssertionError(
                f"phone {self.number} was expected {what} within {within} s, but is {self.state}\n"
                + self.describe()
            ) from None

    def _take(self, event, at):
        """Take over an event of the process."""
        if event["event"] == "registration":
            self.registered = event["registered"]
            # 401 and 403 are for good; no answer (408, 502, 503) is tried again by PJSIP
            self._refused = event["code"] if event["code"] in (401, 403, 404, 407) else None
            state = f"registration {event['code']} {'on' if self.registered else 'off'}"
            self.history.append((at, state, NOBODY))
        elif event["event"] == "digit":
            self.heard += event["digit"]
        elif event["event"] == "invite":
            self.invite = event["message"]
        elif event["event"] == "notified":
            self.notified.append(event["what"])
        elif event["event"] == "state":
            self.state = event["state"]
            self.shown = Display(event["number"], event["name"])
            self.calls = event["calls"]
            if event["cause"] is not None:
                self.ended = event["cause"]
            self.history.append((at, self.state, self.shown))


def _is_whole(file):
    """Tell whether a WAV file is as long as its head says."""
    head = file.read_bytes()[:8]
    return head[:4] == b"RIFF" and int.from_bytes(head[4:], "little") + 8 == file.stat().st_size


class Phones:
    """The process with the phones. ``log`` names a file for all that PJSIP says and sends."""

    def __init__(self, host, port, log=None):
        self._arguments = [host, str(port), *([str(log)] if log else [])]
        self._phones = {}
        self._process = None
        self._tasks = []
        self._stderr = deque(maxlen=200)
        self._ready = False
        self._dead = False
        self._answers = {}
        self._waits = []
        self._last_id = 0

    async def __aenter__(self):
        self._began = time.monotonic()
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            SCRIPT,
            *self._arguments,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            limit=LINE,
        )
        self._tasks = [asyncio.create_task(self._read()), asyncio.create_task(self._listen())]
        try:
            await self.until(lambda: self._ready, START_WITHIN)
        except BaseException as error:
            await self._kill()
            if isinstance(error, TimeoutError):
                raise PhonesDied(self._obituary("did not start")) from None
            raise
        return self

    async def __aexit__(self, kind, error, trace):
        hung = False
        try:
            with suppress(ConnectionError):
                self._process.stdin.write(b'{"id": 0, "do": "quit"}\n')
                self._process.stdin.close()
            try:
                async with asyncio.timeout(STOP_WITHIN):
                    await self._process.wait()
            except TimeoutError:
                hung = True
        finally:
            await self._kill()
        if not hung and self._process.returncode == 0:
            return
        died = PhonesDied(self._obituary("did not stop and was killed" if hung else "ended"))
        if error is None:
            raise died
        if not isinstance(error, PhonesDied):
            error.add_note(str(died))

    async def add(self, number, secret, answer_after=None, reject=None, waiting=False, within=10):
        """Make a phone and register it; :meth:`Phone.policy` explains the choices."""
        phone = self._phones[number] = Phone(self, number)
        policy = {"answer_after": answer_after, "reject": reject, "waiting": waiting}
        await phone._do("add", secret=secret, policy=policy)
        await phone._until(
            "to register", lambda: phone.registered or phone._refused is not None, within
        )
        if phone._refused is not None:
            raise AssertionError(f"phone {number}: Asterisk answered {phone._refused} to register")
        return phone

    async def do(self, do, **more):
        """Send a command and wait until the process did it."""
        if self._dead:
            raise PhonesDied(self._obituary("ended"))
        self._last_id += 1
        number = self._last_id
        self._process.stdin.write(json.dumps({"id": number, "do": do, **more}).encode() + b"\n")
        try:
            await self.until(lambda: number in self._answers, OBEY_WITHIN)
        except TimeoutError:
            await self._kill()
            raise PhonesDied(self._obituary(f"did not answer to {do} and was killed")) from None
        problem = self._answers.pop(number)
        assert problem is None, problem

    async def until(self, test, within):
        """Wait until the test holds, looked at after every single event."""
        if self._dead:
            raise PhonesDied(self._obituary("ended"))
        if test():
            return
        wait = (test, asyncio.get_running_loop().create_future())
        self._waits.append(wait)
        try:
            async with asyncio.timeout(within):
                await wait[1]
        finally:
            self._waits.remove(wait)

    async def _read(self):
        while line := await self._process.stdout.readline():
            event = json.loads(line)
            if "id" in event:
                self._answers[event["id"]] = event["error"]
            elif event["event"] == "ready":
                self._ready = True
            else:
                self._phones[event["phone"]]._take(event, time.monotonic() - self._began)
            for test, future in self._waits:
                if not future.done() and test():
                    future.set_result(None)
        await self._process.wait()
        await self._tasks[1]  # so that the last words are in the message
        self._dead = True
        for _, future in self._waits:
            if not future.done():
                future.set_exception(PhonesDied(self._obituary("ended")))

    async def _listen(self):
        while line := await self._process.stderr.readline():
            self._stderr.append(line.decode(errors="replace"))

    async def _kill(self):
        if self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.kill()
        await self._process.wait()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _obituary(self, what):
        code = self._process.returncode
        return f"the process of the phones {what} (exit code {code})\n{''.join(self._stderr)}"
