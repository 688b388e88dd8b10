"""Changing whole lines of a document of notes as little as possible. For the notes editor."""

from collections.abc import Callable

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from interviewer_app.domain.notes.reconcile import same_ends
from interviewer_app.ui.live.notes.line_tools import chars, storable, utf16


def before(cursor: QTextCursor) -> str:
    """The words of its line that stand before a cursor."""
    text = cursor.block().text()
    return text[: chars(text, cursor.positionInBlock())]


def stretch(block: QTextBlock, start: int, end: int) -> QTextCursor:
    """So many characters of a line, selected."""
    text = block.text()
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + utf16(text[:start]))
    cursor.setPosition(block.position() + utf16(text[:end]), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def drop_line(selected: QTextCursor, *, below: bool) -> int:
    """Put an empty line below or above the line of the cursor; where the caret is that stayed."""
    caret = selected.position()
    group = QTextCursor(selected)
    ends = QTextCursor.MoveOperation
    # Above, from its start, so that spaces in it stay in the line below.
    group.movePosition(ends.EndOfBlock if below else ends.StartOfBlock)
    group.insertBlock()
    return caret if below else caret + 1


def move_lines(selected: QTextCursor, *, down: bool) -> QTextCursor:
    """Move the lines a cursor stands in or selects past their neighbour, as one step of undo.

    Answers the selection as it stands afterwards.
    """
    document = selected.document()
    first = document.findBlock(selected.selectionStart())
    last = document.findBlock(selected.selectionEnd())
    other = last.next() if down else first.previous()
    moved = other.length() if down else -other.length()
    caret, anchor = selected.position() + moved, selected.anchor() + moved
    text = other.text()
    # Taking a line out may leave a block that nothing stands behind any more: places are read before.
    start, above, size = first.position(), other.position(), other.length()
    group = QTextCursor(selected)
    group.beginEditBlock()
    if down:
        _remove(group, above - 1, above + size - 1)
        group.setPosition(start)
        group.insertText(f"{text}\n")
    else:
        group.setPosition(last.position() + last.length() - 1)
        group.insertText(f"\n{text}")
        _remove(group, above, above + size)
    group.endEditBlock()
    after = QTextCursor(document)
    after.setPosition(anchor)
    after.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
    return after


def rewrite(selected: QTextCursor, act: Callable[[str], str]) -> None:
    """Change the lines a cursor stands in or selects, as one step of undo."""
    document = selected.document()
    first = document.findBlock(selected.selectionStart()).blockNumber()
    last = document.findBlock(selected.selectionEnd()).blockNumber()
    # A copy of the caret: undo brings it back to where an edit block began.
    group = QTextCursor(selected)
    group.beginEditBlock()
    for number in range(first, last + 1):
        block = document.findBlockByNumber(number)
        _replace(block, act(block.text()))
    group.endEditBlock()


def mend(document: QTextDocument) -> None:
    """Replace what cannot be stored, and let what separates lines separate lines."""
    block = document.lastBlock()
    while block.isValid():
        above = block.previous()
        _replace(block, storable(block.text()))
        block = above


def _remove(group: QTextCursor, start: int, end: int) -> None:
    group.setPosition(start)
    group.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    group.removeSelectedText()


def _replace(block: QTextBlock, new: str) -> None:
    """Change the least stretch, so that the caret and undo stay sensible."""
    old = block.text()
    if new != old:
        head, tail = same_ends(old, new)
        stretch(block, head, len(old) - tail).insertText(new[head : len(new) - tail])
