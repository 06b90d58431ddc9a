"""Traces that were saved show what they should."""

import asyncio
from pathlib import Path

import pytest

from tests.replay import play, story_of

TRACES = sorted((Path(__file__).parent / "traces").glob("*.txt"))


@pytest.mark.parametrize("trace", TRACES, ids=lambda file: file.stem)
def test_a_trace_shows_what_it_should(trace):
    seen = asyncio.run(asyncio.wait_for(play(story_of(trace)), 60))
    assert seen == trace.with_suffix(".seen").read_text("utf-8").splitlines()
