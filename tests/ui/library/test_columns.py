"""Columns give way in a fixed order: missing, kit, opening, candidate, phase; then kit and opening go."""

import pytest

from interviewer_app.ui.library.columns import widths
from interviewer_app.ui.library.table_model import Column

USUAL = {
    Column.CANDIDATE: 224,
    Column.OPENING: 248,
    Column.KIT: 184,
    Column.WHEN: 136,
    Column.PHASE: 128,
}


def test_the_mock_s_widths_at_1280() -> None:
    assert widths(1280) == {**USUAL, Column.MISSING: 360}


def test_missing_takes_what_is_spare() -> None:
    assert widths(2000) == {**USUAL, Column.MISSING: 1080}


def test_at_1024_kit_gives_way_before_opening_and_candidate_keeps_its_width() -> None:
    narrow = widths(1024)
    assert (narrow[Column.KIT], narrow[Column.OPENING]) == (112, 192)
    assert narrow[Column.CANDIDATE] == USUAL[Column.CANDIDATE]


@pytest.mark.parametrize("room", range(660, 2000, 37))
@pytest.mark.parametrize("scale", [0.9, 1.0])
def test_the_columns_fill_the_room_exactly(room: int, scale: float) -> None:
    assert sum(widths(room, scale).values()) == room


def test_at_200_per_cent_kit_and_opening_go_and_the_rest_stays_readable() -> None:
    large = widths(1280, 2.0)
    assert large[Column.KIT] == large[Column.OPENING] == 0
    assert large[Column.CANDIDATE] >= 288
    assert large[Column.MISSING] >= 464


def test_what_a_column_that_went_left_over_goes_to_the_names_first() -> None:
    beside_the_drawer = widths(886)
    assert beside_the_drawer[Column.KIT] == 0
    assert beside_the_drawer[Column.CANDIDATE] == USUAL[Column.CANDIDATE]
    assert sum(beside_the_drawer.values()) == 886
