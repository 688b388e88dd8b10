"""One form: the keyboard stays where it is, Tab follows the page, and wishes carry keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from interviewer_app.controllers.forms import (
    FieldEdited,
    FieldKind,
    FormAct,
    FormField,
    FormRow,
    LabelPlace,
    Remark,
    RemarkTone,
)
from interviewer_app.ui.forms.form import FormPane
from tests.controllers.desk import Ear


@pytest.fixture
def form(qtbot: QtBot) -> FormPane:
    made = FormPane("form", "f", gap=6)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def a_line(key: str, value: str = "") -> FormRow:
    return FormRow(key, key, (FormField(key, FieldKind.LINE, key, value),), place=LabelPlace.CAPTION)


def a_list(count: int) -> FormRow:
    rows = tuple(
        FormRow(f"list.{at}", f"{at + 1}", (a_text(at),), place=LabelPlace.NUMBER, movable=True)
        for at in range(count)
    )
    return FormRow("list", "List", rows=rows, place=LabelPlace.TITLE, adds="Add to the list")


def a_text(at: int) -> FormField:
    return FormField(f"list.{at}", FieldKind.TEXT, f"Text {at}", limit=1_000)


def focused() -> str:
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.objectName()


def tabbed(form: FormPane, count: int) -> list[str]:
    """What Tab visits, from the first field on."""
    form.stops()[0].setFocus()
    seen = [focused()]
    for _n in range(count):
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        seen.append(focused())
    return seen


def test_tab_follows_the_page_after_rows_came(form: FormPane) -> None:
    form.present((a_list(1), a_line("last")))
    form.present((a_line("first"), a_list(2), a_line("last")))
    assert tabbed(form, 10) == [
        "f.first",
        *(f"f.list.{at}{tool}" for at in (0, 1) for tool in ("", ".up", ".down", ".remove")),
        "f.list.add",
        "f.last",
    ]


def test_the_keyboard_and_the_caret_stay_when_rows_come_above(form: FormPane) -> None:
    form.present((a_line("one", "words"),))
    line = form.findChild(QLineEdit, "f.one")
    assert line is not None
    line.setFocus()
    line.setCursorPosition(2)
    form.present((a_line("zero"), replace(a_line("one", "words"), remarks=(Remark("Well"),))))
    assert QApplication.focusWidget() is line
    assert line.cursorPosition() == 2


def test_where_a_row_goes_the_next_one_has_the_keyboard(form: FormPane) -> None:
    form.present((a_line("first"), a_list(2), a_line("last")))
    tool = form.findChild(QAbstractButton, "f.list.1.remove")
    assert tool is not None
    tool.setFocus()
    form.present((a_line("first"), a_list(1), a_line("last")))
    assert focused() in {"f.list.add", "f.last"}
    form.present((a_line("other"),))
    assert focused() == "f.other"


def test_a_field_of_another_kind_with_the_same_name_keeps_the_keyboard(form: FormPane) -> None:
    options = (("a", "A"), ("b", "B"))
    choice = FormField("one", FieldKind.LIST, "One", "a", options)
    form.present((a_line("zero"), a_line("one")))
    line = form.findChild(QLineEdit, "f.one")
    assert line is not None
    line.setFocus()
    form.present((a_line("zero"), FormRow("one", "One", (choice,)), a_line("two")))
    assert isinstance(QApplication.focusWidget(), QComboBox)


def test_buttons_wish_for_another_order_of_rows(form: FormPane) -> None:
    form.present((a_list(2),))
    ear = Ear(form.edited)
    for name in ("list.1.up", "list.0.down", "list.0.remove", "list.add"):
        tool = form.findChild(QAbstractButton, f"f.{name}")
        assert tool is not None
        tool.click()
    assert ear.heard == [
        FieldEdited("list.1", act=FormAct.UP),
        FieldEdited("list.0", act=FormAct.DOWN),
        FieldEdited("list.0", act=FormAct.REMOVE),
        FieldEdited("list", act=FormAct.ADD),
    ]


def test_what_is_wrong_stands_below_the_field_and_goes_again(form: FormPane) -> None:
    row = a_line("one")
    form.present((row,))
    form.present((replace(row, remarks=(Remark("E01 Wrong", RemarkTone.ALERT),)),))
    said, remark = form.findChild(QLineEdit, "f.one"), form.findChild(QLabel, "f.one.remark")
    assert said is not None
    assert remark is not None
    assert remark.isVisible()
    assert remark.mapToGlobal(QPoint(0, 0)).y() > said.mapToGlobal(QPoint(0, 0)).y()
    form.present((row,))
    assert not remark.isVisible()


def test_a_text_shown_anew_keeps_its_caret_and_tells_nobody(form: FormPane) -> None:
    form.present((a_list(1),))
    box = form.findChild(QPlainTextEdit, "f.list.0")
    assert box is not None
    ear = Ear(form.edited)
    box.setPlainText("some words")
    assert ear.last == FieldEdited("list.0", "some words")
    cursor = box.textCursor()
    cursor.setPosition(4)
    box.setTextCursor(cursor)
    count = len(ear.heard)
    row = a_list(1)
    inner = replace(row.rows[0], fields=(replace(a_text(0), value="some other words"),))
    form.present((replace(row, rows=(inner,)),))
    assert box.toPlainText() == "some other words"
    assert box.textCursor().position() == 4
    assert len(ear.heard) == count


def test_the_wheel_changes_no_list_on_the_way_past(form: FormPane) -> None:
    options = tuple((f"{n}", f"Answer {n}") for n in range(9))
    form.present((FormRow("one", "One", (FormField("one", FieldKind.LIST, "One", "4", options),)),))
    combo = form.findChild(QComboBox, "f.one")
    assert combo is not None
    combo.setFocus()
    ear = Ear(form.edited)
    where = QPointF(combo.rect().center())
    none = Qt.MouseButton.NoButton
    turn = QWheelEvent(
        where,
        combo.mapToGlobal(where),
        QPoint(0, 0),
        QPoint(0, 120),
        none,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, turn)
    assert combo.currentIndex() == 4
    assert ear.heard == []
