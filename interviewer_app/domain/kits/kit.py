"""A kit as an interview uses it: prompts in order, scorecard, scripts, minutes. Everybody may import it.

These are the resolved shapes. How a kit is spelt in a file, and what is refused, is the business of
`interviewer_app.kits`. Limits and meanings follow the kit rules there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from operator import attrgetter
from typing import TypeVar

from interviewer_app.domain.kits.checklist import Checklist, Flag

OPENING = "opening"
QUESTIONS = "questions"
CLOSE = "close"
FRAME_STEPS = (OPENING, QUESTIONS, CLOSE)
"""Step ids of the parts around the prompts; no prompt may use them."""

_id = attrgetter("id")


class PromptType(StrEnum):
    """How a prompt asks for evidence."""

    PAST = "past"
    SITUATIONAL = "situational"
    DESIGN = "design"
    ROLE_PLAY = "role_play"
    TASK = "task"
    BRIEF = "brief"
    UNSCORED = "unscored"


class Level(StrEnum):
    """Seniority an opening asks for."""

    MID = "mid"
    SENIOR = "senior"
    LEAD = "lead"


class Stage(StrEnum):
    """Where in the loop a kit belongs."""

    SCREEN = "screen"
    TECH = "tech"
    DESIGN = "design"
    PRACTICAL = "practical"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Probe:
    """A planned follow-up; `assist` means that asking it counts as help.

    One with the id of a checklist of its prompt is suggested while nothing in it is ticked at half time.
    """

    id: str
    text: str
    purpose: str = ""
    assist: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the interviewer may tell; `always` means without being asked."""

    id: str
    text: str
    always: bool = False


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """One stretch of a prompt's own time plan, in whole minutes from the start of the prompt."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question, all of it; only `candidate_text` and `materials` may ever be shown to a candidate.

    `categories` are scorecard letters, main one first; `minutes` are whole minutes at factor 100.
    `checklists` and `flags` are ids of entries that its kit carries.
    """

    id: str
    version: str
    title: str
    type: PromptType
    minutes: int
    candidate_text: str
    short: str = ""
    interviewer_notes: str = ""
    time_plan: tuple[TimeSpan, ...] = ()
    facts: tuple[Fact, ...] = ()
    probes: tuple[Probe, ...] = ()
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    genai_only: bool = False
    covers: tuple[str, ...] = ()
    status: str = "active"
    levels: tuple[Level, ...] = ()
    roles: tuple[str, ...] = ()
    checklists: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    supersedes: str = ""
    form_b_of: str = ""

    @property
    def label(self) -> str:
        """The title, or the short title where room is short."""
        return self.short or self.title


@dataclass(frozen=True, slots=True)
class AnchorVariant:
    """Anchor texts that replace the usual ones when `when` holds (`no_genai`, `regulated`)."""

    when: str
    anchors: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Category:
    """One row of a scorecard: letter, words and six anchors, index = score 0 to 5."""

    letter: str
    title: str
    definition: str
    anchors: tuple[str, ...]
    variants: tuple[AnchorVariant, ...] = ()

    def in_variant(self, when: str) -> "Category":
        """The same category with the anchors that hold when `when` does, and no variants left."""
        texts = list(self.anchors)
        for variant in self.variants:
            if variant.when == when:
                for score, text in variant.anchors.items():
                    texts[score] = text
        return replace(self, anchors=tuple(texts), variants=())


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The categories one interview is scored on, in order; scale is 0 to 5."""

    id: str
    title: str
    categories: tuple[Category, ...]

    @property
    def letters(self) -> tuple[str, ...]:
        """Letters in order."""
        return tuple(category.letter for category in self.categories)


@dataclass(frozen=True, slots=True)
class RoleProfile:
    """What a role asks for: floors (lowest score expected) and weights per category letter."""

    id: str
    title: str
    mapping: str = ""
    duties: tuple[str, ...] = ()
    floors: Mapping[str, int] = field(default_factory=dict)
    weights: Mapping[str, int] = field(default_factory=dict)
    weight_rationale: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """Whole minutes around the prompts."""

    opening: int
    questions: int
    close: int

    @property
    def minutes(self) -> int:
        """Sum of the three parts."""
        return self.opening + self.questions + self.close


@dataclass(frozen=True, slots=True)
class Variant:
    """A length of a kit: its frame and whether extension prompts are left out."""

    id: str
    frame: Frame
    total_minutes: int
    core_only: bool = False


@dataclass(frozen=True, slots=True)
class Swap:
    """In a parallel form, `use` stands in the place of `instead_of`; both are prompt ids."""

    instead_of: str
    use: str


@dataclass(frozen=True, slots=True)
class Form:
    """A parallel form of a kit; form `a` has no swaps."""

    id: str
    swaps: tuple[Swap, ...] = ()


@dataclass(frozen=True, slots=True)
class Kit:
    """Everything one interview shows and scores, self-contained.

    As read from a file it offers several variants and forms (`spare` holds the prompts that forms swap
    in, `extensions` the ids left out of a core-only variant). `cut` chooses; an interview carries a cut kit.
    `checklists` and `flags` are all that its prompts name; `whole` are ids of the lists that belong to the
    interview as a whole.
    """

    id: str
    version: str
    title: str
    file_id: str
    stage: Stage
    prompts: tuple[Prompt, ...]
    scorecard: Scorecard
    scored: tuple[str, ...]
    variants: tuple[Variant, ...]
    opening_script: str
    closing_script: str
    role: RoleProfile
    publisher: str = ""
    language: str = "en"
    licence: str = ""
    forms: tuple[Form, ...] = (Form("a"),)
    spare: tuple[Prompt, ...] = ()
    extensions: tuple[str, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    flags: tuple[Flag, ...] = ()
    whole: tuple[str, ...] = ()

    @property
    def variant(self) -> Variant:
        """The length in use: the first one until the kit is cut."""
        return self.variants[0]

    @property
    def form(self) -> Form:
        """The form in use: the first one until the kit is cut."""
        return self.forms[0]

    @property
    def categories(self) -> tuple[Category, ...]:
        """The categories that are scored, in scorecard order."""
        return tuple(c for c in self.scorecard.categories if c.letter in self.scored)

    @property
    def minutes(self) -> int:
        """Planned minutes in all, at factor 100."""
        return self.variant.total_minutes

    @property
    def steps(self) -> tuple[str, ...]:
        """Step ids in order: opening, prompts, the candidate's questions, close."""
        return (OPENING, *map(_id, self.prompts), QUESTIONS, CLOSE)

    def prompt(self, prompt_id: str) -> Prompt | None:
        """The prompt with this id, or None for a frame step or an unknown id."""
        return next((p for p in self.prompts if p.id == prompt_id), None)

    def lists_of(self, step: str) -> tuple[Checklist, ...]:
        """The checklists of a prompt in its own order; for an empty step those of the whole interview."""
        prompt = self.prompt(step)
        wanted = prompt.checklists if prompt is not None else () if step else self.whole
        by_id = {checklist.id: checklist for checklist in self.checklists}
        return tuple(by_id[name] for name in wanted if name in by_id)

    def step_minutes(self, step: str) -> int:
        """Planned whole minutes of a step, at factor 100."""
        prompt = self.prompt(step)
        if prompt is not None:
            return prompt.minutes
        frame = self.variant.frame
        return {OPENING: frame.opening, QUESTIONS: frame.questions, CLOSE: frame.close}[step]

    def cut(self, variant: str = "", form: str = "", *, genai: bool = True) -> "Kit":
        """The kit for one opening: one variant, one form, anchors settled; KeyError for unknown ids."""
        chosen = _pick(self.variants, variant)
        taken = _pick(self.forms, form)
        by_id = {p.id: p for p in (*self.prompts, *self.spare)}
        swaps = {s.instead_of: s.use for s in taken.swaps}
        kept = [p for p in self.prompts if not (chosen.core_only and p.id in self.extensions)]
        prompts = tuple(by_id[swaps.get(p.id, p.id)] for p in kept)
        when = "" if genai else "no_genai"
        card = replace(
            self.scorecard, categories=tuple(c.in_variant(when) for c in self.scorecard.categories)
        )
        lists = {name for p in prompts for name in p.checklists} | set(self.whole)
        return replace(
            self,
            checklists=tuple(c for c in self.checklists if c.id in lists),
            prompts=prompts,
            scorecard=card,
            variants=(chosen,),
            forms=(taken,),
            spare=(),
            extensions=(),
        )


_Choice = TypeVar("_Choice", Variant, Form)


def _pick(choices: tuple[_Choice, ...], wanted: str) -> _Choice:
    """The choice with this id, the first one for an empty id."""
    for choice in choices:
        if not wanted or choice.id == wanted:
            return choice
    raise KeyError(wanted)
