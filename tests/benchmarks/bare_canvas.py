"""The floor of the packet: the same words in the same fonts at the same places, straight onto a canvas."""

from functools import cache
from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from interviewer_app import assets

Run = tuple[float, float, bool, float, str]
"""x, y, bold, size, text."""

A4 = (595.2756, 841.8898)
_FILES = {"BareSans": "NotoSans-Regular.ttf", "BareSans-Bold": "NotoSans-Bold.ttf"}


@cache
def load_fonts() -> None:
    """Parse the two faces, as often as a process needs to: once."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(assets.path("fonts", file))))


def draw(pages: list[list[Run]]) -> bytes:
    """The pages as a file."""
    load_fonts()
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, pageCompression=1, invariant=1)
    for runs in pages:
        font = ("", 0.0)
        for x, y, bold, size, text in runs:
            wanted = ("BareSans-Bold" if bold else "BareSans", size)
            if wanted != font:
                canvas.setFont(*wanted)
                font = wanted
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
