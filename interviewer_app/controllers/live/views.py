"""What the call shows, as frozen values. Drawn by the live screen, the ribbon and the candidate view."""

from collections.abc import Mapping
from dataclasses import dataclass

from interviewer_app.controllers.keeper import SaveView
from interviewer_app.domain.kits.kit import PromptType, TimeSpan
from interviewer_app.domain.live.pacing import Pace, SentenceKind
from interviewer_app.domain.marks import PauseCause
from interviewer_app.domain.notes.note import Note


@dataclass(frozen=True, slots=True)
class TickItem:
    """A probe or fact; `t` is when it was ticked, seconds since the start, None while it is open."""

    id: str
    text: str
    t: float | None
    assist: bool = False


@dataclass(frozen=True, slots=True)
class StepView:
    """The step on screen. `text` is what to say aloud; `number` 0 = frame; `type` None for the frame.

    `materials` are what a task hands to the candidate; they and the text may be shown to the candidate.
    """

    step: str
    number: int
    of: int
    title: str
    text: str
    type: PromptType | None
    time_plan: tuple[TimeSpan, ...]
    probes: tuple[TickItem, ...]
    facts: tuple[TickItem, ...]
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    hints: str
    letters: tuple[str, ...]
    previous: str
    following: str
    materials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chip:
    """A category of the score bar: notes tagged and untagged, the prompts, from this one on, that ask for it.

    `code` is empty, "-" or a digit; `wanting` says that it has no evidence though its prompts have begun.
    """

    letter: str
    title: str
    tagged: int
    untagged: int
    asked_in: tuple[int, ...]
    code: str
    wanting: bool
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StripMark:
    """A note on the strip: `at` in counted seconds, `letter` empty for an untagged one."""

    at: float
    letter: str


@dataclass(frozen=True, slots=True)
class ClockView:
    """One tick. `pace` holds interview and step clocks; `wall` is seconds from the start, with pauses."""

    pace: Pace
    wall: float
    paused: PauseCause | None


@dataclass(frozen=True, slots=True)
class LinesView:
    """The notes of a step, one per editor line, for the gutter."""

    step: str
    lines: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class LiveView:
    """The call. Between two of them a part that has not changed is the same object.

    `cursor` is where the caret stood when the step came to the screen.
    """

    interview_id: str
    candidate: str
    opening: str
    step: StepView
    chips: tuple[Chip, ...]
    strip: tuple[StripMark, ...]
    labels: Mapping[str, str]
    clock: ClockView
    save: SaveView
    lines: LinesView
    cursor: int
    factor: int

    @property
    def wanting(self) -> frozenset[str]:
        """The categories that should have evidence by now and have none."""
        bare = {chip.letter: chip.wanting for chip in self.chips if not chip.tagged and not chip.untagged}
        out = {letter for letter, wants in bare.items() if wants}
        sentence = self.clock.pace.sentence
        if sentence.kind in (SentenceKind.LAST_CHANCE, SentenceKind.BEHIND_GAP):
            out.update(letter for letter in sentence.letters if letter in bare)
        return frozenset(out)
