"""Icons that are really drawn, in the theme's colours, sharp at every ratio."""

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from interviewer_app import assets
from interviewer_app.ui.style import icons, theme
from interviewer_app.ui.style.colours import Name

NAMED_BY_THE_DESIGN = [
    "check",
    "chevron-down",
    "chevron-left",
    "circle",
    "circle-dashed",
    "circle-dot",
    "circle-slash",
    "clock",
    "eye-off",
    "file-down",
    "info",
    "lock",
    "maximize-2",
    "menu",
    "octagon-alert",
    "pause",
    "pencil-line",
    "play",
    "plus",
    "presentation",
    "rows-3",
    "search",
    "triangle-alert",
    "unlink",
    "x",
]
SHIPPED = sorted(path.stem for path in assets.path("icons").glob("*.svg"))


def strongest(picture: QPixmap) -> QColor:
    """The most opaque pixel's colour; fails the test when nothing was drawn."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    best = max(pixels, key=lambda colour: colour.alpha())
    assert best.alpha() > 150, "nothing was drawn"
    return QColor(best.red(), best.green(), best.blue())


def test_the_design_s_icons_are_shipped() -> None:
    assert set(NAMED_BY_THE_DESIGN) <= set(SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_icon_draws_in_its_colour(name: str) -> None:
    drawn = strongest(icons.pixmap(name, "accent", 16, 2.0))
    wanted = theme.current().accent
    assert abs(drawn.red() - wanted.red()) + abs(drawn.blue() - wanted.blue()) < 24


@pytest.mark.parametrize("look", ["light", "dark", "high"])
def test_an_icon_follows_the_theme(qapp: QApplication, look: Name) -> None:
    kept = icons.icon("check", "text")
    theme.apply(qapp, look)
    drawn = strongest(kept.pixmap(QSize(32, 32)))
    assert abs(drawn.lightness() - theme.current().text.lightness()) < 16


def test_an_icon_of_a_dead_button_is_weaker(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.setIcon(icons.icon("lock", "text"))
    alive = strongest(button.icon().pixmap(QSize(32, 32), QIcon.Mode.Normal))
    dead = strongest(button.icon().pixmap(QSize(32, 32), QIcon.Mode.Disabled))
    assert alive.lightness() < dead.lightness()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_picture_has_the_screen_s_own_pixels(ratio: float) -> None:
    picture = icons.pixmap("search", "text2", 16, ratio)
    assert picture.width() == round(16 * ratio)
    assert picture.deviceIndependentSize().width() == pytest.approx(16, abs=0.5)


def test_paint_centres_the_icon() -> None:
    canvas = QPixmap(64, 32)
    canvas.fill(QColor("white"))
    painter = QPainter(canvas)
    icons.paint(painter, QRectF(0, 0, 64, 32), "circle", "text")
    painter.end()
    image = canvas.toImage()
    dark = [x for x in range(64) for y in range(32) if image.pixelColor(x, y).lightness() < 128]
    assert (min(dark) + max(dark)) / 2 == pytest.approx(31.5, abs=1)


def test_an_unknown_icon_is_named_in_the_failure() -> None:
    with pytest.raises(assets.MissingAsset, match=r"icons/no-such-icon\.svg"):
        icons.pixmap("no-such-icon")
