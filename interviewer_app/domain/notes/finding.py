"""Looking for words in all notes of an interview. Pure; everybody may import it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from interviewer_app.domain.notes.note import Note

MOST = 1_000
"""No more hits than this are looked for: nobody walks through them."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words found: the step, the index of the line, where in the line and how many characters."""

    step: str
    line: int
    start: int
    length: int


def find(sheets: Iterable[tuple[str, Iterable[Note]]], words: str) -> tuple[Hit, ...]:
    """Every place the words stand at, in order, small and capital letters alike; nothing for blank words."""
    if not words.strip():
        return ()
    wanted = re.compile(re.escape(words.strip()), re.IGNORECASE)
    out: list[Hit] = []
    for step, notes in sheets:
        for line, note in enumerate(notes):
            for match in wanted.finditer(note.text):
                out.append(Hit(step, line, match.start(), match.end() - match.start()))
                if len(out) == MOST:
                    return tuple(out)
    return tuple(out)
