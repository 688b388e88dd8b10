"""Where everything of the pace strip stands, in pixels from its leading edge. For the strip, which paints it.

A plan holds nothing that moves with every second: the strip paints those parts live.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from interviewer_app import labels
from interviewer_app.controllers.live.views import LiveView, StripMark
from interviewer_app.domain.kits.kit import CLOSE, OPENING, QUESTIONS
from interviewer_app.domain.live.pacing import Pace, Segment, TimeState
from interviewer_app.text import _

Kind = Literal["past", "now", "next", "yours", "edge"]
Measure = Callable[[str], float]

_HOLD = 60.0
_GAP = 2
_CLEAR = 6
_FULL_TITLE = 116
_LETTER = 10
_PITCH = 16


@dataclass(frozen=True, slots=True)
class StripView:
    """What the strip shows. `wanting` are the categories that should have evidence and have none."""

    pace: Pace
    marks: tuple[StripMark, ...]
    labels: Mapping[str, str]
    wanting: frozenset[str]
    hot: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment: where it and its words stand, which letters it asks for, where it went over (or its end).

    `shrinks` says that its minutes are a proposal; at `bar` the time planned for it ends.
    """

    step: str
    kind: Kind
    left: int
    right: int
    lead: int
    over: int
    words: str
    minutes: str
    asks: tuple[str, ...]
    tip: str
    shrinks: bool = False
    bar: int = 0


@dataclass(frozen=True, slots=True)
class StripNote:
    """A note before now: its letter, or a dot when there is none."""

    at: int
    letter: str


@dataclass(frozen=True, slots=True)
class StripLayout:
    """The whole strip at one width."""

    pieces: tuple[Piece, ...]
    evidence: tuple[StripNote, ...]
    wanting: frozenset[str]
    hot: bool


def strip_view(view: LiveView) -> StripView:
    """What the strip shows of the call."""
    pace = view.clock.pace
    return StripView(pace, view.strip, view.labels, view.wanting, pace.step_state is TimeState.OVER)


def held(pace: Pace) -> Pace:
    """The same pace with an overrun given room by the whole minute.

    What is to come then stands still for a minute instead of creeping with every second.
    """
    current = next((s for s in pace.segments if s.current), None)
    if current is None or current.spent <= current.planned:
        return pace
    room = math.ceil((current.spent - current.planned) / _HOLD) * _HOLD
    more = current.start + current.planned + room - current.end
    out = []
    for segment in pace.segments:
        if segment.done:
            out.append(segment)
        elif segment.current:
            out.append(replace(segment, end=segment.end + more))
        else:
            out.append(replace(segment, start=segment.start + more, end=segment.end + more))
    return replace(pace, segments=tuple(out))


def seconds_shown(pace: Pace) -> float:
    """The length of the strip in seconds."""
    end = pace.segments[-1].end if pace.segments else 0.0
    return max(pace.planned, end, 1.0)


def now_at(pace: Pace, width: int) -> int:
    """Where the now line stands."""
    current = next((s for s in pace.segments if s.current), None)
    seconds = pace.counted if current is None else min(current.start + current.spent, current.end)
    return round(seconds * width / seconds_shown(pace))


def outline(view: StripView, width: int, px: Callable[[float], int]) -> object:
    """All that a plan depends on, in whole pixels: equal outlines have equal plans.

    Told in a tenth of the time of a plan, it spares a tick the measuring of words.
    """
    scale, now, near = width / seconds_shown(view.pace), now_at(view.pace, width), px(_CLEAR)
    segments = tuple(
        (
            round(s.start * scale),
            round(s.end * scale),
            round(s.over_from * scale) if s.current else 0,
            0 <= round(s.start * scale) - now < near,
            s.planned,
            s.proposed,
            s.current,
            s.done,
        )
        for s in view.pace.segments
    )
    # Notes move with the scale, and none of them stands after now.
    last = view.marks[-1].at if view.marks else 0.0
    notes = view.marks, round(last * scale), min(now, round(last * scale))
    return width, segments, notes, view.labels, view.wanting, view.hot


def plan(view: StripView, width: int, measure: Measure, px: Callable[[float], int]) -> StripLayout:
    """Lay the strip out at a width; `measure` gives the width of label words."""
    scale = width / seconds_shown(view.pace)
    now = now_at(view.pace, width)
    pieces = []
    for segment in view.pace.segments:
        left, right = round(segment.start * scale), round(segment.end * scale) - px(_GAP)
        # Beside the now line the words keep clear of it.
        lead = left + (px(_CLEAR) if 0 <= left - now < px(_CLEAR) else 0)
        room = right - lead - px(4)
        words, minutes = _words(segment, view.labels, room, measure, px)
        kind = _kind(segment)
        pieces.append(
            Piece(
                step=segment.step,
                kind=kind,
                left=left,
                right=max(right, left + px(2)),
                lead=lead,
                over=round(segment.over_from * scale) if kind == "now" else right,
                words=words,
                minutes=minutes,
                asks=segment.letters if kind == "next" else (),
                tip=_tip(segment, view.labels),
                shrinks=segment.proposed is not None,
                bar=min(right, round((segment.start + segment.planned) * scale)) if kind == "now" else right,
            )
        )
    evidence = _evidence(view.marks, scale, now, px)
    return StripLayout(tuple(pieces), evidence, view.wanting, view.hot)


def _kind(segment: Segment) -> Kind:
    if segment.current:
        return "now"
    if segment.done:
        return "past"
    if segment.step == QUESTIONS:
        return "yours"
    return "next" if segment.number else "edge"


def _title(segment: Segment, titles: Mapping[str, str]) -> str:
    name = labels.step_title(segment.step, titles.get(segment.step, ""))
    return f"{segment.number} {name}" if segment.number else name


def _minutes(segment: Segment) -> str:
    """The minutes planned; "8 → 7" while moving on would take one of them."""
    planned = labels.minutes(segment.planned)
    if segment.proposed is None:
        return planned
    return _("{old} → {new}").format(old=planned, new=labels.minutes(segment.proposed))


def _tip(segment: Segment, titles: Mapping[str, str]) -> str:
    time = _("{n} min").format(n=_minutes(segment))
    asks = _("asks for {who}").format(who=labels.letters(segment.letters)) if segment.letters else ""
    return ", ".join(part for part in (_title(segment, titles), time, asks) if part)


def _words(
    segment: Segment, titles: Mapping[str, str], room: int, measure: Measure, px: Callable[[float], int]
) -> tuple[str, str]:
    """Title and minutes as far as there is room: the title gives way, the minutes never do."""
    title = _title(segment, titles)
    minutes = _minutes(segment)
    if segment.current or segment.done:
        minutes = ""
    if not segment.number:
        return _frame_words(segment, room, measure, minutes)
    gap = px(5) if minutes else 0
    if measure(title) + gap + measure(minutes) <= room or (room >= px(_FULL_TITLE)):
        return title, minutes
    number = str(segment.number)
    if not minutes:
        return (title, "") if room >= px(40) else (number, "")
    # "6 → 5" set close when there is no room for it, lest it run into its neighbour.
    forms = (_("{n} min").format(n=minutes), minutes)
    fitting = (form for form in forms if measure(number) + gap + measure(form) <= room)
    return number, next(fitting, minutes.replace(" ", ""))


def _frame_words(segment: Segment, room: int, measure: Measure, minutes: str) -> tuple[str, str]:
    """The frame has words of its own, from full to one."""
    if segment.step == QUESTIONS and minutes:
        full = _("Candidate’s {n} min").format(n=minutes)
        short = _("Theirs {n} min").format(n=minutes)
        tiny = _("{n} min").format(n=minutes)
    else:
        full = {OPENING: _("Opening"), QUESTIONS: _("Theirs"), CLOSE: _("Close")}.get(segment.step, "")
        short = {OPENING: _("Open"), QUESTIONS: _("Theirs"), CLOSE: _("End")}.get(segment.step, "")
        tiny = short
    return next((words for words in (full, short) if measure(words) <= room), tiny), ""


def _evidence(
    marks: tuple[StripMark, ...], scale: float, now: int, px: Callable[[float], int]
) -> tuple[StripNote, ...]:
    """Letters where they were written; what would stand on a neighbour is left out."""
    out: list[StripNote] = []
    free = 0
    for mark in marks:
        at = min(round(mark.at * scale), now)
        half = px(_LETTER) // 2 if mark.letter else px(2)
        if at - half < free:
            continue
        out.append(StripNote(at, mark.letter))
        free = at + half
    return tuple(out)


def asks_at(letters: Sequence[str], wanted: frozenset[str], px: Callable[[float], int]) -> tuple[int, ...]:
    """How far from the words of a segment each letter stands; a letter in its box is wider."""
    out, at = [], 0
    for letter in letters:
        out.append(at)
        at += px(_PITCH + 6 if letter in wanted else _PITCH)
    return tuple(out)
