"""What the foot says on each page of the review. Pure functions of views. For ui/review only."""

from interviewer_app.controllers.review.views import ReviewCategory, ReviewView
from interviewer_app.domain.interview import Phase
from interviewer_app.text import _, ngettext
from interviewer_app.ui.review import sentences
from interviewer_app.ui.review.foot import FootButton, ReviewFootView
from interviewer_app.ui.review.pages import ReviewPage


def current(view: ReviewView) -> ReviewCategory:
    """The category in front; the first when the letter is unknown."""
    found = [category for category in view.categories if category.letter == view.current]
    return found[0] if found else view.categories[0]


def following(view: ReviewView) -> str:
    """The next category to settle, after the current one and round again; empty when there is none."""
    letters = [category.letter for category in view.categories]
    at = letters.index(current(view).letter)
    round_again = (*letters[at + 1 :], *letters[: at + 1])
    return next((letter for letter in round_again if letter in view.unsettled), "")


def foot(view: ReviewView, page: ReviewPage, *, asking: bool) -> ReviewFootView:
    """The foot of a page; `asking` while "finalise for good?" waits for an answer."""
    if view.phase is Phase.FINALISED:
        words = _("Nothing in this interview can be changed any more.")
        if view.exported_to:
            words = _("Exported to {path}").format(path=view.exported_to)
        return ReviewFootView(words, (FootButton("export", _("Export packet")),))
    if page is ReviewPage.RECOMMENDATION and not view.unsettled:
        return _last(view, asking=asking)
    if page is ReviewPage.CATEGORY:
        return _category(view, current(view))
    return ReviewFootView(_progress(view), (_go_on(view),))


def _category(view: ReviewView, category: ReviewCategory) -> ReviewFootView:
    if category.score.settled:
        buttons = (FootButton("reopen", _("Reopen")), _go_on(view))
        return ReviewFootView(sentences.settled(category), buttons)
    words, consequence = sentences.settle_anyway(category)
    settle = FootButton("settle", sentences.settle(category), sentences.settle_obstacle(category))
    anyway = (FootButton("unsupported", words, tip=consequence),) if words else ()
    return ReviewFootView(sentences.rule(category, view.call_length), (*anyway, settle))


def _last(view: ReviewView, *, asking: bool) -> ReviewFootView:
    obstacle = sentences.finalise_obstacle(view)
    unnoted = [flag.text for flag in view.ticks.flags if flag.needs_note]
    if asking and not obstacle and unnoted:
        return _ask_for_notes(unnoted)
    if asking and not obstacle:
        words = _("Finalise for good? Nothing can be changed afterwards.")
        return ReviewFootView(
            words, (FootButton("keep_open", _("Keep open")), FootButton("confirm", _("Finalise")))
        )
    words = obstacle or _("Ready. The packet can be exported before and after.")
    return ReviewFootView(words, (FootButton("finalise", _("Finalise"), obstacle),))


def _ask_for_notes(unnoted: list[str]) -> ReviewFootView:
    """Before it is shut for good: a flag without its fact is not printed."""
    words = ngettext(
        "The flag “{flag}” has no note and will not be printed. Finalise for good?",
        "{n} flags have no note and will not be printed. Finalise for good?",
        len(unnoted),
    ).format(flag=unnoted[0], n=len(unnoted))
    keep, note = FootButton("keep_open", _("Keep open")), FootButton("note_flags", _("Write the notes"))
    return ReviewFootView(words, (keep, note, FootButton("confirm", _("Finalise"))))


def _progress(view: ReviewView) -> str:
    if view.unsettled:
        return sentences.still_open(view.unsettled)
    return _("Every category is settled.")


def _go_on(view: ReviewView) -> FootButton:
    """Where the work goes on."""
    letter = following(view)
    words = _("Go to {letter}").format(letter=letter) if letter else _("Go to the recommendation")
    return FootButton("go_on", words)
