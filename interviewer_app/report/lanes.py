"""The notes of each category as marks on the time axis, below the timeline. Imported by report."""

from collections.abc import Sequence

from interviewer_app.domain.packet.summary import CategoryResult, PrintedNote, Summary
from interviewer_app.report.axis import RIGHT, Axis
from interviewer_app.report.charts import dot
from interviewer_app.report.drawing.picture import Picture
from interviewer_app.report.drawing.style import CONTENT, FRAME, MAIN_X, SMALL, SMALL_BOLD, TINY_GREY
from interviewer_app.report.drawing.text import fit
from interviewer_app.text import _

_CITED_X, _ALL_X = 463.0, CONTENT


def lanes(into: Picture, axis: Axis, summary: Summary, top: float, row: float) -> None:
    """One lane per category from `top` down, each `row` high."""
    into.text(0, top - 4, _("Notes by category"), TINY_GREY)
    into.text(_CITED_X, top - 4, _("cited"), TINY_GREY, "end")
    into.text(_ALL_X, top - 4, _("of notes"), TINY_GREY, "end")
    into.rule((0, top - 1), (CONTENT, top - 1))
    for n, category in enumerate(summary.categories):
        _lane(into, axis, category, (top + n * row, row), max(axis.plan_end, summary.wall))


def _lane(into: Picture, axis: Axis, category: CategoryResult, at: tuple[float, float], last: float) -> None:
    y, row = at
    base, middle = y + row / 2 + 2.4, y + row / 2 - 0.4
    into.text(0, base, category.letter, SMALL_BOLD)
    into.text(12, base, fit(category.title, SMALL, MAIN_X - 18), SMALL)
    x = MAIN_X
    for away in axis.away:
        if away.pause:
            into.rule((x, middle), (axis.x(away.start), middle), 0.4, FRAME)
            x = axis.x(away.end)
    into.rule((x, middle), (axis.x(last), middle), 0.4, FRAME)
    own = [(line, True) for line in category.cited] + [(line, False) for line in category.not_cited]
    own.sort(key=lambda pair: pair[0].t)
    for x, (_line, cited) in zip(_apart(axis, [line for line, _c in own]), own, strict=True):
        dot(into, (x, middle), cited=cited)
    # Triangles hang below the line, so that they never hide a dot.
    for x in _apart(axis, sorted(category.helps, key=lambda line: line.t)):
        into.polygon(((x - 2.4, middle + 5.4), (x + 2.4, middle + 5.4), (x, middle + 1.2)))
    into.text(_CITED_X, base, str(len(category.cited)), SMALL_BOLD, "end")
    into.text(_ALL_X, base, str(len(own) + len(category.helps)), SMALL, "end")


def _apart(axis: Axis, lines: Sequence[PrintedNote]) -> list[float]:
    """Places on the axis, 4 apart where that moves no mark by more than 12."""
    true = [axis.x(line.t) for line in lines]
    gap, out = 4.0, _spread(true, 4.0)
    # A crowd may overlap, but no mark may stand where its note was not written.
    while gap > 0.1 and any(abs(a - b) > 12 for a, b in zip(true, out, strict=True)):
        gap /= 2
        out = _spread(true, gap)
    return out


def _spread(true: Sequence[float], gap: float) -> list[float]:
    """Places at least `gap` apart, pushed to the right and back from the edge."""
    out: list[float] = []
    for x in true:
        out.append(max(x, out[-1] + gap) if out else x)
    limit = RIGHT
    for n in range(len(out) - 1, -1, -1):
        out[n] = min(out[n], limit)
        limit = out[n] - gap
    return out
