import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traydial.domain.calls import Call, Direction, Phase
from traydial.domain.settings import RecordingSettings
from traydial.services.recording_name import recording_name


def name(template, number="7002", extension="7001"):
    call = Call("1", Direction.IN, Phase.TALKING, 0.0, number)
    return recording_name(template, call, extension, 1_700_000_000.0)


def test_the_template_is_filled():
    filled = name(RecordingSettings().file_name, "+49 30 123")
    assert re.fullmatch(r"traydial/2023-11-1\d-\d\d-\d\d-\d\d-in-7001-004930123\.wav", filled)


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=20))
def test_nothing_leaves_the_alphabet_or_the_folder(template, number, extension):
    filled = name(template, number, extension)
    assert re.fullmatch(r"[A-Za-z0-9._/-]+", filled)
    assert not filled.startswith("/")
    assert ".." not in filled.split("/")


@pytest.mark.parametrize(
    "evil", [",", ";", "|", "$", "`", "&", "/", "\\", "\n", "'", '"', " ", "%"]
)
def test_no_hostile_character_of_a_number_stays(evil):
    assert name("{number}.wav", f"1{evil}touch x") == "1touchx.wav"


@pytest.mark.parametrize("number", ["", "...", ",,,"])
def test_a_number_of_which_nothing_is_left_is_unknown(number):
    assert name("{number}.wav", number) == "unknown.wav"
