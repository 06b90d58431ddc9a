"""Lets the program speak the language of its user: catalogues, numbers and Qt's own texts.

The catalogues are made by `make languages` from `resources/languages`.
"""

import os
import re
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from traydial.domain.language import AS_THE_SYSTEM, ENGLISH, LANGUAGES, Speech, speak

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication, QLocale

FOLDER = Path(__file__).parents[1] / "languages"


def speak_as(wanted: str) -> None:
    """Speak a language of `LANGUAGES`, or as the system does; nothing is loaded before a text."""
    speak(partial(load, wanted))


def load(wanted: str) -> Speech:
    """Return the speech of a language; what no catalogue has is said in English."""
    if wanted == AS_THE_SYSTEM and "PySide6" not in sys.modules and is_english(os.environ):
        return ENGLISH  # a command that needs no Qt begins sooner
    from PySide6.QtCore import QTranslator

    number = locale_of(wanted).toString
    catalogue = QTranslator()
    if not catalogue.load(str(FOLDER / f"traydial_{language_of(wanted)}.qm")):
        return Speech(ENGLISH.text, number)

    def text(source: str, comment: str, n: int) -> str:
        return catalogue.translate("", source, comment, n) or ""

    return Speech(text, number)


def is_english(environ: Mapping[str, str]) -> bool:
    """Tell whether the environment asks for English or nothing (setlocale(3)); not elsewhere."""
    if sys.platform in ("win32", "darwin"):
        return False
    named = (environ.get(name) for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    first = next(filter(None, named), "C")
    return re.split(r"[_.:@]", first)[0] in ("en", "C", "POSIX")


def language_of(wanted: str) -> str:
    """Return which of `LANGUAGES` is spoken: the first that the user of this system reads."""
    from PySide6.QtCore import QLocale

    if wanted != AS_THE_SYSTEM:
        return wanted
    for tongue in QLocale.system().uiLanguages():
        language, _, _ = str(tongue).partition("-")
        if language in LANGUAGES:
            return language
    return "en"


def locale_of(wanted: str) -> "QLocale":
    """Return how numbers and times are written: as the system does, in the language wanted."""
    from PySide6.QtCore import QLocale

    system = QLocale.system()
    language = QLocale(wanted).language()
    if wanted == AS_THE_SYSTEM or language == system.language():
        return system
    return QLocale(language, system.territory())


def dress(application: "QCoreApplication", wanted: str) -> None:
    """Let Qt's own buttons, menus and dates speak the same language."""
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    QLocale.setDefault(locale_of(wanted))
    catalogue = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if catalogue.load(f"qtbase_{language_of(wanted)}.qm", folder):
        application.installTranslator(catalogue)
