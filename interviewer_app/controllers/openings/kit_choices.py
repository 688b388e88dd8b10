"""The kits that can be chosen, and what an opening makes of them. For controllers."""

from collections.abc import Mapping
from pathlib import Path

from interviewer_app.domain.errors import Finding
from interviewer_app.domain.interview import Opening
from interviewer_app.domain.kits.kit import Kit, Prompt, RoleProfile, Stage
from interviewer_app.domain.openings.fitting import FittingTerms, bank_of, fit
from interviewer_app.domain.openings.proposal import Proposal, propose
from interviewer_app.domain.openings.rules import OpeningRules
from interviewer_app.kits import library


class KitChoices:
    """Reads the files when it is first asked, and the user's own again after `forget`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known = False
        self._kits: tuple[Kit, ...] = ()
        self._errors: tuple[Finding, ...] = ()
        self._bank: Mapping[str, Prompt] = {}
        self._rules = OpeningRules()

    def forget(self) -> None:
        """Look at the user's own files anew."""
        self._known = False

    @property
    def kits(self) -> tuple[Kit, ...]:
        """Every usable kit, uncut; technical ones first, for the first one stands in a new form."""
        self._read()
        return self._kits

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What is wrong in the files."""
        self._read()
        return self._errors

    @property
    def rules(self) -> OpeningRules:
        """What follows from an opening's answers: the user's own rules, else ours."""
        self._read()
        return self._rules

    def find(self, kit_id: str, version: str = "") -> Kit | None:
        """A kit by its id, in this version or in any."""
        return next((k for k in self.kits if k.id == kit_id and version in ("", k.version)), None)

    def profile(self, role: str) -> RoleProfile | None:
        """A role profile by its id, as far as a kit is made for it."""
        return next((kit.role for kit in self.kits if kit.role.id == role), None)

    def proposal(self, opening: Opening) -> Proposal:
        """What follows from the role picker of an opening."""
        profiles = {kit.role.id: kit.role for kit in self.kits}
        return propose(
            self.rules, opening.sheet.picker, opening.level, profiles, self.kits, genai=opening.genai
        )

    def fitted(self, kit: Kit, opening: Opening, variant: str = "", form: str = "") -> Kit:
        """A kit cut to an opening; an empty form means the one that suits it, and so does an unknown one."""
        # Before somebody has said what will be built, a kit keeps its own role, floors and weights.
        role = self.profile(opening.role) if opening.sheet.picker.output is not None else None
        terms = FittingTerms(self.rules, opening.sheet.picker, opening.level, opening.genai, role)
        # The file may have been changed by hand since, under the same version.
        length = variant if variant in {v.id for v in kit.variants} else ""
        taken = form if form in {f.id for f in kit.forms} else ""
        return fit(kit, terms, self._bank, length, taken)

    def loop(self, opening: Opening) -> tuple[Kit, ...]:
        """The kits of an opening's stages, chosen or proposed, each cut to it, in the order of the stages."""
        chosen = {**dict(self.proposal(opening).kits), **dict(opening.sheet.kits)}
        found = (self.find(chosen[stage]) for stage in Stage if chosen.get(stage))
        return tuple(self.fitted(kit, opening) for kit in found if kit is not None)

    def _read(self) -> None:
        if self._known:
            return
        self._known = True
        shipped = library.shipped()
        own = library.read_files(sorted(self._folder.glob("*.toml"))) if self._folder.is_dir() else None
        ours = sorted(shipped.kits, key=lambda kit: kit.stage is not Stage.TECH)
        self._kits = (*ours, *(own.kits if own is not None else ()))
        self._errors = (*shipped.errors, *(own.errors if own is not None else ()))
        self._bank = bank_of(self._kits)
        said = (*(own.rules if own is not None else ()), *shipped.rules)
        self._rules = said[0] if said else OpeningRules()
