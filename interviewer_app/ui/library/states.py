"""What the library says when there are no rows, and how many there are. For ui/library."""

from typing import TYPE_CHECKING

from interviewer_app.domain.listing import PhaseFilter
from interviewer_app.text import _, ngettext
from interviewer_app.ui import actions

if TYPE_CHECKING:
    from interviewer_app.controllers.library.views import LibraryView
    from interviewer_app.ui.widgets.empty_state import EmptyView


def nothing_at_all(view: "LibraryView") -> bool:
    """Whether there is no interview whatever is asked for."""
    return not view.query.words.strip() and view.counts.all == 0


def empty_view(view: "LibraryView") -> "EmptyView":
    """Words for a library without rows: none yet, none on this shelf, or none that match."""
    # Most starts have rows to show.
    from interviewer_app.ui.widgets.empty_state import EmptyView

    if nothing_at_all(view):
        return EmptyView(
            _("No interviews yet"),
            _(
                "An interview is a kit of questions, a candidate and an hour. "
                "What you type stays on this computer and is saved as you type."
            ),
            primary=_("Try a sample interview"),
            remark=_("made up, marked, removable"),
            link_lead=_("With a candidate already:"),
            link=_("New interview"),
            link_hint=actions.key("app.new"),
        )
    words = " ".join(view.query.words.split())[:60]
    title = {
        PhaseFilter.ALL: _("No interview matches"),
        PhaseFilter.NEEDS_ME: _("Nothing needs you"),
        PhaseFilter.COMING_UP: _("Nothing is coming up"),
        PhaseFilter.FINALISED: _("Nothing is finalised"),
    }[view.query.shelf]
    if words:
        title = _("No interview matches")
    by_words = _("No candidate, opening, kit or interviewer here has a word that begins with “{words}”.")
    by_shelf = _("Other interviews are on the other shelves.")
    paragraph = by_words.format(words=words) if words else by_shelf
    whole = words and view.query.shelf is PhaseFilter.ALL
    return EmptyView(
        title, paragraph, link=_("Show all interviews"), link_hint=actions.named("Escape") if whole else ""
    )


def count_words(view: "LibraryView") -> str:
    """How many interviews are listed, all pages counted."""
    count = {
        PhaseFilter.ALL: view.counts.all,
        PhaseFilter.NEEDS_ME: view.counts.needs_me,
        PhaseFilter.COMING_UP: view.counts.coming_up,
        PhaseFilter.FINALISED: view.counts.finalised,
    }[view.query.shelf]
    return ngettext("{n} interview", "{n} interviews", count).format(n=f"{count:,}") if count else ""
