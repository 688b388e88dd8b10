"""The pitch of the lines of notes: follows the text size, spares the undo history. For the notes editor.

The height of a line is a format of its document, and formats are part of the history: they cannot be changed
behind its back without forgetting it. So a document holds heights as shares of the pitch, for good, and the
device it is laid out for says how high the pitch is: Qt scales heights and margins by the resolution of that
device over the one of the screen.
"""

from PySide6.QtGui import QGuiApplication, QImage, QTextBlockFormat, QTextCursor, QTextDocument

from interviewer_app.ui.style import theme

_PITCH, _BELOW, _SIDE = 22, 4, 16
"""Design measures: from line to line, under a note, at its far side."""

_INCH, _HAIR = 0.0254, 0.01


class Pitch:
    """What one document is laid out for; it has to live as long as the document."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._device = QImage(1, 1, QImage.Format.Format_Mono)
        self._height = 0
        self._screen = round(QGuiApplication.primaryScreen().logicalDotsPerInchY())
        self.follow()
        self.hold()

    def hold(self) -> None:
        """Lay the document out by this pitch; an editor that lets go of a document takes its device away."""
        self._document.documentLayout().setPaintDevice(self._device)

    def shape(self) -> None:
        """Give every line its share; lines added later inherit it. Only with the history off."""
        form = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
        form.setLineHeight(self._share(_PITCH), fixed.value)
        form.setBottomMargin(self._share(_BELOW))
        cursor = QTextCursor(self._document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)
        root = self._document.rootFrame()
        room = root.frameFormat()
        room.setMargin(0)
        room.setRightMargin(self._share(_SIDE))
        root.setFrameFormat(room)

    def follow(self) -> None:
        """Take font and pitch from the theme in force."""
        if self._height == theme.line_height("note"):
            return
        self._height = theme.line_height("note")
        self._device.setDotsPerMeterX(round(self._height / _INCH))
        self._device.setDotsPerMeterY(round(self._height / _INCH))
        # Another font has every line laid out anew.
        self._document.setDefaultFont(theme.font("note"))

    def _share(self, measure: int) -> float:
        """A measure in the unit the device makes pixels of: the pitch is as long as the screen's inch."""
        # Qt cuts to sixty-fourths of a pixel: a hair more, or lines would be short by one.
        return measure * self._screen / _PITCH + _HAIR
