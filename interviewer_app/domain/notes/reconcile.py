"""From old lines and new text to new lines: each keeps its identity, time and stamp, undo brings them back.

Pure; for domain/live/call.py, which every change of the notes goes through. The editor knows text alone:
which note a line is, and whether it is stamped, is decided here and nowhere else.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from interviewer_app.domain.notes.note import Edited, Note, NoteEdit, StepNotes, UndoStep, clean

_CUT, _UNDO = 200, 1_000
"""Lines kept for being pasted, and steps of undo: what is older comes back as new lines."""


def edit(sheet: StepNotes, change: NoteEdit, t: float, now: datetime, new_id: Callable[[], str]) -> Edited:
    """Apply one editor change; edited lines keep identity and time, undo and redo give both back.

    `t` is seconds since the start. A line without words takes its time when its first words arrive, unless
    it was stamped; a stamp is given to a new line and stays as long as the line.
    Raises ValueError when the change does not fit the sheet.
    """
    first, removed, texts = change.first, change.removed, change.texts
    if first < 0 or removed < 0 or first + removed > len(sheet.lines):
        raise ValueError(f"edit of lines {first}+{removed} in a sheet of {len(sheet.lines)}")
    if not all(map(str.isprintable, texts)):
        texts = tuple(clean(text).replace("\n", " ") for text in texts)
    if change.again:
        found = _again(sheet, change, texts)
        if found is not None:
            return found
        sheet = StepNotes(sheet.step, sheet.lines, sheet.cut)
    old = sheet.lines[first : first + removed]
    if not change.origin and (removed, len(texts)) != (1, 1):
        # Equal lines at both ends stay what they are.
        head, tail = same_ends([note.text for note in old], texts)
        first, old, texts = first + head, old[head : removed - tail], texts[head : len(texts) - tail]
    # Words typed come one character at a time.
    if len(old) == len(texts) == 1 and (len(texts[0]) < 2 or old[0].text.strip()):
        # Nearly every key press: one line has other words, and no other line is asked about.
        return _same_line(sheet, change, first, _retext(old[0], texts[0], t, now))
    fresh = [
        Note(new_id(), sheet.step, 0.0, text, t, now, change.stamp)
        if note is None
        else _retext(note, text, t, now)
        for text, note in zip(texts, _match(old, texts, change.origin, sheet), strict=True)
    ]
    lines, changed, gone = _replaced(sheet.lines, first, len(old), tuple(fresh))
    if not (changed or gone):
        return _no_change(sheet, change)
    worded = {note.id for note in fresh if note.text.strip()}
    lost = tuple(note for note in old if note.text.strip() and note.id not in worded)
    cut = (*sheet.cut, *lost)[-_CUT:] if lost else sheet.cut
    undo = _remember(sheet, change, first, old, lines[first : first + len(fresh)])
    return Edited(StepNotes(sheet.step, lines, cut, undo), changed, gone)


def _same_line(sheet: StepNotes, change: NoteEdit, at: int, after: Note) -> Edited:
    before = sheet.lines[at]
    if after is before:
        return _no_change(sheet, change)
    there = list(sheet.lines)
    there[at] = after
    cut = sheet.cut
    if not after.text.strip() and before.text.strip():
        cut = (*cut, before)[-_CUT:]
    undo = _remember(sheet, change, at, (before,), (after,))
    return Edited(StepNotes(sheet.step, tuple(there), cut, undo), (after,), ())


def _no_change(sheet: StepNotes, change: NoteEdit) -> Edited:
    """Words replaced by the same words: nothing to store, yet the editor has nothing to do again any more."""
    if sheet.redo and change.after != change.before:
        sheet = StepNotes(sheet.step, sheet.lines, sheet.cut, sheet.undo)
    return Edited(sheet, (), ())


def _retext(note: Note, text: str, t: float, now: datetime) -> Note:
    """The note with new words; one that had none is begun now, unless it was stamped."""
    if note.text == text:
        return note
    if not (note.stamped or note.text.strip()):
        return replace(note, text=text, t=t, begun=now)
    # By hand, which takes a quarter of what replace() does: at every key press.
    return Note(note.id, note.step, note.rank, text, note.t, note.begun, note.stamped)


# -- undo ----------------------------------------------------------------------------------------


def _remember(
    sheet: StepNotes, change: NoteEdit, first: int, old: tuple[Note, ...], new: tuple[Note, ...]
) -> tuple[UndoStep, ...]:
    """What can be undone after a change; keys that the editor takes back together are one step."""
    undo = sheet.undo
    if undo and undo[-1].steps > change.before:
        # Of a document that is not there any more.
        undo = tuple(step for step in undo if step.steps <= change.before)
    if undo:
        last = undo[-1]
        if last.steps == change.after and last.first == first and len(last.new) == len(old) == len(new) == 1:
            return (*undo[:-1], UndoStep(last.steps, first, last.old, new))
    return (*undo, UndoStep(change.after, first, old, new))[-_UNDO:]


def _again(sheet: StepNotes, change: NoteEdit, texts: tuple[str, ...]) -> Edited | None:
    """The sheet after undo or redo; None when that is not the text the editor has."""
    there, undo, redo = list(sheet.lines), list(sheet.undo), list(sheet.redo)
    while undo and undo[-1].steps > change.after:
        step = undo.pop()
        there[step.first : step.first + len(step.new)] = step.old
        redo.append(step)
    while redo and redo[-1].steps <= change.after:
        step = redo.pop()
        there[step.first : step.first + len(step.old)] = step.new
        undo.append(step)
    above, below = sheet.lines[: change.first], sheet.lines[change.first + change.removed :]
    if [note.text for note in there] != [*(n.text for n in above), *texts, *(n.text for n in below)]:
        return None
    head, tail = same_ends(sheet.lines, there)
    inside = tuple(there[head : len(there) - tail])
    lines, changed, gone = _replaced(sheet.lines, head, len(sheet.lines) - tail - head, inside)
    return Edited(StepNotes(sheet.step, lines, sheet.cut, tuple(undo), tuple(redo)), changed, gone)


# -- which line is which -------------------------------------------------------------------------


def _match(
    old: tuple[Note, ...], texts: tuple[str, ...], origin: tuple[int, ...], sheet: StepNotes
) -> list[Note | None]:
    """For each new text the old note it still is, or None; no note is used twice.

    Equal words that moved first, then lines cut before that had these words, then what is left in order.
    """
    if origin:
        return [old[at] if at >= 0 else None for at in origin]
    same: dict[str, list[Note]] = {}
    for note in reversed(old):
        same.setdefault(note.text, []).append(note)
    out = [same[text].pop() if same.get(text) else None for text in texts]
    used = {note.id for note in out if note is not None}
    spare = [note for note in old if note.id not in used]
    bare = [note for note in spare if not (note.stamped or note.text.strip())]
    # A line that has words of its own goes on being the same line, whatever is pasted over them.
    if sheet.cut and (bare or len(texts) > len(old)):
        _paste(out, texts, spare, bare, sheet)
    in_order = iter(spare)
    return [note if note is not None else next(in_order, None) for note in out]


def _paste(
    out: list[Note | None], new: tuple[str, ...], spare: list[Note], bare: list[Note], sheet: StepNotes
) -> None:
    """Fill gaps with lines cut before, those cut last first, from the last one up; bare lines give way."""
    here = {note.id for note in sheet.lines}.difference(note.id for note in bare)
    for at in range(len(out) - 1, -1, -1):
        if out[at] is None and len(new[at]) > 1 and new[at].strip():
            was = next((n for n in reversed(sheet.cut) if n.text == new[at] and n.id not in here), None)
            if was is not None:
                here.add(was.id)
                # The very line when it is there still, else the first one.
                mine = min(bare, key=lambda note: note.id != was.id, default=None)
                out[at] = replace(was, rank=mine.rank if mine is not None else 0.0)
                if mine is not None:
                    bare.remove(mine)
                    spare.remove(mine)


def same_ends(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """How many are equal at the beginning, and how many of the others at the end."""
    head, least = 0, min(len(old), len(new))
    while head < least and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < least - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return head, tail


# -- putting lines in place ----------------------------------------------------------------------


def _replaced(
    lines: tuple[Note, ...], first: int, removed: int, fresh: tuple[Note, ...]
) -> tuple[tuple[Note, ...], tuple[Note, ...], tuple[str, ...]]:
    """The lines with others in the place of some, the notes to store and the ids to delete."""
    old = lines[first : first + removed]
    every, renumbered = _rank(lines[:first], fresh, lines[first + removed :])
    before = {note.id: note for note in (lines if renumbered else old)}
    window = every if renumbered else every[first : first + len(fresh)]
    here = {note.id for note in fresh}
    return (
        every,
        tuple(note for note in window if before.get(note.id) != note),
        tuple(note.id for note in old if note.id not in here),
    )


def _rank(
    above: tuple[Note, ...], inside: tuple[Note, ...], below: tuple[Note, ...]
) -> tuple[tuple[Note, ...], bool]:
    """All lines in order with rising ranks, and whether every line had to be numbered anew."""
    low = above[-1].rank if above else 0.0
    bounds = (low, *(note.rank for note in inside), *(note.rank for note in below[:1]))
    if all(a < b for a, b in pairwise(bounds)):
        return (*above, *inside, *below), False
    high = below[0].rank if below else low + len(inside) + 1.0
    step = (high - low) / (len(inside) + 1)
    if step < 1e-6:
        every = (*above, *inside, *below)
        return tuple(replace(note, rank=float(at)) for at, note in enumerate(every, 1)), True
    placed = tuple(replace(note, rank=low + step * at) for at, note in enumerate(inside, 1))
    return (*above, *placed, *below), False
