"""Records are dataclasses to everybody who asks, made without generated code."""

import copy
import dataclasses
import pickle

import pytest

from interviewer_app.domain.listing import Counts, Order, PhaseFilter, Query
from interviewer_app.domain.records import changed

QUERY = Query("ada", PhaseFilter.FINALISED, offset=100)


def test_fields_come_by_place_by_name_or_by_themselves() -> None:
    assert (QUERY.words, QUERY.shelf, QUERY.order, QUERY.offset, QUERY.limit) == (
        "ada",
        PhaseFilter.FINALISED,
        Order.NEEDS_ME,
        100,
        100,
    )


def test_equal_facts_make_equal_records() -> None:
    same = Query(words="ada", shelf=PhaseFilter.FINALISED, offset=100)
    assert same == QUERY
    assert hash(same) == hash(QUERY)
    assert Query() != QUERY
    other: object = (0, 0, 0, 0)
    assert Counts() != other


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {"page": 2}), (("ada",), {"words": "ada"}), (("ada",) * 7, {}), (("ada",) * 6, {"limit": 1})],
)
def test_wrong_fields_are_refused(values: tuple[str, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="Query takes words, shelf"):
        Query(*values, **named)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["words", "unknown"])
def test_nothing_can_be_changed(name: str) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(QUERY, name, "x")
    with pytest.raises(dataclasses.FrozenInstanceError):
        delattr(QUERY, name)
    assert not hasattr(QUERY, "__dict__")


def test_a_copy_with_other_values() -> None:
    assert changed(QUERY, offset=0) == Query("ada", PhaseFilter.FINALISED)
    assert dataclasses.replace(QUERY, offset=0) == Query("ada", PhaseFilter.FINALISED)


def test_dataclasses_know_them() -> None:
    assert [field.name for field in dataclasses.fields(Counts)] == [
        "all",
        "needs_me",
        "coming_up",
        "finalised",
    ]
    assert dataclasses.asdict(Counts(3)) == {"all": 3, "needs_me": 0, "coming_up": 0, "finalised": 0}


def test_they_travel_and_tell() -> None:
    assert pickle.loads(pickle.dumps(QUERY)) == QUERY  # noqa: S301  our own bytes
    assert copy.deepcopy(QUERY) == QUERY
    assert repr(Counts(3)) == "Counts(all=3, needs_me=0, coming_up=0, finalised=0)"
    match Counts(3, 2):
        case Counts(whole, mine):
            assert (whole, mine) == (3, 2)
