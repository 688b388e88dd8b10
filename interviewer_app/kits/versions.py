"""Versions of kit content: what a change asks for, and raising them. Imported by kits and controllers.

Major: what candidates get or scores mean changed. Minor: what the interviewer is given. Patch: the rest.
"""

import re
from collections.abc import Iterator, Mapping
from enum import IntEnum
from typing import Any

from interviewer_app.kits.schema import LISTS

Tables = dict[str, Any]

_VERSION = re.compile(r"(\d{1,9})\.(\d{1,9})\.(\d{1,9})")
_MAJOR = frozenset(
    (
        *("candidate_text", "materials", "minutes", "type", "categories", "anchors"),
        *("items", "variants", "forms", "scored", "scorecard", "role"),
    )
)
_MINOR = frozenset(
    (
        *("probes", "facts", "strong", "weak", "time_plan", "interviewer_notes", "genai_only"),
        *("checklists", "flags", "lines", "states", "columns", "floors", "weights", "duties"),
        *("opening_script", "closing_script"),
    )
)
_VERSIONED = ("prompts", "kits")


class Weight(IntEnum):
    """How much a change matters to those who compare interviews."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3


Weights = dict[tuple[str, str], Weight]
"""How much each entry has changed, by list and id."""


def raised(old: Tables, new: Tables) -> Tables:
    """The new tables, each changed prompt, kit and the file itself with the version its changes ask for.

    A kit has changed as well when something it asks or scores by has.
    """
    done = dict(new)
    header = _weight(_header(old), _header(new))
    heaviest = header
    weights: Weights = {}
    for kind in LISTS:
        before, after = _by_id(old, kind), _by_id(new, kind)
        for name, row in after.items():
            weights[kind, name] = _weight(before[name], row) if name in before else Weight.MINOR
            heaviest = max(heaviest, weights[kind, name])
        if set(before) - set(after):
            heaviest = Weight.MAJOR
    prompts = _by_id(new, "prompts")
    for name, kit in _by_id(new, "kits").items():
        inner = [weights.get(used, Weight.NONE) for used in _used(kit, prompts)]
        scripts = Weight.NONE if {"opening_script", "closing_script"} <= set(kit) else header
        weights["kits", name] = max(weights["kits", name], scripts, *inner)
    for kind in _VERSIONED:
        if isinstance(new.get(kind), list):
            before = _by_id(old, kind)
            done[kind] = [_raised_row(row, before, kind, weights) for row in new[kind]]
    if heaviest and "content_version" in old:
        done["content_version"] = _at_least(old["content_version"], new.get("content_version"), heaviest)
    return done


def raise_by(version: str, weight: Weight) -> str:
    """The next version; anything that is none counts as 0.0.0."""
    major, minor, patch = release(version)
    match weight:
        case Weight.MAJOR:
            return f"{major + 1}.0.0"
        case Weight.MINOR:
            return f"{major}.{minor + 1}.0"
        case Weight.PATCH:
            return f"{major}.{minor}.{patch + 1}"
        case Weight.NONE:
            return version


def _used(kit: Tables, prompts: Mapping[str, Tables]) -> Iterator[tuple[str, str]]:
    """List and id of the entries a kit is made of, those its prompts name included."""
    yield "scorecards", str(kit.get("scorecard"))
    yield "role_profiles", str(kit.get("role"))
    asked = [str(row.get("prompt")) for row in _rows(kit, "items")]
    asked += [str(swap.get("use")) for form in _rows(kit, "forms") for swap in _rows(form, "swaps")]
    for row in (kit, *(prompts[name] for name in asked if name in prompts)):
        for kind in ("checklists", "flags"):
            named = row.get(kind)
            yield from ((kind, str(name)) for name in (named if isinstance(named, list) else ()))
    yield from (("prompts", name) for name in asked)


def _rows(table: Tables, kind: str) -> list[Tables]:
    found = table.get(kind)
    return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []


def _raised_row(row: Any, before: Mapping[str, Tables], kind: str, weights: Weights) -> Any:
    if not isinstance(row, dict) or not _known(row, before):
        return row
    old = before[row["id"]]
    weight = weights[kind, row["id"]]
    return row | {"version": _at_least(old.get("version"), row.get("version"), weight)} if weight else row


def _at_least(old: Any, new: Any, weight: Weight) -> str:
    """The version a writer raised far enough by hand stays."""
    due = raise_by(str(old), weight)
    return new if isinstance(new, str) and release(new) >= release(due) else due


def _weight(old: Tables, new: Tables) -> Weight:
    fields = {field for field in {*old, *new} if old.get(field) != new.get(field)}
    fields -= {"version", "content_version", "updated"}
    if fields & _MAJOR:
        return Weight.MAJOR
    if fields & _MINOR:
        return Weight.MINOR
    return Weight.PATCH if fields else Weight.NONE


def _known(row: Tables, before: Mapping[str, Tables]) -> bool:
    return isinstance(row.get("id"), str) and row["id"] in before


def _header(tables: Tables) -> Tables:
    return {key: value for key, value in tables.items() if key not in LISTS}


def _by_id(tables: Tables, kind: str) -> dict[str, Tables]:
    """The entries that have an id to know them by."""
    rows = tables.get(kind)
    found = rows if isinstance(rows, list) else []
    return {row["id"]: row for row in found if isinstance(row, dict) and isinstance(row.get("id"), str)}


def release(version: object) -> tuple[int, int, int]:
    """The three numbers of a version, without what stands for a pre-release; noughts for anything else."""
    found = _VERSION.match(str(version))
    return (int(found[1]), int(found[2]), int(found[3])) if found else (0, 0, 0)
