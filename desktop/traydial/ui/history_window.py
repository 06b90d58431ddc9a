"""Every call that was: searched, filtered, dialled again, written about, exported."""

from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout

from traydial.domain.connection import Connection
from traydial.domain.errors import DesktopError
from traydial.domain.history import PastCall, Wanted
from traydial.domain.language import plural, tr
from traydial.domain.privileges import Ability
from traydial.ui import look
from traydial.ui.actions import Actions
from traydial.ui.errands import Errand, Errands
from traydial.ui.error_words import Words
from traydial.ui.history_details import HistoryDetails
from traydial.ui.history_filter import MISSED, HistoryFilter
from traydial.ui.history_list import PAGE, ROW, HistoryList, HistoryModel
from traydial.ui.history_outline import Outline, outlined
from traydial.ui.history_words import (
    LOADING,
    NOTHING_FOUND,
    NOTHING_KEPT,
    UNBLOCK,
    count_words,
    forgotten_words,
)
from traydial.ui.look import EDGE, GROUP, SECTION
from traydial.ui.meaning import Meaning
from traydial.ui.notes import Note
from traydial.ui.widgets import Button, Line
from traydial.ui.window import Window
from traydial.ui.words import ability_why_not

SIZE = (900, 600)
MANY_CHANGES_MS = 200  # a burst of calls is read once


class HistoryWindow(Window):
    """A window of its own, not modal. ``over`` says that it was closed."""

    over = Signal()

    def __init__(
        self,
        actions: Actions,
        start: Callable[[Coroutine[Any, Any, None]], None],
        otherwise: Callable[[DesktopError], None],
        written: Callable[[str], str],
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(tr("Calls"))
        self.setAccessibleName(tr("Calls"))
        self.resize(look.window_size(*SIZE))
        self._actions, self._errands = actions, Errands(start, otherwise)
        self._reading: Errand | None = None
        self._exporting: Errand | None = None
        self._wanted = Wanted()
        self._why_not = ""
        self.filter = HistoryFilter()
        self.model = HistoryModel(written, actions.clock, self)
        self.list = HistoryList(self.model, written)
        self.empty = Line(tr(LOADING), ink=look.secondary_ink)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.details = HistoryDetails(written, actions.can_open, actions.can_block)
        self.note = Note()
        self.count = Line(ink=look.secondary_ink)
        self.export = Button(tr("Export…"), "copy")
        self.export.set_tip(tr("Write these calls to a table (Ctrl+E)"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.list)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(MANY_CHANGES_MS)
        self._lay_out()
        self._connect()

    def open(self, *, missed: bool = False) -> None:
        """Come up, or to the front; ``missed`` shows those calls alone."""
        if missed:
            self.filter.kinds.setCurrentIndex(MISSED)
        if not self.isVisible():
            self._read()
        self.show()
        self.raise_()
        self.activateWindow()
        self.filter.field.setFocus()

    def end(self) -> None:
        """Go away for good; what was written about a call is kept."""
        self.details.save_note()
        self.details.note.stop()
        self.filter.stop()
        self._soon.stop()
        self._errands.end()
        for errand in (self._reading, self._exporting):
            if errand is not None:
                errand.call_off()
        self.hide()
        self.deleteLater()

    def changed(self) -> None:
        """Read again: calls came, went or are known better."""
        if self.isVisible():
            self._soon.start()

    def connection_changed(self, connection: Connection) -> None:
        """Take the link as it is now: without it nobody can be called."""
        self._why_not = ability_why_not(connection, Ability.DIAL)
        self.details.call.set_allowed(self._why_not)

    # -- building ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(EDGE)
        middle.addWidget(self._stack, 1)
        middle.addWidget(self.details)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.export)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SECTION, SECTION, SECTION, EDGE)
        rows.setSpacing(GROUP)
        rows.addWidget(self.filter)
        rows.addLayout(middle, 1)
        rows.addWidget(self.note)
        rows.addLayout(foot)

    def _connect(self) -> None:
        self.filter.changed.connect(self._read)
        self.filter.down.connect(self._down)
        self.model.wanted.connect(self._read_page)
        self.list.moved.connect(self._show_chosen)
        self.list.opened.connect(self._dial)
        self.details.dial.connect(self._dial)
        self.details.open_page.connect(self._open_page)
        self.details.block.connect(self._block)
        self.details.forget.connect(self._forget)
        self.details.noted.connect(self._annotate)
        self.export.clicked.connect(self._export)
        self._soon.timeout.connect(self._read)
        keys = {
            "Ctrl+F": self._search,
            "Ctrl+N": self.details.write,
            "Ctrl+Shift+C": self.details.copy_number,
            "Ctrl+O": self._open_page,
            "Ctrl+E": self._export,
        }
        for key, do in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(do)

    # -- reading ----------------------------------------------------------------------------------

    def _read(self) -> None:
        """Read what is wanted now, and where the list stands, and show it all at once."""
        wanted = self.filter.wanted(self._actions.clock())
        stays = wanted == self._wanted
        top = self._top_call() if stays else 0
        self._wanted = wanted
        if self._reading is not None:
            self._reading.call_off()
        self._reading = self._errands.run(
            self._read_all(wanted, top // PAGE), self._failed, lambda got: self._show(got, stays)
        )

    async def _read_all(
        self, wanted: Wanted, page: int
    ) -> tuple[Outline, dict[int, Sequence[PastCall]]]:
        days = await self._actions.past_days(wanted)
        # a gap belongs to no name and no kind of call
        gaps = await self._actions.past_gaps(wanted) if wanted in (Wanted(), _ONLY_MISSED) else []
        pages: dict[int, Sequence[PastCall]] = {}
        for number in (page, page + 1):
            pages[number] = await self._actions.past_calls(wanted, number * PAGE, PAGE)
        return outlined(days, gaps), pages

    def _show(self, got: tuple[Outline, dict[int, Sequence[PastCall]]], stays: bool) -> None:
        outline, pages = got
        chosen = self.details.past
        place = self.list.verticalScrollBar().value() if stays else 0
        self.note.clear()
        self.model.show(outline, pages)
        self.count.say(count_words(outline.calls))
        self.empty.say(tr(NOTHING_KEPT if self._wanted.everything else NOTHING_FOUND))
        self._stack.setCurrentWidget(self.list if outline.length else self.empty)
        self.export.set_allowed("" if outline.calls else tr("There is nothing to export."))
        row = self.model.row_of(chosen.id) if chosen is not None else -1
        if row < 0 and outline.calls and (chosen is None or not stays):
            row = outline.row(0)
        self._choose(row)
        self.list.verticalScrollBar().setValue(place)

    def _read_page(self, page: int) -> None:
        wanted, outline = self._wanted, self.model.outline

        def take(calls: Sequence[PastCall]) -> None:
            if outline is self.model.outline:  # else it is a page of another list
                self.model.put(page, calls)
                self._show_chosen()

        work = self._actions.past_calls(wanted, page * PAGE, PAGE)
        self._errands.run(work, self._failed, take)

    def _top_call(self) -> int:
        row = self.list.indexAt(QPoint(1, look.grown(ROW))).row()
        if row < 0:
            return 0
        line = self.model.outline.line(row)
        return line if isinstance(line, int) else 0

    def _failed(self, error: DesktopError) -> None:
        self.note.explain(error)

    # -- choosing and doing -----------------------------------------------------------------------

    def _choose(self, row: int) -> None:
        index = self.model.index(row) if row >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        self._show_chosen()

    def _show_chosen(self) -> None:
        past = self.model.call_at(self.list.currentIndex().row())
        self.details.show_call(past)
        if past is not None and past.number:
            self.details.call.set_allowed(self._why_not)

    def _down(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._dial()
        else:
            self.list.setFocus()
            self.list.keyPressEvent(event)

    def _search(self) -> None:
        self.filter.field.setFocus()
        self.filter.field.selectAll()

    def _dial(self) -> None:
        past = self.details.past
        if past is not None and past.number and not self._why_not:
            self.note.clear()
            self._errands.run(self._actions.dial(past.number), self._failed)

    def _open_page(self) -> None:
        past = self.details.past
        if past is not None and past.number and self._actions.can_open(past.number):
            self._errands.run(self._actions.open_contact(past.number), self._failed)

    def _block(self) -> None:
        past = self.details.past
        if past is not None and self._actions.can_block(past.number):

            def blocked(_: None) -> None:
                self._show_chosen()
                self.note.show_words(Words(tr("Blocked from now on."), tr(UNBLOCK)), Meaning.GO)

            self._errands.run(self._actions.block(past.number), self._failed, blocked)

    def _forget(self, number: str) -> None:
        def forgotten(calls: int) -> None:
            self.note.show_words(Words(forgotten_words(calls), ""), Meaning.GO)

        self._errands.run(self._actions.forget(number), self._failed, forgotten)

    def _annotate(self, call: int, note: str) -> None:
        self._errands.run(self._actions.annotate(call, note), self._failed)

    # -- exporting --------------------------------------------------------------------------------

    def _export(self) -> None:
        if self._exporting is not None:
            self._exporting.call_off()
            self._exported(tr("Not exported."))
            return
        if not self.export.isEnabled():
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        day = datetime.fromtimestamp(self._actions.clock()).date().isoformat()
        dialog = QFileDialog(self, tr("Export calls"), folder, tr("Tables (*.csv)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(tr("calls-{day}.csv", day=day))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.export_to(Path(path)))
        dialog.open()

    def export_to(self, path: Path) -> None:
        """Write what is shown to this file; the button calls it off meanwhile."""

        def failed(error: DesktopError) -> None:
            self._exported(count_words(self.model.outline.calls))
            self._failed(error)

        self.export.say(tr("Stop"), "x")
        self.count.say(tr("Writing {name}…", name=path.name))
        self._exporting = self._errands.run(
            self._actions.export_calls(self._wanted, path),
            failed,
            lambda count: self._exported(
                plural(
                    "{n} call written to {name}",
                    "{n} calls written to {name}",
                    count,
                    name=path.name,
                )
            ),
        )

    def _exported(self, told: str) -> None:
        self._exporting = None
        self.export.say(tr("Export…"), "copy")
        self.count.say(told)

    # -- events -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.over.emit()


_ONLY_MISSED = Wanted(missed_only=True)
