"""Errors that nobody caught: into the log with everything, and never the end of the program."""

import asyncio
import logging
import sys
import threading
from types import TracebackType
from typing import Any

log = logging.getLogger("traydial")


def install() -> None:
    """Send what would be lost on a console to the log: slots, threads, destructors, Qt."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def on_qt(kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
        level = logging.WARNING if kind is not QtMsgType.QtDebugMsg else logging.DEBUG
        logging.getLogger("qt").log(level, "%s", text)

    install_hooks()
    qInstallMessageHandler(on_qt)


def install_hooks() -> None:
    """Send Python's own last words to the log; ``faults`` shows them from there."""

    def on_exception(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        log.error("uncaught", exc_info=(kind, error, trace))

    def on_thread(args: threading.ExceptHookArgs) -> None:
        log.error("uncaught in %s", args.thread, exc_info=args.exc_value)

    def on_unraisable(args: "sys.UnraisableHookArgs") -> None:
        log.error("unraisable in %r", args.object, exc_info=args.exc_value)

    sys.excepthook = on_exception
    threading.excepthook = on_thread
    sys.unraisablehook = on_unraisable


def on_loop_error(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Log what asyncio could not give to anybody."""
    log.error("in the loop: %s", context.get("message"), exc_info=context.get("exception"))
