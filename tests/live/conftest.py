"""A real Asterisk of each version, started once for all live tests."""

import pytest

from tests.pbx.asterisk import Asterisk


@pytest.fixture(scope="session", params=["22", "16"])
def pbx(request):
    """Yield a running PBX; where none can be had the test fails and says why."""
    with Asterisk(request.param) as asterisk:
        yield asterisk


def pytest_collection_modifyitems(items):
    for item in items:
        if "/live/" in item.nodeid:
            item.add_marker(pytest.mark.live)
