"""Numbers in running text: found whole, never glued together, never a date or an order number.

``phonenumbers`` knows what a number of a country can be; what belongs together is decided
here, for its own matcher joins what stands side by side.
"""

import re
from collections.abc import Iterator
from itertools import islice

from traydial.domain.errors import NothingToDial
from traydial.domain.numbers.dial_plan import is_extension
from traydial.domain.numbers.links import is_link, read_link
from traydial.domain.numbers.lookalikes import is_doubtful, is_labelled, is_of_others, masked
from traydial.domain.numbers.normal import DIRECT, LATER, MAX_NUMBER, Written, bare, typed, unlisted
from traydial.domain.numbers.outside import outside, trunk_prefix
from traydial.domain.numbers.plausible import Trust, is_plausible
from traydial.domain.settings import DialSettings

MOST = 50  # numbers in one text; nobody chooses among more
_SCHEME = r"(?:tel|callto|sips?|traydial):"
_LINKS = re.compile(rf"(?<![\w:]){_SCHEME}(?:(?![;,]?{_SCHEME})[^\s<>\"']){{1,300}}", re.I)
# digits with what may stand between them inside one number
_RUN = re.compile(r"(?<![\w.:/#*-])[+(]{0,2}\d[\d ().\-/]*(?:\d\)?)")
_TAIL = re.compile(
    rf"\s?[,;(]?\s?(?:{LATER}(?![^\W\d_])[.:=\s]{{0,3}}\d{{1,8}}|{DIRECT}\.?\s?:?\s?\d{{1,6}})\)?(?!\w)"
    r"|\s#\s?\d{1,6}(?!\w)|(?:[,;]{2,}|[pw]+)\d{1,20}#?(?!\w)",
    re.I,
)
_VANITY = re.compile(r"(?<![\w.])\+?\d[\d -]{2,8}-[A-Z][A-Z0-9-]{2,14}(?![\w])")
_NO_END = re.compile(r"[^\W\d]|@|\.[a-z]\w{1,3}\b")  # a name of a file or the like
_NEXT_PLUS = re.compile(r"(?<=[\d)])\s*[/|,;&]?\s*(?=\+\d)")
# where one number may end and another begin
_STRONG = re.compile(r"\s*/\s*|\s+-+\s+| {2,}")
_PLAIN = re.compile(r"[\d ()./+-]+")
_GAPS = re.compile(rf"{_STRONG.pattern}| |(?<=[\d)])(?=\()")
_ENDINGS = re.compile(r"-?\d{1,8}(?:\s*/\s*-?\d{1,8}){0,8}\s*")
# as people write a number without its area code; 12-34567 is a file's rather
_LOCAL = re.compile(r"\d{3,4}[ -]\d{4}|\d{3}(?P<gap>[ -])\d\d(?P=gap)\d\d|\d\d(?: \d\d){2,3}")
_ODD = re.compile(r"[1-9][\d/.-]*")  # what does not begin like a number with its area
_RANGE = re.compile(r"(?P<first>\d{3,6})\s?-\s?(?P<last>\d{3,6})")
_FEWEST = 7  # digits before a stroke for what follows to be another ending
_SHORTEST_EXTENSION = 2
_MOST_PIECES = 8
_MOST_GAPS = 2 * _MOST_PIECES  # looked at in one run


def find(text: str, settings: DialSettings) -> Iterator[Written]:
    """Yield the numbers of a cleaned text in order, as written."""
    if whole := _whole(text.strip(), settings):
        yield whole
        return
    at = found = 0
    for link in [*_LINKS.finditer(text), None]:
        for written in _in_prose(text[at : link.start() if link else None], settings):
            yield written
            found += 1
            if found >= MOST:
                return
        if link is None:
            return
        at = link.end()
        if is_link(link[0]):
            try:
                yield read_link(link[0].rstrip(".,;:)]}"), settings)
            except NothingToDial:
                continue


def is_several(text: str, settings: DialSettings) -> bool:
    """Tell whether a cleaned text is more than one number, side by side."""
    body = unlisted(text.strip())
    return len(body) <= MAX_NUMBER and (
        _with_endings(body, settings) is not None or _several(body, settings)
    )


def _whole(text: str, settings: DialSettings) -> Written | None:
    """Return the number that a text is, with its label perhaps."""
    if not text or len(text) > MAX_NUMBER or is_link(text) or is_several(text, settings):
        return None
    try:
        written = typed(text, vanity=settings.vanity)
    except NothingToDial:
        return None
    if re.search(r"[*#]", written.digits):
        return written if re.fullmatch(r"[\d*#]+", text) else None
    if is_extension(written.digits, settings) and _is_bare(text, settings):
        return written
    start = re.search(r"[+(]*\d.*", text)
    if start is None or "\0" in masked(text):
        return None
    before = text[: start.start()]
    if is_of_others(before):
        return None
    labelled = is_labelled(before) or _has_later(written)
    trust: Trust = "labelled" if labelled else "whole"
    return written if _fits(start[0], written, settings, trust) else None


def _is_bare(text: str, settings: DialSettings) -> bool:
    """Tell whether a text is just an extension; 14.30, 9-17, 1 234 and 5 may be anything."""
    digits = text.strip(" .,;:()")
    if not settings.extensions and (is_doubtful(digits) or len(digits) < _SHORTEST_EXTENSION):
        return False
    return re.fullmatch(r"\d[\d ]*", digits) is not None


def _has_later(written: Written) -> bool:
    """Tell whether something is keyed later, which is so for phone numbers alone."""
    return bool(written.after) and len(written.digits) >= _FEWEST


def _in_prose(text: str, settings: DialSettings) -> Iterator[Written]:
    for line in re.split(r"[\n\t]+", _NEXT_PLUS.sub("\n", masked(text))):
        yield from _in_line(unlisted(line), settings)


def _in_line(line: str, settings: DialSettings) -> Iterator[Written]:
    # 1) 030 123456 2) 040 123456
    for part in [line] if "(" in line else re.split(r"(?<=\s)\d{1,2}\)(?=\s)", line):
        at = 0
        while found := _next(part, at, settings):
            run, end = found
            before, after = part[at : run.start()], part[end : end + 6]
            at = end
            if run.re is _VANITY:
                yield from _one(run[0], "prose", settings)
            elif not is_of_others(before) and not _NO_END.match(after):
                trust: Trust = "labelled" if is_labelled(before) else "prose"
                yield from _numbers(part[run.start() : end], trust, settings)


def _next(line: str, at: int, settings: DialSettings) -> tuple[re.Match[str], int] | None:
    run = _RUN.search(line, at)
    letters = _VANITY.search(line, at) if settings.vanity else None
    if letters and (run is None or letters.start() <= run.start()):
        return letters, letters.end()
    if run is None:
        return None
    tail = _TAIL.match(line, run.end())
    return run, tail.end() if tail else run.end()


def _numbers(run: str, trust: Trust, settings: DialSettings) -> Iterator[Written]:
    both = _with_endings(run, settings)
    if both is None:
        yield from _split(run, trust, settings)
        return
    first, endings = both
    yield from _split(first, trust, settings)
    for ending in endings:
        direct = ending.startswith("-") and "-" in first  # in place of the direct number
        same = first[: first.rindex("-") + 1] if direct else first[: -len(ending)]
        yield from _split(same + ending.lstrip("-"), trust, settings)


def _with_endings(run: str, settings: DialSettings) -> tuple[str, list[str]] | None:
    """Take apart a number and other endings of it: 030 12345/67 and +49 30 1234-0 / -17."""
    for stroke in islice(re.finditer(r"\s*/\s*", run), 3):
        first, rest = run[: stroke.start()], run[stroke.end() :]
        if not _ENDINGS.fullmatch(rest) or sum(c.isdigit() for c in first) < _FEWEST:
            continue
        unknown = not settings.country and not first.lstrip("( ").startswith(("+", "00"))
        if unknown or _stands_alone(first, first, settings, strong=True):
            return first, re.findall(r"-?\d+", rest)
    return None


def _split(run: str, trust: Trust, settings: DialSettings) -> Iterator[Written]:
    """Yield a run as one number, or the numbers that stand side by side in it."""
    while gap := _break(run, settings):
        end, begin = gap
        yield from _longest(run[:end], trust, settings)
        run, trust = run[begin:], "prose"  # the word before it is the first one's
    yield from _longest(run, trust, settings)


def _longest(run: str, trust: Trust, settings: DialSettings) -> Iterator[Written]:
    """Yield the longest numbers: 030 1234567 7654321 holds 030 1234567."""
    edges = [0, *(m.start() for m in _GAPS.finditer(run)), len(run)]
    at = 0
    while at < len(edges) - 1:
        for end in range(min(len(edges) - 1, at + _MOST_PIECES), at, -1):
            part = run[edges[at] : edges[end]].strip(" /-")
            if found := [*_one(part, trust if at == 0 else "prose", settings)]:
                yield from found
                at = end
                break
        else:
            at += 1


def _one(run: str, trust: Trust, settings: DialSettings) -> Iterator[Written]:
    run = run.strip()
    if len(run) > MAX_NUMBER or _several(run, settings):
        return
    try:
        written = _read(run, settings)
    except NothingToDial:
        return
    if _fits(run, written, settings, "labelled" if _has_later(written) else trust):
        yield written


def _read(run: str, settings: DialSettings) -> Written:
    plain_run = run.strip(" /-.")
    if _PLAIN.fullmatch(plain_run):  # as nearly all are; the rest takes ten times as long
        return Written(bare(plain_run))
    return typed(run, vanity=settings.vanity)


def _fits(run: str, written: Written, settings: DialSettings, trust: Trust) -> bool:
    return is_plausible(
        written.digits,
        settings,
        trust,
        parted=not run.isdigit(),
        local=_LOCAL.fullmatch(run) is not None,
        doubtful=is_doubtful(run),
    )


def _several(run: str, settings: DialSettings) -> bool:
    """Tell whether what stands here side by side is more than one number."""
    if run.count("+") > 1 or run.count("(") > 3 or len(re.split(r"\s*/\s*", run)) > 3:
        return True
    return _break(run, settings) is not None


def _break(run: str, settings: DialSettings) -> tuple[int, int] | None:
    """Return where one number ends, and where behind it another begins."""
    gaps = [*islice(_GAPS.finditer(run), _MOST_GAPS)]
    for place, gap in enumerate(gaps):
        strong = _STRONG.fullmatch(gap[0]) is not None
        if _begins_anew(run, gap, settings):
            return gap.span()
        if _stands_alone(run[: gap.start()], run, settings, strong):
            ends = [*(later.start() for later in gaps[place + 1 :]), len(run)]
            for end in ends[:_MOST_PIECES]:
                if _stands_alone(run[gap.end() : end], run, settings, strong):
                    return gap.span()
    both = _RANGE.fullmatch(run) if settings.extensions else None  # 7002-7005
    if both is None or _is_known(run, settings):
        return None
    extensions = all(is_extension(one, settings) for one in both.group("first", "last"))
    return (both.end("first"), both.start("last")) if extensions else None


def _begins_anew(run: str, gap: re.Match[str], settings: DialSettings) -> bool:
    """Tell whether a number begins behind a gap, whatever stands before it: 24/7 030 123456."""
    left, right = run[: gap.start()], run[gap.end() :]
    if "/" in gap[0] and sum(c.isdigit() for c in left) >= _FEWEST + 2:
        return _stands_alone(left, run, settings, strong=True)  # no area code is so long
    return (
        right.startswith("0")
        and _ODD.fullmatch(left) is not None
        and left != settings.outside_prefix
        and trunk_prefix(settings.country) == "0"
        and _stands_alone(right, run, settings, strong=False)
        and not outside(re.sub(r"\D", "", run), settings).is_mobile()
    )


def _stands_alone(part: str, run: str, settings: DialSettings, strong: bool) -> bool:
    """Tell whether a part of a run is a whole number by itself; a mere blank may mislead."""
    try:
        digits = _read(part, settings).digits
    except NothingToDial:
        return False
    if settings.extensions and is_extension(digits, settings):
        return strong or (len(digits) > 2 and not _is_known(run, settings))
    if len(digits) < _FEWEST or not (strong or _is_known(part, settings)):
        return False
    return is_plausible(digits, settings, "prose", parted=True, local=True, doubtful=False)


def _is_known(run: str, settings: DialSettings) -> bool:
    """Tell whether this is a number that needs no area code put before it."""
    try:
        number = outside(_read(run, settings).digits, settings)
    except NothingToDial:
        return False
    return number.parsed is not None and not number.area
