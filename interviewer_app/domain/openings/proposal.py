"""What follows from the role picker: role, kits, floors, weights, each with its reason. For everybody.

Pure: it proposes, people decide. The rules are data (S-11 to S-16, S-19 and S-96).
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from interviewer_app.domain.kits.kit import Kit, Level, RoleProfile, Stage
from interviewer_app.domain.openings.opening import Modelling, Output, Picker
from interviewer_app.domain.openings.rules import FloorRule, OpeningRules

LOOP = (Stage.SCREEN, Stage.TECH, Stage.DESIGN, Stage.FINAL)
"""The stages of a loop that is proposed; a practical task is added by hand."""


class ProposalReasonKind(StrEnum):
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


WARNINGS = frozenset({ProposalReasonKind.RESEARCH_NOT_NEEDED, ProposalReasonKind.NO_KIT})


@dataclass(frozen=True, slots=True)
class ProposalReason:
    """One reason; `what` names a kit, a prompt or category letters."""

    why: ProposalReasonKind
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
    because: tuple[ProposalReason, ...] = ()


def propose(
    rules: OpeningRules,
    picker: Picker,
    level: Level,
    profiles: Mapping[str, RoleProfile],
    kits: Iterable[Kit],
    *,
    genai: bool,
) -> Proposal:
    """Role profile, a kit per stage, floors and weights for these answers, each with its reason."""
    found = _role(rules, picker, level, genai=genai)
    if found is None:
        return Proposal()
    role, because = found
    chosen, more = _kits(rules, picker, role, tuple(kits), genai=genai)
    profile = profiles.get(role)
    floors = raised(rules, profile.floors, role, level, genai=genai) if profile is not None else {}
    weights = weighed(rules, profile.weights, picker) if profile is not None else {}
    higher = {letter for letter, floor in floors.items() if profile and floor > profile.floors[letter]}
    return Proposal(
        role=role,
        kits=tuple((stage, kit.id) for stage, kit in chosen.items()),
        floors=tuple(sorted(floors.items())),
        weights=tuple(sorted(weights.items())),
        because=(
            because,
            *more,
            *_floor_reasons(_floor_rules(rules, role, level, genai=genai), higher),
            *_cautions(rules, picker, chosen),
        ),
    )


def raised(
    rules: OpeningRules, floors: Mapping[str, int], role: str, level: Level, *, genai: bool
) -> dict[str, int]:
    """A profile's floors for an opening: higher by one for each rule that holds, at most 5 (S-12, S-19)."""
    out = dict(floors)
    for rule in _floor_rules(rules, role, level, genai=genai):
        for letter in rule.letters:
            if letter in out:
                out[letter] = min(5, out[letter] + 1)
    return out


def weighed(rules: OpeningRules, weights: Mapping[str, int], picker: Picker) -> dict[str, int]:
    """A profile's weights for an opening: at least those of the rules where models are trained (S-16)."""
    out = dict(weights)
    if picker.modelling is Modelling.TRAINING:
        out |= {letter: max(least, out[letter]) for letter, least in rules.weights.items() if letter in out}
    return out


def _floor_rules(rules: OpeningRules, role: str, level: Level, *, genai: bool) -> list[FloorRule]:
    return [rule for rule in rules.floors if rule.fits(role, level, genai=genai)]


def _role(
    rules: OpeningRules, picker: Picker, level: Level, *, genai: bool
) -> tuple[str, ProposalReason] | None:
    output, product = picker.output, picker.product
    if output is None:
        return None
    rule = next((r for r in rules.roles if r.fits(output, product, level, genai=genai)), None)
    if rule is None:
        return None
    reasons = {
        Output.SERVICES: ProposalReasonKind.ROLE_SERVICES,
        Output.FEATURES: ProposalReasonKind.ROLE_FEATURES,
        Output.RUNNING: ProposalReasonKind.ROLE_RUNNING,
    }
    why = (
        ProposalReasonKind.ROLE_LEAD
        if rule.levels
        else ProposalReasonKind.ROLE_GENAI
        if rule.genai
        else reasons[output]
    )
    return rule.role, ProposalReason(why)


def _kits(
    rules: OpeningRules, picker: Picker, role: str, shelf: tuple[Kit, ...], *, genai: bool
) -> tuple[dict[Stage, Kit], list[ProposalReason]]:
    """A kit of the role per stage of the loop; the design kit follows the product where one fits better."""
    chosen: dict[Stage, Kit] = {}
    because: list[ProposalReason] = []
    for stage in LOOP:
        found = next((k for k in shelf if k.role.id == role and k.stage is stage), None)
        if found is not None:
            chosen[stage] = found
    if chosen:
        because.append(ProposalReason(ProposalReasonKind.KITS_OF_ROLE))
    else:
        because.append(ProposalReason(ProposalReasonKind.NO_KIT, role))
    wanted = rules.designs.get(picker.product, "") if picker.product is not None else ""
    nearer = _with_prompt(shelf, Stage.DESIGN, wanted, genai=genai)
    if nearer is not None and Stage.DESIGN in chosen and chosen[Stage.DESIGN].prompt(wanted) is None:
        chosen[Stage.DESIGN] = nearer
        because.append(ProposalReason(ProposalReasonKind.DESIGN_OF_PRODUCT, nearer.title))
    if picker.regulated:
        added = [p for stage, p in rules.regulated.items() if stage in chosen]
        because.append(ProposalReason(ProposalReasonKind.REGULATED_ADDS, ", ".join(added)))
    if not genai and any(p.genai_only for kit in chosen.values() for p in kit.prompts):
        because.append(ProposalReason(ProposalReasonKind.FORM_WITHOUT_GENAI))
    return chosen, because


def _with_prompt(shelf: tuple[Kit, ...], stage: Stage, prompt_id: str, *, genai: bool) -> Kit | None:
    for kit in shelf:
        prompt = kit.prompt(prompt_id) if kit.stage is stage else None
        if prompt is not None and (genai or not prompt.genai_only):
            return kit
    return None


def _floor_reasons(rules: Iterable[FloorRule], higher: Container[str]) -> Iterator[ProposalReason]:
    for rule in rules:
        letters = ", ".join(letter for letter in rule.letters if letter in higher)
        if letters:
            yield ProposalReason(
                ProposalReasonKind.GENAI_RAISES_D if rule.genai else ProposalReasonKind.SENIOR_RAISES, letters
            )


def _cautions(rules: OpeningRules, picker: Picker, chosen: Mapping[Stage, Kit]) -> list[ProposalReason]:
    if picker.modelling is Modelling.TRAINING and rules.weights:
        return [ProposalReason(ProposalReasonKind.TRAINING_WEIGHS, ", ".join(rules.weights))]
    if picker.modelling is Modelling.INTEGRATION:
        asked = (p for kit in chosen.values() for p in kit.prompts)
        deep = [p.title for p in asked if not set(rules.research).isdisjoint(p.topics)]
        if deep:
            return [ProposalReason(ProposalReasonKind.RESEARCH_NOT_NEEDED, "; ".join(dict.fromkeys(deep)))]
    return []
