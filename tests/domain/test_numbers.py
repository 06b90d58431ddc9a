import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from traydial.domain.errors import NothingToDial
from traydial.domain.numbers import Number, shown, understand
from traydial.domain.settings import DialSettings


@pytest.mark.parametrize(
    ("text", "dial"),
    [
        ("7002", "7002"),
        (" 030 / 123-456 ", "030123456"),
        ("+49 (0)30 123456", "+4930123456"),
        ("+1 (555) 010-9999", "+15550109999"),
        ("0049\u00a030\u202f123\u2011456", "004930123456"),
        ("\u202a+49 30 123456\u202c", "+4930123456"),
        ("\uff17\uff10\uff10\uff12", "7002"),
        ("\u0667\u0660\u0660\u0662", "7002"),
        ("*97", "*97"),
        ("*21*030123#", "*21*030123#"),
        ("tel:+49-30-123456", "+4930123456"),
        ("tel:%2B49%2030%20123456", "+4930123456"),
        ("TEL:030-123456", "030123456"),
        ("tel:7042;phone-context=example.com", "7042"),
        ("callto://+4930123456", "+4930123456"),
        ("traydial:7002", "7002"),
    ],
)
def test_a_number_is_read_as_people_write_it(text, dial):
    assert understand(text, DialSettings()).dial == dial


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "Anna",
        "030 123 456\n040 999 888",
        "12a34",
        "1;2",
        "7002&7003",
        "7002,1",
        "++49",
        "49+30",
        "*",
        "1" * 33,
        "9" * 300,
        "tel:*21*030123%23",
        "tel:%23%2306",
        "tel:",
        "tel:--headless",
        "7002\r\nAction: Command",
    ],
)
def test_what_is_no_number_is_not_dialled(text):
    with pytest.raises(NothingToDial):
        understand(text, DialSettings())


@settings(deadline=None)  # what knows all countries is loaded by the first
@given(st.text(max_size=60))
def test_whatever_is_dialled_holds_only_what_a_phone_can_dial(text):
    try:
        number = understand(text, DialSettings("DE"))
    except NothingToDial:
        return
    assert set(number.dial) <= set("+0123456789*#")
    assert number.dial.rfind("+") <= 0


@pytest.mark.parametrize(
    ("dial", "country", "people_write"),
    [
        ("7002", "DE", "7002"),
        ("030123456", "DE", "030 123456"),
        ("+4930123456", "DE", "+49 30 123456"),
        ("+12125550100", "DE", "+1 212-555-0100"),
        ("2125550100", "US", "(212) 555-0100"),
        ("030123456", "", "030123456"),
        ("*97", "DE", "*97"),
    ],
)
def test_a_number_is_shown_as_people_there_write_it(dial, country, people_write):
    assert shown(dial, country) == people_write


def test_both_come_together():
    assert understand("tel:+49-30-123456", DialSettings("DE")) == Number(
        "+4930123456", "+4930123456", "+49 30 123456"
    )
