"""The position: what it is for, the skills it asks for and what was heard of them, the gaps. In report."""

from interviewer_app.domain.packet.position import Position, SkillResult
from interviewer_app.report.drawing.layout import PageBlock
from interviewer_app.report.drawing.picture import Picture
from interviewer_app.report.drawing.style import SMALL, SMALL_BOLD
from interviewer_app.report.drawing.text import Span
from interviewer_app.report.folio import PacketDraft, heading, paragraph, rail_label
from interviewer_app.text import _


def position(folio: PacketDraft) -> list[PageBlock]:
    """The section; nothing where nothing is known of the position."""
    known = folio.summary.position
    if known is None:
        return []
    intro = _("As the opening described it when the call began. Nothing here is a score.")
    return [heading(_("The position"), "position", new_page=False, intro=intro), *_entries(known)]


def _entries(known: Position) -> list[PageBlock]:
    blocks: list[PageBlock] = []
    for title, text in ((_("Goal"), known.goal), (_("Outcome"), known.outcome)):
        blocks.extend(_entry(title, ((text, SMALL),)) if text else ())
    for at, skill in enumerate(known.skills):
        blocks.extend(_entry(_("Skills asked for") if not at else "", _skill(skill)))
    if known.gaps:
        roles = ", ".join(_role(key) for key in known.gaps)
        said = _("Nobody has: {roles}. Whoever is hired does this work as well.").format(roles=roles)
        blocks.extend(_entry(_("Team around it"), ((said, SMALL),)))
    return [*blocks, *_after(known)]


def _skill(skill: SkillResult) -> tuple[Span, ...]:
    state = skill.state or _("nothing ticked")
    kind = _("required") if skill.required else _("nice to have")
    spans: list[Span] = [(state, SMALL_BOLD), (f" · {kind} · {skill.text}", SMALL)]
    if skill.note:
        spans.append((f" “{skill.note}”", SMALL))
    return tuple(spans)


def _after(known: Position) -> list[PageBlock]:
    after = known.after
    if after is None:
        return []
    lines = (
        (_("First day"), after.starts),
        (_("Mentor"), after.mentor),
        (_("After 30 days"), after.day30),
        (_("After 60 days"), after.day60),
        (_("After 90 days"), after.day90),
        (_("Growth path"), after.growth),
    )
    blocks: list[PageBlock] = []
    for title, text in lines:
        if text.strip():
            blocks.extend(_entry(title, ((text.strip(), SMALL),)))
    return blocks


def _entry(title: str, spans: tuple[Span, ...]) -> list[PageBlock]:
    into = Picture()
    rail = rail_label(into, 0, title)
    head = PageBlock(into, 0.0, before=6.0, keep=True, rail=rail, clear=bool(title))
    return [head, *paragraph(spans)]


def _role(key: str) -> str:
    return {
        "qa": _("test automation"),
        "devops": _("platform and operations"),
        "ai": _("AI and ML engineering"),
        "backend": _("Python back end"),
        "architect": _("senior architecture"),
    }.get(key, key)
