"""Kit choices and the plan as Prepare shows them: pure functions. For controllers/prepare."""

from datetime import timedelta

from interviewer_app import labels
from interviewer_app.controllers.prepare.views import KitChoice, PlanRow
from interviewer_app.domain.interview import Interview
from interviewer_app.domain.kits.kit import Form, Kit, Variant
from interviewer_app.domain.moments import Moment
from interviewer_app.text import _


def choice(kit: Kit, variant: Variant | None = None, form: Form | None = None) -> KitChoice:
    """A kit in one variant and form; those it is cut to when none are given."""
    length, taken = variant or kit.variant, form or kit.form
    several = len(kit.variants) > 1 and length.id != kit.variants[0].id
    title = _("{kit}, form {form}").format(kit=kit.title, form=taken.id.upper())
    if several or length.core_only:
        title = _("{title}, {minutes} min").format(title=title, minutes=length.total_minutes)
    note = f"{kit.file_id} {kit.version}"
    return KitChoice(kit.id, kit.version, length.id, taken.id, title, length.total_minutes, note)


def choices(kit: Kit) -> tuple[KitChoice, ...]:
    """Every variant and form of a kit."""
    return tuple(choice(kit, variant, form) for variant in kit.variants for form in kit.forms)


def same(present: KitChoice, offered: tuple[KitChoice, ...]) -> KitChoice:
    """The offered choice that is the present one, whatever its minutes became for an opening."""
    key = present.kit_id, present.version, present.variant, present.form
    return next((c for c in offered if (c.kit_id, c.version, c.variant, c.form) == key), present)


def plan(interview: Interview, now: Moment) -> tuple[PlanRow, ...]:
    """The steps with the times they would have if Start were pressed now."""
    rows: list[PlanRow] = []
    at = now.local
    for number, step in enumerate(interview.kit.steps):
        prompt = interview.kit.prompt(step)
        seconds = interview.planned(step)
        title = labels.step_title(step, prompt.title if prompt is not None else "")
        letters = prompt.categories if prompt is not None else ()
        rows.append(PlanRow(step, number if prompt is not None else 0, title, letters, seconds / 60, at))
        at += timedelta(seconds=seconds)
    return tuple(rows)


def about_to_begin(interview: Interview, now: Moment) -> bool:
    """True from two minutes before the planned start until a quarter of an hour after it."""
    if interview.scheduled is None:
        return False
    return -120.0 <= (now.utc - interview.scheduled).total_seconds() <= 900.0
