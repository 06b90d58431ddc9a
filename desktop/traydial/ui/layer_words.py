"""What is said of settings that the administrator of this computer made."""

from collections.abc import Sequence

from traydial.domain.language import mark, plural, tr
from traydial.domain.plain_text import safe_text
from traydial.domain.settings import Problem
from traydial.ui.error_words import Words
from traydial.ui.settings_form import PAGES

SET_BY_ADMIN = mark("Set by your administrator.")
_MOST = 4


def label_of(place: str) -> str:
    """Return what a setting is called in the settings window."""
    field = next((f for page in PAGES for f in page.fields if f.place == place), None)
    return tr(field.label) if field is not None else place


def locked_words(places: Sequence[str]) -> Words:
    """Say which settings were left as they are."""
    names = ", ".join(label_of(place) for place in places[:_MOST])
    if more := len(places[_MOST:]):
        names = plural("{names} and {n} more", "{names} and {n} more", more, names=names)
    return Words(tr("Set by your administrator, so left as it is: {names}.", names=names))


def problem_words(problems: Sequence[Problem]) -> Words:
    """Say what is wrong with the user's settings, or else with the administrator's."""
    own = [problem for problem in problems if not problem.layer]
    lines = "; ".join(safe_text(str(problem), 200) for problem in (own or problems)[:_MOST])
    if own:
        return Words(
            tr("The settings file is not in order: {lines}.", lines=lines),
            tr("What is wrong was left out; saving here puts the file in order."),
        )
    return Words(
        tr("What was set for this computer is not in order: {lines}.", lines=lines),
        tr("What is wrong was left out. Tell your administrator."),
    )


def origin_line(sources: Sequence[str], locked: int) -> str:
    """Say where the settings come from, in one line."""
    if not sources:
        return tr("Settings are your own")
    own = tr("Settings are your own and of {sources}", sources=safe_text(", ".join(sources), 200))
    many = plural("{n} locked", "{n} locked", locked) if locked else tr("none locked")
    return f"{own}, {many}"
