"""Whose phone dialled: what counts, what does not, and in which order it may be told."""

import asyncio
import random

import pytest

from traydial.ami.protocol import Message
from traydial.domain.errors import NotPermitted
from traydial.domain.pairing import PhoneFound
from traydial.services.pairing import Pairing


def channel(event="Newchannel", **more):
    headers = {
        "Event": event,
        "Channel": "PJSIP/7003-01",
        "Uniqueid": "1.1",
        "Linkedid": "1.1",
        "ChannelState": "4",
        "CallerIDNum": "7003",
        "CallerIDName": "Anna",
        "Context": "office",
        "Exten": "7003",
        **more,
    }
    return Message("\r\n".join(f"{key}: {value}" for key, value in headers.items()))


class Session:
    """A PBX whose dialplan takes these numbers, some of which are extensions."""

    def __init__(self, takes=(), extensions=("7003",), rows=()):
        self.takes, self.extensions = {*takes, *extensions}, extensions
        self.rows, self.hung_up = list(rows), []
        self.may_list = True

    async def perform(self, name, *headers):
        given = dict(headers)
        if name == "Hangup":
            self.hung_up.append(given["Channel"])
            return Message("Response: Success")
        function, _, argument = given["Variable"].partition("(")
        number = argument.split(",")[1] if "," in argument else argument.partition("@")[0]
        value = str(int(number in self.takes))
        if function == "HINT":
            value = f"PJSIP/{number}" if number in self.extensions else ""
        return Message(f"Response: Success\r\nValue: {value}")

    async def collect(self, name):
        assert name == "Status"
        if not self.may_list:
            raise NotPermitted(name)
        return self.rows


def candidates():
    return [str(n) for n in random.Random(1).sample(range(2000, 9000), 12)]


def pairing(session, **more):
    return Pairing(lambda: session, "office", chance=random.Random(1), look_every_s=0.01, **more)


def found(session, *messages, digits=False, **more):
    """Return what is found when these events come, None when nothing is."""

    async def main():
        one = pairing(session, **more)
        if digits:
            await one.digits()
        for message in messages:
            one.on_event(message)
        try:
            async with asyncio.timeout(0.2):
                return await one.found()
        except TimeoutError:
            return None

    return asyncio.run(main())


ANNA = PhoneFound("PJSIP/7003", "7003", "Anna", "office")


def test_a_phone_that_calls_its_own_number_is_found_and_hung_up():
    session = Session()
    assert found(session, channel()) == ANNA
    assert session.hung_up == ["1.1"]


@pytest.mark.parametrize(
    "other",
    [
        {"Exten": "7002"},  # somebody calls somebody
        {"Linkedid": "1.0"},  # it was called
        {"ChannelState": "0"},
        {"Channel": "Local/7003@office-01;2"},
        {"Exten": "s", "CallerIDNum": "s"},
        {"Channel": "DAHDI/i1/7003-1", "CallerIDNum": "7003"},  # a line to the outside
    ],
)
def test_whatever_else_goes_on_is_none_of_it(other):
    session = Session()
    assert found(session, channel(**other)) is None
    assert session.hung_up == []


def test_digits_are_a_number_that_is_nobodys_extension():
    taken, free = candidates()[2], candidates()[5]
    session = Session(takes=[free], extensions=(taken,))
    assert asyncio.run(pairing(session).digits()) == free
    assert asyncio.run(pairing(Session()).digits()) == ""


def test_the_digits_find_a_phone_whatever_its_number_is():
    digits = candidates()[0]
    session = Session(takes=[digits])
    outside = channel(Exten=digits, CallerIDNum="+49301234", CallerIDName="device")
    # neither an outside caller id nor FreePBX's word for all phones is taken for the user's
    assert found(session, outside, digits=True) == PhoneFound("PJSIP/7003", "7003", "", "office")


def test_who_talks_already_is_not_meant():
    session = Session(rows=[channel("Status")])

    async def main():
        one = pairing(session)
        await one.digits()
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await one.found()

    asyncio.run(main())
    assert session.hung_up == []


def test_a_channel_that_no_event_tells_of_is_said_to_be_hidden():
    session = Session(rows=[channel("Status")])
    hidden = found(session, told_within_s=0.02)
    assert (hidden.device, hidden.is_told) == ("PJSIP/7003", False)


def test_an_event_that_comes_after_the_list_is_late_and_not_hidden():
    async def main():
        one = pairing(Session(rows=[channel("Status")]), told_within_s=5.0)
        asyncio.get_running_loop().call_later(0.05, one.on_event, channel())
        return await one.found()

    assert asyncio.run(main()) == ANNA


def test_without_a_list_events_are_enough():
    session = Session()
    session.may_list = False
    assert found(session, channel()) == ANNA
