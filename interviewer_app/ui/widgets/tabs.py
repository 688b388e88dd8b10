"""Tabs with an underline over a stack of pages. For ui."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import paint, theme
from interviewer_app.ui.widgets.hairline import Hairline

_GAP, _GAP_NARROW, _NO_COUNT = 24, 14, 2


@dataclass(frozen=True, slots=True)
class TabView:
    """Words, count ("4 of 6") and key hint of the tab with this key."""

    key: str
    title: str
    count: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class TabRequest:
    """The tab with this key was asked for; the page has already changed."""

    key: str


class Tabs(QWidget):
    """Pages under a row of words; arrows move between the words. Tabs are named `<objectName>.<key>`.

    Where the row is too narrow for all of it the tabs stand closer, then without their keys, then without
    their counts; both are still told to screen readers.
    """

    tab_requested = Signal(object)

    def __init__(self, name: str, margin: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._buttons: dict[str, _Tab] = {}
        self._group = QButtonGroup(self)
        # Not clicked: a screen reader toggles without a click.
        self._group.buttonToggled.connect(self._toggled)
        self._pages = QStackedWidget()
        self._margin = margin
        self._row = QHBoxLayout()
        self._row.setContentsMargins(margin, 0, margin, 0)
        self._row.setSpacing(_GAP)
        self._row.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._row)
        rows.addWidget(Hairline())
        rows.addWidget(self._pages, 1)

    def add_page(self, view: TabView, page: QWidget) -> None:
        """Add a page and its tab at the end."""
        tab = _Tab(view)
        tab.setObjectName(f"{self.objectName()}.{view.key}")
        self._group.addButton(tab)
        self._row.insertWidget(len(self._buttons), tab)
        self._pages.addWidget(page)
        self._buttons[view.key] = tab
        if len(self._buttons) == 1:
            self.show_page(view.key)

    def present(self, *views: TabView) -> None:
        """Show new words or counts on the tabs that are named; the page stays."""
        for view in views:
            self._buttons[view.key].show_tab(view)
        self._fit()

    def offer(self, *keys: str) -> None:
        """Show these tabs and hide the others; a page that is hidden thus gives way to the first."""
        for key, tab in self._buttons.items():
            tab.setVisible(key in keys)
        if keys and self.current() not in keys:
            self.show_page(keys[0])
        self._fit()

    def offers(self, key: str) -> bool:
        """True when this tab can be chosen now."""
        return not self._buttons[key].isHidden()

    def show_page(self, key: str) -> None:
        """Bring a page to the front."""
        tab = self._buttons[key]
        held = any(other.hasFocus() for other in self._buttons.values())
        self._pages.setCurrentIndex(list(self._buttons).index(key))
        tab.setChecked(True)
        for other in self._buttons.values():
            # Tab enters at the page in front; Qt itself sees to that only once a tab has the focus.
            rest = other.focusPolicy() & ~Qt.FocusPolicy.TabFocus
            other.setFocusPolicy(rest | Qt.FocusPolicy.TabFocus if other is tab else rest)
        if held:
            # A key of the screen may have asked for the page: the keyboard stays on the tab in front.
            tab.setFocus(Qt.FocusReason.OtherFocusReason)

    def current(self) -> str:
        """The key of the page in front."""
        return list(self._buttons)[self._pages.currentIndex()]

    def set_margin(self, margin: int) -> None:
        """Change the space at both ends of the row of tabs."""
        self._margin = margin
        self._row.setContentsMargins(margin, 0, margin, 0)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say as much on the tabs as there is room for."""
        shown = [tab for tab in self._buttons.values() if not tab.isHidden()]
        room = self.width() - 2 * self._margin
        for terse, gap in ((0, _GAP), (0, _GAP_NARROW), (1, _GAP_NARROW), (2, _GAP_NARROW)):
            if sum(tab.width_at(terse) for tab in shown) + gap * (len(shown) - 1) <= room:
                break
        # Setting the same asks for a new layout all the same, which would come here again, for ever.
        if self._row.spacing() != gap:
            self._row.setSpacing(gap)
        for tab in shown:
            tab.shorten(terse)

    def _toggled(self, button: QAbstractButton, on: bool) -> None:
        if on and isinstance(button, _Tab) and button.key != self.current():
            self.show_page(button.key)
            self._request(TabRequest(button.key))

    def _request(self, wish: TabRequest) -> None:
        self.tab_requested.emit(wish)


class _Tab(QToolButton):
    """Words with an underline while their page is in front."""

    def __init__(self, view: TabView) -> None:
        super().__init__()
        self.key = view.key
        self._view = view
        self._terse = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    def show_tab(self, view: TabView) -> None:
        """Take new words."""
        if view != self._view:
            self._view = view
            self._name()
            self.updateGeometry()
            self.update()

    def shorten(self, terse: int) -> None:
        """Leave out the key (1), and the count too (2)."""
        if terse != self._terse:
            self._terse = terse
            self.updateGeometry()
            self.update()

    def width_at(self, terse: int) -> int:
        """The width when so much is left out."""
        # The widest weight, so that choosing moves nothing.
        return round(paint.runs_width(self._runs(chosen=True, terse=terse)) + 0.5)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width_at(self._terse), theme.px(32))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        whole = QRectF(self.rect())
        paint.draw_runs(
            painter, whole, self._runs(chosen=self.isChecked(), terse=self._terse), off=not self.isEnabled()
        )
        if self.isChecked():
            painter.fillRect(QRectF(0, whole.bottom() - 2, whole.width(), 2), look.accent)
        elif self.underMouse() and self.isEnabled():
            painter.fillRect(QRectF(0, whole.bottom() - 2, whole.width(), 2), look.line)
        painter.end()

    def _runs(self, *, chosen: bool, terse: int) -> tuple[paint.Run, ...]:
        weight = theme.SEMIBOLD if chosen else theme.REGULAR
        title = paint.Run(self._view.title, theme.font("base", weight), "text" if chosen else "text2")
        runs = [title]
        if self._view.count and terse < _NO_COUNT:
            count = theme.font("base", weight, tabular=True)
            runs.append(paint.Run(self._view.count, count, "text2", gap=4))
        if self._view.hint and not terse:
            runs.append(paint.Run(self._view.hint, theme.font("small"), "text3", gap=4))
        return tuple(runs)

    def _name(self) -> None:
        words = f"{self._view.title} {self._view.count}".strip()
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(self._view.hint)
