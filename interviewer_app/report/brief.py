"""The page a candidate gets before the call, as PDF or as text. Imported by controllers.

It is drawn from a Brief alone, which holds no question; equal briefs give equal bytes.
"""

import re
import unicodedata
from collections.abc import Iterator

from interviewer_app.domain.kits.brief import Brief, BriefPart
from interviewer_app.domain.kits.kit import Stage
from interviewer_app.report.drawing.layout import Layout, PageBlock
from interviewer_app.report.drawing.picture import Picture
from interviewer_app.report.drawing.sheet import PageCanvas
from interviewer_app.report.drawing.style import (
    BODY,
    CODE,
    CONTENT,
    HAIR,
    MAIN,
    MAIN_X,
    PAPERS,
    RAIL,
    SMALL_BOLD,
    SMALL_GREY,
    TINY,
    TINY_GREY,
    TITLE,
    TOP,
)
from interviewer_app.report.drawing.text import TextCleaner, fit, wrap
from interviewer_app.report.pdf import Packet
from interviewer_app.text import _, ngettext


def pdf(brief: Brief, *, app_version: str, paper: str = "a4") -> Packet:
    """The brief as PDF; `paper` is one of report.pdf.PAPERS."""
    gate = TextCleaner()
    clean = gate.record(brief)
    size = PAPERS[paper]
    layout = Layout(size, TOP)
    layout.flow(list(_blocks(clean)))
    sheet = PageCanvas(size, lang="en-GB")
    maker = f"Interviewer {app_version}"
    sheet.setTitle(_title(clean))
    sheet.setSubject(_("What to expect"))
    sheet.setCreator(maker)
    sheet.setProducer(maker)
    sheet.setViewerPreference("DisplayDocTitle", "true")
    # No moment belongs to a brief: the same loop gives the same file.
    sheet.setDateFormatter(lambda *_now: "D:20000101000000Z")
    for number, page in enumerate(layout.pages, 1):
        for y, picture in page.items:
            sheet.paint(picture, size.side, y)
        for (name, title, level), y in page.entries:
            sheet.entry(name, title, level, y - 8)
        sheet.paint(_foot(number, len(layout.pages)), size.side, size.height - 47.25)
        sheet.end_page()
    return Packet(sheet.data(), len(layout.pages), gate.missing)


def file_name(brief: Brief) -> str:
    """A name such as Backend-engineer_brief.pdf, allowed on every system."""
    kept = re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", brief.opening)).strip("-")
    name = kept.encode("utf-8", "ignore")[:80].decode("utf-8", "ignore").strip("-")
    return f"{name or _('candidate')}_{_('brief')}.pdf"


def text(brief: Brief) -> str:
    """The brief as plain text, for a mail."""
    out = [_title(brief), "", _expect(), ""]
    for number, part in enumerate(brief.parts, 1):
        out += [_head(number, part), *_facts(part), ""]
    out += [_("How it goes"), *(f"- {line}" for line in _rules()), ""]
    return "\n".join(out)


def _title(brief: Brief) -> str:
    if not brief.opening:
        return _("Your interviews")
    return _("Your interviews: {opening}").format(opening=brief.opening)


def _expect() -> str:
    return _("What to expect, how long it takes and what it is about. Nobody needs to prepare answers.")


def _stage(stage: Stage) -> str:
    return {
        Stage.SCREEN: _("First conversation"),
        Stage.TECH: _("Technical interview"),
        Stage.DESIGN: _("Design interview"),
        Stage.PRACTICAL: _("Practical task"),
        Stage.FINAL: _("Last interview"),
    }[stage]


def _head(number: int, part: BriefPart) -> str:
    return _("{n}. {stage}, {minutes} minutes").format(
        n=number, stage=_stage(part.stage), minutes=part.minutes
    )


def _facts(part: BriefPart) -> tuple[str, ...]:
    asked = ngettext(
        "{n} question or task for {asking} minutes, then {yours} minutes for your own questions.",
        "{n} questions or tasks for {asking} minutes, then {yours} minutes for your own questions.",
        part.prompts,
    ).format(n=part.prompts, asking=part.asking, yours=part.yours)
    out = [asked]
    if part.task:
        out.append(_("You work on your own computer, with your own tools; nothing has to be sent ahead."))
    if part.topics:
        out.append(_("Topics: {topics}.").format(topics=", ".join(part.topics)))
    return tuple(out)


def _rules() -> tuple[str, ...]:
    return (
        _("Everybody who applies is asked the same, in the same order, with the same minutes."),
        _("You may ask for a question to be repeated or shown in writing, and take time to think."),
        _("The interviewer types notes and may look away to do so. Nothing is recorded."),
        _("Please leave out whatever is confidential at places you worked; round figures are fine."),
        _("Tell us of any adjustment you need: more time, written questions, breaks, an interpreter."),
        _("If the connection fails, the clock stops; it counts neither for nor against you."),
    )


def _blocks(brief: Brief) -> Iterator[PageBlock]:
    head = Picture()
    y = head.lines(0, 0, wrap(_title(brief), CODE, CONTENT), CODE.leading)
    y = head.lines(0, y + 4, wrap(_expect(), BODY, CONTENT), BODY.leading)
    head.rule((0, y + 10), (CONTENT, y + 10), 1.5)
    yield PageBlock(head, y + 16, entry=("brief", _title(brief), 0))
    for number, part in enumerate(brief.parts, 1):
        yield _part(number, part)
    rules = Picture()
    rules.lines(0, 0, wrap(_("How it goes"), SMALL_BOLD, RAIL), SMALL_BOLD.leading)
    y = 0.0
    for line in _rules():
        y = rules.lines(MAIN_X, y, wrap(line, BODY, MAIN), BODY.leading) + 4
    yield PageBlock(rules, y, before=18.0)


def _part(number: int, part: BriefPart) -> PageBlock:
    into = Picture()
    into.rule((0, 0), (CONTENT, 0), 0.5, HAIR)
    minutes = _("{n} minutes").format(n=part.minutes)
    into.lines(0, 10, wrap(minutes, SMALL_GREY, RAIL), SMALL_GREY.leading)
    title = f"{number}. {_stage(part.stage)}"
    y = into.lines(MAIN_X, 8, wrap(title, TITLE, MAIN), TITLE.leading)
    for line in _facts(part):
        y = into.lines(MAIN_X, y + 2, wrap(line, BODY, MAIN), BODY.leading)
    return PageBlock(into, y + 8, before=8.0)


def _foot(number: int, count: int) -> Picture:
    into = Picture()
    into.rule((0, 0), (CONTENT, 0))
    base = 4.25 + 4.75 + 0.388 * TINY.size
    into.text(
        0, base, fit(_("For the candidate. It holds no question and no personal data."), TINY, 400), TINY_GREY
    )
    into.text(CONTENT, base, _("page {n} of {m}").format(n=number, m=count), TINY, "end")
    return into
