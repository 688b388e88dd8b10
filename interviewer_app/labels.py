"""Words for enums, times and errors, in one place. Imported by ui, controllers, report, exchange and cli.

Enums are looked up by their stored words and named in annotations only: the library shows some of these words
in the first paint and must not load the whole domain for it. tests/test_labels.py asks for every member.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interviewer_app.domain.phase import Phase
from interviewer_app.text import _, ngettext

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from interviewer_app.domain.interview import Recommendation
    from interviewer_app.domain.kits.kit import Level, PromptType, Stage
    from interviewer_app.domain.listing import InterviewRow, PhaseFilter
    from interviewer_app.domain.live.detours import DetourKind
    from interviewer_app.domain.live.pacing import Sentence, TimeState
    from interviewer_app.domain.live.replan import MinuteCut
    from interviewer_app.domain.marks import DetourReason, PauseCause
    from interviewer_app.domain.notes.note import Marker
    from interviewer_app.domain.scores import NotObservedReason


def clock(seconds: float) -> str:
    """Elapsed time as 17:04, with hours from the first hour on as 1:02:05."""
    whole = max(0, int(seconds))
    if whole >= 3600:
        return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"
    return f"{whole // 60:02d}:{whole % 60:02d}"


def duration(seconds: float) -> str:
    """A length of time as 3:45, minutes unpadded."""
    whole = max(0, round(seconds))
    if whole >= 3600:
        return clock(whole)
    return f"{whole // 60}:{whole % 60:02d}"


def left(spent: float, planned: float) -> str:
    """What is left of a budget, or by how much it is over."""
    rest = int(planned) - int(spent)
    if rest < 0:
        return _("{time} over").format(time=duration(-rest))
    return _("{time} left").format(time=duration(rest))


def time_state(value: TimeState) -> str:
    """What a budget's state says aloud to a screen reader; empty while there is nothing to say."""
    return {
        "easy": "",
        "near": _("Three quarters of the time for this prompt are used."),
        "full": _("The time for this prompt is used up."),
        "over": _("This prompt is over its time."),
    }[value]


def minutes(seconds: float) -> str:
    """Minutes without needless decimals: 12, 7.5."""
    return f"{seconds / 60:.1f}".removesuffix(".0")


def step_title(step: str, title: str = "") -> str:
    """The title of a step, of the frame too."""
    names = {"opening": _("Opening"), "questions": _("Candidate’s questions"), "close": _("Close")}
    return names.get(step, title or step)


def phase(value: Phase) -> str:
    """Where an interview is in its life."""
    return {
        "prepared": _("Prepared"),
        "live": _("Live"),
        "to_review": _("To review"),
        "finalised": _("Finalised"),
    }[value]


def shelf(value: PhaseFilter) -> str:
    """A phase filter of the library."""
    return {
        "all": _("All"),
        "needs_me": _("Needs me"),
        "coming_up": _("Coming up"),
        "finalised": _("Finalised"),
    }[value]


def level(value: Level) -> str:
    """Seniority."""
    return {"mid": _("mid"), "senior": _("senior"), "lead": _("lead")}[value]


def stage(value: Stage) -> str:
    """Where in the loop a kit belongs."""
    return {
        "screen": _("Screen"),
        "tech": _("Technical"),
        "design": _("Design"),
        "practical": _("Practical"),
        "final": _("Final"),
    }[value]


def prompt_type(value: PromptType) -> str:
    """How a prompt asks for evidence."""
    return {
        "past": _("past experience"),
        "situational": _("situation"),
        "design": _("design"),
        "role_play": _("role play"),
        "task": _("task"),
        "brief": _("brief"),
        "unscored": _("unscored"),
    }[value]


def prompt_status(value: str) -> str:
    """How far a prompt is in its life, from the word in its file."""
    words = {"draft": _("draft"), "pilot": _("pilot"), "active": _("active"), "retired": _("retired")}
    return words.get(value, value)


def anchor_variant(when: str) -> str:
    """The setting in which other anchors hold, from the word in the file."""
    words = {"no_genai": _("Where no generative AI is in scope"), "regulated": _("In a regulated domain")}
    return words.get(when, when)


def kit_list(name: str) -> str:
    """One of the lists of a kit file."""
    return {
        "kits": _("Kits"),
        "prompts": _("Prompts"),
        "scorecards": _("Scorecards"),
        "role_profiles": _("Roles"),
        "checklists": _("Checklists"),
        "flags": _("Flags"),
        "guidance": _("Guidance pages"),
    }[name]


def recommendation(value: Recommendation) -> str:
    """A recommendation."""
    return {
        "strong_no": _("Strong no"),
        "no": _("No"),
        "yes": _("Yes"),
        "strong_yes": _("Strong yes"),
        "no_decision": _("No decision"),
    }[value]


def not_observed(value: NotObservedReason | None) -> str:
    """Why a category was not observed."""
    if value is None:
        return _("no reason given")
    return {
        "not_asked": _("not asked"),
        "out_of_time": _("out of time"),
        "technical": _("technical"),
        "not_in_scope": _("not in scope"),
    }[value]


def detour_kind(value: DetourKind) -> str:
    """How a prompt left the order of the kit."""
    return {"passed_over": _("passed over"), "reordered": _("taken out of order")}[value]


def detour_reason(value: DetourReason | None) -> str:
    """Why a prompt left the order of the kit; None while nobody has said so."""
    if value is None:
        return _("reason still to be given")
    return {
        "out_of_time": _("out of time"),
        "answered": _("already answered"),
        "technical": _("technical trouble"),
        "not_in_scope": _("not in scope for this role"),
        "candidate": _("candidate asked"),
        "other": _("other"),
        "none": _("no reason given"),
    }[value]


def pause_cause(value: PauseCause) -> str:
    """Why the clock stands still."""
    return _pause_causes()[value]


def _pause_causes() -> dict[str, str]:
    return {
        "ours": _("our side"),
        "theirs": _("their side"),
        "connection": _("connection"),
        "break": _("break"),
        "other": _("other"),
    }


def _gap_causes() -> dict[str, str]:
    return {
        "stopped": _("program not running"),
        "asleep": _("computer asleep"),
        "clock": _("clock was set"),
    }


def away_cause(cause: str) -> str:
    """The cause of a pause or a gap, from its stored word; without one the call was ended and went on."""
    if not cause:
        return _("call ended, then continued")
    return _pause_causes().get(cause) or _gap_causes().get(cause, cause)


def marker(value: Marker) -> str:
    """What a marker means, as one word."""
    return {
        "": "",
        '"': _("said"),
        "+": _("for"),
        "!": _("concern"),
        "?": _("unknown"),
        ">": _("help"),
    }[value]


def factor(per_cent: int) -> str:
    """An extra-time factor: × 1.25."""
    return f"× {per_cent / 100:.2f}".rstrip("0").rstrip(".")


def letters(values: tuple[str, ...]) -> str:
    """A list of letters in words: D, D and E, or A, B and C."""
    if len(values) < 2:
        return "".join(values)
    return _("{first} and {last}").format(first=", ".join(values[:-1]), last=values[-1])


def sentence(value: Sentence) -> tuple[str, str]:
    """The strip's sentence: the part that stands out, and the rest."""
    behind = ngettext("{n} min behind.", "{n} min behind.", value.minutes).format(n=value.minutes)
    who = letters(value.letters)
    match value.kind:
        case "paused":
            return _("Paused."), _("The clock stands still.")
        case "candidate_time":
            return behind, _("The candidate’s own minutes are at risk.")
        case "last_chance":
            rest = ngettext(
                "{who} has no evidence yet; this prompt is the last that asks for it.",
                "{who} have no evidence yet; this prompt is the last that asks for them.",
                len(value.letters),
            )
            return behind if value.minutes else "", rest.format(who=who)
        case "behind_gap":
            rest = _("{who} has no evidence yet; prompt {n} asks for it.")
            return behind, rest.format(who=who, n=value.prompts[0] if value.prompts else "")
        case "behind":
            return behind, _("Every category has evidence or a prompt to come.")
        case _:
            return "", _on_plan(value)


def cost(cuts: tuple[MinuteCut, ...]) -> str:
    """What moving on takes from which prompts: "5 and 6 lose 1 min each"; nothing for nothing."""
    if not cuts:
        return ""
    who = letters(tuple(str(cut.number) for cut in cuts))
    lost = {cut.lost for cut in cuts}
    if len(cuts) == 1:
        return _("prompt {n} loses {minutes} min").format(n=who, minutes=cuts[0].lost)
    if len(lost) == 1:
        return _("{who} lose {minutes} min each").format(who=who, minutes=cuts[0].lost)
    whole = sum(cut.lost for cut in cuts)
    return _("{who} lose {minutes} min in all").format(who=who, minutes=whole)


def shortened(cuts: tuple[MinuteCut, ...]) -> str:
    """What moving on took from which prompts: "5 and 6 are 1 min shorter"; nothing for nothing."""
    if not cuts:
        return ""
    who = letters(tuple(str(cut.number) for cut in cuts))
    if len(cuts) == 1:
        return _("Prompt {n} is {minutes} min shorter").format(n=who, minutes=cuts[0].lost)
    if len({cut.lost for cut in cuts}) == 1:
        return _("{who} are {minutes} min shorter").format(who=who, minutes=cuts[0].lost)
    whole = sum(cut.lost for cut in cuts)
    return _("{who} are {minutes} min shorter in all").format(who=who, minutes=whole)


def _on_plan(value: Sentence) -> str:
    if not value.letters:
        return _("On plan.")
    numbers = tuple(dict.fromkeys(str(n) for n in value.prompts))
    come = ngettext(
        "On plan. {who} comes with prompt {n}.", "On plan. {who} come with prompts {n}.", len(value.letters)
    )
    if len(value.letters) > 1 and len(numbers) == 1:
        come = _("On plan. {who} come with prompt {n}.")
    return come.format(who=letters(value.letters), n=letters(numbers))


def when(moment: datetime, now: datetime) -> str:
    """A day and time as the library shows it; both in local time."""
    time = moment.strftime("%H:%M")
    days = (moment.date() - now.date()).days
    near = {0: _("Today"), -1: _("Yesterday"), 1: _("Tomorrow")}.get(days)
    if near:
        return f"{near} {time}"
    day = f"{moment:%a} {moment.day} {moment:%b}"
    if moment.year == now.year and abs(days) < 300:
        return day
    return f"{moment.day} {moment:%b} {moment.year}"


def ago(span: timedelta) -> str:
    """How long since: 12 min, 2 h, 3 days."""
    seconds = max(0, int(span.total_seconds()))
    if seconds < 3600:
        return _("{n} min").format(n=seconds // 60)
    if seconds < 86_400:
        return _("{n} h").format(n=seconds // 3600)
    days = seconds // 86_400
    return ngettext("{n} day", "{n} days", days).format(n=days)


def row_missing(row: InterviewRow, now: datetime) -> str:
    """The next fact an interview waits for; empty when nothing is missing."""
    match row.phase:
        case Phase.PREPARED:
            if not row.candidate.strip():
                return _("Candidate not set")
            return "" if row.interviewer.strip() else _("Interviewer not set")
        case Phase.LIVE:
            return _stopped(row, now)
        case Phase.TO_REVIEW:
            return _to_review(row, now)
        case Phase.FINALISED:
            return "" if row.exported else _("Packet not exported")


def _stopped(row: InterviewRow, now: datetime) -> str:
    if row.place_at is None:
        return _("Nothing lost")
    at = row.place_at.astimezone(now.tzinfo)
    if at.date() == now.date():
        return _("Stopped at {time}; nothing lost").format(time=f"{at:%H:%M}")
    return _("Stopped on {day}; nothing lost").format(day=f"{at.day} {at:%b}")


def _to_review(row: InterviewRow, now: datetime) -> str:
    since = _(", {time} since the call").format(time=ago(now - row.ended)) if row.ended is not None else ""
    if not row.open_letters:
        return _("Recommendation and reason") if not row.recommended else _("To finalise")
    if len(row.open_letters) == row.categories:
        count = ngettext("{n} category", "{n} categories", row.categories).format(n=row.categories)
        return count + since
    return _("{who} to settle").format(who=letters(tuple(row.open_letters))) + since
