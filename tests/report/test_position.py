"""What a packet says of the position itself, and what it never says."""

from dataclasses import replace
from datetime import UTC, datetime

from interviewer_app.domain.interview import Interview, Phase, Recommendation
from interviewer_app.domain.kits.checklist import Checklist, ChecklistLine, Tick, TickKey
from interviewer_app.domain.openings.opening import AfterHire, Need, OpeningSheet, RoleCover, Scope
from interviewer_app.domain.packet.summary import summarise
from interviewer_app.report.pdf import packet
from tests.builders import a_moment, a_settled_sheet, a_story, an_opening
from tests.report.test_brief import read

KEY = TickKey("", "skills-backend", "rest")
SKILLS = Checklist(
    "skills-backend",
    "Skills",
    tuple(
        ChecklistLine(key, f"Line on {key}", ("evidence heard", "claimed")) for key in ("rest", "auth", "sql")
    ),
    ("What was done",),
)
SHEET = a_settled_sheet(
    scope=Scope(goal="20 per cent less", outcome="Runs the assistant."),
    skills=(("auth", Need.REQUIRED), ("rest", Need.NICE), ("sql", Need.NOT_NEEDED)),
    team=(("devops", RoleCover.HERE), ("qa", RoleCover.MISSING)),
    after=AfterHire(mentor="Ines Aldana", day30="Reads the runbooks"),
    costs=(("pay", 98_765),),
    sources=(("agencies", 7),),
)


def told(sheet: OpeningSheet, **fields: object) -> str:
    """The text of the packet of an interview for an opening with this sheet."""
    story: Interview = a_story(Phase.FINALISED, opening=an_opening(sheet=sheet)).interview
    tick = Tick(KEY, "evidence heard", ("Designed paging",), 60.0, datetime(2026, 9, 14, tzinfo=UTC))
    kit = replace(story.kit, checklists=(SKILLS,), whole=("skills-backend",))
    changed = replace(story, kit=kit, ticks={KEY: tick}, **fields)  # type: ignore[arg-type]
    return " ".join(read(packet(summarise(changed, a_moment(9_000.0)), app_version="1").data).split())


def test_goal_skills_and_gaps_are_printed() -> None:
    said = told(SHEET, recommendation=Recommendation.YES)
    assert "20 per cent less" in said
    assert "Runs the assistant." in said
    assert "nothing ticked · required · Line on auth" in said
    assert "evidence heard · nice to have · Line on rest “Designed paging”" in said
    assert said.index("Line on auth") < said.index("nice to have · Line on rest")
    assert "not needed" not in said
    assert "Nobody has: test automation." in said


def test_what_comes_after_is_printed_with_a_hire_only() -> None:
    assert "Reads the runbooks" in told(SHEET, recommendation=Recommendation.STRONG_YES)
    refused = told(SHEET, recommendation=Recommendation.NO)
    assert "Reads the runbooks" not in refused
    assert "Ines Aldana" not in refused


def test_costs_and_channels_are_printed_nowhere() -> None:
    said = told(SHEET, recommendation=Recommendation.YES)
    assert "98765" not in said.replace(",", "")
    assert "gencies" not in said


def test_nothing_known_is_no_section() -> None:
    assert "The position" not in told(a_settled_sheet())
