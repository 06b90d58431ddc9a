"""The handler of links: gives one link to the running copy and is gone.

Run as ``python -I -S open_link.py [SOCKET PROFILE] [LINK]``, as its own program: it imports
nothing but built-in modules, for every millisecond is felt. Without SOCKET and PROFILE it is
the user's own copy; without LINK the program is brought up. Where no copy listens, it becomes
the program. A launcher gives one link as one argument, so that their number tells which is
which, and whatever a link holds, it is nothing else.
"""

import _socket
import posix
import sys

MYPY = False
if MYPY:  # never true here: typing alone would double our time
    from collections.abc import Callable, Mapping

assert sys.platform != "win32", "a pipe is spoken to in another way"

SCHEMES = ("tel:", "callto:", "traydial:", "sip:", "sips:")
MAX_LINK = 2000
ANSWER_WITHIN_S = 2.0


def request(link: str) -> bytes:
    """Return the line that app.handover.encode_request writes; json is not imported here."""
    escaped = "".join(map(_escaped, link))
    verb, arguments = ("link", f'"{escaped}"') if link else ("show", "")
    line = f'{{"v": 1, "verb": "{verb}", "arguments": [{arguments}], "json": false}}\n'
    return line.encode("ascii")


def _escaped(character: str) -> str:
    code = ord(character)
    if character in '"\\':
        return "\\" + character
    if 32 <= code < 127:
        return character
    if 0xD800 <= code < 0xE000:  # a byte of the command line that was no text
        return "\\ufffd"
    if code > 0xFFFF:
        code -= 0x10000
        return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
    return f"\\u{code:04x}"


def hand_over(path: str, link: str) -> bool:
    """Give the link to the copy that listens there; tell whether it has taken it."""
    peer = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    try:
        peer.settimeout(ANSWER_WITHIN_S)
        peer.connect(path)
        peer.sendall(request(link))
        return peer.recv(1) != b""  # it answers as soon as it has read the line
    except TimeoutError:
        return True  # it is busy, and the line is in its queue
    except OSError:
        return False
    finally:
        peer.close()


def main(
    arguments: list[str],
    become: "Callable[[str, list[str]], object]" = posix.execv,
    environ: "Mapping[bytes, bytes]" = posix.environ,
) -> int:
    """Hand over, or become the program; return the exit code."""
    path = profile = link = ""
    if len(arguments) > 1 and arguments[0].startswith("/"):
        path, profile, *arguments = arguments
    if arguments:
        link, *more = arguments
        if more or len(link) > MAX_LINK or not link.lower().startswith(SCHEMES):
            sys.stderr.write("traydial: that is no link to a phone number.\n")
            return 2
    if not path and (runtime := environ.get(b"XDG_RUNTIME_DIR")):
        path = runtime.decode("utf-8", "surrogateescape") + "/traydial.sock"
    if path and hand_over(path, link):
        return 0
    command = [sys.executable, "-m", "traydial"]
    command += ["--profile", profile] if profile else []
    # whatever the link holds, it is no option
    become(command[0], [*command, *(["--", link] if link else [])])
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
