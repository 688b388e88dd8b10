"""Short words for the notes and what they become: which can be kept, and why others cannot. For ui.

Pure; the preferences hold what is kept.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from interviewer_app.settings import EXPANDERS, LONGEST_TEXT, LONGEST_WORD
from interviewer_app.text import _

_LAST_WORD = re.compile(rf"(?:^|\s)(\S{{2,{LONGEST_WORD}}})$")


@dataclass(frozen=True, slots=True)
class ShortWord:
    """A short word and what is written in its place."""

    word: str
    text: str


def shorts(expanders: Mapping[str, str]) -> tuple[ShortWord, ...]:
    """The preferences as lines."""
    return tuple(ShortWord(word, text) for word, text in expanders.items())


def usual() -> tuple[ShortWord, ...]:
    """Those the program comes with."""
    return shorts(EXPANDERS)


def troubles(lines: Sequence[ShortWord]) -> tuple[str, ...]:
    """For each line why it cannot be kept, as a sentence; empty for one that can, or that is empty itself."""
    out: list[str] = []
    seen: set[str] = set()
    for line in lines:
        said = _trouble(line)
        if not said and line.word in seen:
            said = _("“{word}” stands there twice: only the first counts.").format(word=line.word)
        if line.word:
            seen.add(line.word)
        out.append(said)
    return tuple(out)


def kept(lines: Sequence[ShortWord]) -> dict[str, str]:
    """The lines that can be kept."""
    fine = zip(lines, troubles(lines), strict=True)
    return {line.word: line.text for line, said in fine if line.word and not said}


def find_short(before: str, known: Mapping[str, str]) -> tuple[int, str] | None:
    """Where the short word begins that ends this text, and what it becomes; None when there is none."""
    found = _LAST_WORD.search(before)
    if found is None or found.group(1) not in known:
        return None
    return found.start(1), known[found.group(1)]


def _trouble(line: ShortWord) -> str:
    word, text = line.word, line.text
    if not word:
        named = _("“{text}” has no short word yet.").format(text=text.strip()[:40])
        return named if text.strip() else ""
    said = ""
    if len(word) < 2:
        said = _("“{word}” is too short: two characters at least.")
    elif len(word) > LONGEST_WORD or word.split() != [word]:
        said = _("“{word}” is no short word: one word of {word_limit} characters at most.")
    elif not text.strip():
        said = _("“{word}” stands for nothing yet.")
    elif len(text) > LONGEST_TEXT or "\n" in text:
        said = _("“{word}” stands for too much: one line of {text_limit} characters at most.")
    return said.format(word=word[:40], word_limit=LONGEST_WORD, text_limit=LONGEST_TEXT)
