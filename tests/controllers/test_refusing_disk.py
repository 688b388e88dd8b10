"""While the disk takes nothing, an interview goes on from screen to screen as it was left."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from interviewer_app.controllers import keeper
from interviewer_app.controllers.forms import FieldEdited
from interviewer_app.controllers.library.controller import LibraryController
from interviewer_app.controllers.live.controller import LiveController
from interviewer_app.controllers.openings.controller import OpeningController
from interviewer_app.controllers.packet.controller import PacketController
from interviewer_app.controllers.prepare.controller import PrepareController
from interviewer_app.controllers.review.controller import ReviewController
from interviewer_app.domain.errors import StorageProblem
from interviewer_app.domain.interview import Phase, Recommendation
from interviewer_app.domain.notes.note import NoteEdit
from tests.builders import a_story
from tests.controllers.desk import Desk, Ear
from tests.storage.files import by_hand


@contextmanager
def refusing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Somebody else holds the lock that the writer needs; whoever waited for the disk would wait for ever."""
    assert desk.keeper.flush()
    with monkeypatch.context() as patch, by_hand(desk.keeper.path) as other:
        patch.setattr(keeper, "FLUSH_S", 1000.0)
        patch.setattr(keeper, "BLINK_S", 0.01)
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
    assert desk.keeper.flush()


def test_a_call_that_begins_while_the_disk_refuses_keeps_what_is_typed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare = PrepareController(desk.keeper, desk.preferences, desk.folder / "kits")
    started = Ear(prepare.started)
    prepare.new()
    prepare.set_candidate("Ada")
    prepare.set_output("features")
    prepare.waive("A trial")
    live = LiveController(desk.keeper, desk.preferences)
    with refusing(desk, monkeypatch):
        prepare.start()
        live.load(started.last.interview_id)
        live.notes.edit(NoteEdit("opening", 0, 1, ("typed on a full disk",)))
    stored = desk.stored(started.last.interview_id)
    assert stored.phase is Phase.LIVE
    assert stored.sheets["opening"].text == "typed on a full disk"


def test_a_call_that_goes_on_while_the_disk_refuses_keeps_what_is_typed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    review, live = ReviewController(desk.keeper), LiveController(desk.keeper, desk.preferences)
    review.load(desk.store(a_story(Phase.TO_REVIEW, lines=())))
    with refusing(desk, monkeypatch):
        review.continue_call()
        live.load("i1")
        live.notes.edit(NoteEdit("p1", 0, 1, ("one thing more",)))
        live.end_call()
        again = ReviewController(desk.keeper)
        seen = Ear(again.changed)
        again.load("i1")
        assert seen.last.phase is Phase.TO_REVIEW
    assert desk.stored("i1").sheets["p1"].text == "one thing more"


def test_a_packet_made_while_the_disk_refuses_is_that_of_the_finalised_interview(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = ReviewController(desk.keeper)
    review.load(desk.store(a_story(Phase.TO_REVIEW)))
    for letter in "ABC":
        review.choose(letter, 4)
        review.settle(letter, unsupported=True)
    review.conclusion.recommend(Recommendation.YES)
    review.conclusion.write_reason("Clear.")
    packet = PacketController(desk.keeper, desk.preferences)
    shown = Ear(packet.ready)
    with refusing(desk, monkeypatch):
        review.conclusion.finalise()
        packet.load("i1")
        packet.close()
    assert not shown.last.draft
    assert desk.stored("i1").phase is Phase.FINALISED


def test_openings_are_seen_as_they_were_typed_while_the_disk_refuses(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    openings = OpeningController(desk.keeper, desk.folder / "kits", lambda: str(desk.folder))
    seen = Ear(openings.changed)
    openings.new()
    openings.edit(FieldEdited("title", "Old title"))
    openings.new()
    openings.edit(FieldEdited("title", "Not wanted"))
    with refusing(desk, monkeypatch):
        openings.remove()
        assert titles(seen) == ["Old title"]
        openings.edit(FieldEdited("title", "Typed on a full disk"))
        openings.new()
        openings.edit(FieldEdited("title", "Begun on a full disk"))
        openings.load("")
        assert titles(seen) == ["Begun on a full disk", "Typed on a full disk"]
        prepare = PrepareController(desk.keeper, desk.preferences, desk.folder / "kits")
        prepared = Ear(prepare.changed)
        prepare.new()
        assert prepared.last.opening.title == "Begun on a full disk"
        prepare.set_opening_title("Typed on a full disk")
        prepare.set_candidate("Ada")
        prepare.save_for_later()
    openings.load("")
    assert sorted(titles(seen)) == ["Begun on a full disk", "Typed on a full disk"]


def test_the_library_is_read_anew_when_the_disk_has_caught_up(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.store(a_story(Phase.PREPARED, "goes"))
    library = LibraryController(desk.keeper)
    seen = Ear(library.changed)
    library.refresh()
    with refusing(desk, monkeypatch):
        library.try_sample()
        library.remove("goes")
        with pytest.raises(StorageProblem, match="no interview"):
            desk.keeper.load("goes")
        library.refresh()
    desk.qtbot.waitUntil(lambda: [row.sample for row in seen.last.rows] == [True])


def test_a_sample_is_opened_and_an_interview_brought_back_while_the_disk_refuses(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.store(a_story(Phase.PREPARED, "back"))
    library, live = LibraryController(desk.keeper), LiveController(desk.keeper, desk.preferences)
    library.refresh()
    opened, seen = Ear(library.open_requested), Ear(live.changed)
    with refusing(desk, monkeypatch):
        library.try_sample()
        live.load(opened.last.interview_id)
        assert seen.last.candidate
        library.remove("back")
        library.undo()
        assert desk.keeper.load("back").phase is Phase.PREPARED
    assert desk.stored("back").phase is Phase.PREPARED
    assert desk.stored(opened.last.interview_id).sample


def titles(seen: Ear) -> list[str]:
    """The openings in the list."""
    return [item.title for item in seen.last.items]
