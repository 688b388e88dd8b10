"""What the markers mean, under the notes; a click on one puts it on the line. For the notes pane."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QMenu, QSizePolicy, QWidget

from interviewer_app.controllers.live.views import Chip
from interviewer_app.domain.notes.note import Marker
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import paint, theme
from interviewer_app.ui.widgets.tips import set_tip


@dataclass(frozen=True, slots=True)
class MarkRequest:
    """Put this marker on the line, or take it off."""

    marker: Marker


@dataclass(frozen=True, slots=True)
class TagRequest:
    """Tag the line with this category, or take the tag off."""

    letter: str


class _Sign(QAbstractButton):
    """A marker and its meaning; a click puts it on the line with the caret."""

    def __init__(self, name: str, sign: str, words: str, tip: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setText(f"{sign} {words}")
        self.setAccessibleName(tip)
        set_tip(self, tip)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._sign, self._words = sign, words
        self._compact = False

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(paint.runs_width(self._runs())) + theme.px(16), theme.px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        if self.underMouse():
            fill = look.line if self.isDown() else look.sunk
            paint.box(painter, QRectF(self.rect()), fill=fill, radius=theme.RADIUS)
        inner = QRectF(self.rect()).adjusted(theme.px(8), 0, -theme.px(8), 0)
        paint.draw_runs(painter, inner, self._runs())
        painter.end()

    def _all(self) -> tuple[paint.Run, ...]:
        sign = paint.Run(self._sign, theme.font("small", theme.SEMIBOLD), "text2")
        return sign, paint.Run(self._words, theme.font("small"), "text3", gap=4)

    def _runs(self) -> tuple[paint.Run, ...]:
        return self._all()[:1] if self._compact else self._all()

    def set_compact(self, *, compact: bool) -> None:
        """Show the sign alone."""
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()

    def full_width(self) -> int:
        """The width with words."""
        return round(paint.runs_width(self._all())) + theme.px(16)


class Legend(QWidget):
    """32 px high; without room for all the words only the signs stay."""

    mark_requested = Signal(object)
    tag_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live.legend")
        self._chips: tuple[Chip, ...] = ()
        self._menu = QMenu(self)
        self._menu.setObjectName("live.tag_menu")
        row = QHBoxLayout(self)
        row.setSpacing(0)
        self._signs: list[tuple[_Sign, Marker]] = []
        for number, (name, marker, words) in enumerate(_meanings(), 1):
            tip = _("Mark the line: {meaning} ({key})").format(
                meaning=words, key=actions.named(f"Alt+{number}")
            )
            sign = _Sign(f"live.legend.{name}", marker.value, words, tip)
            sign.clicked.connect(self._marked)
            row.addWidget(sign)
            self._signs.append((sign, marker))
        tip = _("Tag the line with a category ({first} to 8)").format(first=actions.key("live.tag1"))
        self._hash = _Sign("live.legend.tag", "#", _("category"), tip)
        self._hash.clicked.connect(self._offer_tags)
        row.addWidget(self._hash)
        row.addStretch(1)
        self._said = QLabel(self)
        self._said.setObjectName("live.legend.said_words")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._said.hide()
        theme.dress(self._said, "label", colour="text2", surface="base")

    def present(self, chips: tuple[Chip, ...]) -> None:
        """Take the categories that lines may be tagged with."""
        self._chips = chips

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(32))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def say(self, words: str) -> None:
        """Put a sentence, in two lines at most, over the signs; an empty one takes it away."""
        self._said.setText(words)
        self._said.setVisible(bool(words))
        set_tip(self._said, words)
        self.fit()

    def holds(self, words: str) -> bool:
        """True when there is room for the sentence."""
        room = QRect(0, 0, max(1, self._said.width()), 1)
        wrapped = QFontMetrics(theme.font("label")).boundingRect(room, Qt.TextFlag.TextWordWrap, words)
        return wrapped.height() <= self.height()

    def fit(self) -> None:
        """Show words only when all of them have room."""
        layout = self.layout()
        lead = layout.contentsMargins().left() if layout is not None else 0
        # Where two lines are hardly enough, a sentence begins below the times.
        lead = theme.px(8) if self.width() < theme.px(600) else lead + theme.px(8)
        self._said.setGeometry(self.rect().adjusted(lead, 0, -theme.px(8), 0))
        signs = [*(sign for sign, _marker in self._signs), self._hash]
        compact = sum(sign.full_width() for sign in signs) > self.contentsRect().width()
        for sign in signs:
            sign.set_compact(compact=compact)

    def _marked(self) -> None:
        for sign, marker in self._signs:
            if sign is self.sender():
                self._request_mark(MarkRequest(marker))

    def _offer_tags(self) -> None:
        self._menu.clear()
        for chip in self._chips:
            action = self._menu.addAction(f"{chip.letter}  {chip.title}".replace("&", "&&"))
            action.setData(chip.letter)
            action.triggered.connect(self._tagged)
        above = QPoint(0, -self._menu.sizeHint().height())
        self._menu.popup(self._hash.mapToGlobal(above))

    def _tagged(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._request_tag(TagRequest(str(action.data())))

    def _request_mark(self, wish: MarkRequest) -> None:
        self.mark_requested.emit(wish)

    def _request_tag(self, wish: TagRequest) -> None:
        self.tag_requested.emit(wish)


def _meanings() -> tuple[tuple[str, Marker, str], ...]:
    return (
        ("said", Marker.SAID, _("said")),
        ("for", Marker.FOR, _("for")),
        ("against", Marker.AGAINST, _("against")),
        ("unknown", Marker.UNKNOWN, _("unknown")),
        ("help", Marker.HELP, _("help or follow-up")),
    )
