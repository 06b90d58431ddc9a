"""Asking the running copy. Imports nothing heavy: a clicked link must not be felt.

One JSON line goes there (``{"v": 1, "verb", "arguments", "json"}``, later perhaps
``{"cancel": true}``); lines ``{"line"}``, ``{"note"}`` come back and last ``{"exit"}``.
"""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator

from traydial.domain.language import tr

VERSION = 1


def ask(server: str, verb: str, arguments: list[str], as_json: bool) -> int | None:
    """Let the running copy do it; return its exit code, or None where no copy runs."""
    if sys.platform == "win32":
        return _ask_pipe(server, verb, arguments, as_json)
    import socket

    link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        link.connect(server)
    except OSError:
        link.close()
        return None
    with link:
        try:
            link.sendall(encode_request(verb, arguments, as_json))
        except ConnectionError:
            return None
        import signal

        given_up = False

        def give_up(*_: object) -> None:
            nonlocal given_up
            given_up = True
            # the copy hangs up and answers; a second signal ends us the usual way
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            link.sendall(b'{"cancel": true}\n')

        signal.signal(signal.SIGINT, give_up)
        signal.signal(signal.SIGTERM, give_up)
        with link.makefile("rb") as answers:
            try:
                first = answers.readline()
            except ConnectionResetError:
                # it died with our request unread; else the link would have ended in peace
                return _closed() if given_up else None
            return print_answers(answers, first)


def encode_request(verb: str, arguments: list[str], as_json: bool) -> bytes:
    """Return the one line that carries a request."""
    request = {"v": VERSION, "verb": verb, "arguments": arguments, "json": as_json}
    return json.dumps(request).encode() + b"\n"


def print_answers(answers: Iterable[bytes], first: bytes = b"") -> int:
    """Print what the running copy says until it tells the exit code."""
    for raw in _each(first, answers):
        answer = json.loads(raw)
        if "line" in answer:
            print(answer["line"], flush=True)  # noqa: T201
        elif "note" in answer:
            print(f"traydial: {answer['note']}", file=sys.stderr, flush=True)  # noqa: T201
        elif "exit" in answer:
            return int(answer["exit"])
    return _closed()


def _each(first: bytes, answers: Iterable[bytes]) -> Iterator[bytes]:
    if first:
        yield first
    try:
        yield from answers
    except ConnectionResetError:
        return


def _closed() -> int:
    print("traydial:", tr("Traydial was closed meanwhile."), file=sys.stderr)  # noqa: T201
    return 4


if sys.platform == "win32":

    def _ask_pipe(server: str, verb: str, arguments: list[str], as_json: bool) -> int | None:
        from traydial.app.pipe import Pipe

        pipe = Pipe.connect(server)
        if pipe is None:
            return None
        pipe.let_come_to_front()
        pipe.send(encode_request(verb, arguments, as_json))
        import signal

        def give_up(*_: object) -> None:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            signal.signal(signal.SIGBREAK, signal.SIG_DFL)
            pipe.send(b'{"cancel": true}\n')

        signal.signal(signal.SIGINT, give_up)
        signal.signal(signal.SIGBREAK, give_up)
        try:
            return print_answers(_lines(pipe.receive))
        finally:
            pipe.close()


def _lines(receive: Callable[[], bytes]) -> Iterator[bytes]:
    pending = b""
    while data := receive():
        *whole, pending = (pending + data).split(b"\n")
        yield from whole


def start_copy(server: str, arguments: list[str]) -> str:
    """Start Traydial in the background; return why it cannot, or an empty text."""
    if not can_show_windows():
        return tr(
            "No copy of Traydial is running, and without a screen none can be started. "
            "Use --headless to do it from here."
        )
    if sys.platform == "win32":
        from traydial.app.pipe import first_to_start

        if not first_to_start(server):
            return ""  # somebody else has just started one
    import subprocess  # nosec B404 - our own interpreter and module, no shell

    command = [sys.executable, "-m", "traydial", *arguments]
    if getattr(sys, "frozen", False):
        command = [sys.executable, *arguments]
    flags = {"creationflags": 0x8} if sys.platform == "win32" else {"start_new_session": True}
    subprocess.Popen(  # noqa: S603
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **flags,
    )
    return ""


def can_show_windows() -> bool:
    """Tell whether there is a screen to show a window on."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
