"""Standard controls in our style: sizes, states, the focus ring; each painted for real."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QMenu,
    QMenuBar,
    QPushButton,
    QScrollBar,
    QSpinBox,
    QSplitter,
    QTableWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from interviewer_app.ui.style import icons, theme
from interviewer_app.ui.widgets.button import Kind, button, icon_button, rename, set_available


def shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    """A visible, active window with these widgets below each other; keep it, or Python collects it."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for widget in widgets:
        column.addWidget(widget)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def colour_at(widget: QWidget, where: QPoint) -> QColor:
    return widget.grab().toImage().pixelColor(where)


def ring_of(window: QWidget) -> QWidget | None:
    return window.findChild(QWidget, "focus_ring")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_controls_have_one_height_at_every_text_size(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    theme.apply(qapp, "light", scale)
    controls = [button("Next", "next"), QLineEdit(), QComboBox(), QSpinBox(), QToolButton()]
    for control in controls:
        qtbot.addWidget(control)
    assert {control.sizeHint().height() for control in controls} == {round(28 * scale)}


def test_a_hint_and_an_icon_make_a_button_wider(qtbot: QtBot) -> None:
    widths = []
    for made in (
        button("Next", "a"),
        button("Next", "b", hint="F8"),
        button("Next", "c", hint="F8", glyph="play"),
    ):
        qtbot.addWidget(made)
        widths.append(made.sizeHint().width())
    assert widths == sorted(set(widths))


def test_the_primary_button_is_filled(qtbot: QtBot) -> None:
    primary, plain = button("Start", "start", kind="primary"), button("Later", "later")
    _window = shown(qtbot, plain, primary)
    look = theme.current()
    assert colour_at(primary, QPoint(5, 14)) == look.accent
    assert colour_at(plain, QPoint(5, 14)) == look.base


@pytest.mark.parametrize("kind", ["plain", "primary", "quiet", "icon", "link"])
def test_every_kind_can_be_clicked_and_pressed(qtbot: QtBot, kind: Kind) -> None:
    made = button("Go", "go", kind=kind)
    _window = shown(qtbot, made)
    with qtbot.waitSignal(made.clicked):
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(made.clicked):
        qtbot.keyClick(made, Qt.Key.Key_Space)


def test_an_icon_button_says_what_it_does(qtbot: QtBot) -> None:
    made = icon_button("menu", "Menu", "menu", hint="F10")
    qtbot.addWidget(made)
    assert made.accessibleName() == "Menu"
    assert "F10" in made.toolTip()


def test_a_button_that_is_off_says_why(qtbot: QtBot) -> None:
    made = button("Finalise", "finalise", hint="F8")
    qtbot.addWidget(made)
    set_available(made, available=False, reason="C & <b>D</b> are open")
    assert not made.isEnabled()
    assert "&amp; &lt;b>D" in made.toolTip()
    assert made.accessibleDescription() == "C & <b>D</b> are open"
    set_available(made, available=True)
    assert (made.isEnabled(), made.toolTip(), made.accessibleDescription()) == (True, "", "F8")
    rename(made, "Finalise again")
    assert (made.text(), made.accessibleName()) == ("Finalise again", "Finalise again")


def test_a_field_with_focus_has_an_accented_edge(qtbot: QtBot) -> None:
    field, other = QLineEdit("Lena"), QLineEdit()
    _window = shown(qtbot, field, other)
    field.setFocus()
    edge = QPoint(field.width() // 2, 0)
    assert colour_at(field, edge) == theme.current().accent
    other.setFocus()
    assert colour_at(field, edge) == theme.current().edge


def test_the_ring_shows_for_the_keyboard_and_not_for_the_mouse(qtbot: QtBot) -> None:
    first, second = button("One", "one"), button("Two", "two")
    window = shown(qtbot, first, second)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    ring = ring_of(window)
    assert ring is not None
    assert ring.isVisible()
    middle = second.mapTo(window, second.rect().center())
    assert ring.geometry().contains(middle)
    assert ring.width() == second.width() + 6
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert not ring.isVisible()
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert not ring.isVisible()


def test_the_ring_follows_its_control_and_goes_with_it(qtbot: QtBot) -> None:
    only = button("One", "one")
    window = shown(qtbot, QLineEdit(), only)
    only.setFocus()
    ring = ring_of(window)
    assert ring is not None
    before = ring.geometry()
    window.resize(window.width() + 80, window.height() + 60)
    qtbot.waitUntil(lambda: ring.geometry() != before)
    only.hide()
    qtbot.waitUntil(lambda: not ring.isVisible())


def test_the_ring_survives_the_end_of_its_window(qtbot: QtBot) -> None:
    gone = button("One", "one")
    window = shown(qtbot, QLineEdit(), gone)
    gone.setFocus()
    assert ring_of(window) is not None
    with qtbot.waitSignal(window.destroyed):
        window.deleteLater()
    here = button("Two", "two")
    other = shown(qtbot, QLineEdit(), here)
    here.setFocus()
    ring = ring_of(other)
    assert ring is not None
    assert ring.isVisible()


def test_the_ring_is_no_pane_of_a_splitter(qtbot: QtBot) -> None:
    panes = QSplitter()
    tight = button("Tight", "tight")
    panes.addWidget(tight)
    panes.addWidget(QLineEdit())
    _window = shown(qtbot, panes)
    tight.setFocus()
    assert panes.count() == 2


def test_all_standard_controls_paint_in_every_theme(qtbot: QtBot, qapp: QApplication) -> None:
    table = QTableWidget(40, 2)
    table.selectRow(1)
    listing = QListWidget()
    listing.addItems(["one", "two"])
    bar = QMenuBar()
    bar.addMenu("&File")
    combo = QComboBox()
    combo.addItems(["one", "two"])
    tool = QToolButton()
    tool.setIcon(icons.icon("menu"))
    scroll = QScrollBar(Qt.Orientation.Horizontal)
    scroll.setRange(0, 50)
    ticked = QCheckBox("ticked")
    ticked.setChecked(True)
    parts: list[QWidget] = [bar, table, listing, combo, tool, scroll, ticked, QSpinBox()]
    window = shown(qtbot, *parts, QPushButton("plain"))
    menu = QMenu(window)
    menu.addAction(icons.icon("plus"), "New\tCtrl+N")
    menu.addSeparator()
    menu.addMenu("Theme")
    for name in ("light", "dark", "high"):
        theme.apply(qapp, name)
        for enabled in (True, False):
            window.setEnabled(enabled)
            assert not window.grab().isNull()
        assert not menu.grab().isNull()


def test_a_scroll_bar_is_dragged_and_paged(qtbot: QtBot) -> None:
    bar = QScrollBar(Qt.Orientation.Vertical)
    bar.setRange(0, 90)
    bar.setPageStep(10)
    window = shown(qtbot, bar)
    window.resize(80, 240)
    qtbot.waitUntil(lambda: bar.height() > 180)
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, bar.height() - 4))
    assert bar.value() == 10
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 30))
    qtbot.mouseMove(bar, QPoint(5, bar.height() - 2))
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, bar.height() - 2))
    assert bar.value() == 90


def test_right_to_left_paints_mirrored(qtbot: QtBot) -> None:
    made = button("Start", "start", glyph="play")
    made.setFixedWidth(200)
    _window = shown(qtbot, made)
    plain = made.grab().toImage()
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert made.grab().toImage() != plain
