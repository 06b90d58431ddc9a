"""A few minutes of ``make fuzz`` in each test run, and every case that was ever found."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS, seeds

CASES = Path(__file__).with_name("cases")
KEPT = sorted(file for file in CASES.glob("*/*") if file.is_file())


@pytest.mark.parametrize("name", TARGETS)
def test_the_seeds(name):
    assert seeds(name)
    for data in seeds(name):
        TARGETS[name](data)


@pytest.mark.parametrize("file", KEPT, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_what_was_found_once(file):
    TARGETS[file.parent.name](file.read_bytes())


def spoilt(name):
    """Return seeds with parts cut out, doubled, and other bytes put in."""
    return st.builds(
        lambda data, at, length, put: (
            data[: at % (len(data) + 1)] + put + data[at % (len(data) + 1) + length :]
        ),
        st.sampled_from(seeds(name)),
        st.integers(0, 4000),
        st.integers(0, 60),
        st.one_of(st.binary(max_size=20), st.text(max_size=12).map(str.encode)),
    )


@pytest.mark.parametrize("name", TARGETS)
def test_anything(name):
    @settings(deadline=None, max_examples=150, suppress_health_check=[*HealthCheck])
    @given(st.one_of(st.binary(max_size=300), spoilt(name)))
    def fuzz(data):
        TARGETS[name](data)

    fuzz()
