"""Changing whole lines of a document of notes as little as possible. For the notes editor."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from interviewer_app.ui.live.line_tools import change, utf16
from interviewer_app.ui.live.sheets import storable


def rewrite(selected: QTextCursor, act: Callable[[str], str]) -> None:
    """Change the lines a cursor stands in or selects, as one step of undo."""
    document = selected.document()
    first = document.findBlock(selected.selectionStart()).blockNumber()
    last = document.findBlock(selected.selectionEnd()).blockNumber()
    group = QTextCursor(document)
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


def _replace(block: QTextBlock, old: str, new: str) -> None:
    """Change the least stretch, so that the caret and undo stay sensible."""
    at, gone, put = change(old, new)
    cursor = QTextCursor(block)
    start = block.position() + utf16(old[:at])
    cursor.setPosition(start)
    cursor.setPosition(start + utf16(old[at : at + gone]), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(put)
