"""Tooltips that show words as they are, never as markup. For ui."""

from PySide6.QtWidgets import QWidget


def set_tip(widget: QWidget, words: str) -> None:
    """Give a widget a tooltip that wraps and in which "<b>" is three characters."""
    if not words:
        widget.setToolTip("")
        return
    safe = words.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    widget.setToolTip(f"<qt>{safe}</qt>")
