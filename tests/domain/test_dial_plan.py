"""How an office dials, and how that is explained to those who work there."""

import subprocess
import sys

import phonenumbers
import pytest

from traydial.domain.errors import NothingToDial
from traydial.domain.numbers import is_listed, plain, understand
from traydial.domain.numbers.patterns import matches
from traydial.domain.settings import ASK_KINDS, DialSettings

BERLIN = DialSettings("DE", "30", ("7XXX",), "0")
NEW_YORK = DialSettings("US", "212", ("[2-4]XXX",), "9")


def dialling(settings, form):
    return DialSettings(
        settings.country, settings.area_code, settings.extensions, settings.outside_prefix, form
    )


@pytest.mark.parametrize(
    ("text", "settings", "dial", "why"),
    [
        ("7002", BERLIN, "7002", ""),
        ("110", BERLIN, "110", ""),
        ("*97", BERLIN, "*97", ""),
        ("030 12345", BERLIN, "003012345", "dialled as 0 030 12345: 0 gets an outside line"),
        (
            "12345",
            dialling(BERLIN, "national"),
            "003012345",
            "dialled as 0 030 12345: 0 gets an outside line, 030 is the area code of the office",
        ),
        ("12345", BERLIN, "012345", "dialled as 0 12345: 0 gets an outside line"),
        ("0 030 12345", BERLIN, "003012345", ""),
        (
            "12345",
            dialling(BERLIN, "e164"),
            "+493012345",
            "dialled as +49 30 12345: +49 is the code of your country, "
            "30 is the area code of the office",
        ),
        (
            "+49 30 12345",
            dialling(BERLIN, "national"),
            "003012345",
            "dialled as 0 030 12345: 0 gets an outside line, +49 is not dialled within the country",
        ),
        (
            "+33 1 42 68 53 00",
            dialling(BERLIN, "national"),
            "00033142685300",
            "dialled as 0 0033142685300: 0 gets an outside line, 00 dials abroad",
        ),
        (
            "0033 1 42 68 53 00",
            DialSettings("DE", form="e164"),
            "+33142685300",
            "dialled as +33 1 42 68 53 00: +33 is the code of that country",
        ),
        (
            "030 12345",
            DialSettings("DE", form="international"),
            "00493012345",
            "dialled as 00493012345: 0049 is your country",
        ),
        (
            "(212) 555-0100",
            NEW_YORK,
            "92125550100",
            "dialled as 9 (212) 555-0100: 9 gets an outside line",
        ),
        (
            "+1 613 555 0100",
            dialling(NEW_YORK, "national"),
            "916135550100",
            "dialled as 9 16135550100: 9 gets an outside line, "
            "1 dials another country of North America",
        ),
        ("+1 613 555 0100", dialling(NEW_YORK, "e164"), "+16135550100", ""),
        ("+49 (0)30 12345", DialSettings(), "+493012345", ""),
    ],
)
def test_what_is_dialled_is_explained(text, settings, dial, why):
    number = understand(text, settings)
    assert (number.dial, number.why) == (dial, why)


@pytest.mark.parametrize(
    ("text", "settings", "meant"),
    [
        ("030 12345", BERLIN, "+493012345"),
        ("0 030 12345", BERLIN, "+493012345"),
        ("0049 30 12345", dialling(BERLIN, "e164"), "+493012345"),
        ("12345", dialling(BERLIN, "e164"), "+493012345"),
        ("12345", BERLIN, "12345"),  # +493012345 would be dialled with its area here
        ("030 12345", DialSettings("DE"), "03012345"),  # and so would +49 with itself
        ("0115", BERLIN, "115"),
        ("7002", BERLIN, "7002"),
        ("110", BERLIN, "110"),
        ("*97", BERLIN, "*97"),
        ("9 (212) 555-0100", NEW_YORK, "+12125550100"),
        ("030 12345", DialSettings(), "03012345"),
    ],
)
def test_what_is_meant_is_kept_without_what_this_pbx_needs(text, settings, meant):
    assert understand(text, settings).meant == meant


@pytest.mark.parametrize("form", ["as written", "e164", "national", "international"])
@pytest.mark.parametrize("settings", [BERLIN, NEW_YORK, DialSettings("DE"), DialSettings()])
@pytest.mark.parametrize(
    "text",
    [
        "7002", "2002", "110", "911", "112", "9911", "0112", "115", "116117", "411", "*97", "12345",
        "123456", "555-0100", "030 123456", "0 030 123456", "+49 30 123456", "0049 30 123456",
        "(212) 555-0100", "1 212 555 0100", "9 1 212 555 0100", "+1 212 555 0100", "0900 1 234567",
        "+33 1 42 68 53 00", "011 33 1 42 68 53 00", "+39 06 6982", "+800 1234 5678", "02800",
    ],
)  # fmt: skip
def test_what_was_meant_is_dialled_the_same_way_and_found_in_what_was_dialled(text, settings, form):
    settings = dialling(settings, form)
    number = understand(text, settings)
    assert understand(number.meant, settings).dial == number.dial
    assert understand(plain(number.dial, settings), settings).dial == number.dial


@pytest.mark.parametrize(
    ("dialled", "settings", "meant"),
    [
        ("", BERLIN, ""),
        ("7002", BERLIN, "7002"),
        ("0", BERLIN, "0"),
        ("0030123456", BERLIN, "+4930123456"),
        ("0110", BERLIN, "0110"),
        ("110", BERLIN, "110"),
        ("*97", BERLIN, "*97"),
        ("00033142685300", BERLIN, "+33142685300"),
        ("90114930123456", NEW_YORK, "+4930123456"),
        ("anna", BERLIN, "anna"),
        ("<unknown>", BERLIN, "<unknown>"),
    ],
)
def test_the_number_that_was_meant_is_told_from_what_the_pbx_was_told(dialled, settings, meant):
    assert plain(dialled, settings) == meant


@pytest.mark.parametrize(
    ("text", "settings", "kinds"),
    [
        ("7002", BERLIN, {"own"}),
        ("7002", DialSettings(), {"own"}),
        ("030 123456", BERLIN, set()),
        ("110", BERLIN, {"emergency"}),
        ("112", DialSettings(), {"emergency"}),
        ("0112", BERLIN, {"emergency"}),
        ("9911", NEW_YORK, {"emergency"}),
        ("000", DialSettings("AU"), {"emergency"}),
        ("10111", DialSettings("ZA", extensions=("1XXXX",)), {"emergency"}),
        ("0900 1 234567", BERLIN, {"premium"}),
        ("+49 900 1 234567", DialSettings("AT"), {"premium", "international"}),
        ("1-900-555-0100", NEW_YORK, {"premium"}),
        ("1-800-356-9377", NEW_YORK, set()),
        ("1-800-356-9377", DialSettings("CA"), set()),
        ("0180 5 123456", BERLIN, set()),
        ("+33 1 42 68 53 00", BERLIN, {"international"}),
        ("+49 30 123456", BERLIN, set()),
        ("613 555 0100", NEW_YORK, {"international"}),  # Ottawa costs though it needs no 011
        ("+7 727 258 12 34", DialSettings("RU"), {"international"}),
        ("+39 06 698 12345", DialSettings("IT"), set()),  # the Vatican, for a local call
        ("+44 1534 440000", DialSettings("GB"), set()),
        ("+33 1 42 68 53 00", DialSettings(), set()),  # who knows where the office is
        ("3200", DialSettings("FR"), {"premium"}),
    ],
)
def test_what_kind_of_number_it_is(text, settings, kinds):
    assert understand(text, settings).kinds == kinds


def office(*replacements, country="DE", prefix="0", form="as written", extensions=("7XXX",)):
    return DialSettings(country, "30", extensions, prefix, form, replacements)


@pytest.mark.parametrize(
    ("text", "settings", "dial"),
    [
        ("0171 1234567", office(r"0171(.*) -> 8171\1"), "81711234567"),
        ("+49 171 1234567", office(r"0171(.*) -> 8171\1"), "81711234567"),  # the national form
        ("0171 1234567", office(r"\+49171(.*) -> 8\1"), "81234567"),  # E.164
        ("040 123456", office(r"0171(.*) -> 8\1"), "0040123456"),
        ("0171 1234567", office(r"171 -> 9"), "001711234567"),  # the whole number or nothing
        ("0171 1234567", office(r"0(.*) -> 1\1", r"0171(.*) -> 2\1"), "11711234567"),  # the first
        ("7002", office(r"7(...) -> 8\1"), "7002"),  # own extensions come before
        ("*97", office(r".*97 -> 1"), "*97"),
        ("112", office(r"\d+ -> 4711"), "112"),  # a rule for everything is none for help
        ("112", office("112 -> 0112"), "0112"),
        ("110", office("(110|112) -> 0110"), "0110"),
        ("0171 1234567", office(r"(0171.*) -> 123456789012345678901234567890\1\1"), "001711234567"),
        ("+49 171 1234567", office(r"\+?(\d+) -> +\1", prefix=""), "+491711234567"),
        ("12345", office(r"12345 -> 7001"), "7001"),
    ],
)
def test_replacements_are_tried_in_order_on_the_whole_number(text, settings, dial):
    number = understand(text, settings)
    assert number.dial == dial
    assert understand(number.meant, settings).dial == dial


def test_a_replacement_is_explained():
    number = understand("0171 1234567", office(r"0171(.*) -> 8171\1"))
    assert number.why == "dialled as 81711234567: a rule of your office changes it"
    assert number.shown == "0171 1234567"


@pytest.mark.parametrize(
    ("text", "patterns", "listed"),
    [
        ("110", ASK_KINDS, "emergency"),
        ("+33 1 42 68 53 00", ASK_KINDS, "international"),
        ("0900 1 234567", ASK_KINDS, "premium"),
        ("030 123456", ASK_KINDS, ""),
        ("7002", ("own",), "own"),
        ("7002", ("7XXX",), "7XXX"),
        ("0171 1234567", ("017.",), "017."),  # as it is written
        ("+49 171 1234567", ("017.",), "017."),
        ("0171 1234567", ("+4917.",), "+4917."),  # in E.164
        ("0171 1234567", ("0017.",), "0017."),  # as it is dialled here
        ("030 123456", ("017.", "+49171X!"), ""),
        ("030 123456", (), ""),
        ("0 0171 1234567", ("017.",), "017."),
    ],
)
def test_a_number_is_found_in_the_list_of_those_that_ask_first(text, patterns, listed):
    assert is_listed(understand(text, BERLIN), patterns, BERLIN) == listed


@pytest.mark.parametrize(
    ("pattern", "fits", "others"),
    [
        ("7XXX", ["7000", "7999"], ["700", "70000", "8000", "700a"]),
        ("_7XXX", ["7000"], ["_7000"]),
        ("ZN", ["12", "99"], ["02", "11", "10"]),
        ("zn", ["12"], ["02"]),
        ("[1-35]X", ["10", "39", "50"], ["40", "00"]),
        ("00.", ["001"], ["00"]),
        ("00!", ["00", "001"], ["0"]),
        ("+49.", ["+4930"], ["4930", "++49"]),
        ("*9X", ["*97"], ["97"]),
        ("[9-1]", [], ["9", "1"]),
    ],
)
def test_patterns_are_those_of_asterisk(pattern, fits, others):
    assert [digits for digits in [*fits, *others] if matches(pattern, digits)] == fits


def test_a_number_after_a_plus_that_no_country_has_is_refused():
    with pytest.raises(NothingToDial):
        understand("+7002", BERLIN)


def test_no_country_has_an_emergency_number_that_looks_like_most_extensions():
    """The short cut in ``is_emergency`` holds in all countries."""
    for region in phonenumbers.SUPPORTED_REGIONS:
        metadata = phonenumbers.PhoneMetadata.short_metadata_for_region(region)
        lengths = metadata.emergency.possible_length if metadata and metadata.emergency else ()
        for length in {*lengths} & {4, 5}:
            for first in "345678":
                for rest in range(10 ** (length - 1)):
                    digits = f"{first}{rest:0{length - 1}}"
                    assert not phonenumbers.is_emergency_number(digits, region)


def test_an_own_extension_needs_no_knowledge_of_countries():
    code = (
        "import sys\n"
        "from traydial.domain.numbers import numbers_in, plain, understand\n"
        "from traydial.domain.settings import DialSettings\n"
        "settings = DialSettings('DE', '30', ('7XXX',), '0', 'e164')\n"
        "assert understand('7002', settings).dial == understand('tel:7002', settings).dial\n"
        "assert numbers_in('7002', settings)[0].dial == plain('7002', settings) == '7002'\n"
        "assert not [name for name in sys.modules if name.startswith('phonenumbers')]\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": "desktop"})
