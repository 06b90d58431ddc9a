"""``traydial demo``, and calling within it by the command that it tells."""

import os
import subprocess
import sys
import threading

from tests.windows.copies import WITHIN_S, lines


def test_the_command_that_the_demo_tells_makes_a_call():
    process = subprocess.Popen(
        [sys.executable, "-m", "traydial", "demo", "--headless"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    rest = threading.Thread(target=process.stdout.read, daemon=True)
    try:
        rest.start()
        command = next(line for line in process.stderr if line.startswith("  set ")).strip()
        refused = command.replace("7002", "7006 --json")  # declines: that is soonest over
        line = f'{os.environ["COMSPEC"]} /s /c "{refused}"'
        done = subprocess.run(line, capture_output=True, timeout=WITHIN_S, check=False)
    finally:
        process.kill()
        process.communicate()
    assert done.returncode == 3, done.stderr
    assert lines(done.stdout.decode())[-1]["cause"] == "declined"
