"""The notes editor: one line is one note; every change leaves as a wish naming the lines it replaced.

For the live screen. Typing, undo, paste and input methods work as in any editor; nothing but plain text
gets in.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from interviewer_app.controllers.live.views import LinesView
from interviewer_app.domain.notes.note import Marker, NoteEdit, wrap_long
from interviewer_app.text import _
from interviewer_app.ui.live.notes.band import Band
from interviewer_app.ui.live.notes.blank_paper import paint_purpose
from interviewer_app.ui.live.notes.gutter import Gutter, line_rect
from interviewer_app.ui.live.notes.highlighter import Find, Spotlight
from interviewer_app.ui.live.notes.hint_words import show_reason
from interviewer_app.ui.live.notes.limits import beyond, roomy
from interviewer_app.ui.live.notes.line_edits import before, mend, rewrite
from interviewer_app.ui.live.notes.line_tools import storable, with_marker, with_tag
from interviewer_app.ui.live.notes.same_bar import SameBar
from interviewer_app.ui.live.notes.sheets import CaretPlace, NotesDocument
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme

_LONE_KEYS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_Meta,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_CapsLock,
    }
)

_BREAKS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


@dataclass(frozen=True, slots=True)
class NotesView:
    """The notes to show. `cursor` is used when the step is loaded for the first time; -1 is the end."""

    interview_id: str
    lines: LinesView
    cursor: int = 0


@dataclass(frozen=True, slots=True)
class CursorAt:
    """The caret stands here in the notes of a step, in UTF-16 units from the beginning."""

    step: str
    position: int


class NotesEditor(QTextEdit):
    """Keeps a document per step. `touched` comes with every key and click in it, `step_shown` with a step.

    `tag_begun` comes after a "#" was typed, `word_ended` after a space or Enter.
    """

    edit_requested = Signal(object)
    cursor_moved = Signal(object)
    text_refused = Signal(object)
    touched = Signal()
    step_shown = Signal()
    tag_begun = Signal()
    word_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live.notes")
        self.setAccessibleName(_("Notes"))
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("ring", False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._interview = ""
        self._sheets: dict[str, NotesDocument] = {}
        self._sheet: NotesDocument | None = None
        self._switching = False
        self._line = 0
        self._bars = SameBar(Qt.Orientation.Vertical, self), SameBar(Qt.Orientation.Horizontal, self)
        self.setVerticalScrollBar(self._bars[0])
        self.setHorizontalScrollBar(self._bars[1])
        self._light = Spotlight()
        self._after_tag = -1
        self._told = "", -1
        self._find: Find | None = None
        self._gutter = Gutter(self)
        self._band = Band(self)
        self._restyle()
        self.cursorPositionChanged.connect(self._cursor_moved)
        self.verticalScrollBar().valueChanged.connect(self._gutter.update)
        self.verticalScrollBar().valueChanged.connect(self._band.moved)
        theme.watch().changed.connect(self._restyle)

    def present(self, view: NotesView) -> None:
        """Show the notes of a step; a step shown before comes back as it was left."""
        if view.interview_id != self._interview:
            self._forget()
            self._interview = view.interview_id
        step = view.lines.step
        sheet = self._sheets.get(step)
        stale = sheet is not None and sheet.document.blockCount() != max(1, len(view.lines.lines))
        if sheet is None or stale:
            sheet = sheet or self._new_sheet(step)
            sheet.load(view.lines.lines, view.cursor)
        if sheet is not self._sheet or stale:
            self._bring(sheet)
        self._gutter.present(view.lines)

    def render_lines(self, view: LinesView) -> None:
        """Take new times for the lines, after an edit."""
        if self._sheet is not None and view.step == self._sheet.step:
            self._gutter.present(view)

    def spotlight(self, light: Spotlight) -> None:
        """Point out the notes of the category being scored."""
        self._light = light
        if self._sheet is not None:
            top = self.cursorForPosition(QPoint(0, 0)).blockNumber()
            self._sheet.highlighter.look(light, top)
        self._gutter.look(light)
        self._band.moved()
        self.viewport().update()

    def watch(self, find: Find | None) -> None:
        """Underline words a note is better without, and say why on hover; None looks for none."""
        self._find = find
        for sheet in self._sheets.values():
            sheet.highlighter.watch(find)

    def toggle_marker(self, marker: Marker) -> None:
        """Put a marker on the lines selected, or take it off."""
        rewrite(self.textCursor(), lambda text: with_marker(text, marker))
        self.ensureCursorVisible()

    def toggle_tag(self, letter: str) -> None:
        """Tag the lines selected with a category, or take the tag off; words typed next keep clear of it."""
        rewrite(self.textCursor(), lambda text: with_tag(text, letter))
        self.ensureCursorVisible()
        self._keep_clear(letter)

    def complete_tag(self, letter: str) -> None:
        """Write the letter after a "#"; words typed next keep clear of it."""
        cursor = self.textCursor()
        after = cursor.block().text()[len(before(cursor)) :]
        cursor.insertText(f"{letter} " if after[:1].isalnum() else letter)
        self._keep_clear(letter)

    def stamp_line(self) -> None:
        """Put an empty line with the time of now below this one, to be filled later; the caret stays."""
        cursor = self.textCursor()
        cursor.clearSelection()
        if self._sheet is None or self._refuses(cursor, "\n"):
            return
        cursor.setPosition(self._sheet.stamp_line(cursor))
        self.setTextCursor(cursor)

    def move_lines(self, *, down: bool) -> None:
        """Move the lines selected past their neighbour; each keeps its identity and time."""
        after = self._sheet.move_lines(self.textCursor(), down=down) if self._sheet is not None else None
        if after is not None:
            self.setTextCursor(after)

    @property
    def step(self) -> str:
        """The step on screen; empty before there is one."""
        return self._sheet.step if self._sheet is not None else ""

    # -- what Qt tells us ------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # All here is done at every key press, in one millisecond with what follows: calls into Qt are few.
        key, text = event.key(), event.text()
        if key not in _LONE_KEYS:
            self.touched.emit()
        begins = key in _BREAKS
        added = "\n" if begins else text if text.isprintable() else ""
        if added and not roomy(self.document(), added) and self._refuses(self.textCursor(), added):
            return
        if begins:
            # Shift+Enter would break the line inside the same note.
            self.textCursor().insertBlock()
            self.word_ended.emit()
            self.ensureCursorVisible()
            return
        if self._after_tag >= 0 and text[:1].isalnum() and self._after_tag == self.textCursor().position():
            self.insertPlainText(" ")
        super().keyPressEvent(event)
        if text == "#":
            self.tag_begun.emit()
        elif text == " ":
            self.word_ended.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()
        super().mousePressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self.touched.emit()
            event.setCommitString(storable(event.commitString()))
        super().inputMethodEvent(event)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if not source.hasText():
            return
        text = wrap_long(storable(source.text()))
        if not self._refuses(self.textCursor(), text):
            self.textCursor().insertText(text)
            self.ensureCursorVisible()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._find is not None:
            show_reason(self, self._find, event)
            return True
        return super().viewportEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._band.moved()
        self._place_gutter()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        sheet = self._sheet
        if not self._light.letter and sheet is not None:
            self._band.paint(event.rect())
        super().paintEvent(event)
        if sheet is not None and sheet.document.isEmpty():
            paint_purpose(self, event.rect())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._restyle()

    # -- documents -------------------------------------------------------------------------------

    def _new_sheet(self, step: str) -> NotesDocument:
        sheet = NotesDocument(step, self)
        sheet.edited.connect(self._edited)
        sheet.document.documentLayout().documentSizeChanged.connect(self._band.moved)
        sheet.highlighter.watch(self._find)
        self._sheets[step] = sheet
        return sheet

    def _forget(self) -> None:
        for sheet in self._sheets.values():
            sheet.deleteLater()
        self._sheets = {}
        self._sheet = None
        self._told = "", -1

    def _bring(self, sheet: NotesDocument) -> None:
        """Put a document into the editor, at the place where it was left."""
        if self._sheet is not None and self._sheet is not sheet:
            self._sheet.place = self._place()
        self._switching = True
        self._sheet = sheet
        # They point into the document that goes.
        self.setExtraSelections([])
        sheet.come()
        self.setDocument(sheet.document)
        self._go_to(sheet.place)
        self._band.moved()
        sheet.highlighter.look(self._light)
        self._line = self.textCursor().blockNumber()
        self._after_tag = -1
        self._switching = False
        # Whenever lines come, go or wrap, the times below them move.
        sheet.document.documentLayout().documentSizeChanged.connect(
            self._gutter.update, Qt.ConnectionType.UniqueConnection
        )
        self._gutter.update()
        self.step_shown.emit()

    def _place(self) -> CaretPlace:
        cursor = self.textCursor()
        return CaretPlace(cursor.position(), cursor.anchor(), self.verticalScrollBar().value())

    def _go_to(self, place: CaretPlace) -> None:
        cursor = self.textCursor()
        cursor.setPosition(place.anchor)
        cursor.setPosition(place.caret, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(place.scroll)
        self.ensureCursorVisible()

    def _edited(self, edit: NoteEdit) -> None:
        self._band.moved()
        cursor = self.textCursor()
        if len(edit.texts) != edit.removed:
            was, line = self._line - edit.first, cursor.blockNumber()
            if 0 <= was < edit.removed and 0 <= line - edit.first < len(edit.texts):
                # Both are laid out anew, and so painted.
                self._line = line
        # Said before the edit, so that text and caret are saved together.
        self._tell_place(cursor.position())
        self.edit_requested.emit(edit)
        if not all(map(str.isprintable, edit.texts)) and any(text != storable(text) for text in edit.texts):
            # Something came in by another door than keys, paste and input methods; or undo gave it back and
            # goes on past it, or nobody would ever get there.
            again = self.undo if edit.after < edit.before else self.redo
            QTimer.singleShot(0, self, again if edit.again else self._mend)

    def _mend(self) -> None:
        mend(self.document())

    def _refuses(self, cursor: QTextCursor, text: str) -> bool:
        much = beyond(cursor, text)
        if much is not None:
            self.text_refused.emit(much)
        return much is not None

    def _keep_clear(self, letter: str) -> None:
        cursor = self.textCursor()
        self._after_tag = cursor.position() if before(cursor).endswith(f"#{letter}") else -1

    # -- caret and looks -------------------------------------------------------------------------

    def _cursor_moved(self) -> None:
        if self._switching or self._sheet is None:
            return
        cursor = self.textCursor()
        self._band.moved()
        self._after_tag = -1
        line = cursor.blockNumber()
        if line != self._line:
            left, self._line = self._line, line
            self._repaint_line(left)
            self._repaint_line(line)
        self._tell_place(cursor.position())

    def _tell_place(self, position: int) -> None:
        step = self.step  # an edit and the move of the caret that comes with it tell the same
        if self._told != (step, position):
            self._told = step, position
            self.cursor_moved.emit(CursorAt(step, position))

    def _repaint_line(self, number: int) -> None:
        block = self.document().findBlockByNumber(number)
        if not block.isValid():
            self.viewport().update()
            self._gutter.update()
            return
        where = line_rect(self, block)
        self.viewport().update(where)
        self._gutter.update(QRect(0, where.top(), self._gutter.width(), where.height()))

    def _place_gutter(self) -> None:
        view = self.viewport().geometry()
        broad = self._gutter.breadth()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = view.right() + 1 if mirrored else view.left() - broad
        self._gutter.setGeometry(left, view.top(), broad, view.height())

    def _restyle(self) -> None:
        self.setFont(theme.font("note"))
        for bar in self._bars:
            bar.measure()
        broad = self._gutter.breadth()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        # Mirrored, words of a left-to-right script begin at the edge of the window: they keep off it.
        self.setViewportMargins(theme.px(12) if mirrored else broad, 0, broad if mirrored else 0, 0)
        place = self._place()
        self._switching = True
        for sheet in self._sheets.values():
            sheet.restyle()
        self._go_to(place)
        self._switching = False
        self._band.moved()
        self._place_gutter()
        self._gutter.update()
