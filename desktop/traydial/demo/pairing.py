"""Pairing in the demo: its person dials what is shown, as somebody at a desk would."""

import re
from collections.abc import Callable

from traydial.ami.protocol import Message
from traydial.demo.clock import Clock

DIALS_AFTER_S = 4.0
# numbers that the dialplan takes without their being anybody's, as FreePBX does with any
NOBODYS = re.compile(r"[2-68]\d{3}")
_HINT = re.compile(r"HINT\((\d+)@")


class Reader:
    """Reads the number from the screen. Nothing but pairing asks whose a nobody's number is."""

    def __init__(self, clock: Clock, dial: Callable[[str], object]) -> None:
        self._clock, self._dial = clock, dial

    def asked(self, action: Message) -> None:
        """Take an action of a client."""
        found = _HINT.match(action.get("Variable"))
        if found is not None and NOBODYS.fullmatch(found[1]):
            number = found[1]
            self._clock.later(DIALS_AFTER_S, lambda: self._dial(number))
