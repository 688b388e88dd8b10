"""A call as a picture shows it, built by hand: for the eye (show.py) and for tests of single parts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, Signal

from interviewer_app.controllers.keeper import SaveState, SaveView
from interviewer_app.controllers.live.views import (
    Chip,
    ClockView,
    LinesView,
    LiveView,
    StepView,
    StripMark,
    TickItem,
)
from interviewer_app.domain.kits.kit import CLOSE, OPENING, QUESTIONS, PromptType, TimeSpan
from interviewer_app.domain.live.pacing import Pace, Segment, Sentence, SentenceKind, time_state
from interviewer_app.domain.live.replan import MinuteCut
from interviewer_app.domain.marks import PauseCause
from interviewer_app.domain.notes.note import Note

NOON = datetime(2026, 9, 14, 12, 0, 0, tzinfo=UTC)
TITLES = {
    "p1": "Week three",
    "p2": "The invoice that gave orders",
    "p3": "Prove the answers",
    "p4": "Would not build",
    "p5": "Right words",
    "p6": "First thirty",
}
MINUTES = {OPENING: 3, "p1": 12, "p2": 10, "p3": 7, "p4": 6, "p5": 8, "p6": 6, QUESTIONS: 6, CLOSE: 2}
ASKS = {"p1": "BCA", "p2": "DC", "p3": "AB", "p4": "EA", "p5": "BA", "p6": "CA"}
NAMES = {
    "A": "Applied AI delivery",
    "B": "Data competence",
    "C": "Production readiness",
    "D": "Security and risk",
    "E": "Communication",
}
TEXT = (
    "You run an assistant that answers support agents’ questions from about 40,000 help articles. At launch, "
    "agents accepted 78 per cent of its answers, and it held there for two weeks. It is now Thursday of week "
    "three and acceptance is 61 per cent. Latency is normal, nothing is in the error log, no code shipped "
    "since Friday. The head of support wants to know by four o’clock whether to switch it off; it is half "
    "past one. Tell me what you look at first, what each result would tell you, and what you would do next."
)
LINES = (
    (302, '" First I’d ask which 61: all questions, or some topics?'),
    (341, "+ Splits by topic, day and source before touching the model #B"),
    (432, '" 36 per cent at 34 and the rest at 76: that is the whole drop #B'),
    (485, "+ Tests retrieval apart from generation: hit rate at 5, then reads 50 answers #C"),
    (564, "+ Plain search for the new line first, before the cause is known #C"),
    (630, "- week-two index back in 20 min, loses the 3,100 new articles"),
    (662, "! Named no owner for the bulk load until probe 5 #C"),
    (758, "> Asked: who would have heard on Monday?"),
    (835, '" Support hears at 15:15: new line on plain search, the rest stays, next word at four #E'),
    (910, "+ Calls acceptance a stand-in: new users, a moved button #A"),
    (980, "? Cost per answer not mentioned #A"),
    (1011, "Per-topic alarm, owner is the content lead"),
)
PROBES = (
    TickItem("q1", "What would make you limit it before you knew the cause?", 652),
    TickItem("q2", "Acceptance is a stand-in: what could move it with answers as good as before?", 898),
    TickItem("q3", "How do you tell changed questions from a changed system?", None),
    TickItem(
        "q4", "It is a quarter past three and two causes remain. What do you tell the head of support?", 800
    ),
    TickItem("q5", "What do you add so that next time you hear on Monday morning?", 660),
    TickItem("q6", "If you could cut the figure by one dimension, which?", None, assist=True),
)
FACTS = (
    TickItem(
        "f1",
        "36% of this week’s questions concern a product line launched on Monday: acceptance there 34%, "
        "elsewhere 76%; together 61%.",
        338,
    ),
    TickItem(
        "f2",
        "Its 3,100 articles were bulk-loaded on Sunday by the content team, not through a release.",
        None,
    ),
    TickItem("f3", "Hit rate at 5: 0.41 for those, 0.86 for the rest.", 401),
    TickItem("f4", "50 hand-read answers: groundedness 0.93, as before.", None),
    TickItem("f5", "The Sunday job used a newer embedding version than the rest of the index.", None),
    TickItem("f6", "A week-two index copy can be back in 20 minutes; it lacks the new articles.", None),
    TickItem("f7", "The generation model is pinned.", None),
)
ANCHORS = tuple(
    """
Cannot say how the thing runs, fails or is replaced, or would change production with no way back.
Knows the words (container, pipeline, drift) but cannot place them in a running system; \
monitoring means reading logs after a complaint.
Has deployed with tools others set up. Covers uptime and errors, not answer quality or spend. \
Rollback is “deploy the old one”, ignoring data, schema and cached results. Needs leading to each next step.
Describes a working path from commit to user: automated tests, staged release, named signals (quality, \
latency, errors, spend) with limits, a rehearsed way back. Orders the scenario sensibly and limits harm \
before hunting the cause.
As 3 with sums: estimates load, latency and cost; degrades on purpose when a dependency fails; compares \
versions on live traffic; separates drift from a broken feed by naming the check that tells them apart.
As 4 under strain: led recovery from a serious incident, removed that class of failure, left a system \
others run without them, and can say which safeguards they would leave out at this scale and why.
""".strip().split("\n")
)


def lines(step: str = "p1", rows: Sequence[tuple[float, str]] = LINES) -> LinesView:
    """Notes of a step, from seconds and text."""
    return LinesView(
        step,
        tuple(
            Note(f"{step}-{n}", step, float(n), text, t, NOON + timedelta(seconds=t))
            for n, (t, text) in enumerate(rows, 1)
        ),
    )


def a_pace(
    counted: float = 1024, spent: float = 764, step: str = "p1", sentence: Sentence | None = None
) -> Pace:
    """A pace in `step`; the steps before it took what is left of `counted`."""
    names = list(MINUTES)
    at = names.index(step)
    before = counted - spent
    cuts = _cuts(names[at + 1 :], counted)
    left = {cut.step: cut.new * 60.0 for cut in cuts}
    usual = sum(MINUTES[name] * 60 for name in names[:at]) or 1
    segments, cursor, plan_end = [], 0.0, 0.0
    for index, name in enumerate(names):
        planned = MINUTES[name] * 60.0
        took = before * planned / usual if index < at else spent if index == at else 0.0
        plan_end += planned
        width = took if index < at else max(took, planned) if index == at else planned
        over = min(max(plan_end, cursor), cursor + width)
        number = int(name[1:]) if name.startswith("p") else 0
        asks = tuple(ASKS.get(name, ""))
        segments.append(
            Segment(
                name,
                number,
                cursor,
                cursor + width,
                planned,
                took,
                index == at,
                index < at,
                over,
                asks,
                left.get(name),
            )
        )
        cursor += width
    planned = MINUTES[step] * 60.0
    return Pace(
        counted=counted,
        planned=3600.0,
        step_spent=spent,
        step_planned=planned,
        step_state=time_state(spent, planned),
        segments=tuple(segments),
        sentence=sentence or Sentence(SentenceKind.BEHIND_GAP, 2, ("D",), (2,)),
        step_at=spent / 60,
        proposal=cuts,
    )


def _cuts(ahead: Sequence[str], counted: float) -> tuple[MinuteCut, ...]:
    """A minute of each, as many as the call is late, in the order the domain takes them in."""
    whole = max(0, int((counted + sum(MINUTES[name] for name in ahead) * 60 - 3600) / 60))
    late = [name for name in ("p2", "p5", "p3", "p6", "p4") if name in ahead][:whole]
    return tuple(MinuteCut(p, int(p[1:]), MINUTES[p], MINUTES[p] - 1, 1) for p in sorted(late))


def a_clock(pace: Pace | None = None, paused: PauseCause | None = None) -> ClockView:
    """A tick."""
    shown = pace or a_pace()
    return ClockView(shown, shown.counted, paused)


def chips(count: int = 5) -> tuple[Chip, ...]:
    """The score bar of the picture; beyond E the names are made up."""
    tagged = {"A": 2, "B": 2, "C": 3, "D": 0, "E": 1}
    out = []
    for letter in "ABCDEFGH"[:count]:
        title = NAMES.get(letter, f"Further matter {letter}")
        asked = (2, 3) if letter == "D" else (3, 4)
        out.append(
            Chip(
                letter,
                title,
                tagged.get(letter, 0),
                3,
                asked,
                "3" if letter == "B" else "",
                letter == "D",
                ANCHORS,
            )
        )
    out[3] = replace(out[3], untagged=0)
    return tuple(out)


def a_step(step: str = "p1") -> StepView:
    """The first prompt, or a step of the frame."""
    names = list(MINUTES)
    at = names.index(step)
    number = int(step[1:]) if step.startswith("p") else 0
    title = TITLES.get(
        step, {OPENING: "Opening", QUESTIONS: "Candidate’s questions", CLOSE: "Close"}.get(step, "")
    )
    return StepView(
        step=step,
        number=number,
        of=6,
        title=title,
        text=TEXT if number else "",
        type=PromptType.SITUATIONAL if number else None,
        time_plan=(
            (
                TimeSpan(0, 1, "read"),
                TimeSpan(1, 8, "candidate leads, do not rescue"),
                TimeSpan(8, 12, "probes"),
            )
            if number
            else ()
        ),
        probes=PROBES if number else (),
        facts=FACTS if number else (),
        strong=("Limits harm before hunting the cause", "Splits the figure before touching the model"),
        weak=("Retrains the model first",),
        hints="Give facts only when asked for them.",
        letters=tuple(ASKS.get(step, "")),
        previous=names[at - 1] if at else "",
        following=names[at + 1] if at + 1 < len(names) else "",
    )


def a_view(step: str = "p1") -> LiveView:
    """The call at 17:04, the first prompt over its time."""
    found = lines(step)
    marks = tuple(
        StripMark(note.t, note.tags[0] if note.tags else "")
        for note in found.lines
        if not note.text.startswith(">")
    )
    return LiveView(
        interview_id="i1",
        candidate="Lena Brandt",
        opening="GenAI engineer, support tools",
        step=a_step(step),
        chips=chips(),
        strip=marks,
        labels=TITLES,
        clock=a_clock(),
        save=SaveView(SaveState.SAVED, NOON.replace(hour=14, minute=22, second=7)),
        lines=found,
        cursor=sum(len(note.text) + 1 for note in found.lines) - 1,
        factor=100,
    )


class Still(QObject):
    """Stands where the controller stands, for pictures only: nothing it is asked happens."""

    changed = Signal(object)
    problem = Signal(object)
    ended = Signal(object)
    announced = Signal(object)

    @property
    def notes(self) -> "_Notes":
        """The notes on screen."""
        return _Notes()

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        return _Nothing()


class _Nothing:
    """Whatever is asked of it, in whatever depth, nothing happens."""

    def __call__(self, *_asked: object) -> str:
        return ""

    def __getattr__(self, name: str) -> "_Nothing":
        if name.startswith("__"):
            raise AttributeError(name)
        return self


class _Notes(_Nothing):
    def all_lines(self) -> tuple[LinesView, ...]:
        """The notes on screen."""
        return (lines(),)
