"""What the review screen says about a category, the floors and what is still missing. For ui/review only.

Pure functions of views: every sentence that depends on a rule stands here.
"""

from dataclasses import dataclass

from interviewer_app import labels
from interviewer_app.controllers.review.views import ReviewCategory, ReviewView
from interviewer_app.domain.live.timeline import Interruption
from interviewer_app.domain.scores import ScoreState, Support, Total
from interviewer_app.text import _, ngettext
from interviewer_app.ui.style.colours import Role
from interviewer_app.ui.widgets.score_box import ScoreLook


@dataclass(frozen=True, slots=True)
class State:
    """How a category stands: an icon, words and the colour of both."""

    icon: str
    words: str
    role: Role


def look(category: ReviewCategory) -> ScoreLook:
    """The score box of a category."""
    score = category.score
    if score.state is ScoreState.OPEN:
        return ScoreLook("none")
    if score.state is ScoreState.NOT_OBSERVED:
        return ScoreLook("not_observed")
    if not score.settled:
        return ScoreLook("provisional", score.value)
    bare = category.support is Support.UNSUPPORTED
    return ScoreLook("unsupported" if bare else "settled", score.value)


def state(category: ReviewCategory, call_length: float) -> State:
    """How a category stands, in a few words; `call_length` is in seconds."""
    score = category.score
    if score.state is ScoreState.OPEN:
        return State("circle-dashed", _("not scored"), "text2")
    if score.state is ScoreState.NOT_OBSERVED:
        if not score.settled:
            return State("circle-dot", _("not observed, open"), "accent")
        reason = labels.not_observed(score.reason)
        return State("check", _("not observed: {reason}").format(reason=reason), "text3")
    if not score.settled:
        words = _("set in the call, open") if _in_call(category, call_length) else _("scored, open")
        return State("circle-dot", words, "accent")
    return {
        Support.UNSUPPORTED: State("unlink", _("settled, no note cited"), "caution"),
        Support.THIN: State("check", _("settled, one note only"), "caution"),
    }.get(category.support, State("check", _("settled"), "text3"))


def rule(category: ReviewCategory, call_length: float) -> str:
    """Where the score came from and what it needs, as the foot says it."""
    score = category.score
    if score.state is ScoreState.OPEN:
        return _("Choose an anchor, or not observed.")
    if score.state is ScoreState.NOT_OBSERVED:
        if score.reason is None:
            return _("Not observed needs a reason.")
        return _("Not observed prints as a gap, never as a number.")
    needs = ngettext(
        "A {score} needs one cited note; it has {n}.",
        "A {score} needs two cited notes; it has {n}.",
        category.needed,
    ).format(score=score.value, n=len(score.cited))
    if not _in_call(category, call_length):
        return needs
    set_at = _("{score} was set at {time} in the call.")
    return set_at.format(score=score.value, time=labels.clock(score.t or 0.0)) + " " + needs


def outcome(category: ReviewCategory) -> str:
    """The score as one word: 3, or not observed."""
    score = category.score
    return _("not observed") if score.state is ScoreState.NOT_OBSERVED else str(score.value)


def settle(category: ReviewCategory) -> str:
    """The words of the button that settles."""
    if category.score.state is ScoreState.OPEN:
        return _("Settle {letter}").format(letter=category.letter)
    return _("Settle {letter} as {score}").format(letter=category.letter, score=outcome(category))


def settle_obstacle(category: ReviewCategory) -> str:
    """Why a category cannot be settled; empty when it can."""
    return {
        "open": _("It has no score yet."),
        "reason": _("Choose why it was not observed."),
        "notes": _("It cites too few notes for this score."),
    }.get(category.obstacle, "")


def settle_anyway(category: ReviewCategory) -> tuple[str, str]:
    """Words and consequence of settling with too few notes; empty words when that is not the obstacle."""
    if category.obstacle != "notes":
        return "", ""
    if category.support is Support.THIN:
        return _("Settle with one note"), _("The packet will say that one note carries it.")
    return _("Settle as unsupported"), _("The packet will print this score as unsupported.")


def settled(category: ReviewCategory) -> str:
    """What the foot says of a settled category."""
    words = _("{letter} is settled as {score}.").format(letter=category.letter, score=outcome(category))
    if category.support is Support.UNSUPPORTED:
        return words + " " + _("It prints as unsupported.")
    return words + " " + _("Changing anything opens it again.")


def missing(category: ReviewCategory) -> str:
    """The label over the field for what the next anchor would have needed; empty where there is none."""
    value = category.score.value
    if value is None or value >= len(category.anchors) - 1:
        return ""
    return _("What was missing for a {n}").format(n=value + 1)


def cited(category: ReviewCategory) -> str:
    """How many of the notes offered are cited."""
    items = [item for group in category.evidence for item in group.items]
    if not items:
        return ""
    return _("{n} of {of} cited").format(n=sum(item.cited for item in items), of=len(items))


def away(value: Interruption) -> tuple[str, str]:
    """A pause or gap: what it was, and when, why and whether it counts."""
    what = _("Pause") if value.pause else _("Gap")
    times = _("{start} to {end}").format(start=labels.clock(value.start), end=labels.clock(value.end))
    counts = _("counted") if value.counted else _("not to be scored")
    return what, f"{times}, {labels.away_cause(value.cause)}; {counts}"


def help_given(count: int) -> str:
    """How many assist probes were asked."""
    return ngettext(
        "{n} probe; counted, not subtracted", "{n} probes; counted, not subtracted", count
    ).format(n=count)


def floor(category: ReviewCategory, short: int) -> str:
    """A score against its floor, in words."""
    if category.score.state is ScoreState.NOT_OBSERVED:
        return _("not observed: {reason}").format(reason=labels.not_observed(category.score.reason))
    if not category.floor:
        return _("no floor")
    if short:
        return _("{n} below the floor of {floor}").format(n=short, floor=category.floor)
    return _("floor of {floor} met").format(floor=category.floor)


def total(value: Total) -> tuple[str, str]:
    """The weighted sum, as an interval where something was not observed, and how it was made."""
    if value.exact:
        words = _("{low} of {top}").format(low=value.low, top=value.top)
    else:
        words = _("{low} to {high} of {top}").format(low=value.low, high=value.high, top=value.top)
    seen = _("{n} of {of} observed").format(n=value.observed, of=value.of)
    weights = ", ".join(f"{letter} × {weight}" for letter, weight in value.weights.items())
    return words, f"{seen}; {weights}"


def still_open(letters: tuple[str, ...]) -> str:
    """Which categories are not settled."""
    return _("Still open: {letters}.").format(letters=labels.letters(letters))


def locked(view: ReviewView) -> str:
    """What the recommendation waits for."""
    count = len(view.categories)
    opens = ngettext(
        "opens when its category is settled.", "opens when all {n} categories are settled.", count
    )
    return opens.format(n=_number(count)) + " " + still_open(view.unsettled)


def contradiction(view: ReviewView) -> str:
    """The sentence under a recommendation that the floors speak against; else empty."""
    if view.reason_needed <= 1:
        return ""
    so_far = len(view.reason.strip())
    ask = ""
    if so_far < view.reason_needed:
        ask = _(" Say why in at least {n} characters ({so_far} so far).")
        ask = ask.format(n=view.reason_needed, so_far=so_far)
    if not view.below_floor:
        return _("Every floor is met.") + ask
    short = [_("{letter} by {n}").format(letter=x, n=n) for x, n in view.below_floor.items()]
    return _("Below the floor: {list}.").format(list=labels.letters(tuple(short))) + ask


def finalise_obstacle(view: ReviewView) -> str:
    """Why it cannot be finalised; empty when it can."""
    match view.finalise_obstacle:
        case "unsettled":
            return still_open(view.unsettled)
        case "detours":
            numbers = tuple(str(detour.number) for detour in view.detours if detour.reason is None)
            who = labels.letters(numbers)
            words = ngettext(
                "Say why prompt {who} left its place.",
                "Say why prompts {who} left their place.",
                len(numbers),
            )
            return words.format(who=who)
        case "recommendation":
            return _("Choose a recommendation; no decision is one too.")
        case "reason" if view.reason_needed > 1:
            return _("The reason needs {n} characters; it has {so_far}.").format(
                n=view.reason_needed, so_far=len(view.reason.strip())
            )
        case "reason":
            return _("Write the reason.")
        case _:
            return ""


def _in_call(category: ReviewCategory, call_length: float) -> bool:
    """True when the score was set while the call was on."""
    t = category.score.t
    return t is not None and t <= call_length


def _number(n: int) -> str:
    """Small numbers as words."""
    names = (_("two"), _("three"), _("four"), _("five"), _("six"), _("seven"), _("eight"))
    return names[n - 2] if 2 <= n <= 8 else str(n)
