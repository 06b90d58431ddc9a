"""From the PBX's call detail records (CDR) to past calls. Pure.

Asterisk writes a record for each pair of channels that had to do with each other. Its times
are local and name no zone, but a unique id begins with the second in which its channel came to
be, wherever that clock hangs.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from traydial.domain.calls import Cause, Direction
from traydial.domain.contact_settings import database_url, query_of
from traydial.domain.history import Gap, PastCall
from traydial.domain.setting_checks import Check

BOUND = ("since", "until", "device")
# FreePBX's table and Asterisk's own column names; all records of calls that the device was in
QUERY = """
SELECT uniqueid, linkedid, channel, dstchannel, src, clid, dst, disposition, duration, billsec
FROM cdr WHERE calldate >= :since AND calldate < :until AND linkedid IN (
  SELECT linkedid FROM cdr WHERE calldate >= :since AND calldate < :until
  AND (channel LIKE :device OR dstchannel LIKE :device))
ORDER BY calldate, uniqueid
"""
_BEGAN = re.compile(r"(?:.*-)?(\d{9,})\.\d+")
_CLID = re.compile(r'"(.*)" <.*>')
_CAUSES = {
    "ANSWERED": Cause.HUNG_UP,
    "BUSY": Cause.BUSY,
    "NO ANSWER": Cause.NO_ANSWER,
    "FAILED": Cause.NOT_REACHABLE,
    "CONGESTION": Cause.NOT_REACHABLE,
}
MOST_LETTERS = 200


@dataclass(frozen=True, slots=True)
class CallRecordSettings:
    """``url`` as SQLAlchemy has it; an empty ``query`` is ``QUERY``."""

    url: str = ""
    query: str = ""


CHECKS: Mapping[str, Check] = {"url": database_url("cdr"), "query": query_of(*BOUND)}


@dataclass(frozen=True, slots=True)
class Record:
    """One record, whatever the database calls its columns' types."""

    uid: str
    linked: str
    channel: str
    to_channel: str
    caller: str
    name: str
    dialled: str
    disposition: str
    duration: float
    talked: float

    @property
    def began(self) -> float:
        """Seconds since the epoch; 0 where the id does not tell."""
        found = _BEGAN.fullmatch(self.uid) or _BEGAN.fullmatch(self.linked)
        return float(found[1]) if found else 0.0

    @property
    def answered(self) -> bool:
        """Tell whether a phone answered, and not a voice menu before it."""
        return self.disposition == "ANSWERED" and bool(self.to_channel)


def record_of(row: Mapping[str, Any]) -> Record:
    """Read a row; what is missing is empty."""

    def text(key: str) -> str:
        value = row.get(key)
        return "" if value is None else str(value)[:MOST_LETTERS]

    def number(key: str) -> float:
        try:
            return max(0.0, float(row.get(key) or 0))
        except (TypeError, ValueError):
            return 0.0

    clid = _CLID.fullmatch(text("clid"))
    name = clid[1] if clid and clid[1] != text("src") else ""
    return Record(
        text("uniqueid"),
        text("linkedid") or text("uniqueid"),
        text("channel"),
        text("dstchannel"),
        text("src"),
        name,
        text("dst"),
        text("disposition").upper(),
        number("duration"),
        number("billsec"),
    )


def past_calls(records: Iterable[Record], devices: Sequence[str], gap: Gap) -> list[PastCall]:
    """Return the user's calls of that time; ``devices`` are theirs, like ``PJSIP/7001``."""
    by_linked: dict[str, list[Record]] = {}
    for record in sorted(records, key=lambda record: record.began):
        if record.linked and record.began:
            by_linked.setdefault(record.linked, []).append(record)
    found = (_past_call(same, devices) for same in by_linked.values())
    return [c for c in found if c is not None and gap.since <= c.ended and c.began <= gap.until]


def _past_call(records: list[Record], devices: Sequence[str]) -> PastCall | None:
    def own(channel: str) -> bool:
        return channel.rpartition("-")[0] in devices

    to_me = [record for record in records if own(record.to_channel)]
    first = records[0]
    if to_me:
        return _incoming(first, records, to_me, own_answered=[r for r in to_me if r.answered])
    if own(first.channel):
        return PastCall(
            key=first.uid,
            direction=Direction.OUT,
            number=first.dialled,
            began=first.began,
            ended=first.began + first.duration,
            cause=_CAUSES.get(first.disposition, Cause.HUNG_UP),
            talking_since=_spoke(first) if first.answered else None,
            source="cdr",
        )
    return None


def _incoming(
    first: Record, records: list[Record], to_me: list[Record], own_answered: list[Record]
) -> PastCall:
    talks = own_answered[0] if own_answered else None
    others = [record for record in records if record.answered and record not in to_me]
    cause = Cause.HUNG_UP if talks else Cause.ANSWERED_ELSEWHERE if others else Cause.MISSED
    taker = others[0].to_channel.rpartition("-")[0].partition("/")[2] if others else ""
    last = talks or to_me[-1]
    return PastCall(
        key=f"cdr:{first.linked}",
        direction=Direction.IN,
        number=first.caller,
        name=first.name,
        began=first.began,
        ended=last.began + last.duration,
        cause=cause,
        talking_since=_spoke(talks) if talks else None,
        taker="" if talks else taker,
        source="cdr",
        linked=first.linked,
    )


def _spoke(record: Record) -> float:
    return record.began + max(0.0, record.duration - record.talked)
