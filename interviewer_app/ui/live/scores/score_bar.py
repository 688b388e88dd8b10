"""The score bar: a chip per category with its evidence so far and its score. For the live screen."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStyle, QWidget

from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.live.scores.chip import CategoryChip, ChipRow, ChipsView, evidence_words, score_look
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import icons, paint, theme
from interviewer_app.ui.widgets.button import button
from interviewer_app.ui.widgets.score_box import paint_score

_HEIGHT = 48
_NAMED = 100


class ScoreChip(CategoryChip):
    """Letter, name, evidence and score; the name goes first when room is short."""

    def __init__(self, letter: str) -> None:
        super().__init__("live.chip", letter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.px(180), theme.px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(72), theme.px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        chip, look = self._chip, theme.current()
        if chip is None:
            return
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        self.paint_ground(painter)
        side = theme.px(16 if self.width() >= theme.px(120) else 8)
        box = theme.px(28)
        edge = self._visual(QRect(self.width() - 1, 0, 1, self.height()))
        paint.hairline(painter, edge.toRectF(), look.line)
        painter.setFont(theme.font("title", theme.SEMIBOLD))
        painter.setPen(look.text)
        lead = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self._visual(QRect(side, 0, theme.px(20), self.height())), lead, chip.letter)
        left = side + theme.px(24)
        self._paint_words(painter, left, self.width() - left - side - box - theme.px(8))
        place = self._visual(QRect(self.width() - side - box, (self.height() - box) // 2, box, box))
        paint_score(painter, place.toRectF(), score_look(chip.code))
        painter.end()

    def _paint_words(self, painter: QPainter, left: int, room: int) -> None:
        chip, look = self._chip, theme.current()
        if chip is None or room < theme.px(20):
            return
        named = room >= theme.px(_NAMED)
        line = theme.px(16)
        top = (self.height() - 2 * line) // 2
        if named:
            font = theme.font("small", theme.MEDIUM)
            painter.setFont(font)
            painter.setPen(look.text)
            self._write(painter, QRect(left, top, room, line), chip.title)
        row = top + line if named else (self.height() - line) // 2
        wants = self._wanting and not chip.tagged and not chip.untagged
        painter.setFont(theme.font("label", theme.MEDIUM if wants else theme.REGULAR, tabular=True))
        painter.setPen(look.caution if wants else look.text3)
        if wants:
            sign = theme.px(12)
            place = self._visual(QRect(left, row + theme.px(2), sign, sign))
            icons.paint(painter, QRectF(place), "circle-dashed", "caution")
            left, room = left + sign + theme.px(4), room - sign - theme.px(4)
        words = evidence_words(chip, wanting=self._wanting)
        metrics = QFontMetrics(painter.font())
        if metrics.horizontalAdvance(words) > room:
            words = evidence_words(chip, wanting=self._wanting, short=True)
        if metrics.horizontalAdvance(words) > room:
            words = str(chip.tagged or chip.untagged or "")
        self._write(painter, QRect(left, row, room, line), words)

    def _write(self, painter: QPainter, place: QRect, words: str) -> None:
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width() + 1)
        lead = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self._visual(place), lead, shown)

    def _visual(self, logical: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), logical)


class ScoreBar(QWidget):
    """48 px at the foot of the screen. No total stands here, or anywhere."""

    chip_requested = Signal(object)
    score_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live.score_bar")
        self._chips = ChipRow(ScoreChip, stretch=1)
        self._chips.chip_requested.connect(self.chip_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 0)
        row.setSpacing(0)
        self.score = button(_("Score"), "live.score", kind="quiet", hint=actions.key("live.score"))
        self.score.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.score.clicked.connect(self.score_requested)
        row.addLayout(self._chips, 1)
        row.addSpacing(theme.px(8))
        row.addWidget(self.score)
        row.addSpacing(theme.px(8))
        self._restyle()
        theme.watch().changed.connect(self._restyle)

    def present(self, view: ChipsView) -> None:
        """Show these chips."""
        self._chips.present(view)

    @property
    def chips(self) -> tuple[CategoryChip, ...]:
        """From A on."""
        return self._chips.chips

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.hairline(painter, QRectF(0, 0, self.width(), 1), theme.current().line)
        painter.end()

    def _restyle(self) -> None:
        self.setFixedHeight(theme.px(_HEIGHT))
