"""One table: rows that stay stay in hand, Home and End go to the ends, columns give way as described."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from interviewer_app.ui.lists.table import (
    Columns,
    RowPainter,
    RowsHeader,
    RowsModel,
    RowsTable,
    widths,
    write,
)
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme


@dataclass(frozen=True, slots=True)
class Fruit:
    """A row."""

    name: str
    price: int = 1


class Fruits(RowsModel[Fruit]):
    """Three columns; the last goes first."""

    columns = Columns(wanted=(100, 40, 60), go=(2,))

    @override
    def key(self, row: Fruit) -> object:
        return row.name

    @override
    def words(self, row: int, column: int) -> str:
        return (self.rows[row].name, str(self.rows[row].price), "fruit")[column]

    @override
    def heading(self, column: int) -> str:
        return ("Name", "Price", "Kind")[column]


class Painter(RowPainter):
    """The same in every cell."""

    @override
    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, row: int, column: int) -> None:
        write(painter, self.room(option, column), "x", theme.font("base"), "text")


MANY = tuple(Fruit(f"Fruit {n:02}") for n in range(40))


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[RowsTable]:
    model = Fruits()
    made = RowsTable("fruits", "Fruits", model, Painter(model), RowsHeader("fruits.header", model))
    qtbot.addWidget(made)
    made.measure()
    made.resize(300, 300)
    made.show()
    qtbot.waitExposed(made)
    model.take(MANY)
    yield made
    # A model that nobody holds would go before its table.
    assert model.rowCount() >= 0


def test_qt_finds_the_model_sound(qtmodeltester: ModelTester) -> None:
    model = Fruits()
    for rows in ((), MANY[:3], MANY[:9], MANY[4:6], (), MANY):
        model.take(rows)
        qtmodeltester.check(model)
        assert [model.index(n, 0).data() for n in range(model.rowCount())] == [row.name for row in rows]


def test_the_row_in_hand_stays_when_only_words_change_or_rows_come(table: RowsTable) -> None:
    model = table.model()
    assert isinstance(model, Fruits)
    model.take(MANY[:5])
    table.hold(3)
    model.take(tuple(Fruit(row.name, 7) for row in MANY[:5]))
    assert (table.currentIndex().row(), model.index(3, 1).data()) == (3, "7")
    model.take(MANY[:8])
    assert table.currentIndex().row() == 3
    model.take(MANY[2:8])
    assert table.currentIndex().row() == -1


def test_home_and_end_take_the_first_and_the_last_row(table: RowsTable) -> None:
    table.hold(7)
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.currentIndex().row() == len(MANY) - 1
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert table.currentIndex().row() == 0
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 1


def test_the_mouse_leaves_a_trace_on_one_row_alone(table: RowsTable) -> None:
    ground = table.viewport().grab().toImage().pixelColor(250, 50)
    QTest.mouseMove(table.viewport(), QPoint(250, 50))
    image = table.viewport().grab().toImage()
    assert image.pixelColor(250, 50) == theme.current().window
    assert image.pixelColor(250, 90) == ground != theme.current().window
    QTest.mouseMove(table.viewport(), QPoint(250, 90))
    assert table.viewport().grab().toImage().pixelColor(250, 50) == ground


@given(room=st.integers(1, 3_000), scale=st.sampled_from((0.9, 1.0, 1.5, 2.0)))
def test_columns_fill_the_room_where_it_is_enough(room: int, scale: float) -> None:
    columns = Columns(wanted=(200, 100, 80), least=(120, 60, 80), give=(0, 1), go=(2,), get=(1,), spare=0)
    made = widths(columns, room, scale)
    assert made[0] >= round(120 * scale)
    assert made[1] in range(round(60 * scale), round(100 * scale) + 1)
    assert made[2] in (0, round(80 * scale))
    if room >= round(180 * scale):
        # Rounded one by one, the least may be wider by a pixel or two than all together.
        assert room <= sum(made.values()) <= room + 2
    if room >= round(380 * scale) + 2:
        assert (made[1], made[2]) == (round(100 * scale), round(80 * scale))
