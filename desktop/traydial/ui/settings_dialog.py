"""The settings: pages at the left, fields that are checked as one leaves them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from traydial.domain.contact_settings import SECTIONS
from traydial.domain.errors import DesktopError
from traydial.domain.language import mark, tr
from traydial.domain.settings import Problem, Settings
from traydial.ui import look
from traydial.ui.actions import Actions
from traydial.ui.errands import Errands, Start
from traydial.ui.error_words import Words
from traydial.ui.layer_words import problem_words
from traydial.ui.look import EDGE, GROUP, TOUCH
from traydial.ui.meaning import Meaning
from traydial.ui.notes import Note
from traydial.ui.settings_computer import LINKS, POP
from traydial.ui.settings_contacts import CONTACTS
from traydial.ui.settings_extras import LinkOpener, LoginStart, TryNumber
from traydial.ui.settings_fields import FieldRow, PageView, SecretRow, label_width
from traydial.ui.settings_form import PAGES, Value, page_of, settings_of, values_of
from traydial.ui.settings_pages import PageList
from traydial.ui.settings_pairing import PhonePairing
from traydial.ui.settings_phone import DIALLING, PHONE
from traydial.ui.settings_pop import TryPop
from traydial.ui.settings_sources import TrySources
from traydial.ui.settings_test import ConnectionTest
from traydial.ui.widgets import Button
from traydial.ui.window import Window


class SettingsDialog(Window):
    """Not modal: calls go on meanwhile."""

    over = Signal()
    saved = Signal()

    def __init__(
        self,
        actions: Actions,
        start: Start,
        otherwise: Callable[[DesktopError], None],
        settings: Settings,
        problems: list[Problem],
        *,
        has_password: bool = True,
        locked: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(tr("Traydial settings"))
        self._actions = actions
        self._errands = Errands(start, otherwise)
        self._rows: dict[str, FieldRow] = {}
        self.secrets: dict[str, SecretRow] = {}  # by section
        self._warned: tuple[dict[str, Value], str] | None = None  # of losing these changes
        self._follows = False  # the lines of a test as they come
        self.pages = PageList()
        self.stack = QStackedWidget()
        self.note = Note()
        self.top = Note()
        self._build_pages(values_of(settings))
        self._build_password(
            tr("stored; type to change it") if has_password else tr("not stored yet")
        )
        self.test = ConnectionTest(actions, self._errands, self._to_test)
        self.test.trusted.connect(self._trust)
        self.test.grown.connect(self._follow_test)
        self._page(0).more.addWidget(self.test)
        self.pairing = PhonePairing(actions, self._errands, self._to_pair, self.row)
        column = self._page(PAGES.index(PHONE)).layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, self.pairing)
        self.trial = TryNumber(lambda: settings_of(self.values())[0].dialling)
        column = self._page(PAGES.index(DIALLING)).layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, self.trial)  # above the fields that change what it says
        self.links = LinkOpener(actions, self._errands)
        self._page(PAGES.index(LINKS)).more.addWidget(self.links)
        self.links.refresh()
        self.login = LoginStart(actions, self._errands)
        self._page(PAGES.index(LINKS)).more.addWidget(self.login)
        self.login.refresh()
        self.pop = TryPop(actions, self._errands, lambda: settings_of(self.values())[0])
        column = self._page(PAGES.index(POP)).layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, self.pop)
        self.try_sources = TrySources(actions, self._errands, self._to_ask)
        column = self._page(PAGES.index(CONTACTS)).layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, self.try_sources)
        for row in self._rows.values():
            row.changed.connect(self.trial.refresh)
            row.changed.connect(self.pop.refresh)
        self._saved = self.values()
        for place in locked & self._rows.keys():
            self._rows[place].lock()
        self._lay_out()
        if problems:
            self._head.show()
            self.top.show_words(problem_words(problems), Meaning.ATTENTION)
            for problem in problems:
                if problem.place in self._rows and not problem.layer:
                    self._rows[problem.place].show_problem(
                        tr("In the file: {why}.", why=problem.why)
                    )

    def open(self) -> None:
        """Come up, or to the front."""
        self.show()
        self.raise_()
        self.activateWindow()

    def end(self) -> None:
        """Go away for good."""
        self.test.stop()
        self.pairing.stop()
        self.try_sources.stop()
        self._errands.end()
        self.hide()
        self.deleteLater()

    def show_page(self, number: int) -> None:
        """Turn to a page."""
        self.pages.setCurrentRow(number)

    def row(self, place: str) -> FieldRow:
        """Return the field of a setting."""
        return self._rows[place]

    def show_hotkey_problems(self, problems: Mapping[str, str]) -> None:
        """Say below each key combination why it does not work."""
        for place, row in self._rows.items():
            if place.startswith("hotkeys."):
                row.show_problem(problems.get(place.removeprefix("hotkeys."), ""))

    def values(self) -> dict[str, Value]:
        """Return what all fields hold."""
        return {place: row.value for place, row in self._rows.items()}

    # -- building -------------------------------------------------------------------------------

    def _build_pages(self, values: dict[str, Value]) -> None:
        for page in PAGES:
            self.pages.add(tr(page.title), page.icon)
            view = PageView(page, values)
            self._rows.update(view.rows)
            self.secrets.update(view.secrets)
            area = QScrollArea()
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(view)
            self.stack.addWidget(area)
            if self.stack.count() == 1:
                area.verticalScrollBar().rangeChanged.connect(self._page_grew)
        for row in self._rows.values():
            row.left.connect(self._check)
        self.pages.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.pages.setCurrentRow(0)

    def _build_password(self, hint: str) -> None:
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(hint)
        self.password.setAccessibleName(tr("Password"))
        self.password.setMinimumHeight(TOUCH)
        label = QLabel(tr("Password:"))
        label.setFixedWidth(label_width())
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        label.setBuddy(self.password)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GROUP)
        line.addWidget(label)
        line.addWidget(self.password, 1)
        column = self._page(0).layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(2, row)  # right below the user name
        self.setTabOrder(self._rows["pbx.username"].input, self.password)

    def _lay_out(self) -> None:
        self.save = Button(tr("Save"), "check", Meaning.GO)
        self.cancel = Button(tr("Cancel"))
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.over)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.pages)
        middle.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(EDGE, GROUP, EDGE, EDGE)
        foot.setSpacing(GROUP)
        foot.addWidget(self.note, 1)
        foot.addStretch(0)
        foot.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        head = QHBoxLayout()
        head.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        head.addWidget(self.top)
        rule = QFrame()
        rule.setFrameShape(QFrame.Shape.HLine)
        rule.setFrameShadow(QFrame.Shadow.Sunken)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = QWidget()
        self._head.setLayout(head)
        column.addWidget(self._head)
        column.addLayout(middle, 1)
        column.addWidget(rule)
        column.addLayout(foot)
        self._head.hide()
        self.resize(look.window_size(720, 620, at_least=self._fitting_width()))

    def _fitting_width(self) -> int:
        """Return how wide the window is with the longest words of all pages in sight."""
        pages = (self._page(number) for number in range(self.stack.count()))
        widest = max(page.minimumSizeHint().width() for page in pages)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return self.pages.width() + widest + bar

    def _page(self, number: int) -> PageView:
        area = self.stack.widget(number)
        assert isinstance(area, QScrollArea)
        view = area.widget()
        assert isinstance(view, PageView)
        return view

    # -- what happens ---------------------------------------------------------------------------

    def _check(self, place: str) -> None:
        _, wrong = settings_of(self.values())
        self._rows[place].show_problem(wrong.get(place, ""))

    def _checked(self) -> Settings | None:
        settings, wrong = settings_of(self.values())
        for place, row in self._rows.items():
            row.show_problem(wrong.get(place, ""))
        if not wrong:
            return settings
        first = next(iter(wrong))
        self.show_page(page_of(first))
        self._rows[first].input.setFocus()
        return None

    def _secret(self) -> str | None:
        return self.password.text() or None

    def _passwords(self) -> dict[str, str]:
        return {place: row.input.text() for place, row in self.secrets.items() if row.input.text()}

    def _to_test(self) -> tuple[Settings, str | None] | None:
        settings = self._checked()
        return None if settings is None else (settings, self._secret())

    def _to_ask(self) -> tuple[Settings, dict[str, str]] | None:
        settings, wrong = settings_of(self.values())
        places = (*_SOURCES, "dialling.", "contacts.")
        if any(place.startswith(places) for place in wrong):
            self._checked()
            return None
        return settings, self._passwords()

    def _to_pair(self) -> tuple[Settings, str | None] | None:
        settings, wrong = settings_of(self.values())
        if any(not place.startswith("phone.") for place in wrong):
            self._checked()  # shows what is wrong, on its page
            return None
        return settings, self._secret()

    def _trust(self, fingerprint: str) -> None:
        self._rows["pbx.fingerprint"].set_text(fingerprint)

    def _follow_test(self) -> None:
        self._follows = True

    def _page_grew(self, _: int, end: int) -> None:
        if self._follows:
            area = self.stack.widget(0)
            assert isinstance(area, QScrollArea)
            area.verticalScrollBar().setValue(end)

    def _save(self) -> None:
        settings = self._checked()
        if settings is None:
            return
        self.save.set_allowed(tr("One moment."))
        self.note.clear()
        work = self._actions.save_settings(settings, self._secret(), self._passwords())
        self._errands.run(work, self._failed, self._done)

    def _done(self, to_say: str) -> None:
        self.save.set_allowed("")
        self.password.clear()
        for row in self.secrets.values():
            row.input.clear()
        self._saved, self._warned = self.values(), None
        self.saved.emit()
        if not to_say:
            self.over.emit()
            return
        self.note.show_words(Words(tr("Saved."), to_say), Meaning.ATTENTION)
        self.cancel.say(tr("Close"), "")

    def _failed(self, error: DesktopError) -> None:
        self.save.set_allowed("")
        self.note.explain(error)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        """Close, or say first that something would be lost."""
        typed = self.password.text() + "".join(self._passwords().values())
        now = (self.values(), typed)
        if now in ((self._saved, ""), self._warned):
            self.over.emit()
            return
        self._warned = now  # whoever goes on editing is warned anew
        self.note.show_words(_UNSAVED, Meaning.ATTENTION)
        self.cancel.say(tr("Discard"), "")


_SOURCES = tuple(f"{section}." for section in SECTIONS)
_UNSAVED = Words(
    mark("There are changes that are not saved."), mark("Save them, or close again to discard.")
)
