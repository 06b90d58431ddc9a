"""The first start: from nothing to the first call in five steps, each of which may wait."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
)

from traydial.domain.errors import DesktopError
from traydial.domain.language import tr
from traydial.domain.provisioning import SUFFIX
from traydial.domain.settings import Settings
from traydial.ui import look
from traydial.ui.actions import Actions
from traydial.ui.assistant_steps import Needs, PhoneStep, SignInStep, Step, SystemStep, steps
from traydial.ui.errands import Errands, Start
from traydial.ui.error_words import Words
from traydial.ui.look import EDGE, GROUP, SECTION
from traydial.ui.meaning import Meaning
from traydial.ui.notes import Note
from traydial.ui.settings_form import settings_of, values_of
from traydial.ui.widgets import Button, Line
from traydial.ui.window import Window

SIZE = (640, 600)


class Assistant(Window):
    """Not modal. ``over`` says that it was left; what was entered is kept then."""

    over = Signal()
    saved = Signal()
    file = Signal(str)  # with settings, chosen to be imported; or a link to such a one

    def __init__(
        self,
        actions: Actions,
        start: Start,
        otherwise: Callable[[DesktopError], None],
        settings: Settings,
        *,
        has_password: bool = False,
        locked: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(tr("Set up Traydial"))
        self.setAccessibleName(tr("Set up Traydial"))
        self.resize(look.window_size(*SIZE))
        self._actions, self._errands = actions, Errands(start, otherwise)
        self._values = values_of(settings)
        self._kept = dict(self._values)
        needs = Needs(actions, self._errands, self._values, self._secret)
        self.steps: list[Step] = [*steps(needs)]
        self._account = next(step for step in self.steps if isinstance(step, SignInStep))
        phone = next(step for step in self.steps if isinstance(step, PhoneStep))
        self._account.proposed.connect(phone.propose)
        system = next(step for step in self.steps if isinstance(step, SystemStep))
        system.file_wanted.connect(self._choose_file)
        system.link.connect(self.file)
        if has_password:
            self._account.secret.input.setPlaceholderText(tr("stored; type to change it"))
        self._is_over = False
        self._lay_out()
        for step in self.steps:
            for place in locked & step.rows.keys():
                step.rows[place].lock()
            step.settled.connect(self._settled)
            step.busy.connect(lambda _: self._say_where())
        self._turn_to(0)

    def open(self) -> None:
        """Come up, or to the front."""
        self.show()
        self.raise_()
        self.activateWindow()
        self._focus()

    def end(self) -> None:
        """Go away for good."""
        for step in self.steps:
            step.stop()
        self._errands.end()
        self.hide()
        self.deleteLater()

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.steps[self.stack.currentIndex()]

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._next()
        else:
            super().keyPressEvent(event)

    # -- within ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.where = Line(ink=look.secondary_ink)
        self.title = Line(strong=True)
        self.title.setFont(look.sized(self.title.font(), 1.5, strong=True))
        self.stack = QStackedWidget()
        for step in self.steps:
            area = QScrollArea()
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(step)
            self.stack.addWidget(area)
        self.note = Note()
        self.later = Button(tr("Later"))
        self.later.set_tip(tr("Close; what you have entered is kept (Esc)"))
        self.back = Button(tr("Back"))
        self.skip = Button(tr("Go on anyway"))
        self.next = Button(tr("Next"), "", Meaning.GO)
        self.later.clicked.connect(self._leave)
        self.back.clicked.connect(lambda: self._turn_to(self.stack.currentIndex() - 1))
        self.skip.clicked.connect(self._on)
        self.next.clicked.connect(self._next)
        foot = QHBoxLayout()
        foot.setSpacing(GROUP)
        foot.addWidget(self.later)
        foot.addStretch(1)
        for button in (self.back, self.skip, self.next):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SECTION, SECTION, SECTION, EDGE)
        column.setSpacing(GROUP)
        column.addWidget(self.where)
        column.addWidget(self.title)
        column.addSpacing(GROUP)
        column.addWidget(self.stack, 1)
        column.addWidget(self.note)
        column.addLayout(foot)

    def _secret(self) -> str | None:
        return self._account.secret.input.text() or None

    def _turn_to(self, number: int) -> None:
        if self.stack.currentIndex() != number:
            self.step.stop()
        self.stack.setCurrentIndex(number)
        self.note.clear()
        self.skip.hide()
        self._is_over = False
        self.step.shown()
        self._say_where()
        self._focus()

    def _focus(self) -> None:
        first = next(iter(self.step.rows.values()), None)
        if self.isVisible():
            (first.input if first is not None else self.next).setFocus()
        if first is not None and isinstance(first.input, QLineEdit):
            first.input.selectAll()

    def _say_where(self) -> None:
        number, last = self.stack.currentIndex(), len(self.steps) - 1
        self.where.say(tr("Step {number} of {last}", number=number + 1, last=last + 1))
        self.title.say(tr(self.step.title))
        self.back.setVisible(number > 0)
        if self.step.is_busy and number < last:
            self.next.say(tr("Stop"), "x")
        else:
            self.next.say(tr("Finish") if number == last else tr("Next"), "")

    def _next(self) -> None:
        if self._is_over:
            self.over.emit()
            return
        if self.step.is_busy and self.step is not self.steps[-1]:
            self.step.stop()
        elif self.step.is_settled:
            self._on()
        else:
            self.skip.show()  # what does not work now may be put right later
            self.step.start()

    def _settled(self, at_once: bool) -> None:
        self.skip.hide()
        if at_once:
            self._on()

    def _on(self) -> None:
        self.step.stop()
        if self.step is self.steps[-1]:
            self._save()
        else:
            self._turn_to(self.stack.currentIndex() + 1)

    def _save(self) -> None:
        self.next.set_allowed(tr("One moment."))
        self._errands.run(self._kept_now(), self._failed, self._done)

    async def _kept_now(self) -> str:
        settings, _ = settings_of(self._values)
        return await self._actions.save_settings(settings, self._secret(), {})

    def _done(self, to_say: str) -> None:
        self.next.set_allowed("")
        self._kept = dict(self._values)
        self.saved.emit()
        missing = settings_of(self._values)[0].missing()
        if not to_say and not missing:
            self.over.emit()
            return
        self._is_over = True
        rest = tr("Something is missing still: the steps before say what.") if missing else ""
        self.note.show_words(Words(tr("Saved."), f"{to_say} {rest}".strip()), Meaning.ATTENTION)
        self.next.say(tr("Close"), "")

    def _failed(self, error: DesktopError) -> None:
        self.next.set_allowed("")
        self.note.explain(error)

    def _choose_file(self) -> None:
        chooser = QFileDialog(self, tr("Settings that you were sent"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters(
            [tr("Settings for Traydial ({pattern})", pattern=f"*{SUFFIX}"), tr("All files (*)")]
        )
        chooser.fileSelected.connect(self.file)
        chooser.open()

    def _leave(self) -> None:
        """Keep what is there, so that one comes back to it."""
        if self._values == self._kept and not self._secret():
            self.over.emit()
            return

        def kept(_: str) -> None:
            self.saved.emit()
            self.over.emit()

        self._errands.run(self._kept_now(), self._failed, kept)
