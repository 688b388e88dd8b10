"""Openings on the disk: their sheets, which stay, who had which kit."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from interviewer_app.domain.changes import InterviewGone, InterviewPut, OpeningGone, OpeningPut
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.kits.kit import Stage
from interviewer_app.domain.listing import Query
from interviewer_app.domain.live import call
from interviewer_app.domain.openings.opening import OLD_SHEET, OpeningSheet
from interviewer_app.storage import migrations, openings
from interviewer_app.storage.checks import check
from tests.builders import NOON, a_kit, a_moment, a_settled_sheet, a_story, an_interview, an_opening
from tests.full_builders import a_full_sheet
from tests.storage.files import a_reader, by_hand, save


def test_a_sheet_comes_back_field_by_field(path: Path) -> None:
    for number, sheet in enumerate((a_full_sheet(), OpeningSheet(), OLD_SHEET, a_settled_sheet())):
        opening = an_opening(f"o{number}", sheet=sheet)
        save(
            path,
            OpeningPut(opening),
            InterviewPut(an_interview(Phase.PREPARED, f"i{number}", opening=opening)),
        )
        assert openings.one(a_reader(path), opening.id) == opening
        assert a_reader(path).load(f"i{number}").opening == opening


def test_only_what_was_answered_is_written(path: Path) -> None:
    save(path, OpeningPut(an_opening(sheet=a_settled_sheet(waived="x"))))
    with by_hand(path) as conn:
        stored = conn.execute("SELECT sheet FROM opening").fetchone()[0]
    assert stored == '{"picker":{"output":"features"},"waived":"x"}'


def test_openings_from_before_the_sheets_are_waived_with_a_sentence(path: Path) -> None:
    migrations.ensure(path, NOON, migrations.STEPS[:3])
    with by_hand(path) as conn:
        conn.execute("INSERT INTO opening VALUES ('o1', 'Old', 'gen', 'mid', 1)")
    migrations.ensure(path, NOON)
    old = openings.one(a_reader(path), "o1")
    assert old is not None
    assert old.sheet.waived == "Made before scope sheets were kept"
    assert old.sheet.old


def test_a_kept_opening_stays_without_interviews_and_others_go(path: Path) -> None:
    kept, passing = an_opening("kept"), an_opening("passing")
    save(path, OpeningPut(kept))
    for number, opening in enumerate((kept, passing)):
        save(path, InterviewPut(an_interview(Phase.PREPARED, f"i{number}", opening=opening)))
    save(path, InterviewGone("i0"), InterviewGone("i1"))
    assert [row.opening.id for row in openings.every(a_reader(path))] == ["kept"]
    assert [o.id for o in a_reader(path).openings()] == ["kept"]
    save(path, OpeningGone("kept"))
    assert openings.every(a_reader(path)) == ()


def test_an_opening_with_interviews_cannot_be_removed(path: Path) -> None:
    save(path, *a_story(Phase.TO_REVIEW).changes, OpeningGone("o1"))
    (row,) = openings.every(a_reader(path))
    assert (row.interviews, row.sample) == (1, False)
    assert row.waits_since == NOON.date()


def test_what_was_waived_a_moment_before_the_start_is_not_lost(path: Path) -> None:
    """The row of the prepared interview is replaced by that of the live one before it is written."""
    opening = an_opening(sheet=OpeningSheet())
    begun = call.begin("i1", a_kit(), opening, a_moment(), candidate="Ada")
    save(path, *begun.changes)
    waived = call.prepare(begun.interview, opening=replace(opening, sheet=a_settled_sheet()))
    started = call.start(waived.interview, a_moment(5.0))
    save(path, *waived.changes, *started.changes)
    assert openings.one(a_reader(path), "o1") == waived.interview.opening


def test_a_call_leaves_a_sheet_alone_that_was_changed_since(path: Path) -> None:
    opening = an_opening(sheet=a_settled_sheet())
    begun = call.begin("i1", a_kit(), opening, a_moment(), candidate="Ada")
    live = call.start(begun.interview, a_moment(1.0))
    save(path, *begun.changes, *live.changes)
    later = replace(opening, sheet=a_settled_sheet(waived="Another reason"))
    save(path, OpeningPut(later))
    save(path, *call.set_factor(live.interview, 150, a_moment(2.0)).changes)
    assert openings.one(a_reader(path), "o1") == later
    assert a_reader(path).load("i1").opening == opening


def test_who_had_which_kit(path: Path) -> None:
    other = a_kit("kit-b", stage=Stage.FINAL)
    save(
        path,
        *a_story(Phase.TO_REVIEW).changes,
        *a_story(Phase.TO_REVIEW, "i2", kit=other, candidate="Ben", at=9_000.0).changes,
        *a_story(Phase.PREPARED, "i3", candidate="Not yet", at=20_000.0).changes,
    )
    first, second = openings.uses(a_reader(path), "o1")
    assert (first.interview_id, first.stage, first.form) == ("i1", Stage.TECH, "a")
    assert (second.candidate, second.stage, second.kit_title) == ("Ben", Stage.FINAL, "Kit kit-b")
    assert first.started == (NOON + timedelta(seconds=60)).isoformat() or first.started < second.started
    assert openings.alone(a_reader(path), "o1") is False
    assert openings.alone(a_reader(path), "nowhere") is True


def test_who_had_which_kit_is_looked_for_in_the_opening_alone(path: Path) -> None:
    save(path, *a_story(Phase.TO_REVIEW).changes)
    with by_hand(path) as conn:
        steps = [row[3] for row in conn.execute(f"EXPLAIN QUERY PLAN {openings._USES}", ("o1",))]
    assert any("interview_opening" in step for step in steps)
    assert not any("interview_kit" in step or step.startswith("SCAN i") for step in steps), steps


def test_no_database_is_no_openings(path: Path) -> None:
    assert openings.every(a_reader(path)) == ()
    assert openings.one(a_reader(path), "o1") is None
    assert openings.uses(a_reader(path), "o1") == ()


def test_interviews_that_have_not_begun_take_the_title(path: Path) -> None:
    save(path, *a_story(Phase.PREPARED).changes, *a_story(Phase.LIVE, "i2", at=9_000.0).changes)
    renamed = an_opening(title="Zookeeper", sheet=a_settled_sheet())
    save(path, OpeningPut(renamed))
    reader = a_reader(path)
    assert reader.load("i1").opening == an_opening(title="Zookeeper")
    assert reader.load("i2").opening == an_opening(), "a call keeps the opening it began with"
    assert [row.id for row in reader.page(Query(words="zookeeper")).rows] == ["i1"]
    assert check(path) == []
