import asyncio

import pytest

from tests.ui.people import Driver
from traydial.domain.errors import CallGone
from traydial.ui.errands import Errands
from traydial.ui.error_words import error_words


@pytest.fixture
def driver():
    driver = Driver()
    yield driver
    driver.close()


@pytest.fixture
def told():
    return []


@pytest.fixture
def errands(driver, told):
    return Errands(driver.start, lambda error: told.append(("otherwise", type(error))))


async def returns(value):
    return value


async def waits(future):
    return await future


def test_what_it_returns_is_brought_back(errands, told):
    errands.run(returns(7), told.append, told.append)
    assert told == [7]


def test_an_error_is_brought_to_who_asked(driver, errands, told):
    future = driver.future()
    errands.run(waits(future), lambda error: told.append(type(error)), told.append)
    future.set_exception(CallGone("k"))
    driver.step()
    assert told == [CallGone]


def test_once_it_is_over_errors_go_elsewhere_and_results_nowhere(driver, errands, told):
    futures = [driver.future(), driver.future()]
    for future in futures:
        errands.run(waits(future), told.append, told.append)
    errands.end()
    futures[0].set_result(7)
    futures[1].set_exception(CallGone("k"))
    driver.step()
    assert told == [("otherwise", CallGone)]


def test_a_mistake_of_ours_is_told_and_still_raised(told):
    works = []
    errands = Errands(works.append, told.append)

    async def fails():
        raise ValueError("ours")

    errands.run(fails(), lambda error: told.append(error_words(error)))
    with pytest.raises(ValueError, match="ours"):
        asyncio.run(works[0])
    assert "Something went wrong" in told[0].sentence
    assert "ValueError: ours" in told[0].detail


def test_one_called_off_says_nothing(driver, errands, told):
    future = driver.future()
    errand = errands.run(waits(future), told.append, told.append)
    errand.call_off()
    driver.step()
    assert future.cancelled()
    assert told == []
