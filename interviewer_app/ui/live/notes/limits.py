"""How much the notes of one step may hold, and what is said when it is too much. For the notes editor.

A paste is taken whole in under a second or refused whole with a sentence; the window never stands still.
"""

from PySide6.QtGui import QTextCursor, QTextDocument

from interviewer_app.domain.errors import Problem
from interviewer_app.domain.notes.note import MAX_LINES, MAX_SHEET
from interviewer_app.text import _


def roomy(document: QTextDocument, text: str) -> bool:
    """True for what fits whatever is selected: all that nearly every key press has to ask."""
    lines = text.count("\n")
    fits = document.characterCount() + len(text) <= MAX_SHEET
    return fits and (not lines or document.blockCount() + lines <= MAX_LINES)


def beyond(cursor: QTextCursor, text: str) -> Problem | None:
    """What to tell a person for whom this text, in place of the selection, would be too much."""
    document = cursor.document()
    gone = cursor.selectionEnd() - cursor.selectionStart()
    first = document.findBlock(cursor.selectionStart()).blockNumber()
    last = document.findBlock(cursor.selectionEnd()).blockNumber()
    # A document ends with a separator that is no character of the notes.
    if document.characterCount() - 1 - gone + len(text) > MAX_SHEET:
        return Problem(
            _("That is more text than the notes of one step can hold."),
            _("Nothing was changed. Paste less than a million characters."),
        )
    lines = text.count("\n")
    if lines and document.blockCount() - (last - first) + lines > MAX_LINES:
        return Problem(
            _("That is more lines than the notes of one step can hold."),
            _("Nothing was changed. The notes of a step hold {n} lines.").format(n=f"{MAX_LINES:,}"),
        )
    return None
