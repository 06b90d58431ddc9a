"""The window that all of ours are: the Tab key goes through it as one reads it."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget


class QDialog(QWidget):
    """No dialog of Qt's, but screen readers shall take it for a window.

    Qt tells them what a part is by the name of its class; one that it does not know is a
    piece without meaning. What comes up later (an answer, a line with a button) is reached
    where it stands; Qt would go through the parts in the order in which they were made.
    """

    def focusNextPrevChild(self, next: bool) -> bool:
        wanted = [*_as_read(self.layout())]
        if wanted != [part for part in self._chain() if part in wanted]:
            for one, other in pairwise(wanted):
                QWidget.setTabOrder(one, other)
        return super().focusNextPrevChild(next)

    def _chain(self) -> Iterator[QWidget]:
        part = self.nextInFocusChain()
        while part is not None and part is not self:
            yield part
            part = part.nextInFocusChain()


Window = QDialog


def announce(part: QWidget, text: str) -> None:
    """Let a screen reader say this now: what comes by itself does not get the keyboard."""
    if QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(part, text)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)


def _as_read(layout: QLayout | None) -> Iterator[QWidget]:
    if layout is None:
        return
    for number in range(layout.count()):
        if (item := layout.itemAt(number)) is None:
            continue
        if (part := item.widget()) is None:
            yield from _as_read(item.layout())
        elif not part.isHidden():
            yield from _within(part)


def _within(part: QWidget) -> Iterator[QWidget]:
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus or part.focusProxy() is not None:
        yield part
    if isinstance(part, QScrollArea | QStackedWidget):
        inner = part.widget() if isinstance(part, QScrollArea) else part.currentWidget()
        if inner is not None:
            yield from _within(inner)
    else:
        yield from _as_read(part.layout())
