"""The whole program in one process on a database of its own, and a walk through all its states."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from interviewer_app.app.wiring import Program
from interviewer_app.controllers.keeper import SaveState, SaveView
from interviewer_app.controllers.library.views import OpenRequest
from interviewer_app.controllers.live.detours import DetourAsk, GapAsk
from interviewer_app.controllers.review.views import ReviewDetour
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.interview import Phase, Point, PointKind, Recommendation
from interviewer_app.domain.kits.kit import Kit
from interviewer_app.domain.live.detours import DetourKind
from interviewer_app.domain.live.timeline import Interruption
from interviewer_app.domain.marks import DetourReason, PauseCause
from interviewer_app.domain.scores import NotObservedReason
from interviewer_app.kits import library
from interviewer_app.ui.library.table import InterviewTable
from interviewer_app.ui.review.pages import PageRequest, ReviewPage
from tests.builders import LINES, a_story, an_opening
from tests.ui.kits_walk import drawer, kit_library


class Whole:
    """Program, window and what a person would reach for."""

    def __init__(self, folder: Path) -> None:
        self.program = Program(folder, folder / "interviews.db")
        self.program.build(None)
        self.window = self.program.window
        self.window.resize(1280, 800)
        self.window.show()
        self.program.keeper.start()
        assert self.program.keeper.flush()
        self.window.activateWindow()
        settle()

    def fill(
        self, candidate: str = "Ada Example", lines: tuple[str, ...] = LINES, kit: Kit | None = None
    ) -> None:
        """An interview in every phase, named like the phase, on the shipped kit."""
        for number, phase in enumerate(Phase):
            story = a_story(
                phase,
                phase.value,
                kit=kit or the_kit(),
                opening=an_opening(f"o-{phase}", title=f"{candidate}, opening"),
                candidate=candidate,
                interviewer=candidate,
                lines=lines,
                at=7200.0 * number,
            )
            self.program.keeper.save(story.changes)
        assert self.program.keeper.flush()
        self.program.library.refresh()

    def go(self, phase: Phase) -> Any:
        """The screen of the interview in this phase, with the keys on it."""
        self.window.open_interview(OpenRequest(phase.value, phase))
        settle()
        return self.screen

    @property
    def screen(self) -> Any:
        """The screen in front."""
        return self.window.entries[self.window.scope].screen

    @property
    def controller(self) -> Any:
        """The controller of the screen in front."""
        return self.screen._controller

    def child(self, name: str) -> QWidget:
        """The widget of this name that is in sight."""
        return next(w for w in self.window.findChildren(QWidget, name) if w.isVisible())

    def close(self) -> None:
        """The end of the program."""
        self.window.close()
        self.program.close()
        self.window.deleteLater()
        # Now, not with the next test: its widgets would go on following the theme.
        QApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete.value)


@contextmanager
def opened(folder: Path) -> Iterator[Whole]:
    """The program, closed again whatever happens."""
    made = Whole(folder)
    try:
        yield made
    finally:
        made.close()


def the_kit() -> Kit:
    """The shipped kit as it is cut for an interview, without floors, so that any recommendation agrees."""
    kit = library.shipped().kit("gen-tech-60")
    assert kit is not None
    return replace(kit.cut(), role=replace(kit.role, floors={}))


def settle(milliseconds: int = 0) -> None:
    """Let the program do what it has put off; with a time, watch it for so long."""
    deadline = QDeadlineTimer(milliseconds)
    while True:
        QApplication.sendPostedEvents()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
        if deadline.hasExpired():
            return


def soon(condition: Callable[[], bool], seconds: int = 15) -> None:
    """Wait until it holds: window managers and timers get round to it when they can."""
    deadline = QDeadlineTimer(seconds * 1000)
    while not condition():
        assert not deadline.hasExpired(), inspect.getsource(condition)
        settle(2)


def walk(whole: Whole) -> Iterator[str]:
    """Go through every state of every screen; at each stop its name is given, and the window shows it."""
    for leg in (_library, _prepare, _openings, _live, _review, _finalised, _sheets, kit_library, drawer):
        for stop in leg(whole):
            settle()
            yield stop
            settle()


def _library(whole: Whole) -> Iterator[str]:
    whole.window.show_library()
    yield "library-empty"
    whole.fill()
    yield "library"
    field = whole.child("library.filter")
    assert isinstance(field, QLineEdit)
    field.setText("nobody")
    field.textEdited.emit("nobody")
    yield "library-nothing-found"
    field.clear()
    field.textEdited.emit("")
    table = whole.screen.findChild(InterviewTable)
    table.selectRow([row.phase for row in whole.screen.view.rows].index(Phase.PREPARED))
    whole.screen.actions_by_id["library.remove"].trigger()
    yield "library-removed"
    whole.screen.undo_remove()


def _prepare(whole: Whole) -> Iterator[str]:
    whole.window.new_interview()
    yield "prepare-new"
    whole.go(Phase.PREPARED)
    yield "prepare"
    whole.window.new_interview()
    whole.controller.set_opening_title("Another position")
    whole.screen.offer_waiver()
    yield "prepare-waive"
    whole.controller.set_output("running")
    whole.controller.waive("A trial")
    yield "prepare-waived"
    whole.controller.discard()


def _openings(whole: Whole) -> Iterator[str]:
    # The samples of the walk are openings too, so that the empty screen is another test's business.
    whole.window.open_opening("o-prepared")
    for section in whole.screen.view.sections:
        whole.screen.show_section(section.key)
        yield f"opening-{section.key}"


def _questions(whole: Whole) -> Iterator[str]:
    changed, passed = whole.controller.asking.changed, DetourKind.PASSED_OVER
    changed.emit(GapAsk(1, 60.0, 600.0, "asleep", counted=False, more=0))
    yield "live-gap"
    changed.emit(DetourAsk(("p2", "p3"), (2, 3), passed, None, "", open=True))
    yield "live-why"
    changed.emit(DetourAsk(("p2", "p3"), (2, 3), passed, DetourReason.OUT_OF_TIME, "", open=False))
    yield "live-said"
    changed.emit(None)


def _live(whole: Whole) -> Iterator[str]:
    screen = whole.go(Phase.LIVE)
    yield "live"
    yield from _questions(whole)
    whole.controller.show(the_kit().prompts[0].id)
    yield "live-prompt"
    screen.actions_by_id["live.facts"].trigger()
    yield "live-facts"
    screen.actions_by_id["live.signals"].trigger()
    yield "live-signals"
    screen.begin_score()
    yield "live-score-letter"
    screen.parts.panel.begin("C")
    yield "live-score-value"
    screen.parts.panel.fold()
    screen.toggle_pause()
    yield "live-pause-asking"
    screen.parts.head.pause_row.cancelled.emit()
    whole.controller.time.pause(PauseCause.CONNECTION)
    yield "live-paused"
    whole.controller.time.resume()
    screen.toggle_curtain()
    yield "live-curtain"
    screen.toggle_curtain()
    yield from _ribbon(screen)
    whole.controller.show("close")
    yield "live-close"
    full = Problem("The disk is full.", "Free some space.")
    whole.program.keeper.saved.emit(SaveView(SaveState.FAILED, None, full))
    yield "live-unsaved"
    whole.program.keeper.saved.emit(whole.program.keeper.view)


def _ribbon(screen: Any) -> Iterator[str]:
    screen.beside.toggle_ribbon()
    yield "live-ribbon"
    screen.parts.panel.begin("C")
    yield "live-ribbon-score"
    screen.parts.panel.fold()
    screen.actions_by_id["live.probes"].trigger()
    yield "live-ribbon-probes"
    screen.actions_by_id["live.probes"].trigger()
    screen.toggle_pause()
    yield "live-ribbon-pause"
    screen.parts.head.pause_row.cancelled.emit()
    screen.beside.toggle_ribbon()
    yield "live-whole-again"


def _left_over(screen: Any) -> Iterator[str]:
    """What the call left to be said, five minutes after it."""
    view = screen.view
    title, passed = "The invoice that gave orders", DetourKind.PASSED_OVER
    found = tuple(
        ReviewDetour(f"p{n}", n, title, passed, 600.0, reason, "")
        for n, reason in ((2, None), (3, DetourReason.OTHER))
    )
    away = Interruption(9, 60.0, 600.0, pause=False, cause="asleep", counted=False)
    screen.present(replace(view, detours=found, aways=(away,), unruled=frozenset({9}), since_end=300.0))
    yield "review-fresh"
    for page in (ReviewPage.DETOURS, ReviewPage.GAPS):
        screen.show_page(PageRequest(page))
        yield f"review-open-{page}"
    screen.present(view)
    screen.show_page(PageRequest(ReviewPage.CATEGORY, view.current))


def _review(whole: Whole) -> Iterator[str]:
    screen = whole.go(Phase.TO_REVIEW)
    yield "review"
    yield from _left_over(screen)
    controller = whole.controller
    for note in screen.view.categories[0].evidence[0].items:
        controller.cite("A", note.id, True)
    controller.not_observed("E", None)
    controller.select("E")
    yield "review-not-observed"
    for page in (
        ReviewPage.STRENGTHS,
        ReviewPage.CONCERNS,
        ReviewPage.UNKNOWNS,
        ReviewPage.STRONGEST,
        ReviewPage.DETOURS,
        ReviewPage.GAPS,
        ReviewPage.RECOMMENDATION,
    ):
        screen.show_page(PageRequest(page))
        yield f"review-{page}"
    controller.not_observed("E", NotObservedReason.OUT_OF_TIME)
    for letter in "ABCDE":
        controller.settle(letter, True)
    controller.conclusion.write_points(
        (Point("pt1", PointKind.STRENGTH, "A", "Calm"), Point("pt2", PointKind.STRENGTH, "B", "Quick"))
    )
    screen.show_page(PageRequest(ReviewPage.STRENGTHS))
    yield "review-points"
    screen.show_page(PageRequest(ReviewPage.CATEGORY, "C"))
    yield "review-settled"
    screen.show_page(PageRequest(ReviewPage.RECOMMENDATION))
    yield "review-open"
    controller.conclusion.recommend(Recommendation.YES)
    controller.conclusion.write_reason("Clear and calm under pressure.")
    yield "review-reasoned"
    screen.ask_to_finalise(True)
    yield "review-asking"
    screen.ask_to_finalise(False)


def _finalised(whole: Whole) -> Iterator[str]:
    screen = whole.go(Phase.FINALISED)
    yield "finalised-recommendation"
    screen.show_page(PageRequest(ReviewPage.CATEGORY, "A"))
    yield "finalised"
    screen.acts.show_packet()
    settle()
    yield "packet"
    whole.controller.write(str(whole.program.folder / "packet.pdf"))
    yield "packet-written"


def _sheets(whole: Whole) -> Iterator[str]:
    whole.window.show_library()
    for name, show in _sheet_acts(whole).items():
        show()
        yield name
        whole.window.sheets.close_sheet()


def _sheet_acts(whole: Whole) -> dict[str, Callable[[], None]]:
    sheets = whole.window.sheets
    return {
        "keys": sheets.show_keys,
        "preferences": sheets.show_preferences,
        "expanders": sheets.show_expanders,
        "about": sheets.show_about,
    }
