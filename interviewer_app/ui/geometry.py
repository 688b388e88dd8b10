"""Where a window stood last time, brought back onto the screens there are now. For ui."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication

USUAL = QSize(1280, 800)
LEAST = QSize(640, 420)
_GRIP = 48  # less of the window than this on a screen is as good as nothing


def free_areas() -> list[QRect]:
    """The free areas of the screens there are now, the main one first."""
    main = QGuiApplication.primaryScreen()
    screens = sorted(QGuiApplication.screens(), key=lambda screen: screen is not main)
    return [screen.availableGeometry() for screen in screens]


def clamped(wanted: QRect, screens: Sequence[QRect], least: QSize = LEAST) -> QRect:
    """The rectangle moved, and only then shrunk, until it lies whole on the screen it shares most with.

    `screens` are the free areas of the screens, the main one first; without any the rectangle is returned
    as it is. `least` is the smallest size the window may have.
    """
    if not screens:
        return QRect(wanted)
    home = max(screens, key=lambda screen: _shared(wanted, screen))
    size = wanted.size().expandedTo(least).boundedTo(home.size())
    if _shared(wanted, home) == 0:
        # It stood on a screen that is gone.
        return centred(size, home)
    left = min(max(wanted.left(), home.left()), home.right() + 1 - size.width())
    top = min(max(wanted.top(), home.top()), home.bottom() + 1 - size.height())
    return QRect(left, top, size.width(), size.height())


def usual(screens: Sequence[QRect]) -> QRect:
    """Where the window stands the first time: the middle of the main screen."""
    if not screens:
        return QRect(0, 0, USUAL.width(), USUAL.height())
    home = screens[0]
    return centred(USUAL.boundedTo(home.size()), home)


def written(place: QRect, *, maximised: bool) -> str:
    """A place as the word that preferences keep."""
    word = "max" if maximised else "free"
    return f"{place.x()} {place.y()} {place.width()} {place.height()} {word}"


def read(word: str) -> tuple[QRect, bool] | None:
    """Place and whether it was maximised, or None for anything `written` did not write."""
    parts = word.split()
    if len(parts) != 5 or parts[4] not in ("max", "free"):
        return None
    try:
        x, y, width, height = (int(part) for part in parts[:4])
    except ValueError:
        return None
    return QRect(x, y, width, height), parts[4] == "max"


def centred(size: QSize, home: QRect) -> QRect:
    """A rectangle of this size in the middle of another."""
    left = home.x() + (home.width() - size.width()) // 2
    top = home.y() + (home.height() - size.height()) // 2
    return QRect(QPoint(left, top), size)


def _shared(one: QRect, other: QRect) -> int:
    """Pixels both hold; less than a grip of them counts as none."""
    common = one.intersected(other)
    if common.width() < _GRIP or common.height() <= 0:
        return 0
    return common.width() * common.height()
