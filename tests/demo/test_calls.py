"""What is told of each call, in order: as recorded from Asterisk 22."""

import asyncio

import pytest

from tests.demo.lab import Client, lab
from traydial.demo.people import TRUNK
from traydial.demo.visitors import VISITORS

OWN_RINGS = ["Newchannel 7001 Down", "NewConnectedLine 7001", "DialBegin 7001"]
OWN_UP = [
    "Newstate 7001 Ringing",
    "DeviceStateChange",
    "ExtensionStatus",
    "DialState 7001 RINGING",
    "Newstate 7001 Up",
    "DeviceStateChange",
    "ExtensionStatus",
    "DialEnd 7001 ANSWER",
    "OriginateResponse 7001 4",
]


def rings(who: str) -> list[str]:
    return [
        f"Newchannel {who} Down",
        f"NewConnectedLine {who}",
        f"DialBegin 7001 {who}",
        "NewConnectedLine 7001",
        f"Newstate {who} Ringing",
        f"DialState 7001 {who} RINGING",
    ]


async def story(client: Client) -> list[str]:
    lamps = ("DeviceStateChange", "ExtensionStatus")
    return [line for line in await client.story() if line not in lamps]


def without_lamps(lines: list[str]) -> list[str]:
    return [line for line in lines if line not in ("DeviceStateChange", "ExtensionStatus")]


def test_answered_and_hung_up_by_the_program():
    async def main():
        async with lab() as (_, client, clock):
            assert (await client.dial("7002")).get("Message") == "Originate successfully queued"
            assert await client.story() == OWN_RINGS
            clock.move(1.5)
            told = await story(client)
            assert told == without_lamps(OWN_UP) + rings("7002")[:4]
            clock.move(2)
            assert await story(client) == [
                *rings("7002")[4:],
                "Newstate 7002 Up",
                "DialEnd 7001 7002 ANSWER",
                "BridgeCreate",
                "BridgeEnter 7002",
                "BridgeEnter 7001",
            ]
            assert (await client.ask("Hangup", "Channel: own")).get("Message") == "Channel Hungup"
            assert await story(client) == [
                "BridgeLeave 7001",
                "BridgeLeave 7002",
                "BridgeDestroy",
                "SoftHangupRequest 7001 16",
                "Hangup 7001 16",
                "Hangup 7002 16",
            ]

    asyncio.run(main())


@pytest.mark.parametrize(
    ("exten", "ending"),
    [
        (
            "7004",
            [
                "HangupRequest 7004 17",
                "DialEnd 7001 7004 BUSY",
                "Hangup 7004 17",
                "SoftHangupRequest 7001 16",
                "Hangup 7001 17",
            ],
        ),
        (
            "7005",
            [
                "DialEnd 7001 7005 NOANSWER",
                "Hangup 7005 0",
                "SoftHangupRequest 7001 16",
                "Hangup 7001 16",
            ],
        ),
        (
            "7006",
            [
                "HangupRequest 7006 21",
                "DialEnd 7001 7006 NOANSWER",
                "Hangup 7006 21",
                "SoftHangupRequest 7001 16",
                "Hangup 7001 21",
            ],
        ),
        ("7009", ["SoftHangupRequest 7001 16", "Hangup 7001 3"]),
        (
            "0301234599",
            [
                "HangupRequest trunk 17",
                "DialEnd 7001 trunk BUSY",
                "Hangup trunk 17",
                "SoftHangupRequest 7001 16",
                "Hangup 7001 17",
            ],
        ),
        (
            "0301234598",
            [
                "DialEnd 7001 trunk NOANSWER",
                "Hangup trunk 0",
                "SoftHangupRequest 7001 16",
                "Hangup 7001 16",
            ],
        ),
        (
            "0301234597",
            [
                "HangupRequest trunk 21",
                "DialEnd 7001 trunk NOANSWER",
                "Hangup trunk 21",
                "SoftHangupRequest 7001 16",
                "Hangup 7001 21",
            ],
        ),
    ],
)
def test_not_reached(exten, ending):
    async def main():
        async with lab() as (pbx, client, clock):
            await client.dial(exten)
            clock.move(60)
            assert (await story(client))[-len(ending) :] == ending
            assert pbx.switch.channels == {}

    asyncio.run(main())


@pytest.mark.parametrize(
    ("what", "ending"),
    [
        ("time", ["OriginateResponse 7001 3", "Hangup 7001 19"]),
        ("ami", ["DialEnd 7001 NOANSWER", "OriginateResponse 7001 0", "Hangup 7001 0"]),
        (
            "decline",
            [
                "HangupRequest 7001 21",
                "DialEnd 7001 NOANSWER",
                "OriginateResponse 7001 0",
                "Hangup 7001 21",
            ],
        ),
        (
            "busy",
            [
                "HangupRequest 7001 17",
                "DialEnd 7001 BUSY",
                "OriginateResponse 7001 0",
                "Hangup 7001 17",
            ],
        ),
    ],
)
def test_own_phone_not_picked_up(what, ending):
    async def main():
        async with lab(pick_up_after=None) as (pbx, client, clock):
            await client.dial("7002")
            clock.move(1)
            await client.events()
            if what == "time":
                clock.move(30)
            elif what == "ami":
                await client.ask("Hangup", "Channel: own")
            else:
                assert pbx.own_phone.decline(cause=17 if what == "busy" else 21)
            assert await story(client) == ending
            assert not pbx.own_phone.rings
            assert not pbx.own_phone.decline()

    asyncio.run(main())


def test_own_phone_not_registered_or_id_in_use():
    async def main():
        async with lab(pick_up_after=None) as (pbx, client, _):
            pbx.own_phone.unregister()
            await client.dial("7002")
            assert await client.story() == [
                "DeviceStateChange",
                "ExtensionStatus",
                "OriginateResponse 7001 0",
            ]
            pbx.own_phone.register()
            await client.dial("7002")
            await client.events()
            await client.dial("7002")
            (verdict,) = await client.events()
            assert (verdict.get("Response"), verdict.get("Uniqueid")) == ("Failure", "own")

    asyncio.run(main())


def test_cancelled_while_the_other_rings():
    async def main():
        async with lab() as (pbx, client, clock):
            for how in ("ami", "phone"):
                await client.dial("7005")
                clock.move(5)
                await client.events()
                if how == "ami":
                    await client.ask("Hangup", "Channel: own")
                else:
                    assert pbx.own_phone.hang_up()
                told = await story(client)
                assert told[-4:] == [
                    "DialEnd 7001 7005 CANCEL",
                    "Hangup 7005 16",
                    "SoftHangupRequest 7001 16",
                    "Hangup 7001 0",
                ]
                assert told[:-4] == ([] if how == "ami" else ["HangupRequest 7001"])
            assert not pbx.own_phone.hang_up()

    asyncio.run(main())


def test_originate_that_waits_answers_when_it_is_over():
    async def main():
        async with lab() as (_, client, clock):
            lines = ("Channel: PJSIP/7001", "Context: internal", "Exten: 7002", "Priority: 1")
            asked = asyncio.create_task(client.ask("Originate", *lines))
            await asyncio.sleep(0.05)
            assert not asked.done()
            clock.move(2)
            assert (await asked).get("Message") == "Originate successful"

    asyncio.run(main())


def test_caller_id_is_shown_as_the_real_one_shows_it():
    async def main():
        async with lab() as (_, client, clock):
            await client.dial("7002", "own", 'CallerID: "Zed" <7777>')
            clock.move(2)
            dial = [event for event in await client.events() if event.event == "DialBegin"]
            assert dial[0].get("DestConnectedLineNum") == "7777"
            assert dial[1].get("DestConnectedLineName") == "Zed"
            await client.ask("Hangup", "Channel: own")
            await client.dial("7002", "other")
            clock.move(2)
            dial = [event for event in await client.events() if event.event == "DialBegin"]
            assert dial[0].get("DestConnectedLineName") == "X"
            assert dial[1].get("DestConnectedLineNum") == "7001"

    asyncio.run(main())


async def ring(pbx, client, clock, via: str = "") -> object:
    caller = pbx.call_in("7003", via=via)
    clock.move(1)
    await client.events()
    return caller


def test_incoming_rings_and_is_answered():
    async def main():
        async with lab() as (pbx, client, clock):
            caller = pbx.call_in("7003")
            assert caller.caller.name == "Anna Berger"
            clock.move(7)
            assert await story(client) == [
                "Newchannel 7003 Ring",
                "Newchannel 7001 Down",
                "NewConnectedLine 7001",
                "DialBegin 7003 7001",
                "NewConnectedLine 7003",
                "Newstate 7001 Ringing",
                "DialState 7003 7001 RINGING",
                "Newstate 7001 Up",
                "DialEnd 7003 7001 ANSWER",
                "Newstate 7003 Up",
                "BridgeCreate",
                "BridgeEnter 7001",
                "BridgeEnter 7003",
            ]
            assert pbx.own_phone.hold()
            assert pbx.own_phone.unhold()
            pbx.hang_up(caller)
            assert await story(client) == [
                "Hold 7001",
                "Unhold 7001",
                "HangupRequest 7003 16",
                "BridgeLeave 7003",
                "BridgeLeave 7001",
                "BridgeDestroy",
                "SoftHangupRequest 7003 16",
                "Hangup 7003 16",
                "Hangup 7001 16",
            ]
            assert not pbx.own_phone.hold()
            assert not pbx.own_phone.unhold()

    asyncio.run(main())


@pytest.mark.parametrize(("how", "cause"), [("phone", 21), ("cause", 21), ("ami", 0)])
def test_incoming_declined(how, cause):
    async def main():
        async with lab(answer_after=None) as (pbx, client, clock):
            await ring(pbx, client, clock)
            own = pbx.switch.on_device("PJSIP/7001")[0].uid
            if how == "phone":
                pbx.own_phone.decline()
            else:
                lines = ["Cause: 21"] if how == "cause" else []
                await client.ask("Hangup", f"Channel: {own}", *lines)
            assert await story(client) == [
                *(["HangupRequest 7001 21"] if how == "phone" else []),
                "DialEnd 7003 7001 NOANSWER",
                f"Hangup 7001 {cause}",
                "SoftHangupRequest 7003 16",
                f"Hangup 7003 {cause or 16}",
            ]

    asyncio.run(main())


def test_incoming_given_up():
    async def main():
        async with lab(answer_after=None, gives_up_after=5) as (pbx, client, clock):
            await ring(pbx, client, clock)
            clock.move(4)
            assert await story(client) == [
                "HangupRequest 7003 127",
                "DialEnd 7003 7001 CANCEL",
                "Hangup 7001 127",
                "SoftHangupRequest 7003 16",
                "Hangup 7003 127",
            ]

    asyncio.run(main())


def test_ring_group_answered_elsewhere():
    async def main():
        async with lab(answer_after=None) as (pbx, client, clock):
            await ring(pbx, client, clock, "group")
            clock.move(2)
            assert await story(client) == [
                "Newstate 7002 Up",
                "NewConnectedLine 7003",
                "DialEnd 7003 7001 CANCEL",
                "DialEnd 7003 7002 ANSWER",
                "Hangup 7001 26",
                "Newstate 7003 Up",
                "BridgeCreate",
                "BridgeEnter 7002",
                "BridgeEnter 7003",
            ]

    asyncio.run(main())


def test_queue():
    async def main():
        async with lab(answer_after=None) as (pbx, client, clock):
            caller = pbx.call_in("7003", via="support")
            clock.move(1)
            assert await story(client) == [
                "Newchannel 7003 Ring",
                "Newstate 7003 Up",
                "QueueCallerJoin 7003",
                "Newchannel 7001 Down",
                "NewConnectedLine 7001",
                "AgentCalled 7003 7001",
                "DialBegin 7003 7001",
                "Newstate 7001 Ringing",
                "DialState 7003 7001 RINGING",
            ]
            pbx.own_phone.answer()
            assert await story(client) == [
                "Newstate 7001 Up",
                "NewConnectedLine 7003",
                "DialEnd 7003 7001 ANSWER",
                "QueueCallerLeave 7003",
                "AgentConnect 7003 7001",
                "BridgeCreate",
                "BridgeEnter 7001",
                "BridgeEnter 7003",
            ]
            pbx.hang_up(caller)
            caller = pbx.call_in("+4930901820", "Müller", via="support")
            clock.move(1)
            await client.events()
            pbx.hang_up(caller)
            assert await story(client) == [
                "HangupRequest trunk",
                "DialEnd trunk 7001 CANCEL",
                "DialEnd trunk 7001 CANCEL",
                "Hangup 7001 0",
                "QueueCallerAbandon trunk",
                "QueueCallerLeave trunk",
                "SoftHangupRequest trunk 16",
                "Hangup trunk 0",
            ]

    asyncio.run(main())


LEFT = ["BridgeLeave 7002", "BridgeLeave 7001", "BridgeDestroy"]


@pytest.mark.parametrize("how", ["Redirect", "BlindTransfer"])
def test_transfer_while_talking(how):
    async def main():
        async with lab() as (_, client, clock):
            await client.dial("7002")
            clock.move(5)
            await client.events()
            peer = (await client.ask("Getvar", "Channel: own", "Variable: BRIDGEPEER")).get("Value")
            channel = "own" if how == "BlindTransfer" else peer
            where = ("Context: internal", "Exten: 7003", "Priority: 1")
            await client.ask(how, f"Channel: {channel}", *where)
            blind = ["Unhold 7001", "BlindTransfer 7001 7003"] if how == "BlindTransfer" else []
            assert await story(client) == [
                *blind,
                *LEFT,
                "SoftHangupRequest 7001 16",
                "Hangup 7001 16",
                "Newchannel 7003 Down",
                "NewConnectedLine 7003",
                "DialBegin 7002 7003",
                "NewConnectedLine 7002",
            ]
            clock.move(5)
            assert (await story(client))[-3:] == [
                "BridgeCreate",
                "BridgeEnter 7003",
                "BridgeEnter 7002",
            ]

    asyncio.run(main())


def test_transfer_to_nowhere_succeeds_and_loses_everybody():
    async def main():
        async with lab() as (pbx, client, clock):
            await client.dial("7002")
            clock.move(5)
            await client.events()
            peer = pbx.switch.find("own").peer.name
            where = ("Context: internal", "Exten: 555", "Priority: 1")
            answer = await client.ask("Redirect", f"Channel: {peer}", *where)
            assert answer.get("Message") == "Redirect successful"
            assert await story(client) == [
                *LEFT,
                "SoftHangupRequest 7001 16",
                "Hangup 7001 16",
                "SoftHangupRequest 7002 16",
                "Hangup 7002 16",
            ]

    asyncio.run(main())


def test_divert_while_ringing():
    async def main():
        async with lab(answer_after=None) as (pbx, client, clock):
            caller = await ring(pbx, client, clock)
            where = ("Context: internal", "Exten: 7002", "Priority: 1")
            await client.ask("Redirect", f"Channel: {caller.name}", *where)
            clock.move(5)
            told = await story(client)
            assert told[:2] == ["DialEnd 7003 7001 CANCEL", "Hangup 7001 16"]
            assert told[-1] == "BridgeEnter 7003"

    asyncio.run(main())


def test_bridge_joins_two_calls():
    async def main():
        async with lab() as (pbx, client, clock):
            caller = pbx.call_in("7003")
            clock.move(10)
            await client.dial("7002")
            clock.move(10)
            await client.events()
            bob = pbx.switch.find("own").peer
            answer = await client.ask("Bridge", f"Channel1: {caller.name}", f"Channel2: {bob.name}")
            assert answer.get("Message") == "Channels have been bridged"
            assert caller.peer is bob
            assert pbx.switch.on_device("PJSIP/7001") == []
            assert caller.connected.name == "Bob"

    asyncio.run(main())


def test_a_leg_that_rings_can_be_taken_away():
    async def main():
        async with lab(answer_after=None) as (pbx, client, clock):
            await ring(pbx, client, clock)
            own = pbx.switch.on_device("PJSIP/7001")[0]
            where = ("Context: internal", "Exten: 7002", "Priority: 1")
            await client.ask("Redirect", f"Channel: {own.name}", *where)
            assert pbx.switch.on_device("PJSIP/7003") == []
            await client.ask("Hangup", f"Channel: {own.name}")
            assert pbx.switch.channels == {}

    asyncio.run(main())


def test_the_own_phone_dials_by_hand():
    async def main():
        async with lab() as (pbx, client, clock):
            pbx.call_in("7001", via="7002")
            clock.move(3)
            told = await story(client)
            assert told[0] == "Newchannel 7001 Ring"
            assert told[-1] == "BridgeEnter 7001"

    asyncio.run(main())


def test_people_hang_up_where_that_is_asked_for():
    async def main():
        async with lab(talk_for=30) as (pbx, client, clock):
            await client.dial("0301234567")
            clock.move(20)
            assert len(pbx.switch.on_device(TRUNK)) == 1
            clock.move(30)
            assert pbx.switch.channels == {}

    asyncio.run(main())


def test_visitors_call_now_and_then_but_never_pile_up():
    async def main():
        async with lab(calls_every=60) as (pbx, _, clock):
            clock.move(61)
            assert next(c.caller.number for c in pbx.switch.channels.values()) == VISITORS[0][0]
            clock.move(3600)
            assert len(pbx.switch.on_device("PJSIP/7001")) <= 2
            for channel in [*pbx.switch.channels.values()]:
                pbx.hang_up(channel)

    asyncio.run(main())


def test_who_talks_lets_the_next_caller_ring_and_comes_back_from_a_consultation():
    async def main():
        async with lab() as (pbx, client, clock):
            pbx.call_in("7003")
            clock.move(7)
            second = pbx.call_in("+4930901820")
            clock.move(10)
            assert second.peer is None
            pbx.hang_up(second)
            await client.dial("7002")
            await client.events()
            clock.move(2)
            assert [line for line in await story(client) if "old" in line] == ["Hold 7001"]
            await client.ask("Hangup", "Channel: own")
            clock.move(2)
            assert (await story(client))[-1] == "Unhold 7001"

    asyncio.run(main())


def test_the_own_phone_swaps_two_calls_when_it_is_told_to():
    async def main():
        async with lab() as (pbx, client, clock):
            first = pbx.call_in("7003")
            clock.move(7)
            await client.dial("7002")
            clock.move(5)
            await client.events()
            own, other = pbx.switch.on_device("PJSIP/7001")
            assert own.peer is first
            for leg in (own, other):
                await client.ask("PJSIPNotify", f"Channel: {leg.name}", "Variable: Event=talk")
                lines = [line for line in await story(client) if "old" in line]
                assert lines == ["Hold 7001", "Unhold 7001"]
            pbx.hang_up(other.peer)
            clock.move(2)
            assert (await story(client))[-1] == "Unhold 7001"  # and back to who waits

    asyncio.run(main())


def test_who_was_transferred_is_not_hung_up_on_by_an_old_timer():
    async def main():
        async with lab(talk_for=30) as (pbx, client, clock):
            caller = pbx.call_in("7003")
            clock.move(20)
            where = ("Context: internal", "Exten: 7002", "Priority: 1")
            await client.ask("Redirect", f"Channel: {caller.name}", *where)
            clock.move(25)
            assert caller.peer is not None
            clock.move(10)
            assert pbx.switch.channels == {}

    asyncio.run(main())
