"""Changing whole lines of a document of notes as little as possible. For the notes editor."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat

from interviewer_app.ui.live.notes.line_tools import change, storable, utf16

# A stamp is told by the shape of its line, which undo and redo bring back with it.
_STAMP = QTextFormat.Property.UserProperty.value


def is_stamp(block: QTextBlock) -> bool:
    """True for a line that was put there empty, to be filled later."""
    return block.blockFormat().hasProperty(_STAMP)


def set_stamp(block: QTextBlock, *, stamped: bool) -> None:
    """Say of a line whether it was put there to be filled later."""
    if stamped != is_stamp(block):
        shape = _plain(block)
        if stamped:
            shape.setProperty(_STAMP, stamped)
        QTextCursor(block).setBlockFormat(shape)


def drop_stamp(selected: QTextCursor) -> int:
    """Put an empty stamped line below the line of the cursor, or above it when it is empty itself.

    Answers the position of the caret that stays where it was.
    """
    here = selected.block()
    caret = selected.position()
    group = QTextCursor(selected)
    group.clearSelection()
    group.beginEditBlock()
    if here.text().strip():
        group.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        group.insertBlock(_plain(here))
        set_stamp(group.block(), stamped=True)
    else:
        # From its start, so that spaces in it stay in the line below.
        group.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        group.insertBlock(here.blockFormat())
        group.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        group.setBlockFormat(_plain(group.block()))
        set_stamp(group.block(), stamped=True)
        caret += 1
    group.endEditBlock()
    return caret


def begin_line(cursor: QTextCursor) -> None:
    """Break the line at the cursor; the stamp of the line stays with its words."""
    block = cursor.block()
    if not is_stamp(block):
        cursor.insertBlock()
        return
    cursor.beginEditBlock()
    whole, bare = block.blockFormat(), _plain(block)
    if cursor.atBlockStart() and block.text():
        cursor.insertBlock(whole)
        QTextCursor(cursor.block().previous()).setBlockFormat(bare)
    else:
        cursor.insertBlock(bare)
    cursor.endEditBlock()


def insert_lines(cursor: QTextCursor, text: str) -> None:
    """Put text in the place of the selection; a stamp stays with the line it begins in."""
    cursor.beginEditBlock()
    first = cursor.document().findBlock(cursor.selectionStart())
    stamped = is_stamp(first)
    cursor.insertText(text)
    block = cursor.block()
    while stamped and block != first and block.isValid():
        set_stamp(block, stamped=False)
        block = block.previous()
    cursor.endEditBlock()


def move_lines(selected: QTextCursor, *, down: bool) -> QTextCursor | None:
    """Move the lines a cursor stands in or selects past their neighbour, as one step of undo.

    Answers the selection as it stands afterwards, None when there is no such neighbour.
    """
    document = selected.document()
    first = document.findBlock(selected.selectionStart())
    last = document.findBlock(selected.selectionEnd())
    other = last.next() if down else first.previous()
    if not other.isValid():
        return None
    moved = other.length() if down else -other.length()
    caret, anchor = selected.position() + moved, selected.anchor() + moved
    text, shape, mine = other.text(), other.blockFormat(), (first.blockFormat(), last.blockFormat())
    # Taking a line out may leave a block that nothing stands behind any more: places are read before.
    start, above, size = first.position(), other.position(), other.length()
    group = QTextCursor(selected)
    group.beginEditBlock()
    if down:
        _take_out(group, other.position() - 1, other.position() + other.length() - 1, mine[1])
        group.setPosition(start)
        group.insertBlock(mine[0])
        group.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        group.setBlockFormat(shape)
    else:
        group.setPosition(last.position() + last.length() - 1)
        group.insertBlock(shape)
    group.insertText(text)
    if not down:
        _take_out(group, above, above + size, mine[0])
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
        _replace(block, block.text(), act(block.text()))
    group.endEditBlock()


def mend(document: QTextDocument, texts: Sequence[str]) -> None:
    """Replace what cannot be stored, and let what separates lines separate lines."""
    for number, text in reversed(tuple(enumerate(texts))):
        good = storable(text)
        if good != text:
            _replace(document.findBlockByNumber(number), text, good)


def _plain(block: QTextBlock) -> QTextBlockFormat:
    shape = QTextBlockFormat(block.blockFormat())
    shape.clearProperty(_STAMP)
    return shape


def _take_out(group: QTextCursor, start: int, end: int, shape: QTextBlockFormat) -> None:
    """Remove a line and one line end; the line that closes the gap keeps its shape."""
    group.setPosition(start)
    group.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    group.removeSelectedText()
    group.setBlockFormat(shape)


def _replace(block: QTextBlock, old: str, new: str) -> None:
    """Change the least stretch, so that the caret and undo stay sensible."""
    at, gone, put = change(old, new)
    cursor = QTextCursor(block)
    start = block.position() + utf16(old[:at])
    cursor.setPosition(start)
    cursor.setPosition(start + utf16(old[at : at + gone]), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(put)
