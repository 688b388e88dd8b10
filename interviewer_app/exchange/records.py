"""One interview as a JSON record, interviewer/1, for other programs. Imported by controllers and cli.

The form is described by resources/schema/interview-1.json. It is only ever added to: a reader that ignores
what it does not know stays right.
"""

import json
from collections.abc import Callable
from typing import Any, Final

from interviewer_app.domain.interview import Phase, PointKind
from interviewer_app.domain.live.checks import CheckResult, FlagResult
from interviewer_app.domain.live.detours import Detour
from interviewer_app.domain.marks import Mark, MarkKind
from interviewer_app.domain.moments import Moment
from interviewer_app.domain.notes.note import Marker
from interviewer_app.domain.packet.summary import CategoryResult, PrintedNote, StepResult, Summary

FORMAT: Final = "interviewer/1"

Number = Callable[[float], float]


def to_json(summary: Summary, phase: Phase, marks: tuple[Mark, ...] = ()) -> bytes:
    """The record as UTF-8 text, indented; the same summary gives the same bytes."""
    text = json.dumps(record(summary, phase, marks), ensure_ascii=False, indent=1)
    return (text + "\n").encode("utf-8", "replace")


def record(summary: Summary, phase: Phase, marks: tuple[Mark, ...] = ()) -> dict[str, Any]:
    """The record as dictionaries and lists; `marks` are for a copy of what no database holds.

    Lengths and points in time are seconds; where minutes would give extra time away they are shares of the
    plan, as on paper, and the end is left out.
    """
    number = _seconds if summary.show_minutes else _share_of(summary.planned)
    return {
        "format": FORMAT,
        "id": summary.interview_id,
        "phase": phase,
        "draft": summary.draft,
        "sample": summary.sample,
        "candidate": summary.candidate,
        "interviewer": summary.interviewer,
        "opening": {"title": summary.opening, "role": summary.role, "level": summary.level},
        "kit": _kit(summary),
        "times": _times(summary, number),
        "recommendation": {
            "choice": summary.recommendation,
            "reason": summary.reason,
            "strongest_note": summary.strongest.id if summary.strongest is not None else None,
        },
        "total": _total(summary),
        "categories": [_category(category) for category in summary.categories],
        "points": _points(summary, number),
        "steps": [_step(step, number) for step in summary.steps],
        "notes": [_note(line, number) for step in summary.steps for line in step.notes],
        "interruptions": [
            {
                "kind": "pause" if away.pause else "gap",
                "cause": away.cause,
                "start": number(away.start),
                "length": number(away.end - away.start),
                "counted": away.counted,
            }
            for away in summary.aways
        ],
        "deviations": [_deviation(detour, number) for detour in summary.detours],
        "marks": _marks(summary, marks, number),
        "checks": [_check(one, number) for one in summary.checks],
        "flags": [_flag(flag, number) for flag in summary.flags],
        "warnings": [{"kind": care.kind, "about": care.about} for care in summary.care],
        "record_hash": summary.record_hash,
    }


def stamp(moment: Moment | None) -> str | None:
    """A moment as the wall clock showed it, ISO 8601 with its UTC offset, to the second."""
    return None if moment is None else moment.local.isoformat(timespec="seconds")


def _seconds(value: float) -> float:
    return round(value, 3)


def _share_of(planned: float) -> Number:
    whole = planned or 1.0
    return lambda value: round(value / whole, 5)


def _kit(summary: Summary) -> dict[str, Any]:
    return {
        "id": summary.kit_id,
        "version": summary.kit_version,
        "title": summary.kit_title,
        "hash": summary.kit_hash,
        "form": summary.form,
        "variant": summary.variant,
        "stage": summary.stage,
    }


def _times(summary: Summary, number: Number) -> dict[str, Any]:
    return {
        "unit": "seconds" if summary.show_minutes else "share_of_plan",
        "started": stamp(summary.started),
        "ended": stamp(summary.ended) if summary.show_minutes else None,
        "finalised": stamp(summary.finalised),
        "planned": number(summary.planned),
        "counted": number(summary.counted),
        "wall": number(summary.wall),
    }


def _total(summary: Summary) -> dict[str, Any] | None:
    """The sum; none before every category is settled (P-07)."""
    if not summary.settled:
        return None
    total = summary.total
    return {
        "low": total.low,
        "high": total.high,
        "top": total.top,
        "observed": total.observed,
        "of": total.of,
        "weights": dict(total.weights),
    }


def _category(category: CategoryResult) -> dict[str, Any]:
    score = category.score
    return {
        "letter": category.letter,
        "title": category.title,
        "state": score.state,
        "score": score.value,
        "reason": score.reason,
        "settled": score.settled,
        "anchor": category.anchor,
        "missing": score.missing,
        "floor": category.floor,
        "weight": category.weight,
        "support": category.support,
        "cited": [line.id for line in category.cited],
    }


def _points(summary: Summary, number: Number) -> list[dict[str, Any]]:
    lists = (
        (PointKind.STRENGTH, summary.strengths),
        (PointKind.CONCERN, summary.concerns),
        (PointKind.UNKNOWN, summary.unknowns),
    )
    return [
        {
            "kind": kind,
            "letter": point.letter,
            "text": point.text,
            "t": None if point.t is None else number(point.t),
        }
        for kind, points in lists
        for point in points
    ]


def _step(step: StepResult, number: Number) -> dict[str, Any]:
    return {
        "step": step.step,
        "number": step.number,
        "title": step.title,
        "categories": list(step.letters),
        "planned": number(step.planned),
        "actual": number(step.actual),
        "skipped": step.skipped,
        "probes": {"asked": list(step.probes), "of": step.probes_of},
        "facts": {"told": list(step.told), "of": step.facts_of},
        "help": step.help,
    }


def _deviation(detour: Detour, number: Number) -> dict[str, Any]:
    return {
        "step": detour.step,
        "number": detour.number,
        "kind": detour.kind,
        "t": number(detour.t),
        "reason": detour.reason,
        "words": detour.words,
    }


def _marks(summary: Summary, marks: tuple[Mark, ...], number: Number) -> list[dict[str, Any]]:
    """The log; where minutes are shares, without what would tell the factor all the same (P-15)."""
    shown = summary.show_minutes
    return [_mark(mark, number, timed=shown) for mark in marks if shown or mark.kind not in _TELLING]


def _mark(mark: Mark, number: Number, *, timed: bool) -> dict[str, Any]:
    return {
        "seq": mark.seq,
        "kind": mark.kind,
        "at": stamp(mark.at) if timed else None,
        "t": number(mark.t),
        "step": mark.step,
        "ref": mark.ref,
        "old": mark.old,
        "new": mark.new,
        "reason": mark.reason,
        "span": number(mark.span),
    }


_TELLING: Final = frozenset({MarkKind.FACTOR, MarkKind.REPLANNED})
"""Marks that name the factor, or minutes that only it explains."""


def _check(one: CheckResult, number: Number) -> dict[str, Any]:
    return {
        "step": one.step,
        "list": one.list,
        "title": one.title,
        "columns": list(one.columns),
        "lines": [
            {
                "text": line.text,
                "states": list(line.choices),
                "state": line.state,
                "cells": list(line.cells),
                "t": None if line.t is None else number(line.t),
            }
            for line in one.lines
        ],
    }


def _flag(flag: FlagResult, number: Number) -> dict[str, Any]:
    return {
        "id": flag.id,
        "polarity": flag.polarity,
        "text": flag.text,
        "note": flag.note,
        "t": number(flag.t),
    }


def _note(line: PrintedNote, number: Number) -> dict[str, Any]:
    return {
        "id": line.id,
        "step": line.step,
        "t": number(line.t),
        "marker": _MARKERS[line.marker],
        "text": line.body,
        "categories": list(line.letters),
        "cited_for": list(line.cited_for),
    }


_MARKERS: Final = {
    Marker.PLAIN: "plain",
    Marker.SAID: "said",
    Marker.FOR: "for",
    Marker.AGAINST: "against",
    Marker.UNKNOWN: "unknown",
    Marker.HELP: "help",
}
