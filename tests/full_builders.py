"""Records in which no field is left at its default, for round trips; every test package may import it."""

from datetime import timedelta

from interviewer_app.domain.canon import digest
from interviewer_app.domain.interview import (
    Interview,
    LivePlace,
    Phase,
    Point,
    PointKind,
    Recommendation,
)
from interviewer_app.domain.kits.checklist import FLAGS, SEEN, Tick, TickKey
from interviewer_app.domain.kits.kit import (
    CLOSE,
    OPENING,
    AnchorVariant,
    Form,
    Frame,
    Kit,
    Level,
    PromptType,
    RoleProfile,
    Scorecard,
    Stage,
    Swap,
    Variant,
)
from interviewer_app.domain.marks import MarkKind
from interviewer_app.domain.notes.note import StepNotes
from interviewer_app.domain.openings.opening import (
    AfterHire,
    Answer,
    DataLine,
    Engagement,
    HiringStage,
    Modelling,
    Need,
    OpeningSheet,
    OpeningTick,
    Output,
    Picker,
    Product,
    ProductPhase,
    Purpose,
    Release,
    RoleCover,
    Scope,
    SubjectKind,
    Targets,
)
from interviewer_app.domain.scores import NotObservedReason
from tests.builders import (
    NOON,
    a_category,
    a_checklist,
    a_flag,
    a_mark,
    a_moment,
    a_note,
    a_prompt,
    a_score,
    an_opening,
)


def a_full_kit() -> Kit:
    """A kit in which no field of any part is left at its default."""
    prompt = a_prompt(
        "p1",
        facets=("A1",),
        topics=("queues",),
        genai_only=True,
        covers=("duty-1",),
        status="pilot",
        levels=(Level.MID,),
        roles=("lead",),
        checklists=("marks",),
        flags=("gf-01",),
        materials=("def predict():\n    ...\n",),
        supersedes="p0",
        form_b_of="p9",
    )
    category = a_category("A", variants=(AnchorVariant("no_genai", {2: "A2 by hand", 5: "A5 by hand"}),))
    frame = Frame(opening=3, questions=5, close=2)
    return Kit(
        id="kit-full",
        version="2.0.1",
        title="Kit with everything",
        file_id="full-file",
        stage=Stage.FINAL,
        prompts=(prompt, a_prompt("p2", type=PromptType.DESIGN)),
        scorecard=Scorecard("card", "Delivery", (category, a_category("B"))),
        scored=("A",),
        variants=(Variant("short", frame, 30, core_only=True),),
        opening_script="Welcome – grüß Gott, добрый день.",
        closing_script="Thank you.",
        role=RoleProfile(
            "lead",
            "Lead",
            "delivery",
            ("duty-1",),
            {"A": 3},
            {"A": 2},
            "A weighs most because it fails most.",
        ),
        publisher="Example",
        language="de",
        licence="CC-BY-4.0",
        forms=(Form("b", (Swap("p1", "p9"),)),),
        spare=(a_prompt("p9"),),
        extensions=("p2",),
        checklists=(a_checklist("marks"),),
        flags=(a_flag("gf-01"),),
        whole=("marks",),
    )


def a_full_sheet() -> OpeningSheet:
    """A sheet in which no field of any part is left at its default."""
    known = DataLine(Answer.UNKNOWN, "Inès")
    return OpeningSheet(
        picker=Picker(Output.RUNNING, Product.CHATBOT, Modelling.TRAINING, regulated=True),
        scope=Scope(
            goal="20 per cent less, straße",
            purpose=Purpose.PRODUCT,
            sources=known,
            approved=known,
            privacy=known,
            targets=Targets("a", "b", "c", "d"),
            owner_after="Platform",
            outcome="Runs it.",
        ),
        waived="A trial",
        subject=SubjectKind.VENDOR,
        skills=(("rest", Need.REQUIRED),),
        team=(("qa", RoleCover.MISSING),),
        engagement=Engagement.HYBRID,
        phase=ProductPhase.CHANGE,
        stages=((HiringStage.TECH, "2026-11-09"),),
        kits=((Stage.TECH, "gen-tech-60"),),
        releases=(Release(Stage.TECH, "2026-11-10T09:00:00+00:00", "a new form"),),
        ticks=(OpeningTick("seven", "drift", "absent", "2026-11-10T09:00:00+00:00"),),
        sources=(("code", 3),),
        costs=(("cloud", 40_000),),
        notes="Two teams.",
        after=AfterHire("2027-01-04", "Ben", "reads", "ships", "owns", "lead"),
    )


def a_full_interview(interview_id: str = "i-full") -> Interview:
    """An interview to review in which no field is left at its default (what undo keeps is not stored)."""
    kit = a_full_kit()
    notes = (
        a_note("n1", '" grüß Gott #A', rank=1.0, t=61.25),
        a_note("n2", "+ добрый день", rank=2.5, t=75.0, begun=NOON + timedelta(seconds=75)),
    )
    cited = a_score(
        "A",
        4,
        reason=NotObservedReason.TECHNICAL,
        cited=("n2", "n1"),
        missing="a second figure",
        settled=True,
    )
    return Interview(
        id=interview_id,
        candidate="Žofie Ωmega 李",
        opening=an_opening(
            "o9", title="Leiterin", role="lead", level=Level.LEAD, genai=False, sheet=a_full_sheet()
        ),
        kit=kit,
        kit_hash=digest(kit),
        interviewer="Robin",
        created=a_moment(-600.0, boot="boot-0", offset=-330),
        phase=Phase.TO_REVIEW,
        factor=125,
        scheduled=NOON + timedelta(minutes=5),
        sample=True,
        marks=(
            a_mark(1),
            a_mark(2, MarkKind.SHOWN, 0.0, step=OPENING),
            a_mark(3, MarkKind.SCORED, 90.0, step="p1", ref="A", old="3", new="4", reason="why", span=1.5),
        ),
        sheets={
            "p1": StepNotes("p1", notes),
            CLOSE: StepNotes(CLOSE, (a_note("n3", "", step=CLOSE, stamped=True),)),
        },
        scores={"A": cited, "B": a_score("B", None)},
        ticks={
            tick.key: tick
            for tick in (
                Tick(TickKey("", FLAGS, "gf-01"), SEEN, ("named the ordér",), 70.5, NOON),
                Tick(TickKey("p1", "marks", "rollback"), "claimed", ("by hand", ""), 71.0, NOON),
            )
        },
        points=(
            Point("pt1", PointKind.STRENGTH, "A", "Calm", "n1"),
            Point("pt2", PointKind.CONCERN, "B", "No figure", "n2"),
        ),
        strongest="n1",
        recommendation=Recommendation.STRONG_YES,
        reason="Because.",
        started=a_moment(0.0),
        ended=a_moment(3_600.125),
        finalised=a_moment(4_000.0, boot="boot-2"),
        place=LivePlace(interview_id, "p1", 12, a_moment(3_500.0)),
    )
