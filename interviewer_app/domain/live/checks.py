"""What was ticked, as a packet tells it, and when a list asks for a probe. Everybody may import it."""

from dataclasses import dataclass

from interviewer_app.domain.interview import Interview
from interviewer_app.domain.kits.checklist import FLAGS, Checklist, Polarity, TickKey, ticks_in
from interviewer_app.domain.kits.kit import Probe
from interviewer_app.domain.live.call import ticked
from interviewer_app.domain.marks import MarkKind


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A line with its state (empty: open), the texts beside it by column, and when it was set.

    `choices` are the states it could be in, empty for a plain tick. `t` is seconds since the start, None
    while nothing was done to the line.
    """

    text: str
    choices: tuple[str, ...]
    state: str
    cells: tuple[str, ...]
    t: float | None


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A list that was used, all lines of it; `step` is empty for a list of the whole interview."""

    step: str
    list: str
    title: str
    columns: tuple[str, ...]
    lines: tuple[CheckLine, ...]


@dataclass(frozen=True, slots=True)
class FlagResult:
    """A flag that was seen, with its note; `t` is seconds since the start."""

    id: str
    polarity: Polarity
    text: str
    note: str
    t: float


@dataclass(frozen=True, slots=True)
class ProbeSuggestion:
    """A list of the prompt is untouched at half time, and this probe would open it."""

    title: str
    probe: str
    text: str


def check_results(interview: Interview) -> tuple[CheckResult, ...]:
    """The lists in which anything was ticked or written: by prompt in order, then those of the interview."""
    kit, out = interview.kit, list[CheckResult]()
    for step in (*kit.steps, ""):
        out.extend(_result(interview, step, checklist) for checklist in kit.lists_of(step))
    return tuple(result for result in out if any(line.state or any(line.cells) for line in result.lines))


def flag_results(interview: Interview) -> tuple[FlagResult, ...]:
    """The flags that were seen and have a note, in the kit's order."""
    out: list[FlagResult] = []
    for flag in interview.kit.flags:
        tick = interview.ticks.get(TickKey("", FLAGS, flag.id))
        note = tick.cells[0].strip() if tick is not None and tick.cells else ""
        if tick is not None and tick.state and note:
            out.append(FlagResult(flag.id, flag.polarity, flag.text, note, tick.t))
    return tuple(out)


def nudge(interview: Interview, step: str, spent: float, planned: float) -> ProbeSuggestion | None:
    """The probe to suggest after `spent` of `planned` seconds in a step; None while there is none to suggest.

    It speaks from half time on, for a list with columns, or one that a probe of the same id belongs to, while
    nothing in it is ticked. That probe is suggested, else the first one not asked that gives no help.
    """
    prompt = interview.kit.prompt(step)
    if prompt is None or spent < planned / 2:
        return None
    asked = ticked(interview, MarkKind.PROBE, step)
    for checklist in interview.kit.lists_of(step):
        own = next((probe for probe in prompt.probes if probe.id == checklist.id), None)
        if ticks_in(interview.ticks, step, checklist.id) or not (own or checklist.columns):
            continue
        probe = own or _open(prompt.probes, frozenset(asked))
        if probe is not None and probe.id not in asked:
            return ProbeSuggestion(checklist.title, probe.id, probe.text)
    return None


def _open(probes: tuple[Probe, ...], asked: frozenset[str]) -> Probe | None:
    return next((probe for probe in probes if probe.id not in asked and not probe.assist), None)


def _result(interview: Interview, step: str, checklist: Checklist) -> CheckResult:
    ticks = ticks_in(interview.ticks, step, checklist.id)
    wide = len(checklist.columns)
    lines: list[CheckLine] = []
    for line in checklist.lines:
        tick = ticks.get(line.id)
        cells = tick.cells if tick is not None else ()
        lines.append(
            CheckLine(
                text=line.text,
                choices=line.states,
                state=tick.state if tick is not None else "",
                cells=tuple(cells[n].strip() if n < len(cells) else "" for n in range(wide)),
                t=tick.t if tick is not None else None,
            )
        )
    return CheckResult(step, checklist.id, checklist.title, checklist.columns, tuple(lines))
