"""Domain values as rows and back. For storage alone.

Text is stored as it is, except that a lone surrogate, which no file can hold, becomes U+FFFD.
"""

import json
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from interviewer_app.domain.canon import canonical, plain
from interviewer_app.domain.interview import (
    Interview,
    LivePlace,
    Opening,
    Phase,
    Point,
    PointKind,
    Recommendation,
)
from interviewer_app.domain.kits.checklist import Tick, TickKey
from interviewer_app.domain.kits.kit import Kit, Level
from interviewer_app.domain.marks import Mark, MarkKind
from interviewer_app.domain.moments import Moment
from interviewer_app.domain.notes.note import Note, StepNotes
from interviewer_app.domain.openings.opening import OLD_SHEET, OpeningSheet
from interviewer_app.domain.scores import NotObservedReason, Score, ScoreState
from interviewer_app.storage.words import folded

Values = tuple[Any, ...]

INTERVIEW_COLUMNS = (
    "num",
    "id",
    "slot",
    "phase",
    "candidate",
    "opening",
    "opening_title",
    "opening_role",
    "opening_level",
    "opening_genai",
    "opening_sheet",
    "kit",
    "interviewer",
    "factor",
    "scheduled",
    "sample",
    "created",
    "started",
    "ended",
    "finalised",
    "strongest",
    "recommendation",
    "reason",
    "words",
    "by_candidate",
    "by_opening",
    "by_kit",
)

NEW_INTERVIEW = (
    f"INSERT INTO interview ({', '.join(INTERVIEW_COLUMNS)})"  # noqa: S608 - our own names
    f" VALUES ({', '.join('?' * len(INTERVIEW_COLUMNS))})"
)
ONE_INTERVIEW = f"SELECT {', '.join(INTERVIEW_COLUMNS)} FROM interview WHERE id = ?"  # noqa: S608 - our own names

INDEX_WORDS = "INSERT INTO search (rowid, words) VALUES (?, ?)"
FORGET_WORDS = "INSERT INTO search (search, rowid, words) VALUES ('delete', ?, ?)"

_SLOT_BITS = 20
_SORT_LENGTH = 80
_SLOT_AT = INTERVIEW_COLUMNS.index("slot")
_WORDS_AT = INTERVIEW_COLUMNS.index("words")
_SURROGATE = re.compile("[\ud800-\udfff]")


def text(value: str) -> str:
    """The text in a form SQLite takes."""
    return value if value.isascii() else _SURROGATE.sub("\ufffd", value)


def moment_text(moment: Moment) -> str:
    """A moment as schema.py describes it; exact."""
    return f"{moment.utc.isoformat()} {moment.offset} {moment.mono!r} {text(moment.boot)}"


def moment_of(stored: str) -> Moment:
    """The moment in a column."""
    utc, offset, mono, boot = stored.split(" ", 3)
    return Moment(datetime.fromisoformat(utc), float(mono), boot, int(offset))


def slot(interview: Interview, num: int) -> int:
    """Where the interview stands in time: seconds of its `when`, then its number, as one unique integer."""
    when = interview.started.utc if interview.started else interview.scheduled or interview.created.utc
    return (int(when.timestamp()) << _SLOT_BITS) + num % (1 << _SLOT_BITS)


def interview_values(interview: Interview, num: int, kit: int) -> Values:
    """The interview's own row, in the order of INTERVIEW_COLUMNS."""
    opening = interview.opening
    words = (interview.candidate, opening.title, interview.kit.title, interview.interviewer)
    return (
        num,
        text(interview.id),
        slot(interview, num),
        interview.phase.value,
        text(interview.candidate),
        text(opening.id),
        text(opening.title),
        text(opening.role),
        opening.level.value,
        int(opening.genai),
        sheet_text(opening.sheet),
        kit,
        text(interview.interviewer),
        interview.factor,
        _instant(interview.scheduled),
        int(interview.sample),
        moment_text(interview.created),
        _moment(interview.started),
        _moment(interview.ended),
        _moment(interview.finalised),
        text(interview.strongest),
        interview.recommendation.value if interview.recommendation else None,
        text(interview.reason),
        folded(*words),
        _sort_key(interview.candidate),
        _sort_key(opening.title),
        _sort_key(interview.kit.title),
    )


def retitled(old: Sequence[Any], opening: Opening, kit_title: str) -> Values:
    """A row of INTERVIEW_COLUMNS with the title its opening has now."""
    at = dict(zip(INTERVIEW_COLUMNS, old, strict=True))
    at["opening_title"] = text(opening.title)
    at["words"] = folded(at["candidate"], opening.title, kit_title, at["interviewer"])
    at["by_opening"] = _sort_key(opening.title)
    return tuple(at.values())


def indexed(values: Sequence[Any]) -> tuple[int, str]:
    """What the full-text index holds of a row of INTERVIEW_COLUMNS."""
    return values[_SLOT_AT], values[_WORDS_AT]


def opening_values(opening: Opening) -> Values:
    """A row of `opening`, but for whether it is kept."""
    return (
        text(opening.id),
        text(opening.title),
        text(opening.role),
        opening.level.value,
        int(opening.genai),
        sheet_text(opening.sheet),
    )


@lru_cache(maxsize=256)
def sheet_text(sheet: OpeningSheet) -> str:
    """A sheet as it is stored: canonical JSON of what was answered; many interviews share one."""
    if sheet == OLD_SHEET:
        return ""
    said = _said(plain(sheet), plain(OpeningSheet()))
    return text(json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":")))


@lru_cache(maxsize=256)
def sheet_of(stored: str) -> OpeningSheet:
    """The sheet in a column."""
    if not stored:
        return OLD_SHEET
    from msgspec.json import decode  # as for kits: the first paint does not need it

    return decode(stored, type=OpeningSheet)


def _said(whole: dict[str, Any], usual: dict[str, Any]) -> dict[str, Any]:
    """What differs from a sheet nobody wrote on; every interview carries it, so nothing else is stored."""
    out: dict[str, Any] = {}
    for name, value in whole.items():
        if value != usual[name]:
            out[name] = _said(value, usual[name]) if isinstance(value, dict) else value
    return out


def kit_values(kit: Kit, kit_hash: str) -> Values:
    """A row of `kit` without its number."""
    scored = "".join(category.letter for category in kit.categories)
    return (kit_hash, text(kit.id), text(kit.version), text(kit.title), scored, canonical(kit))


def mark_values(num: int, mark: Mark) -> Values:
    """A row of `mark`."""
    words = (text(mark.step), text(mark.ref), text(mark.old), text(mark.new), text(mark.reason))
    return (num, mark.seq, mark.kind.value, moment_text(mark.at), mark.t, *words, mark.span)


def note_values(num: int, note: Note) -> Values:
    """A row of `note`."""
    words = (text(note.id), text(note.step), note.rank, text(note.text))
    return (num, *words, note.t, note.begun.isoformat(), int(note.stamped))


def score_values(num: int, score: Score) -> Values:
    """A row of `score`; the cited notes are rows of their own."""
    reason = score.reason.value if score.reason else None
    value = (score.state.value, score.value, reason, text(score.missing), int(score.settled))
    return (num, score.letter, *value, score.t, _instant(score.set_at))


def cite_values(num: int, score: Score) -> list[Values]:
    """The rows of `cite` for a score."""
    return [(num, score.letter, pos, text(note)) for pos, note in enumerate(score.cited)]


def tick_values(num: int, tick: Tick) -> Values:
    """A row of `tick`."""
    key = (text(tick.key.step), text(tick.key.list), text(tick.key.line))
    return (num, *key, text(tick.state), text("\n".join(tick.cells)), tick.t, tick.set_at.isoformat())


def point_values(num: int, points: Iterable[Point]) -> list[Values]:
    """The rows of `point`."""
    return [
        (num, pos, text(p.id), p.kind.value, text(p.letter), text(p.text), text(p.note))
        for pos, p in enumerate(points)
    ]


def place_values(num: int, place: LivePlace) -> Values:
    """A row of `place`."""
    return (num, text(place.step), place.cursor, moment_text(place.at))


def interview_of(row: Sequence[Any], kit: Kit, kit_hash: str) -> Interview:
    """The interview in a row of INTERVIEW_COLUMNS, without what other tables hold."""
    at = dict(zip(INTERVIEW_COLUMNS, row, strict=True))
    level, genai = Level(at["opening_level"]), bool(at["opening_genai"])
    return Interview(
        id=at["id"],
        candidate=at["candidate"],
        opening=Opening(
            at["opening"],
            at["opening_title"],
            at["opening_role"],
            level,
            genai,
            sheet_of(at["opening_sheet"]),
        ),
        kit=kit,
        kit_hash=kit_hash,
        interviewer=at["interviewer"],
        created=moment_of(at["created"]),
        phase=Phase(at["phase"]),
        factor=at["factor"],
        scheduled=datetime.fromisoformat(at["scheduled"]) if at["scheduled"] else None,
        sample=bool(at["sample"]),
        strongest=at["strongest"],
        recommendation=Recommendation(at["recommendation"]) if at["recommendation"] else None,
        reason=at["reason"],
        started=moment_of(at["started"]) if at["started"] else None,
        ended=moment_of(at["ended"]) if at["ended"] else None,
        finalised=moment_of(at["finalised"]) if at["finalised"] else None,
    )


def opening_of(row: Sequence[Any]) -> Opening:
    """The opening in a row of `opening`."""
    opening_id, title, role, level, genai, sheet = row
    return Opening(opening_id, title, role, Level(level), bool(genai), sheet_of(sheet))


def mark_of(row: Sequence[Any]) -> Mark:
    """The mark in a row without its interview."""
    seq, kind, at, *rest = row
    return Mark(seq, MarkKind(kind), moment_of(at), *rest)


def sheets_of(rows: Iterable[Sequence[Any]]) -> dict[str, StepNotes]:
    """The sheets in rows of `note` without their interview, ordered by rank."""
    lines: dict[str, list[Note]] = {}
    for note_id, step, rank, words, t, begun, stamped in rows:
        note = Note(note_id, step, rank, words, t, datetime.fromisoformat(begun), bool(stamped))
        lines.setdefault(step, []).append(note)
    return {step: StepNotes(step, tuple(notes)) for step, notes in lines.items()}


def score_of(row: Sequence[Any], cited: tuple[str, ...]) -> Score:
    """The score in a row without its interview."""
    letter, state, value, reason, missing, settled, t, set_at = row
    return Score(
        letter,
        ScoreState(state),
        value,
        NotObservedReason(reason) if reason else None,
        cited,
        missing,
        bool(settled),
        t,
        datetime.fromisoformat(set_at) if set_at else None,
    )


def tick_of(row: Sequence[Any]) -> Tick:
    """The tick in a row without its interview."""
    step, checklist, line, state, cells, t, set_at = row
    texts = tuple(cells.split("\n")) if cells else ()
    return Tick(TickKey(step, checklist, line), state, texts, t, datetime.fromisoformat(set_at))


def point_of(row: Sequence[Any]) -> Point:
    """The point in a row without its interview and position."""
    point_id, kind, letter, words, note = row
    return Point(point_id, PointKind(kind), letter, words, note)


def place_of(interview_id: str, row: Sequence[Any]) -> LivePlace:
    """The place in a row without its interview."""
    step, cursor, at = row
    return LivePlace(interview_id, step, cursor, moment_of(at))


def kit_of(body: str) -> Kit:
    """The kit in its canonical form."""
    # Opening one interview needs it, the first paint does not.
    from msgspec import json

    return json.decode(body, type=Kit)


def _sort_key(words: str) -> str:
    return folded(words)[:_SORT_LENGTH]


def _moment(moment: Moment | None) -> str | None:
    return None if moment is None else moment_text(moment)


def _instant(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
