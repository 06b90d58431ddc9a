"""Nobody is named, and everybody is the same throughout."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traydial.domain.pseudonyms import Pseudonyms


def others(*headers):
    made = Pseudonyms(b"key")
    made.learn(headers)
    return made


def test_a_name_is_another_wherever_it_stands():
    made = others(("CallerIDName", "Anna Berger"), ("CallerIDName", "Bo"))
    assert made.header("ConnectedLineName", "Anna Berger") == "Person 1"
    assert made.header("Value", "of Anna Berger, Annalena") == "of Person 1, Annalena"
    assert made.header("CallerIDName", "Bo") == "Person 2"
    assert made.header("AppData", "Bob") == "Bob"


def test_a_name_in_quotes_is_learnt():
    made = others(("CallerID", '"Anna Berger" <7003>'))
    assert made.header("CallerID", '"Anna Berger" <7003>') == '"Person 1" <7003>'


def test_nobody_stays_nobody_and_a_device_is_no_name():
    made = others(("CallerIDName", "<unknown>"), ("MemberName", "PJSIP/anna"))
    assert made.header("CallerIDName", "<unknown>") == "<unknown>"
    assert made.header("MemberName", "PJSIP/anna") == "PJSIP/anna"


def test_a_number_is_the_same_in_all_its_forms():
    made = others()
    shown = [made.text(form) for form in ("+493012345678", "03012345678", "(030) 12 34-56 78")]
    assert len({re.sub(r"\D", "", one)[-6:] for one in shown}) == 1
    assert "345678" not in re.sub(r"\D", "", "".join(shown))
    assert shown[0].startswith("+49301")
    assert re.fullmatch(r"\(030\) \d\d \d\d-\d\d \d\d", shown[2])


def test_another_key_makes_other_numbers():
    assert Pseudonyms(b"1").text("+493012345678") != Pseudonyms(b"2").text("+493012345678")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("Uniqueid", "1732310000.123456"),
        ("Linkedid", "pbx-1732310000.7"),
        ("AppData", "1732310000.123456,b"),
        ("BridgeUniqueid", "12345678-1234-1234-1234-123456789012"),
        ("Channel", "PJSIP/7001-00000012"),
        ("Channel", "Local/7001@internal-00000012;2"),
        ("Value", "PJSIP/7001-00000012"),
        ("Exten", "7001"),
        ("Exten", "*317001"),
        ("Timestamp", "1732310000.123456"),
        ("Value", "2026-03-14 15:09:26"),
        ("Address", "127.0.0.1"),
    ],
)
def test_what_the_program_needs_stays(key, value):
    assert others().header(key, value) == value


@pytest.mark.parametrize(
    ("value", "like"),
    [
        ("PJSIP/493012345678-0000001a", r"PJSIP/493012\d{6}-0000001a"),
        ("PJSIP/+493012345678@trunk,30", r"PJSIP/\+493012\d{6}@trunk,30"),
        ("*67030123456", r"\*67030\d{6}"),
        ("sip:7001@10.1.2.3:5060", r"sip:7001@192\.0\.2\.1:5060"),
        ("[fe80:0:0::1:2]:5060", r"\[2001:db8::1\]:5060"),
    ],
)
def test_what_stands_beside_a_number_stays(value, like):
    shown = others().header("Value", value)
    assert re.fullmatch(like, shown)
    assert shown != value


@given(st.from_regex(r"(\+49|0049|0)30[1-9]\d{5,8}", fullmatch=True), st.sampled_from("@,;:< /-)"))
def test_no_number_of_somebody_is_left(number, after):
    for key in ("CallerIDNum", "Exten", "Data", "Channel", "Variable"):
        shown = others().header(key, f"x={number}{after}rest")
        assert number[-6:] not in shown or others().text(number)[-6:] == number[-6:]
        assert len(shown) == len(f"x={number}{after}rest")
