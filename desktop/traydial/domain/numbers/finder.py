"""Numbers in running text: found whole, never glued together, never a date or an order number.

``phonenumbers`` knows what a number of a country can be; what belongs together is decided
here, for its own matcher joins what stands side by side.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from traydial.domain.errors import NothingToDial
from traydial.domain.numbers.dial_plan import is_extension, is_plausible
from traydial.domain.numbers.links import is_link, read_link
from traydial.domain.numbers.normal import DIRECT, LABELS, LATER, MAX_NUMBER, Written, typed
from traydial.domain.settings import DialSettings

_LINKS = re.compile(r"(?<![\w:])(?:tel|callto|sips?|traydial):[^\s<>\"']{1,300}", re.I)
# digits with what may stand between them inside one number
_RUN = re.compile(r"(?<![\w.,:/#$€£+*-])[+(]{0,2}\d[\d ().\-/]*(?:\d|\d\))")
_TAIL = re.compile(
    rf"\s?[,;]?\s?(?:{LATER}\.?\s?[:.]?\s?\d{{1,8}}|{DIRECT}\.?\s?:?\s?\d{{1,6}})(?!\w)", re.I
)
_VANITY = re.compile(r"(?<![\w.])\+?\d[\d -]{2,8}-[A-Z][A-Z0-9-]{2,14}(?![\w])")
# what looks like a number and is none
_OTHERS = re.compile(
    r"""
      \d{4}[-./]\d{1,2}[-./]\d{1,2}          # a date
    | \d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2})
    | (?:\d{1,3}\.){3}\d{1,3}                # an IP address
    | \d{1,3}(?:\.\d{3})+                    # 1.234.567
    | \d+\.\d{1,2} | \d{1,3}\.\d{4,8}        # a price, a coordinate
    | \d{4}[ -]\d{4}[ -]\d{4}[ -]\d{1,4}     # a bank card
    | \d{4}[ ]?-[ ]?\d{4}                    # years
    """,
    re.X,
)
_LABELLED = re.compile(
    rf"(?:\b(?:{LABELS}|extension|ext|{DIRECT}|rufnummer|number)\b[^\w\n]{{0,4}}"
    r"(?:\([^)\n]{0,20}\)[^\w\n]{0,3})?)$",
    re.I,
)
_NOT_A_NUMBER_OF = re.compile(
    r"(?:\b(?:order|invoice|rechnung|bestellung|auftrag|kunde|kundennummer|ticket|case|id|no|nr|nummer|"
    r"ref|reference|iban|bic|isbn|sku|vat|ust|steuernr|konto|account|article|artikel|serial|version|"
    r"\u0437\u0430\u043a\u0430\u0437|\u0441\u0447\u0451\u0442|\u0438\u043d\u043d|facture|commande|pedido|factura|ordine|fattura)\b[^\w\n]{0,4}"
    r"(?:(?:no|nr|number|nummer|id|\u043d\u043e\u043c\u0435\u0440)\b[^\w\n]{0,3})?|[#№$€£])$",
    re.I,
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?!\w)")
_CARD = re.compile(r"(?<!\d)\d{4}(?:[ -]\d{4}){3}(?![ -]?\d)")
_UNIT = re.compile(
    r"\s?(?:%|€|\$|£|°|eur\b|usd\b|chf\b|kg\b|km\b|mb\b|gb\b|uhr\b|px\b|\u0440\u0443\u0431)", re.I
)
_GAPS = re.compile(r"\s*/\s*|\s+-\s+| {2,}| ")


def find(text: str, settings: DialSettings) -> Iterator[Written]:
    """Yield the numbers of a cleaned text in order, as written."""
    whole = text.strip()
    if whole and len(whole) <= MAX_NUMBER and not _VARIANTS.search(whole):
        try:
            written = typed(whole, vanity=settings.vanity)
        except NothingToDial:
            pass
        else:
            alone = is_extension(written.digits, settings) or re.search(r"[*#]", written.digits)
            if alone or (not _several(whole) and _is_number(whole, written, settings)):
                yield written
                return
    at = 0
    for link in _LINKS.finditer(text):
        yield from _in_prose(text[at : link.start()], settings)
        at = link.end()
        if is_link(link[0]):
            try:
                yield read_link(link[0].rstrip(".,;:)]}"), vanity=settings.vanity)[0]
            except NothingToDial:
                continue
    yield from _in_prose(text[at:], settings)


def _in_prose(text: str, settings: DialSettings) -> Iterator[Written]:
    for line in re.split(r"[\n\t]+", _CARD.sub("#", _IBAN.sub("#", text))):
        at = 0
        while found := _next(line, at, settings):
            run, end = found
            before, after = line[max(at, run.start() - 40) : run.start()], line[end : end + 8]
            at = end
            if _NOT_A_NUMBER_OF.search(before) or _UNIT.match(after) or after[:1].isalpha():
                continue
            yield from _numbers(line[run.start() : end], bool(_LABELLED.search(before)), settings)


def _next(line: str, at: int, settings: DialSettings) -> tuple[re.Match[str], int] | None:
    if settings.vanity and (letters := _VANITY.search(line, at)):
        run = _RUN.search(line, at)
        if run is None or letters.start() <= run.start():
            return letters, letters.end()
    run = _RUN.search(line, at)
    if run is None:
        return None
    tail = _TAIL.match(line, run.end())
    return run, tail.end() if tail else run.end()


# 030 12345/67 and +49 30 1234-0 / -17: another ending of the same number
_VARIANTS = re.compile(r"(?P<base>\d{3,}|\d+-\d{1,4})\s*/\s*(?P<ending>-?\d{1,4})(?!\d)\s*$")


def _numbers(run: str, labelled: bool, settings: DialSettings) -> Iterator[Written]:
    if variants := _VARIANTS.search(run):
        first = run[: variants.end("base")]
        ending = variants["ending"]
        kept = (
            first[: first.rindex("-") + 1] if ending.startswith("-") and "-" in first
            else first[: len(first) - len(ending)]
        )  # fmt: skip
        both = [*_split(first, labelled, settings)]
        if both and sum(c.isdigit() for c in first) >= 7:
            yield from both
            yield from _split(kept + ending.lstrip("-"), labelled, settings)
            return
    yield from _split(run, labelled, settings)


def _split(run: str, labelled: bool, settings: DialSettings) -> Iterator[Written]:
    """Yield a run as one number, or the numbers that stand side by side in it."""
    if written := _one(run, labelled, settings):
        yield written
        return
    edges = [0, *(m.start() for m in _GAPS.finditer(run)), len(run)]
    pieces = [run[a:b].strip(" /-") for a, b in pairwise(edges)]
    # the longest first: 030 1234567 7654321 holds 030 1234567
    at = 0
    while at < len(pieces):
        for end in range(min(len(pieces), at + 8), at, -1):
            part = run[edges[at] : edges[end]].strip(" /-")
            labelled = labelled and at == 0  # the word before it is the first one's
            if end - at < len(pieces) and (written := _one(part, labelled, settings)):
                yield written
                at = end
                break
        else:
            at += 1


def _one(run: str, labelled: bool, settings: DialSettings) -> Written | None:
    run = run.strip()
    if _OTHERS.fullmatch(run) and not labelled:
        return None
    if _several(run):
        return None
    try:
        written = typed(run, vanity=settings.vanity)
    except NothingToDial:
        return None
    return written if is_plausible(written.digits, settings, labelled=labelled) else None


def _is_number(whole: str, written: Written, settings: DialSettings) -> bool:
    """Tell whether a whole text is one number, with its label perhaps."""
    number = re.search(r"[+(]*\d.*", whole)
    if number is None or _OTHERS.fullmatch(number[0]) or _CARD.search(whole):
        return False
    return is_plausible(written.digits, settings, labelled=number.start() > 0)


def _several(run: str) -> bool:
    """Tell whether what stands here side by side is more than one number."""
    if run.count("+") > 1 or run.count("(") > 2 or re.search(r" {2,}", run):
        return True
    # 030 / 1234567 has the area code before its stroke, not another number
    parts = re.split(r"\s*/\s*", run)
    if len(parts) > 2:
        return True
    if len(parts) == 1:
        return False
    area = re.sub(r"\D", "", parts[0])
    return len(area) > 6 or not parts[0].lstrip("( ").startswith(("0", "+"))
