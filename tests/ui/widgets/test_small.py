"""Labels, dots, boxes and rows: what they show, say and keep."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from interviewer_app.controllers.keeper import SaveState, SaveView
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import button, set_hint
from interviewer_app.ui.widgets.checks.check_row import CheckRow, CheckView, Ticked
from interviewer_app.ui.widgets.elided_label import ElidedLabel
from interviewer_app.ui.widgets.glyph import Glyph
from interviewer_app.ui.widgets.hairline import Hairline
from interviewer_app.ui.widgets.key_hint import KeyHint
from interviewer_app.ui.widgets.paragraph import Paragraph
from interviewer_app.ui.widgets.score_box import ScoreLook, paint_score
from interviewer_app.ui.widgets.status_dot import StatusDot

LONG = "It is a quarter past three and two causes remain. What do you tell the head of support?"


def colours_of(widget: QWidget, where: QRect | None = None) -> set[str]:
    """The names of all colours in a picture of the widget, or of a part of it."""
    image = widget.grab(where).toImage() if where else widget.grab().toImage()
    return {
        QColor(image.pixelColor(x, y)).name() for x in range(image.width()) for y in range(image.height())
    }


def kept(qtbot: QtBot, widget: QWidget, width: int = 0, height: int = 0) -> QWidget:
    qtbot.addWidget(widget)
    hint = widget.sizeHint()
    widget.resize(width or hint.width(), height or hint.height())
    return widget


# -- ElidedLabel -----------------------------------------------------------------------------------


def test_a_long_line_gives_way_and_stands_whole_in_the_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel(LONG)
    kept(qtbot, label, 160, 20).grab()
    assert label.shown.endswith("…")
    assert label.text() == LONG
    assert LONG in label.toolTip()
    kept(qtbot, label, 900, 20).grab()
    assert label.shown == LONG
    assert label.toolTip() == ""


def test_an_elided_line_never_becomes_markup(qtbot: QtBot) -> None:
    label = ElidedLabel("<b>bold</b> & so on " * 9)
    kept(qtbot, label, 80, 20).grab()
    assert "<b>" not in label.toolTip()
    assert "&lt;b>" in label.toolTip()


def test_an_elided_label_may_shrink(qtbot: QtBot) -> None:
    label = ElidedLabel(LONG)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 40


# -- buttons ---------------------------------------------------------------------------------------


def test_a_button_that_shows_another_key_asks_for_another_width(qtbot: QtBot) -> None:
    made = button("Pause", "pause", kind="quiet", hint="F9")
    qtbot.addWidget(made)
    wide = made.sizeHint().width()
    set_hint(made, "")
    assert made.sizeHint().width() < wide
    set_hint(made, "F9")
    assert made.sizeHint().width() == wide


# -- Paragraph -------------------------------------------------------------------------------------


def test_a_paragraph_keeps_the_line_pitch_of_its_role(qtbot: QtBot) -> None:
    words = Paragraph(LONG, "prompt")
    qtbot.addWidget(words)
    assert words.heightForWidth(10_000) == 28
    narrow = words.heightForWidth(300)
    assert narrow % 28 == 0
    assert narrow >= 3 * 28


def test_a_paragraph_breaks_at_line_ends_and_paints_each_line(qtbot: QtBot) -> None:
    words = Paragraph("one\ntwo\n\nfour 🙂 and a bit")
    kept(qtbot, words, 400, 80)
    assert words.heightForWidth(400) == 4 * 20
    assert colours_of(words, QRect(0, 0, 400, 20)) != colours_of(words, QRect(0, 40, 400, 20))


# -- StatusDot -------------------------------------------------------------------------------------


def at(hour: int, minute: int, second: int) -> datetime:
    """A time of day."""
    return datetime(2026, 3, 2, hour, minute, second, tzinfo=UTC)


def test_the_dot_tells_each_state_in_words_and_shape(qtbot: QtBot) -> None:
    dot = StatusDot()
    qtbot.addWidget(dot)
    seen = []
    for status, words in (
        (SaveView(SaveState.SAVED, at(14, 22, 7)), "Saved 14:22:07"),
        (SaveView(SaveState.WRITING), "Writing"),
        (SaveView(SaveState.FAILED, at(14, 21, 58)), "Not saved since 14:21:58"),
    ):
        dot.present(status)
        kept(qtbot, dot)
        assert dot.text() == words
        seen.append(dot.grab(QRect(0, 0, 14, 16)).toImage())
    assert seen[0] != seen[1]
    assert seen[1] != seen[2]


def test_the_dot_keeps_its_width_while_typing(qtbot: QtBot) -> None:
    dot = StatusDot()
    qtbot.addWidget(dot)
    widths = set()
    saved = SaveState.SAVED
    for status in (
        SaveView(saved, at(11, 11, 11)),
        SaveView(SaveState.WRITING),
        SaveView(saved, at(20, 8, 58)),
    ):
        dot.present(status)
        widths.add(dot.sizeHint().width())
    assert len(widths) == 1


# -- score box -------------------------------------------------------------------------------------

LOOKS = [
    ScoreLook(),
    ScoreLook("provisional", 3),
    ScoreLook("settled", 3),
    ScoreLook("unsupported", 3),
    ScoreLook("not_observed"),
]


def drawn(look: ScoreLook) -> QImage:
    """The box, painted on nothing."""
    picture = QImage(28, 28, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    painter = QPainter(picture)
    paint_score(painter, QRectF(picture.rect()), look)
    painter.end()
    return picture


@pytest.mark.parametrize("name", ["light", "dark", "high"])
def test_the_five_states_and_the_six_numbers_look_different_in_every_theme(
    qapp: QApplication, name: theme.Choice
) -> None:
    theme.apply(qapp, name)
    pictures = [drawn(look) for look in (*LOOKS, *(ScoreLook("settled", n) for n in (0, 1, 2, 4, 5)))]
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[:at])


def test_the_five_states_are_said_differently() -> None:
    assert [look.words() for look in LOOKS] == [
        "not scored",
        "3, open",
        "3",
        "3, no note cited",
        "not observed",
    ]


# -- KeyHint, Glyph, Hairline ----------------------------------------------------------------------


def test_a_key_cap_shows_its_key(qtbot: QtBot) -> None:
    cap = KeyHint("C")
    kept(qtbot, cap)
    assert cap.sizeHint().height() == 20
    assert 20 <= cap.sizeHint().width() <= 24
    quiet = cap.grab().toImage()
    cap.render_key("C", active=True)
    assert cap.grab().toImage() != quiet
    cap.render_key("Ctrl")
    assert cap.sizeHint().width() > 24


def test_a_glyph_changes_with_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    glyph = Glyph("lock", "text")
    kept(qtbot, glyph)
    light = glyph.grab().toImage()
    theme.apply(qapp, "dark")
    assert glyph.grab().toImage() != light
    glyph.render_icon("check", "accent")
    assert theme.current().accent.name() in colours_of(glyph) or len(colours_of(glyph)) > 2


@pytest.mark.parametrize("orientation", list(Qt.Orientation))
def test_a_hairline_is_one_pixel_of_line(qtbot: QtBot, orientation: Qt.Orientation) -> None:
    line = Hairline(orientation)
    lying = orientation == Qt.Orientation.Horizontal
    kept(qtbot, line, 40 if lying else 1, 1 if lying else 40)
    assert colours_of(line) == {theme.current().line.name()}
    assert (line.height() if lying else line.width()) == 1


# -- CheckRow --------------------------------------------------------------------------------------


def test_a_click_anywhere_wishes_and_changes_nothing_itself(qtbot: QtBot) -> None:
    row = CheckRow("probe", CheckView("p1", LONG))
    kept(qtbot, row, 400, 60)
    with qtbot.waitSignal(row.tick_requested) as wish:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(390, 10))
    assert wish.args == [Ticked("p1", on=True)]
    assert not row.isChecked()
    row.present(CheckView("p1", LONG, ticked=True, remark="10:52"))
    assert row.isChecked()
    with qtbot.waitSignal(row.tick_requested) as wish:
        qtbot.keyClick(row, Qt.Key.Key_Space)
    assert wish.args == [Ticked("p1", on=False)]


def test_open_words_wrap_and_used_ones_shrink_to_a_line(qtbot: QtBot) -> None:
    row = CheckRow("probe", CheckView("p1", LONG))
    kept(qtbot, row, 300, 60)
    assert row.heightForWidth(300) > 40
    row.present(CheckView("p1", LONG, ticked=True, remark="14:58", elides=True))
    assert row.heightForWidth(300) == 26
    assert LONG in row.toolTip()
    assert row.accessibleName() == LONG
    assert row.accessibleDescription() == "14:58"


def test_a_cited_row_is_filled_and_a_used_one_fades(qtbot: QtBot) -> None:
    look = theme.current()
    cited = CheckRow("cited", CheckView("n", "Tests retrieval apart", ticked=True, fades=False))
    used = CheckRow("used", CheckView("n", "Tests retrieval apart", ticked=True))
    for row in (cited, used):
        kept(qtbot, row, 300, 26)
    box = QRect(2, 6, 12, 4)
    assert look.accent.name() in colours_of(cited, box)
    assert look.accent.name() not in colours_of(used, box)
    assert look.text.name() in colours_of(cited)
    assert look.text.name() not in colours_of(used)


def test_an_ampersand_is_shown_and_said_as_typed(qtbot: QtBot) -> None:
    row = CheckRow("fact", CheckView("f", "Questions & answers"))
    kept(qtbot, row, 300, 26)
    assert row.accessibleName() == "Questions & answers"


def test_a_row_is_mirrored_for_right_to_left(qtbot: QtBot) -> None:
    row = CheckRow("fact", CheckView("f", "Short", remark="10:52"))
    kept(qtbot, row, 300, 26)
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert theme.current().edge.name() in colours_of(row, QRect(284, 0, 16, 26))
    assert theme.current().edge.name() not in colours_of(row, QRect(0, 0, 16, 26))
