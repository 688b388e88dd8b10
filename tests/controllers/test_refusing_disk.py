"""While the disk takes nothing, an interview goes on from screen to screen as it was left."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from interviewer_app.controllers import keeper
from interviewer_app.controllers.live.controller import LiveController
from interviewer_app.controllers.packet.controller import PacketController
from interviewer_app.controllers.prepare.controller import PrepareController
from interviewer_app.controllers.review.controller import ReviewController
from interviewer_app.domain.interview import Phase, Recommendation
from interviewer_app.domain.notes.note import NoteEdit
from tests.builders import a_story
from tests.controllers.desk import Desk, Ear
from tests.storage.files import by_hand


@contextmanager
def refusing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Somebody else holds the lock that the writer needs; nobody waits long for it."""
    assert desk.keeper.flush()
    with monkeypatch.context() as patch, by_hand(desk.keeper.path) as other:
        patch.setattr(keeper, "FLUSH_S", 0.05)
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
    monkeypatch.setattr(keeper, "FLUSH_S", 20.0)


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
    review.recommend(Recommendation.YES)
    review.write_reason("Clear.")
    packet = PacketController(desk.keeper, desk.preferences)
    shown = Ear(packet.ready)
    with refusing(desk, monkeypatch):
        review.finalise()
        packet.load("i1")
        packet.close()
    assert not shown.last.draft
    assert desk.stored("i1").phase is Phase.FINALISED
