"""Draws the pictures of the README: run it with the Python of .venv; a folder may be given.

Runs the real program on a data folder of its own, with made-up interviews, and grabs its window.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# No picture shows whose machine it was made on.
os.environ["HOME"] = "/home/ruth"

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from interviewer_app.app.wiring import Program
from interviewer_app.controllers.front import OpenWish
from interviewer_app.controllers.review import ReviewController
from interviewer_app.domain.coverage import evidence
from interviewer_app.domain.interview import Interview, Phase, Point, PointKind, Recommendation
from interviewer_app.domain.listing import Order, Query
from interviewer_app.domain.notes import Marker
from interviewer_app.domain.scores import NotObservedReason
from interviewer_app.exchange.demo import made_up
from interviewer_app.kits import library
from interviewer_app.storage import bulk, migrations
from interviewer_app.ui import actions, style, theme
from interviewer_app.ui.window import theme_choice

SIZE = (1280, 800)
REASON = (
    "Limits the harm before hunting the cause and backs each step with figures. Communication was out of "
    "time and security rests on little: both come first in round 3."
)
KINDS = {
    Marker.FOR: PointKind.STRENGTH,
    Marker.AGAINST: PointKind.CONCERN,
    Marker.UNKNOWN: PointKind.UNKNOWN,
}


def main(folder: Path) -> None:
    """Every picture in light and dark."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    style.install(app)
    for look in ("light", "dark"):
        with tempfile.TemporaryDirectory() as data:
            Tour(app, Path(data), look, lambda name, look=look: folder / f"{name}-{look}.png").take()


class Tour:
    """One walk through the program in one theme."""

    def __init__(self, app: QApplication, data: Path, look: str, path: Callable[[str], Path]) -> None:
        self._path = path
        database = data / "interviews.db"
        self.program = Program(data, database)
        migrations.ensure(database, self.program.clock.now().utc)
        kit = library.shipped().kit("gen-tech-60")
        assert kit is not None
        bulk.insert_many(database, made_up(24, 7, kit))
        self.program.preferences.update(theme=look, interviewer="Ruth Adeyemi", team="Support Tools")
        theme.apply(app, theme_choice(look), text_scale=1.0)
        self.program.build(None)
        self.window = self.program.window
        self.window.resize(*SIZE)
        self.window.show()
        self.program.after_first_paint()

    def take(self) -> None:
        """Library, prepare, live, score panel, review, packet."""
        self.program.library.ask(Query(order=Order.NEEDS_ME))
        self._shoot("library")
        self.window.new_interview()
        self._shoot("prepare")
        self.window.show_library()
        self.program.library.try_sample()
        self._shoot("live")
        screen = self.window.stations[actions.LIVE].screen
        keys = screen.actions_by_id  # type: ignore[attr-defined]
        keys["live.ribbon"].trigger()
        self._shoot("ribbon")
        keys["live.ribbon"].trigger()
        live = screen._controller  # type: ignore[attr-defined]  # noqa: SLF001
        for letter, value in zip("ABCD", (4, 3, 3, 2), strict=True):
            live.score(letter, value)
        live.end_call()
        review = self.window.stations[actions.REVIEW].screen._controller  # type: ignore[attr-defined]  # noqa: SLF001
        self._review(review)
        self.program.close()
        self.window.close()

    def _review(self, review: ReviewController) -> None:
        for letter in "ABCD":
            found = evidence(self._interview(review))[letter]
            for note in (*found.tagged, *found.untagged)[:2]:
                review.cite(letter, note.id, True)
        for letter in "ABD":
            review.settle(letter, unsupported=True)
        review.not_observed("E", NotObservedReason.OUT_OF_TIME)
        review.settle("E")
        review.select("C")
        self._shoot("review")
        review.settle("C")
        notes = self._interview(review).notes
        review.write_points(
            tuple(
                Point(n.id, KINDS[n.marker], (n.tags or ("C",))[0], n.body, n.id)
                for n in notes
                if n.marker in KINDS
            )
        )
        review.choose_strongest(next(n.id for n in notes if n.marker is Marker.SAID))
        review.recommend(Recommendation.YES)
        review.write_reason(REASON)
        review.finalise()
        self.window.open_packet(OpenWish(self._interview(review).id, Phase.FINALISED))
        self._shoot("packet")

    def _interview(self, review: ReviewController) -> Interview:
        sitting = review._sitting  # noqa: SLF001
        assert sitting is not None
        return sitting.interview

    def _shoot(self, name: str) -> None:
        self.program.keeper.flush()
        settle(700)
        self.window.grab().save(str(self._path(name)))


def settle(milliseconds: int) -> None:
    """Let the program work for a while."""
    deadline = QDeadlineTimer(milliseconds)
    while not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "screenshots")
