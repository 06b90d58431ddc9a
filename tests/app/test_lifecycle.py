"""Whoever quits is gone soon, whatever hangs."""

import subprocess
import sys

HANGS = """
import asyncio, threading, time
from PySide6.QtWidgets import QApplication
from traydial.app.lifecycle import run_app
from traydial.app.loop import make_loop

class App:
    def __init__(self):
        self.quit_wanted = asyncio.Event()
    def start(self, *, at_login=False):
        threading.Thread(target=time.sleep, args=(600,)).start()
        self.quit_wanted.set()

async def main():
    try:
        return await run_app(App())
    finally:
        print("quits", flush=True)
        await asyncio.to_thread(time.sleep, 600)

application = QApplication([])
with asyncio.Runner(loop_factory=lambda: make_loop(application)) as runner:
    runner.run(main())
"""


def test_a_thread_that_hangs_keeps_nobody():
    done = subprocess.run(
        [sys.executable, "-c", HANGS], timeout=60, check=False, stdout=subprocess.PIPE, text=True
    )
    assert (done.returncode, done.stdout) == (0, "quits\n")
