"""What follows from the answers about an opening, as a kit file says it. Everybody may import it.

The rules name roles, prompts, lists and letters of one scorecard by id, so they are data beside these.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from interviewer_app.domain.kits.kit import Level, Stage
from interviewer_app.domain.openings.opening import Output, Product


@dataclass(frozen=True, slots=True)
class RoleRule:
    """The role when every answer is among those named; where none is named, any will do (S-11, S-12)."""

    role: str
    outputs: tuple[Output, ...] = ()
    products: tuple[Product, ...] = ()
    levels: tuple[Level, ...] = ()
    genai: bool = False

    def fits(self, output: Output, product: Product | None, level: Level, *, genai: bool) -> bool:
        """Whether this is the role; `genai` of the rule asks for generative AI, without it both will do."""
        return (
            (not self.outputs or output in self.outputs)
            and (not self.products or product in self.products)
            and (not self.levels or level in self.levels)
            and (genai or not self.genai)
        )


@dataclass(frozen=True, slots=True)
class FloorRule:
    """Letters whose floor is one higher at these levels or with generative AI, but for roles exempt."""

    letters: tuple[str, ...]
    levels: tuple[Level, ...] = ()
    genai: bool = False
    exempt: tuple[str, ...] = ()

    def fits(self, role: str, level: Level, *, genai: bool) -> bool:
        """Whether the rule holds."""
        known = (not self.levels or level in self.levels) and (genai or not self.genai)
        return known and role not in self.exempt


@dataclass(frozen=True, slots=True)
class OpeningRules:
    """All that an opening of one field of work takes from its answers; without any rule it proposes nothing.

    `designs` is the prompt nearest to a product, `regulated` what a regulated domain adds to the kit of a
    stage, `without_genai` what stands in for a prompt about generative AI, by main category. `weights` hold
    where models are trained, and `rationale` says why. Every loop asks about `backend`, a topic, and with
    generative AI has a prompt whose main category is `security`.
    """

    id: str = ""
    scorecard: str = ""
    roles: tuple[RoleRule, ...] = ()
    floors: tuple[FloorRule, ...] = ()
    designs: Mapping[Product, str] = field(default_factory=dict)
    regulated: Mapping[Stage, str] = field(default_factory=dict)
    without_genai: Mapping[str, str] = field(default_factory=dict)
    weights: Mapping[str, int] = field(default_factory=dict)
    rationale: str = ""
    research: tuple[str, ...] = ()
    security: str = ""
    backend: str = ""
    reminders: str = ""
    opening_lists: tuple[str, ...] = ()
    genai_lists: tuple[str, ...] = ()
    hired_lists: tuple[str, ...] = ()
