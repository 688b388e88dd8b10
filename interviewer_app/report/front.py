"""Page 1: the decision, why, the profile, what speaks for and against, and how far to trust it. In report.

The page never grows: `front` gives way in the order of CUTS until everything fits, and remembers what it cut.
"""

import re
from typing import Final

from interviewer_app import labels
from interviewer_app.domain.interview import Recommendation
from interviewer_app.domain.kits.kit import Level, Stage
from interviewer_app.domain.moments import Moment
from interviewer_app.report import charts
from interviewer_app.report.care import care_band
from interviewer_app.report.drawing.picture import Picture
from interviewer_app.report.drawing.style import (
    ACCENT,
    CODE,
    CONTENT,
    HUGE,
    LEAD,
    MAIN,
    MAIN_X,
    SMALL,
    SMALL_BOLD,
    SMALL_GREY,
    TINY_GREY,
    TOP,
    TextStyle,
)
from interviewer_app.report.drawing.text import Line, clip, fit, plain, width, wrap
from interviewer_app.report.drawing.words import DASH, day, hour, long_day, said_how, zone
from interviewer_app.report.folio import PacketDraft, place_of, rail_label
from interviewer_app.report.points import PointsRoom, lists
from interviewer_app.text import _

CUTS: Final = (
    PointsRoom(),
    PointsRoom(24),
    PointsRoom(22),
    PointsRoom(22, 3),
    PointsRoom(22, 2),
    PointsRoom(22, 2, facts=False),
    PointsRoom(22, 2, facts=False, why=3),
    PointsRoom(22, 2, facts=False, why=3, quote=3),
    PointsRoom(22, 2, 4, facts=False, why=3, quote=3),
    PointsRoom(22, 2, 3, facts=False, why=3, quote=2),
    PointsRoom(22, 1, 2, facts=False, why=2, quote=1),
)


def front(folio: PacketDraft) -> Picture:
    """Page 1 from the top margin to the footer, without running head; fills `folio.cuts` anew."""
    band, high = care_band(folio)
    limit = folio.paper.bottom - high - 10
    first = 2 if len(folio.summary.categories) >= 7 else 0
    into = Picture()
    for room in CUTS[first:]:
        folio.cuts.clear()
        into, bottom = _body(folio, room)
        if bottom <= limit:
            break
    into.put(band, 0, folio.paper.bottom - high)
    into.place("front")
    return into


def _body(folio: PacketDraft, room: PointsRoom) -> tuple[Picture, float]:
    into = Picture()
    y = _mast(folio, into)
    y = _facts(folio, into, y + 8, room)
    y = _recommendation(folio, into, y + 16, room)
    y = _strongest(folio, into, y, room)
    y += 18
    into.rule((0, y), (CONTENT, y))
    y += 6.5
    shown, high = charts.profile(folio.summary.categories, room.row)
    _lead_to_categories(folio, shown, room)
    into.put(shown, 0, y)
    y += high
    if folio.summary.settled:
        summed, high = charts.total(folio.summary.total)
        into.put(summed, 0, y)
        y += high
    key, high = charts.legend(folio.summary.categories, folio.summary.total)
    into.put(key, 0, y + 11)
    y += high + 11 if high else 4
    return into, lists(folio, into, y + 18, room)


def _lead_to_categories(folio: PacketDraft, into: Picture, room: PointsRoom) -> None:
    for n, category in enumerate(folio.summary.categories):
        into.link((0, 16 + n * room.row), (MAIN_X - 8, room.row - 4), "cat-" + category.letter)


def _mast(folio: PacketDraft, into: Picture) -> float:
    """Whose packet this is, for which opening."""
    summary = folio.summary
    kind = _("Draft, not finalised") if summary.draft else _("Committee packet")
    into.text(0, TOP + SMALL.baseline, kind, SMALL_BOLD if summary.draft else SMALL_GREY)
    if summary.sample:
        x = width(kind, SMALL_BOLD) + 10
        into.text(x, TOP + SMALL.baseline, _("Sample interview, made up"), SMALL_BOLD)
    role, level, opening = _opening(folio)
    right = max(width(role, LEAD.strong()) + width(level, LEAD), width(opening, SMALL))
    room = CONTENT - right - 18
    style = CODE if len(summary.candidate) <= 14 else TextStyle(16, 20, bold=True)
    name = summary.candidate or DASH
    found = wrap(name, style, room)
    if len(found) > 2:
        folio.cut("candidate", _("Candidate"), name)
        found = clip(found, 2, room)
    bottom = into.lines(0, TOP + 11, found, style.leading)
    bottom = max(bottom, TOP + 35)
    y = bottom - 26.5
    into.text(CONTENT - width(level, LEAD), y + LEAD.baseline, role, LEAD.strong(), "end")
    into.text(CONTENT, y + LEAD.baseline, level, LEAD, "end")
    into.text(CONTENT, y + 15.5 + SMALL.baseline, opening, SMALL_GREY, "end")
    into.rule((0, bottom + 7.75), (CONTENT, bottom + 7.75), 1.5)
    return bottom + 8.5


def _opening(folio: PacketDraft) -> tuple[str, str, str]:
    """Role, level and opening as three strings; a role that says the same as the opening is said once."""
    summary = folio.summary
    role = fit(summary.role or summary.opening or DASH, LEAD.strong(), 210)
    level = ""
    if summary.level in set(Level):
        level = _(", {level} level").format(level=labels.level(Level(summary.level)))
    opening = ""
    if summary.role and summary.opening and summary.opening != summary.role:
        opening = fit(_("Opening {title}").format(title=summary.opening), SMALL, 250)
    if "…" in role + opening:
        folio.cut(
            "opening", _("Opening"), " · ".join(part for part in (summary.opening, summary.role) if part)
        )
    return role, level, opening


def stage_word(stage: str) -> str:
    """The stage of the loop in words; a word of a newer kit stays as it is."""
    return labels.stage(Stage(stage)) if stage in set(Stage) else stage


def _facts(folio: PacketDraft, into: Picture, y: float, room: PointsRoom) -> float:
    """Eight facts in four columns."""
    pairs = [pair for pair in _fact_pairs(folio, room) if pair[1]]
    step = (CONTENT + 12) / 4
    for n in range(0, len(pairs), 4):
        deep = 0
        for m, (label, value) in enumerate(pairs[n : n + 4]):
            x = m * step
            wide = step - 10 if m < 3 else CONTENT - x
            into.text(x, y + TINY_GREY.baseline, label, TINY_GREY)
            found = wrap(value, SMALL, wide)
            if len(found) > 2:
                folio.cut(f"fact-{n + m}", label, value)
            kept = clip(found, 2, wide)
            into.lines(x, y + 9, kept, SMALL.leading)
            deep = max(deep, len(kept))
        y += 9 + 11 * deep + 7
    return y - 7


def _fact_pairs(folio: PacketDraft, room: PointsRoom) -> list[tuple[str, str]]:
    s, times = folio.summary, folio.times
    kit = _("{kit} {version}, form {form}, {variant}")
    pairs = [
        (_("Stage"), stage_word(s.stage)),
        (_("Kit"), kit.format(kit=s.kit_id, version=s.kit_version, form=s.form.upper(), variant=s.variant)),
        (_("Interviewer"), s.interviewer or DASH),
        (_("Date"), long_day(s.started.local) if s.started is not None else DASH),
    ]
    if s.started is not None:
        pairs.append(_start_and_end(s.started, s.ended if times.minutes else None))
        used = _("{used} of {plan}").format(used=times.span(s.counted), plan=times.span(s.planned))
        pairs.append((_("Time used"), used if times.minutes else times.span(s.counted) + _(" of the plan")))
    if room.facts:
        pairs.append((_("Not counted"), _not_counted(folio)))
        if s.finalised is not None:
            local = s.finalised.local
            pairs.append((_("Finalised"), f"{day(local)}, {hour(local)}"))
    return pairs


def _start_and_end(started: Moment, ended: Moment | None) -> tuple[str, str]:
    """By the clock on the wall, which may have been put back in between."""
    if ended is None:
        return _("Start"), f"{hour(started.local)}, {zone(started)}"
    same = ended.offset == started.offset
    words = _("{start} to {end}, {zone}") if same else _("{start} {zone} to {end} {last}")
    parts = {"start": hour(started.local), "end": hour(ended.local), "zone": zone(started)}
    return _("Start and end"), words.format(last=zone(ended), **parts)


def _not_counted(folio: PacketDraft) -> str:
    """Pauses and gaps left out of the time, shortly."""
    left_out = [a for a in folio.summary.aways if not a.counted and a.end > a.start]
    if not left_out:
        return _("nothing") if folio.summary.started is not None else ""
    causes = ", ".join(dict.fromkeys(labels.away_cause(a.cause) for a in left_out))
    word = _("pause") if all(a.pause for a in left_out) else _("pause or gap")
    if not folio.times.minutes:
        return f"{word}, {causes}"
    return f"{word} {folio.times.span(sum(a.end - a.start for a in left_out))}, {causes}"


def _recommendation(folio: PacketDraft, into: Picture, y: float, room: PointsRoom) -> float:
    """The word, the scale, why. The word and its first sentence are never cut."""
    summary = folio.summary
    into.rule((0, y), (CONTENT, y))
    y += 8.5
    by = _("{name}, entered after all scores; not computed") if summary.recommendation else ""
    who = fit(summary.interviewer or _("The interviewer"), SMALL, 220)
    end = rail_label(into, y, _("Recommendation"), by.format(name=who))
    choices = tuple(Recommendation)
    chosen = choices.index(summary.recommendation) if summary.recommendation is not None else None
    word = labels.recommendation(choices[chosen]) if chosen is not None else _("None yet")
    into.text(MAIN_X - 1, y + HUGE.baseline, word, HUGE)
    strip, wide = charts.strip([labels.recommendation(c) for c in choices], chosen)
    beside = width(word, HUGE) + 14 + wide <= MAIN
    into.put(strip, CONTENT - wide if beside else MAIN_X, y + (19 if beside else 40))
    y += 34 if beside else 56
    found = wrap(_reason(folio), LEAD, MAIN)
    shown = _shorten(found, room.why)
    if len(shown) < len(found):
        folio.cut("why", _("Recommendation, why"), _reason(folio))
        _continued(folio, into, max(end, y + 7) + 2, "why")
    return max(into.lines(MAIN_X, y + 7, shown, LEAD.leading), end)


def _reason(folio: PacketDraft) -> str:
    reason = folio.summary.reason.strip()
    return reason or (_("No reason has been written yet.") if folio.summary.draft else "")


def _shorten(found: list[Line], most: int) -> list[Line]:
    """The first lines, cut at the end of a sentence; at the end of a word when the first one is longer."""
    if len(found) <= most:
        return found
    kept = plain(found[:most])
    ends = [m.end() for m in re.finditer(r"[.!?…](?=\s)", kept + " ")]
    if ends:
        return wrap(kept[: ends[-1]], LEAD, MAIN)
    return clip(found, most + 2, MAIN)


def _continued(folio: PacketDraft, into: Picture, y: float, key: str) -> None:
    """In the rail: where the rest is."""
    words = _("continued on page {n}").format(n=folio.page("cut-" + key))
    into.text(0, y + SMALL.baseline, words, SMALL_GREY)
    into.link((0, y), (width(words, SMALL), 11), "cut-" + key)


def _strongest(folio: PacketDraft, into: Picture, y: float, room: PointsRoom) -> float:
    """The note the interviewer chose; no section when none was chosen."""
    line = folio.summary.strongest
    if line is None:
        return y
    y += 15
    end = rail_label(into, y, _("Strongest evidence"), _("chosen by the interviewer"))
    inner = MAIN - 11.5
    found = wrap(line.body, LEAD, inner)
    shown = clip(found, room.quote, inner)
    if len(shown) < len(found):
        folio.cut("quote", _("Strongest evidence"), line.body)
        _continued(folio, into, end, "quote")
    bottom = into.lines(MAIN_X + 11.5, y, shown, LEAD.leading) + 3
    time = folio.times.at(line.t)
    into.text(MAIN_X + 11.5, bottom + SMALL.baseline, time, SMALL_BOLD)
    x = MAIN_X + 11.5 + width(time, SMALL_BOLD)
    into.link((MAIN_X + 11.5, bottom), (x - MAIN_X - 11.5, 11), place_of(line.id))
    x += 2
    into.text(x, bottom + SMALL.baseline, fit(_source(folio), SMALL, CONTENT - x), SMALL_GREY)
    into.rule((MAIN_X + 1.25, y), (MAIN_X + 1.25, bottom + 11), 2.5, ACCENT)
    return max(bottom + 11, end)


def _source(folio: PacketDraft) -> str:
    """Where the strongest evidence comes from."""
    line = folio.summary.strongest
    if line is None:
        return ""
    titles = {c.letter: c.title for c in folio.summary.categories}
    step = next((s for s in folio.summary.steps if s.step == line.step), None)
    where = f"{line.step} {step.title}" if step is not None and step.number else labels.step_title(line.step)
    parts = [where, said_how(line.marker)]
    if line.cited_for:
        cited = ", ".join(f"{c} {titles.get(c, '')}".strip() for c in line.cited_for)
        parts.append(_("cited for {list}").format(list=cited))
    return "· " + " · ".join(parts)
