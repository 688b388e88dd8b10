"""The form: rows of fields that scroll, each with what follows from it. For the screens of ui."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from interviewer_app.controllers.forms import FormRow
from interviewer_app.ui.forms.row import Rows
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.tab_order import chain

_STACKED: Final = 600


class FormPane(QScrollArea):
    """Rows under each other, scrolling downwards; built anew only where their shape changes.

    Controls are named `<prefix>.<key of the field>`. Presented anew, the keyboard stays in its field and the
    caret at its place; where the field is gone, the one that stands there now has it. Tab follows the page.
    """

    edited = Signal(object)

    def __init__(self, name: str, prefix: str, *, gap: int = 0, widest: int = 0) -> None:
        """`gap` between rows and `widest` page (0: any) in logical pixels."""
        super().__init__()
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.dress(self.viewport(), surface="base")
        self._widest = widest
        self._rows = Rows(prefix, gap)
        self._rows.edited.connect(self.edited)
        self._stops: tuple[QWidget, ...] = ()
        page = QWidget()
        theme.dress(page, surface="base")
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addLayout(self._rows)
        self._column.addStretch(1)
        self._aside = QHBoxLayout(page)
        self._aside.setContentsMargins(0, 0, 0, 0)
        self._aside.addLayout(self._column, 1)
        self.setWidget(page)
        self.measure()
        theme.watch().changed.connect(self.measure)

    def present(self, rows: tuple[FormRow, ...]) -> None:
        """Show these rows."""
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus is not None else ""
        # Each row that comes would lay out the whole page.
        self._aside.setEnabled(False)
        other = self._rows.present(rows)
        self._aside.setEnabled(True)
        if other:
            before, after = self._stops, self.stops()
            held = next((at for at, stop in enumerate(before) if _has(stop, focus)), -1)
            self._stops = after
            chain(*after)
            if held >= 0 and before[held] not in after:
                self._hand_over(name, held)
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def measure(self) -> None:
        """Take margins from the text scale in force."""
        edge = theme.px(24)
        self._column.setContentsMargins(edge, theme.px(16), edge, edge)
        page = self.widget()
        if page is not None and self._widest:
            page.setMaximumWidth(theme.px(self._widest))
        self._rows.measure()

    def first_stop(self) -> QWidget | None:
        """Where the keyboard enters."""
        return next(iter(self.stops()), None)

    def stops(self) -> tuple[QWidget, ...]:
        """Fields and buttons in the order of the page."""
        return self._rows.stops()

    def _arrange(self) -> None:
        narrow = self.viewport().width() < theme.px(_STACKED)
        for row in self._rows.rows:
            row.stack(narrow)

    def _hand_over(self, name: str, place: int) -> None:
        """The keys go to the control called so, else to the one at this place; somebody has to have them."""
        stops = self.stops()
        named = (w for stop in stops for w in (stop, *stop.findChildren(QWidget)) if w.objectName() == name)
        target = next(named, stops[min(place, len(stops) - 1)] if stops else None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.window().focusNextChild()


def _has(stop: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (stop is focus or stop.isAncestorOf(focus))
