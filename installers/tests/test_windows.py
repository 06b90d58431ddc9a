"""Set-up and MSI on a fresh Windows within Wine: install, use, upgrade while running, remove."""

import pytest

from installers.windows.check import check_msi, check_setup
from traydial.app.demo import DemoThread, office


@pytest.fixture
def demo():
    """Yield a phone system that the installed program calls with."""
    with DemoThread(office(None)) as thread:
        yield thread


@pytest.mark.timeout(1200)
@pytest.mark.parametrize("check", [check_setup, check_msi])
def test_from_a_clean_windows_to_a_clean_windows(check, demo):
    check(demo)
