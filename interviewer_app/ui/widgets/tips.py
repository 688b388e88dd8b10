"""Tooltips that show words as they are, never as markup. For ui."""

from PySide6.QtWidgets import QWidget

_TOLD = "told_tip"


def set_tip(widget: QWidget, words: str) -> None:
    """Give a widget a tooltip that wraps and in which "<b>" is three characters.

    Screen readers would read the markup around it aloud: they get the bare words, unless the widget has a
    description of its own.
    """
    safe = words.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    widget.setToolTip(f"<qt>{safe}</qt>" if words else "")
    if widget.accessibleDescription() == (widget.property(_TOLD) or ""):
        widget.setProperty(_TOLD, words)
        widget.setAccessibleDescription(words)
