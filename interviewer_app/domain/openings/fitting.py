"""A kit cut to an opening: length, form, prompts and anchors that fit, floors and weights. For everybody.

Beside `Kit.cut` this knows what the opening decides: without GenAI its prompts give way, a regulated domain
adds two, the level raises floors.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from interviewer_app.domain.kits.kit import (
    AnchorVariant,
    Category,
    Kit,
    Level,
    Prompt,
    RoleProfile,
    Scorecard,
)
from interviewer_app.domain.openings.opening import Picker
from interviewer_app.domain.openings.proposal import raised, weighed
from interviewer_app.domain.openings.rules import OpeningRules


@dataclass(frozen=True, slots=True)
class FittingTerms:
    """What of an opening decides how its kits are cut; `role` stands in for a kit's own profile."""

    rules: OpeningRules
    picker: Picker
    level: Level
    genai: bool
    role: RoleProfile | None = None


def fit(kit: Kit, terms: FittingTerms, bank: Mapping[str, Prompt], variant: str = "", form: str = "") -> Kit:
    """The kit on these terms; an empty form means the one that suits them best. KeyError for unknown ids.

    `bank` holds prompts by id that may be added.
    """
    whole = replace(kit, scorecard=_regulated(kit)) if terms.picker.regulated else kit
    taken = form or best_form(kit, genai=terms.genai)
    cut = whole.cut(variant, taken, genai=terms.genai)
    if not terms.genai:
        cut = _without_genai(cut, kit, bank, terms.rules)
    if terms.picker.regulated:
        cut = _with_regulated(cut, bank, terms.rules)
    return replace(cut, role=_role(cut.role, terms))


def best_form(kit: Kit, *, genai: bool) -> str:
    """The first form, or without GenAI the first one with the fewest prompts about it."""
    if genai:
        return kit.forms[0].id
    about = {f.id: sum(p.genai_only for p in kit.cut("", f.id).prompts) for f in kit.forms}
    return min(about, key=lambda form: about[form])


def bank_of(kits: tuple[Kit, ...]) -> dict[str, Prompt]:
    """Every prompt of these kits by id, the ones held in reserve too."""
    return {p.id: p for kit in kits for p in (*kit.spare, *kit.prompts)}


def _without_genai(cut: Kit, kit: Kit, bank: Mapping[str, Prompt], rules: OpeningRules) -> Kit:
    """Prompts about GenAI give way to their partner of another form, or to the one the rules name."""
    partners = {s.instead_of: s.use for f in kit.forms for s in f.swaps}
    partners |= {use: instead for instead, use in partners.items()}
    kept: list[Prompt] = []
    for prompt in cut.prompts:
        if not prompt.genai_only:
            kept.append(prompt)
            continue
        main = prompt.categories[0] if prompt.categories else ""
        names = (partners.get(prompt.id, ""), rules.without_genai.get(main, ""))
        taken = {p.id for p in (*kept, *cut.prompts)}
        spare = (bank.get(name) for name in names if name and name not in taken)
        kept.extend([p for p in spare if p is not None and not p.genai_only][:1])
    return _with_prompts(cut, tuple(kept)) if kept else cut


def _with_regulated(cut: Kit, bank: Mapping[str, Prompt], rules: OpeningRules) -> Kit:
    extra = bank.get(rules.regulated.get(cut.stage, ""))
    if extra is None or cut.prompt(extra.id) is not None:
        return cut
    return _with_prompts(cut, (*cut.prompts, extra))


def _with_prompts(cut: Kit, prompts: tuple[Prompt, ...]) -> Kit:
    """The kit with these prompts, its minutes added up anew and only categories that are asked for."""
    if prompts == cut.prompts:
        return cut
    frame = cut.variant.frame
    total = frame.minutes + sum(p.minutes for p in prompts)
    variant = replace(cut.variant, total_minutes=total)
    asked = {letter for p in prompts for letter in p.categories}
    scored = tuple(c.letter for c in cut.scorecard.categories if c.letter in asked)
    return replace(cut, prompts=prompts, variants=(variant,), scored=scored)


def _regulated(kit: Kit) -> Scorecard:
    return replace(kit.scorecard, categories=tuple(map(_merged, kit.scorecard.categories)))


def _role(role: RoleProfile, terms: FittingTerms) -> RoleProfile:
    """The profile with the floors and weights of the opening; untouched before somebody chose the role."""
    picker = terms.picker
    if picker.output is None:
        return role
    role = terms.role or role
    floors = raised(terms.rules, role.floors, role.id, terms.level, genai=terms.genai)
    weights = weighed(terms.rules, role.weights, picker)
    rationale = role.weight_rationale if weights == dict(role.weights) else terms.rules.rationale
    return replace(role, floors=floors, weights=weights, weight_rationale=rationale)


def _merged(category: Category) -> Category:
    """The category with the anchors of a regulated domain; its other variants stay to be chosen."""
    texts = list(category.anchors)
    rest: list[AnchorVariant] = []
    for variant in category.variants:
        if variant.when == "regulated":
            for score, text in variant.anchors.items():
                texts[score] = text
        else:
            rest.append(variant)
    return replace(category, anchors=tuple(texts), variants=tuple(rest))
