"""Paints pictures on PDF pages, writing page operators straight into the stream. Imported by report."""

from io import BytesIO
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from interviewer_app.report.drawing.bidi import RIGHT_TO_LEFT, visual
from interviewer_app.report.drawing.fonts import Face, face
from interviewer_app.report.drawing.picture import Picture, Shape, TextRun
from interviewer_app.report.drawing.style import Paper, TextStyle

# Streams are deflated; spelling them in ASCII as well would cost a third of the time and of the size.
vars(rl_config).update(useA85=0)

_ESCAPED: Final = tuple(
    f"\\{chr(code)}" if chr(code) in "\\()" else chr(code) if 32 <= code < 127 else f"\\{code:03o}"
    for code in range(256)
)


class PageCanvas(Canvas):
    """A canvas that takes pictures. It sets colour, width and font only when they change.

    It owns the page stream from the first page to the last: no other drawing call of the canvas is used.
    """

    # Of the canvas itself; its stubs leave them out.
    _code: list[str]
    _doc: Any

    def __init__(self, paper: Paper, *, lang: str) -> None:
        self.paper = paper
        self._buffer = BytesIO()
        face(bold=False)
        super().__init__(
            self._buffer,
            pagesize=(paper.width, paper.height),
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 5),
            initialFontName=face(bold=False).font.fontName,  # type: ignore[arg-type]  # the stub says float
            lang=lang,
        )
        self._first: dict[bool, tuple[str, dict[str, str]]] = {}
        self._forget()

    def _forget(self) -> None:
        """A new page starts with nothing set."""
        self._font = self._fill = self._stroke = self._line = ""
        self._in_text = False

    def end_page(self) -> None:
        """Close the page."""
        self._leave_text()
        self.showPage()
        self._forget()

    def data(self) -> bytes:
        """The finished file."""
        self.save()
        return self._buffer.getvalue()

    def paint(self, picture: Picture, x: float, y: float) -> None:
        """Paint a picture with its corner at (x, y), y from the top edge."""
        top = self.paper.height - y
        out = self._code
        marks = picture.marks
        for n, mark in enumerate(marks):
            if isinstance(mark, TextRun):
                self._words(x + mark.x, top - mark.y, mark.text, mark.style)
                continue
            self._leave_text()
            self._paint_of(mark)
            self._path(mark, x, top)
            after = marks[n + 1] if n + 1 < len(marks) else None
            # Lines of one kind that follow one another are stroked together.
            if not (isinstance(after, Shape) and not mark.fill and mark[1:] == after[1:]):
                out.append("B" if mark.fill and mark.stroke else "f" if mark.fill else "S")

    def lead(self, picture: Picture, x: float, y: float) -> None:
        """Lay a picture's links over the page; their places must be bound before the file is finished."""
        top = self.paper.height - y
        for link in picture.links:
            left, high = x + link.x, top - link.y
            rect = (_round(left), _round(high - link.height), _round(left + link.width), _round(high))
            self.linkAbsolute("", link.target, rect)

    def bind(self, name: str, y: float) -> None:
        """Name a height of the page."""
        self.bookmarkPage(name, fit="XYZ", left=0, top=_round(self.paper.height - y), zoom=0)

    def entry(self, name: str, title: str, level: int, y: float) -> None:
        """Add a bookmark that leads to a height of this page."""
        self.bind("entry-" + name, y)
        self.addOutlineEntry(title, "entry-" + name, level)

    def across(self, text: str, style: TextStyle) -> None:
        """Outlined words rising across the page, to be covered by everything else."""
        own = face(bold=style.bold)
        half = own.width(text) * style.size / 2000
        cos, sin = 0.8192, 0.5736
        x = self.paper.width / 2 - half * cos
        y = self.paper.height / 2 - half * sin
        self._code.append(
            f"q {_colour(style.colour)} RG 0.6 w BT 1 Tr {cos} {sin} {-sin} {cos} {x:.2f} {y:.2f} Tm"
        )
        for font, shown in self._encode(own, text):
            self._code.append(f"{font} {style.size} Tf ({shown}) Tj")
        self._code.append("ET Q")

    def _words(self, x: float, y: float, text: str, style: TextStyle) -> None:
        out = self._code
        if not self._in_text:
            out.append("BT")
            self._in_text = True
        if style.colour != self._fill:
            self._fill = style.colour
            out.append(_colour(style.colour) + " rg")
        own = face(bold=style.bold)
        out.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        for name, shown in self._encode(own, text):
            font = f"{name} {style.size} Tf"
            if font != self._font:
                self._font = font
                out.append(font)
            out.append(f"({shown}) Tj")

    def _leave_text(self) -> None:
        if self._in_text:
            self._code.append("ET")
            self._in_text = False

    def _paint_of(self, mark: Shape) -> None:
        """Set what this shape is painted with, where it differs from the shape before."""
        out = self._code
        if mark.fill and mark.fill != self._fill:
            self._fill = mark.fill
            out.append(_colour(mark.fill) + " rg")
        if not mark.stroke:
            return
        if mark.stroke != self._stroke:
            self._stroke = mark.stroke
            out.append(_colour(mark.stroke) + " RG")
        line = f"{mark.width:g} w [{mark.dash}] 0 d"
        if line != self._line:
            self._line = line
            out.append(line)

    def _path(self, mark: Shape, x: float, top: float) -> None:
        out = self._code
        for op, at in mark.steps:
            if op == "re":
                out.append(f"{x + at[0]:.2f} {top - at[1]:.2f} {at[2]:.2f} {-at[3]:.2f} re")
            elif op == "c":
                a, b, c, d, e, f = at
                curve = f"{x + a:.2f} {top - b:.2f} {x + c:.2f} {top - d:.2f} {x + e:.2f} {top - f:.2f} c"
                out.append(curve)
            elif op == "h":
                out.append("h")
            else:
                out.append(f"{x + at[0]:.2f} {top - at[1]:.2f} {op}")

    def _encode(self, own: Face, text: str) -> list[tuple[str, str]]:
        """The text as (font name in the file, escaped bytes); nearly all texts lie in the first subset."""
        name, known = self._first.get(own.bold, ("", _NOTHING))
        try:
            return [(name, "".join([known[char] for char in text]))]
        except KeyError:
            pass
        if RIGHT_TO_LEFT.search(text):
            text = visual(text)
        out: list[tuple[str, str]] = []
        for font, run in own.runs(text):
            chunks = font.splitString(run, self._doc)
            if font is own.font and all(subset == 0 for subset, _codes in chunks):
                self._learn(own, run, b"".join(codes for _subset, codes in chunks))
            for subset, codes in chunks:
                name = font.getSubsetInternalName(subset, self._doc)
                out.append((name, "".join([_ESCAPED[code] for code in codes])))
        return out

    def _learn(self, own: Face, text: str, codes: bytes) -> None:
        """Remember how these characters of the first subset are spelt."""
        if own.bold not in self._first:
            self._first[own.bold] = (own.font.getSubsetInternalName(0, self._doc), {})
        known = self._first[own.bold][1]
        for char, code in zip(text, codes, strict=True):
            known[char] = _ESCAPED[code]


def _colour(code: str) -> str:
    """A colour such as #16191d as three PDF numbers."""
    found = _COLOURS.get(code)
    if found is None:
        parts = (int(code[n : n + 2], 16) / 255 for n in (1, 3, 5))
        found = _COLOURS[code] = " ".join(f"{part:.3f}" for part in parts)
    return found


_NOTHING: Final[dict[str, str]] = {}
_COLOURS: dict[str, str] = {}


def _round(value: float) -> float:
    return round(value, 2)
