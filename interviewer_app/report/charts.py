"""The profile, the total and the small chart of one category, drawn as pictures. Imported by report.

Shape says the state: solid is supported, hollow is unsupported, a dashed gap is not observed, a crossed cell
is a point short of the floor, hatching could still be added. Words repeat it; colour only helps.
"""

from collections.abc import Callable, Sequence
from typing import Final

from interviewer_app import labels
from interviewer_app.domain.packet.summary import CategoryResult
from interviewer_app.domain.scores import TOP, ScoreState, Support, Total
from interviewer_app.report.drawing.picture import Picture, crossed, hatch
from interviewer_app.report.drawing.style import (
    ACCENT,
    ATTENTION,
    BODY,
    CONTENT,
    FRAME,
    GREY,
    GRID,
    INK,
    JOINT,
    MAIN_X,
    SMALL,
    SMALL_BOLD,
    SMALL_GREY,
    TINY,
    TINY_GREY,
    TRACK,
    WHITE,
    TextStyle,
)
from interviewer_app.report.drawing.text import clip, width, wrap
from interviewer_app.report.drawing.words import DASH
from interviewer_app.text import _, ngettext

UNIT: Final = 42.0
BAR: Final = 10.5
_SCORE_X: Final = MAIN_X + TOP * UNIT + 27
_WORDS_X: Final = MAIN_X + TOP * UNIT + 48
_WORDS: Final = CONTENT - _WORDS_X


def bar(into: Picture, at: tuple[float, float], unit: float, high: float, row: CategoryResult) -> None:
    """One category's bar: track, score, points short of the floor, joints, floor."""
    x, y = at
    value = row.score.value
    if value is None:
        dash = "2.2 2.2" if row.score.state is ScoreState.NOT_OBSERVED else ""
        into.box(at, (TOP * unit, high), WHITE, GREY if dash else FRAME, 0.6, dash)
    else:
        into.box(at, (TOP * unit, high), TRACK)
        _score(into, at, unit, high, row)
        short = range(value, row.floor)
        for point in short:
            crossed(into, (x + point * unit, y), (unit, high))
        _joints(into, at, unit, high, row)
    if row.floor:
        _floor(into, x + row.floor * unit, y, high)


def _score(into: Picture, at: tuple[float, float], unit: float, high: float, row: CategoryResult) -> None:
    x, y = at
    value = row.score.value or 0
    if not value:
        middle = y + high / 2
        into.polygon(((x, y - 1), (x + 4, middle), (x, y + high + 1), (x - 4, middle)), ACCENT)
    elif row.support is Support.UNSUPPORTED:
        into.box((x + 0.5, y + 0.5), (value * unit - 1, high - 1), WHITE, ACCENT, 1.1)
    else:
        into.box(at, (value * unit, high), ACCENT)


def _joints(into: Picture, at: tuple[float, float], unit: float, high: float, row: CategoryResult) -> None:
    """Joints at whole points, so that the bar can be counted; crossed cells need none."""
    x, y = at
    value = row.score.value or 0
    solid = value if row.support is not Support.UNSUPPORTED else 0
    points = [p for p in range(1, TOP) if not value <= p <= row.floor or value >= row.floor]
    ends = [(x + p * unit, y, x + p * unit, y + high) for p in points]
    into.rules([e for p, e in zip(points, ends, strict=True) if p < solid], 0.6, WHITE)
    into.rules([e for p, e in zip(points, ends, strict=True) if p >= solid and p != value], 0.6, JOINT)


def _floor(into: Picture, x: float, y: float, high: float) -> None:
    """A stem through the row with a flag on top."""
    into.rule((x, y - 3), (x, y + high + 3), 1.3)
    into.polygon(((x - 3, y - 5.5), (x + 3, y - 5.5), (x, y - 1)))


def against_floor(row: CategoryResult) -> tuple[str, TextStyle]:
    """What the score is worth against the floor, in words."""
    match row.score.state:
        case ScoreState.OPEN:
            return _("not yet scored"), SMALL_BOLD
        case ScoreState.NOT_OBSERVED:
            if row.floor:
                return _("floor {n} not tested").format(n=row.floor), SMALL_BOLD
            return _("not observed"), SMALL_BOLD
        case ScoreState.SCORED:
            if row.below:
                text = _("{n} below floor {floor}").format(n=row.below, floor=row.floor)
                return text, SMALL_BOLD.tint(ATTENTION)
            if not row.floor:
                return _("no floor set"), SMALL
            above = (row.score.value or 0) > row.floor
            words = _("above floor {n}") if above else _("meets floor {n}")
            return words.format(n=row.floor), SMALL


def evidence_words(row: CategoryResult) -> tuple[str, TextStyle]:
    """What carries the score, in words."""
    if row.score.state is ScoreState.NOT_OBSERVED:
        return labels.not_observed(row.score.reason), SMALL_GREY
    if row.score.state is ScoreState.OPEN:
        return "", SMALL_GREY
    if row.support is Support.UNSUPPORTED:
        return _("unsupported: no note cited"), SMALL_BOLD
    count = len(row.cited)
    words = ngettext("{n} note", "{n} notes", count).format(n=count)
    if row.support is Support.THIN:
        words = ngettext("thin: {n} note", "thin: {n} notes", count).format(n=count)
    if row.help:
        words += _(", help {n}").format(n=row.help)
    if row.lowest:
        words += _("; lowest")
    return words, SMALL_GREY if row.support is Support.SUPPORTED else SMALL_BOLD


def profile(rows: Sequence[CategoryResult], row_height: float) -> tuple[Picture, float]:
    """The bars of all categories with their words, and the height of it."""
    into = Picture()
    bottom = 16 + len(rows) * row_height
    into.text(0, 8, _("Category"), TINY_GREY)
    for point in range(TOP + 1):
        into.text(MAIN_X + point * UNIT, 8, str(point), TINY_GREY, "middle")
    into.text(_SCORE_X, 8, _("Score"), TINY_GREY, "middle")
    into.text(_WORDS_X, 8, _("Against the floor, evidence"), TINY_GREY)
    grid = [(MAIN_X + p * UNIT, 11.0, MAIN_X + p * UNIT, bottom - 6) for p in range(TOP + 1)]
    into.rules(grid, 0.4, GRID)
    for n, row in enumerate(rows):
        _row(into, 16 + n * row_height + 5 - (28 - row_height) / 2.6, row)
    return into, bottom


def _row(into: Picture, y: float, row: CategoryResult) -> None:
    into.text(0, y + 8, row.letter, BODY.strong())
    name = clip(wrap(row.title, BODY, MAIN_X - 21), 2, MAIN_X - 21)
    into.lines(13, y + 8 - 3.49 - 5.25 - (5.2 if len(name) > 1 else 0), name, 10.5)
    bar(into, (MAIN_X, y), UNIT, BAR, row)
    state = row.score.state
    if state is not ScoreState.SCORED:
        words = _("not observed") if state is ScoreState.NOT_OBSERVED else _("not yet scored")
        # White behind the words, so that no grid line runs through them.
        into.box((MAIN_X + 4, y + 1), (width(words, SMALL_BOLD) + 4, BAR - 2), WHITE)
        into.text(MAIN_X + 6, y + 8, words, SMALL_BOLD)
    value = {ScoreState.OPEN: "", ScoreState.NOT_OBSERVED: DASH}.get(state, str(row.score.value))
    into.text(_SCORE_X, y + 10.2, value, TextStyle(14, 14, bold=True), "middle")
    for (words, style), down in ((against_floor(row), 3.6), (evidence_words(row), 13.0)):
        into.text(_WORDS_X, y + down, words, style)


def total(found: Total) -> tuple[Picture, float]:
    """The sum as an interval: solid to what was scored, hatched to what could still be added."""
    into = Picture()
    into.rule((0, 4), (CONTENT, 4), 0.5, FRAME)
    y, long = 14.0, TOP * UNIT
    into.text(0, y + 8, _("Total"), BODY.strong())
    into.text(28, y + 8, _("as an interval"), BODY)
    k = long / found.top if found.top else 0.0
    low, high = MAIN_X + found.low * k, MAIN_X + found.high * k
    into.box((MAIN_X, y), (long, BAR), TRACK)
    into.box((MAIN_X, y), (low - MAIN_X, BAR), ACCENT)
    if not found.exact:
        into.box((low, y), (high - low, BAR), WHITE, ACCENT, 0.8)
        hatch(into, (low, y), (high - low, BAR), 3.2, ACCENT)
    _scale(into, y + BAR, found, k)
    text = str(found.low) if found.exact else f"{found.low}{DASH}{found.high}"
    into.text(_SCORE_X, y + 9.4, text, TextStyle(11, 15, bold=True), "middle")
    shown = _("of {max}; {k} of {n} observed").format(max=found.top, k=found.observed, n=found.of)
    into.text(_WORDS_X, y + 3.6, shown, SMALL)
    words = wrap(weights(found), SMALL_GREY, _WORDS)
    into.lines(_WORDS_X, y + 13 - SMALL_GREY.baseline, words, 9.4)
    return into, y + max(BAR + 12, 6 + 9.4 * len(words))


def _scale(into: Picture, y: float, found: Total, k: float) -> None:
    """Both ends and both numbers under the bar; an end gives way to a number that would touch it."""
    numbers = {found.low, found.high}
    ends = {v for v in (0, found.top) if all(abs(v - n) * k > 14 or v == n for n in numbers)}
    if 0 < (found.high - found.low) * k < 12:
        numbers = {found.low}
    for value in sorted(numbers | ends):
        x = MAIN_X + value * k
        style = TINY.strong() if value in numbers else TINY_GREY
        into.rule((x, y), (x, y + 2.5), 0.6)
        into.text(x, y + 10, str(value), style, "middle")


def weights(found: Total) -> str:
    """The weights in words."""
    values = set(found.weights.values())
    if len(values) <= 1:
        return _("weights equal, {n} each").format(n=next(iter(values), 1))
    return _("weights {list}").format(list=", ".join(f"{c}{chr(160)}{w}" for c, w in found.weights.items()))


def mini(row: CategoryResult) -> tuple[Picture, float]:
    """The small chart under a category's score."""
    into = Picture()
    unit, high = 17.6, 7.0
    bar(into, (3, 7), unit, high, row)
    for point in range(TOP + 1):
        style = TINY.strong() if point == row.score.value else TINY_GREY
        into.text(3 + point * unit, 24, str(point), style, "middle")
    return into, 27.0


def legend(rows: Sequence[CategoryResult], found: Total) -> tuple[Picture, float]:
    """How to read the profile: only the shapes that occur in it; of no height when there are none."""
    keys = [draw for wanted, draw in _keys(rows, found) if wanted]
    into = Picture()
    if not keys:
        return into, 0.0
    into.text(0, 5, _("How to read"), TINY_GREY)
    x = MAIN_X
    for draw, words in keys:
        x = draw(into, x)
        into.text(x, 5, words, TINY_GREY)
        x += width(words, TINY_GREY) + 14
    return into, 8.0


_Key = tuple[bool, tuple[Callable[[Picture, float], float], str]]


def _keys(rows: Sequence[CategoryResult], found: Total) -> tuple[_Key, ...]:
    open_letters = [row.letter for row in rows if row.score.value is None]
    return (
        (any(row.floor for row in rows), (_key_floor, _("floor"))),
        (any(row.support is Support.UNSUPPORTED for row in rows), (_key_hollow, _("unsupported"))),
        (any(row.below for row in rows), (_key_crossed, _("short of the floor"))),
        (
            not found.exact and all(row.score.settled for row in rows),
            (_key_hatch, _("what {who} could still add").format(who=labels.letters(tuple(open_letters)))),
        ),
    )


def _key_floor(into: Picture, x: float) -> float:
    into.rule((x, -1), (x, 7), 1.3)
    into.polygon(((x - 3, -2.5), (x + 3, -2.5), (x, 2)))
    return x + 7


def _key_hollow(into: Picture, x: float) -> float:
    into.box((x, 0), (12, 6), WHITE, ACCENT, 1.0)
    return x + 16


def _key_crossed(into: Picture, x: float) -> float:
    crossed(into, (x, -0.4), (13, 7))
    return x + 17


def _key_hatch(into: Picture, x: float) -> float:
    into.box((x, 0), (12, 6), WHITE, ACCENT, 0.8)
    hatch(into, (x, 0), (12, 6), 3.2, ACCENT)
    return x + 16


def strip(choices: Sequence[str], chosen: int | None) -> tuple[Picture, float]:
    """The recommendations in a row with the chosen one filled, and its width; the last stands apart."""
    into = Picture()
    x = 0.0
    for n, words in enumerate(choices):
        wide = max(44.0, width(words, TINY.strong()) + 10)
        x += 4 if n == len(choices) - 1 else 0
        on = n == chosen
        into.box((x + 0.4, 0.4), (wide - 0.8, 14), ACCENT if on else WHITE, ACCENT if on else FRAME, 0.7)
        style = TINY.strong().tint(WHITE) if on else TINY_GREY
        into.text(x + wide / 2, 10.2, words, style, "middle")
        x += wide
    return into, x


def dot(into: Picture, centre: tuple[float, float], *, cited: bool) -> None:
    """A note: filled when cited, open when not."""
    if cited:
        into.disc(centre, 2.25)
    else:
        into.disc(centre, 1.9, WHITE, INK, 0.8)
