"""What the user of the demo did in the last days, so that the history has something to show."""

from typing import Any

from traydial.domain.calls import Cause, Direction
from traydial.domain.history import Gap, PastCall

IN, OUT = Direction.IN, Direction.OUT
HOUR = 3600.0
MUELLER = ("+4930901820", "Jonas Müller", "Müller & Söhne GmbH")
PRAXIS = ("+4940228870", "Dr. Elif Öztürk", "Praxis Dr. Öztürk")
UNKNOWN = ("+4989123456", "", "")
ANNA, BOB = ("7003", "Anna Berger", ""), ("7002", "Bob Okafor", "")
RECORDED: dict[str, Any] = {"recording": "traydial/offer-mueller.wav", "recorded": True}
_Told = tuple[float, Direction, tuple[str, str, str], int | None, Cause, dict[str, Any]]
# hours ago, direction, who, seconds of talk, how it ended, more
_CALLS: tuple[
    tuple[float, Direction, tuple[str, str, str], int | None, Cause, dict[str, Any]], ...
] = (
    (0.4, IN, MUELLER, 312, Cause.HUNG_UP, {**RECORDED, "note": "Wants the offer by Friday."}),
    (0.9, IN, UNKNOWN, None, Cause.MISSED, {}),
    (1.2, OUT, BOB, None, Cause.BUSY, {}),
    (1.3, OUT, ANNA, 44, Cause.HUNG_UP, {}),
    (2.1, IN, PRAXIS, 98, Cause.TRANSFERRED, {"via": "support", "taker": "Anna Berger"}),
    (2.6, IN, ("", "", ""), 15, Cause.HUNG_UP, {}),
    (22.0, IN, PRAXIS, None, Cause.ANSWERED_ELSEWHERE, {"via": "support", "taker": "Bob Okafor"}),
    (23.5, OUT, MUELLER, 1260, Cause.HUNG_UP, {"note": "Delivery moved to the 14th."}),
    (25.0, OUT, UNKNOWN, None, Cause.NO_ANSWER, {}),
    (27.2, IN, ANNA, 75, Cause.HUNG_UP, {}),
    (50.0, IN, MUELLER, 187, Cause.HUNG_UP, {}),
    (51.5, IN, BOB, None, Cause.DECLINED, {}),
    (98.0, OUT, PRAXIS, 402, Cause.HUNG_UP, {}),
    (171.0, IN, UNKNOWN, 33, Cause.HUNG_UP, {}),
)


def past_calls(now: float) -> list[PastCall]:
    """Return calls of the last week."""
    made = []
    for number, (ago, direction, who, talked, cause, more) in enumerate(_CALLS):
        began = now - ago * HOUR
        made.append(
            PastCall(
                key=f"demo-past-{number}",
                direction=direction,
                number=who[0],
                name=who[1],
                company=who[2],
                began=began,
                talking_since=None if talked is None else began + 6,
                ended=began + 6 + (talked or 14),
                cause=cause,
                **more,
            )
        )
    return made


def past_gap(now: float) -> Gap:
    """Return when the link was down yesterday."""
    return Gap(now - 24.6 * HOUR, now - 24.1 * HOUR)
