"""Interviews after the call, made by the domain's own acts, and the real screen over a real database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtTest import QTest

from interviewer_app.controllers.clock import Clock
from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.review.controller import ReviewController
from interviewer_app.domain import review
from interviewer_app.domain.interview import Interview, Point, PointKind, Recommendation
from interviewer_app.domain.kits.kit import QUESTIONS, Category, Kit, RoleProfile, Scorecard
from interviewer_app.domain.live import call
from interviewer_app.domain.live.call import Update
from interviewer_app.domain.marks import GapCause, MarkKind, PauseCause
from interviewer_app.domain.scores import NotObservedReason
from interviewer_app.ui.review.screen import ReviewScreen
from tests.builders import a_kit, a_moment, a_prompt, an_opening, new_ids, write_line

TITLES = (
    ("A", "Applied AI delivery", "Turns a vague wish into something that works and can be measured."),
    ("B", "Data competence", "Knows what the data can carry and what it cannot."),
    ("C", "Production readiness", "Keeps a system useful, observable and reversible after release."),
    ("D", "Security and risk", "Sees who could be harmed, and limits it before it happens."),
    ("E", "Communication", "Makes the listener able to decide."),
)
ANCHORS = (
    "Cannot say how the thing runs or how it fails, or would change it with no way back.",
    "Has the vocabulary but cannot place it in a running system; watching means reading logs afterwards.",
    """Has run what others set up. Watches whether it is up, not whether it is right. Going back ignores data
    and caches. Needs a hand at each next step.""",
    """Describes a path from change to user that works: tests, release in stages, named signals with limits, a
    way back that was tried. Puts the scenario in order and limits harm before the cause is known.""",
    """As 3, with sums: load, delay and cost; gives up parts on purpose when something it needs is gone; tells
    a drifting input from a broken one by a check.""",
    """As 4 under strain: led the recovery from a serious failure, removed its kind, and can say which guards
    are not worth having here and why.""",
)
LINES = {
    "p1": (
        (485, "+ Tests retrieval apart from generation: hit rate at 5, then reads 50 answers #C #A"),
        (564, "+ Plain search for the new line first, before the cause is known #C"),
        (630, "week-two index back in 20 min, loses the 3,100 new articles #C"),
        (662, "! Named no owner for the bulk load until probe 5 #C"),
        (700, '" I would rather be slow than wrong here #A #B'),
    ),
    "p2": (
        (1277, "+ Takes the mail tool away before reading code #C #D"),
        (1480, "? Says how to find a fourth customer only in outline #C"),
        (1500, "! Trusts the vendor's word on where the data lies #D"),
    ),
    "p3": (
        (2998, '" We paged on refusals over 4 per cent in ten minutes, nothing else #C'),
        (3010, "+ Two sentences for the board, without a number they cannot use #B"),
    ),
}


class Story:
    """An interview in the telling; seconds count from the start of the call."""

    def __init__(self, interview_id: str = "i1") -> None:
        self.changes: list[object] = []
        self.ids = new_ids(f"{interview_id}-")
        self.interview: Interview
        begun = call.begin(interview_id, our_kit(), an_opening(), a_moment(-300.0), candidate="Lena Brandt")
        self.take(begun)
        self.take(call.prepare(self.interview, interviewer="Robin"))

    def take(self, update: Update) -> None:
        """Adopt an update."""
        self.interview = update.interview
        self.changes.extend(update.changes)

    def held(self) -> "Story":
        """The call was held: notes in three prompts, a pause, a help probe, C scored 3."""
        self.take(call.start(self.interview, a_moment(0.0)))
        for step, begin in (("p1", 240.0), ("p2", 1200.0), ("p3", 2900.0)):
            self.take(call.show(self.interview, step, a_moment(begin)))
            for t, line in LINES[step]:
                write_line(self.interview, step, line, a_moment(float(t)), self.ids, self.take)
            if step == "p1":
                told = call.tick(self.interview, MarkKind.PROBE, "p1", "q2", on=True, now=a_moment(900.0))
                self.take(told)
                self.take(call.score(self.interview, "C", 3, a_moment(1060.0)))
            if step == "p2":
                self.take(call.pause(self.interview, PauseCause.CONNECTION, a_moment(2292.0)))
                self.take(call.resume(self.interview, a_moment(2380.0)))
        self.take(call.end(self.interview, a_moment(3480.0)))
        for n in range(4):
            self.cite("C", (0, 1, 2, 5)[n])
        return self

    def out_of_order(self) -> "Story":
        """The third prompt before the second, the first never, the program away twice."""
        self.take(call.start(self.interview, a_moment(0.0)))
        for step, begin in (("p3", 240.0), ("p2", 1200.0), (QUESTIONS, 2_900.0)):
            self.take(call.show(self.interview, step, a_moment(begin)))
            for n, (_t, line) in enumerate(LINES.get(step, ())):
                now = a_moment(begin + 30.0 * (n + 1))
                write_line(self.interview, step, line, now, self.ids, self.take)
        for since, until in ((3_000.0, 3_050.0), (3_100.0, 3_400.0)):
            now = a_moment(until)
            self.take(call.add_gap(self.interview, a_moment(since), GapCause.ASLEEP, now))
        self.take(call.end(self.interview, a_moment(3480.0)))
        return self

    def note(self, at: int) -> str:
        """The id of a note by its place."""
        return self.interview.notes[at].id

    def cite(self, letter: str, at: int) -> None:
        """Cite a note by its place."""
        self.take(review.cite(self.interview, letter, self.note(at), a_moment(4000.0), on=True))

    def score(self, letter: str, value: int | None, *cited: int) -> "Story":
        """Score and settle a category on notes by their place; None is not observed, out of time."""
        now = a_moment(4000.0)
        why = NotObservedReason.OUT_OF_TIME if value is None else None
        self.take(call.score(self.interview, letter, value, now, observed=value is not None, reason=why))
        for at in cited:
            self.cite(letter, at)
        self.take(review.settle(self.interview, letter, now, unsupported=True))
        return self

    def four_settled(self) -> "Story":
        """A, B, D and E are settled, C is open: the state of the mock."""
        self.score("A", 3, 0, 4).score("B", 4, 4, 9).score("D", 2, 7).score("E", None)
        self.take(review.write_missing(self.interview, "C", "No sums for load or cost"))
        return self.points()

    def all_settled(self) -> "Story":
        """Everything is settled; D is below its floor of 3."""
        self.four_settled()
        self.take(review.settle(self.interview, "C", a_moment(4100.0)))
        return self

    def points(self) -> "Story":
        """Some lines for page 1."""
        made = (
            Point("s1", PointKind.STRENGTH, "C", "Tests retrieval apart from generation", self.note(0)),
            Point(
                "s2", PointKind.STRENGTH, "D", "Takes the mail tool away before reading code", self.note(5)
            ),
            Point("s3", PointKind.STRENGTH, "B", "Says what the board needs, in two sentences"),
            Point("c1", PointKind.CONCERN, "C", "Named no owner for the bulk load", self.note(3)),
            Point("u1", PointKind.UNKNOWN, "C", "How a fourth customer would be found", self.note(6)),
        )
        self.take(review.write_points(self.interview, made))
        return self

    def finalised(self) -> "Story":
        """Shut for good."""
        self.all_settled()
        now = a_moment(4200.0)
        reason = (
            "Sound in production and honest about data; security can be learnt beside a senior colleague."
        )
        self.take(review.recommend(self.interview, Recommendation.YES, reason, now))
        self.take(review.finalise(self.interview, now))
        return self


def our_kit() -> Kit:
    """Five categories with anchors as long as real ones, and three prompts."""
    anchors = tuple(" ".join(words.split()) for words in ANCHORS)
    categories = tuple(Category(x, title, says, anchors) for x, title, says in TITLES)
    kit = a_kit(letters="ABCDE")
    titles = ("Week three", "The invoice that gave orders", "The first thirty days")
    prompts = tuple(
        a_prompt(f"p{n}", title=title, categories=("C", "A"), minutes=15) for n, title in enumerate(titles, 1)
    )
    role = RoleProfile("engineer", "Engineer", floors={"C": 3, "D": 3}, weights={"A": 2, "C": 2})
    return replace(kit, prompts=prompts, role=role, scorecard=Scorecard("card", "Delivery", categories))


@dataclass(frozen=True, slots=True)
class Desk:
    """The screen, its controller and the database behind them."""

    screen: ReviewScreen
    controller: ReviewController
    keeper: Keeper

    def stored(self) -> Interview:
        """The interview as the database has it."""
        assert self.keeper.flush()
        assert self.screen.view is not None
        return self.keeper.reader.load(self.screen.view.interview_id)


@contextmanager
def a_desk(
    folder: Path, story: Story, size: tuple[int, int] = (1280, 772), clock: Clock | None = None
) -> Iterator[Desk]:
    """The screen as shown after loading the interview of a story."""
    keeper = Keeper(folder / "interviews.db", clock or Clock())
    keeper.start()
    keeper.save(tuple(story.changes))  # type: ignore[arg-type]  # whatever the domain made
    assert keeper.flush()
    controller = ReviewController(keeper)
    screen = ReviewScreen(controller)
    controller.load(story.interview.id)
    screen.resize(*size)
    screen.show()
    screen.activateWindow()
    assert QTest.qWaitForWindowActive(screen)
    screen.setFocus()
    try:
        yield Desk(screen, controller, keeper)
    finally:
        screen.close()
        screen.deleteLater()
        keeper.close()
