"""Tests of reading vCards of all ages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traydial.domain.contacts import Contact
from traydial.services.contacts.vcard import read_vcards


def read(*lines, end="\r\n"):
    return [*read_vcards(end.join(lines) + end, "book")]


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_version_3_with_groups_folds_and_escapes(end):
    (contact,) = read(
        "BEGIN:VCARD",
        "VERSION:3.0",
        "N:Berg;Anna;;Dr.;",
        "FN:Dr. Anna Berg\\, M.A.",
        "ORG:Nordwind Rein",
        " igung GmbH;Vertrieb",
        "item1.TEL;TYPE=WORK,VOICE:+49 30 123",
        " 4567",
        "item1.X-ABLABEL:Durchwahl",
        "TEL;type=CELL;type=pref:0170 1234567",
        "PHOTO;ENCODING=b;TYPE=JPEG:" + "A" * 5000,
        "UID:42",
        "END:VCARD",
        end=end,
    )
    assert contact == Contact(
        "Dr. Anna Berg, M.A.",
        "Nordwind Reinigung GmbH",
        ("+49 30 1234567", "0170 1234567"),
        source="book",
        ref="42",
    )


def test_version_4_writes_numbers_as_links():
    (contact,) = read(
        "BEGIN:VCARD",
        "VERSION:4.0",
        "FN:Simon Perreault",
        'TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+1-418-656-9254;ext=102',
        "END:VCARD",
    )
    assert (contact.name, contact.numbers) == ("Simon Perreault", ("+1-418-656-9254",))


def test_version_2_1_of_old_phones_is_quoted_printable():
    (contact,) = read(
        "BEGIN:VCARD",
        "VERSION:2.1",
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;;",
        "ORG;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:B=E4ckerei=",
        " am Tor",
        "TEL;CELL;VOICE:01701234567",
        "END:VCARD",
    )
    assert (contact.name, contact.company) == ("J\u00f6rg M\u00fcller", "B\u00e4ckerei am Tor")


def test_a_company_may_be_alone_and_who_has_no_number_is_left_out():
    lines = ["BEGIN:VCARD", "ORG:Nordwind", "TEL:030 1", "END:VCARD"]
    lines += ["BEGIN:VCARD", "FN:Nobody", "EMAIL:a@example.org", "END:VCARD"]
    lines += ["BEGIN:VCARD", "TEL:030 1", "END:VCARD"]
    assert [(c.name, c.known_as) for c in read(*lines)] == [("", "Nordwind")]


def test_broken_lines_cost_themselves_alone():
    lines = ["TEL:1", "BEGIN:VCARD", "FN:Anna", "TEL", "TEL;:", "TEL;=;a==;:030 12", "N", "\0\0"]
    lines += ["TEL;CHARSET=nonsense;ENCODING=QUOTED-PRINTABLE:030 =41", "TEL:030 1234", "END:VCARD"]
    (contact,) = read(*lines, "BEGIN:VCARD", "FN:cut off")
    assert contact.name == "Anna"
    assert "030 1234" in contact.numbers


@given(st.lists(st.sampled_from(["BEGIN:VCARD", "END:VCARD", "FN:A", "TEL:1"]) | st.text()))
def test_no_text_stops_it(lines):
    for contact in read(*lines):
        assert contact.numbers
        assert "\n" not in contact.name
