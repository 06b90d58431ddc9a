"""Tests of how a text is rid of numbers and names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traydial.domain.privacy import without_numbers


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("+49 30 1234567 does not answer", "…67 does not answer"),
        ("the transfer to 7002: answered", "the transfer to …02: answered"),
        ("tel:+49(30)123-4567;ext=89", "tel:…67;ext=89"),
        ("own leg PJSIP/7001-00000209 is gone: cause 16", "own leg PJSIP/…09 is gone: cause 16"),
        ("Local/7001@internal-00000037;1", "Local/…01@internal-…37;1"),
        ("tel:7002 and sip:112@pbx", "tel:…02 and sip:…12@pbx"),
        ("number='030 1234567', name=''", "number='…67', name=''"),
        (
            "<Message CallerIDName: Schmidt, Anna, Exten: s, ConnectedLineName: Roth, Eva>",
            "<Message CallerIDName: …, Exten: s, ConnectedLineName: …",
        ),
        ("num_4930123456 x.4930123456 +49301234567abc", "num_…56 x.…56 +…67abc"),
        ('"7002" <7002>', '"…02" <…02>'),
        (
            "CallerIDNum: 0301234567, CallerIDName: Anna Berger, Exten: s",
            "CallerIDNum: …67, CallerIDName: …, Exten: s",
        ),
    ],
)
def test_numbers_and_names_are_hidden(text, left):
    assert without_numbers(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "pbx.example:5039: [Errno 104] Connection reset by peer",
        "192.168.101.20:5038: no answer in time",
        "[::1]:5039: refused",
        'File "calls.py", line 1234, in reduce',
        "traydial-5597e64d420fec80 on 2026-11-23 took 12 s",
        "ConnectedLineName: <unknown>, Priority: 1",
    ],
)
def test_what_is_no_number_of_people_stays(text):
    assert without_numbers(text) == text


@given(
    st.from_regex(r"\A\+?[1-9][0-9]{5,14}\Z"), st.sampled_from([" ", "'", "<", "/", "=", "(", ""])
)
def test_no_number_gets_through(number, before):
    after = {"<": ">", "(": ")"}.get(before, before)
    hidden = without_numbers(f"call {before}{number}{after} ended")
    assert number.lstrip("+")[:-2] not in hidden
