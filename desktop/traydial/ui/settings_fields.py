"""A page of the settings: labels, fields, and below each what is wrong with it."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from traydial.domain.contact_settings import host_of
from traydial.domain.language import plural, tr
from traydial.domain.settings import Settings
from traydial.ui import look
from traydial.ui.fold import Fold
from traydial.ui.key_field import KeyField
from traydial.ui.layer_words import SET_BY_ADMIN
from traydial.ui.look import EDGE, GROUP, SECTION, TIGHT, TOUCH
from traydial.ui.meaning import Meaning
from traydial.ui.notes import Paragraph, ink_of
from traydial.ui.settings_form import PAGES, Value, values_of
from traydial.ui.settings_model import Field, Group, Page
from traydial.ui.widgets import Button, Picture

_LABELS = 128


Input = QCheckBox | QSpinBox | QComboBox | QPlainTextEdit | QLineEdit


def label_width() -> int:
    """Return what is wide enough for all labels: the fields of all pages stand in one line."""
    return _label_width(QApplication.font().toString())


@lru_cache(maxsize=4)
def _label_width(font: str) -> int:
    written = QFont()
    written.fromString(font)
    metrics = QFontMetrics(written)
    values = values_of(Settings())
    fields = (field for page in PAGES for field in page.fields)
    labels = (f"{tr(f.label)}:" for f in fields if not isinstance(values[f.place], bool))
    return max(_LABELS, 2 + max(map(metrics.horizontalAdvance, labels)))


class FieldRow(QWidget):
    """One setting. Says when it was ``left`` and when it was ``changed``."""

    left = Signal(str)
    changed = Signal()

    def __init__(self, field: Field, value: Value) -> None:
        super().__init__()
        self.place = field.place
        self._help = tr(field.help)
        self._problem, self._is_locked = "", False
        self.fold: Fold | None = None
        label = QLabel(f"{tr(field.label)}:" if not isinstance(value, bool) else "")
        label.setFixedWidth(label_width())
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.input = self._made(field, value)
        self.input.setAccessibleName(tr(field.label))
        self.input.setAccessibleDescription(self._help)
        self.input.setMinimumHeight(TOUCH)
        label.setBuddy(self.input)
        self.below = Paragraph(self._help, look.secondary_ink, factor=0.92)
        self.below.setVisible(bool(field.help))
        line = QHBoxLayout()
        line.setSpacing(GROUP)
        line.addWidget(self.input, 0 if isinstance(value, int) else 1)
        if isinstance(value, int):
            line.addStretch(1)
        if field.place.endswith(".ca_file"):
            browse = Button(tr("Choose…"))
            browse.clicked.connect(self._choose_file)
            line.addWidget(browse)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GROUP)
        grid.setVerticalSpacing(TIGHT)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label, 0, 0)
        grid.addLayout(line, 0, 1)
        self.lock_sign = Picture("lock", look.secondary_ink)
        self.lock_sign.setAccessibleName(tr(SET_BY_ADMIN))
        self.lock_sign.hide()
        said = QHBoxLayout()
        said.setSpacing(TIGHT)
        said.addWidget(self.lock_sign, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.below, 1)
        grid.addLayout(said, 1, 1)

    @property
    def value(self) -> Value:
        """What the field holds."""
        if isinstance(self.input, QCheckBox):
            return self.input.isChecked()
        if isinstance(self.input, QSpinBox):
            return self.input.value()
        if isinstance(self.input, QComboBox):
            return str(self.input.currentData())
        if isinstance(self.input, QPlainTextEdit):
            return self.input.toPlainText().strip()
        return self.input.text()

    def set_text(self, text: str) -> None:
        """Put a text into the field, where it may be changed."""
        if self._is_locked:
            return
        if isinstance(self.input, QPlainTextEdit):
            self.input.setPlainText(text)
        elif isinstance(self.input, QLineEdit):
            self.input.setText(text)

    def lock(self) -> None:
        """Say that the administrator has set it, and take nothing else."""
        self._is_locked = True
        self._help = tr(SET_BY_ADMIN)
        self.input.setEnabled(False)
        for button in self.findChildren(Button):
            button.hide()
        self.lock_sign.show()
        self.show_problem("")

    def show_problem(self, why: str) -> None:
        """Say what is wrong; an empty text brings the help back."""
        self._problem = why
        ink = ink_of(Meaning.END) if why else look.secondary_ink
        self.below.say(why or self._help, ink)
        self.below.setVisible(bool(why or self._help))
        self.input.setAccessibleDescription(why or self._help)
        if why and self.fold is not None:
            self.fold.open()

    @property
    def problem(self) -> str:
        """What it says is wrong."""
        return self._problem

    def _made(self, field: Field, value: Value) -> Input:
        if isinstance(value, bool):
            box = QCheckBox(tr(field.label))
            box.setChecked(value)
            box.toggled.connect(self._changed)
            return box
        if isinstance(value, int):
            spin = QSpinBox()
            if field.kind == "days":
                spin.setRange(0, 9999)
                spin.setSpecialValueText(tr("ever", "keep calls for ever"))
                self._counts(spin, lambda n: plural("day", "days", n))
            else:
                spin.setRange(0 if field.kind == "or never" else 5, 300)
                if field.kind == "or never":
                    spin.setSpecialValueText(tr("never"))
                self._counts(spin, lambda n: plural("second", "seconds", n))
            spin.setValue(value)
            spin.valueChanged.connect(self._changed)
            return spin
        if field.choices:
            return self._chooser(field, value)
        if field.kind == "lines":
            return self._lines(field, value)
        line = KeyField(value) if field.kind == "keys" else QLineEdit(value)
        line.setPlaceholderText(tr(field.example))
        line.setCursorPosition(0)
        line.textEdited.connect(self._edited)
        line.textChanged.connect(self._changed)
        line.editingFinished.connect(self._left)
        return line

    @staticmethod
    def _counts(spin: QSpinBox, what: Callable[[int], str]) -> None:
        """Write behind the number what is counted, in the form that goes with it."""
        spin.valueChanged.connect(lambda n: spin.setSuffix(f" {what(n)}"))
        spin.setSuffix(f" {what(spin.value())}")

    def _chooser(self, field: Field, value: str) -> QComboBox:
        chooser = QComboBox()  # no wider than its page, however long its words are
        chooser.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        chooser.setMinimumContentsLength(12)
        for choice, words in field.choices:
            chooser.addItem(tr(words), choice)
        chooser.setCurrentIndex(max(0, chooser.findData(value)))
        chooser.currentIndexChanged.connect(self._changed)
        return chooser

    def _lines(self, field: Field, value: str) -> QPlainTextEdit:
        lines = QPlainTextEdit(value)
        lines.setPlaceholderText(tr(field.example))
        lines.setTabChangesFocus(True)
        lines.setFixedHeight(3 * lines.fontMetrics().lineSpacing() + GROUP)
        lines.textChanged.connect(self._edited)
        lines.textChanged.connect(self._changed)
        return lines

    def _left(self) -> None:
        self.left.emit(self.place)

    def _edited(self) -> None:
        self.show_problem("")  # it is being put right

    def _changed(self) -> None:
        self.changed.emit()

    def _choose_file(self) -> None:
        chooser = QFileDialog(self.window(), tr("The issuer's certificate"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters([tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")])
        chooser.fileSelected.connect(self.set_text)
        chooser.open()


_WHOSE = ("carddav.username", "ldap.username", "crm.header", "database.url", "cdr.url")


class SecretRow(QWidget):
    """A password that is never shown and goes to the keyring."""

    def __init__(self, label: str, help: str) -> None:
        super().__init__()
        title = QLabel(f"{label}:")
        title.setFixedWidth(label_width())
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.input = QLineEdit()
        self.input.setEchoMode(QLineEdit.EchoMode.Password)
        self.input.setPlaceholderText(tr("type to change it"))
        self.input.setAccessibleName(label)
        self.input.setAccessibleDescription(help)
        self.input.setMinimumHeight(TOUCH)
        title.setBuddy(self.input)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GROUP)
        grid.setVerticalSpacing(TIGHT)
        grid.setColumnStretch(1, 1)
        grid.addWidget(title, 0, 0)
        grid.addWidget(self.input, 0, 1)
        grid.addWidget(Paragraph(help, look.secondary_ink, factor=0.92), 1, 1)


class PageView(QWidget):
    """All settings of one page, with room for more above and below.

    ``secrets`` are its passwords by section, ``folds`` its groups by section.
    """

    def __init__(self, page: Page, values: dict[str, Value]) -> None:
        super().__init__()
        self.rows = {field.place: FieldRow(field, values[field.place]) for field in page.fields}
        self.secrets: dict[str, SecretRow] = {}
        self.folds: dict[str, Fold] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(SECTION, SECTION, SECTION, SECTION)
        column.setSpacing(EDGE)
        for field in page.fields:
            row = self.rows[field.place]
            if field.group is None:
                column.addWidget(row)
                continue
            if field.group.section not in self.folds:
                column.addWidget(self._fold(field.group))
            row.fold = self.folds[field.group.section]
            row.fold.inside.addWidget(row)
            secret = self.secrets.get(field.group.section)
            if secret is not None and field.place in _WHOSE:
                row.fold.inside.addWidget(secret)  # right below whose it is
        self.more = QVBoxLayout()
        self.more.setSpacing(EDGE)
        column.addLayout(self.more)
        column.addStretch(1)

    def _fold(self, group: Group) -> Fold:
        fold = self.folds[group.section] = Fold(tr(group.title))
        if group.secret:
            self.secrets[group.section] = SecretRow(tr(group.secret), tr(group.secret_help))
        address = self.rows[f"{group.section}.url"]

        def tell() -> None:
            url = str(address.value)
            fold.tell(host_of(url) or (tr("used") if url else tr("not used")))

        address.changed.connect(tell)
        tell()
        return fold
