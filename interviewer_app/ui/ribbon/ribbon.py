"""The ribbon: header, the current notes, categories, and how far the interview is. For ui/ribbon/mode.py."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interviewer_app.controllers.live.views import LiveView
from interviewer_app.text import _
from interviewer_app.ui.overriding import override
from interviewer_app.ui.ribbon import view as slices
from interviewer_app.ui.ribbon.foot import RibbonFoot
from interviewer_app.ui.ribbon.header import RibbonHeader
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.banner import Banner
from interviewer_app.ui.widgets.hairline import Hairline

_PROGRESS: Final = 2
_NOTES: Final = 78


class Progress(QWidget):
    """Two pixels that say how much of the hour is gone; the clock says the same in figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0

    def present(self, share: float) -> None:
        """Show a share from 0 to 1."""
        before, self._share = self._share, share
        if round(before * self.width()) != round(share * self.width()):
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        whole = QRectF(self.rect())
        painter.fillRect(whole, look.future)
        gone = QRectF(whole)
        gone.setWidth(whole.width() * self._share)
        if self.isRightToLeft():
            gone.moveRight(whole.right())
        painter.fillRect(gone, look.text2)
        painter.end()


class Ribbon(QWidget):
    """`body` takes the notes, `drawer` what unfolds above or below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ribbon")
        self.setAccessibleName(_("Compact ribbon"))
        self._view: LiveView | None = None
        self._unfolded = ""
        self.header = RibbonHeader()
        self.foot = RibbonFoot()
        self.pin = Banner("ribbon.pin")
        self._progress = Progress()
        self._slot = QWidget()
        self._body = QVBoxLayout(self._slot)
        self._body.setContentsMargins(0, 0, 0, 0)
        self.drawer = QWidget()
        self.drawer.setObjectName("ribbon.drawer")
        inside = QVBoxLayout(self.drawer)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        over: tuple[QWidget, ...] = (self.header, Hairline(), self.pin)
        under: tuple[QWidget, ...] = (Hairline(), self.foot, self._progress, self.drawer)
        for part in over:
            self._rows.addWidget(part)
        self._rows.addWidget(self._slot, 1)
        for part in under:
            self._rows.addWidget(part)
        self.drawer.hide()
        self.header.room_changed.connect(self._show_foot)
        self._restyle()
        theme.watch().changed.connect(self._restyle)

    def present(self, view: LiveView) -> None:
        """Show the call; each line touches only what changed."""
        old, self._view = self._view, view
        if old is not None and old.clock is view.clock and old.chips is view.chips and old.save is view.save:
            # A key press: neither line speaks of the notes.
            return
        self.header.present(slices.header(view))
        self._progress.present(slices.progress(view))
        self._show_foot()

    def point_out(self, letter: str) -> None:
        """Say which category's anchors are unfolded; empty for none."""
        self._unfolded = letter
        self._show_foot()

    def shorten(self, notes: QWidget) -> None:
        """Make the notes as high as here while they are in sight: Qt then leaves their lines as they are.

        Breaking very many lines anew takes longer than a frame, and the ribbon must be there at once.
        """
        notes.resize(notes.width(), theme.px(_NOTES))

    def hold(self, notes: QWidget, prompt: QWidget, *, as_it_is: bool) -> None:
        """Take the panes of the whole window in: the same notes, the same prompt.

        Notes taken in as they are keep their size until `fit_notes`.
        """
        if as_it_is:
            notes.setParent(self._slot)
        else:
            self._body.addWidget(notes)
        notes.show()
        layout = self.drawer.layout()
        if layout is not None:
            layout.addWidget(prompt)
        prompt.show()

    def fit_notes(self, notes: QWidget) -> None:
        """Give the notes the width there is, if they are here."""
        if notes.parentWidget() is self._slot and self._body.indexOf(notes) < 0:
            self._body.addWidget(notes)

    def unfold(self, height: int, *, above: bool) -> None:
        """Open the drawer; a height of 0 closes it."""
        if height:
            self._rows.removeWidget(self.drawer)
            self._rows.insertWidget(0 if above else self._rows.count(), self.drawer)
            self.drawer.setFixedHeight(height)
        self.drawer.setVisible(height > 0)

    def _show_foot(self) -> None:
        if self._view is not None:
            shown = slices.foot(self._view, self._unfolded)
            self.foot.present(shown, with_fact=self.header.fact.isHidden())

    def _restyle(self) -> None:
        self._progress.setFixedHeight(theme.px(_PROGRESS))
