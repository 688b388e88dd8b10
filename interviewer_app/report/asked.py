"""What was asked, and when: the timeline, then every prompt in the words the candidate heard. In report."""

from interviewer_app import labels
from interviewer_app.domain.live.detours import DetourKind
from interviewer_app.domain.live.pacing import TimeState
from interviewer_app.domain.packet.summary import StepResult
from interviewer_app.report.drawing.layout import PageBlock
from interviewer_app.report.drawing.picture import Picture
from interviewer_app.report.drawing.style import (
    BODY,
    CONTENT,
    HAIR,
    MAIN_X,
    RAIL,
    SMALL,
    SMALL_BOLD,
    SMALL_GREY,
)
from interviewer_app.report.drawing.text import Span, clip, wrap
from interviewer_app.report.evidence import note_row
from interviewer_app.report.folio import PacketDraft, every_note, heading, paragraph
from interviewer_app.report.timechart import Chart
from interviewer_app.text import _, ngettext


def asked(folio: PacketDraft) -> list[PageBlock]:
    """The section: what the chart shows in words, the chart, then the wording of every prompt."""
    title = _("What was asked, and when")
    blocks = [heading(title, "timeline", new_page=True, intro=_intro(folio))]
    chart, high = Chart(folio.summary, folio.times).draw()
    blocks.append(PageBlock(chart, high, before=12.0))
    prompts = [step for step in folio.summary.steps if step.number]
    if prompts:
        blocks.append(_sub_heading(_("Wording as asked")))
    for n, step in enumerate(prompts):
        blocks.extend(_prompt(folio, step, first=n == 0))
    blocks.extend(_loose_notes(folio))
    return blocks


def _intro(folio: PacketDraft) -> str:
    """How many prompts, how much of their time, and what was not counted."""
    s, times = folio.summary, folio.times
    prompts = [step for step in s.steps if step.number]
    words = ngettext(
        "The kit’s {n} prompt, in its own words.",
        "The kit’s {n} prompts, in kit order and in its own words.",
        len(prompts),
    )
    if s.detours:
        words = ngettext(
            "The kit’s {n} prompt, in its own words; see also Deviations.",
            "The kit’s {n} prompts, listed in kit order and in its own words; see also Deviations.",
            len(prompts),
        )
    parts = [words.format(n=len(prompts))]
    if prompts:
        words = _("{used} of {plan} planned prompt time was used.")
        used, plan = sum(p.actual for p in prompts), sum(p.planned for p in prompts)
        parts.append(words.format(used=times.span(used), plan=times.span(plan)))
    for away in s.aways[:6]:
        word = _("Pause") if away.pause else _("Gap")
        length = f" {times.span(away.end - away.start)}" if times.minutes else ""
        counted = _("counted") if away.counted else _("not counted, moves the plan with it")
        cause = labels.away_cause(away.cause)
        parts.append(f"{word}{length} ({cause}), {counted}.")
    if len(s.aways) > 6:
        parts.append(_("And {n} more.").format(n=len(s.aways) - 6))
    parts.append(_("A bold letter marks the category a prompt is mainly for."))
    return " ".join(parts)


def _sub_heading(words: str) -> PageBlock:
    into = Picture()
    into.text(0, BODY.baseline, words, BODY.strong())
    return PageBlock(into, 16.5, before=12.0, keep=True)


def _prompt(folio: PacketDraft, step: StepResult, *, first: bool) -> list[PageBlock]:
    """Number, id, title and minutes in the rail; wording and what was used beside them."""
    into = Picture()
    lead = Picture()
    lead.rule((0, 0), (CONTENT, 0), 0.4, HAIR)
    into.place("step-" + step.step)
    rail = into.lines(
        0, 0, clip(wrap(f"{step.number}\xa0\xa0{step.step}", SMALL_BOLD, RAIL), 2, RAIL), SMALL.leading
    )
    rail = into.lines(0, rail, clip(wrap(step.title, SMALL, RAIL), 3, RAIL), SMALL.leading)
    rail = into.lines(0, rail, wrap(_time_words(folio, step), SMALL_GREY, RAIL), SMALL.leading)
    text = f"“{step.text.strip()}”" if step.text.strip() else _("The kit holds no wording.")
    body = paragraph(((text, SMALL),))
    spans = _use(folio, step)
    tail = paragraph(spans, before=2.0)
    top = PageBlock(into, 0.0, before=4.2, lead=lead, keep=True, rail=rail + 3.0, clear=not first)
    out = [top, *body, *tail]
    if len(body) == 1 and len(tail) <= 1:
        out = [*(b if b is out[-1] else _kept(b) for b in out)]
    out.append(PageBlock(Picture(), 4.0))
    return out


def _kept(block: PageBlock) -> PageBlock:
    return (
        block if block.keep else PageBlock(block.picture, block.height, block.before, block.lead, keep=True)
    )


def _time_words(folio: PacketDraft, step: StepResult) -> str:
    """Planned and actual, as the chart shows them."""
    plan = folio.times.span(step.planned)
    if step.skipped:
        return _("{plan} planned, skipped").format(plan=plan)
    return _("{plan} planned, {used} used").format(plan=plan, used=folio.times.span(step.actual))


def _use(folio: PacketDraft, step: StepResult) -> tuple[Span, ...]:
    """Probes, facts, follow-ups and what departed from the plan."""
    times = folio.times
    spans: list[Span] = []
    passed = {d.step for d in folio.summary.detours if d.kind is DetourKind.PASSED_OVER}
    if step.skipped or step.step in passed:
        spans.append((_("Not asked."), SMALL_BOLD))
    if step.state is TimeState.OVER and not step.skipped:
        words = _("Ran {time} over its plan.").format(time=times.span(step.actual - step.planned))
        spans.append((words, SMALL_BOLD))
    if step.probes_of:
        numbers = ", ".join(map(str, step.probes)) or _("none")
        words = _("Probes used: {list} of {n}.").format(list=numbers, n=step.probes_of)
        spans.append(((" " if spans else "") + words, SMALL_GREY))
    if step.help:
        words = ngettext(" {n} probe counts as help.", " {n} probes count as help.", step.help)
        spans.append((words.format(n=step.help), SMALL_GREY))
    if step.facts_of:
        spans.append((_(" Facts told: {n} of {m}.").format(n=len(step.told), m=step.facts_of), SMALL_GREY))
    spans.extend((f" “{_flat(fact)}”", SMALL_GREY) for fact in step.told)
    for line in step.follow_ups:
        words = _("Follow-up, {time}: {text}").format(time=times.at(line.t), text=_flat(line.body))
        spans.append(("\n" + words, SMALL_GREY))
    if spans:
        spans[0] = (spans[0][0].lstrip(), spans[0][1])
    return tuple(spans)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _loose_notes(folio: PacketDraft) -> list[PageBlock]:
    """Notes that no category shows, so that nothing written is missing from the packet."""
    shown = {x.id for c in folio.summary.categories for x in (*c.cited, *c.not_cited, *c.helps)}
    loose = [line for line in every_note(folio.summary) if line.id not in shown]
    if not loose:
        return []
    out = [_sub_heading(_("Notes for no category"))]
    into = Picture()
    into.rule((MAIN_X, 0), (CONTENT, 0), 0.4, HAIR)
    out.append(PageBlock(into, 0.4, keep=True))
    for line in sorted(loose, key=lambda x: x.t):
        out.extend(note_row(folio, line, "open", place=True))
    return out
