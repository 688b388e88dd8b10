"""What the library says in the banner: a call that was cut off, a row that was removed. For ui/library."""

from typing import TYPE_CHECKING, Final

from interviewer_app.domain.listing import InterviewRow
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.banner import BannerHost

if TYPE_CHECKING:
    from datetime import datetime

    from interviewer_app.controllers.library.controller import LibraryController
    from interviewer_app.controllers.library.views import LibraryView

INTERRUPTED: Final = "library.interrupted"
REMOVED: Final = "library.removed"
_RESUME: Final = "resume"
_UNDO: Final = "undo"


class Notices:
    """Posts and withdraws; nothing is said while another screen is in front."""

    def __init__(self, controller: "LibraryController", banners: BannerHost) -> None:
        self._controller = controller
        self._banners = banners
        self._view: LibraryView | None = None
        self._leaving: InterviewRow | None = None
        self._removed: InterviewRow | None = None
        self._dismissed: set[str] = set()

    @property
    def can_undo(self) -> bool:
        """Whether a removed interview can come back."""
        return self._removed is not None

    def present(self, view: "LibraryView") -> None:
        """Say what these rows ask for."""
        self._view = view
        leaving, self._leaving = self._leaving, None
        if leaving is not None and all(row.id != leaving.id for row in view.rows):
            self._removed = leaving
        self.resume()

    def will_remove(self, row: InterviewRow) -> None:
        """The next view tells whether this row is gone."""
        self._leaving = row

    def undo(self) -> None:
        """Bring back what was removed last."""
        if self._removed is not None:
            self._forget_removed()
            self._controller.undo()

    def resume(self) -> None:
        """Say everything that still holds."""
        cut_off = self._cut_off()
        if cut_off is None or self._view is None:
            self._banners.withdraw(INTERRUPTED)
        else:
            self._say_interrupted(cut_off, self._view.now)
        if self._removed is not None:
            self._say_removed(self._removed)

    def rest(self) -> None:
        """Say nothing for now."""
        self._banners.withdraw(INTERRUPTED)
        self._banners.withdraw(REMOVED)

    def _cut_off(self) -> InterviewRow | None:
        if self._view is None:
            return None
        waiting = set(self._view.interrupted) - self._dismissed
        return next((row for row in self._view.rows if row.id in waiting), None)

    def _say_interrupted(self, row: InterviewRow, now: "datetime") -> None:
        # Loaded with the first notice, not with the program.
        from interviewer_app.ui.widgets.banner import BannerAction, BannerView

        who = row.candidate.strip()[:60]
        fact = _("An interview was interrupted.")
        if row.place_at is not None:
            at = row.place_at.astimezone(now.tzinfo)
            day = "" if at.date() == now.date() else f"{at.day} {at:%b} "
            fact = _("{who}’s interview was interrupted at {time}.").format(who=who, time=f"{day}{at:%H:%M}")
        resume = (BannerAction(_RESUME, _("Resume")),)
        view = BannerView("info", fact, _("Nothing is lost; the clocks are right."), resume, dismissable=True)
        self._banners.post(INTERRUPTED, view, self._interrupted_answered)

    def _say_removed(self, row: InterviewRow) -> None:
        # Loaded with the first notice, not with the program.
        from interviewer_app.ui.widgets.banner import BannerAction, BannerView

        who = row.candidate.strip()[:60] or _("without a name")
        fact = _("Removed: {who}.").format(who=who)
        undo = (BannerAction(_UNDO, _("Undo")),)
        view = BannerView(
            "info",
            fact,
            _("{key} brings it back.").format(key=actions.key("library.undo")),
            undo,
            dismissable=True,
        )
        self._banners.post(REMOVED, view, self._removed_answered)

    def _interrupted_answered(self, word: str) -> None:
        row = self._cut_off()
        if row is None:
            return
        if word == _RESUME:
            self._controller.open(row.id)
        else:
            self._dismissed.add(row.id)
            self._banners.withdraw(INTERRUPTED)

    def _removed_answered(self, word: str) -> None:
        if word == _UNDO:
            self.undo()
        else:
            self._forget_removed()

    def _forget_removed(self) -> None:
        self._removed = None
        self._banners.withdraw(REMOVED)
