"""The candidate view: a clean window with the question and, if wanted, the minutes left. For ui/shell.

It holds nothing private, by construction: see view.py.
"""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QContextMenuEvent, QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QSpacerItem, QVBoxLayout, QWidget

from interviewer_app.text import _, ngettext
from interviewer_app.ui.candidate.view import CandidateView
from interviewer_app.ui.live.prompt.material_page import MaterialText
from interviewer_app.ui.live.prompt.passage import PassagePane
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.style.theme import TextRole
from interviewer_app.ui.style.wrapping import wrapped

USUAL: Final = QSize(900, 600)
LEAST: Final = QSize(480, 320)
_STEPS: Final[tuple[TextRole, ...]] = ("candidate", "candidate_22", "candidate_20", "candidate_18")
_MEASURE: Final = 72  # characters; a longer line is hard to come back from
_SIDE, _TOP, _FOOT = 88, 64, 32
_SIDE_LEAST, _TOP_LEAST, _FOOT_LEAST = 24, 20, 16
_GAP = 20
_SHARE = 0.45
"""Largest share of the height for the words of a task; the rest is for its material."""


class CandidateWindow(QWidget):
    """A window of its own, so that it can be shared alone. `closed` comes when it goes, however it goes."""

    time_requested = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("candidate")
        # The title may be seen by everybody in the call.
        self.setWindowTitle(_("Question"))
        self.setAccessibleName(_("Question"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setMinimumSize(LEAST)
        # Without the focus in it, no key of the call would work in this window.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        theme.dress(self, surface="base")
        self._view = CandidateView(0, 0, "")
        self._timed = False
        self._number = QLabel()
        self._number.setObjectName("candidate.number")
        self._words = PassagePane("candidate.words")
        self._words.setAccessibleName(_("Question"))
        self._material = MaterialText("candidate.material", 15)
        # Keys of the call must go on working here; the window scrolls it.
        self._material.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._material.setViewportMargins(0, 0, 0, theme.px(8))
        self._material.hide()
        self._time = QLabel()
        self._time.setObjectName("candidate.time")
        for label in (self._number, self._time):
            label.setTextFormat(Qt.TextFormat.PlainText)
        theme.dress(self._number, "note", colour="text2")
        theme.dress(self._time, "note", tabular=True, colour="text2")
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(0)
        self._rows.addWidget(self._number)
        self._rows.addSpacing(theme.px(_GAP))
        self._rows.addWidget(self._words)
        self._gap = QSpacerItem(0, 0)
        self._rows.addItem(self._gap)
        self._rows.addWidget(self._material, 1000)
        self._rows.addStretch(1)
        self._rows.addWidget(self._time)
        theme.watch().changed.connect(self._fit)

    def present(self, view: CandidateView) -> None:
        """Show a question, or the words in its place."""
        before, self._view = self._view, view
        self._show_time()
        if replace(before, minutes=view.minutes) == view:
            return
        place = _("Question {n} of {m}").format(n=view.number, m=view.of) if view.number else ""
        self._number.setText(place)
        self._words.show_words(view.text)
        self._material.show_text(view.material)
        self._material.setVisible(bool(view.material))
        self._fit()

    def show_time(self, *, shown: bool) -> None:
        """Show the minutes left, or do not."""
        self._timed = shown
        self._show_time()

    @property
    def timed(self) -> bool:
        """True while the minutes left are shown."""
        return self._timed

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._material.verticalScrollBar()
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        lines = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if self._view.material and (key in pages or key in lines):
            bar.setValue(
                bar.value() + pages.get(key, 0) * bar.pageStep() + lines.get(key, 0) * bar.singleStep()
            )
            return
        super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setObjectName("candidate.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        timed = QAction(_("Show the time"), menu)
        timed.setObjectName("candidate.menu.time")
        timed.setCheckable(True)
        timed.setChecked(self._timed)
        timed.triggered.connect(self.time_requested)
        leave = QAction(_("Close"), menu)
        leave.setObjectName("candidate.menu.close")
        leave.triggered.connect(self.close)
        menu.addAction(timed)
        menu.addAction(leave)
        menu.popup(event.globalPos())

    def _show_time(self) -> None:
        left = self._view.minutes if self._timed else 0
        words = ngettext("about {n} minute left", "about {n} minutes left", left).format(n=left)
        shown = words if left else ""
        if self._time.text() != shown:
            self._time.setText(shown)

    def _fit(self) -> None:
        """The largest step at which the question stands whole; the smallest one scrolls."""
        width, height = self.width(), self.height()
        side = _between(_SIDE_LEAST, width * _SIDE / theme.px(USUAL.width()), _SIDE)
        top = _between(_TOP_LEAST, height * _TOP / theme.px(USUAL.height()), _TOP)
        foot = _between(_FOOT_LEAST, height * _FOOT / theme.px(USUAL.height()), _FOOT)
        line = max(self._number.sizeHint().height(), theme.line_height("note"))
        for label in (self._number, self._time):
            label.setFixedHeight(line)
        room = height - top - foot - 2 * line - 2 * theme.px(_GAP)
        if self._view.material:
            # The question stands whole where it can; the material below it is what is worked with.
            room = round(room * _SHARE)
        role, column = _STEPS[-1], width - 2 * side
        for step in _STEPS:
            wide = min(width - 2 * side, self._measure(step))
            lines = len(wrapped(self._view.text, theme.font(step), wide))
            role, column = step, wide
            if lines * theme.line_height(step) <= room:
                break
        if self._view.material:
            column = width - 2 * side
        self._gap.changeSize(0, theme.px(_GAP) if self._view.material else 0)
        # What scrolls shows whole lines only.
        room -= room % theme.line_height(role)
        margin = (width - column) // 2
        self._rows.setContentsMargins(margin, top, width - column - margin, foot)
        self._words.fit(role, column, room)

    def _measure(self, role: TextRole) -> int:
        """How wide a line of the longest measure is, in the letters of this very question."""
        text = self._view.text or " "
        return round(QFontMetricsF(theme.font(role)).horizontalAdvance(text) / len(text) * _MEASURE)


def _between(least: float, wanted: float, most: float) -> int:
    """A margin in pixels at the text scale in force, no smaller and no larger than these."""
    return theme.px(min(max(wanted, least), most))
