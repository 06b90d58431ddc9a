"""From what people write to plain digits, whatever script, dash or space they use."""

import re
import unicodedata
from dataclasses import dataclass

from traydial.domain.errors import NothingToDial

MAX_TEXT = 2000  # of a selection; more is some other text
MAX_NUMBER = 200  # a single number with its labels is never longer
MAX_DIGITS = 32
MAX_AFTER = 20

# what the other side's extension is called; it is keyed once they have answered
LATER = (
    r"(?:extension|ext|xtn|x|poste|interno|int|anexo|ramal|toestel|toest"
    r"|\u0434\u043e\u0431|\u0432\u043d|\u0432\u043d\u0443\u0442\u0440"  # Russian
    r"|\u5185\u7dda|\u5185\u7ebf|\u5206\u673a)"  # Japanese, Chinese
)
# where these are used, the direct number is dialled with the rest
DIRECT = r"(?:durchwahl|dw|klappe|kl)"
_AFTER = re.compile(
    rf"(?P<number>.*?\d\)?)(?:\s*[,;]?\s*{LATER}\.?\s*[:.]?\s*(?P<later>\d{{1,8}})"
    r"|(?<=\d{5})[,;pw]+(?P<pause>\d{1,6}))",
    re.IGNORECASE | re.DOTALL,
)
_DIRECT_DIAL = re.compile(rf"(?<=\d)\s*[,(]?\s*{DIRECT}\.?\s*[:.]?\s*(?=\d{{1,6}}\)?\s*$)", re.I)
_TRUNK = re.compile(r"\(0\)")
_SEPARATORS = re.compile(r"[ ().\-/]+")
# written before a number, in the languages that phones are labelled in
LABELS = (
    r"(?:tel|telefon|telephone|phone|ph|fon|fone|mob|mobile|mobil|handy|cell|cellular|call|dial"
    r"|work|home|office|zentrale|fax|gsm|puh|t|m|p|tlf|t\u00e9l|t\u00e9l\u00e9phone"
    r"|telefono|tel\u00e9fono|telefone|m\u00f3vil|movil"
    r"|\u0442\u0435\u043b|\u0442\u0435\u043b\u0435\u0444\u043e\u043d|\u043c\u043e\u0431"
    r"|\u7535\u8bdd|\u96fb\u8a71|\u624b\u673a)"
)
_LABEL = re.compile(rf"[^\w+(*#]*(?:{LABELS}(?![^\W\d_])[^\w+(*#]{{0,4}})*", re.I)
_VANITY = {
    letter: digit
    for digit, letters in enumerate(
        ("ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ"), start=2
    )
    for letter in letters
}


@dataclass(frozen=True, slots=True)
class Written:
    """A number as it was written, bare: ``digits`` with ``+ * #``, ``after`` digits alone."""

    digits: str
    after: str = ""


def cleaned(text: str) -> str:
    """Return a text in plain characters: ASCII digits, ``-`` and blanks; lines are kept."""
    kept = []
    for character in text:
        kind = unicodedata.category(character)
        if character in "\n\t":
            kept.append(character)
        elif character == "\r" or kind in ("Zl", "Zp"):
            kept.append("\n")
        elif kind == "Nd":
            kept.append(str(unicodedata.digit(character)))
        elif kind == "Pd" or character == "\u2212":
            kept.append("-")
        elif kind == "Zs" or kind in ("No", "So"):  # a footnote's ² is no digit of the number
            kept.append(" ")
        elif kind in ("Cf", "Cc", "Mn", "Me"):  # pasted along, never meant
            continue
        else:
            kept.append(unicodedata.normalize("NFKC", character))
    return "".join(kept)


def typed(text: str, *, vanity: bool) -> Written:
    """Read one number from a cleaned text. Raises NothingToDial."""
    body = text.strip()
    if len(body) > MAX_NUMBER or "\n" in body or "\t" in body:
        raise NothingToDial(text)
    body = body[_label_end(body) :]
    after = ""
    if found := _AFTER.fullmatch(body):
        body, after = found["number"], found["later"] or found["pause"]
    body = _DIRECT_DIAL.sub("", body)
    return Written(bare(body, vanity=vanity), after)


def bare(body: str, *, vanity: bool = False) -> str:
    """Return the digits of one number, ``+`` and codes kept. Raises NothingToDial."""
    if body.lstrip("( ").startswith("+"):
        body = _TRUNK.sub("", body)  # +49 (0)30: the zero is not dialled from abroad
    elif body.lstrip("( ").startswith("00") and body.count("(0)") == 1:
        body = _TRUNK.sub("", body)
    if vanity and is_vanity(body):
        body = "".join(str(_VANITY.get(c.upper(), c)) for c in body)
    digits = _SEPARATORS.sub("", body)
    if not re.fullmatch(rf"\+?[0-9*#]{{1,{MAX_DIGITS}}}", digits) or not re.search(r"\d", digits):
        raise NothingToDial(body)
    return digits


def _label_end(body: str) -> int:
    found = _LABEL.match(body)
    return found.end() if found else 0


def is_vanity(body: str) -> bool:
    """Tell whether letters stand for digits: 1-800-FLOWERS."""
    return bool(re.fullmatch(r"\+?[\d ().-]{3,}[A-Za-z][A-Za-z0-9 -]{2,15}", body.strip()))
