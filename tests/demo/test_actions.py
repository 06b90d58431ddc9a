"""Answers and errors, worded as Asterisk words them."""

import asyncio

import pytest

from tests.demo.lab import Client, ManualClock, lab
from traydial.demo.server import DemoPbx


async def talking(pbx: DemoPbx, client: Client, clock: ManualClock, exten: str = "7002") -> None:
    await client.dial(exten)
    clock.move(10)
    await client.events()


@pytest.mark.parametrize(
    ("action", "lines", "error"),
    [
        ("Dance", [], "Invalid/unknown command: Dance. Use Action: ListCommands to show available"),
        ("Originate", [], "Channel not specified"),
        ("Originate", ["Channel: 7001"], "Invalid channel"),
        ("Originate", ["Channel: PJSIP/7001", "Timeout: soon"], "Invalid timeout"),
        (
            "Originate",
            ["Channel: PJSIP/7001", "Context: internal", "Exten: 555", "Priority: 1"],
            "Extension does not exist.",
        ),
        (
            "Originate",
            ["Channel: PJSIP/7001", "Context: other", "Exten: 7002", "Priority: 1"],
            "Extension does not exist.",
        ),
        ("Hangup", [], "No channel specified"),
        ("Hangup", ["Channel: x"], "No such channel"),
        ("Hangup", ["Channel: /.*/"], "No such channel"),
        ("Redirect", [], "Channel not specified"),
        (
            "Redirect",
            ["Channel: x", "Context: a", "Exten: 1", "Priority: 1"],
            "Channel does not exist: x",
        ),
        ("BlindTransfer", ["Channel: x", "Exten: 1"], "Channel specified does not exist"),
        ("BlindTransfer", ["Channel: own"], "No extension specified"),
        ("BlindTransfer", ["Channel: own", "Exten: 7003"], "Transfer invalid"),
        ("Bridge", ["Channel1: own", "Channel2: own"], "Channel1 is not up"),
        ("Getvar", [], "No variable specified"),
        ("Getvar", ["Channel: x", "Variable: y"], "No such channel"),
        ("Setvar", ["Channel: x", "Variable: y"], "No such channel"),
        ("Status", ["Channel: x"], "No such channel"),
        ("MixMonitor", ["Channel: x", "File: a.wav"], "No such channel"),
        ("MixMonitor", ["Channel: own"], "Could not start monitoring channel"),
        ("StopMixMonitor", ["Channel: own"], "Could not stop monitoring channel"),
        (
            "MixMonitorMute",
            ["Channel: own", "Direction: both", "State: 1", "MixMonitorID: 0x1"],
            "Cannot set mute flag",
        ),
        ("PlayDTMF", ["Channel: x"], "Channel not found"),
        ("ExtensionState", [], "Extension not specified"),
    ],
)
def test_errors(action, lines, error):
    async def main():
        async with lab() as (_, client, _clock):
            await client.dial("7002")
            answer = await client.ask(action, *lines)
            assert answer.get("Response") == "Error"
            assert answer.get("Message").startswith(error)

    asyncio.run(main())


def test_getvar_answers_what_the_program_asks():
    async def main():
        async with lab() as (pbx, client, clock):

            async def value(variable: str, *lines: str) -> str:
                answer = await client.ask("Getvar", f"Variable: {variable}", *lines)
                assert answer.get("Variable") == variable
                return answer.get("Value")

            assert await value("DIALPLAN_EXISTS(internal,7002,1)") == "1"
            assert await value("DIALPLAN_EXISTS(internal,+4930901820,1)") == "1"
            assert await value("DIALPLAN_EXISTS(internal,555,1)") == "0"
            assert await value("DIALPLAN_EXISTS(other,7002,1)") == "0"
            assert await value("HINT(7002@internal)") == "PJSIP/7002"
            assert await value("HINT(7002@other)") == ""
            assert await value("SHELL(ls)") == ""
            assert await value("DEVICE_STATE(PJSIP/7001)") == "NOT_INUSE"
            assert await value("DEVICE_STATE(PJSIP/7009)") == "UNAVAILABLE"
            assert await value("DEVICE_STATE(PJSIP/1)") == "INVALID"
            await client.dial("7002")
            clock.move(0.2)
            assert await value("DEVICE_STATE(PJSIP/7001)") == "RINGING"
            clock.move(10)
            assert await value("EXTENSION_STATE(7001@internal)") == "INUSE"
            assert await value("EXTENSION_STATE(1@internal)") == "UNKNOWN"
            peer = await value("BRIDGEPEER", "Channel: own")
            assert peer.startswith("PJSIP/7002-")
            await client.ask("Setvar", "Channel: own", "Variable: X", "Value: a=b, c")
            assert await value("X", "Channel: own") == "a=b, c"
            assert await value("X") == ""
            pbx.own_phone.unregister()
            assert await value("DEVICE_STATE(PJSIP/7001)") == "UNAVAILABLE"
            pbx.own_phone.register()

    asyncio.run(main())


def test_variables_of_originate_are_the_channels():
    async def main():
        async with lab() as (_, client, _clock):
            await client.dial("7002", "own", "Variable: NOTE=x=1")
            answer = await client.ask("Getvar", "Channel: own", "Variable: NOTE")
            assert answer.get("Value") == "x=1"

    asyncio.run(main())


def test_status_and_channels():
    async def main():
        async with lab() as (pbx, client, clock):
            *rows, end = await client.collect("Status")
            assert (rows, end.event, end.get("Items")) == ([], "StatusComplete", "0")
            await talking(pbx, client, clock)
            clock.move(65)
            own, bob, end = await client.collect("Status")
            assert end.get("Items") == end.get("ListItems") == "2"
            assert own.get("Uniqueid") == "own" == bob.get("Linkedid")
            assert own.get("BridgeID") == bob.get("BridgeID") != ""
            assert int(own.get("Seconds")) >= 65
            assert (own.get("Application"), bob.get("Application")) == ("Dial", "AppDial")
            _, one_end = await client.collect("Status", "Channel: own")
            assert one_end.get("Items") == "1"
            own, _, end = await client.collect("CoreShowChannels")
            assert own.get("Duration") == "00:01:15"
            assert end.event == "CoreShowChannelsComplete"

    asyncio.run(main())


def test_the_own_phone_lifts_when_it_is_told_to():
    async def main():
        async with lab(answer_after=None) as (pbx, client, clock):
            caller = pbx.call_in("7003")
            clock.move(1)
            (own,) = pbx.switch.on_device("PJSIP/7001")
            refused = await client.ask("PJSIPNotify", "Channel: x", "Variable: Event=talk")
            assert refused.get("Message") == "Channel not found"
            named = await client.ask("Getvar", f"Channel: {own.uid}", "Variable: CHANNEL(name)")
            channel = f"Channel: {named.get('Value')}"
            answer = await client.ask("PJSIPNotify", channel, "Variable: Event=talk")
            assert answer.get("Message") == "NOTIFY sent"
            assert own.peer is caller

    asyncio.run(main())


def test_the_own_phone_swaps_two_calls_when_it_is_told_to():
    async def main():
        async with lab(answer_after=None) as (pbx, client, clock):
            for number in ("7003", "7002"):
                pbx.call_in(number)
                clock.move(1)
                own = pbx.switch.on_device("PJSIP/7001")
                await client.ask("PJSIPNotify", f"Channel: {own[-1].name}", "Variable: Event=talk")
            await client.events()
            told = []
            for channel in (own[0], own[0], own[1]):
                await client.ask("PJSIPNotify", f"Channel: {channel.name}", "Variable: Event=talk")
                told.append(
                    [
                        (event.event, event.get("Channel") == channel.name)
                        for event in await client.events()
                        if event.event in ("Hold", "Unhold")
                    ]
                )
            swapped = [("Hold", False), ("Unhold", True)]
            assert told == [swapped, [], swapped]

    asyncio.run(main())


def test_extension_states():
    async def main():
        async with lab() as (_, client, _clock):
            answer = await client.ask("ExtensionState", "Exten: 7009", "Context: internal")
            assert (answer.get("Status"), answer.get("StatusText")) == ("4", "Unavailable")
            answer = await client.ask("ExtensionState", "Exten: 1", "Context: internal")
            assert answer.get("Status") == "-1"
            *rows, end = await client.collect("ExtensionStateList")
            assert len(rows) == 7
            assert end.event == "ExtensionStateListComplete"

    asyncio.run(main())


def test_recording_is_told_and_stopped_by_its_id():
    async def main():
        async with lab() as (pbx, client, clock):
            await talking(pbx, client, clock)
            ids = []
            for name in ("mine.wav", "yours.wav"):
                answer = await client.ask(
                    "MixMonitor", "Channel: own", f"File: {name}", "Options: i(MINE)"
                )
                ids.append(answer.get("MixMonitorID"))
            assert ids[0] != ids[1] != ""
            answer = await client.ask("Getvar", "Channel: own", "Variable: MINE")
            assert answer.get("Value") == ids[1]
            mine = ("Channel: own", f"MixMonitorID: {ids[0]}")
            await client.ask("MixMonitorMute", *mine, "Direction: both", "State: 1")
            assert (await client.ask("StopMixMonitor", *mine)).get("Response") == "Success"
            assert (await client.ask("StopMixMonitor", *mine)).get("Response") == "Error"
            assert (await client.ask("StopMixMonitor", "Channel: own")).get("Response") == "Success"
            assert await client.story() == [
                "MixMonitorStart 7001",
                "MixMonitorStart 7001",
                "MixMonitorMute 7001",
                "MixMonitorStop 7001",
                "MixMonitorStop 7001",
            ]

    asyncio.run(main())


def test_digits_and_names_are_answered_and_escaped():
    async def main():
        async with lab() as (pbx, client, clock):
            await talking(pbx, client, clock)
            assert (await client.ask("PlayDTMF", "Channel: own", "Digit: 5")).get("Response") == (
                "Success"
            )
            pbx.call_in("+4930901820", 'A "Q"\r\nEvent: Hangup\\')
            ring = next(e for e in await client.events() if e.event == "DialBegin")
            assert ring.get("CallerIDName") == 'A \\"Q\\"\\r\\nEvent: Hangup\\\\'

    asyncio.run(main())
