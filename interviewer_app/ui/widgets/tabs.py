"""Tabs with an underline over a stack of pages. For ui."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
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

from interviewer_app.ui import paint, theme
from interviewer_app.ui.overriding import override
from interviewer_app.ui.widgets.hairline import Hairline


@dataclass(frozen=True, slots=True)
class TabView:
    """Words, count ("4 of 6") and key hint of the tab with this key."""

    key: str
    title: str
    count: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class TabWish:
    """The tab with this key was asked for; the page has already changed."""

    key: str


class Tabs(QWidget):
    """Pages under a row of words; arrows move between the words. Tabs are named `<objectName>.<key>`."""

    tab_requested = Signal(object)

    def __init__(self, name: str, margin: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._buttons: dict[str, _Tab] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        self._pages = QStackedWidget()
        self._row = QHBoxLayout()
        self._row.setContentsMargins(margin, 0, margin, 0)
        self._row.setSpacing(24)
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

    @override
    def render(self, *views: TabView) -> None:  # type: ignore[override]  # the house's inlet
        """Show new words or counts on the tabs that are named; the page stays."""
        for view in views:
            self._buttons[view.key].show_tab(view)

    def show_page(self, key: str) -> None:
        """Bring a page to the front."""
        tab = self._buttons[key]
        tab.setChecked(True)
        for other in self._buttons.values():
            # Tab enters at the page in front; Qt itself sees to that only once a tab has the focus.
            rest = other.focusPolicy() & ~Qt.FocusPolicy.TabFocus
            other.setFocusPolicy(rest | Qt.FocusPolicy.TabFocus if other is tab else rest)
        self._pages.setCurrentIndex(list(self._buttons).index(key))

    def current(self) -> str:
        """The key of the page in front."""
        return list(self._buttons)[self._pages.currentIndex()]

    def set_margin(self, margin: int) -> None:
        """Change the space at both ends of the row of tabs."""
        self._row.setContentsMargins(margin, 0, margin, 0)

    def _clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, _Tab) and button.key != self.current():
            self.show_page(button.key)
            self._request(TabWish(button.key))

    def _request(self, wish: TabWish) -> None:
        self.tab_requested.emit(wish)


class _Tab(QToolButton):
    """Words with an underline while their page is in front."""

    def __init__(self, view: TabView) -> None:
        super().__init__()
        self.key = view.key
        self._view = view
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

    @override
    def sizeHint(self) -> QSize:
        # The widest weight, so that choosing moves nothing.
        width = paint.runs_width(self._runs(chosen=True))
        return QSize(round(width + 0.5), theme.px(32))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        whole = QRectF(self.rect())
        paint.draw_runs(painter, whole, self._runs(chosen=self.isChecked()), off=not self.isEnabled())
        if self.isChecked():
            painter.fillRect(QRectF(0, whole.bottom() - 2, whole.width(), 2), look.accent)
        elif self.underMouse() and self.isEnabled():
            painter.fillRect(QRectF(0, whole.bottom() - 2, whole.width(), 2), look.line)
        painter.end()

    def _runs(self, *, chosen: bool) -> tuple[paint.Run, ...]:
        weight = theme.SEMIBOLD if chosen else theme.REGULAR
        title = paint.Run(self._view.title, theme.font("base", weight), "text" if chosen else "text2")
        runs = [title]
        if self._view.count:
            count = theme.font("base", weight, tabular=True)
            runs.append(paint.Run(self._view.count, count, "text2", gap=4))
        if self._view.hint:
            runs.append(paint.Run(self._view.hint, theme.font("small"), "text3", gap=4))
        return tuple(runs)

    def _name(self) -> None:
        words = f"{self._view.title} {self._view.count}".strip()
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(self._view.hint)
