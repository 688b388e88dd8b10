"""What Prepare knows of an opening: where its scope stands, which kit binds, which one to begin with.

For controllers/prepare.
"""

from interviewer_app.controllers.keeper import Keeper
from interviewer_app.controllers.openings import known
from interviewer_app.controllers.openings import sentences as words
from interviewer_app.controllers.openings.build import lacking, standing
from interviewer_app.controllers.openings.course import edition_words, lock_words
from interviewer_app.controllers.openings.kit_choices import KitChoices
from interviewer_app.controllers.openings.views import LockView, ScopeView
from interviewer_app.domain.interview import Interview, Opening
from interviewer_app.domain.kits.kit import Kit, Stage
from interviewer_app.domain.openings.locking import KitUse, editions, lock
from interviewer_app.domain.openings.opening import INTERVIEW_STAGES, Output, obstacle
from interviewer_app.storage import openings
from interviewer_app.text import _


class OpeningFacts:
    """Reads what interviews say about an opening, once for each opening that comes to the front."""

    def __init__(self, keeper: Keeper, shelf: KitChoices) -> None:
        self._keeper = keeper
        self._shelf = shelf
        self._asked = ""
        self._uses: tuple[KitUse, ...] = ()

    def look(self, opening: Opening) -> None:
        """Read who had which kit anew."""
        self._asked = opening.id
        self._uses = openings.uses(self._keeper.reader, opening.id)

    def as_known(self, opening: Opening) -> Opening:
        """The opening as it stands now, which somebody may have changed since."""
        return known.one(self._keeper, opening.id) or opening

    def alone(self, opening: Opening) -> bool:
        """Whether it is the opening of one interview only, so that another title renames it."""
        return openings.alone(self._keeper.reader, opening.id)

    def bound(self, opening: Opening, stage: Stage) -> KitUse | None:
        """The interview whose kit binds this stage, or None."""
        return lock(self._uses_of(opening), opening.sheet.releases, stage)

    def bound_kit(self, opening: Opening, stage: Stage) -> Kit | None:
        """The very kit that binds this stage, or None; raises StorageProblem."""
        use = self.bound(opening, stage)
        return None if use is None else self._keeper.load(use.interview_id).kit

    def renewed(self, before: Interview, opening: Opening) -> Kit:
        """The kit of a prepared interview now that its opening may have changed; raises StorageProblem."""
        present, stage = before.kit, before.kit.stage
        binding = self.bound_kit(opening, stage)
        if binding is not None:
            return binding
        if _terms(opening) == _terms(before.opening):
            return present
        kit = self._shelf.find(present.id, present.version)
        if opening.role != before.opening.role or kit is None:
            return self.first_kit(opening, stage) or present
        form = present.form.id if opening.genai == before.opening.genai else ""
        return self._shelf.fitted(kit, opening, present.variant.id, form)

    def first_kit(self, opening: Opening, stage: Stage) -> Kit | None:
        """The kit to begin with: the binding, the chosen or proposed one, one of the role, or any."""
        binding = self.bound_kit(opening, stage)
        if binding is not None:
            return binding
        chosen = {**dict(self._shelf.proposal(opening).kits), **dict(opening.sheet.kits)}
        there = [kit for kit in self._shelf.kits if kit.stage is stage]
        named = next((kit for kit in there if kit.id == chosen.get(stage)), None)
        of_role = next((kit for kit in there if kit.role.id == opening.role), None)
        found = named or of_role or next(iter(there), None)
        return None if found is None else self._shelf.fitted(found, opening)

    def stage_now(self, opening: Opening) -> Stage:
        """The kit stage the opening stands in; the technical one until it says otherwise."""
        here = [kinds[0] for stage, kinds in INTERVIEW_STAGES.items() if stage in dict(opening.sheet.stages)]
        return here[-1] if here else Stage.TECH

    def scope(self, opening: Opening) -> ScopeView:
        """Where the scope stands, and what may be answered at once."""
        sheet = opening.sheet
        settled = obstacle(sheet) is None
        output = sheet.picker.output
        return ScopeView(
            said=standing(sheet).text if settled else _("Missing: {what}.").format(what=lacking(sheet, 1)),
            settled=settled,
            open=not settled or not (sheet.old or self._uses_of(opening)),
            output=output.value if output is not None else "",
            outputs=tuple((one.value, words.output(one)) for one in Output),
            hint=words.output_hint(output),
            waived=sheet.waived,
            reasons=words.waivers(),
        )

    def lock_view(self, opening: Opening, stage: Stage) -> LockView:
        """Why the kit of a stage is bound, and who had which when there were several."""
        used = editions(self._uses_of(opening), stage)
        bound = self.bound(opening, stage) is not None
        had = "; ".join(map(edition_words, used)) if len(used) > 1 or (used and not bound) else ""
        return LockView(lock_words(used) if bound else "", _("So far: {had}.").format(had=had) if had else "")

    def _uses_of(self, opening: Opening) -> tuple[KitUse, ...]:
        if self._asked != opening.id:
            self.look(opening)
        return self._uses


def _terms(opening: Opening) -> tuple[object, ...]:
    """What of an opening decides about kits."""
    return opening.role, opening.level, opening.genai, opening.sheet.picker, opening.sheet.kits
