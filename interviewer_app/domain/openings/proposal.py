"""What follows from the role picker: role, kits, floors, weights, each with its reason. For everybody.

Pure: it proposes, people decide. The rules are those of the content inventory, S-11 to S-16, S-19 and S-96.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from interviewer_app.domain.kits.kit import Kit, Level, Prompt, RoleProfile, Stage
from interviewer_app.domain.openings.opening import Modelling, Output, Picker, Product

LOOP = (Stage.SCREEN, Stage.TECH, Stage.DESIGN, Stage.FINAL)
"""The stages of a loop that is proposed; a practical task is added by hand."""

REGULATED_PROMPTS = {Stage.TECH: "gov-01", Stage.FINAL: "sec-07"}
"""What a regulated domain adds to the kit of a stage (S-96)."""

_ROLES = {Output.SERVICES: "py", Output.FEATURES: "pai", Output.RUNNING: "mle"}
_TALKING = frozenset({Product.CHATBOT, Product.SAAS, Product.AUTOMATION})
_DESIGN = {
    Product.SAAS: "sys-03",
    Product.CHATBOT: "sys-02",
    Product.PREDICTION: "sys-04",
    Product.RECOMMENDER: "sys-01",
    Product.DATA: "sys-05",
    Product.AUTOMATION: "sec-03",
}
"""The design prompt that comes nearest to a product (S-15)."""

_RESEARCH = frozenset({"labels", "retraining", "leakage"})
"""Topics that ask how models are made rather than used."""

_RAISED = ("C", "E")


class Why(StrEnum):
    """A reason of the proposal, or a warning; `what` of Because says about which."""

    ROLE_SERVICES = "role_services"
    ROLE_FEATURES = "role_features"
    ROLE_RUNNING = "role_running"
    ROLE_GENAI = "role_genai"
    ROLE_LEAD = "role_lead"
    KITS_OF_ROLE = "kits_of_role"
    DESIGN_OF_PRODUCT = "design_of_product"
    GENAI_RAISES_D = "genai_raises_d"
    SENIOR_RAISES = "senior_raises"
    REGULATED_ADDS = "regulated_adds"
    TRAINING_WEIGHS = "training_weighs"
    FORM_WITHOUT_GENAI = "form_without_genai"
    RESEARCH_NOT_NEEDED = "research_not_needed"
    NO_KIT = "no_kit"


WARNINGS = frozenset({Why.RESEARCH_NOT_NEEDED, Why.NO_KIT})


@dataclass(frozen=True, slots=True)
class Because:
    """One reason; `what` names a kit, a prompt or category letters."""

    why: Why
    what: str = ""

    @property
    def warning(self) -> bool:
        """True when it is a caution rather than a reason."""
        return self.why in WARNINGS


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the answers lead to. `role` is empty while nobody said what will be built."""

    role: str = ""
    kits: tuple[tuple[Stage, str], ...] = ()
    floors: tuple[tuple[str, int], ...] = ()
    weights: tuple[tuple[str, int], ...] = ()
    because: tuple[Because, ...] = ()


def propose(
    picker: Picker, level: Level, profiles: Mapping[str, RoleProfile], kits: Iterable[Kit], *, genai: bool
) -> Proposal:
    """Role profile, a kit per stage, floors and weights for these answers, each with its reason."""
    if picker.output is None:
        return Proposal()
    shelf = tuple(kits)
    role, because = _role(picker, level, genai=genai)
    chosen, more = _kits(picker, role, shelf, genai=genai)
    profile = profiles.get(role)
    floors = raised(profile.floors, role, level, genai=genai) if profile is not None else {}
    weights = weighed(profile.weights, picker) if profile is not None else {}
    return Proposal(
        role=role,
        kits=tuple((stage, kit.id) for stage, kit in chosen.items()),
        floors=tuple(sorted(floors.items())),
        weights=tuple(sorted(weights.items())),
        because=(because, *more, *_floor_reasons(profile, floors, genai=genai), *_cautions(picker, chosen)),
    )


def raised(floors: Mapping[str, int], role: str, level: Level, *, genai: bool) -> dict[str, int]:
    """A profile's floors for an opening: seniors C and E by one, GenAI work D by one (S-12, S-19)."""
    out = dict(floors)
    if level is not Level.MID and role != "arc":
        for letter in _RAISED:
            if letter in out:
                out[letter] = min(5, out[letter] + 1)
    # The two profiles made for such work ask for it already.
    if genai and role not in ("gen", "arc") and "D" in out:
        out["D"] = min(5, out["D"] + 1)
    return out


def weighed(weights: Mapping[str, int], picker: Picker) -> dict[str, int]:
    """A profile's weights for an opening: where models are trained, data competence weighs double (S-16)."""
    out = dict(weights)
    if picker.modelling is Modelling.TRAINING and "B" in out:
        out["B"] = max(2, out["B"])
    return out


def _role(picker: Picker, level: Level, *, genai: bool) -> tuple[str, Because]:
    if level is Level.LEAD:
        return "arc", Because(Why.ROLE_LEAD)
    output = picker.output
    features = output is Output.FEATURES or (output is Output.SERVICES and picker.product in _TALKING)
    if genai and features:
        return "gen", Because(Why.ROLE_GENAI)
    reasons = {
        Output.SERVICES: Why.ROLE_SERVICES,
        Output.FEATURES: Why.ROLE_FEATURES,
        Output.RUNNING: Why.ROLE_RUNNING,
    }
    assert output is not None  # noqa: S101 - the caller has looked
    return _ROLES[output], Because(reasons[output])


def _kits(
    picker: Picker, role: str, shelf: tuple[Kit, ...], *, genai: bool
) -> tuple[dict[Stage, Kit], list[Because]]:
    """A kit of the role per stage of the loop; the design kit follows the product where one fits better."""
    chosen: dict[Stage, Kit] = {}
    because: list[Because] = []
    for stage in LOOP:
        found = next((k for k in shelf if k.role.id == role and k.stage is stage), None)
        if found is not None:
            chosen[stage] = found
    if chosen:
        because.append(Because(Why.KITS_OF_ROLE))
    else:
        because.append(Because(Why.NO_KIT, role))
    wanted = _DESIGN.get(picker.product, "") if picker.product is not None else ""
    nearer = _with_prompt(shelf, Stage.DESIGN, wanted, genai=genai)
    if nearer is not None and Stage.DESIGN in chosen and chosen[Stage.DESIGN].prompt(wanted) is None:
        chosen[Stage.DESIGN] = nearer
        because.append(Because(Why.DESIGN_OF_PRODUCT, nearer.title))
    if picker.regulated:
        added = [p for stage, p in REGULATED_PROMPTS.items() if stage in chosen]
        because.append(Because(Why.REGULATED_ADDS, ", ".join(added)))
    if not genai and any(p.genai_only for kit in chosen.values() for p in kit.prompts):
        because.append(Because(Why.FORM_WITHOUT_GENAI))
    return chosen, because


def _with_prompt(shelf: tuple[Kit, ...], stage: Stage, prompt_id: str, *, genai: bool) -> Kit | None:
    for kit in shelf:
        prompt = kit.prompt(prompt_id) if kit.stage is stage else None
        if prompt is not None and (genai or not prompt.genai_only):
            return kit
    return None


def _floor_reasons(profile: RoleProfile | None, floors: Mapping[str, int], *, genai: bool) -> list[Because]:
    if profile is None:
        return []
    out: list[Because] = []
    higher = [letter for letter in sorted(floors) if floors[letter] > profile.floors.get(letter, 0)]
    if genai and "D" in higher:
        out.append(Because(Why.GENAI_RAISES_D, "D"))
    rest = [letter for letter in higher if letter in _RAISED]
    if rest:
        out.append(Because(Why.SENIOR_RAISES, ", ".join(rest)))
    return out


def _cautions(picker: Picker, chosen: Mapping[Stage, Kit]) -> list[Because]:
    if picker.modelling is Modelling.TRAINING:
        return [Because(Why.TRAINING_WEIGHS, "B")]
    if picker.modelling is Modelling.INTEGRATION:
        deep = [p.title for kit in chosen.values() for p in kit.prompts if is_research(p)]
        if deep:
            return [Because(Why.RESEARCH_NOT_NEEDED, "; ".join(dict.fromkeys(deep)))]
    return []


def is_research(prompt: Prompt) -> bool:
    """Whether a prompt asks how models are made rather than how they are used."""
    return not _RESEARCH.isdisjoint(prompt.topics)
