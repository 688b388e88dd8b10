"""Views of the library and of Prepare, built by hand for tests and pictures: the cast of the mocks."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from interviewer_app.controllers.clock import Clock
from interviewer_app.controllers.keeper import Keeper, SaveState, SaveView
from interviewer_app.controllers.library.controller import LibraryController
from interviewer_app.controllers.library.views import LibraryView
from interviewer_app.controllers.preferences import PreferencesController
from interviewer_app.controllers.prepare.controller import PrepareController
from interviewer_app.controllers.prepare.views import KitChoice, PlanRow, PrepareView
from interviewer_app.domain.interview import Interview, Opening, Phase
from interviewer_app.domain.kits.kit import CLOSE, OPENING, QUESTIONS
from interviewer_app.domain.listing import Counts, InterviewRow, Query
from interviewer_app.storage.bulk import insert_many
from interviewer_app.ui import actions
from interviewer_app.ui.shell.window import MainWindow, ScreenEntry

NOW = datetime(2026, 11, 20, 14, 22, 10, tzinfo=UTC)
SUPPORT = "GenAI engineer, support tools"
PRICING = "ML engineer, pricing"
BILLING = "Python back-end, billing"


def a_row(candidate: str, phase: Phase = Phase.FINALISED, **fields: object) -> InterviewRow:
    """A row of the library; its id is the candidate."""
    given: dict[str, object] = {
        "id": candidate or "nameless",
        "candidate": candidate,
        "opening": SUPPORT,
        "kit": "Technical 60, form A",
        "interviewer": "Ruth Adeyemi",
        "phase": phase,
        "when": NOW,
        "categories": 5,
        "exported": True,
    }
    return InterviewRow(**{**given, **fields})  # type: ignore[arg-type]


def the_cast() -> tuple[InterviewRow, ...]:
    """Nine interviews, as the mock shows them."""
    day = timedelta(days=1)
    noon = NOW.replace(hour=12, minute=0)
    review, prepared = Phase.TO_REVIEW, Phase.PREPARED
    return (
        a_row("Lena Brandt", Phase.LIVE, when=NOW.replace(hour=14, minute=5), place_at=NOW),
        a_row(
            "Tomasz Zieliński",
            review,
            when=NOW.replace(hour=11, minute=0),
            ended=NOW - timedelta(hours=2),
            open_letters="CE",
        ),
        a_row(
            "Candidate K-117",
            review,
            opening=PRICING,
            kit="Technical 60, form B",
            when=NOW.replace(hour=16, minute=30) - day,
            ended=NOW - day,
        ),
        a_row(
            "Priya Raman",
            review,
            opening=BILLING,
            kit="Final 45, form A",
            when=noon - 2 * day,
            ended=NOW - 2 * day,
            open_letters="ABCDE",
        ),
        a_row("Noor El-Amin", prepared, when=NOW.replace(hour=9, minute=30) + day),
        a_row(
            "Jonas Lindqvist",
            prepared,
            opening=PRICING,
            kit="Design 60, form B",
            when=noon + 4 * day,
            interviewer="",
        ),
        a_row("Mei Tanaka", opening="Senior back-end and AI architect", when=noon - 6 * day),
        a_row("Candidate K-104", opening=BILLING, kit="Screen 30, form A", when=noon - 7 * day, sample=True),
        a_row("Aoife Byrne", opening=PRICING, when=noon - 8 * day, exported=False),
    )


def a_library_view(rows: tuple[InterviewRow, ...] | None = None, **fields: object) -> LibraryView:
    """A library of these rows, counted."""
    shown = the_cast() if rows is None else rows
    needs = sum(row.phase in (Phase.LIVE, Phase.TO_REVIEW) for row in shown)
    coming = sum(row.phase is Phase.PREPARED for row in shown)
    given: dict[str, object] = {
        "rows": shown,
        "more": False,
        "counts": Counts(len(shown), needs, coming, len(shown) - needs - coming),
        "query": Query(),
        "now": NOW,
        "interrupted": tuple(row.id for row in shown if row.phase is Phase.LIVE),
    }
    return LibraryView(**{**given, **fields})  # type: ignore[arg-type]


REMINDERS = (
    "Same prompts, same order, same words",
    "I have read the anchors today",
    "I have not read other people’s notes or scores",
    "CV closed; only the role brief is open",
    "Adjustments are set on the timer",
    "I shall say who I am, the format, and that I take notes",
    "I ask consent before any recording",
    "Silence is fine: ten seconds before helping; mark help",
    "Nothing on family, health, age, origin, belief, past pay",
    "Connection trouble: pause, offer phone, do not score it",
    "The candidate’s questions keep their full minutes",
    "Score within 30 minutes, before talking to anybody",
)
SCRIPT = (
    "Thank you for making the time. I am Ruth; I work on Support Tools. We have 60 minutes: 6 questions, the "
    "same ones for everybody, then 6 minutes that are yours. I shall type notes and may look away to do so. "
    "Ask me to repeat or to show a question in writing whenever you like, and take a moment to think. Please "
    "leave out anything confidential from past employers. Does the set-up work for you, including any "
    "adjustment you asked for?"
)
STEPS = (
    (OPENING, "Opening script", "", 3),
    ("w3", "Week three", "CBA", 12),
    ("inv", "The invoice that gave orders", "DC", 10),
    ("pro", "Prove the answers are good", "AB", 7),
    ("not", "The thing you would not build", "EA", 6),
    ("shelf", "Right words, wrong shelf", "BA", 8),
    ("days", "The first thirty days", "CA", 6),
    (QUESTIONS, "Candidate’s own questions", "", 6),
    (CLOSE, "Closing script", "", 2),
)


def a_plan(factor: int = 100) -> tuple[PlanRow, ...]:
    """The plan of the mock, beginning at 14:05."""
    at, number, rows = NOW.replace(hour=14, minute=5, second=0), 0, []
    for step, title, letters, planned in STEPS:
        number += bool(letters)
        minutes = planned * factor / 100
        rows.append(PlanRow(step, number if letters else 0, title, tuple(letters), minutes, at))
        at += timedelta(minutes=minutes)
    return tuple(rows)


def a_prepare_view(**fields: object) -> PrepareView:
    """The form of the mock."""
    opening = Opening("o1", SUPPORT)
    kit = KitChoice("gen-tech-60", "1.0.0", "60", "a", "Technical 60, form A", 60, "1.0.0")
    plan = a_plan()
    given: dict[str, object] = {
        "interview_id": "i1",
        "candidate": "Lena Brandt",
        "openings": (opening, Opening("o2", PRICING), Opening("o3", BILLING)),
        "opening": opening,
        "kits": (kit, KitChoice("gen-tech-60", "1.0.0", "60", "b", "Technical 60, form B", 60, "1.0.0")),
        "kit": kit,
        "kit_locked": False,
        "interviewer": "Ruth Adeyemi",
        "factor": 100,
        "plan": plan,
        "minutes": 60.0,
        "ends": plan[0].begins + timedelta(minutes=60),
        "asked_in": (("A", 5), ("B", 3), ("C", 3), ("D", 1), ("E", 1)),
        "script": SCRIPT,
        "reminders": REMINDERS,
        "ticks": frozenset(range(9)),
        "obstacle": "",
        "save": SaveView(SaveState.SAVED, NOW.replace(hour=14, minute=1, second=32)),
    }
    return PrepareView(**{**given, **fields})  # type: ignore[arg-type]


class Desk:
    """Real controllers on a data folder; its database is not opened for writing until `keeper.start()`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.keeper = Keeper(folder / "interviews.db", Clock())
        self.preferences = PreferencesController(folder)
        self.library = LibraryController(self.keeper)
        self.prepare = PrepareController(self.keeper, self.preferences, folder / "kits")

    def fill(self, *interviews: Interview) -> None:
        """Put interviews of any phase into the database, and the rows into the library."""
        insert_many(self.keeper.path, interviews)
        self.library.refresh()

    def window(self) -> MainWindow:
        """The window on these controllers, with the screens this folder of tests is about."""
        window = MainWindow(
            library=self.library,
            preferences=self.preferences,
            factories={actions.PREPARE: self._prepare_station},
            about=lambda: (("Interviewer", "0.1.0"), ("Data folder", str(self.folder))),
            data_folder=str(self.folder),
        )
        self.prepare.closed.connect(window.show_library)
        self.prepare.started.connect(window.open_interview)
        self.prepare.problem.connect(window.show_problem)
        return window

    def _prepare_station(self) -> ScreenEntry:
        from interviewer_app.ui.prepare.screen import PrepareScreen

        return ScreenEntry(PrepareScreen(self.prepare), self._load)

    def _load(self, interview_id: str) -> None:
        if interview_id:
            self.prepare.load(interview_id)
        else:
            self.prepare.new()
