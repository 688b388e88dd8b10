"""Words a note is better without, and why: found in a line, nothing else. Pure; everybody may import it.

The words are data (resources/hints, hints.toml); see there for what each key means.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from interviewer_app.domain.notes.note import Marker, marker_of, tag_spans

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_PIECE = re.compile(r"[^\W_]+")
_STEM = 4
"""Shortest beginning of a word that may stand for all words that begin so."""

_LIST_ITEMS = 3
_NAME = re.compile(r"[A-Z0-9][\w.+#-]*(?: [A-Z0-9][\w.+#-]*)?")
_KEYS = frozenset({"id", "reason", "better", "words", "unless", "own", "list"})


@dataclass(frozen=True, slots=True)
class HintGroup:
    """Words of one kind. `own`: not in lines marked as said or help; `names`: bare lists of names as well.

    `unless`: terms of the trade; a word that is part of one is left alone ("solid" in "solid-state disks").
    """

    id: str
    reason: str
    better: str
    words: tuple[str, ...]
    own: bool = False
    names: bool = False
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordingHint:
    """A stretch of a line, in characters, and the group it belongs to."""

    start: int
    end: int
    group: HintGroup


class HintsError(ValueError):
    """A list of hints that cannot be used; the text says where and why."""


def groups_of(toml: str) -> tuple[HintGroup, ...]:
    """The groups in the text of a hints file; raises HintsError."""
    try:
        found = tomllib.loads(toml).get("group", [])
    except tomllib.TOMLDecodeError as error:
        raise HintsError(str(error)) from error
    if not isinstance(found, list):
        raise HintsError("group: a list of tables is wanted, [[group]]")
    return tuple(_group(raw, number) for number, raw in enumerate(found, 1))


def merged(shipped: Iterable[HintGroup], own: Iterable[HintGroup]) -> tuple[HintGroup, ...]:
    """The shipped groups with the person's own in the place of those of the same id, and after them."""
    by_id = {group.id: group for group in shipped}
    by_id.update({group.id: group for group in own})
    return tuple(by_id.values())


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words in a row, one of them, at `key`, rare enough to be looked for."""

    words: tuple[str, ...]
    key: int
    group: HintGroup

    def stands(self, words: list[str], at: int) -> bool:
        """True when the phrase is in the words, its rare word at `at`."""
        start = at - self.key
        there = words[start : start + len(self.words)] if start >= 0 else []
        return len(there) == len(self.words) and all(map(_is, there, self.words))


class Hygiene:
    """Knows the words of all groups. Looking costs microseconds a line; lines seen lately cost nothing."""

    def __init__(self, groups: Sequence[HintGroup]) -> None:
        self._exact: dict[str, list[_Phrase]] = {}
        self._stems: dict[str, list[_Phrase]] = {}
        self._unless = {group: tuple(map(_words_of, group.unless)) for group in groups if group.unless}
        self._names = next((group for group in groups if group.names), None)
        for group in groups:
            for words in group.words:
                self._add(words, group)
        # Most lines hold none of these, which is soon seen.
        self._rare = {max(_PIECE.findall(word), key=len) for word in self._exact}
        self.find = lru_cache(maxsize=2048)(self._find)

    def _add(self, phrase: str, group: HintGroup) -> None:
        words = _words_of(phrase)
        if not words:
            return
        # The longest word is the rarest, as good as always.
        key = max(range(len(words)), key=lambda at: len(words[at]))
        table, word = self._exact, words[key]
        if word.endswith("*"):
            table, word = self._stems, word[:_STEM]
        table.setdefault(word, []).append(_Phrase(words, key, group))

    def _find(self, text: str) -> tuple[WordingHint, ...]:
        """Everything in one line, left to right, never one inside another."""
        pieces = _PIECE.findall(text.lower())
        if self._rare.isdisjoint(pieces) and self._stems.keys().isdisjoint([p[:_STEM] for p in pieces]):
            return self._listed(text)
        return self._spelled(text) or self._listed(text)

    def _spelled(self, text: str) -> tuple[WordingHint, ...]:
        # Nearly every line is plain and fine, and is looked at again at every key press in it.
        plain = text.isascii()
        words = _WORD.findall(text.lower()) if plain else list(map(_folded, _WORD.findall(text)))
        exact, stems, quoted = self._exact, self._stems, _is_quoted(text)
        found = [
            (at - phrase.key, -len(phrase.words), phrase.group)
            for at, word in enumerate(words)
            if word in exact or word[:_STEM] in stems
            for phrase in (*exact.get(word, ()), *stems.get(word[:_STEM], ()))
            if not (quoted and phrase.group.own) and phrase.stands(words, at)
        ]
        if not found:
            return ()
        places = [match.span() for match in _WORD.finditer(text)]
        out: list[WordingHint] = []
        free = 0
        for start, length, group in sorted(found, key=lambda match: match[:2]):
            if start >= free and not self._belongs_to_the_trade(words, start, start - length, group):
                free = start - length
                out.append(WordingHint(places[start][0], places[free - 1][1], group))
        return tuple(out)

    def _belongs_to_the_trade(self, words: list[str], start: int, end: int, group: HintGroup) -> bool:
        """True when one of the group's terms stands over the words from `start` to `end`."""
        return any(
            len(there := words[at : at + len(term)]) == len(term) and all(map(_is, there, term))
            for term in self._unless.get(group, ())
            for at in range(max(0, start - len(term) + 1), end)
        )

    def _listed(self, text: str) -> tuple[WordingHint, ...]:
        group = self._names
        if group is None or text.count(",") < _LIST_ITEMS - 1 or (group.own and _is_quoted(text)):
            return ()
        return _bare_list(text, group)


def _is_quoted(text: str) -> bool:
    return text[:1] in {'"', ">"} and marker_of(text) in {Marker.SAID, Marker.HELP}


def _words_of(phrase: str) -> tuple[str, ...]:
    """The words of a phrase of the list; one that stands for a beginning keeps its star."""
    return tuple(
        _folded(match.group()) + ("*" if phrase[match.end() : match.end() + 1] == "*" else "")
        for match in _WORD.finditer(phrase)
    )


def _folded(word: str) -> str:
    return word.lower().replace("’", "'")


def _is(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


def _bare_list(text: str, group: HintGroup) -> tuple[WordingHint, ...]:
    """A line of nothing but names between commas."""
    plain = list(text)
    for start, end in tag_spans(text):
        plain[start:end] = " " * (end - start)
    line = "".join(plain)
    begin = 2 if marker_of(text) is not Marker.PLAIN else 0
    items = [item.strip(" .-*") for item in line[begin:].split(",")]
    if len(items) < _LIST_ITEMS or not all(_NAME.fullmatch(item) for item in items):
        return ()
    start = line.index(items[0], begin)
    return (WordingHint(start, len(line.rstrip(" .")), group),)


def _group(raw: object, number: int) -> HintGroup:
    if not isinstance(raw, dict):
        raise HintsError(f"group {number}: a table is wanted")
    place = f"group {number} ({raw.get('id', 'without an id')})"
    unknown = sorted(set(raw) - _KEYS)
    if unknown:
        raise HintsError(f"{place}: unknown key {', '.join(unknown)}")
    for key in ("id", "reason", "better"):
        if not isinstance(raw.get(key), str) or not raw[key].strip():
            raise HintsError(f"{place}: {key} must be a sentence")
    words, unless = _texts(raw, "words", place), _texts(raw, "unless", place)
    short = [word for word in words if re.match(rf"\w{{0,{_STEM - 1}}}\*", word)]
    if short:
        raise HintsError(f"{place}: {short[0]} stands for too many words; {_STEM} letters at least")
    own, names = raw.get("own", False), raw.get("list", False)
    if not isinstance(own, bool) or not isinstance(names, bool):
        raise HintsError(f"{place}: own and list are true or false")
    return HintGroup(raw["id"], raw["reason"], raw["better"], words, own, names, unless)


def _texts(raw: dict[str, object], key: str, place: str) -> tuple[str, ...]:
    found = raw.get(key, [])
    if not isinstance(found, list) or not all(isinstance(text, str) for text in found):
        raise HintsError(f"{place}: {key} must be a list of texts")
    return tuple(found)
