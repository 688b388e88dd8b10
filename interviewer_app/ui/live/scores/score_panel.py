"""The score panel: a category's anchors over the prompt, the notes in view. For the live screen.

F5, a letter, 0 to 5 or a minus: done. After that the panel stays without the keyboard, so that the chosen
anchor can be read; whatever is typed next goes to the notes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from interviewer_app.controllers.live.views import Chip
from interviewer_app.domain.scores import TOP
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.live.scores import score_words
from interviewer_app.ui.live.scores.chip import score_look
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.anchor_row import (
    NOT_OBSERVED,
    AnchorRow,
    AnchorSpace,
    AnchorView,
    ScoreRequest,
)
from interviewer_app.ui.widgets.elided_label import ElidedLabel
from interviewer_app.ui.widgets.hairline import Hairline
from interviewer_app.ui.widgets.key_hint import KeyHint

_SPACE = AnchorSpace(trail=24, tick=12, remark=8)
_MINUS = frozenset({"-", "\u2212", "\u2013"})


class ScorePanelState(StrEnum):
    """What the panel waits for."""

    CLOSED = "closed"
    LETTER = "letter"
    VALUE = "value"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Unfolded:
    """The category whose anchors are shown; empty when there is none."""

    letter: str


class ScorePanel(QWidget):
    """`unfolded` tells which category is on show, `released` that the keyboard goes back to the notes."""

    score_requested = Signal(object)
    undo_requested = Signal()
    unfolded = Signal(object)
    released = Signal()

    def __init__(self, parent: QWidget, top: Callable[[], int]) -> None:
        super().__init__(parent)
        self._pane = parent
        self.setObjectName("live.score_panel")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", False)
        theme.dress(self, surface="base")
        self._top = top
        self._chips: tuple[Chip, ...] = ()
        self._stage = ScorePanelState.CLOSED
        self._letter = ""
        self._read = ""
        self._rows: dict[str, AnchorRow] = {}
        self._caps = (KeyHint(actions.key("live.score")), KeyHint(), KeyHint())
        self._name = QLabel()
        self._title = ElidedLabel()
        self._count = ElidedLabel()
        self._name.setMinimumWidth(theme.px(16))
        theme.dress(self._name, "title", theme.SEMIBOLD)
        theme.dress(self._title, "base", theme.SEMIBOLD)
        theme.dress(self._count, "base", colour="text2")
        self._scroll = QScrollArea()
        self._fixed = QVBoxLayout()
        self._rule = Hairline()
        self._feet = {
            ScorePanelState.LETTER: score_words.foot(
                ((_("letter"), _("choose")), ("↑↓", _("read")), (actions.named("Ctrl+Z"), _("undo")))
            ),
            ScorePanelState.VALUE: score_words.foot(
                (
                    ("0–5", _("set")),
                    ("–", _("not observed")),
                    ("↑↓", _("read")),
                    (actions.named("Ctrl+Z"), _("undo")),
                )
            ),
        }
        self._lay_out()
        parent.installEventFilter(self)
        self.hide()

    def present(self, chips: tuple[Chip, ...]) -> None:
        """Take the categories as they are now."""
        if chips is not self._chips:
            self._chips = chips
            if self._stage is not ScorePanelState.CLOSED:
                self._show()

    def begin(self, letter: str = "") -> None:
        """Open and take the keyboard: for a letter, or for a category's score."""
        known = self._chip(letter) is not None
        self._letter = letter if known else ""
        self._read = ""
        self._stage = ScorePanelState.VALUE if known else ScorePanelState.LETTER
        self._place()
        self._show()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell(Unfolded(self._letter))
        if known:
            self._say(f"{self.accessibleName()}: {self._count.text()}")

    def fold(self) -> None:
        """Close; nothing is set or unset by it."""
        if self._stage is ScorePanelState.CLOSED:
            return
        held = self.hasFocus()
        self._stage = ScorePanelState.CLOSED
        self._letter = ""
        self.hide()
        self._tell(Unfolded(""))
        if held:
            self.released.emit()

    @property
    def stage(self) -> ScorePanelState:
        """What it waits for."""
        return self._stage

    @property
    def letter(self) -> str:
        """The category on show."""
        return self._letter

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text().upper()
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.fold()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._read:
            self._choose(self._read)
        elif self._stage is ScorePanelState.VALUE and event.key() in (
            Qt.Key.Key_Backspace,
            Qt.Key.Key_Delete,
        ):
            self._score(None, observed=True)
        elif text and (text in self._rows or text in _MINUS or self._chip(text) is not None):
            self._choose("-" if text in _MINUS else text)
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and self.isVisible():
            self._place()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), theme.px(2), theme.current().accent)
        painter.end()

    # -- choosing --------------------------------------------------------------------------------

    def _choose(self, key: str) -> None:
        """A key or a click: a letter chooses a category, a figure or the minus scores it."""
        if self._chip(key) is not None:
            self.begin(key)
        elif self._letter and key == "-":
            self._score(None, observed=False)
        elif self._letter and key.isdecimal() and int(key) <= TOP:
            self._score(int(key), observed=True)

    def _score(self, value: int | None, *, observed: bool) -> None:
        self._stage = ScorePanelState.DONE
        self._read = ""
        self._request(ScoreRequest(self._letter, value, observed))
        chip = self._chip(self._letter)
        self._show()
        self._say(f"{self.accessibleName()}: {score_look(chip.code if chip is not None else '').words()}")
        self.released.emit()

    def _request(self, wish: ScoreRequest) -> None:
        self.score_requested.emit(wish)

    def _tell(self, fact: Unfolded) -> None:
        self.unfolded.emit(fact)

    def _clicked(self) -> None:
        row = self.sender()
        if isinstance(row, AnchorRow):
            self._choose(row.view.key)

    def _move(self, by: int) -> None:
        """Read the next line without choosing it."""
        keys = list(self._rows)
        chip = self._chip(self._letter)
        at = self._read or (chip.code if chip is not None else "")
        start = keys.index(at) if at in keys else (-1 if by > 0 else len(keys))
        self._read = keys[min(max(start + by, 0), len(keys) - 1)]
        self._show()
        self._scroll.ensureWidgetVisible(self._rows[self._read], 0, theme.px(8))
        self._say(self._rows[self._read].accessibleName())

    def _say(self, words: str) -> None:
        """The panel keeps the focus while what it shows changes: screen readers would hear nothing of it."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _chip(self, letter: str) -> Chip | None:
        return next((chip for chip in self._chips if chip.letter == letter), None)

    # -- showing ---------------------------------------------------------------------------------

    def _show(self) -> None:
        chip = self._chip(self._letter)
        views = (
            score_words.categories(self._chips, self._read)
            if chip is None
            else score_words.anchors(chip, self._read)
        )
        prefix = "live.category" if chip is None else f"live.anchor.{self._letter}"
        names = [f"{prefix}.{view.key}" for view in views]
        if names != [row.objectName() for row in self._rows.values()]:
            self._build(names, views)
        for view in views:
            self._rows[view.key].present(view)
        self._name.setText("" if chip is None else chip.letter)
        self._name.setVisible(chip is not None)
        self._rule.setVisible(chip is not None)
        self._feet[ScorePanelState.LETTER].setVisible(chip is None)
        self._feet[ScorePanelState.VALUE].setVisible(chip is not None)
        self._title.present(_("Score which category?") if chip is None else chip.title)
        self._count.present("" if chip is None else score_words.count_words(chip))
        code = "" if chip is None else chip.code
        self._caps[1].render_key(self._letter, active=self._stage is ScorePanelState.VALUE)
        self._caps[2].render_key(code.replace("-", "–"), active=self._stage is ScorePanelState.DONE)
        self.setAccessibleName(f"{self._name.text()} {self._title.text()}".strip())
        self.setAccessibleDescription(
            self._rows[self._read].accessibleName() if self._read in self._rows else self._all_or_count(chip)
        )

    def _all_or_count(self, chip: Chip | None) -> str:
        if chip is not None:
            return self._count.text()
        return ", ".join(f"{one.letter} {one.title}" for one in self._chips)

    def _build(self, names: list[str], views: tuple[AnchorView, ...]) -> None:
        inner = QWidget()
        inner.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        while (old := self._fixed.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = {}
        for name, view in zip(names, views, strict=True):
            row = AnchorRow(name, _SPACE)
            # Keys are the panel's business.
            row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.clicked.connect(self._clicked)
            self._rows[view.key] = row
            # "Not observed" is always in sight, under the anchors.
            (self._fixed if view.key == NOT_OBSERVED else column).addWidget(row)
        column.addStretch(1)
        before = self._scroll.takeWidget()
        if before is not None:
            # Not at once: the row that was pressed may be in it.
            before.deleteLater()
        self._scroll.setWidget(inner)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(24), theme.px(2), theme.px(24), 0)
        head.setSpacing(theme.px(16))
        head.addWidget(self._name)
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        for cap in self._caps:
            head.addWidget(cap)
        bar = QWidget()
        bar.setFixedHeight(theme.px(44))
        bar.setLayout(head)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self._fixed.setSpacing(0)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(bar)
        rows.addWidget(self._scroll, 1)
        rows.addWidget(self._rule)
        rows.addLayout(self._fixed)
        rows.addWidget(Hairline())
        rows.addWidget(self._feet[ScorePanelState.LETTER])
        rows.addWidget(self._feet[ScorePanelState.VALUE])

    def _place(self) -> None:
        top = self._top()
        self.setGeometry(0, top, self._pane.width(), max(0, self._pane.height() - top))
