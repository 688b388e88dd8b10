"""Checklists and flags as the screens show them: frozen views by pure functions. For controllers, ui."""

from dataclasses import dataclass

from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.kits.checklist import FLAGS, Checklist, Flag, Polarity, TickKey
from interviewer_app.domain.live.checks import ProbeSuggestion


@dataclass(frozen=True, slots=True)
class TickLine:
    """A line of a list; `states` is empty for a plain tick, `t` None while nothing was done to it.

    There are as many `cells` as the list has columns.
    """

    key: TickKey
    text: str
    states: tuple[str, ...]
    state: str
    cells: tuple[str, ...]
    t: float | None


@dataclass(frozen=True, slots=True)
class TickList:
    """A list of a step (empty: of the whole interview); `where` names the step where several are shown."""

    step: str
    id: str
    title: str
    where: str
    columns: tuple[str, ...]
    lines: tuple[TickLine, ...]

    @property
    def ticked(self) -> int:
        """How many lines are in some state."""
        return sum(bool(line.state) for line in self.lines)


@dataclass(frozen=True, slots=True)
class FlagLine:
    """A flag; `own` says that the prompt on screen looks for it."""

    key: TickKey
    id: str
    polarity: Polarity
    text: str
    seen: bool
    note: str
    t: float | None
    own: bool

    @property
    def needs_note(self) -> bool:
        """True while it was seen and nothing says why."""
        return self.seen and not self.note.strip()


@dataclass(frozen=True, slots=True)
class TicksView:
    """What can be ticked here. `shut` when nothing may change any more."""

    interview_id: str
    step: str
    lists: tuple[TickList, ...] = ()
    flags: tuple[FlagLine, ...] = ()
    nudge: ProbeSuggestion | None = None
    shut: bool = False

    @property
    def empty(self) -> bool:
        """True when the kit has nothing to tick here."""
        return not self.lists and not self.flags

    @property
    def counts(self) -> tuple[int, int]:
        """Lines ticked and lines in all: of the lists of the step where it has any, else of all lists."""
        own = [one for one in self.lists if one.step and one.step == self.step] or self.lists
        return sum(one.ticked for one in own), sum(len(one.lines) for one in own)


NOTHING = TicksView("", "")
"""For a screen without an interview."""


def step_view(interview: Interview, step: str, nudge: ProbeSuggestion | None) -> TicksView:
    """The lists of a step and those of the whole interview, and the flags, the step's own first."""
    kit = interview.kit
    prompt = kit.prompt(step)
    wanted = frozenset(prompt.flags) if prompt is not None else frozenset()
    lists = [_list(interview, step, one, "") for one in kit.lists_of(step)] if step else []
    lists += [_list(interview, "", one, "") for one in kit.lists_of("")]
    flags = sorted((_flag(interview, flag, wanted) for flag in kit.flags), key=lambda flag: not flag.own)
    return TicksView(interview.id, step, tuple(lists), tuple(flags), nudge, _shut(interview))


def whole_view(interview: Interview) -> TicksView:
    """Every list of the interview, by prompt, and its flags."""
    kit = interview.kit
    lists: list[TickList] = []
    for number, prompt in enumerate(kit.prompts, 1):
        where = f"{number} {prompt.label}"
        lists.extend(_list(interview, prompt.id, one, where) for one in kit.lists_of(prompt.id))
    lists.extend(_list(interview, "", one, "") for one in kit.lists_of(""))
    flags = tuple(_flag(interview, flag, frozenset()) for flag in kit.flags)
    return TicksView(interview.id, "", tuple(lists), flags, None, _shut(interview))


def _shut(interview: Interview) -> bool:
    return interview.phase not in (Phase.LIVE, Phase.TO_REVIEW)


def _list(interview: Interview, step: str, checklist: Checklist, where: str) -> TickList:
    wide = len(checklist.columns)
    lines: list[TickLine] = []
    for line in checklist.lines:
        key = TickKey(step, checklist.id, line.id)
        tick = interview.ticks.get(key)
        cells = tick.cells if tick is not None else ()
        lines.append(
            TickLine(
                key=key,
                text=line.text,
                states=line.states,
                state=tick.state if tick is not None else "",
                cells=(*cells, *[""] * wide)[:wide],
                t=tick.t if tick is not None else None,
            )
        )
    return TickList(step, checklist.id, checklist.title, where, checklist.columns, tuple(lines))


def _flag(interview: Interview, flag: Flag, wanted: frozenset[str]) -> FlagLine:
    key = TickKey("", FLAGS, flag.id)
    tick = interview.ticks.get(key)
    return FlagLine(
        key=key,
        id=flag.id,
        polarity=flag.polarity,
        text=flag.text,
        seen=tick is not None and bool(tick.state),
        note=tick.cells[0] if tick is not None and tick.cells else "",
        t=tick.t if tick is not None else None,
        own=flag.id in wanted,
    )
