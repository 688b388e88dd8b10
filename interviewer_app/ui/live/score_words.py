"""What the score panel shows: categories, anchors, the keys that count now. For the score panel."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from interviewer_app import labels
from interviewer_app.controllers.views import Chip
from interviewer_app.domain.scores import NotObservedReason
from interviewer_app.text import _, ngettext
from interviewer_app.ui import theme
from interviewer_app.ui.live.anchor_row import AnchorView
from interviewer_app.ui.live.score_bar import score_look
from interviewer_app.ui.widgets.elided_label import ElidedLabel


def categories(chips: tuple[Chip, ...], read: str) -> tuple[AnchorView, ...]:
    """A row per category, with its score."""
    return tuple(
        AnchorView(c.letter, c.title, score_look(c.code).words(), read=c.letter == read) for c in chips
    )


def anchors(chip: Chip, read: str) -> tuple[AnchorView, ...]:
    """A row per anchor, then "not observed"."""
    rows = [
        AnchorView(str(n), words, "", chip.code == str(n), read == str(n))
        for n, words in enumerate(chip.anchors)
    ]
    reasons = ", ".join(labels.not_observed(reason) for reason in NotObservedReason)
    rows.append(AnchorView("-", _("Not observed"), reasons, chip.code == "-", read == "-"))
    return tuple(rows)


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
    bar = QWidget()
    theme.dress(bar, surface="window")
    bar.setFixedHeight(theme.px(36))
    row = QHBoxLayout(bar)
    row.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
    row.setSpacing(theme.px(4))
    for key, words in keys:
        strong, plain = QLabel(key), ElidedLabel(words)
        theme.dress(strong, "small", theme.MEDIUM)
        theme.dress(plain, "small", colour="text2")
        row.addWidget(strong)
        row.addWidget(plain)
        row.addSpacing(theme.px(8))
    row.addStretch(1)
    strong, plain = QLabel("Esc"), ElidedLabel(_("back to notes"))
    theme.dress(strong, "small", theme.MEDIUM)
    theme.dress(plain, "small", colour="text2")
    row.addWidget(strong)
    row.addWidget(plain)
    return bar
