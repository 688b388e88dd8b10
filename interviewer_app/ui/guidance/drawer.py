"""The drawer at the side: the keys of the screen in front, then guidance. For ui/guidance/dock.py."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from interviewer_app.controllers.guidance import GuidancePage
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.dialogs.keys import KeySection
from interviewer_app.ui.guidance import blocks
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icons, paint, theme
from interviewer_app.ui.widgets.button import button, icon_button

_FOUND: Final = 3
"""So many of the pages found stand open: drawing all of them at every letter would be felt."""

KEYS: Final = "keys"
"""The entry that stands first, in place of a page's id."""


@dataclass(frozen=True, slots=True)
class DrawerView:
    """The keys of the screen in front (None when no key has the words), the pages, the words looked for."""

    keys: KeySection | None
    pages: tuple[GuidancePage, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """Words to look for in keys and pages."""

    words: str


class Drawer(QWidget):
    """Headings that open; with words to look for, the first of the pages that have them are open."""

    search_requested = Signal(object)
    close_requested = Signal()
    all_keys_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("guidance")
        self.setAccessibleName(_("Help and guidance"))
        theme.dress(self, surface="base")
        self._view: DrawerView | None = None
        self._open: set[str] = {KEYS}
        self._found: set[str] = set()
        self._area = _area()
        self.field = QLineEdit()
        self.field.setObjectName("guidance.search")
        self.field.setAccessibleName(_("Search keys and guidance"))
        self.field.setPlaceholderText(_("Search keys and guidance"))
        self.field.setMaxLength(100)
        self.field.textEdited.connect(self._typed)
        self._title = QLabel(_("Help and guidance"))
        theme.dress(self._title, "title", theme.SEMIBOLD)
        self._close = icon_button("x", _("Close"), "guidance.close", hint=actions.named("Escape"))
        self._close.clicked.connect(self.close_requested)
        self._all = button(
            _("All keys of the program"), "guidance.all_keys", kind="link", hint=actions.key("app.keys")
        )
        self._all.clicked.connect(self.all_keys_requested)
        self._lay_out()
        theme.watch().changed.connect(self._measure)

    def present(self, view: DrawerView) -> None:
        """Show these keys and pages; what was open stays open."""
        if view == self._view:
            return
        anew = self._view is None or self._view.words != view.words
        scrolled = 0 if anew else self._area.verticalScrollBar().value()
        self._view = view
        if anew:
            self._found = {KEYS, *(page.id for page in view.pages[:_FOUND])}
        self._fill(view)
        self._area.verticalScrollBar().setValue(scrolled)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.base)
        for x in (0, self.width() - 1):
            paint.hairline(painter, QRectF(x, 0, 1, self.height()), look.edge)
        painter.end()

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self._close)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(self._head)
        self._rows.addWidget(self.field)
        self._rows.addWidget(self._area, 1)
        self._rows.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        self._measure()

    def _measure(self) -> None:
        self._rows.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(12))
        self._rows.setSpacing(theme.px(8))
        if self._view is not None:
            self._fill(self._view)

    def _fill(self, view: DrawerView) -> None:
        page = QWidget()
        theme.dress(page, surface="base")
        rows = QVBoxLayout(page)
        # Room for the ring around a heading.
        rows.setContentsMargins(theme.px(3), theme.px(3), theme.px(8), 0)
        rows.setSpacing(theme.px(2))
        if view.keys is not None:
            title = _("Keys: {screen}").format(screen=view.keys.title)
            self._add(rows, KEYS, title, view)
        for one in view.pages:
            self._add(rows, one.id, one.title, view)
        if view.keys is None and not view.pages:
            nothing = QLabel(_("Nothing here has all of these words."))
            nothing.setWordWrap(True)
            theme.dress(nothing, colour="text2")
            rows.addWidget(nothing)
        rows.addStretch(1)
        old = self._area.takeWidget()
        if old is not None:
            # Not at once: a heading in it was just pressed, or is still to hear of the new theme.
            old.deleteLater()
        self._area.setWidget(page)

    def _add(self, rows: QVBoxLayout, key: str, title: str, view: DrawerView) -> None:
        shown = key in (self._found if view.words else self._open)
        head = Fold(key, title, shown=shown)
        head.clicked.connect(self._toggled)
        rows.addWidget(head)
        if not shown:
            return
        if key == KEYS and view.keys is not None:
            rows.addWidget(blocks.keys(view.keys))
        else:
            rows.addWidget(blocks.page(next(page.blocks for page in view.pages if page.id == key)))

    def _toggled(self) -> None:
        head = self.sender()
        if not isinstance(head, Fold) or self._view is None:
            return
        key = head.key
        shown = self._found if self._view.words else self._open
        shown ^= {key}
        scrolled = self._area.verticalScrollBar().value()
        self._fill(self._view)
        self._area.verticalScrollBar().setValue(scrolled)
        again = self.findChild(Fold, f"guidance.{key}")
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(again)

    def _typed(self, words: str) -> None:
        self._request(SearchRequest(words))

    def _request(self, wish: SearchRequest) -> None:
        self.search_requested.emit(wish)


class Fold(QAbstractButton):
    """A heading that opens and closes what stands below it."""

    def __init__(self, key: str, title: str, *, shown: bool) -> None:
        super().__init__()
        self.key = key
        self._shown = shown
        self.setObjectName(f"guidance.{key}")
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(title)
        self.setAccessibleDescription(_("open") if shown else _("closed"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(theme.CONTROL))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        if self.underMouse() or self.isDown():
            paint.box(painter, QRectF(self.rect()), fill=look.line if self.isDown() else look.sunk)
        side = theme.px(14)
        logical = QRect(theme.px(4), (self.height() - side) // 2, side, side)
        spot = QStyle.visualRect(self.layoutDirection(), self.rect(), logical)
        closed = (
            "chevron-left" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "chevron-right"
        )
        icons.paint(painter, QRectF(spot), "chevron-down" if self._shown else closed, "text2")
        inner = self.rect().adjusted(side + theme.px(12), 0, -theme.px(4), 0)
        where = QStyle.visualRect(self.layoutDirection(), self.rect(), inner)
        font = theme.font("base", theme.MEDIUM)
        painter.setFont(font)
        painter.setPen(look.text)
        words = QFontMetrics(font).elidedText(
            self.accessibleName(), Qt.TextElideMode.ElideRight, where.width()
        )
        painter.drawText(where, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
        painter.end()


def _area() -> QScrollArea:
    area = QScrollArea()
    area.setObjectName("guidance.pages")
    area.setAccessibleName(_("Keys and guidance"))
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    theme.dress(area.viewport(), surface="base")
    return area
