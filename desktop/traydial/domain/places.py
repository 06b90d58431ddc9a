"""Texts with places for a number: addresses of web pages, queries, commands.

A place is ``{e164}``, ``{national}``, ``{number}``, ``{digits}``, ``{tail}``, ``{name}``,
``{extension}``, ``{direction}`` or ``{call}``; everything else in braces is an error.
"""

import re
from collections.abc import Callable, Mapping
from urllib.parse import quote

from traydial.domain.language import tr

_PLACE = re.compile(r"\{(\w*)\}|[{}]")

NUMBER_PLACES = frozenset({"number", "e164", "national", "digits", "tail"})
CALL_PLACES = NUMBER_PLACES | {"name", "extension", "direction", "call"}


def check(template: str, places: frozenset[str] = CALL_PLACES) -> str:
    """Return the template. Raises ValueError with a sentence on a place that does not exist."""
    for found in _PLACE.finditer(template):
        if found[1] not in places:
            known = ", ".join(f"{{{place}}}" for place in sorted(places))
            raise ValueError(tr("has {found}; there is only {known}", found=found[0], known=known))
    return template


def filled(template: str, values: Mapping[str, str], written: Callable[[str], str] = str) -> str:
    """Return the template with each place filled; ``written`` makes a value fit to be there."""
    return _PLACE.sub(lambda found: written(values.get(found[1] or "", "")), template)


def in_address(value: str) -> str:
    """Write a value so that it is one part of a URL and nothing else."""
    return quote(value, safe="")
