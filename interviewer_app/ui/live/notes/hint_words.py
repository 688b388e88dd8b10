"""Why a word is underlined, said on hover. For the notes editor and its hinting."""

from PySide6.QtGui import QHelpEvent, QTextBlock
from PySide6.QtWidgets import QTextEdit, QToolTip

from interviewer_app.domain.notes.hygiene import WordingHint
from interviewer_app.ui.live.notes.highlighter import Find
from interviewer_app.ui.live.notes.line_edits import before, stretch


def reason(finding: WordingHint) -> str:
    """The reason and the better way."""
    return f"{finding.group.reason} {finding.group.better}"


def show_reason(editor: QTextEdit, find: Find, event: QHelpEvent) -> None:
    """Show or hide the tooltip for what lies under the pointer."""
    cursor = editor.cursorForPosition(event.pos())
    block, at = cursor.block(), len(before(cursor))
    for finding in find(block.text()):
        if finding.start <= at <= finding.end and _is_near(editor, event, block, finding):
            QToolTip.showText(event.globalPos(), f"<qt>{_safe(reason(finding))}</qt>", editor.viewport())
            return
    QToolTip.hideText()


def say_beside(editor: QTextEdit, words: str) -> None:
    """Show a sentence below the caret, where there is no other room for it."""
    below = editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft())
    QToolTip.showText(below, f"<qt>{_safe(words)}</qt>", editor.viewport())


def _is_near(editor: QTextEdit, event: QHelpEvent, block: QTextBlock, finding: WordingHint) -> bool:
    """False right of a word that ends its line, where the nearest place in the text is still the word."""
    cursor = stretch(block, finding.start, finding.end)
    end = editor.cursorRect(cursor)
    cursor.setPosition(cursor.anchor())
    start = editor.cursorRect(cursor)
    if start.top() != end.top():
        return True
    left, right = sorted((start.center().x(), end.center().x()))
    return left <= event.x() <= right and start.top() <= event.y() <= start.bottom()


def _safe(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")
