"""The model behind the library's table: sound for Qt, pages appended, words for every cell."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from interviewer_app import labels
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.listing import Order, Query
from interviewer_app.ui.library.table_model import NO_NAME, LibraryColumn, LibraryModel
from tests.ui.views import NOW, a_library_view, a_row, the_cast


def nothing() -> None:
    """There is no further page."""


def words(model: LibraryModel, row: int) -> list[object]:
    return [model.index(row, column).data() for column in LibraryColumn]


def test_qt_finds_the_model_sound(qtmodeltester: ModelTester) -> None:
    model = LibraryModel(nothing)
    qtmodeltester.check(model)
    model.present(a_library_view())
    qtmodeltester.check(model)
    model.present(a_library_view(()))
    qtmodeltester.check(model)


def test_a_row_says_who_what_when_and_what_is_missing() -> None:
    model = LibraryModel(nothing)
    model.present(a_library_view())
    assert words(model, 1) == [
        "Tomasz Zieliński",
        "GenAI engineer, support tools",
        "Technical 60, form A",
        "Today 11:00",
        "To review",
        "C and E to settle, 2 h since the call",
    ]
    assert [model.headerData(c, Qt.Orientation.Horizontal) for c in LibraryColumn] == [
        "Candidate",
        "Opening",
        "Kit",
        "When",
        "Phase",
        "Missing",
    ]


def test_names_are_shown_as_they_are_but_on_one_line() -> None:
    model = LibraryModel(nothing)
    odd = ("<b>Ada</b>", "line\nbreak\ttab", "", "שרה", "🦊" * 3, "x" * 10_000)
    model.present(a_library_view(tuple(a_row(name, id=str(n)) for n, name in enumerate(odd))))
    shown = [model.words(row, LibraryColumn.CANDIDATE) for row in range(len(odd))]
    assert shown[:5] == ["<b>Ada</b>", "line break tab", NO_NAME, "שרה", "🦊🦊🦊"]
    assert len(shown[5]) == 400


def test_a_further_page_is_inserted_and_what_was_there_stays(qtbot: QtBot) -> None:
    model = LibraryModel(nothing)
    cast = the_cast()
    model.present(a_library_view(cast[:4], more=True))
    kept = [index for index in (model.index(2, 0),) if index.isValid()]
    with qtbot.waitSignal(model.rowsInserted) as inserted, qtbot.assertNotEmitted(model.modelReset):
        model.present(a_library_view(cast))
    assert inserted.args[1:] == [4, 8]
    assert kept[0].data() == cast[2].candidate
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.present(a_library_view(tuple(replace(row, exported=True) for row in cast)))
    with qtbot.waitSignal(model.modelReset):
        model.present(a_library_view(cast[::-1]))


def test_the_next_page_is_asked_for_only_when_there_is_one() -> None:
    asked = []
    model = LibraryModel(lambda: asked.append(True))
    model.present(a_library_view(more=False))
    model.fetchMore(QModelIndex())
    assert not model.canFetchMore(QModelIndex())
    assert not asked
    model.present(a_library_view(more=True))
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert asked == [True]


def test_phases_are_parted_only_in_the_order_that_groups_them() -> None:
    model = LibraryModel(nothing)
    model.present(a_library_view())
    assert sorted(model.ends) == [0, 3, 5]
    model.present(a_library_view(query=Query(order=Order.CANDIDATE)))
    assert not model.ends


def test_a_call_that_goes_on_is_not_called_interrupted() -> None:
    model = LibraryModel(nothing)
    live = a_row("Lena", Phase.LIVE)
    model.present(a_library_view((live,)))
    assert model.interrupted(0)
    assert model.words(0, LibraryColumn.MISSING) == labels.row_missing(live, NOW)
    model.present(a_library_view((live,), interrupted=()))
    assert not model.interrupted(0)
    assert model.words(0, LibraryColumn.MISSING) == "The call is going on"
