"""The call as the live screen shows it: pure functions from the record to views. For controllers/live."""

from collections.abc import Mapping

from interviewer_app import labels
from interviewer_app.controllers.live.views import Chip, ClockView, LiveView, StepView, StripMark, TickItem
from interviewer_app.domain.interview import Interview
from interviewer_app.domain.kits.kit import CLOSE, OPENING, QUESTIONS, Prompt
from interviewer_app.domain.kits.script import fill_script
from interviewer_app.domain.live import replan
from interviewer_app.domain.live.call import ticked
from interviewer_app.domain.live.coverage import CategoryEvidence
from interviewer_app.domain.live.pacing import TimeState, pace, time_state
from interviewer_app.domain.live.timeline import Timeline
from interviewer_app.domain.marks import MarkKind, PauseCause
from interviewer_app.domain.notes.note import Marker
from interviewer_app.domain.records import changed
from interviewer_app.text import _


def shared(old: LiveView, new: LiveView) -> LiveView:
    """The new view with the parts of the old one that say the same: whoever draws compares identities."""
    parts = {name: getattr(old, name) for name in ("step", "chips", "labels", "lines")}
    return changed(new, **{name: part for name, part in parts.items() if part == getattr(new, name)})


def script(interview: Interview, text: str, team: str) -> str:
    """An opening or closing script with the names filled in."""
    kit = interview.kit
    return fill_script(
        text,
        name=interview.interviewer,
        team=team,
        minutes=round(interview.planned_total / 60),
        n=len(kit.prompts),
        q=round(interview.planned(QUESTIONS) / 60),
    )


def step_view(interview: Interview, step: str, team: str) -> StepView:
    """A step with its ticks."""
    kit = interview.kit
    steps = kit.steps
    at = steps.index(step)
    prompt = kit.prompt(step)
    return StepView(
        step=step,
        number=kit.prompts.index(prompt) + 1 if prompt is not None else 0,
        of=len(kit.prompts),
        title=labels.step_title(step, prompt.title if prompt is not None else ""),
        text=prompt.candidate_text if prompt is not None else _frame_text(interview, step, team),
        type=prompt.type if prompt is not None else None,
        time_plan=prompt.time_plan if prompt is not None else (),
        probes=_probes(interview, prompt),
        facts=_facts(interview, prompt),
        strong=prompt.strong if prompt is not None else (),
        weak=prompt.weak if prompt is not None else (),
        hints=prompt.interviewer_notes if prompt is not None else "",
        letters=prompt.categories if prompt is not None else (),
        previous=steps[at - 1] if at > 0 else "",
        following=steps[at + 1] if at + 1 < len(steps) else "",
        materials=prompt.materials if prompt is not None else (),
    )


def _frame_text(interview: Interview, step: str, team: str) -> str:
    if step == OPENING:
        return script(interview, interview.kit.opening_script, team)
    if step == CLOSE:
        return script(interview, interview.kit.closing_script, team)
    return _("These minutes are the candidate’s. What would you like to know?")


def _probes(interview: Interview, prompt: Prompt | None) -> tuple[TickItem, ...]:
    if prompt is None:
        return ()
    asked = ticked(interview, MarkKind.PROBE, prompt.id)
    return tuple(TickItem(p.id, p.text, asked.get(p.id), p.assist) for p in prompt.probes)


def _facts(interview: Interview, prompt: Prompt | None) -> tuple[TickItem, ...]:
    if prompt is None:
        return ()
    told = ticked(interview, MarkKind.FACT, prompt.id)
    return tuple(TickItem(f.id, f.text, told.get(f.id)) for f in prompt.facts)


def chips(interview: Interview, line: Timeline, found: Mapping[str, CategoryEvidence]) -> tuple[Chip, ...]:
    """The score bar; `found` is the evidence per category."""
    steps = interview.kit.steps
    at = steps.index(line.step) if line.step in steps else 0
    budgets = replan.budgets(interview)
    late = replan.late(interview, line, budgets) > 0.0
    near = time_state(line.spent(steps[at]), budgets[steps[at]]) is not TimeState.EASY
    current = next((n for n, p in enumerate(interview.kit.prompts, 1) if p.id == steps[at]), 0)
    out: list[Chip] = []
    for category in interview.kit.categories:
        letter = category.letter
        asking = [n for n, p in enumerate(interview.kit.prompts, 1) if letter in p.categories]
        ahead = tuple(n for n in asking if steps.index(interview.kit.prompts[n - 1].id) > at)
        here = current in asking
        has = found.get(letter, CategoryEvidence())
        # Quiet while there is time: it wants once its last prompt nears its end, or the call is late.
        last = not ahead and (near or not here)
        out.append(
            Chip(
                letter=letter,
                title=category.title,
                tagged=len(has.tagged),
                untagged=len(has.untagged),
                asked_in=(current, *ahead) if here else ahead,
                code=interview.score(letter).code,
                wanting=not has.count and (late or last),
                anchors=category.anchors,
            )
        )
    return tuple(out)


def strip_marks(interview: Interview, line: Timeline) -> tuple[StripMark, ...]:
    """Where the notes stand on the strip, each with the first category it is tagged for."""
    scored = {category.letter for category in interview.kit.categories}
    notes = sorted((n for n in interview.notes if n.marker is not Marker.HELP), key=lambda note: note.t)
    out: list[StripMark] = []
    # Notes and stretches are gone through side by side: there may be very many notes.
    counted, ahead = 0.0, list(reversed(line.stretches))
    for note in notes:
        while ahead and ahead[-1].end <= note.t:
            whole = ahead.pop()
            counted += whole.end - whole.start
        here = max(note.t - ahead[-1].start, 0.0) if ahead else 0.0
        letter = next((tag for tag in note.tags if tag in scored), "")
        out.append(StripMark(counted + here, letter))
    return tuple(out)


def clock_view(interview: Interview, line: Timeline, found: Mapping[str, CategoryEvidence]) -> ClockView:
    """One tick; `found` is the evidence per category."""
    counts = {letter: has.count for letter, has in found.items()}
    cause = None
    if line.paused:
        stopped = next(m for m in reversed(interview.marks) if m.kind is MarkKind.PAUSED)
        cause = PauseCause(stopped.reason)
    return ClockView(
        pace=pace(interview, line, counts),
        wall=line.wall,
        paused=cause,
    )


def short_titles(interview: Interview) -> Mapping[str, str]:
    """A short title per step, for the strip."""
    titles = {prompt.id: prompt.label for prompt in interview.kit.prompts}
    return {step: labels.step_title(step, titles.get(step, "")) for step in interview.kit.steps}
