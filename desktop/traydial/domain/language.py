"""Every text for people, looked up in the language that is spoken.

Texts are written in English where they are needed and marked for Qt's `lupdate`: `tr` looks
one up now, `mark` names one that is looked up later (a table at module level), `plural` has
the two forms of English and gets as many as the language needs. Values stand in braces, so
that a translation may put them in another order. Imports no Qt: whoever starts the program
hands in a lookup (see `app/speech.py`); without one English is spoken.
"""

from collections.abc import Callable

LANGUAGES = ("en", "de", "ru")  # each but English has a catalogue
AS_THE_SYSTEM = "system"


class Speech:
    """A language: finds a text, and writes a number as the locale does.

    `text` takes the English text, what tells it from another one that reads the same, and
    how many (-1 where nothing is counted); "" where it is not known.
    """

    __slots__ = ("number", "text")  # no dataclass: a clicked link has no time to import them

    def __init__(self, text: Callable[[str, str, int], str], number: Callable[[int], str]) -> None:
        self.text, self.number = text, number


def _english(text: str, comment: str, n: int) -> str:
    return comment if n not in (-1, 1) else text


ENGLISH = Speech(_english, "{:,}".format)
_load: Callable[[], Speech] = lambda: ENGLISH  # noqa: E731
_spoken: Speech | None = ENGLISH


def speak(load: Callable[[], Speech]) -> None:
    """Speak another language from now on; it is loaded when the first text is needed."""
    global _load, _spoken
    _load, _spoken = load, None


def _speech() -> Speech:
    global _spoken
    if _spoken is None:
        _spoken = ENGLISH  # whatever is said while loading: the settings read for it may be wrong
        _spoken = _load()
    return _spoken


def mark(text: str, comment: str = "") -> str:
    """Name a text for the catalogues; whoever shows it calls `tr` (with the same comment)."""
    del comment
    return text


def tr(text: str, comment: str = "", /, **values: object) -> str:
    """Give a text in the language of the user; `comment` tells apart what reads the same."""
    told = _speech().text(text, comment, -1) if text else ""
    told = told or text
    return told.format(**values) if values else told


def plural(one: str, many: str, n: int, /, **values: object) -> str:
    """Give the form for `n` things, written {n}; English has two, others have more."""
    speech = _speech()
    told = speech.text(one, many, n) or _english(one, many, n)
    return told.format(n=speech.number(n), **values)
