"""Rules that one kit file can break by itself, beyond its shape. Imported by kits only."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Any

from interviewer_app.domain.kits.kit import FRAME_STEPS, Category, Prompt, PromptType, RoleProfile, Scorecard
from interviewer_app.domain.kits.script import PLACEHOLDERS, placeholders
from interviewer_app.kits.entries import Contents, KitEntry
from interviewer_app.kits.findings import Report
from interviewer_app.kits.locate import Path
from interviewer_app.kits.schema import SCORES
from interviewer_app.text import _

_SENTENCE = re.compile(r"[^.!?;:]{30,}")


def check(file: Contents, report: Report) -> None:
    """Report every rule the file breaks."""
    _dates(file, report)
    _unique(file, report)
    _scripts(file, (), report)
    for number, card in enumerate(file.scorecards):
        _scorecard(card, ("scorecards", number), report)
    for number, prompt in enumerate(file.prompts):
        for rule in _PROMPT_RULES:
            rule(prompt, ("prompts", number), report)
    for number, role in enumerate(file.role_profiles):
        _weights(role, ("role_profiles", number), report)
    for number, kit in enumerate(file.kits):
        _order(kit, ("kits", number), report)
        _scripts(kit, ("kits", number), report)


def _dates(file: Contents, report: Report) -> None:
    if dt.date.min not in (file.created, file.updated) and file.updated < file.created:
        report.add("E21 order", ("updated",))


def _unique(file: Contents, report: Report) -> None:
    """Ids are unique per kind, and inside the item that holds them."""
    top: tuple[tuple[str, str, Sequence[Any]], ...] = (
        ("scorecards", _("scorecards"), file.scorecards),
        ("prompts", _("prompts"), file.prompts),
        ("role_profiles", _("role profiles"), file.role_profiles),
        ("kits", _("kits"), file.kits),
        ("checklists", _("checklists"), file.checklists),
        ("flags", _("flags"), file.flags),
        ("guidance", _("guidance pages"), file.guidance),
        ("opening_rules", _("opening rules"), file.opening_rules),
    )
    for key, kind, entries in top:
        _no_twins(entries, kind, (key,), report)
    for number, card in enumerate(file.scorecards):
        _no_twins(card.categories, _("categories"), ("scorecards", number, "categories"), report, "letter")
    for number, prompt in enumerate(file.prompts):
        _no_twins(prompt.probes, _("probes"), ("prompts", number, "probes"), report)
        _no_twins(prompt.facts, _("facts"), ("prompts", number, "facts"), report)
    for number, kit in enumerate(file.kits):
        _no_twins(kit.variants, _("variants"), ("kits", number, "variants"), report)
        _no_twins(kit.forms, _("forms"), ("kits", number, "forms"), report)
    for number, checklist in enumerate(file.checklists):
        _no_twins(checklist.lines, _("lines"), ("checklists", number, "lines"), report)


def _no_twins(entries: Iterable[Any], kind: str, path: Path, report: Report, name: str = "id") -> None:
    seen: dict[str, int] = {}
    for number, found in enumerate(map(attrgetter(name), entries)):
        first = seen.setdefault(found, number)
        if found and first != number:
            where = (*path, number, "id")
            report.add("E07", where, kind=kind, found=found, first=first + 1, second=number + 1)


def _scripts(holder: Contents | KitEntry, path: Path, report: Report) -> None:
    known = tuple(f"{{{name}}}" for name in PLACEHOLDERS)
    for field, text in (("opening_script", holder.opening_script), ("closing_script", holder.closing_script)):
        for name in placeholders(text):
            if name not in PLACEHOLDERS:
                report.unknown_word((*path, field), f"{{{name}}}", known)


def _scorecard(card: Scorecard, path: Path, report: Report) -> None:
    scale = report.value_at((*path, "scale"))
    if isinstance(scale, dict) and (scale.get("min", 0), scale.get("max", 5)) != (0, 5):
        report.add("E09 scale", (*path, "scale"))
    for number, category in enumerate(card.categories):
        _anchors(category, (*path, "categories", number), report)


def _anchors(category: Category, path: Path, report: Report) -> None:
    where, name = (*path, "anchors"), category.letter or path[-1]
    given = report.value_at(where)
    missing = [score for score in SCORES if not isinstance(given, dict) or score not in given]
    if missing:
        report.add("E09", where, category=name, missing=", ".join(missing))
    seen: dict[str, str] = {}
    for score, text in zip(SCORES, category.anchors, strict=True):
        first = seen.setdefault(" ".join(text.casefold().split()), score)
        if text and first != score:
            report.add("E10", (*where, score), category=name, first=first, second=score)
    for place in (where, *((*path, "variants", n, "anchors") for n in range(len(category.variants)))):
        given = report.value_at(place)
        for score in given if isinstance(given, dict) else ():
            if score not in SCORES:
                report.unknown((*place, score), SCORES)


def _reserved(prompt: Prompt, path: Path, report: Report) -> None:
    if prompt.id in FRAME_STEPS:
        report.add("E06 reserved", (*path, "id"), found=prompt.id)


def _letters(prompt: Prompt, path: Path, report: Report) -> None:
    letters = prompt.categories
    where = (*path, "categories")
    if prompt.type is PromptType.UNSCORED:
        if letters:
            report.add("E11 none", where)
    elif not 1 <= len(letters) <= 3 or len(set(letters)) < len(letters):
        report.add("E11", where, known=_("the scorecard"))


def _signals(prompt: Prompt, path: Path, report: Report) -> None:
    if prompt.type is PromptType.UNSCORED:
        return
    needed = (
        ("strong", 3, prompt.strong, _("strong signals")),
        ("weak", 3, prompt.weak, _("weak signals")),
        ("probes", 2, prompt.probes, _("probes")),
    )
    for key, least, entries, kind in needed:
        if len(entries) < least:
            report.add("E15", (*path, key), count=least - len(entries), kind=kind)


def _time_plan(prompt: Prompt, path: Path, report: Report) -> None:
    edges = [(span.start, span.end) for span in prompt.time_plan]
    if not edges or not prompt.minutes:
        return
    joined = all(left[1] == right[0] for left, right in pairwise(edges))
    forward = all(start < end for start, end in edges)
    if not (joined and forward and edges[0][0] == 0 and edges[-1][1] == prompt.minutes):
        report.add("E26", (*path, "time_plan"), minutes=prompt.minutes)


def _leaks(prompt: Prompt, path: Path, report: Report) -> None:
    """A whole sentence of the key, 30 characters or more, in what the candidate reads."""
    told = prompt.candidate_text.casefold()
    key = [*prompt.strong, *prompt.weak, *(fact.text for fact in prompt.facts if not fact.always)]
    if any(found.strip() in told for text in key for found in _SENTENCE.findall(text.casefold())):
        report.add("E24", (*path, "candidate_text"))


def _weights(role: RoleProfile, path: Path, report: Report) -> None:
    if len({1, *role.weights.values()}) > 1 and len(role.weight_rationale) < 40:
        report.add("E23", (*path, "weights"))


def _order(kit: KitEntry, path: Path, report: Report) -> None:
    """Positions 1 to n once each; a prompt at most once."""
    name = report.name_of(path)
    places: set[int] = set()
    prompts: set[str] = set()
    for number, item in enumerate(kit.items):
        place = item.order or number + 1
        where = (*path, "items", number)
        if place in places:
            report.add("E14", (*where, "order"), item=name, found=place)
        if item.prompt and item.prompt in prompts:
            report.add("E14 prompt", (*where, "prompt"), item=name, found=item.prompt)
        places.add(place)
        prompts.add(item.prompt)
    missing = sorted(set(range(1, len(kit.items) + 1)) - places)
    if missing and len(places) == len(kit.items):
        report.add("E14 gap", (*path, "items"), count=len(kit.items), missing=missing[0])


_PROMPT_RULES: tuple[Callable[[Prompt, Path, Report], None], ...] = (
    _reserved,
    _letters,
    _signals,
    _time_plan,
    _leaks,
)
