"""Openings as the screens show them: pure functions. For controllers/openings and controllers/prepare."""

from datetime import date

from interviewer_app.controllers.forms import Remark, RemarkTone
from interviewer_app.controllers.openings import course, sections
from interviewer_app.controllers.openings import sentences as words
from interviewer_app.controllers.openings.kit_choices import KitChoices
from interviewer_app.controllers.openings.sections import OpeningFindings
from interviewer_app.controllers.openings.views import OpeningItem, SectionView
from interviewer_app.domain.interview import Opening
from interviewer_app.domain.kits.kit import Stage
from interviewer_app.domain.openings.locking import KitUse, editions, lock
from interviewer_app.domain.openings.loop import loop_report
from interviewer_app.domain.openings.opening import (
    MOST_DAYS,
    PICKER_PARTS,
    OpeningSheet,
    complete,
    obstacle,
    open_days,
    stage_days,
    waiting_days,
)
from interviewer_app.kits import library
from interviewer_app.storage.openings import OpeningRow
from interviewer_app.text import _, ngettext


def facts(
    opening: Opening, shelf: KitChoices, uses: tuple[KitUse, ...], waits_since: date | None, today: date
) -> OpeningFindings:
    """An opening with all that follows from it; `waits_since` is the day of the oldest unscored call."""
    sheet, proposal = opening.sheet, shelf.proposal(opening)
    used = tuple(
        (stage, editions(uses, stage), lock(uses, sheet.releases, stage) is not None) for stage in Stage
    )
    return OpeningFindings(
        title=opening.title,
        level=opening.level,
        genai=opening.genai,
        sheet=sheet,
        proposal=proposal,
        profile=shelf.profile(proposal.role),
        loop=loop_report(shelf.rules, shelf.loop(opening), shelf.kits, genai=opening.genai),
        shelf=shelf.kits,
        editions=used,
        rules=shelf.rules,
        checklists=library.checklists(),
        today=today,
        waiting=_waiting(waits_since, today),
    )


def every_section(known: OpeningFindings) -> tuple[SectionView, ...]:
    """The sections in the order of the tabs."""
    return (
        sections.role(known),
        sections.scope(known),
        course.skills(known),
        course.team(known),
        course.stages(known),
        course.loop(known),
        course.after(known),
        course.costs(known),
    )


def item(row: OpeningRow, today: date) -> OpeningItem:
    """A line of the list."""
    opening = row.opening
    days = stage_days(opening.sheet, today)
    state = _("Sample") if row.sample else _("No stage begun")
    if days:
        last = days[-1]
        spent = ngettext("{n} day", "{n} days", last.days).format(n=last.days)
        state = _("{stage}, {days}").format(stage=words.stage(last.stage), days=spent)
    caution = _caution(opening.sheet, row.waits_since, today)
    return OpeningItem(opening.id, opening.title or _("Untitled"), state, caution)


def standing(sheet: OpeningSheet) -> Remark:
    """Whether interviews of an opening may start, and what they wait for."""
    if obstacle(sheet) is not None:
        what = lacking(sheet, 3)
        return Remark(_("Interviews cannot start. Missing: {what}.").format(what=what), RemarkTone.CAUTION)
    if sheet.waived.strip():
        return Remark(
            _("Interviews can start without a scope sheet: {why}.").format(why=sheet.waived.strip(" ."))
        )
    return Remark(_("Complete: interviews can start."), RemarkTone.GOOD)


def front(sheet: OpeningSheet) -> str:
    """The section that holds interviews up, or empty."""
    if obstacle(sheet) is None:
        return ""
    return "role" if PICKER_PARTS & set(complete(sheet)) else "scope"


def lacking(sheet: OpeningSheet, most: int) -> str:
    """What a sheet lacks, by name as far as there is room, and how much more."""
    missing = complete(sheet)
    named = ", ".join(words.missing(part) for part in missing[:most])
    more = len(missing) - most
    return named + (_(" and {n} more").format(n=more) if more > 0 else "")


def _caution(sheet: OpeningSheet, waits: date | None, today: date) -> str:
    """What is wrong with an opening, the gravest first, in a few words."""
    if obstacle(sheet) is not None:
        return _("Scope not complete")
    waiting = _waiting(waits, today)
    if waiting:
        return ngettext("Scores wait {n} day", "Scores wait {n} days", waiting).format(n=waiting)
    days = open_days(sheet, today)
    if days is not None and days > MOST_DAYS:
        return _("Open for {n} days").format(n=days)
    return ""


def _waiting(since: date | None, today: date) -> int:
    return waiting_days(() if since is None else (since,), today)
