"""From old lines and new text to new lines: each keeps its identity and time, undo brings both back.

Pure; for domain/live/call.py, which every change of the notes goes through.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from operator import attrgetter

from interviewer_app.domain.notes.note import Edit, Edited, Note, Sheet, clean

_RETIRED, _BITS = 200, 50
_id = attrgetter("id")


def edit(sheet: Sheet, change: Edit, t: float, now: datetime, new_id: Callable[[], str]) -> Edited:
    """Apply one editor change; edited lines keep identity and time, undone removals get theirs back.

    `t` is seconds since the start. A line without words takes its time when its first words arrive, unless
    it was stamped.
    Raises ValueError when the change does not fit the sheet.
    """
    first, removed = change.first, change.removed
    if first < 0 or removed < 0 or first + removed > len(sheet.lines):
        raise ValueError(f"edit of lines {first}+{removed} in a sheet of {len(sheet.lines)}")
    old = sheet.lines[first : first + removed]
    texts = change.texts
    if not all(map(str.isprintable, texts)):
        texts = tuple(clean(text).replace("\n", " ") for text in texts)
    # Words typed come one character at a time.
    typed = removed == len(texts) == 1 and (bool(old[0].text.strip()) or len(texts[0]) < 2)
    if typed and not change.stamped and not old[0].stamped:
        # Nearly every key press: one line has other words, and no other line is asked about.
        return _same_line(sheet, first, _retext(old[0], texts[0], t, now, sheet.emptied))
    matched = _match(old, texts, change.stamped, sheet)
    known = [
        note or Note(new_id(), sheet.step, 0.0, text, t, now)
        for text, note in zip(texts, matched, strict=True)
    ]
    back = _brought_back(known, texts, sheet)
    fresh = [
        back.get(at) or _retext(note, text, t, now, sheet.emptied)
        for at, (text, note) in enumerate(zip(texts, known, strict=True))
    ]
    if change.stamped:
        _stamp(fresh, sheet, change, t, now)
    here = {note.id: note for note in fresh}
    lost = tuple(note for note in old if note.id not in here)
    lines, renumbered = _rank(sheet.lines[:first], tuple(fresh), sheet.lines[first + removed :])
    before = {note.id: note for note in old}
    window = lines if renumbered else lines[first : first + len(fresh)]
    retired = sheet.retired
    if lost or not here.keys().isdisjoint(map(_id, retired)):
        retired = tuple(note for note in (*retired, *lost) if note.id not in here)[-_RETIRED:]
    return Edited(
        sheet=Sheet(sheet.step, lines, retired, _emptied(sheet.emptied, old, here)),
        changed=tuple(note for note in window if before.get(note.id) != note),
        gone=tuple(note.id for note in lost),
    )


def _same_line(sheet: Sheet, at: int, note: Note) -> Edited:
    before = sheet.lines[at]
    if note is before:
        return Edited(sheet, (), ())
    there = list(sheet.lines)
    there[at] = note
    lines = tuple(there)
    emptied, bits = sheet.emptied, _shrinking(sheet.shrinking, before, note)
    if before.text.strip() and not note.text.strip():
        # Undo may give back any part of what went bit by bit.
        emptied = (*emptied, *bits)[-_RETIRED:]
    return Edited(Sheet(sheet.step, lines, sheet.retired, emptied, bits), (note,), ())


def _shrinking(bits: tuple[Note, ...], before: Note, after: Note) -> tuple[Note, ...]:
    """A line as it was before each bit of it was deleted, the present bit among them."""
    if len(after.text) >= len(before.text) and after.text.strip():
        return ()
    mine = bits if bits and bits[-1].id == before.id else ()
    return (*mine[:1], *mine[1:][-_BITS:], before)


def _retext(note: Note, text: str, t: float, now: datetime, emptied: tuple[Note, ...]) -> Note:
    """The note with new words; one that had none is begun now, unless it was stamped or has them back."""
    if note.text == text:
        return note
    if note.text.strip() or note.stamped:
        # By hand, which takes a quarter of what replace() does: at every key press.
        return Note(note.id, note.step, note.rank, text, note.t, note.begun, note.stamped)
    before = next((was for was in reversed(emptied) if was.id == note.id and was.text == text), None)
    if before is not None:
        t, now = before.t, before.begun
    return replace(note, text=text, t=t, begun=now)


def _brought_back(known: list[Note], texts: tuple[str, ...], sheet: Sheet) -> dict[int, Note]:
    """Lines that lost their words and were then removed, when redo gives first lines and then those words.

    Those lost last come back first, from the last line up.
    """
    empty = [
        at for at, note in enumerate(known) if texts[at].strip() and not (note.text.strip() or note.stamped)
    ]
    typed = len(empty) == 1 and len(texts[empty[0]]) < 2
    if typed or not empty or not sheet.emptied:
        return {}
    own = {(was.id, was.text) for was in sheet.emptied}
    here = {note.id for note in (*sheet.lines, *known)}
    out: dict[int, Note] = {}
    for at in reversed(empty):
        if (known[at].id, texts[at]) in own:
            continue
        was = next((w for w in reversed(sheet.emptied) if w.text == texts[at] and w.id not in here), None)
        if was is not None:
            here.add(was.id)
            out[at] = replace(was, rank=known[at].rank)
    return out


def _emptied(before: tuple[Note, ...], old: tuple[Note, ...], here: dict[str, Note]) -> tuple[Note, ...]:
    """What was known of emptied lines, and the lines that an edit has just emptied."""
    now = tuple(
        note for note in old if note.text.strip() and note.id in here and not here[note.id].text.strip()
    )
    return (*before, *now)[-_RETIRED:] if now else before


def _stamp(fresh: list[Note], sheet: Sheet, change: Edit, t: float, now: datetime) -> None:
    """Stamp the empty lines the editor calls stamped; one that was removed comes back as it was.

    Which of several lines without words is the stamped one, the editor alone says; those removed last come
    back first, from the last one up.
    """
    standing = {note.id for note in sheet.lines}
    here = {note.id for note in fresh}
    lost = [note for note in sheet.retired if _empty_stamp(note) and note.id not in here]
    for at in sorted(change.stamped, reverse=True):
        note = fresh[at] if at < len(fresh) else None
        if note is None or note.text.strip() or note.stamped:
            continue
        if change.anew:
            fresh[at] = replace(note, t=t, begun=now, stamped=True)
        elif note.id not in standing and lost:
            fresh[at] = replace(lost.pop(), text=note.text)


def _empty_stamp(note: Note) -> bool:
    return note.stamped and not note.text.strip()


def _match(
    old: tuple[Note, ...], texts: tuple[str, ...], stamped: tuple[int, ...], sheet: Sheet
) -> list[Note | None]:
    """For each new text the old note it still is, or None; no note is used twice.

    Equal lines at both ends first, then equal words that moved, then lines that lost these words, then lines
    removed before that had them, then what is left in order. An empty line and a stamped empty line are not
    equal.
    """
    count = min(len(old), len(texts))
    was = [(note.text, _empty_stamp(note)) for note in old]
    new = [(text, at in stamped and not text.strip()) for at, text in enumerate(texts)]
    head = 0
    while head < count and was[head] == new[head]:
        head += 1
    tail = 0
    while tail < count - head and was[-1 - tail] == new[-1 - tail]:
        tail += 1
    end = len(texts) - tail
    out: list[Note | None] = [*old[:head], *([None] * (end - head)), *old[len(old) - tail :]]
    left = list(old[head : len(old) - tail])
    out[head:end] = _moved(left, new[head:end], sheet)
    return out


def _moved(left: list[Note], new: list[tuple[str, bool]], sheet: Sheet) -> list[Note | None]:
    """For each new line a note that has or had its text, spaces alone included; then the others in order."""
    same: dict[tuple[str, bool], list[Note]] = {}
    for note in reversed(left):
        if note.text or note.stamped:
            same.setdefault((note.text, _empty_stamp(note)), []).append(note)
    out = [same[key].pop() if same.get(key) else None for key in new]
    _refill(out, new, left, sheet.emptied)
    if len(new) > len(left):
        _restore(out, new, sheet.retired)
    used = {note.id for note in out if note is not None}
    spare = [note for note in left if note.id not in used]
    return [note if note is not None else _spare(spare, *key) for note, key in zip(out, new, strict=True)]


def _refill(
    out: list[Note | None], new: list[tuple[str, bool]], left: list[Note], emptied: tuple[Note, ...]
) -> None:
    """Give words back to the lines without words that had them."""
    had = {(was.id, was.text) for was in emptied}
    used = {note.id for note in out if note is not None}
    bare = [note for note in left if not note.text.strip() and note.id not in used] if had else []
    for at, (text, _stamped) in enumerate(new):
        if out[at] is None and bare and text.strip():
            mine = next((note for note in bare if (note.id, text) in had), None)
            if mine is not None:
                out[at] = mine
                bare = [note for note in bare if note is not mine]


def _restore(out: list[Note | None], new: list[tuple[str, bool]], retired: tuple[Note, ...]) -> None:
    """Fill gaps with lines removed before, those removed last first, from the last one up: as undo goes."""
    pool: dict[str, list[Note]] = {}
    wanted = {new[at][0] for at, note in enumerate(out) if note is None}
    for note in retired:
        if note.text and note.text in wanted and not _empty_stamp(note):
            pool.setdefault(note.text, []).append(note)
    for at in range(len(out) - 1, -1, -1):
        same = pool.get(new[at][0]) if out[at] is None else None
        if same:
            out[at] = same.pop()


def _spare(spare: list[Note], text: str, stamped: bool) -> Note | None:
    """The first note left; a line without words takes no empty stamp that it does not show."""
    bare = not text.strip() and not stamped
    at = next((at for at, note in enumerate(spare) if not (bare and _empty_stamp(note))), None)
    return None if at is None else spare.pop(at)


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
