"""The timeline: plan against actual, pauses and gaps, notes per category, on one axis. Imported by report."""

from typing import Final

from interviewer_app import labels
from interviewer_app.domain.live.pacing import TimeState
from interviewer_app.domain.live.timeline import Interruption
from interviewer_app.domain.packet.summary import StepResult, Summary
from interviewer_app.report.axis import Axis, draw_label, labels_of, levels
from interviewer_app.report.charts import dot
from interviewer_app.report.drawing.picture import Picture, hatch
from interviewer_app.report.drawing.style import (
    ACCENT,
    ATTENTION,
    CONTENT,
    GREY,
    GRID,
    HATCH,
    INK,
    MAIN_X,
    SMALL,
    SMALL_BOLD,
    SMALL_GREY,
    TINY_GREY,
    WHITE,
)
from interviewer_app.report.drawing.text import fit, width
from interviewer_app.report.drawing.words import Times, hour, zone
from interviewer_app.report.lanes import lanes
from interviewer_app.text import _

_PLAN_X, _ACTUAL_X, _CHANGE_X = 432.0, 463.0, CONTENT
_LETTERS_X: Final = 54.0


class Chart:
    """Draws one timeline. Times in seconds since the start; the plan moves with what is not counted."""

    def __init__(self, summary: Summary, times: Times) -> None:
        self.summary = summary
        self.times = times
        self.into = Picture()
        self.axis = Axis(summary, times)
        self.row = 12.0 if len(summary.steps) + len(summary.categories) > 20 else 14.0
        self.labels = levels(labels_of(self.axis, times))
        self.top = 34.0 + 9.0 * max(self.labels.values(), default=0)
        self.lanes = self.top + len(summary.steps) * self.row + 14
        self.bottom = self.lanes + len(summary.categories) * self.row + 2

    def draw(self) -> tuple[Picture, float]:
        """The whole chart and its height."""
        self._frame()
        for away in self.axis.away:
            self._band(away)
        self._heads()
        for n, step in enumerate(self.summary.steps):
            self._step(self.top + n * self.row, n, step)
        lanes(self.into, self.axis, self.summary, self.lanes, self.row)
        self.into.rule((0, self.bottom), (CONTENT, self.bottom))
        self._legend(self.bottom + 10)
        return self.into, self.bottom + 14

    def _frame(self) -> None:
        into, top = self.into, self.top
        into.rules([(x, top - 2, x, self.bottom) for x, _number in self.axis.ticks()], 0.4, GRID)
        into.rule((0, top - 2), (CONTENT, top - 2))
        heights = [top + n * self.row for n in range(1, len(self.summary.steps))]
        into.rules([(0.0, y, MAIN_X - 8, y) for y in heights], 0.3, GRID)
        into.rules([(410.0, y, CONTENT, y) for y in heights], 0.3, GRID)

    def _heads(self) -> None:
        into, top = self.into, self.top
        started = self.summary.started
        first, second = _("Minutes from the start"), ""
        if not self.times.minutes:
            first, second = _("Share of the plan"), _("in per cent")
        elif started is not None:
            second = f"{hour(started.local)}:{started.local.second:02d} {zone(started)}"
        into.text(0, 8, first + "," if started is not None and second[:1].isdigit() else first, TINY_GREY)
        into.text(0, 16.5, second, TINY_GREY)
        into.text(0, top - 5, _("Prompt for"), TINY_GREY)
        for category, x in zip(self.summary.categories, self._columns(), strict=True):
            into.text(x, top - 5, category.letter, TINY_GREY, "middle")
        for x, number in self.axis.ticks():
            into.text(x, top - 5, number, TINY_GREY, "middle")
        for x, words in ((_PLAN_X, _("plan")), (_ACTUAL_X, _("actual")), (_CHANGE_X, _("vs plan"))):
            into.text(x, top - 5, words, TINY_GREY, "end")
        x = self.axis.x(self.axis.plan_end)
        into.rule((x, 3), (x, self.bottom), 0.8)
        for label, level in self.labels.items():
            draw_label(into, label, level)

    def _columns(self) -> list[float]:
        count = len(self.summary.categories)
        gap = min(14.0, 64.0 / max(1, count - 1))
        return [_LETTERS_X + gap * n for n in range(count)]

    def _band(self, away: Interruption) -> None:
        """A pause is a hatched band, a gap two dashed lines; through all rows, for time passed for all."""
        into, top = self.into, self.top - 2
        x0, x1, high = self.axis.x(away.start), self.axis.x(away.end), self.bottom - self.top + 2
        into.box((x0, top), (x1 - x0, high), WHITE)
        if away.pause:
            hatch(into, (x0, top), (x1 - x0, high), 6.5, HATCH, 0.4)
        dash = "" if away.pause else "1.6 1.4"
        into.rule((x0, top - 11), (x0, self.bottom), 0.6, INK, dash)
        into.rule((x1, top - 11), (x1, self.bottom), 0.6, INK, dash)

    def _step(self, y: float, n: int, step: StepResult) -> None:
        into, base = self.into, y + self.row / 2 + 2.6
        if step.number:
            into.text(0, base, fit(step.step, SMALL_BOLD, _LETTERS_X - 8), SMALL_BOLD)
            self._serves(base, step)
        else:
            into.text(0, base, fit(labels.step_title(step.step, step.title), SMALL, MAIN_X - 12), SMALL)
        before = sum(s.planned for s in self.summary.steps[:n])
        self._plan(y, before, before + step.planned)
        self._actual(y, step)
        self._figures(base, step)

    def _serves(self, base: float, step: StepResult) -> None:
        """The categories a prompt is for; the main one bold."""
        for category, x in zip(self.summary.categories, self._columns(), strict=True):
            if category.letter in step.letters:
                main = step.letters[0] == category.letter
                self.into.text(x, base, category.letter, SMALL_BOLD if main else SMALL_GREY, "middle")

    def _plan(self, y: float, start: float, end: float) -> None:
        """Thin and open, cut where a pause moved the rest."""
        parts = [self.axis.moved(start + 0.001)]
        for away in self.axis.away:
            if not away.counted and parts[-1] < away.start < self.axis.moved(end):
                self._open_bar(y, parts[-1], away.start)
                parts.append(away.end)
        self._open_bar(y, parts[-1], self.axis.moved(end))

    def _open_bar(self, y: float, start: float, end: float) -> None:
        if end > start:
            self.into.box(
                (self.axis.x(start), y + 2), (self.axis.x(end) - self.axis.x(start), 3), WHITE, GREY, 0.6
            )

    def _actual(self, y: float, step: StepResult) -> None:
        """Solid; what lies over 110 % of the plan is hatched from its end backwards."""
        into, top, high = self.into, y + self.row - 7.8, 5.4
        over = step.actual - step.planned if step.state is TimeState.OVER and step.number else 0.0
        for stretch in reversed([s for s in self.summary.stretches if s.step == step.step]):
            cut = max(stretch.start, stretch.end - over)
            over -= stretch.end - cut
            x0, x1, x2 = self.axis.x(stretch.start), self.axis.x(cut), self.axis.x(stretch.end)
            into.box((x0, top), (max(x1 - x0, 0.0 if cut < stretch.end else 0.4), high), ACCENT)
            if x2 > x1:
                into.box((x1, top), (x2 - x1, high), WHITE, ATTENTION, 0.8)
                hatch(into, (x1, top), (x2 - x1, high), 2.4, ATTENTION, 0.7)
            for away in self.axis.away:
                if away.counted and away.start < stretch.end and away.end > stretch.start:
                    a, b = max(x0, self.axis.x(away.start)), min(x2, self.axis.x(away.end))
                    into.box((a, top - 0.5), (b - a, high + 1), WHITE)
                    into.rules(((a, top, a, top + high), (b, top, b, top + high)), 0.6)

    def _figures(self, base: float, step: StepResult) -> None:
        into, times = self.into, self.times
        into.text(_PLAN_X, base, times.span(step.planned), SMALL_GREY, "end")
        if step.skipped:
            into.text(_ACTUAL_X + 8, base, _("skipped"), SMALL_BOLD, "end")
            return
        into.text(_ACTUAL_X, base, times.span(step.actual), SMALL, "end")
        style = SMALL_BOLD if step.state is TimeState.OVER else SMALL
        into.text(_CHANGE_X, base, times.change(step.actual - step.planned), style, "end")

    def _legend(self, y: float) -> None:
        """Only the shapes that occur."""
        into, x = self.into, MAIN_X
        over = any(s.number and s.state is TimeState.OVER for s in self.summary.steps)
        for wanted, kind, words in (
            (True, "plan", _("plan")),
            (True, "actual", _("actual")),
            (over, "over", _("over plan")),
            (any(c.cited for c in self.summary.categories), "cited", _("cited")),
            (any(c.not_cited for c in self.summary.categories), "open", _("not cited")),
            (any(c.helps for c in self.summary.categories), "help", _("help or follow-up")),
        ):
            if wanted:
                x = self._key(kind, x, y)
                into.text(x, y, words, TINY_GREY)
                x += width(words, TINY_GREY) + 12

    def _key(self, kind: str, x: float, y: float) -> float:
        into = self.into
        if kind == "plan":
            into.box((x, y - 4), (14, 3), WHITE, GREY, 0.6)
        elif kind in {"actual", "over"}:
            over = kind == "over"
            into.box((x, y - 5.2), (14, 5.4), WHITE if over else ACCENT, ATTENTION if over else "", 0.8)
            if over:
                hatch(into, (x, y - 5.2), (14, 5.4), 2.4, ATTENTION, 0.7)
        elif kind == "help":
            into.polygon(((x, y), (x + 5, y), (x + 2.5, y - 4.4)))
        else:
            dot(into, (x + 3, y - 2.5), cited=kind == "cited")
        return x + (18 if kind in {"plan", "actual", "over"} else 9)
