"""Patterns of numbers in the notation of Asterisk's dialplan: ``_7XXX``, ``[1-3]XX``, ``00.``."""

import re
from functools import lru_cache

_CLASSES = {"X": "[0-9]", "Z": "[1-9]", "N": "[2-9]", ".": ".+", "!": ".*"}


def matches(pattern: str, digits: str) -> bool:
    """Tell whether digits are what a pattern describes."""
    compiled = _compiled(pattern)
    return compiled is not None and compiled.fullmatch(digits) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str] | None:
    parts = re.findall(r"\[[0-9-]+\]|.", pattern.removeprefix("_"))
    written = (
        part
        if part.startswith("[") and len(part) > 1
        else _CLASSES.get(part.upper(), re.escape(part))
        for part in parts
    )
    try:
        return re.compile("".join(written))
    except re.error:  # a range like [9-1]
        return None
