"""One entry in full: facts, headed blocks, and the prompt as the candidate would see it. For ui/kits."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from interviewer_app.domain.kits.catalogue import DetailBlock, DetailLine, DetailStyle, KitDetail
from interviewer_app.text import _
from interviewer_app.ui.lists.table import lay_pane
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import paint, theme
from interviewer_app.ui.style.colours import Role
from interviewer_app.ui.widgets.paragraph import Paragraph

_LEAD: Final = 40
_LEAD_WIDE: Final = 128


class DetailPane(QScrollArea):
    """Shows one KitDetail from its top; Page keys and arrows scroll it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kits.detail")
        self.setAccessibleName(_("The entry in full"))
        lay_pane(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view: KitDetail | None = None

    def present(self, view: KitDetail | None) -> None:
        """Show this entry, or nothing."""
        if view == self._view:
            return
        before, self._view = self._view, view
        scrolled = self.verticalScrollBar().value()
        page = QWidget()
        theme.dress(page, surface="base")
        rows = QVBoxLayout(page)
        edge = theme.px(24)
        rows.setContentsMargins(edge, theme.px(16), edge, edge)
        rows.setSpacing(theme.px(8))
        if view is not None:
            _fill(rows, view)
        rows.addStretch(1)
        self.setWidget(page)
        if before is not None and view is not None and before.key == view.key:
            self.verticalScrollBar().setValue(scrolled)

    def again(self) -> None:
        """Lay the same entry out anew, for another text size."""
        view, self._view = self._view, None
        self.present(view)


def _fill(rows: QVBoxLayout, view: KitDetail) -> None:
    title = Paragraph(view.title, role="title")
    title.setObjectName("kits.detail_title")
    theme.dress(title, "title", theme.SEMIBOLD, colour="text")
    rows.addWidget(title)
    if view.used:
        used = Paragraph(view.used, colour="text2")
        used.setObjectName("kits.detail_used")
        rows.addWidget(used)
    for block in view.blocks:
        _head(rows, block.heading)
        if block.remark:
            rows.addWidget(Paragraph(block.remark, role="small", colour="text3"))
        _fill_block(rows, block)
    _head(rows, _("About this entry"))
    rows.addLayout(_grid(view.facts, _LEAD_WIDE, "small"))


def _head(rows: QVBoxLayout, words: str) -> None:
    rows.addSpacing(theme.px(8))
    heading = Paragraph(words)
    theme.dress(heading, "base", theme.SEMIBOLD, colour="text")
    rows.addWidget(heading)


def _fill_block(rows: QVBoxLayout, block: DetailBlock) -> None:
    match block.style:
        case DetailStyle.CANDIDATE:
            rows.addWidget(CandidateCard("\n".join(line.words for line in block.lines)))
        case DetailStyle.TEXT:
            for line in block.lines:
                rows.addWidget(Paragraph(line.words))
        case DetailStyle.LIST:
            rows.addLayout(_grid(tuple(DetailLine("–", line.words) for line in block.lines), 16, "base"))
        case DetailStyle.PAIRS:
            wide = any(len(line.lead) > 4 for line in block.lines)
            rows.addLayout(_grid(block.lines, _LEAD_WIDE - 24 if wide else _LEAD, "base"))
        case DetailStyle.FINDINGS:
            for line in block.lines:
                rows.addWidget(Paragraph(line.lead, role="small", colour="alert"))
                rows.addWidget(Paragraph(line.words))


def _grid(lines: tuple[DetailLine, ...], lead: int, role: theme.TextRole) -> QGridLayout:
    """Leads in a narrow column, words beside them."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(8))
    grid.setVerticalSpacing(theme.px(4))
    grid.setColumnMinimumWidth(0, theme.px(lead))
    grid.setColumnStretch(1, 1)
    for at, line in enumerate(lines):
        words = Paragraph(line.words, role=role)
        if line.lead:
            label = QLabel(line.lead)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumHeight(theme.line_height(role))
            theme.dress(label, role, colour="text2")
            grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, at, 1)
        else:
            grid.addWidget(words, at, 0, 1, 2)
    return grid


class CandidateCard(QWidget):
    """The candidate's text as large as in the candidate view, in a frame; nothing else stands there."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kits.candidate")
        self.setAccessibleName(_("As the candidate sees it"))
        rows = QVBoxLayout(self)
        edge = theme.px(24)
        rows.setContentsMargins(edge, theme.px(20), edge, theme.px(20))
        role: Role = "text"
        rows.addWidget(Paragraph(words, role="candidate_18", colour=role))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        paint.box(painter, QRectF(self.rect()), fill=look.base, edge=look.edge, width=look.border)
        painter.end()
