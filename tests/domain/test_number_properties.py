"""What holds for every text, however hostile, and for the numbers of every country."""

import re
import time

import phonenumbers
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from traydial.domain.errors import NothingToDial
from traydial.domain.numbers import numbers_in, plain, understand
from traydial.domain.settings import FORMS, DialSettings

REGIONS = [
    "DE", "AT", "CH", "FR", "GB", "US", "CA", "IT", "ES", "NL", "BE", "SE", "NO", "DK", "FI", "PL",
    "CZ", "RU", "JP", "AU", "BR", "IN", "CN", "KR", "TR", "IL", "IE", "PT",
]  # fmt: skip
BETWEEN = [
    "\n", "\r\n", "\t", " ", "  ", " / ", "/", "; ", ";", ", ", ",", " | ", " - ", " & ",
    " \u00b7 ",
    " und ", " or ", " oder ",
]  # fmt: skip
DIAL = re.compile(r"\+?[0-9*#]{1,40}")
COUNTRIES = ["", "DE", "AT", "US", "CA", "GB", "FR", "IT", "ES", "DK", "RU", "JP", "AU", "BR", "SG"]

offices = st.builds(
    DialSettings,
    country=st.sampled_from(COUNTRIES),
    area_code=st.sampled_from(["", "", "30", "212", "1"]),
    extensions=st.sampled_from([(), (), ("7XXX",), ("[1-3]XX", "8."), ("X!",), ("XXX",)]),
    outside_prefix=st.sampled_from(["", "", "0", "9", "00", "*9"]),
    form=st.sampled_from(FORMS),
    replacements=st.sampled_from([(), (), (r"0171(.*) -> 8171\1",), (r"\+?(\d+) -> 99\1",)]),
    vanity=st.booleans(),
)
looks_like_one = st.text(
    "0123456789" * 3 + " +-/()." + ",;#*xpw\n\t\u00a0\u2011\u0663tel:@e", max_size=60
)
texts = st.one_of(looks_like_one, st.text(max_size=60))
link_parts = [
    *"0123456789+-.()%;=,*#?/@ pwx", "%2A", "%23", "%2523", "%EF%BC%8A", "%EF%BC%83",
    "\uff0a", "\uff03", ";ext=", ";postd=", ";isub=", ";phone-context=+49-30", ";phone-context=+1",
    "@example.com",
]  # fmt: skip
link_bodies = st.text(max_size=30) | st.lists(st.sampled_from(link_parts), max_size=25).map("".join)


@st.composite
def real_numbers(draw):
    """Return a number of some country as it is written there, and that country."""
    region = draw(st.sampled_from(REGIONS))
    kind = draw(st.sampled_from([PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE]))
    number = phonenumbers.example_number_for_type(region, kind)
    changed = draw(st.integers(0, 999))
    number.national_number = number.national_number // 1000 * 1000 + changed
    assume(phonenumbers.is_valid_number(number))
    return phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL), region, number


def understood(text, office):
    try:
        return understand(text, office)
    except NothingToDial:
        return None


@given(texts, offices)
@settings(max_examples=400, deadline=None)
def test_only_what_a_phone_can_dial_is_dialled_and_nothing_else_goes_wrong(text, office):
    for number in filter(None, (understood(text, office), *numbers_in(text, office))):
        assert DIAL.fullmatch(number.dial)
        assert re.fullmatch(r"[0-9]{0,20}", number.after)
        assert not number.why or number.why.startswith("dialled as ")


@given(texts, offices)
@settings(max_examples=400, deadline=None)
def test_what_is_meant_is_dialled_the_same_way_again(text, office):
    for number in filter(None, (understood(text, office), *numbers_in(text, office))):
        again = understand(number.meant, office)
        assert (again.dial, again.meant) == (number.dial, number.meant)
        assert again.kinds == number.kinds
        if not office.replacements:  # a rule cannot be turned round
            assert understand(plain(number.dial, office), office).dial == number.dial


@given(link_bodies, st.sampled_from(["tel:", "callto:", "sip:", "traydial:", "TEL://"]), offices)
@settings(max_examples=600, deadline=None)
def test_a_link_never_switches_features(body, scheme, office):
    office = DialSettings(office.country, office.area_code, office.extensions, form=office.form)
    for link in (scheme + body, scheme + body + "@example.com"):
        for found in filter(None, (understood(link, office), *numbers_in(link, office))):
            assert not set("*#") & {*found.dial, *found.after}


@given(real_numbers(), st.lists(st.sampled_from(" -.\u00a0\u2011\u200b\u2009\u202a"), max_size=3))
@settings(max_examples=300, deadline=None)
def test_separators_never_change_what_is_dialled(real, separators):
    text, region, number = real
    office = DialSettings(region, form="e164")
    digits = re.sub(r"\D", "", text)
    expected = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    place = 3
    for separator in separators:
        digits = digits[:place] + separator + digits[place:]
        place += 3
    assert understand(digits, office).dial == expected
    assert understand("  " + text + "\u00a0", office).dial == expected
    assert understand("tel:" + text.replace(" ", "%20"), office).dial == expected


@given(
    real_numbers(),
    real_numbers(),
    st.sampled_from(BETWEEN),
)
@settings(max_examples=300, deadline=None)
def test_two_numbers_are_never_glued(one, other, between):
    _, region, first = one
    second = other[2]
    style = PhoneNumberFormat.INTERNATIONAL
    office = DialSettings(region, form="e164")
    expected = [phonenumbers.format_number(n, PhoneNumberFormat.E164) for n in (first, second)]
    text = between.join(phonenumbers.format_number(n, style) for n in (first, second))
    assert [number.dial for number in numbers_in(text, office)] == [*dict.fromkeys(expected)]
    assert understood(text, office) is None


@given(real_numbers(), st.integers(0, 999), st.sampled_from(BETWEEN))
@settings(max_examples=300, deadline=None)
def test_two_numbers_as_they_are_written_at_home_are_never_glued(one, other, between):
    _, region, number = one
    second = phonenumbers.PhoneNumber()
    second.merge_from(number)
    second.national_number = number.national_number // 1000 * 1000 + other
    assume(phonenumbers.is_valid_number(second))
    both = (number, second)
    office = DialSettings(region, form="e164")
    written = between.join(phonenumbers.format_number(n, PhoneNumberFormat.NATIONAL) for n in both)
    expected = [phonenumbers.format_number(n, PhoneNumberFormat.E164) for n in both]
    assert [n.dial for n in numbers_in(written, office)] == [*dict.fromkeys(expected)]
    assert understood(written, office) is None


@pytest.mark.parametrize("region", sorted(phonenumbers.SUPPORTED_REGIONS))
def test_the_numbers_of_every_country_are_understood(region):
    for kind in (PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE):
        example = phonenumbers.example_number_for_type(region, kind)
        if example is None:
            continue
        expected = phonenumbers.format_number(example, PhoneNumberFormat.E164)
        at_home = phonenumbers.format_number(example, PhoneNumberFormat.NATIONAL)
        abroad = phonenumbers.format_number(example, PhoneNumberFormat.INTERNATIONAL)
        link = phonenumbers.format_number(example, PhoneNumberFormat.RFC3966)
        for text in (at_home, abroad, link):
            assert understand(text, DialSettings(region, form="e164")).dial == expected
        assert understand(abroad, DialSettings("DE")).dial == expected
        (found,) = numbers_in(f"Please ring {abroad} today.", DialSettings("DE"))
        assert found.dial == expected
        if len(re.findall(r"\d", at_home)) >= 7:
            (found,) = numbers_in(
                f"Please ring {at_home} today.", DialSettings(region, form="e164")
            )
            assert found.dial == expected


NASTY = {
    "one digit": "1 " * 1000,
    "digits": "1" * 2000,
    "numbers": "030 123456 " * 190,
    "small numbers": "030 1 " * 333,
    "extensions": "700 " * 500,
    "brackets": "(" * 2000,
    "bracketed": "(0)" * 666,
    "dashes": "1-" * 1000,
    "strokes": "0/" * 1000,
    "pluses": "+1" * 1000,
    "letters": "a" * 2000,
    "mail": "a@" * 1000,
    "commas": "1," * 1000,
    "colons": "1:" * 1000,
    "addresses": "http://" * 280,
    "links": "tel:1 " * 333,
    "schemes": "tel:" * 500,
    "labels": "tel. " * 390 + "030 123456",
    "codes": "DE12 " * 400,
    "pauses": "1w" * 1000,
    "amounts": "1.000 kr " * 220,
    "dates": "22.11." * 330,
    "a blank": "0" + " " * 1998 + "1",
    "one that grows": "\ufdfa" * 2000,
    "percents": "tel:" + "%" * 1900,
    "much": "030 123 " * 300_000,
}


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
@pytest.mark.parametrize(
    "office",
    [DialSettings("DE", "30", ("7XXX", "[1-7]XX"), "0", "e164", vanity=True), DialSettings("US")],
    ids=["Berlin", "US"],
)
def test_no_text_takes_long(text, office):
    understood("+12125550100", office)  # what knows all countries is loaded once
    started = time.process_time()
    assert len(numbers_in(text, office)) <= 50
    for one in (text, text[:200], "tel:" + text[:590]):
        understood(one, office)
    assert time.process_time() - started < 1.5


def test_only_the_first_2000_characters_are_read():
    text = "." * 1990 + "030 123456 and 040 123456"
    assert [n.dial for n in numbers_in(text[:2000], DialSettings("DE"))] == [
        n.dial for n in numbers_in(text, DialSettings("DE"))
    ]
    assert numbers_in("x " * 1000 + "030 123456", DialSettings("DE")) == ()
    with pytest.raises(NothingToDial):
        understand(" " * 3000 + "030 123456", DialSettings("DE"))
