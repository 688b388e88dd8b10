"""One interview as text: Markdown for a file, plain for a terminal. Imported by controllers and cli."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from interviewer_app import labels
from interviewer_app.domain.kits.checklist import Polarity
from interviewer_app.domain.kits.kit import Level
from interviewer_app.domain.live.checks import CheckLine, CheckResult
from interviewer_app.domain.moments import Moment
from interviewer_app.domain.notes.note import Marker, clean
from interviewer_app.domain.packet.summary import CategoryResult, PointLine, PrintedNote, StepResult, Summary
from interviewer_app.domain.scores import ScoreState, Support
from interviewer_app.text import _

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|~&#])")

_LIST: Final = re.compile(r"^(\d{1,9}(?=[.)](?: |$))|(?=[-+=]))")
"""What stands before the sign that would begin a list, a rule or the underlining of a title."""

Words = Callable[[str], str]


def markdown(summary: Summary) -> str:
    """The packet as Markdown; nothing a person typed is read as markup."""
    return "\n".join(_document(summary, _escaped))


def plain(summary: Summary) -> str:
    """The same with every word as it was typed, without control characters."""
    return "\n".join(_document(summary, _flat))


def _escaped(text: str) -> str:
    return _LIST.sub(r"\1\\", _SPECIAL.sub(r"\\\1", _flat(text)))


def _flat(text: str) -> str:
    return " ".join(clean(text).split())


def _document(summary: Summary, words: Words) -> Iterator[str]:
    times = _Times(summary)
    yield from _head(summary, words, times)
    yield from _recommendation(summary, words)
    yield from _profile(summary, words)
    lists = (
        (_("Strengths"), summary.strengths),
        (_("Concerns"), summary.concerns),
        (_("Unknowns for the next round"), summary.unknowns),
    )
    for title, points in lists:
        yield from _list(title, points, words, times)
    for category in summary.categories:
        yield from _category(category, summary, words, times)
    yield from ("", f"## {_('Prompts')}")
    for step in summary.steps:
        yield from _step(step, words, times)
    yield from _checks(summary, words, times)
    yield from _deviations(summary, words, times)
    record = _("Record {record} · kit {kit} {version}, {hash}")
    yield ""
    yield record.format(
        record=summary.record_hash[:12],
        kit=words(summary.kit_id),
        version=words(summary.kit_version),
        hash=summary.kit_hash[:12],
    )
    yield ""


class _Times:
    """Points in time and lengths: minutes, or shares of the plan where minutes would give extra time away."""

    def __init__(self, summary: Summary) -> None:
        self._minutes, self._planned = summary.show_minutes, summary.planned or 1.0

    def at(self, seconds: float) -> str:
        """A point in time since the start: 05:02, or 8.4 %."""
        return labels.clock(seconds) if self._minutes else f"{100 * seconds / self._planned:.1f} %"

    def of(self, actual: float, planned: float) -> str:
        """A length beside its plan."""
        if self._minutes:
            return _("{actual} of {planned}").format(
                actual=labels.duration(actual), planned=labels.duration(planned)
            )
        share = 100 * actual / planned if planned else 0.0
        return _("{share} % of its time").format(share=f"{share:.0f}")


def _when(moment: Moment) -> str:
    local = moment.local
    return f"{local:%Y-%m-%d %H:%M} UTC{local.isoformat()[-6:]}"


def _head(summary: Summary, words: Words, times: _Times) -> Iterator[str]:
    level = labels.level(Level(summary.level)) if summary.level in set(Level) else summary.level
    yield f"# {words(summary.candidate) or _('No candidate yet')}"
    yield ""
    if summary.sample:
        yield f"- {_('Sample: made up, about nobody')}"
    if summary.draft:
        yield f"- {_('Draft, not finalised')}"
    yield f"- {_('Opening')}: {words(summary.opening)} ({words(level)})"
    yield f"- {_('Kit')}: {words(summary.kit_title)} {words(summary.kit_version)}"
    yield f"- {_('Interviewer')}: {words(summary.interviewer)}"
    if summary.started is not None:
        yield f"- {_('Held')}: {_when(summary.started)}, {times.of(summary.counted, summary.planned)}"
    if summary.finalised is not None:
        yield f"- {_('Finalised')}: {_when(summary.finalised)}"


def _recommendation(summary: Summary, words: Words) -> Iterator[str]:
    choice = summary.recommendation
    yield ""
    yield f"## {labels.recommendation(choice) if choice is not None else _('No recommendation yet')}"
    if summary.reason:
        yield from ("", words(summary.reason))
    if summary.strongest is not None:
        yield from ("", f"> {words(summary.strongest.body)}")


def _profile(summary: Summary, words: Words) -> Iterator[str]:
    yield from ("", f"## {_('Profile')}", "")
    for category in summary.categories:
        yield f"- {category.letter} {words(category.title)}: {_standing(category)}"
    if not summary.settled:
        return
    total = summary.total
    sum_ = str(total.low) if total.exact else f"{total.low}–{total.high}"
    line = _("Total {sum} of {top}; {observed} of {of} observed")
    yield "- " + line.format(sum=sum_, top=total.top, observed=total.observed, of=total.of)


def _standing(category: CategoryResult) -> str:
    score = category.score
    match score.state:
        case ScoreState.OPEN:
            return _("not yet scored")
        case ScoreState.NOT_OBSERVED:
            return _("not observed ({reason})").format(reason=labels.not_observed(score.reason))
        case ScoreState.SCORED:
            parts = [str(score.value)]
    if category.below:
        parts.append(_("{n} below floor").format(n=category.below))
    if category.support is Support.UNSUPPORTED:
        parts.append(_("unsupported: no note cited"))
    return ", ".join(parts)


def _list(title: str, points: tuple[PointLine, ...], words: Words, times: _Times) -> Iterator[str]:
    if not points:
        return
    yield from ("", f"## {title}", "")
    for point in points:
        at = f" ({times.at(point.t)})" if point.t is not None else ""
        yield f"- {point.letter} {words(point.text)}{at}".replace("-  ", "- ")


def _category(category: CategoryResult, summary: Summary, words: Words, times: _Times) -> Iterator[str]:
    yield from ("", f"## {category.letter} {words(category.title)}: {_standing(category)}")
    if category.anchor:
        yield from ("", words(category.anchor))
    if category.score.missing.strip():
        value = (category.score.value or 0) + 1
        needed = _("What {n} would have needed: {text}").format(n=value, text=words(category.score.missing))
        yield from ("", needed)
    if category.cited:
        yield ""
    for line in category.cited:
        yield _note(line, words, times, _("prompt {n}").format(n=summary.step(line.step).number))


def _step(step: StepResult, words: Words, times: _Times) -> Iterator[str]:
    title = words(labels.step_title(step.step, step.title))
    number = f"{step.number} " if step.number else ""
    spent = _("not asked") if step.skipped else times.of(step.actual, step.planned)
    yield from ("", f"### {number}{title} ({spent})")
    if step.notes:
        yield ""
    for line in step.notes:
        yield _note(line, words, times)


def _checks(summary: Summary, words: Words, times: _Times) -> Iterator[str]:
    if summary.flags or summary.checks:
        yield from ("", f"## {_('Checks')}")
    if summary.flags:
        yield from ("", f"### {_('Flags')}", "")
    for flag in summary.flags:
        sign = _("for") if flag.polarity is Polarity.GREEN else _("against")
        said = f"{words(flag.text.rstrip('.'))}: {words(flag.note)}"
        yield f"- {words(flag.id.upper())} ({sign}), {times.at(flag.t)}: {said}"
    for one in summary.checks:
        where = _("prompt {n}").format(n=summary.step(one.step).number) if one.step else _("whole interview")
        yield from ("", f"### {words(one.title)} ({where})", "")
        for line in one.lines:
            yield _check(line, one, words, times)


def _check(line: CheckLine, one: CheckResult, words: Words, times: _Times) -> str:
    state = (words(line.state) if line.choices else _("ticked")) if line.state else _("not ticked")
    at = f", {times.at(line.t)}" if line.t is not None else ""
    pairs = zip(one.columns, line.cells, strict=True)
    cells = "".join(f"; {words(head)}: {words(cell)}" for head, cell in pairs if cell)
    return f"- {words(line.text)}: {state}{at}{cells}"


def _deviations(summary: Summary, words: Words, times: _Times) -> Iterator[str]:
    if not summary.detours:
        return
    yield from ("", f"## {_('Deviations')}", "")
    for detour in summary.detours:
        title = words(summary.step(detour.step).title)
        kind, reason = labels.detour_kind(detour.kind), labels.detour_reason(detour.reason)
        said = f"; {words(detour.words)}" if detour.words else ""
        yield f"- {detour.number} {title}: {kind}, {times.at(detour.t)}, {reason}{said}"


def _note(line: PrintedNote, words: Words, times: _Times, where: str = "") -> str:
    marker = labels.marker(line.marker) if line.marker is not Marker.PLAIN else ""
    before = ", ".join(part for part in (times.at(line.t), where, marker) if part)
    cited = f" [{' '.join(line.cited_for)}]" if line.cited_for and not where else ""
    return f"- {before}: {words(line.body)}{cited}"
