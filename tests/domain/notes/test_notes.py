"""Lines keep identity and time through every edit, undo, redo, paste and move."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer_app.domain.notes.note import (
    Edited,
    Marker,
    Note,
    NoteEdit,
    StepNotes,
    blank_sheet,
    clean,
    tag_spans,
    wrap_long,
)
from interviewer_app.domain.notes.reconcile import edit, same_ends
from tests.builders import NOON, a_note, new_ids

IDS = new_ids("x")


def apply(sheet: StepNotes, first: int, removed: int, *texts: str, t: float = 100.0) -> Edited:
    change = NoteEdit(sheet.step, first, removed, texts)
    return edit(sheet, change, t, NOON + timedelta(seconds=t), IDS)


class Editor:
    """A sheet and what its editor counts: each edit is a step of undo of its own."""

    def __init__(self, sheet: StepNotes) -> None:
        self.sheet = sheet
        self.steps = 0
        self.stored = {note.id: note for note in sheet.lines}
        self.history = [texts(sheet)]

    def do(self, first: int, removed: int, *words: str, t: float = 100.0, **more: Any) -> "Editor":
        """Replace lines; what could be done again cannot any more."""
        del self.history[self.steps + 1 :]
        self._take(NoteEdit("p1", first, removed, words, before=self.steps, after=self.steps + 1, **more), t)
        self.steps += 1
        self.history.append(texts(self.sheet))
        return self

    def stamp(self, at: int, t: float = 100.0) -> "Editor":
        """Put a line below this one, or above it when it is empty itself, to be filled later."""
        own = self.sheet.lines[at].text
        below = bool(own.strip())
        words, origin = ((own, ""), (0, -1)) if below else (("", own), (-1, 0))
        return self.do(at, 1, *words, t=t, origin=origin, stamp=True)

    def back(self, steps: int = 1, t: float = 1_000.0) -> "Editor":
        """Undo so many steps at once, or do them again when there are less than none."""
        after = self.steps - steps
        whole, there = len(self.sheet.lines), self.history[after]
        self._take(NoteEdit("p1", 0, whole, there, before=self.steps, after=after, again=True), t)
        self.steps = after
        return self

    def _take(self, change: NoteEdit, t: float) -> None:
        after = edit(self.sheet, change, t, NOON + timedelta(seconds=t), IDS)
        for gone in after.gone:
            del self.stored[gone]
        self.stored.update({note.id: note for note in after.changed})
        self.sheet = after.sheet


def texts(sheet: StepNotes) -> tuple[str, ...]:
    return tuple(note.text for note in sheet.lines)


def sheet_of(*texts: str) -> StepNotes:
    notes = tuple(
        a_note(f"n{at}", text, rank=float(at), t=10.0 * at, begun=NOON + timedelta(seconds=10 * at))
        for at, text in enumerate(texts, 1)
    )
    return StepNotes("p1", notes)


def ids(sheet: StepNotes) -> list[str]:
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
    undone = Editor(sheet_of("one", "two")).do(0, 2, "onetwo").back()
    assert undone.sheet.lines == sheet_of("one", "two").lines
    # Enter at the same place does the same.
    parted = apply(joined.sheet, 0, 1, "one", "two", t=500.0)
    assert ids(parted.sheet) == ["n1", "n2"]
    assert [note.t for note in parted.sheet.lines] == [10.0, 20.0]
    assert {note.id for note in parted.changed} == {"n1", "n2"}


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
        renumbered = renumbered or len(after.changed) > 1
        sheet = after.sheet
        ranks = [note.rank for note in sheet.lines]
        assert ranks == sorted(set(ranks))
    assert renumbered


def test_a_line_emptied_and_written_anew_has_its_first_time_again_after_undo() -> None:
    editor = Editor(sheet_of("one")).do(0, 1, "", t=50.0).do(0, 1, "new", t=60.0)
    assert editor.sheet.lines[0].t == 60.0
    new = editor.sheet.lines
    assert editor.back(2).sheet.lines == sheet_of("one").lines
    assert editor.back(-2).sheet.lines == new


def test_a_stamped_line_keeps_the_time_of_the_stamp_when_words_arrive() -> None:
    editor = Editor(sheet_of("one")).stamp(0, t=100.0)
    assert [note.stamped for note in editor.sheet.lines] == [False, True]
    stamped = editor.sheet.lines[1]
    filled = editor.do(1, 1, "words", t=300.0).sheet.lines[1]
    assert filled == replace(stamped, text="words")
    assert editor.do(1, 1, "", t=310.0).do(0, 2, "one", "again", t=400.0).sheet.lines[1].t == 100.0


def test_a_stamp_above_an_empty_line_leaves_that_line_what_it_was() -> None:
    blank = blank_sheet("p1", 5.0, NOON, IDS)
    after = Editor(blank).stamp(0, t=42.0).sheet
    assert after.lines[1].id == blank.lines[0].id
    assert [(note.t, note.stamped) for note in after.lines] == [(42.0, True), (5.0, False)]


def test_a_stamp_undone_is_gone_and_redone_has_its_time_again() -> None:
    editor = Editor(sheet_of("one")).stamp(0, t=100.0)
    stamped = editor.sheet.lines
    assert editor.back(t=150.0).sheet.lines == sheet_of("one").lines
    assert editor.back(-1, t=200.0).sheet.lines == stamped
    # A new line there, or a new stamp, is another one.
    assert editor.back(t=210.0).do(0, 1, "one", "", t=220.0).sheet.lines[1].t == 220.0
    fresh = editor.back(t=230.0).stamp(0, t=240.0).sheet.lines[1]
    assert fresh.t == 240.0
    assert fresh.id != stamped[1].id


def test_a_stamp_above_an_empty_line_undone_leaves_a_plain_empty_line() -> None:
    blank = blank_sheet("p1", 5.0, NOON, IDS)
    editor = Editor(blank).stamp(0, t=42.0)
    stamped = editor.sheet.lines
    assert editor.back(t=60.0).sheet.lines == blank.lines
    assert editor.back(-1, t=80.0).sheet.lines == stamped


def test_many_stamped_lines_removed_at_once_come_back_in_their_order() -> None:
    editor = Editor(sheet_of("one")).stamp(0, t=100.0).stamp(0, t=110.0)
    stamped = editor.sheet.lines
    assert [note.t for note in stamped] == [10.0, 110.0, 100.0]
    assert editor.do(0, 3, "one", t=150.0).back().sheet.lines == stamped


def test_a_stamped_line_joined_to_the_one_above_is_gone_with_its_stamp() -> None:
    editor = Editor(sheet_of("one")).stamp(0).do(0, 1, "Aone").do(0, 2, " ")
    assert [(note.id, note.stamped) for note in editor.sheet.lines] == [("n1", False)]


def test_a_line_moved_past_another_without_words_takes_its_stamp_along() -> None:
    editor = Editor(sheet_of("one", "")).stamp(0)
    stamped = editor.sheet.lines[1]
    editor.do(1, 2, "", "", origin=(1, 0))
    assert [note.id for note in editor.sheet.lines] == ["n1", "n2", stamped.id]
    assert editor.sheet.lines[2] == replace(stamped, rank=editor.sheet.lines[2].rank)


def test_what_a_document_that_is_gone_could_undo_is_forgotten() -> None:
    editor = Editor(sheet_of("one")).do(0, 1, "one more").do(0, 1, "one more word")
    other = Editor(editor.sheet).do(0, 1, "one", "two").back()
    assert texts(other.sheet) == ("one more word",)
    assert ids(other.sheet) == ["n1"]


def test_words_written_over_by_the_same_words_leave_nothing_to_do_again() -> None:
    editor = Editor(sheet_of("one")).stamp(0)
    stamped = editor.sheet.lines
    editor.do(0, 2, "one").stamp(0).back().do(0, 1, "one")
    assert editor.back().back(-1).sheet.lines == sheet_of("one").lines
    assert editor.back(2).sheet.lines == stamped


def test_undo_that_is_not_what_was_remembered_gives_the_text_of_the_editor() -> None:
    editor = Editor(sheet_of("one", "two")).do(0, 1, "once")
    editor.history[0] = ("other", "two", "three")
    assert texts(editor.back().sheet) == ("other", "two", "three")
    assert ids(editor.sheet)[:2] == ["n1", "n2"]


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
    assert max(len(line) for line in wrapped.split("\n")) <= 5_000
    assert wrapped.replace("\n", "") == words
    solid = wrap_long("x" * (10_001))
    assert [len(line) for line in solid.split("\n")] == [5_000, 5_000, 1]
    assert wrap_long("short") == "short"


LINE = st.sampled_from(["", "a", "b", "ab", "- c", "+ good #A", '" x', "  "])
REPLACED = st.tuples(st.integers(0, 6), st.lists(LINE, min_size=1, max_size=5))
ACTS = st.tuples(st.integers(0, 30), st.one_of(st.just("stamp"), st.integers(-3, 3), REPLACED))
"""A line, and what is done there: a stamp, so many steps back, or lines replaced."""


@given(st.lists(ACTS, max_size=25))
def test_identity_is_never_doubled_time_never_moves_forward_and_undo_gives_all_back(
    acts: list[tuple[int, str | int | tuple[int, list[str]]]],
) -> None:
    editor = Editor(blank_sheet("p1", 0.0, NOON, IDS))
    states = [editor.sheet.lines]
    begun: dict[str, float] = {}
    for number, (place, what) in enumerate(acts, 1):
        at = place % len(editor.sheet.lines)
        if isinstance(what, int):
            editor.back(max(min(what, editor.steps), editor.steps - len(states) + 1), t=float(number))
            assert values(editor.sheet.lines) == values(states[editor.steps])
            begun.clear()
        else:
            if isinstance(what, str):
                editor.stamp(at, t=float(number))
            else:
                removed = min(max(what[0], 1), len(editor.sheet.lines) - at)
                editor.do(at, removed, *what[1], t=float(number))
            states = [*states[: editor.steps], editor.sheet.lines]
        for note in editor.sheet.lines:
            if note.text.strip() or note.stamped:
                assert note.t <= begun.setdefault(note.id, note.t)
            else:
                begun.pop(note.id, None)
        seen = ids(editor.sheet)
        assert len(seen) == len(set(seen))
        assert all(a.rank < b.rank for a, b in pairwise(editor.sheet.lines))
        assert sorted(editor.stored.values(), key=lambda note: note.rank) == list(editor.sheet.lines)
        assert texts(editor.sheet) == editor.history[editor.steps]


def values(lines: tuple[Note, ...]) -> list[Note]:
    """The lines whatever their ranks."""
    return [replace(note, rank=0.0) for note in lines]


@given(st.lists(ACTS, max_size=12), st.integers(0, 50), LINE)
def test_a_line_edited_alone_is_edited_as_in_the_company_of_its_neighbour(
    acts: list[tuple[int, str | int | tuple[int, list[str]]]], at: int, text: str
) -> None:
    editor = Editor(blank_sheet("p1", 0.0, NOON, IDS))
    for number, (place, what) in enumerate(acts, 1):
        begin = place % len(editor.sheet.lines)
        if isinstance(what, str):
            editor.stamp(begin, t=number * 10.0)
        elif not isinstance(what, int):
            removed = min(max(what[0], 1), len(editor.sheet.lines) - begin)
            editor.do(begin, removed, *what[1], t=number * 10.0)
    sheet = apply(editor.sheet, 0, 0, "a neighbour above", t=500.0).sheet
    at = 1 + at % (len(sheet.lines) - 1)
    alone = apply(sheet, at, 1, text, t=900.0)
    company = apply(sheet, at - 1, 2, sheet.lines[at - 1].text, text, t=900.0)
    assert alone.sheet.lines == company.sheet.lines
    assert alone.sheet.cut == company.sheet.cut
    assert alone.changed == company.changed
    assert alone.gone == company.gone


def test_redo_gives_a_line_and_then_its_words_the_first_time_again() -> None:
    editor = Editor(sheet_of("one")).do(0, 1, "one", "", t=100.0).do(1, 1, "halved the error", t=105.0)
    written = editor.sheet.lines
    assert editor.back().back().back(-1).back(-1).sheet.lines == written
    # Typed anew, it is another line.
    assert editor.back().do(1, 1, "h", t=201.0).sheet.lines[1].t == 201.0


def test_keys_that_are_taken_back_together_are_one_step() -> None:
    editor = Editor(sheet_of("one"))
    for rest, t in (("on", 50.0), ("o", 51.0), ("", 52.0)):
        change = NoteEdit("p1", 0, 1, (rest,), before=editor.steps, after=1)
        editor.sheet = edit(editor.sheet, change, t, NOON, IDS).sheet
        editor.steps = 1
    assert editor.back().sheet.lines == sheet_of("one").lines


def test_a_line_cut_and_pasted_is_the_same_line_and_a_second_copy_another() -> None:
    cut = apply(sheet_of("one", "two", "three"), 0, 2, "two").sheet
    pasted = apply(cut, 1, 1, "three", "one", t=500.0).sheet
    assert ids(pasted) == ["n2", "n3", "n1"]
    assert pasted.lines[2].t == 10.0
    twice = apply(pasted, 2, 1, "one", "one", t=600.0).sheet
    assert twice.lines[2].id == "n1"
    assert twice.lines[3].t == 600.0


def test_words_cut_and_pasted_into_an_empty_line_are_the_same_line() -> None:
    emptied = apply(sheet_of("one", "two"), 0, 1, "", t=50.0).sheet
    assert apply(emptied, 0, 1, "one", t=60.0).sheet.lines == sheet_of("one", "two").lines
    assert apply(emptied, 0, 1, "once", t=60.0).sheet.lines[0].t == 60.0


def test_two_lines_with_the_same_words_come_back_in_their_order() -> None:
    sheet = sheet_of("same", "same", "last")
    cut = apply(sheet, 0, 3, "last", t=50.0).sheet
    assert apply(cut, 0, 1, "same", "same", "last", t=60.0).sheet.lines == sheet.lines


@given(st.text(alphabet="abc", max_size=8), st.text(alphabet="abc", max_size=8))
def test_equal_ends_are_as_long_as_can_be_and_never_overlap(old: str, new: str) -> None:
    head, tail = same_ends(old, new)
    rest = old[head : len(old) - tail], new[head : len(new) - tail]
    assert old[:head] + rest[1] + old[len(old) - tail :] == new
    assert not all(rest) or (rest[0][0] != rest[1][0] and rest[0][-1] != rest[1][-1])


def test_lines_with_words_of_their_own_stay_what_they_are_whatever_is_pasted_over_them() -> None:
    editor = Editor(sheet_of("one", "two", "three")).do(0, 2, "two")
    assert ids(editor.sheet) == ["n2", "n3"]
    assert ids(editor.do(0, 2, "one", "four").sheet) == ["n2", "n3"]


def test_a_new_line_is_never_one_that_was_cut_with_other_words() -> None:
    editor = Editor(sheet_of("alpha", "two")).do(0, 2, "two").do(0, 1, "two", "beta")
    assert ids(editor.sheet)[0] == "n2"
    assert ids(editor.sheet)[1] not in ("n1", "n2")
