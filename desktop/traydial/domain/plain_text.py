"""Text from outside made fit to be shown.

A caller chooses their own name, so a name may hold anything: ten thousand letters, line
breaks, marks that turn the rest of the line around.
"""

import unicodedata

_UNSHOWN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
_JOINERS = {"\u200c", "\u200d"}  # Persian and Indian names need them; alone they do nothing
_BLANK = {"\u115f", "\u1160", "\u2800", "\u3164", "\uffa0"}  # letters that show nothing
_STACKED = 3  # no name has more marks on one letter; a hundred of them cover the lines above


def safe_text(text: str, limit: int = 120) -> str:
    """Return one line without control and direction characters, ``limit`` long at most."""
    kept: list[str] = []
    marks = 0
    for char in text[: limit * 8]:  # what is cut off need not be looked at
        category = unicodedata.category(char)
        if char in "\t\n\r\v\f\u2028\u2029":
            kept.append(" ")
        elif char in _JOINERS:
            kept.append(char)
        elif category in _UNSHOWN or char in _BLANK:
            continue  # nor does it part a letter from the marks on it
        else:
            marks = marks + 1 if category in ("Mn", "Me") else 0
            if marks <= _STACKED:
                kept.append(char)
    line = " ".join("".join(kept).split()).strip("".join(_JOINERS) + " ")
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
