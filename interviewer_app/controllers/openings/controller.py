"""The openings: each is saved as it is typed, and every answer shows what follows from it. For ui and app."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

import interviewer_app
from interviewer_app.controllers.forms import FieldEdited, Remark
from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.openings import build as views
from interviewer_app.controllers.openings import course, known, sections
from interviewer_app.controllers.openings.edits import edited, let_go
from interviewer_app.controllers.openings.kit_choices import KitChoices
from interviewer_app.controllers.openings.views import OpeningChosen, OpeningView
from interviewer_app.controllers.session import new_id
from interviewer_app.domain.changes import OpeningGone, OpeningPut
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.interview import Opening
from interviewer_app.domain.kits.brief import brief
from interviewer_app.domain.kits.kit import Level, Stage
from interviewer_app.domain.openings.locking import KitUse
from interviewer_app.domain.openings.opening import OpeningSheet
from interviewer_app.domain.packet.after_hire import left_open, speaks_for_hiring
from interviewer_app.storage import openings
from interviewer_app.storage.openings import OpeningRow
from interviewer_app.text import _, ngettext

_MOST_UNDO = 200


class OpeningController(QObject):
    """One opening in front, the others in a list."""

    changed = Signal(object)
    saved = Signal(object)
    problem = Signal(object)
    prepare_requested = Signal(object)

    def __init__(self, keeper: Keeper, kits_folder: Path, brief_folder: Callable[[], str]) -> None:
        super().__init__()
        self._keeper = keeper
        self._brief_folder = brief_folder
        self._shelf = KitChoices(kits_folder)
        self._rows: tuple[OpeningRow, ...] = ()
        self._opening: Opening | None = None
        self._uses: tuple[KitUse, ...] = ()
        self._past: list[tuple[str, Opening]] = []
        self._future: list[Opening] = []
        self._notice = ""
        keeper.saved.connect(self.saved)
        keeper.caught_up.connect(self._read_again)

    # -- coming and going

    def load(self, opening_id: str) -> None:
        """Show the openings, with this one or the one used last in front."""
        self._shelf.forget()
        self._read()
        there = {row.opening.id: row.opening for row in self._rows}
        first = next(iter(there.values()), None)
        self._take(there.get(opening_id, first))

    def new(self) -> None:
        """Begin an opening; it is kept from its first letter on."""
        opening = Opening(new_id(), "", sheet=OpeningSheet())
        self._keeper.save((OpeningPut(opening),))
        self._read()
        self._take(opening)

    def choose(self, wish: OpeningChosen) -> None:
        """Bring another opening to the front."""
        self._read()
        self._take(next((r.opening for r in self._rows if r.opening.id == wish.id), self._opening))

    def remove(self) -> None:
        """Remove an opening without interviews."""
        if self._opening is not None and not self._locked_in():
            self._keeper.save((OpeningGone(self._opening.id),))
            self.load("")

    def prepare(self) -> None:
        """Ask for an interview for the opening in front."""
        if self._opening is not None:
            self.prepare_requested.emit(OpeningChosen(self._opening.id))

    # -- editing

    def edit(self, wish: FieldEdited) -> None:
        """Give one field another value, and save it."""
        before = self._opening
        if before is None:
            return
        after = self._edited(before, wish)
        if after == before:
            return
        # Letters typed into one field are one step back.
        if not self._past or self._past[-1][0] != wish.key or wish.key.startswith(("today", "release")):
            self._past.append((wish.key, before))
            del self._past[:-_MOST_UNDO]
        self._future.clear()
        self._put(after)

    def undo(self) -> None:
        """Take the last change back."""
        if self._past and self._opening is not None:
            _key, before = self._past.pop()
            self._future.append(self._opening)
            self._put(before)

    def redo(self) -> None:
        """Make the change again that was taken back."""
        if self._future and self._opening is not None:
            self._past.append(("", self._opening))
            self._put(self._future.pop())

    def write_brief(self) -> None:
        """Write the candidate's page beside the packets, as PDF and as text."""
        if self._opening is None:
            return
        from interviewer_app.exchange.files import write_new
        from interviewer_app.report import brief as report  # loads reportlab

        loop = self._shelf.loop(self._opening)
        if not loop:
            self.problem.emit(
                Problem(_("No kit is chosen, so there is nothing to tell."), _("Say what will be built."))
            )
            return
        told = brief(self._opening.title, loop)
        folder, name = Path(self._brief_folder()), report.file_name(told)
        made = report.pdf(told, app_version=interviewer_app.__version__)
        try:
            # Never in place of another opening's, nor of one that somebody has written on.
            path = write_new(folder, name, (made.data,))
            # The same words for a mail, beside it.
            words = report.text(told).encode("utf-8", "replace")
            write_new(folder, path.with_suffix(".txt").name, (words,))
        except Problem as problem:
            self.problem.emit(problem)
            return
        self._notice = _("The candidate brief is written: {path}").format(path=path)
        self._show()

    # -- inside

    def _take(self, opening: Opening | None) -> None:
        self._opening = opening
        self._past.clear()
        self._future.clear()
        self._uses = openings.uses(self._keeper.reader, opening.id) if opening is not None else ()
        self._show()

    def _read(self) -> None:
        self._keeper.catch_up()
        self._rows = known.every(self._keeper)

    def _read_again(self) -> None:
        """The disk has caught up: who had which kit is known."""
        if self._opening is not None:
            self._read()
            self._uses = openings.uses(self._keeper.reader, self._opening.id)
            self._show()

    def _put(self, opening: Opening) -> None:
        self._opening = opening
        self._rows = tuple(
            replace(row, opening=opening) if row.opening.id == opening.id else row for row in self._rows
        )
        self._keeper.save((OpeningPut(opening),))
        self._show()

    def _edited(self, opening: Opening, wish: FieldEdited) -> Opening:
        """The opening after a wish; a proposed role follows the answers."""
        now = self._keeper.clock.now().utc.isoformat()
        part, _dot, name = wish.key.partition(".")
        sheet = opening.sheet
        match part:
            case "title":
                return replace(opening, title=" ".join(wish.value[:200].split("\n")))
            case "level":
                opening = replace(opening, level=Level(wish.value))
            case "genai":
                opening = replace(opening, genai=bool(wish.value))
            case "today":
                opening = replace(
                    opening, sheet=edited(sheet, f"stage.{name}", self._today().isoformat(), now)
                )
            case "release":
                opening = replace(opening, sheet=let_go(sheet, Stage(name), now))
            case "gaps":
                said = self._left_open()
                opening = replace(opening, sheet=edited(sheet, "after.day30", said or sheet.after.day30, now))
            case "draft":
                said = sections.drafted(opening.title, sheet)
                opening = replace(opening, sheet=edited(sheet, "scope.outcome", said, now))
            case _:
                opening = replace(opening, sheet=edited(sheet, wish.key, wish.value, now))
        return replace(opening, role=self._shelf.proposal(opening).role or opening.role)

    def _left_open(self) -> str:
        """What the last interview that speaks for hiring left open, a line each; empty when none does."""
        for use in reversed(self._uses):
            interview = self._keeper.load(use.interview_id)
            if speaks_for_hiring(interview):
                return "\n".join(course.gap_words(about, why) for about, why in left_open(interview))
        return ""

    def _today(self) -> date:
        return self._keeper.clock.now().local.date()

    def _locked_in(self) -> str:
        """Why the opening may not be removed, or empty."""
        row = next((r for r in self._rows if self._opening and r.opening.id == self._opening.id), None)
        count = row.interviews if row is not None else 0
        if not count:
            return ""
        said = ngettext("{n} interview belongs to it.", "{n} interviews belong to it.", count)
        return said.format(n=count)

    def _show(self) -> None:
        self.changed.emit(self._view())
        self._notice = ""

    def _view(self) -> OpeningView:
        opening = self._opening
        today = self._today()
        items = tuple(views.item(row, today) for row in self._rows)
        if opening is None:
            return OpeningView(items, save=self._keeper.view)
        row = next((r for r in self._rows if r.opening.id == opening.id), None)
        waits = row.waits_since if row is not None else None
        known = views.facts(opening, self._shelf, self._uses, waits, today)
        return OpeningView(
            items=items,
            chosen=opening.id,
            title=opening.title,
            sections=views.every_section(known),
            standing=Remark(self._notice) if self._notice else views.standing(opening.sheet),
            can_undo=bool(self._past),
            can_redo=bool(self._future),
            locked_in=self._locked_in(),
            front=views.front(opening.sheet),
            save=self._keeper.view,
        )
