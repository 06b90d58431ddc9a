"""Whose phone it may be, guessed from what a PBX lets an account read."""

import asyncio

import pytest

from traydial.ami.protocol import Message
from traydial.domain.errors import NotPermitted
from traydial.domain.proposals import OwnPhone, Proposal, Rang
from traydial.domain.settings import PhoneSettings
from traydial.services.first_steps import TrialRing, propose

HINTS = {
    "7001": ("PJSIP/7001", "0"),
    "7002": ("PJSIP/7002&Custom:DND7002", "4"),
    "*45": ("Custom:Q", "0"),
}


class Session:
    """Answers as a PBX with this dialplan; ``hints`` None for an account that may not see them."""

    def __init__(self, known, hints=HINTS):
        self.known, self.hints = known, hints

    async def perform(self, name, *headers, **_):
        assert name == "Getvar"
        wanted = dict(headers)["Variable"]
        context, number, _ = wanted.removeprefix("DIALPLAN_EXISTS(").removesuffix(")").split(",")
        return Message(f"Response: Success\r\nValue: {int((context, number) in self.known)}")

    async def collect(self, name, *_):
        if self.hints is None:
            raise NotPermitted(name)
        return [
            Message(
                f"Event: ExtensionStatus\r\nExten: {exten}\r\nContext: ext-local\r\nHint: {hint}"
                f"\r\nStatus: {status}"
            )
            for exten, (hint, status) in self.hints.items()
        ]


ALL = {("from-internal", "7001"), ("from-internal", "7002")}


@pytest.mark.parametrize(
    ("username", "context", "hints", "wanted"),
    [
        (
            "traydial-7001",
            "",
            HINTS,
            Proposal(OwnPhone("7001", "from-internal", "PJSIP/7001")),
        ),
        (
            "anna7002",  # whose phone is not signed in now
            "",
            HINTS,
            Proposal(
                OwnPhone("7002", "from-internal", "PJSIP/7002", is_there=False),
                (OwnPhone("7001", "from-internal", "PJSIP/7001"),),
            ),
        ),
        ("anna", "", HINTS, Proposal(None, (OwnPhone("7001", "from-internal", "PJSIP/7001"),))),
        ("office2-7001", "", None, Proposal(OwnPhone("7001", "from-internal"))),
        ("anna", "", None, Proposal()),
        ("traydial-7001", "sales", None, Proposal()),
        ("traydial-9999", "", None, Proposal()),
    ],
)
def test_what_is_proposed(username, context, hints, wanted):
    assert asyncio.run(propose(Session(ALL, hints), username, context)) == wanted


class Ringing:
    """A PBX on which a phone rings, and that may keep its verdict from us."""

    def __init__(self, ring, verdict):
        self.ring, self.verdict, self.asked = ring, verdict, []

    def new_action_id(self):
        return "id"

    async def perform(self, name, *headers, **_):
        self.asked.append((name, dict(headers)))
        if name == "Getvar":
            return Message("Response: Success\r\nValue: NOT_INUSE")
        if name == "Originate" and self.verdict:
            answer = "\r\n".join(["Event: OriginateResponse", *self.verdict])
            asyncio.get_running_loop().call_soon(self.ring.on_event, Message(answer))
        return Message("Response: Success")


@pytest.mark.parametrize(
    ("verdict", "wanted"),
    [
        (["ActionID: id", "Response: Success", "Reason: 4"], Rang.ANSWERED),
        (["ActionID: id", "Response: Failure", "Reason: 3"], Rang.UNANSWERED),
        (["ActionID: id", "Response: Failure", "Reason: 0"], Rang.UNREACHED),
    ],
)
def test_what_came_of_the_ring(verdict, wanted):
    async def main():
        ring = TrialRing(PhoneSettings("7001", ("PJSIP/7001",), "internal"))
        session, told = Ringing(ring, verdict), []
        assert await ring.ring(session, told.append) is wanted
        assert told == ["PJSIP/7001"]
        assert [name for name, _ in session.asked] == ["Getvar", "Originate"]

    asyncio.run(main())


def test_called_off_it_stops_ringing():
    async def main():
        ring = TrialRing(PhoneSettings("7001", ("PJSIP/7001",), "internal"))
        session, rings = Ringing(ring, []), asyncio.Event()
        work = asyncio.create_task(ring.ring(session, lambda _: rings.set()))
        await rings.wait()
        work.cancel()
        with pytest.raises(asyncio.CancelledError):
            await work
        assert session.asked[-1] == ("Hangup", {"Channel": "id-ring"})

    asyncio.run(main())
