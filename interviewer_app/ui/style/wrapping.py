"""Breaking a text into lines, for painted widgets. For ui only.

Apart from paint.py because the first screen has nothing to break.
"""

from PySide6.QtGui import QFont, QTextLayout, QTextOption


def wrapped(words: str, font: QFont, width: float) -> list[str]:
    """The lines a text breaks into at a width; at least one."""
    layout = QTextLayout(words.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines = []
    # Positions count UTF-16 units, so an emoji is two.
    units = layout.text().encode("utf-16-le", "surrogatepass")
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = 2 * line.textStart()
        piece = units[start : start + 2 * line.textLength()]
        lines.append(piece.decode("utf-16-le", "surrogatepass").strip("\u2028 "))
    layout.endLayout()
    return lines or [""]
