"""Which notes count for which category."""

from interviewer_app.domain.interview import Phase
from interviewer_app.domain.live import call
from interviewer_app.domain.live.coverage import evidence, help_given, letters_of
from interviewer_app.domain.marks import MarkKind
from tests.builders import a_kit, a_moment, a_note, an_interview


def test_a_tag_decides_and_an_untagged_line_counts_for_its_prompt() -> None:
    kit = a_kit()
    assert letters_of(kit, a_note(text="x #C")) == ("C",)
    assert letters_of(kit, a_note(text="x")) == ("A", "B")
    assert letters_of(kit, a_note(text="x", step="opening")) == ()


def test_help_and_blank_lines_are_no_evidence() -> None:
    kit = a_kit()
    assert letters_of(kit, a_note(text="> asked again #A")) == ()
    assert letters_of(kit, a_note(text="#A")) == ()
    assert letters_of(kit, a_note(text="+ ")) == ()


def test_a_tag_the_kit_does_not_score_is_words_only() -> None:
    assert letters_of(a_kit(), a_note(text="x #H")) == ("A", "B")


def test_evidence_per_category_tells_tagged_from_untagged() -> None:
    found = evidence(an_interview(Phase.LIVE, lines=("one #C", "two")))
    assert len(found["C"].tagged) == 3
    assert [note.body for note in found["A"].untagged] == ["two", "two"]
    assert found["A"].count == len(found["A"].tagged) + 2


def test_help_counts_assist_probes_alone() -> None:
    live = an_interview(Phase.LIVE)
    for probe in ("q1", "q2"):
        live = call.tick(live, MarkKind.PROBE, "p1", probe, on=True, now=a_moment(9_000.0)).interview
    assert help_given(live, "p1") == 1
    assert help_given(live, "opening") == 0
