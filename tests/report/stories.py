"""Whole interviews told by the domain's own acts, for the packet tests; nothing here reads a clock."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from interviewer_app.domain import review
from interviewer_app.domain.interview import Interview, Opening, Point, PointKind, Recommendation
from interviewer_app.domain.kits.checklist import (
    FLAGS,
    SEEN,
    Checklist,
    ChecklistLine,
    Flag,
    Polarity,
    TickKey,
)
from interviewer_app.domain.kits.kit import (
    CLOSE,
    OPENING,
    QUESTIONS,
    Fact,
    Frame,
    Kit,
    Level,
    Probe,
    RoleProfile,
    Variant,
)
from interviewer_app.domain.live import call, ticking
from interviewer_app.domain.marks import GapCause, MarkKind, PauseCause
from interviewer_app.domain.moments import Moment
from interviewer_app.domain.notes.note import Note, StepNotes
from interviewer_app.domain.packet.summary import Summary, summarise
from interviewer_app.domain.scores import NotObservedReason
from interviewer_app.kits import library
from tests.builders import NOON, a_category, a_kit, a_moment, a_prompt, new_ids, write_line

NO_NOTES: tuple[str, ...] = ()

WHY = (
    "Limits the harm before hunting the cause and backs each step with figures. Communication is one below "
    "its floor. Security ran out of time and has to come first in the next round."
)

NOTES = (
    (
        "05:02",
        "prd-01",
        '" “Cap the harm first: plain search for the topics I cannot vouch for. Under 55, off.” #C',
    ),
    (
        "07:48",
        "prd-01",
        "+ Asks for acceptance by topic first; checks that 36 per cent makes 61 in all. #B #C",
    ),
    (
        "10:31",
        "prd-01",
        "+ Puts the week-two index back for the old products; new articles fall to plain search. #C",
    ),
    (
        "11:50",
        "prd-01",
        "+ Sums a live comparison: 400 questions on each index, enough to see a gap of 10 points. #C",
    ),
    ("12:55", "prd-01", "+ Asks unaided which embedding built Sunday’s rows. #B"),
    (
        "14:44",
        "prd-01",
        '" “Acceptance is a thumb, not a result.” Would count repeat contacts within 48 hours. #A',
    ),
    ("20:05", "sec-01", '" “Take the mail tool away first. Then read.” #D'),
    (
        "29:10",
        "gen-01",
        "+ Five measures, each with a release bar; recall at 5 under 0.80 stops the launch. #A",
    ),
    (
        "30:15",
        "gen-01",
        '" “Two hundred questions, split by product and by language, frozen before we tune.” #B',
    ),
    ("32:52", "gen-01", "! Cost per answer only after probe 2; no figure from own work. #A"),
    (
        "36:05",
        "com-03",
        "+ Declined to rank agents by sentiment; offered a weekly sample of 50 calls, read by two leads. #E",
    ),
    ("38:05", "com-03", "> Unplanned: “Which words did you use with the manager?” #E"),
    (
        "38:20",
        "com-03",
        "! Words used: “the F1 does not support it”. Asked to say it without the term, repeated it. #E",
    ),
    ("39:35", "com-03", '" “I think they dropped it. I did not write it down.” #E'),
    ("42:10", "gen-02", "> Probe 6: “Which of the two figures do users feel?” #B"),
    (
        "43:20",
        "gen-02",
        "+ After the help, places the fault in retrieval. Three experiments, on the same 300 questions. #B",
    ),
    (
        "46:45",
        "gen-02",
        "! Checks by slice: names product and language; no check for groups that could be harmed. #B",
    ),
    ("47:50", "gen-02", "? Label delay not reached: ask how late the thumbs arrive and what that hides. #B"),
    (
        "50:12",
        "prd-02",
        "+ Own system: a person is paged when groundedness is under 0.90 on 200 sampled answers. #C",
    ),
    ("51:27", "prd-02", '" “A colleague led that recovery. I ran the checks.” #C'),
    (
        "53:30",
        "prd-02",
        "! Way back is the previous container. The index would have to be rebuilt: 4 hours. #C",
    ),
)

STEPS = (
    ("00:00", OPENING),
    ("03:10", "prd-01"),
    ("18:55", "sec-01"),
    ("27:50", "gen-01"),
    ("34:40", "com-03"),
    ("40:25", "gen-02"),
    ("48:35", "prd-02"),
    ("54:25", QUESTIONS),
    ("60:20", CLOSE),
)


def seconds(text: str) -> float:
    """05:02 as seconds."""
    minutes, rest = text.split(":")
    return int(minutes) * 60.0 + int(rest)


@dataclass
class Told:
    """An interview in the telling, with acts at seconds after the start."""

    interview: Interview
    ids: Any = field(default_factory=new_ids)

    def at(self, when: float) -> Moment:
        return a_moment(when)

    def take(self, update: call.Update) -> None:
        self.interview = update.interview


WORDING = {
    "prd-01": "An assistant answers support staff. In week three acceptance falls from 78 to 61 per cent, "
    "with no error logged. What do you look at first, what would each result tell you, and what do you do?",
    "sec-01": "A customer’s file holds hidden orders, and the assistant obeyed. Take me through two hours.",
    "gen-01": "Show that a policy assistant’s answers are good enough: five measures, a bar for each.",
    "com-03": "Tell me about something you talked somebody out of building.",
    "gen-02": "Groundedness is 0.93, recall at 5 is 0.58. Where is the fault?\nGive three experiments.",
    "prd-02": "Think of the first thirty days of something you put live. What did you look at?",
}

PROMPTS = (
    ("prd-01", "Week three", 12, "CBA"),
    ("sec-01", "The invoice that gave orders", 10, "DC"),
    ("gen-01", "Prove the answers are good", 7, "AB"),
    ("com-03", "The thing you would not build", 6, "EA"),
    ("gen-02", "Right words, wrong shelf", 8, "BA"),
    ("prd-02", "The first thirty days", 6, "CA"),
)

TITLES = {
    "A": "Applied AI delivery",
    "B": "Data competence",
    "C": "Production readiness",
    "D": "Security and risk thinking",
    "E": "Communication",
}


NAMED = ("named unprompted", "after a probe", "not named")

MATRIX = Checklist(
    "metric-matrix",
    "Metric matrix",
    (
        ChecklistLine("groundedness", "Groundedness: what is said rests on the passages given", NAMED),
        ChecklistLine("hallucination", "Hallucination rate: share of invented claims", NAMED),
        ChecklistLine("retrieval", "Retrieval quality: the right passages are found", NAMED),
        ChecklistLine("cost", "Cost per request", NAMED),
        ChecklistLine("latency", "Latency: how long an answer takes", NAMED),
    ),
    ("How measured", "Limit used", "What was done"),
)

PROOFS = Checklist(
    "five-proofs",
    "Proof seen",
    (
        ChecklistLine("baseline", "Where the figures stood before"),
        ChecklistLine("dip", "One dip, and the repair"),
    ),
)

FLAGGED = (
    Flag("gf-01", Polarity.GREEN, "Orders the steps"),
    Flag("gf-06", Polarity.GREEN, "Expects bad data"),
    Flag("rf-08", Polarity.RED, "Cost as an afterthought"),
)

TICKS = (
    ("29:30", "gen-01", "metric-matrix", "groundedness", NAMED[0], ("200 answers, two judges", "0.90", "")),
    ("29:50", "gen-01", "metric-matrix", "hallucination", NAMED[1], ()),
    (
        "30:05",
        "gen-01",
        "metric-matrix",
        "retrieval",
        NAMED[0],
        ("", "recall at 5, 0.80", "stops the launch"),
    ),
    ("33:00", "gen-01", "metric-matrix", "cost", NAMED[1], ()),
    ("50:30", "", "five-proofs", "baseline", SEEN, ()),
    ("12:30", "", FLAGS, "gf-01", SEEN, ("Holding measure, split, live test, decision by four.",)),
    ("13:10", "", FLAGS, "gf-06", SEEN, ("Asked which embedding built Sunday’s rows",)),
    ("33:10", "", FLAGS, "rf-08", SEEN, ()),
)
"""What was ticked and written; the last flag was given no note."""


def the_kit() -> Kit:
    """A kit shaped like the shipped one, with its own words: editing kits changes no golden file."""
    probes = tuple(Probe(f"q{n}", f"Probe {n}?", assist=n == 5) for n in range(1, 7))
    facts = (
        Fact("f1", "36 per cent of the questions concern a new line."),
        Fact("f2", "3,100 articles were loaded."),
    )
    prompts = tuple(
        a_prompt(
            prompt_id,
            title=title,
            minutes=minutes,
            candidate_text=WORDING[prompt_id],
            categories=tuple(letters),
            probes=probes,
            facts=facts,
            checklists=("metric-matrix",) if prompt_id == "gen-01" else (),
        )
        for prompt_id, title, minutes, letters in PROMPTS
    )
    cards = tuple(a_category(letter, title=title) for letter, title in TITLES.items())
    floors = {"A": 3, "B": 3, "C": 3, "D": 4, "E": 3}
    kit = a_kit("gen-tech-60", letters="ABCDE", version="1.0.0", title="Technical interview, GenAI")
    return replace(
        kit,
        prompts=prompts,
        scorecard=replace(kit.scorecard, categories=cards),
        variants=(Variant("full", Frame(3, 6, 2), 60),),
        role=RoleProfile(
            "gen", "GenAI application engineer", floors=floors, weights=dict.fromkeys("ABCDE", 1)
        ),
        checklists=(MATRIX, PROOFS),
        flags=FLAGGED,
        whole=("five-proofs",),
    )


def the_shipped_kit() -> Kit:
    """The kit the program ships, cut."""
    kit = library.shipped().kit("gen-tech-60")
    assert kit is not None
    return kit.cut("full")


def c_0417(
    kit: Kit | None = None, *, finalised: bool = True, sample: bool = False, factor: int = 100
) -> Summary:
    """A pause, a gap, a category not observed, one unsupported, one below its floor, a prompt over plan."""
    opening = Opening("GEN-26-11", "Support assistant, GEN-26-11", "gen", Level.MID)
    told = Told(
        call.begin(
            "i-0417", kit or the_kit(), opening, a_moment(-600), candidate="C-0417", sample=sample
        ).interview
    )
    told.take(call.prepare(told.interview, interviewer="Ines Aldana, staff engineer", factor=factor))
    _hold(told)
    _review(told)
    if finalised:
        told.take(review.finalise(told.interview, told.at(seconds("80:00"))))
    return summarise(told.interview, told.at(seconds("90:00")))


def _hold(told: Told) -> None:
    told.take(call.start(told.interview, told.at(0)))
    events: list[tuple[float, str, Any]] = [(seconds(t), "show", step) for t, step in STEPS[1:]]
    events += [(seconds(t), "note", (step, line)) for t, step, line in NOTES]
    events += [(seconds("21:20"), "pause", None), (seconds("27:50"), "resume", None)]
    events += [(seconds("44:50"), "gap", seconds("44:02"))]
    events += [(seconds("08:30"), "probe", ("prd-01", n)) for n in (0, 1, 3, 4)]
    events += [(seconds("42:10"), "probe", ("gen-02", n)) for n in (2, 4)]
    events += [(seconds("06:30"), "fact", ("prd-01", n)) for n in (0, 1)]
    if told.interview.kit.flags == FLAGGED:
        events += [(seconds(t), "tick", rest) for t, *rest in TICKS]
    for moment, what, rest in sorted(events, key=lambda e: (e[0], e[1] != "resume")):
        _act(told, moment, what, rest)
    told.take(call.score(told.interview, "C", 3, told.at(seconds("61:00"))))
    told.take(call.end(told.interview, told.at(seconds("62:30"))))


def _act(told: Told, when: float, what: str, rest: Any) -> None:
    now = told.at(when)
    match what:
        case "show":
            told.take(call.show(told.interview, rest, now))
        case "note":
            write_line(told.interview, rest[0], rest[1], now, told.ids, told.take)
        case "pause":
            told.take(call.pause(told.interview, PauseCause.CONNECTION, now))
        case "resume":
            told.take(call.resume(told.interview, now))
        case "tick":
            step, list_id, line, state, cells = rest
            told.take(ticking.set_state(told.interview, TickKey(step, list_id, line), state, now))
            told.take(ticking.set_cells(told.interview, TickKey(step, list_id, line), cells, now))
        case "gap":
            told.take(call.add_gap(told.interview, told.at(rest), GapCause.ASLEEP, now))
        case _:
            prompt = told.interview.kit.prompt(rest[0])
            assert prompt is not None
            kind = MarkKind.PROBE if what == "probe" else MarkKind.FACT
            items = prompt.probes if what == "probe" else prompt.facts
            told.take(call.tick(told.interview, kind, rest[0], items[rest[1]].id, on=True, now=now))


def note_at(interview: Interview, time: str) -> Note:
    """The note begun at this time."""
    return next(n for n in interview.notes if abs(n.t - seconds(time)) < 0.5)


def _review(told: Told) -> None:
    after = seconds("70:00")
    for letter, value in (("A", 3), ("B", 3), ("C", 4), ("E", 2)):
        told.take(call.score(told.interview, letter, value, told.at(after)))
    technical = NotObservedReason.TECHNICAL
    told.take(call.score(told.interview, "D", None, told.at(after), observed=False, reason=technical))
    cited = {
        "B": ("07:48", "12:55", "30:15", "43:20", "46:45"),
        "C": ("05:02", "07:48", "10:31", "11:50", "50:12", "51:27", "53:30"),
        "E": ("36:05", "38:20", "39:35"),
    }
    for letter, times in cited.items():
        for time in times:
            note, now = note_at(told.interview, time), told.interview.marks[-1].at
            told.take(review.cite(told.interview, letter, note.id, now, on=True))
    missing = {
        "B": "An agreement with the supplying team, and checks for groups that could be harmed: not named.",
        "C": "Leading a recovery: a colleague did (51:27). Safeguards they would leave out: not named.",
        "D": "The connection was lost two minutes into sec-01. One line is too little for any anchor.",
        "E": "The refusal in a manager’s words, and a record of it.",
    }
    for letter, text in missing.items():
        told.take(review.write_missing(told.interview, letter, text))
    for letter in "ABCDE":
        told.take(review.settle(told.interview, letter, told.at(after), unsupported=True))
    told.take(review.write_points(told.interview, _points(told.interview)))
    told.take(review.choose_strongest(told.interview, note_at(told.interview, "05:02").id))
    told.take(review.recommend(told.interview, Recommendation.YES, WHY, told.at(after)))


def _points(interview: Interview) -> tuple[Point, ...]:
    rows = (
        (
            PointKind.STRENGTH,
            "C",
            "Set a stop rule and a cheap holding measure within two minutes, unasked.",
            "05:02",
        ),
        (
            PointKind.STRENGTH,
            "B",
            "Split the figure by topic before touching a model; checked the sum aloud.",
            "07:48",
        ),
        (PointKind.STRENGTH, "C", "Sized a live comparison: 400 questions on each index.", "11:50"),
        (
            PointKind.CONCERN,
            "E",
            "Could not restate a refusal without the technical term; kept no record of it.",
            "38:20",
        ),
        (PointKind.CONCERN, "C", "The index has no quick way back: it is rebuilt in 4 hours.", "53:30"),
        (PointKind.CONCERN, "B", "Named no check for groups that could be harmed.", "46:45"),
        (
            PointKind.UNKNOWN,
            "D",
            "Security and risk: sec-01 stopped after 2:25 of 10:00. Ask it first next time.",
            "",
        ),
        (PointKind.UNKNOWN, "E", "Plain words for a manager: com-01 is planned in round 4.", ""),
        (PointKind.UNKNOWN, "B", "What label delay hides today: not reached.", "47:50"),
    )
    return tuple(
        Point(f"pt{n}", kind, letter, text, note_at(interview, time).id if time else "")
        for n, (kind, letter, text, time) in enumerate(rows)
    )


def short_story(
    *,
    kit: Kit | None = None,
    candidate: str = "Ada Example",
    lines: Sequence[str] = NO_NOTES,
    scores: Sequence[int | None] = (3, 3, 3),
    recommendation: Recommendation = Recommendation.YES,
    reason: str = "Clear and calm, with figures.",
    points: Sequence[Point] = (),
    cite: int = 2,
) -> Summary:
    """A finalised interview: the same lines of notes in every prompt, `cite` notes cited per score."""
    kit = kit or a_kit()
    opening = Opening("o1", "Platform engineer", "engineer", Level.SENIOR)
    told = Told(call.begin("i-short", kit, opening, a_moment(-60), candidate=candidate).interview)
    told.take(call.prepare(told.interview, interviewer="Robin"))
    told.take(call.start(told.interview, told.at(0)))
    clock = 60.0
    for prompt in kit.prompts:
        told.take(call.show(told.interview, prompt.id, told.at(clock)))
        for n, line in enumerate(lines):
            write_line(told.interview, prompt.id, line, told.at(clock + 1 + n), told.ids, told.take)
        clock += 600.0
    told.take(call.end(told.interview, told.at(clock)))
    for category, value in zip(kit.categories, scores, strict=True):
        _settle(told, category.letter, value, told.at(clock + 60), cite)
    told.take(review.write_points(told.interview, tuple(points)))
    told.take(review.recommend(told.interview, recommendation, reason, told.at(clock + 90)))
    told.take(review.finalise(told.interview, told.at(clock + 120)))
    return summarise(told.interview, told.at(clock + 150))


def _settle(told: Told, letter: str, value: int | None, now: Moment, cite: int) -> None:
    reason = NotObservedReason.OUT_OF_TIME if value is None else None
    told.take(call.score(told.interview, letter, value, now, observed=value is not None, reason=reason))
    if value is not None:
        own = [n for n in told.interview.notes if n.step in {p.id for p in told.interview.kit.prompts}]
        for note in own[:cite]:
            told.take(review.cite(told.interview, letter, note.id, now, on=True))
    told.take(review.settle(told.interview, letter, now, unsupported=True))


def big_kit(prompts: int = 12, letters: str = "ABCDEFGH") -> Kit:
    """As many prompts and categories as a kit may have."""
    long = "Keeps a system useful, observable and reversible long after its release"
    kit = a_kit("kit-big", prompts, letters)
    cards = tuple(a_category(c, title=long if c == "C" else f"Category {c}") for c in letters)
    floors = {c: n % 6 for n, c in enumerate(letters)}
    return replace(
        kit,
        scorecard=replace(kit.scorecard, categories=cards),
        role=replace(kit.role, floors=floors, weights={c: 1 + n % 3 for n, c in enumerate(letters)}),
    )


def with_note(summary_kit: Kit, text: str) -> Summary:
    """An interview whose one note is longer than any editor would pass on in one line."""
    opening = Opening("o1", "Platform engineer", "engineer", Level.SENIOR)
    told = Told(call.begin("i-long", summary_kit, opening, a_moment(-60), candidate="Ada").interview)
    told.take(call.start(told.interview, told.at(0)))
    told.take(call.show(told.interview, "p1", told.at(60)))
    sheet = StepNotes("p1", (Note("long", "p1", 1.0, text, 61.0, NOON),))
    told.interview = replace(told.interview, sheets={"p1": sheet})
    told.take(call.end(told.interview, told.at(600)))
    for category in summary_kit.categories:
        _settle(told, category.letter, 3, told.at(610), 1)
    told.take(review.recommend(told.interview, Recommendation.NO_DECISION, "One long note.", told.at(620)))
    told.take(review.finalise(told.interview, told.at(630)))
    return summarise(told.interview, told.at(640))


def an_empty_draft() -> Summary:
    """Nothing at all: prepared, never started."""
    opening = Opening("o1", "", "", Level.MID)
    kit = a_kit(prompts=1)
    told = call.begin(
        "i-empty", replace(kit, prompts=(a_prompt("p1", candidate_text=""),)), opening, a_moment()
    )
    return summarise(told.interview, a_moment(60))
