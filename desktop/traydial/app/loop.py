"""Where Qt and asyncio meet. The only module that imports qasync."""

import asyncio
import gc
import logging
import os
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

os.environ["QT_API"] = "pyside6"  # else qasync may pick a PyQt that happens to be installed
import qasync

log = logging.getLogger(__name__)


COLLECT_EVERY_MS = 500


class MainThreadCollector:
    """Collects garbage in this thread alone.

    Python collects in whatever thread happens to make the next object. A closed window that
    waits for that in a reference cycle would be freed by a worker thread, its timers with it,
    and Qt ends the program there.
    """

    def __init__(self) -> None:
        gc.disable()
        self._timer = QTimer()
        self._timer.setInterval(COLLECT_EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def end(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.collect()
        gc.enable()

    @staticmethod
    def _collect() -> None:
        due = zip(gc.get_count(), gc.get_threshold(), strict=True)
        generation = max((n for n, (count, most) in enumerate(due) if count > most), default=None)
        if generation is not None:
            gc.collect(generation)


class Loop(qasync.QEventLoop):  # type: ignore[misc]
    """qasync's loop less its last processEvents, which steps tasks with no loop running."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._collector: MainThreadCollector | None = MainThreadCollector()

    def close(self) -> None:
        """Close it; a second time is nothing."""
        super().close()
        if self._collector is not None:
            self._collector.end()
            self._collector = None

    def run_until_complete(self, future: Coroutine[Any, Any, Any] | asyncio.Future[Any]) -> Any:  # noqa: ANN401
        task = asyncio.ensure_future(future, loop=self)
        task.add_done_callback(lambda _: self.stop())
        self.run_forever()
        if not task.done():
            raise RuntimeError("the Qt loop ended before its main task")
        return task.result()


def make_loop(app: QApplication) -> asyncio.AbstractEventLoop:
    """Return a loop that runs on Qt's. Use it once, as asyncio.Runner's factory."""
    logging.getLogger("qasync").setLevel(logging.WARNING)  # its debug lines print arguments
    loop: asyncio.AbstractEventLoop = Loop(app)
    loop.set_default_executor(ThreadPoolExecutor(4, thread_name_prefix="traydial-io"))
    return loop


class QuitRequests(QObject):
    """Turns every Quit event into one call, so that clean-up can still await."""

    def __init__(self, app: QApplication, on_quit: Callable[[], None]) -> None:
        super().__init__(app)
        self._on_quit = on_quit
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Quit:
            return False
        self._on_quit()
        return True


class Background:
    """Runs what signals start; keeps tasks alive and never lets one fail unseen."""

    def __init__(self, on_error: Callable[[BaseException], None]) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self._on_error = on_error

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Start a coroutine from a plain slot."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def aclose(self) -> None:
        """Cancel what still runs and wait for it."""
        tasks = [*self._tasks]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            self._on_error(error)
