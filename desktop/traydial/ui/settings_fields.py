"""A page of the settings: labels, fields, and below each what is wrong with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
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

from traydial.ui import look
from traydial.ui.key_field import KeyField
from traydial.ui.look import EDGE, GROUP, SECTION, TIGHT, TOUCH
from traydial.ui.meaning import Meaning
from traydial.ui.notes import Paragraph, ink_of
from traydial.ui.settings_form import Field, Page, Value
from traydial.ui.widgets import Button

LABELS = 128  # wide enough for all, so that the fields of all pages stand in one line


Input = QCheckBox | QSpinBox | QComboBox | QPlainTextEdit | QLineEdit


class FieldRow(QWidget):
    """One setting. Says when it was ``left`` and when it was ``changed``."""

    left = Signal(str)
    changed = Signal()

    def __init__(self, field: Field, value: Value) -> None:
        super().__init__()
        self.place = field.place
        self._help = field.help
        label = QLabel(f"{field.label}:" if not isinstance(value, bool) else "")
        label.setFixedWidth(LABELS)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.input = self._made(field, value)
        self.input.setAccessibleName(field.label)
        self.input.setAccessibleDescription(field.help)
        self.input.setMinimumHeight(TOUCH)
        label.setBuddy(self.input)
        self.below = Paragraph(field.help, look.secondary_ink, factor=0.92)
        self.below.setVisible(bool(field.help))
        line = QHBoxLayout()
        line.setSpacing(GROUP)
        line.addWidget(self.input, 0 if isinstance(value, int) else 1)
        if isinstance(value, int):
            line.addStretch(1)
        if field.place == "pbx.ca_file":
            browse = Button("Choose…")
            browse.clicked.connect(self._choose_file)
            line.addWidget(browse)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GROUP)
        grid.setVerticalSpacing(TIGHT)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label, 0, 0)
        grid.addLayout(line, 0, 1)
        grid.addWidget(self.below, 1, 1)

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
        """Put a text into the field."""
        if isinstance(self.input, QPlainTextEdit):
            self.input.setPlainText(text)
        elif isinstance(self.input, QLineEdit):
            self.input.setText(text)

    def show_problem(self, why: str) -> None:
        """Say what is wrong; an empty text brings the help back."""
        ink = ink_of(Meaning.END) if why else look.secondary_ink
        self.below.say(why or self._help, ink)
        self.below.setVisible(bool(why or self._help))
        self.input.setAccessibleDescription(why or self._help)

    @property
    def problem(self) -> str:
        """What it says is wrong."""
        return self.below.text() if self.below.text() != self._help else ""

    def _made(self, field: Field, value: Value) -> Input:
        if isinstance(value, bool):
            box = QCheckBox(field.label)
            box.setChecked(value)
            box.toggled.connect(self._changed)
            return box
        if isinstance(value, int):
            spin = QSpinBox()
            spin.setRange(0 if field.kind == "or never" else 5, 300)
            if field.kind == "or never":
                spin.setSpecialValueText("never")
            spin.setSuffix(" seconds")
            spin.setValue(value)
            spin.valueChanged.connect(self._changed)
            return spin
        if field.choices:
            return self._chooser(field, value)
        if field.kind == "lines":
            return self._lines(field, value)
        line = KeyField(value) if field.kind == "keys" else QLineEdit(value)
        line.setPlaceholderText(field.example)
        line.setCursorPosition(0)
        line.textEdited.connect(self._edited)
        line.textChanged.connect(self._changed)
        line.editingFinished.connect(self._left)
        return line

    def _chooser(self, field: Field, value: str) -> QComboBox:
        chooser = QComboBox()
        for choice, words in field.choices:
            chooser.addItem(words, choice)
        chooser.setCurrentIndex(max(0, chooser.findData(value)))
        chooser.currentIndexChanged.connect(self._changed)
        return chooser

    def _lines(self, field: Field, value: str) -> QPlainTextEdit:
        lines = QPlainTextEdit(value)
        lines.setPlaceholderText(field.example)
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
        chooser = QFileDialog(self.window(), "The issuer's certificate")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters(["Certificates (*.pem *.crt *.cer)", "All files (*)"])
        chooser.fileSelected.connect(self.set_text)
        chooser.open()


class PageView(QWidget):
    """All settings of one page, with room for more below."""

    def __init__(self, page: Page, values: dict[str, Value]) -> None:
        super().__init__()
        self.rows = {field.place: FieldRow(field, values[field.place]) for field in page.fields}
        column = QVBoxLayout(self)
        column.setContentsMargins(SECTION, SECTION, SECTION, SECTION)
        column.setSpacing(EDGE)
        for row in self.rows.values():
            column.addWidget(row)
        self.more = QVBoxLayout()
        self.more.setSpacing(EDGE)
        column.addLayout(self.more)
        column.addStretch(1)
