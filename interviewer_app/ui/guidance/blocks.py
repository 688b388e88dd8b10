"""Draws the blocks of a guidance page, and the keys of a screen, in a narrow column. For ui/guidance."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from interviewer_app.controllers.guidance import BlockKind, GuidanceBlock
from interviewer_app.ui.dialogs.keys import KeySection
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.hairline import Hairline
from interviewer_app.ui.widgets.key_hint import KeyHint
from interviewer_app.ui.widgets.paragraph import Paragraph


def page(blocks: tuple[GuidanceBlock, ...]) -> QWidget:
    """All blocks below each other."""
    made = QWidget()
    rows = QVBoxLayout(made)
    rows.setContentsMargins(0, theme.px(4), 0, theme.px(12))
    rows.setSpacing(theme.px(8))
    for block in blocks:
        match block.shape:
            case BlockKind.HEADING:
                rows.addWidget(_bold(block.rows[0][0]))
            case BlockKind.TEXT:
                rows.addWidget(Paragraph(block.rows[0][0]))
            case BlockKind.ENTRY:
                rows.addLayout(_entry(block.rows[0][0]))
            case BlockKind.TERM:
                rows.addLayout(_term(*block.rows[0]))
            case BlockKind.TABLE:
                rows.addLayout(_table(block.rows))
    return made


def keys(section: KeySection) -> QWidget:
    """What can be done on a screen, and the keys for it."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, theme.px(4), 0, theme.px(12))
    grid.setHorizontalSpacing(theme.px(8))
    grid.setVerticalSpacing(theme.px(4))
    grid.setColumnStretch(0, 1)
    for at, line in enumerate(line for line in section.lines if line.keys):
        grid.addWidget(Paragraph(line.words, colour="text2"), at, 0)
        caps = QHBoxLayout()
        caps.setSpacing(theme.px(4))
        for key in line.keys:
            caps.addWidget(KeyHint(key))
        grid.addLayout(caps, at, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    return made


def _table(rows: tuple[tuple[str, ...], ...]) -> QGridLayout:
    """The first cell of a row over the others, which stand side by side; the heads stand once, above."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(12))
    grid.setVerticalSpacing(theme.px(2))
    heads, *rest = rows
    side = max(1, len(heads) - 1)
    for column in range(side):
        grid.setColumnStretch(column, 1)
        words = heads[column + 1] if len(heads) > 1 else heads[0]
        head = Paragraph(words, role="small")
        theme.dress(head, "small", theme.SEMIBOLD, colour="text")
        grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignTop)
    at = 1
    for cells in rest:
        grid.addWidget(Hairline(), at, 0, 1, side)
        grid.addWidget(Paragraph(cells[0], role="small", colour="text3"), at + 1, 0, 1, side)
        for column, words in enumerate(cells[1:]):
            grid.addWidget(Paragraph(words), at + 2, column, Qt.AlignmentFlag.AlignTop)
        at += 3
    return grid


def _entry(words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    dash = QLabel("–")
    theme.dress(dash, colour="text2")
    row.addWidget(dash, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Paragraph(words), 1)
    return row


def _term(term: str, meaning: str) -> QVBoxLayout:
    rows = QVBoxLayout()
    rows.setSpacing(0)
    rows.addWidget(_bold(term))
    rows.addWidget(Paragraph(meaning))
    return rows


def _bold(words: str) -> Paragraph:
    made = Paragraph(words)
    theme.dress(made, "base", theme.SEMIBOLD, colour="text")
    return made
