"""Drawn pictures of our line icons. For icons.py and icon_engine.py.

The SVG files of resources/icons are drawn by Qt's image plugin, so QtSvg is
never imported. Drawn pictures are kept by name, colour, size and device ratio.
"""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from interviewer_app import assets
from interviewer_app.ui.style import theme
from interviewer_app.ui.style.colours import Role

_SIZE: Final = b'width="24" height="24"'

_pictures: Final[dict[tuple[str, str, int, float], QPixmap]] = {}
_sources: Final[dict[str, bytes]] = {}


def pixmap(name: str, role: Role = "text2", size: int = 16, ratio: float = 1.0) -> QPixmap:
    """One icon as a picture of `size` logical pixels (already scaled) for a device ratio.

    Raises MissingAsset for a name that is not in resources/icons.
    """
    colour = theme.current().colour(role).name()
    key = (name, colour, size, ratio)
    if key not in _pictures:
        _pictures[key] = _draw(name, colour, size, ratio)
    return _pictures[key]


def paint(painter: QPainter, where: QRectF, name: str, role: Role = "text2") -> None:
    """Draw one icon centred in a rectangle, as large as its shorter side."""
    ratio = painter.device().devicePixelRatio()
    side = min(where.width(), where.height())
    picture = pixmap(name, role, round(side), ratio)
    centre = where.center() - QPointF(side / 2, side / 2)
    # On whole device pixels, or a 16-pixel icon turns to fog at 125 %.
    corner = QPointF(round(centre.x() * ratio) / ratio, round(centre.y() * ratio) / ratio)
    painter.drawPixmap(corner, picture)


def _draw(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """Read, recolour and rasterise one icon."""
    if name not in _sources:
        _sources[name] = assets.read_bytes("icons", f"{name}.svg")
    side = max(1, round(size * ratio))
    # Resizing in the text spares the four classes an image reader would bring in.
    source = _sources[name].replace(_SIZE, b'width="%d" height="%d"' % (side, side), 1)
    picture = QPixmap()
    picture.loadFromData(source.replace(b"currentColor", colour.encode()), "svg")
    picture.setDevicePixelRatio(ratio)
    return picture
