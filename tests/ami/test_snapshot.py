"""What a real answer to ``Status`` says of my calls, whoever asks and whatever the version."""

import pytest

from tests.ami import transcripts
from traydial.ami.own_legs import OwnLegs
from traydial.ami.snapshot import read_status

# (direction, phase, number, name, via, phone that called) of each call.
# Hold is not in a Status; the queue's name neither, so ``via`` is the dialled number.
EXPECTED = {
    "status_idle": [],
    "status_talking_out": [("out", "talking", "7002", "Bob", "", "")],
    "status_talking_dialled_on_phone": [("out", "talking", "7002", "Bob", "", "")],
    "status_talking_in": [("in", "talking", "7002", "Bob", "", "PJSIP/7002")],
    "status_talking_in_local": [("in", "talking", "7003", "Anna Berger", "7201", "PJSIP/7003")],
    "status_ringing_in": [("in", "ringing", "7002", "Bob", "", "PJSIP/7002")],
    "status_ringing_queue": [("in", "ringing", "7003", "Anna Berger", "7200", "PJSIP/7003")],
    "status_dialling_own_ringing": [("out", "own-ringing", "7002", "Bob", "", "")],
    "status_dialling_callee_ringing": [("out", "ringing", "7002", "Bob", "", "")],
    "status_hold_and_ringing": [
        ("in", "talking", "7002", "Bob", "", "PJSIP/7002"),
        ("in", "ringing", "7003", "Anna Berger", "", "PJSIP/7003"),
    ],
}


def test_the_table_has_every_snapshot():
    assert {*transcripts.names("status_")} == {*EXPECTED}


@pytest.mark.parametrize("scenario", EXPECTED)
@pytest.mark.parametrize(("version", "account"), transcripts.STREAMS)
def test_a_real_snapshot_is_understood(version, account, scenario):
    rows = transcripts.messages(version, account, scenario)
    own = OwnLegs(["PJSIP/7001"], "7001")
    snapshot = read_status(rows, own, 1000.0)
    callers = {leg.key: leg.caller.rpartition("-")[0] for leg in snapshot.legs}
    seen = [
        (c.direction.value, c.phase.value, c.number, c.name, c.via, callers[c.key])
        for c in snapshot.calls
    ]
    assert sorted(seen) == sorted(EXPECTED[scenario])
