"""Large text and small windows: every button shows its words, and nothing lies over anything else."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLayout, QPushButton, QWidget

from interviewer_app.ui.style import theme
from tests.ui.whole import opened, settle, walk

ROOMS = {
    "small": ("light", 1.0, (1024, 640), Qt.LayoutDirection.LeftToRight),
    "large text": ("light", 2.0, (1280, 800), Qt.LayoutDirection.LeftToRight),
    "mirrored": ("light", 1.25, (1280, 800), Qt.LayoutDirection.RightToLeft),
    "high contrast": ("high", 1.5, (1024, 768), Qt.LayoutDirection.LeftToRight),
}


@pytest.mark.parametrize("room", ROOMS)
def test_everything_has_room(room: str, tmp_path: Path, qapp: QApplication) -> None:
    look, scale, size, direction = ROOMS[room]
    qapp.setLayoutDirection(direction)
    try:
        with opened(tmp_path) as whole:
            whole.program.preferences.update(theme=look, text_scale=scale)
            whole.window.resize(*size)
            settle()
            wrong: list[str] = []
            for stop in walk(whole):
                if "ribbon" in stop:
                    continue  # a window of another size, with tests of its own
                assert (whole.window.width(), whole.window.height()) == size, f"{stop} pushes the window"
                wrong += [f"{stop}: {what}" for what in crowded(whole.window)]
            assert not wrong, "\n".join(wrong)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        theme.apply(qapp, "light")


def crowded(window: QWidget) -> Iterator[str]:
    """Buttons narrower than their words, and neighbours in a layout that share pixels."""
    for button in window.findChildren(QPushButton):
        if button.text() and button.isVisible() and button.width() < button.sizeHint().width() - 1:
            yield f"{button.objectName()} is {button.width()} wide, {button.sizeHint().width()} are needed"
    for widget in window.findChildren(QWidget):
        layout = widget.layout()
        if widget.isVisible() and layout is not None and inside(widget, window):
            places = list(placed(layout))
            for (one, first), (other, second) in combinations(places, 2):
                common = first.intersected(second)
                if common.width() > 1 and common.height() > 1:
                    yield f"{called(one)} lies over {called(other)} by {common.width()} x {common.height()}"


def placed(layout: QLayout) -> Iterator[tuple[QWidget, QRect]]:
    """The widgets in sight that a layout and the layouts in it put somewhere."""
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None and widget.isVisible():
            yield widget, widget.geometry()
        elif inner is not None:
            yield from placed(inner)


def inside(widget: QWidget, window: QWidget) -> bool:
    """Whether any of it can be seen."""
    return window.rect().intersects(QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()))


def called(widget: QWidget) -> str:
    """A name for the message."""
    return widget.objectName() or type(widget).__name__
