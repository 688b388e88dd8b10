"""Colours that can be read, palettes without holes, and a look that changes everywhere at once."""

from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from interviewer_app.ui.style import colours, theme
from interviewer_app.ui.style.colours import Name, Role

NAMES: tuple[Name, ...] = get_args(Name)
ROLES: tuple[Role, ...] = get_args(Role)
INKS: tuple[Role, ...] = ("text", "text2", "text3", "accent", "caution", "alert")
WORDS: tuple[tuple[Role, Role], ...] = (
    *((ink, "base") for ink in INKS),
    *((ink, "window") for ink in INKS),
    ("text", "sunk"),
    ("text2", "sunk"),
    ("text3", "sunk"),
    ("text", "accent_soft"),
    ("text2", "accent_soft"),
    ("text3", "accent_soft"),
    ("accent", "accent_soft"),
    ("text", "caution_soft"),
    ("caution", "caution_soft"),
    ("text", "alert_soft"),
    ("alert", "alert_soft"),
    ("on_accent", "accent"),
    ("on_alert", "alert"),
    ("text", "select"),
)
LINES: tuple[tuple[Role, Role], ...] = (
    ("edge", "base"),
    ("edge", "window"),
    ("past", "window"),
    ("accent", "base"),
    ("accent", "window"),
    ("caution_fill", "window"),
)


def luminance(colour: QColor) -> float:
    """Relative luminance as the accessibility guidelines define it."""
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("ink", "ground"), WORDS)
def test_words_can_be_read(name: Name, ink: Role, ground: Role) -> None:
    look = colours.named(name)
    assert contrast(look.colour(ink), look.colour(ground)) >= 4.5


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("line", "ground"), LINES)
def test_borders_can_be_seen(name: Name, line: Role, ground: Role) -> None:
    look = colours.named(name)
    assert contrast(look.colour(line), look.colour(ground)) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_every_role_has_a_colour_in_every_theme(name: Name) -> None:
    look = colours.named(name)
    assert all(look.colour(role).isValid() for role in ROLES)
    # By name and by attribute it is the same colour, also where the screens only ever use one of the two.
    assert look.colour("on_accent") == look.on_accent
    assert look.colour("on_alert") == look.on_alert
    assert look.colour("yours") == look.yours


@pytest.mark.parametrize("name", NAMES)
def test_the_palette_sets_every_role(name: Name) -> None:
    palette = theme.palette(colours.named(name))
    groups = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)
    unset = [
        (group, role)
        for group in groups
        for role in QPalette.ColorRole
        if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles)
        and not palette.isBrushSet(group, role)
    ]
    assert not unset


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
        (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
        (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
        (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
        (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
        (QPalette.ColorRole.Link, QPalette.ColorRole.Base),
    ],
)
def test_words_of_standard_controls_can_be_read(
    name: Name, ink: QPalette.ColorRole, ground: QPalette.ColorRole
) -> None:
    palette = theme.palette(colours.named(name))
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled):
        assert contrast(palette.color(group, ink), palette.color(group, ground)) >= 4.5


def test_high_contrast_has_stronger_borders() -> None:
    light, high = colours.named("light"), colours.named("high")
    assert (light.border, light.ring) == (1, 2)
    assert (high.border, high.ring) == (2, 3)


def test_figures_keep_their_width() -> None:
    for role in ("label", "small", "base", "title", "clock"):
        metrics = QFontMetrics(theme.font(role, theme.SEMIBOLD, tabular=True))
        assert metrics.horizontalAdvance("11:11") == metrics.horizontalAdvance("00:00")


def test_inter_is_shipped_and_loaded() -> None:
    assert theme.font().families()[0] == "Inter"
    weights = [QFontMetrics(theme.font("title", weight)).horizontalAdvance("Prompt") for weight in (400, 600)]
    assert weights[0] < weights[1]


def test_a_change_reaches_dressed_widgets_and_listeners(qtbot: QtBot, qapp: QApplication) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    label = QLabel("14:22", pane)
    theme.dress(label, "small", theme.MEDIUM, tabular=True, colour="caution")
    theme.dress(pane, surface="caution_soft")
    with qtbot.waitSignal(theme.watch().changed):
        theme.apply(qapp, "dark", 1.5)
    dark = colours.named("dark")
    assert theme.current().name == "dark"
    assert label.palette().color(QPalette.ColorRole.WindowText) == dark.caution
    assert pane.palette().color(QPalette.ColorRole.Window) == dark.caution_soft
    assert (label.font().pixelSize(), label.font().weight()) == (18, theme.MEDIUM)
    assert qapp.palette().color(QPalette.ColorRole.Base) == dark.base
    assert (theme.px(28), theme.line_height("prompt"), qapp.font().pixelSize()) == (42, 42, 20)


def test_auto_asks_the_system(qapp: QApplication) -> None:
    theme.apply(qapp, "auto")
    dark = qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert theme.current().name == ("dark" if dark else "light")
