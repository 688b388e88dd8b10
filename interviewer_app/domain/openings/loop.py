"""What the interviews of an opening ask for between them, and what nobody asks. Everybody may import it.

A loop is the cut kits of the opening's stages. Rules E18 and W02 of the kit rules are checked here, because
only the opening knows which kits belong together.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from interviewer_app.domain.kits.kit import Kit, Prompt
from interviewer_app.domain.openings.rules import OpeningRules

LEAST_PROMPTS = 2
"""Prompts a category needs across a loop, one of them with the category as its main one (W02)."""

FACETS = ("data", "evaluation", "failure", "cost")
"""The four strengths; each guards against one of the four usual causes of failure (S-09, S-124)."""

EXPERIENCE = {
    "deployed": ("deployment", "launch"),
    "drift": ("drift", "labels"),
    "latency": ("latency",),
    "scaling": ("scaling", "capacity"),
    "pipelines": ("pipelines", "pipeline"),
    "monitoring": ("monitoring", "alerts"),
    "versioning": ("versioning",),
}
"""Topics of applied experience and the words prompts have for them (S-47)."""

LIFECYCLE = {
    "watch": ("monitoring", "alerts", "incident"),
    "update": ("deployment", "rollback", "migration"),
    "retrain": ("retraining", "drift", "labels"),
    "cost": ("cost", "tokens", "budget"),
    "safety": ("testing", "injection", "abuse", "permissions"),
    "handover": ("handover", "hand-over", "ownership", "documentation"),
}
"""What belongs to the life of a system after launch (S-91)."""


class LoopGapKind(StrEnum):
    """A rule the loop breaks; `what` of LoopGap says for which category."""

    NO_SECURITY = "no_security"
    NO_BACKEND = "no_backend"
    THIN = "thin"
    NO_MAIN = "no_main"


@dataclass(frozen=True, slots=True)
class LoopGap:
    """E18 (no security or back-end prompt) or W02 (a category rests on `count` prompts)."""

    gap: LoopGapKind
    what: str = ""
    count: int = 0

    @property
    def code(self) -> str:
        """The code of the kit rules."""
        return "E18" if self.gap in (LoopGapKind.NO_SECURITY, LoopGapKind.NO_BACKEND) else "W02"


@dataclass(frozen=True, slots=True)
class CategoryLoad:
    """A category across the loop: prompts, those with it as the main one, their minutes."""

    letter: str
    title: str
    prompts: int
    main: int
    minutes: int


@dataclass(frozen=True, slots=True)
class AskedTopic:
    """A facet, topic or step and the titles of the prompts that ask for it."""

    key: str
    prompts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoopReport:
    """The loop of an opening; `unprobed_flags` are texts of flags no prompt of it names."""

    categories: tuple[CategoryLoad, ...]
    facets: tuple[AskedTopic, ...]
    topics: tuple[AskedTopic, ...]
    lifecycle: tuple[AskedTopic, ...]
    unprobed_flags: tuple[str, ...]
    gaps: tuple[LoopGap, ...]
    minutes: int


def loop_report(rules: OpeningRules, loop: Sequence[Kit], shelf: Iterable[Kit], *, genai: bool) -> LoopReport:
    """Coverage of the kits of an opening's stages; `shelf` is where further flags are known from."""
    prompts = tuple({p.id: p for kit in loop for p in kit.prompts}.values())
    categories = _categories(loop, prompts)
    return LoopReport(
        categories=categories,
        facets=tuple(_asked(facet, (facet,), prompts, of="facets") for facet in FACETS),
        topics=tuple(_asked(key, words, prompts) for key, words in EXPERIENCE.items()),
        lifecycle=tuple(_asked(key, words, prompts) for key, words in LIFECYCLE.items()),
        unprobed_flags=_unprobed(prompts, (*shelf, *loop)),
        gaps=(*_lacking(rules, loop, prompts, genai=genai), *_thin(categories)) if loop else (),
        minutes=sum(kit.minutes for kit in loop),
    )


def _categories(loop: Sequence[Kit], prompts: tuple[Prompt, ...]) -> tuple[CategoryLoad, ...]:
    titles = {c.letter: c.title for kit in loop for c in kit.scorecard.categories}
    out = []
    for letter in sorted(titles):
        asking = [p for p in prompts if letter in p.categories]
        main = sum(p.categories[0] == letter for p in asking)
        out.append(CategoryLoad(letter, titles[letter], len(asking), main, sum(p.minutes for p in asking)))
    return tuple(out)


def _asked(key: str, words: tuple[str, ...], prompts: tuple[Prompt, ...], of: str = "topics") -> AskedTopic:
    wanted = set(words)
    return AskedTopic(key, tuple(p.title for p in prompts if wanted & set(getattr(p, of))))


def _unprobed(prompts: tuple[Prompt, ...], kits: tuple[Kit, ...]) -> tuple[str, ...]:
    probed = {name for p in prompts for name in p.flags}
    texts = {flag.id: flag.text for kit in kits for flag in kit.flags}
    return tuple(texts[name] for name in sorted(texts) if name not in probed)


def _lacking(
    rules: OpeningRules, loop: Sequence[Kit], prompts: tuple[Prompt, ...], *, genai: bool
) -> Iterator[LoopGap]:
    """E18 is about openings on the scorecard of the rules, and says nothing to those of other fields."""
    if not any(kit.scorecard.id == rules.scorecard for kit in loop):
        return
    if genai and rules.security and not any(p.categories[:1] == (rules.security,) for p in prompts):
        yield LoopGap(LoopGapKind.NO_SECURITY)
    if rules.backend and not any(rules.backend in p.topics for p in prompts):
        yield LoopGap(LoopGapKind.NO_BACKEND)


def _thin(categories: tuple[CategoryLoad, ...]) -> Iterator[LoopGap]:
    for load in categories:
        if load.prompts < LEAST_PROMPTS:
            yield LoopGap(LoopGapKind.THIN, load.letter, load.prompts)
        elif not load.main:
            yield LoopGap(LoopGapKind.NO_MAIN, load.letter, load.prompts)
