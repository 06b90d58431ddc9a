"""Tests of Qt and asyncio in one loop."""

import asyncio
import gc
import threading
import weakref

from PySide6.QtCore import QObject

from traydial.app import loop as module
from traydial.app.loop import make_loop


class Window(QObject):
    """In a cycle with itself, as windows with callbacks are."""

    def __init__(self):
        super().__init__()
        self.itself = self


def test_garbage_is_collected_in_the_main_thread_alone(qapp, monkeypatch):
    monkeypatch.setattr(module, "COLLECT_EVERY_MS", 1)
    gone = []

    async def scenario():
        window = Window()
        weakref.finalize(window, lambda: gone.append(threading.current_thread()))
        del window
        # a worker makes far more than Python waits for
        await asyncio.to_thread(lambda: [[n] for n in range(200_000)])
        while not gone:
            junk = [[n] for n in range(5_000)]
            await asyncio.sleep(0.002)
            assert junk

    with asyncio.Runner(loop_factory=lambda: make_loop(qapp)) as runner:
        assert not gc.isenabled()
        runner.run(asyncio.wait_for(scenario(), 20))
    assert gc.isenabled()
    assert gone == [threading.main_thread()]
