"""What the PBX said, told without saying of whom: the same person is the same one throughout."""

import hashlib
import hmac
import re
from collections.abc import Iterable

FEWEST = 6  # digits of a number that is somebody's; shorter ones are the office's extensions
MOST_NAMES = 5_000

# headers that name channels, calls, times and amounts, never people
_KEPT = re.compile(
    r"event|eventlist|response|privilege|actionid|\w*(?:unique|linked)id|\w*bridge(?:unique)?id|"
    r"timestamp|\w*time|last\w+|uptime|lastreload|\w+usec|line-\d+-\d+|banner",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\w*(?:CallerID|ConnectedLine)Name|MemberName|CallerName", re.IGNORECASE)
_DEVICE = re.compile(r"[A-Za-z]\w*/\S+")
_QUOTED = re.compile(r'"([^"]+)" ?<')  # "Anna" <7001>
_NOBODY = ("", "<unknown>", "unknown", "anonymous")
# the first that fits wins: what only looks like a number comes before what is one
_TOKEN = re.compile(
    r"(?P<uuid>\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b)"
    r"|(?P<unique>\b\d{10}\.\d+\b)"
    r"|(?P<day>\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:\.\d+)?)?)"
    r"|(?P<ip>(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]))"
    r"|(?P<ip6>(?<![\w:])(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{1,4}(?![\w:]))"
    r"|(?P<channel>\b[A-Za-z]\w*/[^\s,&()]*?-[0-9a-f]{8}(?=;[12]\b|[\s,&)@]|$))"
    r"|(?P<code>[*#]\d{1,8}(?!\d))"
    r"|(?P<number>\+?\(?\d[\d()./ -]*\d)",
    re.IGNORECASE,
)


class Pseudonyms:
    """Replaces names, numbers and addresses, each always by the same.

    ``key`` makes the numbers: without it nobody finds out whose they were. Of a number all
    but the last six digits stay (its country and town), so that it is read as before; one
    person's number in two forms stays one number.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._names: dict[str, str] = {}
        self._addresses: dict[str, str] = {}
        self._anywhere: re.Pattern[str] | None = None

    def learn(self, headers: Iterable[tuple[str, str]]) -> None:
        """Note the names in a message; all messages are learnt before one is told."""
        for key, value in headers:
            if _NAMED.fullmatch(key):
                self._learn(value)
            elif '"' in value:
                for name in _QUOTED.findall(value):
                    self._learn(name)

    def header(self, key: str, value: str) -> str:
        """Return the value of a header of AMI to be shown."""
        if _NAMED.fullmatch(key):
            value = self._names.get(value, value)
        return value if _KEPT.fullmatch(key) else self.text(value)

    def text(self, text: str) -> str:
        """Return a text without the names learnt, numbers and addresses."""
        if self._anywhere is None:
            longest_first = sorted((n for n in self._names if _is_telling(n)), key=len)[::-1]
            either = "|".join(map(re.escape, longest_first)) or "(?!)"
            self._anywhere = re.compile(rf"(?<!\w)(?:{either})(?!\w)")
        return _TOKEN.sub(self._token, self._anywhere.sub(lambda n: self._names[n[0]], text))

    def _learn(self, name: str) -> None:
        # or else the number that it is; of a queue's members, the device
        is_name = any(c.isalpha() for c in name) and not _DEVICE.fullmatch(name)
        if is_name and name.lower() not in _NOBODY and len(self._names) < MOST_NAMES:
            self._names.setdefault(name, f"Person {len(self._names) + 1}")
            self._anywhere = None

    def _token(self, found: re.Match[str]) -> str:
        if found.lastgroup == "number":
            return self._number(found[0])
        if found.lastgroup == "channel":  # its own part is no number, its device may be one
            device, dash, own = found[0].rpartition("-")
            return _TOKEN.sub(self._token, device) + dash + own
        if found.lastgroup == "ip" and not found[0].startswith("127."):
            return self._address(found[0], "192.0.2.")
        if found.lastgroup == "ip6":
            return self._address(found[0], "2001:db8::")
        return found[0]

    def _address(self, address: str, begin: str) -> str:
        return self._addresses.setdefault(address, f"{begin}{len(self._addresses) % 250 + 1}")

    def _number(self, number: str) -> str:
        places = [place for place, c in enumerate(number) if c.isdigit()][-FEWEST:]
        if len(places) < FEWEST:
            return number
        last = "".join(number[place] for place in places)
        digest = hmac.digest(self._key, last.encode(), hashlib.sha256)
        other = f"{int.from_bytes(digest[:8], 'big') % 10**FEWEST:0{FEWEST}}"
        characters = [*number]
        for place, digit in zip(places, other, strict=True):
            characters[place] = digit
        return "".join(characters)


def _is_telling(name: str) -> bool:
    return len(name) > 2  # one or two letters stand in every word
