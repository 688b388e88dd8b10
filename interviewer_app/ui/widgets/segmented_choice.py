"""One of a few, side by side in one frame. For ui."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from interviewer_app.domain.records import record
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import paint, theme
from interviewer_app.ui.style.colours import Role
from interviewer_app.ui.widgets.tips import set_tip

_LEAST = 36
"""Narrowest small segment at 100 %."""


@record
class Option:
    """One choice: a key for the program, words for people, a count if the words have one."""

    key: str
    text: str
    count: str = ""


@record
class ChoiceView:
    """What can be chosen, what is chosen (None: nothing yet), and why it is off when it is."""

    options: tuple[Option, ...]
    chosen: str | None
    enabled: bool = True
    reason: str = ""


@record
class Chosen:
    """The wish to choose the option with this key."""

    key: str


class SegmentedChoice(QWidget):
    """A row of segments in one frame; arrows move the choice, Tab enters and leaves it.

    Segments are named `<objectName>.<key>`. With `clears` a click on the chosen one wishes for the empty key.
    Small ones can be stacked, and give way where even then there is no room for their words.
    """

    chosen_requested = Signal(object)

    def __init__(
        self,
        name: str,
        words: str,
        parent: QWidget | None = None,
        *,
        small: bool = False,
        clears: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._words = words
        self._small = small
        self._view: ChoiceView | None = None
        self._segments: list[_Segment] = []
        self._group = QButtonGroup(self)
        # Not clicked: a screen reader toggles without a click.
        self._group.buttonToggled.connect(self._toggled)
        self._chosen_before: str | None = None
        if clears:
            self._group.buttonPressed.connect(self._pressed)
            self._group.buttonClicked.connect(self._clicked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        across = QSizePolicy.Policy.Maximum if small else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def present(self, view: ChoiceView) -> None:
        """Show these options; the segments are built anew only when their keys change."""
        if view == self._view:
            return
        self._view = view
        if [segment.key for segment in self._segments] != [option.key for option in view.options]:
            self._build(view)
        # An exclusive group refuses to have nothing chosen.
        self._group.setExclusive(False)
        for segment, option in zip(self._segments, view.options, strict=True):
            segment.show_option(option, self._words)
            segment.setChecked(option.key == view.chosen)
        self._group.setExclusive(True)
        self.setEnabled(view.enabled)
        set_tip(self, "" if view.enabled else view.reason)
        self.setAccessibleDescription("" if view.enabled else view.reason)
        entry = self._entry()
        if entry is not None:
            self.setFocusProxy(entry)
        for segment in self._segments:
            # Tab enters at the chosen one; Qt itself sees to that only once a segment has the focus.
            stop = segment is entry
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    def wanted_width(self) -> int:
        """The width in which all segments stand whole side by side."""
        return sum(segment.sizeHint().width() for segment in self._segments)

    def stack(self, *, stacked: bool) -> None:
        """Put the segments one below the other, or side by side again."""
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        for segment in self._segments:
            segment.stack(stacked=stacked)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        on = self.isEnabled()
        painter = QPainter(self)
        paint.box(
            painter,
            QRectF(self.rect()),
            fill=look.base if on else None,
            edge=look.edge if on else look.line,
            width=look.border,
        )
        painter.end()

    def _build(self, view: ChoiceView) -> None:
        for segment in self._segments:
            self._group.removeButton(segment)
            self._row.removeWidget(segment)
            segment.deleteLater()
        self._segments = [
            _Segment(option.key, first=not at, small=self._small) for at, option in enumerate(view.options)
        ]
        for segment in self._segments:
            segment.setObjectName(f"{self.objectName()}.{segment.key}")
            self._group.addButton(segment)
            self._row.addWidget(segment)
            segment.stack(stacked=self._row.direction() == QBoxLayout.Direction.TopToBottom)

    def _entry(self) -> "_Segment | None":
        """Where the keyboard enters: the chosen segment, else the first."""
        chosen = [segment for segment in self._segments if segment.isChecked()]
        return next(iter(chosen or self._segments), None)

    def _toggled(self, button: QAbstractButton, on: bool) -> None:
        if on and isinstance(button, _Segment) and (self._view is None or self._view.chosen != button.key):
            self.setFocusProxy(button)
            self._request(Chosen(button.key))

    def _pressed(self) -> None:
        self._chosen_before = self._view.chosen if self._view is not None else None

    def _clicked(self, button: QAbstractButton) -> None:
        # An exclusive group does not untick; what was chosen before the press tells whether it was meant.
        if isinstance(button, _Segment) and self._chosen_before == button.key:
            self._request(Chosen(""))

    def _request(self, wish: Chosen) -> None:
        self.chosen_requested.emit(wish)


class _Segment(QToolButton):
    """One segment; the frame around all of them belongs to the choice."""

    def __init__(self, key: str, *, first: bool, small: bool) -> None:
        super().__init__()
        self.key = key
        self._first = first
        self._text: theme.TextRole = "small" if small else "base"
        self._side = 8 if small else 12
        self._high = theme.CONTROL_SMALL if small else theme.CONTROL
        self._option = Option(key, "")
        self.setCheckable(True)
        self._small = small
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._across = QSizePolicy.Policy.Maximum if small else QSizePolicy.Policy.Fixed
        self._stacked = False
        self.setSizePolicy(self._across, QSizePolicy.Policy.Fixed)

    def stack(self, *, stacked: bool) -> None:
        """Stand in a column, or in a row."""
        self._stacked = stacked
        across = QSizePolicy.Policy.Expanding if stacked else self._across
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.update()

    def show_option(self, option: Option, choice: str) -> None:
        """Take words and count, and the accessible name that says which choice this belongs to."""
        self._option = option
        words = f"{option.text} {option.count}".strip()
        # The words may be a kit's: in them "&" makes no key.
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setAccessibleDescription(choice)
        if self._small:
            set_tip(self, words)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        # The widest weight, so that choosing moves nothing.
        width = paint.runs_width(self._runs(theme.SEMIBOLD, "accent"))
        return QSize(round(width) + 2 * theme.px(self._side), theme.px(self._high))

    @override
    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(whole.width(), theme.px(_LEAST)), whole.height()) if self._small else whole

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        inner = QRectF(self.rect()).adjusted(0, look.border, 0, -look.border)
        on = self.isChecked() and self.isEnabled()
        if on:
            self._paint_chosen(painter, inner)
        elif self.isChecked():
            # What was chosen stays to be seen when it cannot be changed any more.
            bar = QRectF(inner.left() + look.border, inner.bottom() - 2, inner.width() - 2 * look.border, 2)
            paint.fill(painter, bar, look.text3)
        elif self.isEnabled() and (self.underMouse() or self.isDown()):
            fill = look.line if self.isDown() else look.sunk
            paint.fill(painter, inner.adjusted(look.border, 0, -look.border, 0), fill)
        if not self._first:
            edge = QRectF(0, inner.top(), 1, inner.height())
            paint.hairline(painter, QRectF(0, 0, self.width(), 1) if self._stacked else edge, look.line)
        colour: Role = ("on_accent" if look.high else "accent") if on else "text2"
        runs = self._runs(theme.SEMIBOLD if self.isChecked() else theme.REGULAR, colour)
        spare = (self.width() - paint.runs_width(runs)) / 2
        if self._stacked:
            spare = min(spare, float(theme.px(self._side)))
        if spare < 0:
            spare, runs = float(theme.px(4)), (self._elided(runs[0]),)
        words = QRectF(self.rect()).adjusted(spare, 0, -spare, 0)
        paint.draw_runs(painter, words, runs, off=not self.isEnabled())
        painter.end()

    def _paint_chosen(self, painter: QPainter, inner: QRectF) -> None:
        look = theme.current()
        side = inner.adjusted(look.border, 0, -look.border, 0)
        paint.fill(painter, side, look.accent if look.high else look.accent_soft)
        bar = QRectF(side.left(), side.bottom() - 2, side.width(), 2)
        paint.fill(painter, bar, look.accent)

    def _elided(self, run: paint.Run) -> paint.Run:
        room = self.width() - 2 * theme.px(4)
        words = QFontMetrics(run.font).elidedText(run.words, Qt.TextElideMode.ElideRight, room)
        return paint.Run(words, run.font, run.colour)

    def _runs(self, weight: int, colour: Role) -> tuple[paint.Run, ...]:
        words = paint.Run(self._option.text, theme.font(self._text, weight), colour)
        if not self._option.count:
            return (words,)
        count = theme.font(self._text, weight, tabular=True)
        return (words, paint.Run(self._option.count, count, colour, gap=4))
