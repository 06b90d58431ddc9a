"""The languages as the program speaks them: forms, numbers, dates, and Qt's own words."""

import sys

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from traydial.app import speech
from traydial.app.own_settings import load_all
from traydial.app.profile import find_profile
from traydial.cli import main
from traydial.domain import language
from traydial.domain.language import AS_THE_SYSTEM, ENGLISH, LANGUAGES, plural, speak, tr
from traydial.ui.history_words import count_words
from traydial.ui.settings_form import field_of
from traydial.ui.text import day_words, moment

NOON = 1_760_004_000.0  # 9 October 2025, 10:00 UTC


@pytest.fixture
def spoken():
    """Let a test speak as it likes; English comes back."""
    before = QLocale()
    yield speech.speak_as
    speak(lambda: ENGLISH)
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("wanted", "counts"),
    [
        ("en", {0: "0 calls", 1: "1 call", 2: "2 calls", 21: "21 calls"}),
        ("de", {0: "0 Gespräche", 1: "1 Gespräch", 2: "2 Gespräche", 21: "21 Gespräche"}),
        (
            "ru",
            {0: "0 звонков", 1: "1 звонок", 2: "2 звонка", 5: "5 звонков", 11: "11 звонков"}
            | {21: "21 звонок", 22: "22 звонка", 112: "112 звонков"},
        ),
    ],
)
def test_each_number_has_its_form(spoken, wanted, counts):
    spoken(wanted)
    assert {n: count_words(n) for n in counts} == counts


@pytest.mark.parametrize(
    ("wanted", "written"), [("en", "12,345"), ("de", "12.345"), ("ru", "12\N{NO-BREAK SPACE}345")]
)
def test_large_numbers_are_written_as_the_language_does(spoken, wanted, written):
    spoken(wanted)
    assert plural("{n} call", "{n} calls", 12345).startswith(written)


def test_values_stand_where_the_language_puts_them(spoken):
    spoken("de")
    assert tr("Transfer {who} to", who="Anna {x}") == "Anna {x} weitergeben an"


def test_what_no_catalogue_has_is_said_in_english(spoken):
    spoken("ru")
    assert tr("No such text at all: {what}", what=3) == "No such text at all: 3"
    assert tr("") == ""


def test_nothing_is_loaded_before_something_is_said(monkeypatch):
    loaded = []
    speak(lambda: loaded.append(1) or ENGLISH)
    assert loaded == []
    assert tr("Answer") == "Answer"
    tr("Answer")
    assert loaded == [1]


def test_qt_and_dates_speak_the_same_language(qapp, spoken):
    spoken("de")
    speech.dress(qapp, "de")
    (translator,) = (
        child for child in qapp.children() if child.metaObject().className() == "QTranslator"
    )
    try:
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
        assert day_words(NOON, NOON + 10 * 86_400).startswith("Donnerstag")
        assert moment(NOON, NOON + 86_400) == "Gestern"
    finally:
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.mark.skipif(sys.platform == "win32", reason="the language is told by no variable there")
@pytest.mark.parametrize(
    ("environ", "english"),
    [
        ({}, True),
        ({"LANG": "C.UTF-8"}, True),
        ({"LANG": "en_IN"}, True),
        ({"LANG": "de_DE.UTF-8"}, False),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, True),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "de:en"}, False),
    ],
)
def test_a_command_in_english_needs_no_qt(environ, english):
    assert speech.is_english(environ) is english


def test_each_language_can_be_chosen_and_has_its_catalogue():
    choices = [value for value, _ in field_of("display.language").choices]
    assert choices == [AS_THE_SYSTEM, *LANGUAGES]
    catalogues = {path.stem.removeprefix("traydial_") for path in speech.FOLDER.glob("*.qm")}
    assert catalogues == {*LANGUAGES} - {"en"}
    assert language.tr("Answer") == "Answer"


def test_the_language_of_the_settings_counts_for_a_command(tmp_path, spoken, capsys):
    (tmp_path / "config.toml").write_text('[display]\nlanguage = "de"\n')
    assert main(["--profile", str(tmp_path), "quit"]) == 0
    assert capsys.readouterr().err == "traydial: Traydial läuft nicht.\n"


def test_another_language_in_the_settings_waits_for_the_next_start(tmp_path, spoken):
    profile = find_profile(str(tmp_path))
    spoken("de")
    (tmp_path / "config.toml").write_text('[display]\nlanguage = "ru"\n')
    assert load_all(profile).settings.display.language == "ru"
    assert tr("Answer") == "Annehmen"


def test_settings_with_a_mistake_are_complained_of_in_their_language(tmp_path, spoken, capsys):
    text = '[display]\nlanguage = "de"\n[pbxx]\nhost = "pbx.example"\n'
    (tmp_path / "config.toml").write_text(text)
    assert main(["--profile", str(tmp_path), "status", "--headless"]) == 2
    complaint = "traydial: config.toml: pbxx: ist kein Abschnitt, den Traydial kennt\n"
    assert complaint in capsys.readouterr().err
