"""Values of a kit file as words in a form, and back."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer_app.kits import library
from interviewer_app.kits.editing import tables as kit_tables
from interviewer_app.kits.editing.fields import FieldShape, FieldSpec, field_at, parsed, written

PLAIN = (FieldShape.LINE, FieldShape.TEXT, FieldShape.WORDS, FieldShape.NUMBERS, FieldShape.CHOICE)
BY_SHAPE = {
    FieldShape.WORDS: st.lists(st.from_regex("[a-z0-9-]{1,9}", fullmatch=True), min_size=1),
    FieldShape.NUMBERS: st.dictionaries(st.sampled_from("ABCDEFGH"), st.integers(0, 999), min_size=1),
    FieldShape.LINE: st.text(min_size=1),
    FieldShape.NUMBER: st.integers(0, 999),
    FieldShape.TICK: st.booleans(),
}


@pytest.mark.parametrize("shape", BY_SHAPE)
@given(data=st.data())
def test_what_is_written_means_the_same(shape: FieldShape, data: st.DataObject) -> None:
    field = FieldSpec("field", "Field", shape)
    value = data.draw(BY_SHAPE[shape])
    # A tick that is as usual is left out.
    wanted = None if value is False else value
    assert parsed(field, written(field, value)) == wanted


def test_an_item_is_core_unless_it_says_otherwise() -> None:
    core = FieldSpec("core", "Core", FieldShape.TICK)
    assert [written(core, value) for value in (None, True, False)] == ["1", "1", ""]
    assert [parsed(core, words) for words in ("1", "")] == [None, False]


def test_every_value_of_a_shipped_kit_survives_the_form() -> None:
    seen = 0
    for path in library.shipped_paths():
        tables = library.load_file(path)
        for at, value in leaves(tables, ()):
            field = field_at(at)
            if field is None or field.shape not in PLAIN:
                continue
            assert kit_tables.path_of(tables, ".".join(map(str, at))) == at
            if field.shape is FieldShape.WORDS and any("," in word for word in value):
                continue  # states of a checklist: only words without a comma can be typed
            assert str(parsed(field, written(field, value))) == str(value), at
            seen += 1
    assert seen > 500


def leaves(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Values that one line or box of a form holds."""
    field = field_at(path)
    whole = field is not None and field.shape in (FieldShape.WORDS, FieldShape.NUMBERS)
    if not whole and isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif not whole and isinstance(value, list):
        for at, inner in enumerate(value):
            yield from leaves(inner, (*path, at))
    else:
        yield path, value
