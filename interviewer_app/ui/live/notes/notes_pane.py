"""The notes: a line of heading, the editor, and what the markers mean. For the live screen."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolTip, QVBoxLayout, QWidget

from interviewer_app.controllers.live.views import Chip, LinesView
from interviewer_app.text import _, ngettext
from interviewer_app.ui import actions
from interviewer_app.ui.live.notes.editor import NotesEditor, NotesView
from interviewer_app.ui.live.notes.find_bar import FindBar
from interviewer_app.ui.live.notes.gutter import Gutter
from interviewer_app.ui.live.notes.hint_words import say_beside
from interviewer_app.ui.live.notes.legend import Legend, MarkRequest, TagRequest
from interviewer_app.ui.live.notes.tag_offer import TagOffer
from interviewer_app.ui.style import theme
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
        self._find = QLabel(_("Find {key}").format(key=actions.key("live.find")))
        self._find.setObjectName("live.find_hint")
        theme.dress(self._find, "small", colour="text3")
        self._head = QWidget()
        self._rule = Hairline()
        self._compact = False
        self._counted = -1
        self.find_bar = FindBar()
        self.find_bar.hide()
        self._legend = Legend()
        self._legend.mark_requested.connect(self._mark)
        self._legend.tag_requested.connect(self._tag)
        self._offer = TagOffer(self.editor, self)
        self._lay_out()
        self._restyle()
        theme.watch().changed.connect(self._restyle)

    def present(self, view: NotesPaneView) -> None:
        """Show the notes of a step."""
        self._legend.present(view.chips)
        self._offer.present(view.chips)
        self.editor.present(view.notes)
        self._count_lines(view.notes.lines)

    def render_lines(self, view: LinesView) -> None:
        """Take the lines after an edit."""
        self.editor.render_lines(view)
        self._count_lines(view)

    @property
    def finding(self) -> bool:
        """True while words are asked for."""
        return not self.find_bar.isHidden()

    def show_find(self, *, shown: bool) -> None:
        """Put the bar that asks for words in the place of the heading, or take it away."""
        self.say("")
        self._head.setHidden(shown or self._compact)
        self.find_bar.setVisible(shown)

    def set_compact(self, *, on: bool) -> None:
        """Show the lines alone, without heading and legend."""
        self.say("")
        self._compact = on
        for part in (self._rule, self._legend):
            part.setHidden(on)
        self._head.setHidden(on or self.finding)

    def say(self, words: str) -> None:
        """Put a sentence in the place of the legend, or beside the caret; an empty one takes it away."""
        if not self._compact and self._legend.holds(words):
            self._legend.say(words)
        elif words:
            say_beside(self.editor, words)
        else:
            QToolTip.hideText()

    def _count_lines(self, view: LinesView) -> None:
        # Counting words of every line would cost more than the edit itself; an empty line counts as one.
        count = len(view.lines) - (not view.lines[-1].text if view.lines else 0)
        if count != self._counted:
            self._counted = count
            words = ngettext("{n} line", "{n} lines", count).format(n=count) if count else ""
            self._count.setText(words)

    def _lay_out(self) -> None:
        head = QHBoxLayout(self._head)
        head.setSpacing(theme.px(8))
        head.addWidget(self._heading)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._find)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._head)
        rows.addWidget(self.find_bar)
        rows.addWidget(self.editor, 1)
        rows.addWidget(self._rule)
        rows.addWidget(self._legend)

    def _mark(self, wish: MarkRequest) -> None:
        self.editor.toggle_marker(wish.marker)

    def _tag(self, wish: TagRequest) -> None:
        self.editor.toggle_tag(wish.letter)

    def _restyle(self) -> None:
        self._head.setFixedHeight(theme.px(36))
        self._legend.setFixedHeight(theme.px(32))
        lead = Gutter.breadth()
        for widget, inset in ((self._head, 0), (self.find_bar, theme.px(9)), (self._legend, theme.px(8))):
            layout = widget.layout()
            if layout is not None:
                layout.setContentsMargins(lead - inset, 0, theme.px(16), 0)
        self._legend.fit()
