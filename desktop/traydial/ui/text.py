"""Text from outside made fit to be shown. Imports no Qt: presenters use it too.

A caller chooses their own name, so a name may hold anything: ten thousand letters, line
breaks, marks that turn the rest of the line around.
"""

import time
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


def initials(name: str) -> str:
    """Return up to two letters that stand for a name; empty where there is none."""
    words = [word for word in safe_text(name).split() if word[0].isalpha()]
    if not words:
        return ""
    ends = [words[0]] if len(words) == 1 else [words[0], words[-1]]
    return "".join(word[0].upper()[0] for word in ends)


def duration(seconds: float) -> str:
    """Write how long something lasts: ``03:27``, ``1:03:27``."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, secs = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{secs:02}" if hours else f"{minutes:02}:{secs:02}"


def moment(at: float, now: float) -> str:
    """Write when something was, as mail programs do: ``14:05``, ``Yesterday``, ``12 Nov``."""
    then, today = time.localtime(at), time.localtime(now)
    if then[:3] == today[:3]:
        return time.strftime("%H:%M", then)
    if then[:3] == time.localtime(now - 86400)[:3]:
        return "Yesterday"
    return f"{then.tm_mday} {time.strftime('%b', then)}"


def time_of_day(at: float) -> str:
    """Write the time of day to the second, for what happens soon."""
    return time.strftime("%H:%M:%S", time.localtime(at))
