"""An own phone that is rung through a Local channel, as real Asterisks tell it."""

import pytest

from traydial.ami.protocol import Message
from traydial.ami.tracker import Tracker
from traydial.domain.call_reducer import reduce

KEY, NEAR, FAR = "traydial-x", "Local/7001@internal-00;1", "Local/7001@internal-00;2"
OWN, BOB = "PJSIP/7001-01", "PJSIP/7002-02"
UIDS = {NEAR: KEY, FAR: f"{KEY};2", OWN: "1.1", BOB: "1.2"}


def event(name, channel="", to="", **more):
    """Make an event of this call; all its channels are linked to the first."""
    headers = [("Event", name)]
    for prefix, of in (("", channel), ("Dest", to)):
        if of:
            headers += [
                (f"{prefix}Channel", of),
                (f"{prefix}Uniqueid", UIDS[of]),
                (f"{prefix}Linkedid", KEY),
            ]
    headers += more.items()
    return Message("\r\n".join(f"{key}: {value}" for key, value in headers))


RINGS = [
    event("Newchannel", NEAR, ChannelState="0", Exten="7001"),
    event("Newchannel", FAR, ChannelState="4", Exten="7001"),
    event("DialBegin", "", NEAR),
    event("Newchannel", OWN, ChannelState="0", Exten="s"),
    event("DialBegin", FAR, OWN, DestConnectedLineNum="7002", DestConnectedLineName="Bob"),
]
LIFTED = [
    event("Newstate", OWN, ChannelState="6", ConnectedLineNum="7002"),
    event("DialEnd", FAR, OWN, DialStatus="ANSWER"),
    event("BridgeEnter", OWN),
    event("Newstate", NEAR, ChannelState="6"),
    event("BridgeEnter", FAR),
]
BOB_RINGS = [
    event("Newchannel", BOB, ChannelState="0", Exten="s"),
    event("DialBegin", NEAR, BOB, Exten="7002"),
    event("DialState", NEAR, BOB, DialStatus="RINGING"),
]
TALK = [event("DialEnd", NEAR, BOB, DialStatus="ANSWER"), event("BridgeEnter", NEAR)]
SWAPPED = [
    event("BridgeEnter", OWN, SwapUniqueid=KEY),
    event("Hangup", FAR, Cause="16"),
    event("Hangup", NEAR, Cause="16"),
]
# the other way about: Bob is put to where the own phone is
SWAPPED_BACK = [event("BridgeEnter", BOB, SwapUniqueid=UIDS[FAR]), *SWAPPED[1:]]
OVER = [event("Hangup", OWN, Cause="16")]


def told(messages, devices=("Local/7001@internal", "PJSIP/7001")):
    """Return the phases of each call that was seen, and the calls at the end."""
    tracker, calls, phases = Tracker(devices, "7001"), {}, {}
    for at, message in enumerate(messages):
        for change in tracker.feed(message, float(at)):
            calls = reduce(calls, change)
        for call in calls.values():
            seen = phases.setdefault(call.key, [])
            if not seen or seen[-1] != call.phase.value:
                seen.append(call.phase.value)
    return phases, calls


def seen_by_phone(messages):
    """Return what an account is told that an event filter holds to the phone."""
    return [
        m for m in messages if m.get("Channel").startswith("PJSIP/7001-")
        or m.get("DestChannel").startswith("PJSIP/7001-")
    ]  # fmt: skip


@pytest.mark.parametrize("swapped", [SWAPPED, SWAPPED_BACK, []])
def test_it_is_one_outgoing_call_from_its_beginning_to_its_end(swapped):
    left = OVER if swapped else [*OVER, *SWAPPED[1:]]  # /n: the Local stays until then
    phases, calls = told([*RINGS, *LIFTED, *BOB_RINGS, *TALK, *swapped, *left])
    assert phases == {KEY: ["own-ringing", "calling", "ringing", "talking", "ended"]}
    assert calls[KEY].cause.value == "hung up"


def test_the_phone_carries_the_call_once_the_local_is_gone():
    _, calls = told([*RINGS, *LIFTED, *BOB_RINGS, *TALK, *SWAPPED])
    assert calls[KEY].legs == (UIDS[OWN],)
    assert calls[KEY].phase.value == "talking"


@pytest.mark.parametrize("swapped", [SWAPPED, []])
def test_the_phone_holds_whether_the_local_is_still_there_or_not(swapped):
    talks = [*RINGS, *LIFTED, *BOB_RINGS, *TALK, *swapped]
    assert told([*talks, event("Hold", OWN)])[1][KEY].phase.value == "held"
    back = [*talks, event("Hold", OWN), event("Unhold", OWN)]
    assert told(back)[1][KEY].phase.value == "talking"
    early = [*RINGS, *LIFTED, event("Hold", OWN), *BOB_RINGS]  # nobody is held yet
    assert told(early)[1][KEY].phase.value == "ringing"
    assert told([*early, *TALK])[1][KEY].phase.value == "held"


def test_an_account_that_sees_the_phone_alone_tells_the_same_call():
    messages = seen_by_phone([*RINGS, *LIFTED, *BOB_RINGS, *TALK, *SWAPPED, *OVER])
    phases, calls = told(messages)
    assert phases == {KEY: ["own-ringing", "calling", "talking", "ended"]}
    assert (calls[KEY].number, calls[KEY].name) == ("7002", "Bob")


def test_who_was_called_being_busy_is_said_whatever_ends_last():
    busy = event("DialEnd", NEAR, BOB, DialStatus="BUSY")
    ends = [event("Hangup", of, Cause=cause) for of, cause in ((NEAR, "17"), (OWN, "16"))]
    for order in (ends, ends[::-1]):
        _, calls = told([*RINGS, *LIFTED, *BOB_RINGS, busy, *order])
        assert calls[KEY].cause.value == "busy"


def test_the_own_phone_declining_is_said_whatever_ends_last():
    ends = [event("Hangup", of, Cause=cause) for of, cause in ((NEAR, "0"), (OWN, "21"))]
    for order in (ends, ends[::-1]):
        _, calls = told([*RINGS, *order])
        assert calls[KEY].cause.value == "own phone declined"


def test_a_phone_whose_name_begins_like_the_own_one_is_somebody_elses():
    tracker = Tracker(["PJSIP/7001"], "7001")
    assert tracker.is_own("PJSIP/7001-00000001")
    assert not tracker.is_own("PJSIP/7001-soft-00000001")
    assert not tracker.is_own("PJSIP/70011-00000001")
    assert Tracker(["PJSIP/7001-soft"], "7001").is_own("PJSIP/7001-soft-00000001")


def test_a_colleague_who_clicks_through_a_local_channel_of_theirs_calls_in():
    bobs = "Local/7002@internal-00;1"
    UIDS[bobs] = KEY
    phases, calls = told(
        [
            event("Newchannel", bobs, ChannelState="0", Exten="7002"),
            event("Newchannel", OWN, ChannelState="0", Exten="s"),
            event("DialBegin", bobs, OWN, DestConnectedLineNum="7002"),
        ]
    )
    assert phases == {UIDS[OWN]: ["ringing"]}
    assert calls[UIDS[OWN]].direction.value == "in"
