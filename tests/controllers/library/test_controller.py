"""The list: pages, filter, sample, removing and bringing back."""

import pytest

from interviewer_app.controllers.library.controller import LibraryController
from interviewer_app.controllers.library.views import LibraryView
from interviewer_app.domain.changes import Change
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.listing import PhaseFilter, Query
from tests.builders import a_story
from tests.controllers.desk import Desk, Ear


@pytest.fixture
def library(desk: Desk) -> LibraryController:
    return LibraryController(desk.keeper)


def test_an_empty_library_is_a_view_too(library: LibraryController) -> None:
    ear = Ear(library.changed)
    library.refresh()
    view: LibraryView = ear.last
    assert (view.rows, view.more, view.counts.all) == ((), False, 0)


def test_pages_follow_one_another_and_a_refresh_keeps_what_was_fetched(
    desk: Desk, library: LibraryController
) -> None:
    for n in range(7):
        desk.store(a_story(Phase.PREPARED, f"i{n}", candidate=f"Person {n}"))
    ear = Ear(library.changed)
    library.ask(Query(limit=3))
    assert (len(ear.last.rows), ear.last.more) == (3, True)
    library.more()
    library.more()
    assert (len(ear.last.rows), ear.last.more) == (7, False)
    library.more()
    library.refresh()
    assert len(ear.last.rows) == 7
    assert len({row.id for row in ear.last.rows}) == 7


def test_the_filter_and_the_shelf_narrow_it(desk: Desk, library: LibraryController) -> None:
    desk.store(a_story(Phase.PREPARED, "i1", candidate="Mei Tanaka"))
    desk.store(a_story(Phase.FINALISED, "i2", candidate="Priya Raman"))
    ear = Ear(library.changed)
    library.ask(Query(words="ra pri"))
    assert [row.id for row in ear.last.rows] == ["i2"]
    library.ask(Query(shelf=PhaseFilter.COMING_UP))
    assert [row.id for row in ear.last.rows] == ["i1"]
    assert ear.last.counts.all == 2


def test_opening_says_the_phase_and_what_was_interrupted_is_offered_once(
    desk: Desk, library: LibraryController
) -> None:
    desk.store(a_story(Phase.LIVE, "i1"))
    view, wish, packet = Ear(library.changed), Ear(library.open_requested), Ear(library.packet_requested)
    library.refresh()
    assert view.last.interrupted == ("i1",)
    library.open("i1")
    assert (wish.last.interview_id, wish.last.phase) == ("i1", Phase.LIVE)
    assert view.last.interrupted == ()
    library.refresh()
    assert view.last.interrupted == ()
    library.export(("i1",))
    assert packet.last.interview_id == "i1"
    library.open("nowhere")
    assert len(wish.heard) == 1


def test_the_sample_is_marked_can_be_opened_and_removed_and_brought_back(
    desk: Desk, library: LibraryController
) -> None:
    view, wish = Ear(library.changed), Ear(library.open_requested)
    library.try_sample()
    sample = wish.last.interview_id
    before = desk.stored(sample)
    assert before.sample
    assert before.phase is Phase.LIVE
    assert len(before.notes) >= 10
    assert view.last.rows[0].sample
    library.remove(sample)
    assert view.last.rows == ()
    library.undo()
    assert desk.stored(sample) == before
    library.undo()
    assert len(view.last.rows) == 1


def test_a_finalised_sample_comes_back_whole_too(desk: Desk, library: LibraryController) -> None:
    before = desk.stored(desk.store(a_story(Phase.FINALISED, sample=True)))
    library.refresh()
    library.remove("i1")
    library.undo()
    assert desk.stored("i1") == before


def test_what_a_candidate_said_cannot_be_removed(desk: Desk, library: LibraryController) -> None:
    desk.store(a_story(Phase.TO_REVIEW))
    trouble = Ear(library.problem)
    library.refresh()
    library.remove("i1")
    assert "Only samples" in trouble.last.sentence
    assert desk.stored("i1").phase is Phase.TO_REVIEW
    library.remove("nowhere")
    assert len(trouble.heard) == 1


@pytest.mark.parametrize("phase", [Phase.PREPARED, Phase.LIVE, Phase.FINALISED])
def test_a_kill_while_an_interview_comes_back_finds_it_whole_or_gone(
    desk: Desk, library: LibraryController, monkeypatch: pytest.MonkeyPatch, phase: Phase
) -> None:
    before = desk.stored(desk.store(a_story(phase, sample=True)))
    library.refresh()
    library.remove("i1")
    really = desk.keeper.save
    commits: list[tuple[Change, ...]] = []
    with monkeypatch.context() as patch:
        patch.setattr(desk.keeper, "save", lambda changes, _left=None: commits.append(changes))
        library.undo()
    # Everything after the first commit is what the kill takes away.
    really(commits[0])
    assert desk.stored("i1") == before
