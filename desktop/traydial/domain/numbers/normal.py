"""From what people write to plain digits, whatever script, dash or space they use."""

import re
import unicodedata
from dataclasses import dataclass

from traydial.domain.errors import NothingToDial

MAX_TEXT = 2000  # of a selection; more is some other text
MAX_NUMBER = 200  # a single number with its labels is never longer
MAX_DIGITS = 32
MAX_AFTER = 20
_FEWEST = 5  # digits of a number behind which an extension can stand: 1920x1080 is none

# what the other side's extension is called; it is keyed once they have answered
LATER = (
    r"(?:extension|ext|xtn|x|poste|interno|int|anexo|ramal|toestel|toest|wewn|wew|linka|dahili"
    r"|\u0434\u043e\u0431|\u0432\u043d|\u0432\u043d\u0443\u0442\u0440"  # Russian
    r"|\u5185\u7dda|\u5185\u7ebf|\u5206\u673a|\u8f6c|\u8f49)"  # Japanese, Chinese
)
# where these are used, the direct number is dialled with the rest
DIRECT = r"(?:durchwahl|dw|klappe|kl)"
_LATER_PART = rf"\s*[,;(]?\s*{LATER}(?![^\W\d_])[.:=\s]{{0,4}}(?P<later>\d{{1,8}})\)?"
_HASH_PART = r"\s+#\s?(?P<hash>\d{1,6})"  # (212) 555-0100 #12
# after one comma is an extension; what a conference asks for comes after two, or p and w
_PAUSE_PART = rf"(?:[,;](?P<pause>\d{{1,6}})|(?:[,;]{{2,}}|[pw]+)(?P<code>\d{{1,{MAX_AFTER}}}))#?"
_AFTER = re.compile(rf"(?P<number>.*?\d\)?)(?:{_LATER_PART}|{_HASH_PART}|{_PAUSE_PART})", re.I)
_AFTER_LETTERS = re.compile(r"(?P<number>.*[a-z]) +(?:x|ext\.?) ?(?P<later>\d{1,6})", re.I)
_DIRECT_DIAL = re.compile(rf"(?<=\d)\s*[,(]?\s*{DIRECT}\.?\s*[:.]?\s*(?=\d{{1,6}}\)?\s*$)", re.I)
_TRUNK = re.compile(r"\(0\)")
_SEPARATORS = re.compile(r"[ ().\-/]+")
# written before a number, in the languages that phones are labelled in
LABELS = (
    r"(?:tel|telefon|telephone|phone|ph|fon|fone|mob|mobile|mobil|handy|cell|cellular|call|dial"
    r"|work|home|office|zentrale|fax|gsm|natel|puh|puhelin|tlf|tlfno|tfno|tfn|telefax|hotline"
    r"|b\u00fcro|ruf|rufnummer|t|m|p|f|t\u00e9l|t\u00e9l\u00e9phone|telefono|tel\u00e9fono"
    r"|telefone|m\u00f3vil|movil|celular|cel|m\u00f3bil|portable|puh\u00fa|gsm"
    r"|\u0442\u0435\u043b|\u0442\u0435\u043b\u0435\u0444\u043e\u043d|\u043c\u043e\u0431"
    r"|\u7535\u8bdd|\u96fb\u8a71|\u624b\u673a|\u643a\u5e2f|\u05d8\u05dc|\u0647\u0627\u062a\u0641)"
)
# ``Phone no.``, ``N\u00b0 t\u00e9l.``
NUMBER_WORD = (
    r"(?:no|nr|num|number|nummer|n|num\u00e9ro|numero|n\u00famero|numer"
    r"|\u043d\u043e\u043c\u0435\u0440)"
)
_LABEL = re.compile(
    rf"[^\w+(*#]*(?:(?:{LABELS}{NUMBER_WORD}?|{NUMBER_WORD}|{DIRECT}|extension|ext|interno|poste"
    r"|direct|line|whatsapp|signal|kontakt|contact)(?![^\W\d_])[^\w+(*#]{0,4}"
    r"|[a-z]:[^\w+(*#]{0,4})*(?:(?<=\w )\([^\d()]{1,30}\)[^\w+(*#]{0,4})?",
    re.I,
)
# copied along with a number: 1. 030 123456 (home)
_LISTED = re.compile(r"[1-9]\d?[.)]\s+(?=[+(\d])")
_REMARK = re.compile(r"\s*\([^\d()]{1,30}\)$")
_AROUND = " \"'`\u00b4\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a<>{}|"
_DOTS = re.compile(r"(?<=\d)\s?[\u00b7\u2022\u2027\u2219\u30fb](?=\d)")  # 030·123·456
_ELSEWHERE = {  # what means a plain character where a number is meant
    "[": "(",
    "]": ")",
    "\u2044": "/",
    "\u2215": "/",
    "\u2212": "-",
    "\u2043": "-",
    "\u02d7": "-",
}
_LONG_VOWEL = re.compile(r"(?<=\d)[\u30fc\uff70](?=\d)")  # a dash in Japan, between digits
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
    """Return a text in plain characters: ASCII digits, ``-`` and blanks; lines are kept.

    It is as long as ``MAX_TEXT`` at most.
    """
    kept = []
    for character in text[:MAX_TEXT]:
        kind = unicodedata.category(character)
        if character in "\n\t":
            kept.append(character)
        elif character in _ELSEWHERE:
            kept.append(_ELSEWHERE[character])
        elif character == "\r" or kind in ("Zl", "Zp"):
            kept.append("\n")
        elif kind == "Nd":
            kept.append(str(unicodedata.digit(character)))
        elif kind == "Pd":
            kept.append("-")
        elif kind == "Zs" or kind in ("No", "So"):  # a footnote's ² is no digit of the number
            kept.append(" ")
        elif kind in ("Cf", "Cc", "Mn", "Me"):  # pasted along, never meant
            continue
        else:
            kept.append(unicodedata.normalize("NFKC", character))
    plain = "".join(kept)[:MAX_TEXT]
    return _LONG_VOWEL.sub("-", _DOTS.sub(".", plain))


def typed(text: str, *, vanity: bool) -> Written:
    """Read one number from a cleaned text. Raises NothingToDial."""
    body = unwrapped(text)
    if len(body) > MAX_NUMBER or "\n" in body or "\t" in body:
        raise NothingToDial(text)
    body = unlisted(body)
    body = _REMARK.sub("", body[_label_end(body) :].rstrip(_AROUND + ".,;:!?-/"))
    after = ""
    if vanity and (letters := _AFTER_LETTERS.fullmatch(body)):
        body, after = letters["number"], letters["later"]
    else:
        body, after = parted(body)
    body = _DIRECT_DIAL.sub("", body)
    return Written(bare(body, vanity=vanity), after)


def parted(body: str) -> tuple[str, str]:
    """Return a number and what is keyed after it, empty where nothing is."""
    found = _AFTER.fullmatch(body)
    if found is None:
        return body, ""
    number = found["number"]
    if sum(c.isdigit() for c in number) < _FEWEST or (found["hash"] and "*" in number):
        raise NothingToDial(body)
    return number, found["later"] or found["hash"] or found["pause"] or found["code"]


def unwrapped(text: str) -> str:
    """Return a cleaned text without the quotes and brackets around it."""
    return text.strip().strip(_AROUND)


def unlisted(line: str) -> str:
    """Return a line without the number that it has in a list."""
    found = _LISTED.match(line.lstrip())
    return line.lstrip()[found.end() :] if found else line


def bare(body: str, *, vanity: bool = False) -> str:
    """Return the digits of one number, ``+`` and codes kept. Raises NothingToDial."""
    if body.lstrip("( ").startswith("+"):
        body = _TRUNK.sub("", body)  # +49 (0)30: the zero is not dialled from abroad
    elif body.lstrip("( ").startswith("00") and body.count("(0)") == 1:
        body = _TRUNK.sub("", body)
    if vanity and is_vanity(body):
        body = "".join(str(_VANITY.get(c.upper(), c)) for c in body)
    digits = _SEPARATORS.sub("", body)
    right = rf"\+\d{{1,{MAX_DIGITS}}}|(?=[*#]*\d)[0-9*#]{{1,{MAX_DIGITS}}}"
    if not re.fullmatch(right, digits, re.ASCII):
        raise NothingToDial(body)
    return digits


def _label_end(body: str) -> int:
    found = _LABEL.match(body)
    return found.end() if found else 0


def is_vanity(body: str) -> bool:
    """Tell whether letters stand for digits: 1-800-FLOWERS."""
    letters = r"\+?[\d ().-]{3,}(?![pwx]+\d)[A-Za-z]{2}[A-Za-z0-9 -]{1,14}"
    return re.fullmatch(letters, body.strip()) is not None
