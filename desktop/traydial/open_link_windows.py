"""The handler of links on Windows: gives one link to the running copy and is gone.

Run as ``pythonw -I -S open_link_windows.py PIPE PROFILE [LINK]``, as its own program: what it
imports is felt. PIPE is the pipe's name but for the session. Where no copy listens, it starts
the program and leaves the link to it.
"""

import sys

assert sys.platform == "win32"

SCHEMES = ("tel:", "callto:", "traydial:", "sip:", "sips:")
MAX_LINK = 2000
ANSWER_WITHIN_S = 2.0
_DETACHED_PROCESS = 0x8


def request(link: str) -> bytes:
    """Return the line that app.handover.encode_request writes; json is not imported here."""
    units = memoryview(link.encode("utf-16-le", "replace")).cast("H")
    escaped = "".join(f"\\u{unit:04x}" for unit in units)
    verb, arguments = ("link", f'"{escaped}"') if link else ("show", "")
    line = f'{{"v": 1, "verb": "{verb}", "arguments": [{arguments}], "json": false}}\n'
    return line.encode("ascii")


def hand_over(prefix: str, link: str) -> bool:
    """Give the link to the copy that listens there; tell whether it has taken it."""
    sys.path.insert(0, __file__.rpartition("\\")[0].rpartition("\\")[0])
    from traydial.app.pipe import Pipe, session_id

    pipe = Pipe.connect(f"{prefix}{session_id()}")
    if pipe is None:
        return False
    try:
        pipe.let_come_to_front()
        pipe.send(request(link))
        return pipe.receive(ANSWER_WITHIN_S) != b""  # it answers as soon as it has read the line
    except TimeoutError:
        return True  # it is busy, and the line is in its queue
    except OSError:
        return False
    finally:
        pipe.close()


def main(arguments: list[str]) -> int:
    """Hand over, or start the program; return the exit code."""
    prefix, profile, link, *more = [*arguments, "", "", ""][: max(3, len(arguments))]
    if more or len(link) > MAX_LINK or (link and not link.lower().startswith(SCHEMES)):
        return 2  # nobody sees what a program without a console says
    if hand_over(prefix, link):
        return 0
    import subprocess  # nosec B404 - our own interpreter and module, no shell

    command = [sys.executable, "-m", "traydial"]
    command += ["--profile", profile] if profile else []
    # whatever the link holds, it is no option
    command += ["--", link] if link else []
    none = subprocess.DEVNULL
    subprocess.Popen(  # noqa: S603
        command, stdin=none, stdout=none, stderr=none, creationflags=_DETACHED_PROCESS
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
