"""Before the call: who, which opening, which kit, how long. Saved as typed. Imported by ui and app."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from interviewer_app import labels
from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.kits.exposure import ExposureLedger
from interviewer_app.controllers.library.views import OpenRequest
from interviewer_app.controllers.live.build import script
from interviewer_app.controllers.openings import known
from interviewer_app.controllers.openings import sentences as words
from interviewer_app.controllers.openings.edits import edited, let_go
from interviewer_app.controllers.openings.kit_choices import KitChoices
from interviewer_app.controllers.openings.views import SheetRequest
from interviewer_app.controllers.preferences import PreferencesController
from interviewer_app.controllers.prepare.build import about_to_begin, choices, plan, same
from interviewer_app.controllers.prepare.build import choice as choice_of
from interviewer_app.controllers.prepare.opening import OpeningFacts
from interviewer_app.controllers.prepare.views import KitChoice, PrepareView
from interviewer_app.controllers.session import InterviewSession, new_id
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.interview import Interview, Opening, Phase
from interviewer_app.domain.kits.kit import Kit, Level, Stage
from interviewer_app.domain.live import call
from interviewer_app.domain.live.call import Update
from interviewer_app.domain.moments import Moment
from interviewer_app.domain.openings.opening import OpeningSheet, obstacle
from interviewer_app.kits import library
from interviewer_app.text import _

MAX_NAME = 200
"""Longest candidate, interviewer or opening, in characters; the field refuses more."""

_FRESH_MS = 20_000
"""The plan says when each step begins if Start is pressed now; so often is it said anew."""


class PrepareController(QObject):
    """One interview being prepared. Nothing is stored before the first edit."""

    changed = Signal(object)
    saved = Signal(object)
    problem = Signal(object)
    started = Signal(object)
    closed = Signal()
    sheet_requested = Signal(object)

    def __init__(self, keeper: Keeper, preferences: PreferencesController, kits_folder: Path) -> None:
        super().__init__()
        self._keeper = keeper
        self._preferences = preferences
        self._shelf = KitChoices(kits_folder)
        self._desk = OpeningFacts(keeper, self._shelf)
        self._ledger = ExposureLedger(keeper)
        self._session: InterviewSession | None = None
        self._stored = False
        self._ticks: frozenset[int] = frozenset()
        self._own_opening = ""
        self._aside: Opening | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_FRESH_MS)
        self._later.timeout.connect(self._show)
        keeper.saved.connect(self.saved)

    # -- coming and going

    def new(self, opening_id: str = "") -> None:
        """Begin an interview for an opening, the last one for none named, with the interviewer's own name."""
        self._shelf.forget()
        if not self._shelf.kits:
            self.problem.emit(
                Problem(_("There is no usable kit."), _("Mend or remove the broken kit files."))
            )
            return
        self._ledger.look()
        openings = known.listed(self._keeper)
        last = next((o for o in openings if o.id == opening_id), None) or next(iter(openings), None)
        opening = last or Opening(new_id(), "", self._shelf.kits[0].role.id, sheet=OpeningSheet())
        self._desk.look(opening)
        kit = self._desk.first_kit(opening, self._desk.stage_now(opening)) or self._shelf.kits[0].cut()
        begun = call.begin(new_id(), kit, opening, self._keeper.clock.now())
        named = call.prepare(begun.interview, interviewer=self._preferences.settings.interviewer)
        self._session = InterviewSession(named.interview, self._keeper)
        self._stored = False
        self._own_opening = opening.id if last is None else ""
        self._ticks = frozenset()
        self._show()

    def load(self, interview_id: str) -> None:
        """Go on preparing an interview, with its opening as it stands now and the kit that binds it."""
        self._shelf.forget()
        interview = self._keeper.load(interview_id)
        self._ledger.look()
        self._session = InterviewSession(interview, self._keeper)
        self._stored = True
        self._ticks = frozenset()
        opening = self._desk.as_known(interview.opening)
        self._own_opening = opening.id if self._desk.alone(opening) else ""
        self._desk.look(opening)
        if interview.phase is Phase.PREPARED:
            self._edit(opening=opening, kit=self._desk.renewed(interview, opening))
        self._show()

    def start(self) -> None:
        """The candidate is here."""
        session = self._session
        if session is None:
            return
        try:
            session.take(call.start(session.interview, session.now()))
        except Problem as problem:
            self.problem.emit(problem)
            return
        self._session = None
        self.started.emit(OpenRequest(session.interview.id, Phase.LIVE))

    def save_for_later(self) -> None:
        """Back to the library; what was typed is stored already."""
        if self._session is not None and not self._stored:
            self._edit()
        self._session = None
        self.closed.emit()

    def discard(self) -> None:
        """Forget this interview, stored or not."""
        if self._session is not None and self._stored:
            self._keeper.remove(self._session.interview.id)
        self._session = None
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
        session = self._session
        if session is None or text == session.interview.opening.title:
            return
        present = session.interview.opening
        there = next((o for o in known.listed(self._keeper) if o.title == text), None)
        if there is not None:
            if present.id == self._own_opening:
                self._aside = present
            self.choose_opening(there)
            return
        # Another title is another opening: interviews that hold the present one must not be renamed.
        aside = self._aside
        if present.id != self._own_opening and aside is not None and aside.id == self._own_opening:
            # It was typed past a known one, and goes on as it was.
            present = aside
        elif present.id != self._own_opening:
            self._own_opening = new_id()
            present = replace(present, id=self._own_opening, sheet=OpeningSheet())
        self._edit(opening=replace(present, title=text[:MAX_NAME]))

    def choose_opening(self, opening: Opening) -> None:
        """A known opening, with the kit of the present stage that fits or binds it."""
        session = self._session
        if session is None:
            return
        self._desk.look(opening)
        self._edit(opening=opening)
        self.set_stage(session.interview.kit.stage)

    def set_level(self, level: Level) -> None:
        """The level of the opening: it decides about floors."""
        session = self._session
        if session is not None:
            self._edit(opening=replace(session.interview.opening, level=level))
            self._recut()

    def set_genai(self, genai: bool) -> None:  # the state of a check box
        """Whether generative AI is in scope: it decides which anchors, prompts and form hold."""
        session = self._session
        if session is None:
            return
        if not self._bound() and self._on_shelf(choice_of(session.interview.kit)) is None:
            self.problem.emit(
                Problem(_("This kit is no longer on the shelf, so it stays as it is."), _("Choose a kit."))
            )
            self._show()
            return
        self._edit(opening=replace(session.interview.opening, genai=genai))
        self._recut(form="")

    def set_output(self, key: str) -> None:
        """What the person will build, until the first call: role and kit follow."""
        session = self._session
        if session is None or not self._desk.scope(session.interview.opening).open:
            return
        opening = session.interview.opening
        sheet = edited(opening.sheet, "picker.output", key, self._now())
        opening = replace(opening, sheet=sheet)
        self._edit(opening=replace(opening, role=self._shelf.proposal(opening).role or opening.role))
        self.set_stage(session.interview.kit.stage)

    def waive(self, reason: str) -> None:
        """Go on without a scope sheet for a reason; an empty one takes the waiver back."""
        session = self._session
        if session is not None and self._desk.scope(session.interview.opening).open:
            opening = session.interview.opening
            sheet = edited(opening.sheet, "waived", reason, self._now())
            self._edit(opening=replace(opening, sheet=sheet))

    def open_sheet(self) -> None:
        """Ask for the sheet of the opening; the interview is kept, lest the opening be lost."""
        if self._session is not None:
            self._edit()
            here = self._session.interview
            self.sheet_requested.emit(SheetRequest(here.opening.id, here.id))

    def set_stage(self, stage: Stage) -> None:
        """The stage the interview belongs to, with the kit that binds or suits it."""
        session = self._session
        if session is None:
            return
        kit = self._desk.first_kit(session.interview.opening, stage)
        if kit is not None:
            self._edit(kit=kit)

    def choose_kit(self, choice: KitChoice) -> None:
        """A kit in one variant and form; refused while another one binds the stage."""
        session = self._session
        kit = self._on_shelf(choice)
        if session is None or kit is None or self._bound():
            return
        opening = session.interview.opening
        role = opening.role if opening.sheet.picker.output is not None else kit.role.id
        opening = replace(opening, role=role)
        cut = self._shelf.fitted(kit, opening, choice.variant, choice.form)
        self._edit(kit=cut, opening=opening)

    def use_another_kit(self) -> None:
        """Let the stage go: from this interview on another kit, form or length may be used (P-02)."""
        session = self._session
        if session is not None and self._bound():
            opening = session.interview.opening
            sheet = let_go(opening.sheet, session.interview.kit.stage, self._now())
            self._edit(opening=replace(opening, sheet=sheet))

    def set_factor(self, factor: int) -> None:
        """The extra-time factor, in per cent."""
        self._edit(factor=factor)

    def tick(self, index: int, on: bool) -> None:  # the state of a check box
        """Tick a reminder; it reminds and is not stored."""
        self._ticks = self._ticks | {index} if on else self._ticks - {index}
        self._show()

    # -- inside

    def _edit(self, **fields: object) -> None:
        session = self._session
        if session is None:
            return
        try:
            update: Update = call.prepare(session.interview, **fields)
        except Problem as problem:
            self.problem.emit(problem)
            return
        if update.interview != session.interview or not self._stored:
            self._stored = True
            session.take(update)
        self._show()

    def _now(self) -> str:
        return self._keeper.clock.now().utc.isoformat()

    def _bound(self) -> bool:
        """Whether the stage of the present kit allows no other."""
        session = self._session
        if session is None:
            return False
        return self._desk.bound(session.interview.opening, session.interview.kit.stage) is not None

    def _on_shelf(self, choice: KitChoice) -> Kit | None:
        return self._shelf.find(choice.kit_id, choice.version)

    def _recut(self, form: str | None = None) -> None:
        """Cut the kit again, so that it follows the opening; an empty form means the one that suits."""
        session = self._session
        if session is None:
            return
        present = choice_of(session.interview.kit)
        self.choose_kit(present if form is None else replace(present, form=form))

    def _known(self) -> tuple[Opening, ...]:
        # The one being typed here is known already; offering it to itself would hold up the keys.
        others = (o for o in known.listed(self._keeper) if o.id != self._own_opening)
        return tuple(o for o in others if o.title.strip())

    def _show(self) -> None:
        session = self._session
        if session is not None:
            self.changed.emit(self._view(session.interview, session.now()))
            self._later.start()

    def _view(self, interview: Interview, now: Moment) -> PrepareView:
        kit, opening, seconds = interview.kit, interview.opening, interview.planned_total
        here = tuple(c for k in self._shelf.kits if k.stage is kit.stage for c in choices(k))
        stages = tuple(s for s in Stage if any(k.stage is s for k in self._shelf.kits))
        return PrepareView(
            interview_id=interview.id,
            candidate=interview.candidate,
            openings=self._known(),
            opening=opening,
            kits=here,
            kit=same(choice_of(kit), here),
            kit_locked=self._bound(),
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
            about_to_begin=about_to_begin(interview, now),
            ticks=self._ticks,
            obstacle=_obstacle(interview),
            save=self._keeper.view,
            findings=tuple(f.text() for f in self._shelf.errors),
            scope=self._desk.scope(opening),
            lock=self._desk.lock_view(opening, kit.stage),
            stage=kit.stage.value,
            stages=tuple((s.value, labels.stage(s)) for s in stages),
            nudge=self._nudge(kit),
        )

    def _nudge(self, kit: Kit) -> str:
        """The sentence that points to a form used less, while the form is still free."""
        whole = self._shelf.find(kit.id, kit.version)
        if whole is None or self._bound():
            return ""
        return self._ledger.advice(kit.id, [form.id for form in whole.forms], kit.form.id)


def _obstacle(interview: Interview) -> str:
    """Why Start is off, or empty."""
    if not interview.candidate.strip():
        return _("Type a name or a code first.")
    why = obstacle(interview.opening.sheet)
    return "" if why is None else words.obstacle(why)
