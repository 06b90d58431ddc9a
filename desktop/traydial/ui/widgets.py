"""The few widgets that all windows share: a line of text, a button, an icon."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QGuiApplication,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from traydial.domain.plain_text import safe_text
from traydial.ui import look
from traydial.ui.look import GROUP, SMALL, TOUCH, Ink
from traydial.ui.meaning import Meaning


class Line(QLabel):
    """One line of plain text that may come from anybody.

    Too long for its place, it ends in an ellipsis and shows whole in its tooltip.
    """

    def __init__(
        self,
        text: str = "",
        *,
        factor: float = 1.0,
        strong: bool = False,
        ink: Ink | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._whole, self._ink = "", ink
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.sized(self.font(), factor, strong=strong))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.say(text)

    def say(self, text: str, limit: int = 120) -> None:
        """Show another text."""
        whole = safe_text(text, limit)
        if whole != self._whole or not whole:
            self._whole = whole
            self.setAccessibleName(whole)
            self.updateGeometry()
            self._fit()

    def set_ink(self, ink: Ink | None) -> None:
        """Write in another colour from now on; None is the palette's own."""
        self._ink = ink
        self.update()

    @property
    def whole(self) -> str:
        """The text before it was shortened."""
        return self._whole

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._whole) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        painter.setPen(self._ink(palette) if self._ink else look.text_ink(palette))
        look.draw_text(painter, self.rect(), self.alignment(), self.text())

    def _fit(self) -> None:
        fits = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 0)
        )
        self.setText(fits)
        # a tooltip guesses rich text even where a label must not
        cut = fits != self._whole
        self.setToolTip(plain_tip(self._whole) if cut else "")
        self.setAccessibleDescription(self._whole if cut else "")  # not the tooltip's markup


def plain_tip(text: str) -> str:
    """Return a text as a tooltip that shows it as it is, markup and all."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{escaped}</qt>" if escaped else ""


def submenu(menu: QMenu, text: str, icon: QIcon | None = None) -> QMenu:
    """Add a menu to a menu; ``addMenu`` with a text would leak some memory each time."""
    own = QMenu(text, menu)
    if icon is not None:
        own.setIcon(icon)
    menu.addAction(own.menuAction())
    return own


class Button(QPushButton):
    """A flat button of our own: quiet ones, and one in a colour where it has a meaning.

    With ``set_allowed(why)`` it says, disabled, why it cannot be used.
    """

    def __init__(
        self,
        text: str,
        icon: str = "",
        meaning: Meaning | None = None,
        *,
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("" if bare else text, parent)
        self._icon, self._meaning, self._bare = icon, meaning, bare
        self._tip = text if bare else ""
        self.setAccessibleName(text)
        self.setToolTip(self._tip)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def say(self, text: str, icon: str) -> None:
        """Become a button with another word and icon."""
        if not self._bare:
            self.setText(text)
        else:
            self._tip = text
            if self.isEnabled():
                self.setToolTip(text)
        self._icon = icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_tip(self, tip: str) -> None:
        """Say in the tooltip, while it can be used, what else there is to know: a key, say."""
        self._tip = tip
        if self.isEnabled():
            self.setToolTip(tip)

    def set_allowed(self, why_not: str) -> None:
        """Enable it, or disable it and say why not."""
        self.setEnabled(not why_not)
        self.setToolTip(plain_tip(why_not) if why_not else self._tip)
        self.setAccessibleDescription(why_not)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        height = max(TOUCH, metrics.height() + 2 * GROUP)
        if self._bare:
            return QSize(height, height)
        icon = SMALL + 6 if self._icon else 0
        return QSize(metrics.horizontalAdvance(self.text()) + icon + 2 * 10, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self.click()  # outside a QDialog only the space bar would
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._paint_ground(painter)
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self.text())
        icon = SMALL if self._icon else 0
        gap = 6 if self._icon and wide else 0
        left = (self.width() - wide - gap - icon) // 2
        if self._icon:
            place = QRect(left, (self.height() - icon) // 2, icon, icon)
            look.draw_icon(painter, self._icon, look.mirrored(painter, self.rect(), place), ink)
        painter.setPen(ink)
        rest = self.rect().adjusted(left + icon + gap, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(look.mirrored(painter, self.rect(), rest), flags, self.text())

    def _paint_ground(self, painter: QPainter) -> QColor:
        palette, box = self.palette(), self.rect().adjusted(1, 1, -1, -1)
        over = self.isEnabled() and self.underMouse()
        if self.isEnabled() and self._meaning is not None:
            ground, ink = look.fill(self._meaning), QColor("white")
            if self.isDown() or over:
                ground = ground.darker(125 if self.isDown() else 112)
        else:
            rest = 0.0 if self._bare else 0.09
            share = 0.22 if self.isDown() else 0.15 if over else rest
            share = share if self.isEnabled() else rest / 2
            ground = look.mixed(palette, share)
            ink = look.text_ink(palette) if self.isEnabled() else look.mixed(palette, 0.55)
        painter.setPen(Qt.PenStyle.NoPen)
        if not self._bare or over or self.isDown():
            painter.setBrush(ground)
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus() and self.window().isActiveWindow():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)
        return ink


class Picture(QWidget):
    """One of our icons, in a colour that follows the palette."""

    def __init__(self, name: str, ink: Ink = look.text_ink, size: int = SMALL) -> None:
        super().__init__()
        self._name, self._ink = name, ink
        self.setFixedSize(size, size)

    def show_icon(self, name: str, ink: Ink) -> None:
        """Show another icon."""
        self._name, self._ink = name, ink
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        size = min(self.width(), self.height())
        place = QRect((self.width() - size) // 2, (self.height() - size) // 2, size, size)
        look.draw_icon(QPainter(self), self._name, place, self._ink(self.palette()))


def menu_text(text: str) -> str:
    """Return a text for a menu, in which an ampersand would mark a key."""
    plain = safe_text(text, 80).replace("&", "&&")
    runs_left = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return f"\u2068{plain}\u2069" if runs_left else plain  # FSI, PDI: digits keep their order
