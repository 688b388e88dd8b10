"""The notes offered as evidence of a category, what was missing, gaps and help. For ui/review only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from interviewer_app.controllers.review.views import EvidenceGroup, ReviewCategory
from interviewer_app.domain.live.timeline import Interruption
from interviewer_app.domain.notes.note import clean
from interviewer_app.domain.review import MAX_FIELD
from interviewer_app.text import _
from interviewer_app.ui.review import sentences
from interviewer_app.ui.review.category.categories import scroller
from interviewer_app.ui.review.note_row import NoteLook, NoteRow
from interviewer_app.ui.review.pages import TextRequest
from interviewer_app.ui.review.roving import RovingFocus, reveal
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.painted_row import label
from interviewer_app.ui.widgets.tips import set_tip

_FEW = 2
"""More pauses than this are counted, not listed, beside a category."""


class EvidencePane(QWidget):
    """Check boxes cite; below them the field for the next anchor up, gaps and help."""

    cite_requested = Signal(object)
    missing_edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review.evidence")
        self.setAccessibleName(_("Evidence"))
        self._rows: dict[str, NoteRow] = {}
        self._titles: list[QLabel] = []
        self._shape: tuple[tuple[str, tuple[str, ...]], ...] | None = None
        self._letter = ""
        self._roving = RovingFocus(self)
        self._cited = label("", colour="text3")
        self._hint = label("", "small", colour="text3")
        self._empty = label("", colour="text2", wraps=True)
        self._missing_label = label("", "small", colour="text2")
        self._missing = QLineEdit()
        self._missing.setObjectName("review.missing")
        self._missing.setMaxLength(MAX_FIELD)
        self._missing.textEdited.connect(self._edited)
        self._missing_label.setBuddy(self._missing)
        self._facts = QVBoxLayout()
        self._fact_labels: list[tuple[str, str]] = []
        self._notes = QVBoxLayout()
        self._lay_out()

    def present(self, category: ReviewCategory, aways: tuple[Interruption, ...], *, shut: bool) -> None:
        """Show the evidence of a category and the pauses of the call."""
        self._cited.setText(sentences.cited(category))
        self._hint.setText("" if shut or not category.evidence else _("Space cites"))
        self._empty.setVisible(not category.evidence)
        self._empty.setText(
            _("No note is tagged {letter}, and its prompts have no untagged ones.").format(
                letter=category.letter
            )
        )
        self._show_notes(category.evidence, shut=shut)
        self._show_missing(category, shut=shut)
        facts = [sentences.away(a) for a in aways]
        if len(facts) > _FEW:
            facts = [(_("Gaps"), _("{n} in the call; see Gaps and pauses").format(n=len(facts)))]
        if category.help:
            facts.append((_("Help"), sentences.help_given(category.help)))
        self._show_facts(facts)
        if category.letter != self._letter:
            self._letter = category.letter
            self._area.verticalScrollBar().setValue(0)

    def focus_notes(self) -> bool:
        """Give the focus to the notes; False when there is none."""
        row = self._roving.entry()
        if row is None:
            return False
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(row)
        return True

    def _show_notes(self, groups: tuple[EvidenceGroup, ...], *, shut: bool) -> None:
        shape = tuple((group.title, tuple(item.id for item in group.items)) for group in groups)
        if shape != self._shape:
            self._shape = shape
            self._build(groups)
        for group in groups:
            for item in group.items:
                look = NoteLook(item.id, item.t, item.marker, item.body, item.cited, shut=shut)
                self._rows[item.id].present(look)

    def _build(self, groups: tuple[EvidenceGroup, ...]) -> None:
        for old in (*self._titles, *self._rows.values()):
            self._notes.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._titles, self._rows = [], {}
        for group in groups:
            title = label(group.title, "small", theme.MEDIUM, "text2")
            title.setContentsMargins(theme.px(44), theme.px(6), theme.px(16), theme.px(2))
            self._titles.append(title)
            self._notes.addWidget(title)
            for item in group.items:
                row = NoteRow(f"review.note.{item.id}")
                row.tick_requested.connect(self.cite_requested)
                self._rows[item.id] = row
                self._notes.addWidget(row)
        self._roving.take(list(self._rows.values()))

    def _show_missing(self, category: ReviewCategory, *, shut: bool) -> None:
        words = sentences.missing(category)
        self._missing_label.setText(words)
        self._missing.setAccessibleName(words)
        self._missing_label.setVisible(bool(words))
        self._missing.setVisible(bool(words))
        self._missing.setReadOnly(shut)
        # What is being typed is newer than any view.
        typing = self._missing.hasFocus() and category.letter == self._letter
        if not typing and self._missing.text() != category.score.missing:
            self._missing.setText(category.score.missing)
            self._missing.setCursorPosition(0)

    def _show_facts(self, facts: list[tuple[str, str]]) -> None:
        if facts == self._fact_labels:
            return
        self._fact_labels = facts
        while (item := self._facts.takeAt(0)) is not None:
            holder = item.widget()
            if holder is not None:
                holder.hide()
                holder.deleteLater()
        for what, rest in facts:
            self._facts.addWidget(_fact(what, rest))

    def _lay_out(self) -> None:
        px = theme.px
        head = QHBoxLayout()
        head.setContentsMargins(px(16), px(4), px(24), 0)
        head.setSpacing(px(4))
        title = label(_("Evidence"), weight=theme.SEMIBOLD)
        title.setMinimumHeight(px(28))
        head.addWidget(title)
        head.addWidget(self._cited, 1)
        head.addWidget(self._hint)
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, px(16))
        rows.setSpacing(0)
        self._notes.setSpacing(0)
        rows.addLayout(self._notes)
        for widget in (self._empty, self._missing_label, self._missing):
            line = QHBoxLayout()
            line.setContentsMargins(px(16), px(16) if widget is self._missing_label else px(4), px(24), 0)
            line.addWidget(widget)
            rows.addLayout(line)
        self._facts.setContentsMargins(px(16), px(12), px(24), 0)
        self._facts.setSpacing(0)
        rows.addLayout(self._facts)
        rows.addStretch(1)
        self._area = scroller(body, "base")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addSpacing(px(4))
        outer.addWidget(self._area, 1)

    def _edited(self, text: str) -> None:
        self._request(TextRequest(clean(text)))

    def _request(self, wish: TextRequest) -> None:
        self.missing_edited.emit(wish)


def _fact(what: str, rest: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, theme.px(2), 0, theme.px(2))
    row.setSpacing(theme.px(4))
    row.addWidget(label(what, "small", theme.MEDIUM))
    row.addWidget(label(rest, "small", colour="text2", wraps=True), 1)
    set_tip(holder, f"{what} {rest}")
    return holder
