"""What a packet says of the position itself: goal, skills and their evidence, gaps around it. For everybody.

Costs and channels are no part of it, whatever the sheet holds (P-28, S-110).
"""

from dataclasses import dataclass

from interviewer_app.domain.interview import Interview, Recommendation
from interviewer_app.domain.kits.checklist import Checklist, TickKey
from interviewer_app.domain.openings.opening import AfterHire, Need, RoleCover

HIRE = frozenset({Recommendation.YES, Recommendation.STRONG_YES})
"""What speaks for hiring."""


@dataclass(frozen=True, slots=True)
class SkillResult:
    """A skill the opening asks for, and what was ticked beside it in the interview; empty for nothing."""

    text: str
    required: bool
    state: str
    note: str


@dataclass(frozen=True, slots=True)
class Position:
    """`gaps` are keys of roles around the opening that nobody has; `after` only with a hire recommended."""

    goal: str
    outcome: str
    skills: tuple[SkillResult, ...]
    gaps: tuple[str, ...]
    after: AfterHire | None


def position(interview: Interview, *, hire: bool) -> Position | None:
    """What is known of an interview’s position, None while nothing is; `hire` adds what comes after."""
    sheet = interview.opening.sheet
    after = sheet.after if hire and sheet.after != AfterHire() else None
    made = Position(
        goal=sheet.scope.goal.strip(),
        outcome=sheet.scope.outcome.strip(),
        skills=_skills(interview),
        gaps=tuple(role for role, cover in sheet.team if cover is RoleCover.MISSING),
        after=after,
    )
    return None if made == Position("", "", (), (), None) else made


def _skills(interview: Interview) -> tuple[SkillResult, ...]:
    """The skills asked for, required ones first, as far as the kit has a line for them (S-17)."""
    needs = dict(interview.opening.sheet.skills)
    found: list[SkillResult] = []
    for checklist in interview.kit.lists_of(""):
        found.extend(_lines(interview, checklist, needs))
    return tuple(sorted(found, key=lambda skill: not skill.required))


def _lines(interview: Interview, checklist: Checklist, needs: dict[str, Need]) -> list[SkillResult]:
    out: list[SkillResult] = []
    for line in checklist.lines:
        need = needs.get(line.id)
        if need in (Need.REQUIRED, Need.NICE):
            tick = interview.ticks.get(TickKey("", checklist.id, line.id))
            note = next((cell for cell in tick.cells if cell), "") if tick is not None else ""
            state = tick.state if tick is not None else ""
            out.append(SkillResult(line.text, need is Need.REQUIRED, state, note))
    return out
