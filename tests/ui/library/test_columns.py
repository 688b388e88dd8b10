"""Columns give way in a fixed order: missing, kit, opening, candidate, phase; then kit and opening go."""

import pytest

from interviewer_app.ui.library.table_model import LibraryColumn, LibraryModel
from interviewer_app.ui.lists import table

USUAL = {
    LibraryColumn.CANDIDATE: 224,
    LibraryColumn.OPENING: 248,
    LibraryColumn.KIT: 184,
    LibraryColumn.WHEN: 136,
    LibraryColumn.PHASE: 128,
}


def widths(room: int, scale: float = 1.0) -> dict[int, int]:
    """The columns of the library."""
    return table.widths(LibraryModel.columns, room, scale)


def test_the_mock_s_widths_at_1280() -> None:
    assert widths(1280) == {**USUAL, LibraryColumn.MISSING: 360}


def test_missing_takes_what_is_spare() -> None:
    assert widths(2000) == {**USUAL, LibraryColumn.MISSING: 1080}


def test_at_1024_kit_gives_way_before_opening_and_candidate_keeps_its_width() -> None:
    narrow = widths(1024)
    assert (narrow[LibraryColumn.KIT], narrow[LibraryColumn.OPENING]) == (112, 192)
    assert narrow[LibraryColumn.CANDIDATE] == USUAL[LibraryColumn.CANDIDATE]


@pytest.mark.parametrize("room", range(660, 2000, 37))
@pytest.mark.parametrize("scale", [0.9, 1.0])
def test_the_columns_fill_the_room_exactly(room: int, scale: float) -> None:
    assert sum(widths(room, scale).values()) == room


def test_at_200_per_cent_kit_and_opening_go_and_the_rest_stays_readable() -> None:
    large = widths(1280, 2.0)
    assert large[LibraryColumn.KIT] == large[LibraryColumn.OPENING] == 0
    assert large[LibraryColumn.CANDIDATE] >= 288
    assert large[LibraryColumn.MISSING] >= 464


def test_what_a_column_that_went_left_over_goes_to_the_names_first() -> None:
    beside_the_drawer = widths(886)
    assert beside_the_drawer[LibraryColumn.KIT] == 0
    assert beside_the_drawer[LibraryColumn.CANDIDATE] == USUAL[LibraryColumn.CANDIDATE]
    assert sum(beside_the_drawer.values()) == 886
