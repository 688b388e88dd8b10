"""Title and one sentence over a page of the review screen. For ui/review only."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.hairline import Hairline
from interviewer_app.ui.widgets.painted_row import label


class PageHead(QWidget):
    """A title and, under it, what the page is for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("", "title", theme.SEMIBOLD)
        self._words = label("", colour="text2", wraps=True)
        inner = QVBoxLayout()
        inner.setContentsMargins(theme.px(24), theme.px(12), theme.px(16), theme.px(8))
        inner.setSpacing(0)
        inner.addWidget(self._title)
        inner.addWidget(self._words)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(inner)
        rows.addWidget(Hairline())

    def render_words(self, title: str, words: str) -> None:
        """Show these."""
        self._title.setText(title)
        self._words.setText(words)
