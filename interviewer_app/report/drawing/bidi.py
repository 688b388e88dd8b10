"""Right-to-left writing in lines that are already broken: joined letters and visual order. In report.

A small part of the Unicode bidirectional algorithm: one paragraph level and runs, no embeddings (controls for
those never pass the gate). Enough for names, quotations and sentences; a line of two styles is ordered within
each style. Arabic letters become presentation forms before they are measured.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import groupby
from typing import Final

RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ARABIC: Final = re.compile("[\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff]+")
"""A word; what is between words never joins."""
_MIRROR: Final = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_OPEN: Final = frozenset("([{")
_CLOSE: Final = frozenset(")]}")
_STRONG: Final = {"L": "L", "R": "R", "AL": "R"}
_NUMBERS: Final = {"EN", "AN"}
_SEPARATORS: Final = {"ES", "CS"}
_BOTH: Final = {"L", "R"}
_UNIT: Final = re.compile("\u0644[\u0622\u0623\u0625\u0627]|.", re.DOTALL)
"""A letter, or lam with alef, which are written as one."""


def visual(text: str) -> str:
    """One line in the order in which its glyphs stand from left to right."""
    clusters = _clusters(text)
    kinds = [unicodedata.bidirectional(cluster[0]) for cluster in clusters]
    base = next((_STRONG[kind] for kind in kinds if kind in _STRONG), "L")
    level_of = {"L": 0, "R": 1, "N": 2} if base == "L" else {"L": 2, "R": 1, "N": 2}
    levels = [level_of[way] for way in _resolved(clusters, kinds, base)]
    if base == "L" and not any(levels):
        return text
    shown = [c.translate(_MIRROR) if level % 2 else c for c, level in zip(clusters, levels, strict=True)]
    pairs = list(zip(shown, levels, strict=True))
    for level in range(max(levels), 0, -1):
        turned: list[tuple[str, int]] = []
        for inside, run in groupby(pairs, key=lambda pair: pair[1] >= level):
            block = list(run)
            turned.extend(block[::-1] if inside else block)
        pairs = turned
    return "".join(cluster for cluster, _level in pairs)


def _clusters(text: str) -> list[str]:
    """Letters with the marks that sit on them, so that no mark moves to a neighbour."""
    out: list[str] = []
    for char in text:
        if out and unicodedata.combining(char):
            out[-1] += char
        else:
            out.append(char)
    return out


def _resolved(clusters: list[str], kinds: list[str], base: str) -> list[str]:
    """Every cluster as L, R or N, a number among right-to-left words; neutral signs take their sides' way."""
    out = [_STRONG.get(kind, "N" if kind in _NUMBERS else "") for kind in kinds]
    last = base
    for n, kind in enumerate(kinds):
        near = out[n - 1 : n] + out[n + 1 : n + 2]
        if (kind in _SEPARATORS and near == ["N", "N"]) or (kind == "ET" and "N" in near):
            out[n] = "N"
        if out[n] in _BOTH:
            last = out[n]
        elif kind == "EN" and last == "L":
            out[n] = "L"
    _pair_brackets(clusters, out, base)
    ways = ["R" if way == "N" else way for way in out]
    for n, way in enumerate(out):
        if not way:
            before = next((w for w in reversed(ways[:n]) if w), base)
            after = next((w for w in ways[n + 1 :] if w), base)
            out[n] = before if before == after else base
    return out


def _pair_brackets(clusters: list[str], ways: list[str], base: str) -> None:
    """Give a pair of brackets one way: the line's, unless all inside and before goes the other way."""
    opened: list[int] = []
    for n, cluster in enumerate(clusters):
        if cluster in _OPEN:
            opened.append(n)
        elif cluster in _CLOSE and opened:
            first = opened.pop()
            inside = {"R" if way == "N" else way for way in ways[first + 1 : n] if way}
            before = next((way for way in reversed(ways[:first]) if way), base)
            if inside:
                other = base not in inside and ("R" if before == "N" else before) != base
                ways[first] = ways[n] = ("R" if base == "L" else "L") if other else base


@cache
def _forms() -> Mapping[str, Mapping[str, str]]:
    """Arabic letters (and lam with alef) to their isolated, final, initial and medial forms."""
    out: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE70, 0xFEFD)):
        kind, _space, rest = unicodedata.decomposition(chr(code)).partition(" ")
        base = "".join(chr(int(part, 16)) for part in rest.split())
        if kind.startswith("<") and base and not base.startswith(" "):
            out.setdefault(base, {})[kind.strip("<>")] = chr(code)
    return out


def join(text: str) -> str:
    """Arabic letters as the forms their neighbours ask for, still in reading order."""
    return _ARABIC.sub(lambda word: _joined(word.group()), text)


@lru_cache(maxsize=4096)
def _joined(word: str) -> str:
    forms, units = _forms(), _UNIT.findall(word)
    solid = [u for u in units if not unicodedata.combining(u[0])]
    out: list[str] = []
    at = 0
    for unit in units:
        if unicodedata.combining(unit[0]):
            out.append(unit)
            continue
        own = forms.get(unit, {})
        to_before = at > 0 and "final" in own and "initial" in forms.get(solid[at - 1], {})
        to_after = at + 1 < len(solid) and "initial" in own and "final" in forms.get(solid[at + 1], {})
        form = {(0, 0): "isolated", (0, 1): "initial", (1, 0): "final", (1, 1): "medial"}[to_before, to_after]
        out.append(own.get(form, unit))
        at += 1
    return "".join(out)
