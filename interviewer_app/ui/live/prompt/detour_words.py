"""What the quiet row at the foot of the prompt says. Pure functions of views. For the row."""

from interviewer_app import labels
from interviewer_app.controllers.live.detours import Ask, DetourAsk, GapAsk
from interviewer_app.domain.live.detours import DetourKind
from interviewer_app.domain.marks import DetourReason, GapCause
from interviewer_app.text import _, ngettext

REASONS = tuple(reason for reason in DetourReason if reason is not DetourReason.NONE)
"""What can be said during the call; that there is no reason is for the review, where it is the last word."""


def fact(ask: Ask) -> str:
    """What has happened, and what is asked about it."""
    if isinstance(ask, GapAsk):
        return _gap(ask)
    what = _what(ask)
    if ask.open or ask.reason is None:
        return _("{what} Why?").format(what=what)
    return _("{what} Reason: {why}.").format(what=what, why=labels.detour_reason(ask.reason))


def short(ask: Ask) -> str:
    """The words of the button that opens the answers where there is little room."""
    if isinstance(ask, GapAsk):
        return _("Rule on it")
    return _("Say why") if ask.open else _("Add words")


def _what(ask: DetourAsk) -> str:
    who = labels.letters(tuple(str(number) for number in ask.numbers))
    count = len(ask.numbers)
    if ask.kind is DetourKind.PASSED_OVER:
        words = ngettext("Prompt {who} was passed over.", "Prompts {who} were passed over.", count)
    else:
        words = ngettext("Prompt {who} is out of order.", "Prompts {who} are out of order.", count)
    return words.format(who=who)


def _gap(ask: GapAsk) -> str:
    span = {"start": labels.clock(ask.start), "end": labels.clock(ask.end)}
    known = {
        GapCause.STOPPED.value: _("The program was not running from {start} to {end}."),
        GapCause.ASLEEP.value: _("The computer was asleep or held up from {start} to {end}."),
        GapCause.CLOCK.value: _("The clock was set between {start} and {end}."),
    }
    words = known.get(ask.cause, _("Nobody watched from {start} to {end}.")).format(**span)
    so_far = _("Counted so far.") if ask.counted else _("Left out so far.")
    more = ngettext("{n} more waits.", "{n} more wait.", ask.more).format(n=ask.more) if ask.more else ""
    return f"{words} {so_far} {more}".strip()
