"""Lines keep identity and time through every edit, undo, redo, paste and move."""

from dataclasses import replace
from datetime import timedelta
from itertools import count, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer_app.domain.notes.note import (
    MAX_LINE,
    Edit,
    Edited,
    Marker,
    Sheet,
    blank_sheet,
    clean,
    tag_spans,
    wrap_long,
)
from interviewer_app.domain.notes.reconcile import edit
from tests.builders import NOON, a_note, new_ids

IDS = new_ids("x")


def apply(
    sheet: Sheet,
    first: int,
    removed: int,
    *texts: str,
    t: float = 100.0,
    stamped: tuple[int, ...] = (),
    anew: bool = False,
) -> Edited:
    change = Edit(sheet.step, first, removed, texts, stamped, anew)
    return edit(sheet, change, t, NOON + timedelta(seconds=t), IDS)


def sheet_of(*texts: str) -> Sheet:
    notes = tuple(
        a_note(f"n{at}", text, rank=float(at), t=10.0 * at, begun=NOON + timedelta(seconds=10 * at))
        for at, text in enumerate(texts, 1)
    )
    return Sheet("p1", notes)


def ids(sheet: Sheet) -> list[str]:
    return [note.id for note in sheet.lines]


def test_typing_into_a_line_keeps_its_identity_and_time() -> None:
    after = apply(sheet_of("one", "two"), 1, 1, "two and more")
    assert ids(after.sheet) == ["n1", "n2"]
    assert after.sheet.lines[1].t == 20.0
    assert [note.id for note in after.changed] == ["n2"]
    assert after.gone == ()


def test_the_first_words_of_an_empty_line_begin_it() -> None:
    blank = blank_sheet("p1", 5.0, NOON, IDS)
    after = apply(blank, 0, 1, "H", t=42.0)
    assert after.sheet.lines[0].id == blank.lines[0].id
    assert after.sheet.lines[0].t == 42.0


def test_enter_in_the_middle_leaves_the_first_half_with_the_identity() -> None:
    after = apply(sheet_of("one two"), 0, 1, "one", " two", t=99.0)
    assert after.sheet.lines[0].id == "n1"
    assert after.sheet.lines[1].id != "n1"
    assert after.sheet.lines[1].t == 99.0


def test_enter_at_the_start_of_a_line_moves_the_identity_down_with_the_words() -> None:
    after = apply(sheet_of("one"), 0, 1, "", "one")
    assert ids(after.sheet)[1] == "n1"
    assert after.sheet.lines[1].t == 10.0


def test_joining_two_lines_keeps_the_first_and_undo_brings_the_second_back() -> None:
    joined = apply(sheet_of("one", "two"), 0, 2, "onetwo")
    assert ids(joined.sheet) == ["n1"]
    assert joined.gone == ("n2",)
    undone = apply(joined.sheet, 0, 1, "one", "two", t=500.0)
    assert ids(undone.sheet) == ["n1", "n2"]
    assert [note.t for note in undone.sheet.lines] == [10.0, 20.0]
    assert {note.id for note in undone.changed} == {"n1", "n2"}


def test_a_moved_line_takes_its_identity_along() -> None:
    after = apply(sheet_of("one", "two", "three"), 0, 2, "two", "one")
    assert ids(after.sheet) == ["n2", "n1", "n3"]
    ranks = [note.rank for note in after.sheet.lines]
    assert ranks == sorted(ranks)


def test_pasting_many_lines_gives_each_its_own_identity() -> None:
    after = apply(sheet_of("one", "two"), 0, 1, *[f"line {n}" for n in range(1000)])
    assert len(set(ids(after.sheet))) == 1001


def test_a_line_squeezed_in_often_enough_renumbers_the_sheet() -> None:
    sheet = sheet_of("one", "two")
    renumbered = False
    for n in range(60):
        after = apply(sheet, 0, 1, "one", f"squeezed {n}")
        renumbered = renumbered or len(after.changed) == len(after.sheet.lines)
        sheet = after.sheet
        ranks = [note.rank for note in sheet.lines]
        assert ranks == sorted(set(ranks))
    assert renumbered


def test_a_line_emptied_and_written_anew_has_its_first_time_again_after_undo() -> None:
    first = sheet_of("one")
    sheet = apply(first, 0, 1, "", t=50.0).sheet
    sheet = apply(sheet, 0, 1, "new", t=60.0).sheet
    assert sheet.lines[0].t == 60.0
    new = sheet.lines
    sheet = apply(apply(sheet, 0, 1, "", t=70.0).sheet, 0, 1, "one", t=71.0).sheet
    assert sheet.lines == first.lines
    sheet = apply(apply(sheet, 0, 1, "", t=80.0).sheet, 0, 1, "new", t=81.0).sheet
    assert sheet.lines == new


def test_a_stamped_line_keeps_the_time_of_the_stamp_when_words_arrive() -> None:
    after = apply(sheet_of("one"), 0, 1, "one", "", t=100.0, stamped=(1,), anew=True)
    assert [note.stamped for note in after.sheet.lines] == [False, True]
    filled = apply(after.sheet, 1, 1, "words", t=300.0)
    assert filled.sheet.lines[1] == replace(after.sheet.lines[1], text="words")
    assert filled.sheet.lines[1].t == 100.0
    emptied = apply(filled.sheet, 1, 1, "", t=310.0, stamped=(0,))
    assert apply(emptied.sheet, 0, 2, "one", "again", t=400.0).sheet.lines[1].t == 100.0


def test_a_stamp_above_an_empty_line_leaves_that_line_what_it_was() -> None:
    blank = blank_sheet("p1", 5.0, NOON, IDS)
    after = apply(blank, 0, 1, "", "", t=42.0, stamped=(0,), anew=True).sheet
    assert after.lines[1].id == blank.lines[0].id
    assert [(note.t, note.stamped) for note in after.lines] == [(42.0, True), (5.0, False)]


def test_a_stamp_undone_is_gone_and_redone_has_its_time_again() -> None:
    stamped = apply(sheet_of("one"), 0, 1, "one", "", t=100.0, stamped=(1,), anew=True).sheet
    undone = apply(stamped, 0, 2, "one", t=150.0)
    assert undone.gone == (stamped.lines[1].id,)
    redone = apply(undone.sheet, 0, 1, "one", "", t=200.0, stamped=(1,)).sheet
    assert redone.lines == stamped.lines
    # A new line there, or a new stamp, is another one.
    assert apply(undone.sheet, 0, 1, "one", "", t=200.0).sheet.lines[1].t == 200.0
    fresh = apply(undone.sheet, 0, 1, "one", "", t=200.0, stamped=(1,), anew=True).sheet
    assert fresh.lines[1].t == 200.0
    assert fresh.lines[1].id != stamped.lines[1].id


def test_a_stamp_above_an_empty_line_undone_leaves_a_plain_empty_line() -> None:
    blank = blank_sheet("p1", 5.0, NOON, IDS)
    stamped = apply(blank, 0, 1, "", "", t=42.0, stamped=(0,), anew=True).sheet
    undone = apply(stamped, 0, 2, "", t=60.0).sheet
    assert [(note.id, note.stamped) for note in undone.lines] == [(blank.lines[0].id, False)]
    redone = apply(undone, 0, 1, "", "", t=80.0, stamped=(0,)).sheet
    assert redone.lines == stamped.lines


def test_many_stamped_lines_removed_at_once_come_back_in_their_order() -> None:
    sheet = sheet_of("one")
    sheet = apply(sheet, 0, 1, "one", "", t=100.0, stamped=(1,), anew=True).sheet
    sheet = apply(sheet, 1, 1, "", "", t=110.0, stamped=(0, 1), anew=True).sheet
    assert [note.t for note in sheet.lines] == [10.0, 100.0, 110.0]
    cut = apply(sheet, 0, 3, "one", t=150.0).sheet
    back = apply(cut, 0, 1, "one", "", "", t=200.0, stamped=(1, 2)).sheet
    assert back.lines == sheet.lines


def test_an_edit_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="sheet of 1"):
        apply(sheet_of("one"), 0, 2, "x")


def test_lines_never_hold_a_line_break_or_a_character_that_cannot_be_stored() -> None:
    after = apply(sheet_of("one"), 0, 1, "a\u2028b\x00c\ud800d\u202ee")
    assert after.sheet.lines[0].text == "a b\ufffdc\ufffdd\ufffde"
    after.sheet.lines[0].text.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "marker", "tags", "body"),
    [
        ('" said so #B', Marker.SAID, ("B",), "said so"),
        ("+ good #A #C #A", Marker.FOR, ("A", "C"), "good"),
        ("! bad", Marker.AGAINST, (), "bad"),
        ("? open", Marker.UNKNOWN, (), "open"),
        ("> helped #b", Marker.HELP, ("B",), "helped"),
        ("+good", Marker.PLAIN, (), "+good"),
        ("+", Marker.FOR, (), ""),
        ("- a bullet", Marker.PLAIN, (), "- a bullet"),
        ("see issue#A and #Apple and C#", Marker.PLAIN, (), "see issue#A and #Apple and C#"),
        ("", Marker.PLAIN, (), ""),
    ],
)
def test_markers_and_tags(text: str, marker: Marker, tags: tuple[str, ...], body: str) -> None:
    note = a_note(text=text)
    assert (note.marker, note.tags, note.body) == (marker, tags, body)
    assert note.blank == (not body)


def test_tag_spans_point_at_the_tags() -> None:
    text = "x #A y #B"
    assert [text[a:b] for a, b in tag_spans(text)] == ["#A", "#B"]


def test_clean_unifies_line_ends_and_keeps_tabs() -> None:
    assert clean("a\r\nb\rc\x0bd\u2029e\tf") == "a\nb\nc\nd\ne\tf"


def test_long_lines_are_cut_at_a_space_where_there_is_one() -> None:
    words = ("word " * 2000).strip()
    wrapped = wrap_long(words)
    assert max(len(line) for line in wrapped.split("\n")) <= MAX_LINE
    assert wrapped.replace("\n", "") == words
    solid = wrap_long("x" * (2 * MAX_LINE + 1))
    assert [len(line) for line in solid.split("\n")] == [MAX_LINE, MAX_LINE, 1]
    assert wrap_long("short") == "short"


LINE = st.sampled_from(["", "a", "b", "ab", "- c", "+ good #A", '" x', "  "])
STAMPS = st.tuples(st.sets(st.integers(0, 5)), st.booleans())
STEP = st.tuples(st.integers(0, 30), st.integers(0, 6), st.lists(LINE, min_size=1, max_size=5), STAMPS)


@given(st.lists(STEP, max_size=25))
def test_identity_is_never_doubled_and_time_never_moves_forward(
    steps: list[tuple[int, int, list[str], tuple[set[int], bool]]],
) -> None:
    fresh = (f"f{n}" for n in count())
    sheet = blank_sheet("p1", 0.0, NOON, lambda: next(fresh))
    begun: dict[str, float] = {}
    history = []
    stored = {note.id: note for note in sheet.lines}
    for number, (at, much, texts, (stamped, anew)) in enumerate(steps, 1):
        first = at % len(sheet.lines)
        removed = min(max(much, 1), len(sheet.lines) - first)
        history.append((first, tuple(texts), tuple(n.text for n in sheet.lines[first : first + removed])))
        change = Edit("p1", first, removed, tuple(texts), tuple(stamped), anew)
        after = edit(sheet, change, float(number), NOON, lambda: next(fresh))
        for note_id in after.gone:
            del stored[note_id]
        stored.update({note.id: note for note in after.changed})
        sheet = after.sheet
        seen = [note.id for note in sheet.lines]
        assert len(seen) == len(set(seen))
        ranks = [note.rank for note in sheet.lines]
        assert all(a < b for a, b in pairwise(ranks))
        for note in sheet.lines:
            if anew and note.stamped and note.t == number:
                # A stamp begins the line, whatever it held before.
                begun[note.id] = note.t
            if note.text.strip() or note.stamped:
                assert note.t <= begun.setdefault(note.id, note.t)
            else:
                begun.pop(note.id, None)
        kept = sorted(stored.values(), key=lambda note: note.rank)
        assert [n.text for n in kept] == [n.text for n in sheet.lines]
    # Undo, change by change, gives the first text back.
    for first, new, old in reversed(history):
        change = Edit("p1", first, len(new), old)
        sheet = edit(sheet, change, 1_000.0, NOON, lambda: next(fresh)).sheet
    assert sheet.text == ""


@given(st.lists(STEP, max_size=12), st.integers(0, 50), LINE)
def test_a_line_edited_alone_is_edited_as_in_the_company_of_its_neighbour(
    steps: list[tuple[int, int, list[str], tuple[set[int], bool]]], at: int, text: str
) -> None:
    fresh = (f"f{n}" for n in count())
    sheet = blank_sheet("p1", 0.0, NOON, lambda: next(fresh))
    for number, (begin, much, texts, (stamped, anew)) in enumerate(steps, 1):
        first = begin % len(sheet.lines)
        removed = min(max(much, 1), len(sheet.lines) - first)
        sheet = apply(sheet, first, removed, *texts, t=number * 10.0, stamped=tuple(stamped), anew=anew).sheet
    sheet = apply(sheet, 0, 0, "a neighbour above", t=500.0).sheet
    at = 1 + at % (len(sheet.lines) - 1)
    kept = (0,) if sheet.lines[at - 1].stamped and not sheet.lines[at - 1].text.strip() else ()
    # A stamp that is emptied again is a stamp in the editor too.
    mine = sheet.lines[at].stamped and not text.strip()
    alone = apply(sheet, at, 1, text, t=900.0, stamped=(0,) if mine else ())
    both = (*kept, 1) if mine else kept
    company = apply(sheet, at - 1, 2, sheet.lines[at - 1].text, text, t=900.0, stamped=both)
    assert alone.sheet.lines == company.sheet.lines
    assert alone.sheet.emptied == company.sheet.emptied
    assert alone.changed == company.changed
    assert alone.gone == company.gone


def test_redo_gives_a_line_and_then_its_words_the_first_time_again() -> None:
    first = apply(sheet_of("one"), 0, 1, "one", "", t=100.0).sheet
    written = apply(first, 1, 1, "halved the error", t=105.0).sheet
    undone = apply(apply(written, 1, 1, "", t=110.0).sheet, 0, 2, "one", t=111.0).sheet
    redone = apply(apply(undone, 0, 1, "one", "", t=200.0).sheet, 1, 1, "halved the error", t=201.0).sheet
    assert redone.lines == written.lines
    # Typed anew, letter by letter, it is another line.
    other = apply(apply(undone, 0, 1, "one", "", t=200.0).sheet, 1, 1, "h", t=201.0).sheet
    assert other.lines[1].t == 201.0


def test_words_deleted_letter_by_letter_come_back_at_once_with_their_time() -> None:
    sheet = sheet_of("one")
    for rest, t in (("on", 50.0), ("o", 51.0), ("", 52.0)):
        sheet = apply(sheet, 0, 1, rest, t=t).sheet
    assert apply(sheet, 0, 1, "one", t=60.0).sheet.lines == sheet_of("one").lines
    assert apply(sheet, 0, 1, "n", t=60.0).sheet.lines[0].t == 60.0


def test_two_lines_with_the_same_words_come_back_in_their_order() -> None:
    sheet = sheet_of("same", "same", "last")
    cut = apply(sheet, 0, 3, "last", t=50.0).sheet
    assert apply(cut, 0, 1, "same", "same", "last", t=60.0).sheet.lines == sheet.lines
