"""The settings as texts in fields, and back. Knows no Qt."""

from typing import Any

from traydial.domain.settings import Problem, Settings, dump, read
from traydial.ui.settings_calls import FORWARDING, QUEUES, RECORDING
from traydial.ui.settings_computer import KEYS, LINKS, POP
from traydial.ui.settings_contacts import CONTACTS
from traydial.ui.settings_model import Field
from traydial.ui.settings_phone import CONNECTION, DIALLING, PHONE
from traydial.ui.settings_privacy import PRIVACY

PAGES = (
    *(CONNECTION, PHONE, DIALLING, LINKS, KEYS, RECORDING),
    *(FORWARDING, QUEUES, CONTACTS, POP, PRIVACY),
)
# how the items of a list are written in one field
_LISTS = {
    "pbx.hosts": ", ",
    "phone.devices": ", ",
    "dialling.extensions": ", ",
    "dialling.replacements": "\n",
    "ask.always": ", ",
    "diversions.lamps": ", ",
    "diversions.forward_lamps": ", ",
    "queues.names": ", ",
    "contacts.files": "\n",
    "queues.pause_reasons": ", ",
    "diversions.codes": ", ",
    "pop.sources": "\n",
    "blocked.numbers": "\n",
    "pop.schemes": ", ",
    "pop.command": "\n",
}

Value = str | bool | int


def values_of(settings: Settings) -> dict[str, Value]:
    """Return what the fields hold for these settings, by place."""
    values: dict[str, Value] = {}
    for section, keys in dump(settings).items():
        for key, value in keys.items():
            place = f"{section}.{key}"
            values[place] = _LISTS[place].join(value) if place in _LISTS else value
    return values


def settings_of(values: dict[str, Value]) -> tuple[Settings, dict[str, str]]:
    """Return the settings that the fields hold, and by place what is wrong with some."""
    tables: dict[str, dict[str, Any]] = {}
    for place, value in values.items():
        section, key = place.split(".")
        tables.setdefault(section, {})[key] = (
            [part.strip() for part in str(value).split(_LISTS[place].strip(" "))]
            if place in _LISTS
            else value
        )
    settings, problems = read(tables)
    wrong: dict[str, str] = {}
    for problem in problems:
        wrong.setdefault(problem.place, sentence(problem))
    return settings, wrong


def sentence(problem: Problem) -> str:
    """Write what is wrong with a field as a sentence."""
    why = problem.why[:1].upper() + problem.why[1:]
    return why if why.endswith(".") else f"{why}."


def field_of(place: str) -> Field:
    """Return the field of a setting."""
    return next(field for page in PAGES for field in page.fields if field.place == place)


def page_of(place: str) -> int:
    """Return the number of the page that holds this field."""
    return next(
        (n for n, page in enumerate(PAGES) if any(f.place == place for f in page.fields)), 0
    )
