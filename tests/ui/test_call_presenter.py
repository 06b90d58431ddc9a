import itertools
from dataclasses import replace

import pytest

from tests.ui.people import NOW, ONLINE, incoming, outgoing, talking
from traydial.domain.calls import Call, Cause, Direction, Phase, Recording
from traydial.domain.connection import Connection, Link
from traydial.domain.privileges import Ability
from traydial.domain.settings import RecordingSettings
from traydial.ui.call_presenter import describe
from traydial.ui.card_offers import Do
from traydial.ui.several import Among, among


def dos(face):
    return [offer.do for offer in face.offers]


def test_a_ringing_caller_can_be_diverted_and_declined_but_not_answered():
    face = describe(incoming(), ONLINE)
    assert dos(face) == [Do.DIVERT, Do.DECLINE]
    assert (face.title, face.status, face.via) == ("Anna Berger", "Incoming call", "Support")
    assert not face.is_bar


def test_a_missed_stranger_can_be_blocked():
    missed = incoming(phase=Phase.ENDED, cause=Cause.MISSED)
    assert dos(describe(missed, ONLINE, can_block=True)) == [Do.CALL_BACK, Do.BLOCK, Do.CLOSE]
    assert Do.BLOCK not in dos(describe(incoming(), ONLINE, can_block=True))


def test_the_company_stands_before_the_number_and_harms_nothing():
    assert describe(incoming(company="Acme\u202e"), ONLINE).number.startswith("Acme · +49")
    assert describe(incoming(name="", company="Acme"), ONLINE).number == ""


def test_a_customers_page_is_offered_while_there_is_something_to_be_done():
    for call in (incoming(), talking(), outgoing(), talking(phase=Phase.HELD)):
        assert dos(describe(call, ONLINE, can_open=True))[-2] is Do.OPEN
    missed = incoming(phase=Phase.ENDED, cause=Cause.MISSED)
    assert dos(describe(missed, ONLINE, can_open=True)) == [Do.CALL_BACK, Do.OPEN, Do.CLOSE]
    over = incoming(phase=Phase.ENDED, cause=Cause.HUNG_UP)
    assert dos(describe(over, ONLINE, can_open=True)) == []


def test_a_recording_that_begins_cannot_be_stopped_yet():
    face = describe(talking(recording=Recording.STARTING, monitors=0), ONLINE)
    assert [offer.why_not for offer in face.offers][:2] == ["One moment."] * 2
    assert not any(offer.why_not for offer in face.offers[2:])


def test_what_one_who_talks_can_do():
    face = describe(talking(), ONLINE)
    assert dos(face) == [Do.RECORD, Do.TRANSFER, Do.PARK, Do.KEYPAD, Do.HANG_UP]
    assert face.is_bar
    assert face.clock_from == NOW - 207


@pytest.mark.parametrize(
    ("recording", "offered"),
    [(Recording.ON, Do.PAUSE), (Recording.PAUSED, Do.RESUME), (Recording.STARTING, Do.PAUSE)],
)
def test_a_recording_can_be_stopped_and_paused(recording, offered):
    face = describe(talking(recording=recording, monitors=1), ONLINE)
    assert dos(face)[:2] == [Do.STOP_RECORDING, offered]
    assert not face.pbx_records


@pytest.mark.parametrize(
    ("policy", "recording", "offered"),
    [
        ("always", Recording.ON, [Do.PAUSE]),
        ("always", Recording.PAUSED, [Do.RESUME]),
        ("always", Recording.OFF, [Do.RECORD]),  # it could not be started: try again
        ("never", Recording.OFF, []),
        ("never", Recording.ON, [Do.STOP_RECORDING, Do.PAUSE]),  # keyed at the phone
    ],
)
def test_what_the_policy_leaves_to_the_user(policy, recording, offered):
    call = talking(recording=recording, monitors=int(recording is not Recording.OFF))
    face = describe(call, ONLINE, rules=RecordingSettings(policy=policy))
    assert dos(face) == [*offered, Do.TRANSFER, Do.PARK, Do.KEYPAD, Do.HANG_UP]


def test_a_key_of_the_phone_system_records_where_the_account_may_not():
    held = ONLINE.abilities - {Ability.RECORD, Ability.PAUSE_RECORDING}
    limited = replace(ONLINE, abilities=held)
    (record, *_) = describe(talking(), limited).offers
    assert "write = system" in record.why_not
    assert "key" in record.why_not
    (record, *_) = describe(talking(), limited, rules=RecordingSettings(one_touch="*3")).offers
    assert not record.why_not
    without = replace(limited, abilities=held - {Ability.ONE_TOUCH})
    (record, *_) = describe(talking(), without, rules=RecordingSettings(one_touch="*3")).offers
    assert record.why_not


def test_a_recording_that_is_not_ours_lights_the_second_lamp_only():
    face = describe(talking(monitors=1), ONLINE)
    assert (face.lamp, face.pbx_records) == (Recording.OFF, True)
    assert describe(talking(recording=Recording.ON, monitors=2), ONLINE).pbx_records


@pytest.mark.parametrize(
    ("phase", "step", "status"),
    [
        (Phase.OWN_RINGING, 0, "Your phone is ringing, pick it up"),
        (Phase.CALLING, 1, "Calling Anna Berger"),
        (Phase.RINGING, 1, "Ringing at Anna Berger"),
        (Phase.TALKING, None, "Talking"),
    ],
)
def test_the_steps_of_an_outgoing_call(phase, step, status):
    face = describe(outgoing(phase=phase), ONLINE)
    assert (face.step, face.status) == (step, status)
    if phase is not Phase.TALKING:
        assert dos(face) == [Do.CANCEL]


@pytest.mark.parametrize(
    "cause",
    [Cause.BUSY, Cause.NO_ANSWER, Cause.NOT_REACHABLE, Cause.REFUSED, Cause.OWN_NO_ANSWER,
     Cause.OWN_DECLINED, Cause.OWN_UNREACHABLE],
)  # fmt: skip
def test_a_call_that_failed_can_be_tried_again_and_stays_long(cause):
    face = describe(outgoing(phase=Phase.ENDED, cause=cause), ONLINE)
    assert dos(face) == [Do.TRY_AGAIN, Do.CLOSE]
    assert face.lingers > 10


def test_a_missed_call_stays_a_while_and_can_be_called_back():
    face = describe(incoming(phase=Phase.ENDED, cause=Cause.MISSED), ONLINE)
    assert dos(face) == [Do.CALL_BACK, Do.CLOSE]
    assert face.lingers > 5
    nobody = describe(incoming(number="", phase=Phase.ENDED, cause=Cause.MISSED), ONLINE)
    assert dos(nobody) == []


def test_one_who_comes_back_from_the_parking_lot_is_announced():
    assert describe(incoming(from_space="801"), ONLINE).status == "Came back from parking space 801"
    assert describe(incoming(from_space=""), ONLINE).status == "Came back from parking"
    assert describe(talking(from_space="801"), ONLINE).status == "Talking"


@pytest.mark.parametrize("cause", [Cause.HUNG_UP, Cause.TRANSFERRED])
def test_what_ended_as_it_should_goes_soon(cause):
    face = describe(incoming(phase=Phase.ENDED, cause=cause), ONLINE)
    assert face.lingers < 3
    assert face.offers == ()


def test_a_hindrance_shows_while_the_call_lives():
    face = describe(outgoing(phase=Phase.CALLING, cause=Cause.BUSY), ONLINE)
    assert face.status == "Busy"
    assert dos(face) == [Do.CANCEL]


def test_what_the_account_may_not_do_says_why():
    limited = Connection(Link.ONLINE, abilities=frozenset({Ability.HANG_UP}))
    why_not = {offer.do: offer.why_not for offer in describe(talking(), limited).offers}
    assert why_not[Do.HANG_UP] == ""
    assert "may not record" in why_not[Do.RECORD]
    assert "may not transfer" in why_not[Do.TRANSFER]


def test_offline_nothing_can_be_done_to_a_call():
    assert all(o.why_not for o in describe(talking(), Connection()).offers)


def test_while_one_thing_is_under_way_one_can_only_hang_up():
    face = describe(talking(), ONLINE, pending=frozenset({Do.RECORD}))
    assert [offer.do for offer in face.offers if not offer.why_not] == [Do.HANG_UP]
    face = describe(talking(), ONLINE, pending=frozenset({Do.RECORD, Do.HANG_UP}))
    assert all(offer.why_not for offer in face.offers)


def test_number_stands_in_for_a_name():
    face = describe(incoming(name=""), ONLINE, lambda number: "0 30")
    assert (face.title, face.number, face.initials) == ("0 30", "", "")
    assert describe(incoming(name="", number=""), ONLINE).title == "Unknown number"


def test_every_call_has_a_face():
    all_of = itertools.product(Direction, Phase, [None, *Cause], Recording, (0, 2))
    for direction, phase, cause, recording, monitors in all_of:
        call = Call("k", direction, phase, 1.0, "7", "N", cause=cause, recording=recording,
                    monitors=monitors)  # fmt: skip
        face = describe(call, ONLINE)
        assert face.status
        assert (face.lingers is None) == call.alive


def test_where_somebody_was_parked_stands_large_and_can_be_dialled():
    call = talking(phase=Phase.ENDED, cause=Cause.PARKED, parked_at="801")
    face = describe(call, ONLINE)
    assert face.title == "Parked at 801"
    assert face.number == call.name
    assert dos(face) == [Do.FETCH, Do.CLOSE]
    assert face.lingers > 60


@pytest.mark.parametrize(
    ("known", "via", "says"),
    [
        ({"taker": "7002", "taker_name": "Bob Okafor"}, "support", "Bob Okafor took it after 8 s"),
        ({"taker": "7002"}, "support", "(7002) took it after 8 s"),
        ({}, "support", "Answered by a colleague after 8 s"),
        ({}, "", "Answered elsewhere after 8 s"),
    ],
)
def test_who_took_a_call_is_told_for_a_moment(known, via, says):
    call = incoming(via=via, phase=Phase.ENDED, cause=Cause.ANSWERED_ELSEWHERE, **known)
    face = describe(replace(call, since=call.began + 8), ONLINE, lambda number: f"({number})")
    assert (face.status, face.icon, face.meaning, face.offers) == (says, "check", None, ())
    assert 3 < face.lingers < 6


def test_a_caller_from_a_queue_has_waited_since_they_joined_it():
    face = describe(incoming(via="support", waits_since=NOW - 95), ONLINE)
    assert (face.via, face.clock_from) == ("Support, waiting", NOW - 95)
    face = describe(talking(via="support", waits_since=NOW - 300), ONLINE)
    assert (face.via, face.clock_from) == ("Support", NOW - 207)


def test_of_several_calls_one_is_in_front():
    held, talks, rings = talking("1", phase=Phase.HELD), talking("2"), incoming("3")
    calls = {call.key: call for call in (held, talks, rings)}
    stands = {key: among(call, calls) for key, call in calls.items()}
    assert stands == {"1": Among.BEHIND, "2": Among.FRONT, "3": Among.BESIDE}
    assert among(held, {"1": held}) is Among.ALONE
    assert among(held, {"1": held, "3": rings}) is Among.BESIDE  # nobody is spoken to
    over = replace(talks, phase=Phase.ENDED)
    assert among(held, {"1": held, "2": over}) is among(over, calls) is Among.ALONE
