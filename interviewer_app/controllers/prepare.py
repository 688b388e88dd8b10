"""Before the call: who, which opening, which kit, how long. Saved as typed. Imported by ui and app."""

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.live_views import script
from interviewer_app.controllers.preferences import PreferencesController
from interviewer_app.controllers.prepare_views import choice as choice_of
from interviewer_app.controllers.prepare_views import choices, plan
from interviewer_app.controllers.sitting import Sitting, as_left, new_id
from interviewer_app.controllers.views import KitChoice, OpenWish, PrepareView
from interviewer_app.domain import call
from interviewer_app.domain.call import Update
from interviewer_app.domain.changes import InterviewGone
from interviewer_app.domain.errors import Finding, Problem
from interviewer_app.domain.interview import Interview, Opening, Phase
from interviewer_app.domain.kit import Kit, Level, Stage
from interviewer_app.domain.moments import Moment
from interviewer_app.kits import library
from interviewer_app.text import _

MAX_NAME = 200
"""Longest candidate, interviewer or opening, in characters; the field refuses more."""

_FRESH_MS = 20_000
"""The plan says when each step begins if Start is pressed now; so often is it said anew."""


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The kits that can be chosen, uncut, with what is wrong in the user's own files."""

    kits: tuple[Kit, ...]
    findings: tuple[Finding, ...]


class PrepareController(QObject):
    """One interview being prepared. Nothing is stored before the first edit."""

    changed = Signal(object)
    saved = Signal(object)
    problem = Signal(object)
    started = Signal(object)
    closed = Signal()

    def __init__(self, keeper: Keeper, preferences: PreferencesController, kits_folder: Path) -> None:
        super().__init__()
        self._keeper = keeper
        self._preferences = preferences
        self._folder = kits_folder
        self._sitting: Sitting | None = None
        self._stored = False
        self._ticks: frozenset[int] = frozenset()
        self._own_opening = ""
        self._shelf: _Shelf | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_FRESH_MS)
        self._later.timeout.connect(self._show)
        keeper.saved.connect(self.saved)

    # -- coming and going

    def new(self) -> None:
        """Begin a new interview with the last opening and the interviewer's own name."""
        shelf = self._kits()
        if not shelf.kits:
            self.problem.emit(
                Problem(_("There is no usable kit."), _("Mend or remove the broken kit files."))
            )
            return
        openings = self._keeper.reader.openings()
        opening = openings[0] if openings else Opening(new_id(), "", shelf.kits[0].role.id)
        kit = next((k for k in shelf.kits if k.role.id == opening.role), shelf.kits[0])
        begun = call.begin(new_id(), kit.cut(genai=opening.genai), opening, self._keeper.clock.now())
        named = call.prepare(begun.interview, interviewer=self._preferences.settings.interviewer)
        self._sitting = Sitting(named.interview, self._keeper)
        self._stored = False
        self._own_opening = opening.id if not openings else ""
        self._ticks = frozenset()
        self._show()

    def load(self, interview_id: str) -> None:
        """Go on preparing an interview."""
        interview = as_left(self._keeper, interview_id, down=self._keeper.flush())
        self._sitting = Sitting(interview, self._keeper)
        self._stored = True
        self._own_opening = ""
        self._ticks = frozenset()
        self._show()

    def start(self) -> None:
        """The candidate is here."""
        sitting = self._sitting
        if sitting is None:
            return
        try:
            sitting.take(call.start(sitting.interview, sitting.now()))
        except Problem as problem:
            self.problem.emit(problem)
            return
        self._sitting = None
        self.started.emit(OpenWish(sitting.interview.id, Phase.LIVE))

    def save_for_later(self) -> None:
        """Back to the library; what was typed is stored already."""
        if self._sitting is not None and not self._stored:
            self._edit()
        self._sitting = None
        self.closed.emit()

    def discard(self) -> None:
        """Forget this interview, stored or not."""
        if self._sitting is not None and self._stored:
            self._keeper.save((InterviewGone(self._sitting.interview.id),))
            self._keeper.flush()
        self._sitting = None
        self.closed.emit()

    # -- the form

    def set_candidate(self, text: str) -> None:
        """A name or a code."""
        self._edit(candidate=text[:MAX_NAME])

    def set_interviewer(self, text: str) -> None:
        """The interviewer's name; the first one given becomes the preference."""
        self._edit(interviewer=text[:MAX_NAME])

    def set_opening_title(self, text: str) -> None:
        """The opening by its title: a known one, or a new one."""
        sitting = self._sitting
        if sitting is None or text == sitting.interview.opening.title:
            return
        known = next((o for o in self._keeper.reader.openings() if o.title == text), None)
        if known is not None:
            self.choose_opening(known)
            return
        # Another title is another opening: interviews that hold the present one must not be renamed.
        if sitting.interview.opening.id != self._own_opening:
            self._own_opening = new_id()
        opening = replace(sitting.interview.opening, id=self._own_opening, title=text[:MAX_NAME])
        self._edit(opening=opening)

    def choose_opening(self, opening: Opening) -> None:
        """A known opening."""
        self._edit(opening=opening)
        self._recut()

    def set_level(self, level: Level) -> None:
        """The level of the opening."""
        sitting = self._sitting
        if sitting is not None:
            self._edit(opening=replace(sitting.interview.opening, level=level))

    def set_genai(self, genai: bool) -> None:  # the state of a check box
        """Whether generative AI is in scope: it decides which anchors hold."""
        sitting = self._sitting
        if sitting is None:
            return
        if self._on_shelf(choice_of(sitting.interview.kit)) is None:
            self.problem.emit(
                Problem(_("This kit is no longer on the shelf, so it stays as it is."), _("Choose a kit."))
            )
            self._show()
            return
        self._edit(opening=replace(sitting.interview.opening, genai=genai))
        self._recut()

    def choose_kit(self, choice: KitChoice) -> None:
        """A kit in one variant and form."""
        sitting = self._sitting
        kit = self._on_shelf(choice)
        if sitting is None or kit is None:
            return
        cut = kit.cut(choice.variant, choice.form, genai=sitting.interview.opening.genai)
        self._edit(kit=cut, opening=replace(sitting.interview.opening, role=kit.role.id))

    def set_factor(self, factor: int) -> None:
        """The extra-time factor, in per cent."""
        self._edit(factor=factor)

    def tick(self, index: int, on: bool) -> None:  # the state of a check box
        """Tick a reminder; it reminds and is not stored."""
        self._ticks = self._ticks | {index} if on else self._ticks - {index}
        self._show()

    # -- inside

    def _edit(self, **fields: object) -> None:
        sitting = self._sitting
        if sitting is None:
            return
        try:
            update: Update = call.prepare(sitting.interview, **fields)
        except Problem as problem:
            self.problem.emit(problem)
            return
        if update.interview != sitting.interview or not self._stored:
            self._stored = True
            sitting.take(update)
        self._show()

    def _on_shelf(self, choice: KitChoice) -> Kit | None:
        wanted = choice.kit_id, choice.version
        return next((kit for kit in self._kits().kits if (kit.id, kit.version) == wanted), None)

    def _recut(self) -> None:
        """Choose the kit again, so that anchors follow the opening."""
        sitting = self._sitting
        if sitting is not None:
            present = choice_of(sitting.interview.kit)
            self.choose_kit(present)

    def _known(self) -> tuple[Opening, ...]:
        return tuple(o for o in self._keeper.reader.openings() if o.title.strip())

    def _kits(self) -> _Shelf:
        if self._shelf is None:
            shipped = library.shipped()
            own = library.read_files(sorted(self._folder.glob("*.toml"))) if self._folder.is_dir() else None
            # Technical kits first: the first one stands in a new form.
            ours = sorted(shipped.kits, key=lambda kit: kit.stage is not Stage.TECH)
            kits = (*ours, *(own.kits if own is not None else ()))
            self._shelf = _Shelf(kits, (*shipped.errors, *(own.errors if own is not None else ())))
        return self._shelf

    def _show(self) -> None:
        sitting = self._sitting
        if sitting is not None:
            self.changed.emit(self._view(sitting.interview, sitting.now()))
            self._later.start()

    def _view(self, interview: Interview, now: Moment) -> PrepareView:
        shelf = self._kits()
        kit = interview.kit
        seconds = interview.planned_total
        return PrepareView(
            interview_id=interview.id,
            candidate=interview.candidate,
            openings=self._known(),
            opening=interview.opening,
            kits=tuple(c for k in shelf.kits for c in choices(k)),
            kit=choice_of(kit),
            kit_locked=False,
            interviewer=interview.interviewer,
            factor=interview.factor,
            plan=plan(interview, now),
            minutes=seconds / 60,
            ends=now.local + timedelta(seconds=seconds),
            asked_in=tuple(
                (c.letter, sum(c.letter in p.categories for p in kit.prompts)) for c in kit.categories
            ),
            script=script(interview, kit.opening_script, self._preferences.settings.team),
            reminders=library.reminders(),
            ticks=self._ticks,
            obstacle="" if interview.candidate.strip() else _("Type a name or a code first."),
            save=self._keeper.view,
            findings=tuple(f.text() for f in shelf.findings),
        )
