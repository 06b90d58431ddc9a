"""The last numbers as Traydial kept them before it had a history; taken over once."""

import contextlib
import json
import logging
import math
from pathlib import Path
from typing import Any

from traydial.domain.calls import Cause, Direction
from traydial.domain.history import PastCall

log = logging.getLogger(__name__)

FILE_NAME = "recent.json"
MOST = 15


def take_over(file: Path) -> list[PastCall]:
    """Return the calls of the old file, which nobody reads any more after this."""
    try:
        data = json.loads(file.read_text("utf-8"))
        calls = [_past(entry) for entry in data[:MOST]]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError, KeyError) as error:
        log.info("the old recent numbers are unreadable: %s", error)
        return []
    with contextlib.suppress(OSError):
        file.unlink()
    return calls


def _past(entry: dict[str, Any]) -> PastCall:
    number, at = str(entry["number"]), float(entry["at"])
    if not math.isfinite(at):
        raise ValueError("no time")
    return PastCall(
        key=f"recent-{at}-{number}",
        direction=Direction(entry["direction"]),
        number=number,
        name=str(entry["name"]),
        began=at,
        ended=at,
        cause=Cause.MISSED if entry["missed"] else Cause.HUNG_UP,
        seen=True,  # a list of numbers was all there was to see of it
    )
