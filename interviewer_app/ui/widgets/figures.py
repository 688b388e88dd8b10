"""Figures that change every second without moving what stands beside them. For ui."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel


def still_width(metrics: QFontMetricsF, words: str) -> float:
    """The width of words whose figures may be any, in pixels; figures all have one width."""
    return metrics.horizontalAdvance("".join("0" if char.isdecimal() else char for char in words)) + 1


class Figures(QLabel):
    """Changes its size only when there are more or fewer characters: other words ask for no new layout."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def present(self, words: str) -> None:
        """Show these."""
        if words == self.text():
            return
        longer = len(words) != len(self.text())
        self.setText(words)
        if longer:
            self.fit()

    def fit(self) -> None:
        """Take the width of the words in the font of now."""
        self.setFixedWidth(round(still_width(QFontMetricsF(self.font()), self.text())))
