"""Strengths, concerns, unknowns, the strongest evidence and the gaps, on a real database."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from interviewer_app.domain.interview import PointKind
from interviewer_app.ui.style import theme
from tests.ui.review.hands import click, focus_name, part, press, type_words
from tests.ui.review.stories import Desk, Story, a_desk

Key, Alt, Ctrl = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def texts(desk: Desk, kind: PointKind) -> list[str]:
    """The stored points of a kind, in order."""
    return [point.text for point in desk.stored().points if point.kind is kind]


def test_a_marked_note_becomes_a_point_with_its_category_and_back(tmp_path: Path) -> None:
    story = Story().held()
    with a_desk(tmp_path, story) as desk:
        click(desk, "review.page.concerns")
        click(desk, f"review.source.{story.note(3)}")
        (point,) = desk.stored().points
        assert (point.kind, point.letter, point.note) == (PointKind.CONCERN, "C", story.note(3))
        assert point.text == "Named no owner for the bulk load until probe 5"
        assert part(desk, QAbstractButton, "review.page.concerns").accessibleName() == "Concerns 1"
        click(desk, f"review.source.{story.note(3)}")
        assert desk.stored().points == ()
        press(Key.Key_Z, Ctrl)
        assert len(desk.stored().points) == 1


def test_only_notes_with_the_kinds_marker_are_offered(tmp_path: Path) -> None:
    story = Story().held()
    with a_desk(tmp_path, story) as desk:
        click(desk, "review.page.unknowns")
        rows = [
            r
            for r in desk.screen.findChildren(QAbstractButton)
            if r.objectName().startswith("review.source.")
        ]
        assert [r.accessibleName() for r in rows if r.isVisible()] == [
            "24:40 unknown Says how to find a fourth customer only in outline"
        ]


def test_wording_and_letter_are_edited_in_place(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held().four_settled()) as desk:
        click(desk, "review.page.strengths")
        words = part(desk, QLineEdit, "review.point.s1.words")
        words.setFocus()
        press(Key.Key_Home)
        type_words("Really ")
        assert words.text() == "Really Tests retrieval apart from generation"
        assert words.cursorPosition() == 7
        letter = desk.screen.findChild(QLineEdit, "review.point.s1.words").previousInFocusChain()  # type: ignore[union-attr]
        assert letter is not None
        assert letter.objectName() == "review.point.s1.letter"
        letter.setFocus()
        press(Key.Key_B)
        assert desk.stored().points[-3:][0].text.startswith("Really")
        assert next(p.letter for p in desk.stored().points if p.id == "s1") == "B"


def test_points_move_by_key_and_by_button_and_keep_the_focus(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held().four_settled()) as desk:
        click(desk, "review.page.strengths")
        first, second, third = texts(desk, PointKind.STRENGTH)
        part(desk, QLineEdit, "review.point.s1.words").setFocus()
        press(Key.Key_Down, Alt)
        assert texts(desk, PointKind.STRENGTH) == [second, first, third]
        assert focus_name() == "review.point.s1.words"
        press(Key.Key_Up, Alt)
        press(Key.Key_Up, Alt)
        assert texts(desk, PointKind.STRENGTH) == [first, second, third]
        click(desk, "review.point.s3.up")
        assert texts(desk, PointKind.STRENGTH) == [first, third, second]
        assert texts(desk, PointKind.CONCERN) == ["Named no owner for the bulk load"]


def test_undo_takes_back_the_order_and_leaves_the_wording(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held().four_settled()) as desk:
        click(desk, "review.page.strengths")
        first, second, third = texts(desk, PointKind.STRENGTH)
        click(desk, "review.point.s1.down")
        part(desk, QLineEdit, "review.point.s3.words").setFocus()
        type_words("!")
        press(Key.Key_Tab)
        press(Key.Key_Z, Ctrl)
        assert texts(desk, PointKind.STRENGTH) == [first, second, f"!{third}"]


def test_an_own_line_is_added_typed_and_removed(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held()) as desk:
        click(desk, "review.page.strengths")
        click(desk, "review.add_point")
        assert focus_name().endswith(".words")
        type_words("Kind to the <b>interviewer</b>")
        (point,) = desk.stored().points
        assert (point.text, point.note, point.letter) == ("Kind to the <b>interviewer</b>", "", "")
        click(desk, f"review.point.{point.id}.remove")
        assert desk.stored().points == ()
        assert focus_name() == "review.add_point"


def test_one_cited_note_is_the_strongest_or_none(tmp_path: Path) -> None:
    story = Story().held()
    with a_desk(tmp_path, story) as desk:
        click(desk, "review.page.strongest")
        click(desk, f"review.strongest.{story.note(1)}")
        assert desk.stored().strongest == story.note(1)
        QTest.keyClick(part(desk, QAbstractButton, f"review.strongest.{story.note(1)}"), Key.Key_Down)
        press(Key.Key_Space)
        assert desk.stored().strongest == story.note(2)
        press(Key.Key_Space)
        assert desk.stored().strongest == ""
        assert desk.screen.findChild(QAbstractButton, f"review.strongest.{story.note(3)}") is None, (
            "not cited"
        )


def test_the_strongest_note_has_its_dot_in_the_accent(tmp_path: Path) -> None:
    story = Story().held().four_settled()
    with a_desk(tmp_path, story) as desk:
        click(desk, "review.page.strongest")
        rows = [
            row
            for row in desk.screen.findChildren(QAbstractButton)
            if row.objectName().startswith("review.strongest.") and row.isVisible()
        ]
        chosen, other = rows[:2]
        click(desk, chosen.objectName())
        px, accent = theme.px, theme.current().accent.rgb()
        dots = [row.grab().toImage().pixelColor(px(24), px(13)).rgb() for row in (chosen, other)]
        assert [dot == accent for dot in dots] == [True, False]


def test_gaps_and_pauses_are_listed_with_cause(tmp_path: Path) -> None:
    with a_desk(tmp_path, Story().held()) as desk:
        click(desk, "review.page.gaps")
        words = [label.text() for label in desk.screen.findChildren(QLabel) if label.isVisible()]
    assert {"38:12 to 39:40", "1:28", "Pause", "connection", "left out of the clocks"} <= set(words)
