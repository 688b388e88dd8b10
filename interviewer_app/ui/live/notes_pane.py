"""The notes: a line of heading, the editor, and what the markers mean. For the live screen."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from interviewer_app.controllers.views import Chip, LinesView
from interviewer_app.text import _, ngettext
from interviewer_app.ui import theme
from interviewer_app.ui.live.editor import NotesEditor, NotesView
from interviewer_app.ui.live.gutter import Gutter
from interviewer_app.ui.live.legend import Legend, MarkWish, TagWish
from interviewer_app.ui.overriding import override
from interviewer_app.ui.widgets.hairline import Hairline


@dataclass(frozen=True, slots=True)
class NotesPaneView:
    """The notes of the step, and the categories they may be tagged with."""

    notes: NotesView
    chips: tuple[Chip, ...]


class NotesPane(QWidget):
    """Heading 36, editor, legend 32."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live.notes_pane")
        theme.dress(self, surface="base")
        self.editor = NotesEditor()
        self._heading = QLabel(_("Notes"))
        self._count = QLabel()
        self._count.setObjectName("live.note_count")
        theme.dress(self._heading, "base", theme.SEMIBOLD)
        theme.dress(self._count, "small", tabular=True, colour="text3")
        self._head = QWidget()
        self._legend = Legend()
        self._legend.mark_requested.connect(self._mark)
        self._legend.tag_requested.connect(self._tag)
        self._lay_out()
        self._restyle()
        theme.watch().changed.connect(self._restyle)

    @override
    def render(self, view: NotesPaneView) -> None:  # type: ignore[override]  # the house's inlet
        """Show the notes of a step."""
        self._legend.render(view.chips)
        self.editor.render(view.notes)
        self._count_lines(view.notes.lines)

    def render_lines(self, view: LinesView) -> None:
        """Take the lines after an edit."""
        self.editor.render_lines(view)
        self._count_lines(view)

    def _count_lines(self, view: LinesView) -> None:
        # Counting words of every line would cost more than the edit itself; an empty line counts as one.
        count = len(view.lines) - (not view.lines[-1].text if view.lines else 0)
        words = ngettext("{n} line", "{n} lines", count).format(n=count) if count else ""
        if self._count.text() != words:
            self._count.setText(words)

    def _lay_out(self) -> None:
        head = QHBoxLayout(self._head)
        head.setSpacing(theme.px(8))
        head.addWidget(self._heading)
        head.addWidget(self._count)
        head.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._head)
        rows.addWidget(self.editor, 1)
        rows.addWidget(Hairline())
        rows.addWidget(self._legend)

    def _mark(self, wish: MarkWish) -> None:
        self.editor.toggle_marker(wish.marker)

    def _tag(self, wish: TagWish) -> None:
        self.editor.toggle_tag(wish.letter)

    def _restyle(self) -> None:
        self._head.setFixedHeight(theme.px(36))
        self._legend.setFixedHeight(theme.px(32))
        lead = Gutter.breadth()
        for widget, inset in ((self._head, 0), (self._legend, theme.px(8))):
            layout = widget.layout()
            if layout is not None:
                layout.setContentsMargins(lead - inset, 0, theme.px(16), 0)
        self._legend.fit()
