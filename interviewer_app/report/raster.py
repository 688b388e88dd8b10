"""Pages of a finished PDF as pixels, for the preview. Imported by controllers."""

from dataclasses import dataclass

import pypdfium2


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A page: rows of `stride` bytes, four bytes a pixel, blue first, the fourth unused."""

    width: int
    height: int
    stride: int
    data: bytes


class Pages:
    """An open PDF; `close` it when the preview goes."""

    def __init__(self, data: bytes) -> None:
        self._document = pypdfium2.PdfDocument(data)

    def __len__(self) -> int:
        return len(self._document)

    def draw(self, index: int, scale: float) -> Bitmap:
        """Page `index` from 0 at `scale` pixels a point; IndexError when there is no such page."""
        if not 0 <= index < len(self._document):
            raise IndexError(index)
        page = self._document[index]
        bitmap = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
        out = Bitmap(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
        page.close()
        return out

    def close(self) -> None:
        """Let go of the document."""
        self._document.close()
