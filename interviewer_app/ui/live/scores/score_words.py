"""What the score panel shows: categories, anchors, the keys that count now. For the score panel."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from interviewer_app import labels
from interviewer_app.controllers.live.views import Chip
from interviewer_app.domain.scores import NotObservedReason
from interviewer_app.text import _, ngettext
from interviewer_app.ui import actions
from interviewer_app.ui.live.scores.chip import score_look
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.anchor_row import NOT_OBSERVED, AnchorView


def categories(chips: tuple[Chip, ...], read: str) -> tuple[AnchorView, ...]:
    """A row per category, with its score."""
    return tuple(_row(c.letter, c.title, score_look(c.code).words(), "", read) for c in chips)


def anchors(chip: Chip, read: str) -> tuple[AnchorView, ...]:
    """A row per anchor, then "not observed"."""
    rows = [_row(str(n), words, "", chip.code, read) for n, words in enumerate(chip.anchors)]
    reasons = ", ".join(labels.not_observed(reason) for reason in NotObservedReason)
    return (*rows, _row(NOT_OBSERVED, _("Not observed"), reasons, chip.code, read))


def _row(key: str, words: str, remark: str, chosen: str, read: str) -> AnchorView:
    name = f"{key} {words} {remark}".strip()
    return AnchorView(key, words, remark, chosen=key == chosen, read=key == read, name=name)


def count_words(chip: Chip) -> str:
    """How many notes speak to a category."""
    if not chip.tagged and not chip.untagged:
        return _("no notes yet")
    if not chip.tagged:
        return _("{n} untagged").format(n=chip.untagged)
    tagged = ngettext("{n} tagged note", "{n} tagged notes", chip.tagged).format(n=chip.tagged)
    return _("{tagged}, {n} untagged").format(tagged=tagged, n=chip.untagged)


def foot(keys: tuple[tuple[str, str], ...]) -> QWidget:
    """The keys that count now."""
    return _Foot(keys)


class _Foot(QWidget):
    """The way back is always told; of the other keys the last ones go where all do not fit."""

    def __init__(self, keys: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        theme.dress(self, surface="window")
        self.setFixedHeight(theme.px(36))
        self._hints = [_hint(key, words) for key, words in keys]
        self._back = _hint(actions.named("Escape"), _("back to notes"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        row.setSpacing(theme.px(12))
        for hint in self._hints:
            row.addWidget(hint)
        row.addStretch(1)
        row.addWidget(self._back)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme.px(36))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        gap = theme.px(12)
        room = self.width() - 2 * theme.px(24) - self._back.sizeHint().width() - gap
        for hint in self._hints:
            room -= hint.sizeHint().width() + gap
            hint.setVisible(room >= 0)


def _hint(key: str, words: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(4))
    strong, plain = QLabel(key), QLabel(words)
    theme.dress(strong, "small", theme.MEDIUM)
    theme.dress(plain, "small", colour="text2")
    row.addWidget(strong)
    row.addWidget(plain)
    return made
