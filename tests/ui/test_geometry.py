"""The window comes back onto a screen that is there, whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from interviewer_app.ui.geometry import clamped, read, usual, written

LAPTOP = QRect(0, 28, 1440, 872)
BESIDE = QRect(1440, 0, 2560, 1440)


def test_a_place_on_a_screen_is_kept() -> None:
    place = QRect(1600, 100, 1280, 800)
    assert clamped(place, [LAPTOP, BESIDE]) == place


def test_a_place_on_a_screen_that_is_gone_comes_to_the_middle_of_the_main_one() -> None:
    back = clamped(QRect(1600, 100, 1280, 800), [LAPTOP])
    assert back.size() == QRect(0, 0, 1280, 800).size()
    assert (back.center() - LAPTOP.center()).manhattanLength() <= 2


def test_half_outside_is_moved_and_too_large_is_shrunk() -> None:
    assert clamped(QRect(-600, 500, 1280, 800), [LAPTOP]) == QRect(0, 100, 1280, 800)
    assert clamped(QRect(100, 100, 4000, 3000), [LAPTOP]) == LAPTOP


def test_no_screen_at_all_changes_nothing() -> None:
    place = QRect(-5000, -5000, 1280, 800)
    assert clamped(place, []) == place
    assert usual([]).size().width() == 1280


def test_the_first_time_it_stands_in_the_middle_and_fits() -> None:
    assert LAPTOP.contains(usual([LAPTOP]))
    small = QRect(0, 0, 1024, 600)
    assert usual([small]) == small


numbers = st.integers(-20_000, 20_000)
sizes = st.integers(0, 20_000)
screens = st.lists(
    st.builds(
        QRect,
        st.integers(-4000, 4000),
        st.integers(-4000, 4000),
        st.integers(800, 4000),
        st.integers(600, 3000),
    ),
    min_size=1,
    max_size=3,
)


@given(numbers, numbers, sizes, sizes, screens)
def test_wherever_it_was_it_lies_whole_on_one_screen(
    x: int, y: int, width: int, height: int, there: list[QRect]
) -> None:
    back = clamped(QRect(x, y, width, height), there)
    assert any(screen.contains(back) for screen in there)
    assert back.width() >= 640
    assert back.height() >= 420


@pytest.mark.parametrize("maximised", [True, False])
def test_what_was_written_is_read(maximised: bool) -> None:
    place = QRect(-30, 12, 1280, 800)
    assert read(written(place, maximised=maximised)) == (place, maximised)


@pytest.mark.parametrize("word", ["", "1 2 3", "a b c d free", "1 2 3 4 full", "AdnQywADAAA=", "1 2 3 4 5 6"])
def test_anything_else_is_nothing(word: str) -> None:
    assert read(word) is None
