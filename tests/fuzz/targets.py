"""What is fuzzed: each takes bytes and fails by an exception that nobody has promised."""

import contextlib
import io
import json
import re
import tomllib
from collections.abc import Callable
from math import isfinite
from pathlib import Path

from traydial.ami.protocol import AmiProtocol, encode_action
from traydial.ami.story import read_story
from traydial.ami.trace import without_secrets
from traydial.ami.tracker import Tracker
from traydial.app.logs import Redacting
from traydial.app.served import parse_request
from traydial.demo.replay import connections
from traydial.domain.call_reducer import reduce
from traydial.domain.errors import DesktopError, LocalProtocolError, RemoteProtocolError
from traydial.domain.numbers import numbers_in, understand
from traydial.domain.plain_text import safe_text
from traydial.domain.privacy import without_numbers
from traydial.domain.settings import DialSettings, dump, read
from traydial.services.contacts.tables import read_table
from traydial.services.contacts.vcard import read_vcards

ROOT = Path(__file__).parents[2]
OFFICE = DialSettings("DE", area_code="30", outside_prefix="0")
BANNER = b"Asterisk Call Manager/11.0.0\r\n"
DIALLABLE = frozenset("0123456789*#+ABCDabcd")


def protocol(data: bytes) -> None:
    """Read a session, whole and in two parts: the same messages, or the same error."""

    def messages(*chunks: bytes) -> object:
        wire, got = AmiProtocol(), []
        try:
            for chunk in chunks:
                got += wire.receive_data(chunk)
        except RemoteProtocolError as error:
            return str(error)
        return got

    cut = len(data) // 2
    whole = messages(BANNER, data)
    assert messages(BANNER, data[:cut], data[cut:]) == whole
    for message in whole if isinstance(whole, list) else ():
        assert isinstance(message.event, str)
        repr(message)


def tracker(data: bytes) -> None:
    """Take whatever events come: the calls stay in order."""
    tracker, calls = Tracker(["PJSIP/7001"], "7001"), {}
    with contextlib.suppress(RemoteProtocolError):
        for message in AmiProtocol().receive_data(BANNER + data):
            for event in tracker.feed(message, 1.0):
                calls = reduce(calls, event)
    for call in calls.values():
        assert call.alive is (call.cause is None)


def action(data: bytes) -> None:
    """Send a header as one line, or not at all."""
    text = data.decode("utf-8", "surrogateescape")
    with contextlib.suppress(LocalProtocolError):
        sent = encode_action("Getvar", [("Variable", text)])
        assert sent.count(b"\r\n") == 3
        assert sent.endswith(b"\r\n\r\n")


def typed(data: bytes) -> None:
    """Understand or refuse what is typed or clicked; a link never switches a feature."""
    text = data.decode("utf-8", "replace")
    for one in (text, f"tel:{text}", f"sip:{text}"):
        with contextlib.suppress(DesktopError):
            dial = understand(one, OFFICE).dial
            assert {*dial} <= DIALLABLE
            assert one is text or not {*"*#"} & {*dial}


def finder(data: bytes) -> None:
    """Find numbers in a text, each one that can be dialled."""
    for number in numbers_in(data.decode("utf-8", "replace"), OFFICE):
        assert {*number.dial} <= DIALLABLE


def config(data: bytes) -> None:
    """Read a config file; what was read can be written and read again."""
    with contextlib.suppress(ValueError, RecursionError):
        settings, _ = read(tomllib.loads(data.decode("utf-8")))
        assert read(dump(settings)) == (settings, [])


def request(data: bytes) -> None:
    """Take a line on the local socket for a request or for nothing."""
    asked = parse_request(data)
    assert asked is None or all(isinstance(word, str) for word in asked.arguments)


def contacts(data: bytes) -> None:
    """Read files with contacts."""
    text = data.decode("utf-8", "replace")
    for read_file in (read_vcards, read_table):
        with contextlib.suppress(DesktopError, ValueError):
            for contact in read_file(text, "a"):
                assert contact.numbers or contact.name or contact.company


def trace(data: bytes) -> None:
    """Read a trace of somebody else's."""
    with contextlib.suppress(ValueError):
        story = read_story(io.StringIO(data.decode("utf-8", "replace")))
        read(story.tables)
        for connection in connections(story):
            for at, message in connection.events:
                assert isfinite(at)
                assert message.event


def shown(data: bytes) -> None:
    """Make text fit for people, for logs and for traces."""
    text = data.decode("utf-8", "replace")
    assert safe_text(text, 40).isprintable()
    assert not re.search(r"[0-9]{7}", without_numbers(text))
    without_secrets(text, "hunter2")
    assert "hunter2" not in without_secrets(f"{text}hunter2{text}", "hunter2")
    Redacting()._hidden(text)


TARGETS: dict[str, Callable[[bytes], None]] = {
    work.__name__: work
    for work in (
        protocol,
        tracker,
        action,
        typed,
        finder,
        config,
        request,
        contacts,
        trace,
        shown,
    )
}


def seeds(name: str) -> list[bytes]:
    """Return what to begin with: things as they are meant to be."""
    if name in ("protocol", "tracker"):
        files = sorted((ROOT / "tests/transcripts").glob("*/full/in_*.ami"))
        return [file.read_bytes()[:4000] for file in files[:6]]
    if name in ("typed", "finder", "action", "shown"):
        rows = (ROOT / "tests/domain/numbers.csv").read_text("utf-8").splitlines()
        return [row.encode() for row in rows[1:40]]
    return {
        "config": [
            b'[pbx]\nhosts = ["a:1"]\ntls = false\n[dialling]\ncountry = "DE"\n',
            b'[recording]\npolicy = "always"\n[blocked]\nnumbers = ["+4930*"]\n',
        ],
        "request": [json.dumps({"v": 1, "verb": "dial", "arguments": ["7002"]}).encode()],
        "contacts": [
            b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna\r\nTEL;TYPE=WORK:+49 30 1\r\nEND:VCARD\r\n",
            b'Name;Company;Phone\n"Anna; B";A GmbH;030 123456\n',
        ],
        "trace": [b"# AMI trace of Traydial, 1\n> 0.0\nAction: Login\n\n< 0.1\nEvent: X\n\n"],
    }[name]
