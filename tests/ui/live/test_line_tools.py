"""Marker and tag of a line, as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer_app.domain.notes.note import Marker, marker_of, tags_of
from interviewer_app.ui.live.notes.line_tools import with_marker, with_tag


@pytest.mark.parametrize(
    ("before", "marker", "after"),
    [
        ("", Marker.FOR, "+ "),
        ("words", Marker.SAID, '" words'),
        ("+ words", Marker.FOR, "words"),
        ("+ words", Marker.AGAINST, "! words"),
        ("+", Marker.FOR, ""),
        ("- bullet", Marker.UNKNOWN, "? - bullet"),
    ],
)
def test_a_marker_goes_on_off_and_gives_way_to_another(before: str, marker: Marker, after: str) -> None:
    assert with_marker(before, marker) == after


@pytest.mark.parametrize(
    ("before", "letter", "after"),
    [
        ("", "A", "#A"),
        ("words", "A", "words #A"),
        ("words ", "A", "words #A"),
        ("words #A", "A", "words"),
        ("words #a and more", "A", "words and more"),
        ("words #A", "B", "words #A #B"),
        ("#A #B", "A", " #B"),
    ],
)
def test_a_tag_goes_to_the_end_and_is_found_anywhere(before: str, letter: str, after: str) -> None:
    assert with_tag(before, letter) == after


@given(st.text(), st.sampled_from(list(Marker)[1:]))
def test_the_marker_asked_for_is_the_marker_had(text: str, marker: Marker) -> None:
    if marker_of(text) is not marker:
        assert marker_of(with_marker(text, marker)) is marker


@given(st.text(alphabet="ab #AB+"), st.sampled_from("AB"))
def test_a_tag_toggled_is_there_or_gone(text: str, letter: str) -> None:
    assert (letter in tags_of(with_tag(text, letter))) is (letter not in tags_of(text))
