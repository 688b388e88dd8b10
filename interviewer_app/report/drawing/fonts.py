"""The packet's embedded faces, parsed once and kept: widths, coverage, fallbacks. Imported by report."""

import unicodedata
from functools import cache
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from interviewer_app import assets

SUBSTITUTE: Final = "\ufffd"
"""Stands for a character no face can draw; the packet lists what it stood for."""

_FALLBACKS: Final = (
    (0x0530, 0x058F, "NotoSansArmenian", True),
    (0x0590, 0x05FF, "NotoSansHebrew", True),
    (0x0600, 0x08FF, "NotoSansArabic", True),
    (0x10A0, 0x10FF, "NotoSansGeorgian", True),
    (0x1C90, 0x1CBF, "NotoSansGeorgian", True),
    (0x2100, 0x22FF, "NotoSansMath", False),
    (0x2300, 0x23FF, "NotoSansSymbols2", False),
    (0x25A0, 0x27BF, "NotoSansSymbols2", False),
    (0x27C0, 0x2AFF, "NotoSansMath", False),
    (0x2B00, 0x2BFF, "NotoSansSymbols2", False),
    (0xFB13, 0xFB17, "NotoSansArmenian", True),
    (0xFB1D, 0xFB4F, "NotoSansHebrew", True),
    (0xFB50, 0xFEFC, "NotoSansArabic", True),
    (0x1F000, 0x1FAFF, "NotoSansSymbols2", False),
)
"""First and last code point, family, and whether the family has a bold face."""


class Face(dict[str, float]):
    """A face as a table from character to width in thousandths of the size; fills itself as it is asked.

    Characters it lacks are measured and drawn in a fallback face. Word widths are kept beside the table,
    because the same words come back in every packet.
    """

    def __init__(self, *, bold: bool) -> None:
        super().__init__()
        self.bold = bold
        self.font = _font("NotoSans", bold=bold)
        self.words: dict[str, float] = {}
        self._fonts: dict[str, TTFont] = {}

    def __missing__(self, char: str) -> float:
        # reportlab draws a no-break space as a space.
        code = 32 if char == "\xa0" else ord(char)
        face = self.font_of(char).face
        width = float(face.charWidths.get(code, face.defaultWidth))
        self[char] = width
        return width

    def width(self, text: str) -> float:
        """Width of a text in thousandths of the size."""
        return sum([self[char] for char in text])

    def word(self, text: str) -> float:
        """Width of a word; kept when the word is short."""
        found = self.words.get(text)
        if found is None:
            found = sum([self[char] for char in text])
            if len(text) < 24 and len(self.words) < 20_000:
                self.words[text] = found
        return found

    def font_of(self, char: str) -> TTFont:
        """The font a character is drawn with."""
        found = self._fonts.get(char)
        if found is None:
            found = self._fonts[char] = self._choose(ord(char))
        return found

    def _choose(self, code: int) -> TTFont:
        if code in self.font.face.charToGlyph:
            return self.font
        for first, last, family, has_bold in _FALLBACKS:
            if first <= code <= last:
                return _font(family, bold=self.bold and has_bold)
        return self.font

    def draws(self, char: str) -> bool:
        """True when there is a glyph for the character."""
        return ord(char) in self.font_of(char).face.charToGlyph

    def runs(self, text: str) -> list[tuple[TTFont, str]]:
        """The text in stretches of one font each; a space, much the same in all, begins none."""
        out: list[tuple[TTFont, str]] = []
        begin, last = 0, self.font_of(text[0])
        for at, char in enumerate(text):
            font = last if char == " " else self.font_of(char)
            if font is not last:
                out.append((last, text[begin:at]))
                begin, last = at, font
        return [*out, (last, text[begin:])]


@cache
def face(*, bold: bool) -> Face:
    """One of the two faces of the packet."""
    return Face(bold=bold)


@cache
def _font(family: str, *, bold: bool) -> TTFont:
    """A font file, read on first use."""
    name = f"{family}-{'Bold' if bold else 'Regular'}"
    font = TTFont(name, str(assets.path("fonts", f"{name}.ttf")))
    pdfmetrics.registerFont(font)
    return font


def name_of(char: str) -> str:
    """A character as code point and name, for people who have to find it."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '').lower()}".rstrip()
