"""Push buttons of our five kinds; the style draws them from these properties. For ui.

plain: framed. primary: filled, one per screen. quiet: no frame until hovered.
icon: a square with an icon only. link: accented words.
"""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from interviewer_app.ui.widgets.tips import set_tip

Kind = Literal["plain", "primary", "quiet", "icon", "link"]
Size = Literal["small", "normal", "tall"]


def button(
    text: str,
    name: str,
    *,
    kind: Kind = "plain",
    glyph: str = "",
    hint: str = "",
    size: Size = "normal",
) -> QPushButton:
    """A button named `name` for tests and assistive technology.

    `glyph` is an icon of resources/icons, `hint` the key that does the same.
    """
    made = QPushButton(text)
    made.setObjectName(name)
    made.setProperty("kind", kind)
    made.setProperty("glyph", glyph)
    made.setProperty("hint", hint)
    made.setProperty("tall", size)
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    if hint:
        made.setAccessibleDescription(hint)
    if kind == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def icon_button(glyph: str, words: str, name: str, *, hint: str = "") -> QPushButton:
    """A square button with an icon; `words` say what it does, in the tooltip and to screen readers."""
    made = button("", name, kind="icon", glyph=glyph)
    made.setAccessibleName(words)
    set_tip(made, f"{words} ({hint})" if hint else words)
    return made


def set_hint(target: QPushButton, hint: str) -> None:
    """Change the key a button shows; it is measured anew."""
    if target.property("hint") != hint:
        target.setProperty("hint", hint)
        # A push button keeps the size it has asked for until its words or its icon change.
        target.setIcon(target.icon())


def rename(target: QPushButton, text: str) -> None:
    """Change the words of a button and of its accessible name together."""
    if target.text() != text:
        target.setText(text)
        target.setAccessibleName(text)


def set_available(target: QPushButton, available: bool, reason: str = "") -> None:
    """Switch a button on or off; off says why, in the tooltip and to screen readers."""
    target.setEnabled(available)
    set_tip(target, "" if available else reason)
    hint = target.property("hint") or ""
    target.setAccessibleDescription(hint if available else reason)
