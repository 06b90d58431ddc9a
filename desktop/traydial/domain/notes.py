"""What a hand-over note may hold."""

import re
import unicodedata

MOST = 200  # characters; with four bytes each still below the 1,023 of a line of AMI
_SPACES = re.compile(r"\s+")


def one_line(text: str) -> str:
    """Return a note as one line of visible text, cut to what fits."""
    seen = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in text)
    return _SPACES.sub(" ", seen).strip()[:MOST].strip()
