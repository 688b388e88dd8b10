"""Quiet colours for the marker and the tags of each line of notes. For the notes editor.

The space after a marker is stretched, so that the words after any marker begin at the same place; the text
itself stays as it was typed.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)

from interviewer_app.domain.notes.hygiene import WordingHint
from interviewer_app.domain.notes.note import Marker, marker_of, tag_spans, tags_of
from interviewer_app.ui.live.notes.line_tools import utf16
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.style.colours import Role

_MARK_WIDTH = 16
_SLICE_MS = 30

Find = Callable[[str], tuple[WordingHint, ...]]
"""Looks for words a line is better without."""

_MARK_ROLES: dict[Marker, Role] = {
    Marker.SAID: "text3",
    Marker.FOR: "accent",
    Marker.AGAINST: "alert",
    Marker.UNKNOWN: "caution",
    Marker.HELP: "text3",
}


@dataclass(frozen=True, slots=True)
class Spotlight:
    """The category being scored and whether the step asks for it; no letter lights everything alike."""

    letter: str = ""
    own: bool = False

    def hits(self, text: str) -> bool:
        """True for a line tagged with the category."""
        return bool(self.letter) and self.letter in tags_of(text)

    def fades(self, text: str) -> bool:
        """True for a line that is no evidence for the category."""
        if not self.letter:
            return False
        tags = tags_of(text)
        if tags:
            return self.letter not in tags
        return not self.own or marker_of(text) is Marker.HELP


class NotesHighlighter(QSyntaxHighlighter):
    """Colours one document; `look` says which category is being scored."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._light = Spotlight()
        self._marks: dict[Marker, tuple[QTextCharFormat, QTextCharFormat]] = {}
        self._tag = QTextCharFormat()
        self._faded = QTextCharFormat()
        self._find: Find | None = None
        self._near = self._at = self._left = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._slice)
        self.restyle()

    def look(self, light: Spotlight, near: int = 0) -> None:
        """Fade what is no evidence for the category; `near` is the number of the first line in sight."""
        self._near = near
        if light != self._light:
            self._light = light
            self._again()

    def watch(self, find: Find | None) -> None:
        """Underline what is found; None underlines nothing."""
        if find is not self._find:
            self._find = find
            self._again()

    def restyle(self) -> None:
        """Take colours and font from the theme in force."""
        look = theme.current()
        bold = theme.font("note", theme.SEMIBOLD)
        plain = QFontMetricsF(theme.font("note"))
        for marker, role in _MARK_ROLES.items():
            sign = QTextCharFormat()
            sign.setForeground(look.colour(role))
            sign.setFontWeight(QFont.Weight.DemiBold)
            gap = QTextCharFormat()
            room = theme.px(_MARK_WIDTH) - QFontMetricsF(bold).horizontalAdvance(marker.value)
            # As a share of the space: pixels would depend on what the document is laid out for (pitch.py).
            gap.setFontLetterSpacingType(QFont.SpacingType.PercentageSpacing)
            gap.setFontLetterSpacing(100.0 * room / plain.horizontalAdvance(" "))
            self._marks[marker] = (sign, gap)
        self._tag.setForeground(look.accent)
        self._tag.setFontWeight(QFont.Weight.Medium)
        self._faded.setForeground(look.text3)
        self._again()

    @override
    def highlightBlock(self, text: str) -> None:
        if self._light.letter and self._light.fades(text):
            self.setFormat(0, 2 * len(text), self._faded)
        marker = marker_of(text)
        if marker is not Marker.PLAIN:
            sign, gap = self._marks[marker]
            self.setFormat(0, 1, sign)
            if len(text) > 1:
                self.setFormat(1, 1, gap)
        if "#" in text:
            self._colour_tags(text)
        if self._find is not None:
            found = self._find(text)
            if found:
                self._underline(text, found)

    def _again(self) -> None:
        """Colour every line anew, from the first one in sight on.

        Qt lays out the whole document after each line, so that `rehighlight` would hold up the window for
        seconds at some thousands of lines; what does not fit into a moment is done in the next ones.
        """
        self._at, self._left = self._near, self.document().blockCount()
        self._slice()

    def _slice(self) -> None:
        spent = QElapsedTimer()
        spent.start()
        while self._left > 0 and not spent.hasExpired(_SLICE_MS):
            block = self.document().findBlockByNumber(self._at)
            if not block.isValid():
                block = self.document().firstBlock()
            self.rehighlightBlock(block)
            self._at, self._left = block.blockNumber() + 1, self._left - 1
        if self._left > 0:
            self._later.start()

    def _colour_tags(self, text: str) -> None:
        for start, end in tag_spans(text):
            # A tag is plain ASCII.
            self.setFormat(utf16(text[:start]), end - start, self._tag)

    def _underline(self, text: str, found: tuple[WordingHint, ...]) -> None:
        """A quiet row of dots; whatever colour the words have stays."""
        for finding in found:
            at = utf16(text[: finding.start])
            dots = self.format(at)
            dots.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            dots.setUnderlineColor(theme.current().caution)
            self.setFormat(at, utf16(text[finding.start : finding.end]), dots)
