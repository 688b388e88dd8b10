"""One line of words that gives way with an ellipsis. For ui."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from interviewer_app.ui.overriding import override
from interviewer_app.ui.widgets.tips import set_tip


class ElidedLabel(QLabel):
    """Plain words on one line; what does not fit is elided and stands whole in the tooltip.

    `text()` and the accessible name are always the full words.
    """

    def __init__(
        self,
        text: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.present(text)

    def present(self, text: str) -> None:
        """Show these words; line breaks become spaces."""
        line = " ".join(text.split("\n"))
        if line != self.text():
            self.setText(line)

    @property
    def shown(self) -> str:
        """The words as painted at the present width."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), self._mode, room)

    @override
    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance("…"), metrics.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.shown
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.contentsRect(), self.alignment(), shown)
        painter.end()
        # Here rather than on every change of text, size and font: only what is painted needs a tooltip.
        cut = shown != self.text()
        if cut or self.toolTip():
            set_tip(self, self.text() if cut else "")
