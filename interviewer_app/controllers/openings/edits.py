"""What the fields of an opening's form change in its sheet. For controllers/openings and controllers/prepare.

A key names a part of the sheet: "scope.goal", "skill.python", "stage.tech", "after.mentor".
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from interviewer_app.domain.kits.kit import Stage
from interviewer_app.domain.openings.opening import (
    Answer,
    DataLine,
    Engagement,
    HiringStage,
    Modelling,
    Need,
    OpeningSheet,
    Output,
    Product,
    ProductPhase,
    Purpose,
    Release,
    RoleCover,
    Scope,
    SubjectKind,
    Targets,
    with_pair,
    with_tick,
)

MAX_LINE, MAX_TEXT = 200, 2_000
"""Characters of a line and of a longer text; more is cut off."""

MAX_DIGITS = 9
"""Digits of a number; a longer one is not taken."""

_Kind = TypeVar("_Kind", bound=StrEnum)


def edited(sheet: OpeningSheet, key: str, value: str, now: str) -> OpeningSheet:
    """The sheet with one answer changed; as it was for a value that the key cannot have.

    `now` is UTC, ISO 8601, for what is stamped. KeyError for an unknown key.
    """
    part, _dot, name = key.partition(".")
    return _PARTS[part](sheet, name, value, now)


def is_day(value: str) -> bool:
    """Whether a text is a day as ISO 8601 writes it."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def let_go(sheet: OpeningSheet, stage: Stage, now: str) -> OpeningSheet:
    """From now on another kit may be used in this stage (P-02)."""
    return replace(sheet, releases=(*sheet.releases, Release(stage, now)))


def _one(kind: type[_Kind], value: str) -> _Kind | None:
    return kind(value) if value in set(kind) else None


def _picker(sheet: OpeningSheet, name: str, value: str, _now: str) -> OpeningSheet:
    picker = sheet.picker
    match name:
        case "output":
            picker = replace(picker, output=_one(Output, value))
        case "product":
            picker = replace(picker, product=_one(Product, value))
        case "modelling":
            picker = replace(picker, modelling=_one(Modelling, value))
        case "regulated":
            picker = replace(picker, regulated={"yes": True, "no": False}.get(value))
        case _:
            raise KeyError(name)
    return replace(sheet, picker=picker)


def _scope(sheet: OpeningSheet, name: str, value: str, _now: str) -> OpeningSheet:
    scope = sheet.scope
    first, _dot, rest = name.partition(".")
    match first:
        case "goal":
            scope = replace(scope, goal=value[:MAX_TEXT])
        case "outcome":
            scope = replace(scope, outcome=value[:MAX_TEXT])
        case "owner_after":
            scope = replace(scope, owner_after=value[:MAX_LINE])
        case "purpose":
            scope = replace(scope, purpose=_one(Purpose, value))
        case "target":
            scope = replace(scope, targets=_target(scope.targets, rest, value[:MAX_LINE]))
        case _:
            scope = _data(scope, first, rest, value)
    return replace(sheet, scope=scope)


def _data(scope: Scope, name: str, part: str, value: str) -> Scope:
    match name:
        case "sources":
            return replace(scope, sources=_line(scope.sources, part, value))
        case "approved":
            return replace(scope, approved=_line(scope.approved, part, value))
        case "privacy":
            return replace(scope, privacy=_line(scope.privacy, part, value))
        case _:
            raise KeyError(name)


def _target(known: Targets, part: str, value: str) -> Targets:
    match part:
        case "effect":
            return replace(known, effect=value)
        case "quality":
            return replace(known, quality=value)
        case "adoption":
            return replace(known, adoption=value)
        case "cost":
            return replace(known, cost=value)
        case _:
            raise KeyError(part)


def _line(known: DataLine, part: str, value: str) -> DataLine:
    if part == "answer":
        return replace(known, answer=_one(Answer, value))
    return replace(known, owner=value[:MAX_LINE])


def _waived(sheet: OpeningSheet, _name: str, value: str, _now: str) -> OpeningSheet:
    return replace(sheet, waived=value[:MAX_LINE])


def _subject(sheet: OpeningSheet, _name: str, value: str, _now: str) -> OpeningSheet:
    return replace(sheet, subject=_one(SubjectKind, value) or SubjectKind.PERSON)


def _skill(sheet: OpeningSheet, name: str, value: str, _now: str) -> OpeningSheet:
    return replace(sheet, skills=with_pair(sheet.skills, name, _one(Need, value)))


def _team(sheet: OpeningSheet, name: str, value: str, _now: str) -> OpeningSheet:
    return replace(sheet, team=with_pair(sheet.team, name, _one(RoleCover, value)))


def _engagement(sheet: OpeningSheet, _name: str, value: str, _now: str) -> OpeningSheet:
    return replace(sheet, engagement=_one(Engagement, value))


def _phase(sheet: OpeningSheet, _name: str, value: str, _now: str) -> OpeningSheet:
    return replace(sheet, phase=_one(ProductPhase, value))


def _stage(sheet: OpeningSheet, name: str, value: str, _now: str) -> OpeningSheet:
    day = value.strip()
    if day and not is_day(day):
        return sheet
    return replace(sheet, stages=with_pair(sheet.stages, HiringStage(name), day or None))


def _kit(sheet: OpeningSheet, name: str, value: str, _now: str) -> OpeningSheet:
    return replace(sheet, kits=with_pair(sheet.kits, Stage(name), value or None))


def _source(sheet: OpeningSheet, name: str, value: str, _now: str) -> OpeningSheet:
    return replace(sheet, sources=with_pair(sheet.sources, name, _number(value)))


def _cost(sheet: OpeningSheet, name: str, value: str, _now: str) -> OpeningSheet:
    return replace(sheet, costs=with_pair(sheet.costs, name, _number(value)))


def _notes(sheet: OpeningSheet, _name: str, value: str, _now: str) -> OpeningSheet:
    return replace(sheet, notes=value[:MAX_TEXT])


def _after(sheet: OpeningSheet, name: str, value: str, _now: str) -> OpeningSheet:
    if name not in ("starts", "mentor", "day30", "day60", "day90", "growth"):
        raise KeyError(name)
    if name == "starts" and value.strip() and not is_day(value.strip()):
        return sheet
    most = MAX_LINE if name in ("starts", "mentor") else MAX_TEXT
    text = value.strip() if name == "starts" else value[:most]
    return replace(sheet, after=replace(sheet.after, **{name: text}))


def _tick(sheet: OpeningSheet, name: str, value: str, now: str) -> OpeningSheet:
    list_id, _dot, line = name.partition(".")
    return with_tick(sheet, list_id, line, value, now)


def _number(value: str) -> int | None:
    return int(value) if value.isdecimal() and len(value) <= MAX_DIGITS and int(value) else None


_PARTS: dict[str, Callable[[OpeningSheet, str, str, str], OpeningSheet]] = {
    "picker": _picker,
    "scope": _scope,
    "waived": _waived,
    "subject": _subject,
    "skill": _skill,
    "team": _team,
    "engagement": _engagement,
    "phase": _phase,
    "stage": _stage,
    "kit": _kit,
    "source": _source,
    "cost": _cost,
    "notes": _notes,
    "after": _after,
    "tick": _tick,
}
