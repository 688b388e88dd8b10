"""The exposure ledger: how often and when last prompts and forms were used, in words. For controllers and ui.

Counted from the database each time, so it never disagrees with it.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from interviewer_app import labels
from interviewer_app.controllers.keeper import Keeper
from interviewer_app.domain.openings.exposure import (
    Exposure,
    FormSuggestion,
    FormUse,
    PromptUse,
    exposures,
    nudge,
)
from interviewer_app.text import _, ngettext

_STEP = 200
"""Interviews that are looked at in one go: some 15 ms."""

_NAMED = 3
"""Openings that are named before the rest is counted."""


class ExposureLedger:
    """Reads one database."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._forms: tuple[FormUse, ...] = ()

    def prompts(self) -> Iterator[Mapping[str, Exposure] | None]:
        """Every prompt shown so far, by id: None as often as there is more to count, then all at once.

        Each step takes a blink, however many interviews there are. Raises StorageProblem.
        """
        # Loaded on first use, as nothing before the kit library asks for it.
        from interviewer_app.storage import exposure

        self._keeper.catch_up()
        reader = self._keeper.reader
        found: list[PromptUse] = []
        for first in range(1, exposure.last_number(reader) + 1, _STEP):
            found += exposure.prompt_uses(reader, first, first + _STEP - 1)
            yield None
        yield exposures(found)

    def forms(self) -> tuple[FormUse, ...]:
        """Every form used so far; raises StorageProblem."""
        from interviewer_app.storage import exposure  # as above

        self._keeper.catch_up()
        return exposure.form_uses(self._keeper.reader)

    def look(self) -> None:
        """Count the forms now, for `advice`; raises StorageProblem."""
        self._forms = self.forms()

    def advice(self, kit: str, forms: Iterable[str], chosen: str) -> str:
        """The sentence that points to a form used less, empty without one."""
        found = nudge(kit, forms, chosen, self._forms)
        return nudge_words(found) if found is not None else ""


def nudge_words(found: FormSuggestion) -> str:
    """A nudge as one sentence."""
    return _("Form {form} was used less ({times} against {other}).").format(
        form=found.form.upper(), times=found.times, other=found.other_times
    )


def form_words(kit: str, forms: Iterable[str], uses: Iterable[FormUse]) -> str:
    """How often each form of a kit was used, and which one is due."""
    known = tuple(forms) or ("a",)
    found = {use.form: use.interviews for use in uses if use.kit == kit and use.form in known}
    if not found:
        return _("Not used yet.")
    total = sum(found.values())
    times = ngettext("Used once", "Used {n} times", total).format(n=total)
    if len(known) == 1:
        return _("{times}.").format(times=times)
    each = [_("form {form} {n}").format(form=form.upper(), n=found.get(form, 0)) for form in known]
    return _("{times}: {each}.").format(times=times, each=", ".join(each))


def exposure_words(found: Exposure | None, now: datetime) -> str:
    """How often a prompt was shown, when last, and for which openings."""
    if found is None:
        return _("Not used yet.")
    times = ngettext("Used once", "Used {n} times", found.times).format(n=found.times)
    last = labels.when(found.last.astimezone(now.tzinfo), now)
    named = [
        f"{title.strip() or _('an opening without a title')} {n}" for title, n in found.openings[:_NAMED]
    ]
    rest = len(found.openings) - _NAMED
    if rest > 0:
        named.append(ngettext("{n} other opening", "{n} other openings", rest).format(n=rest))
    return _("{times}, last {when}: {openings}.").format(times=times, when=last, openings=", ".join(named))
