"""A field that is full loses nothing of what is in it."""

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from interviewer_app.controllers.forms import FieldKind, FormField
from interviewer_app.ui.forms.fields import made
from interviewer_app.ui.forms.text_box import TextBox
from tests.controllers.desk import Ear


@pytest.mark.parametrize("letter", ["a", "😀"])
def test_typing_on_in_a_full_field_takes_back_the_last_letters_alone(qtbot: QtBot, letter: str) -> None:
    field = made("form.notes", FormField("notes", FieldKind.LONG, "Notes", limit=30))
    qtbot.addWidget(field.control)
    ear = Ear(field.edited)
    text = field.control
    assert isinstance(text, TextBox)
    for _ in range(40):
        text.insertPlainText(letter)
    assert text.toPlainText() == letter * 30
    assert ear.last.value == letter * 30


def test_pasting_too_much_in_the_middle_keeps_what_stands_around_it(qtbot: QtBot) -> None:
    field = made("form.notes", FormField("notes", FieldKind.LONG, "Notes", "head tail", limit=12))
    qtbot.addWidget(field.control)
    text = field.control
    assert isinstance(text, TextBox)
    cursor = text.textCursor()
    cursor.setPosition(5)
    text.setTextCursor(cursor)
    text.insertPlainText("😀😀😀😀😀😀")
    assert text.toPlainText() == "head 😀😀😀tail"
    cursor = text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    text.setTextCursor(cursor)
    text.insertPlainText("x")
    assert text.toPlainText() == "head 😀😀😀tail"
