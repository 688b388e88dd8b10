"""Entries that passed every rule in, kits that hold all they name out. Imported by kits only."""

from interviewer_app.domain.kits.kit import Form, Kit
from interviewer_app.kits.entries import KitEntry
from interviewer_app.kits.links import Documents, KitDocument, in_order


def kits(home: KitDocument, shelf: Documents) -> tuple[Kit, ...]:
    """The kits of a file that has no errors and refers to files without errors only."""
    return tuple(_kit(entry, home, shelf) for entry in home.file.kits)


def _kit(entry: KitEntry, home: KitDocument, shelf: Documents) -> Kit:
    file = home.file
    items = in_order(entry)
    forms = entry.forms or (Form("a"),)
    asked = [shelf.entry("prompts", item.prompt, home) for item in items]
    swapped = dict.fromkeys(swap.use for form in forms for swap in form.swaps)
    spare = [shelf.entry("prompts", wanted, home) for wanted in swapped]
    listed = dict.fromkeys((*entry.checklists, *(name for p in (*asked, *spare) for name in p.checklists)))
    flagged = dict.fromkeys((*entry.flags, *(name for p in (*asked, *spare) for name in p.flags)))
    return Kit(
        id=entry.id,
        version=entry.version,
        title=entry.title,
        file_id=file.id,
        stage=entry.stage,
        prompts=tuple(asked),
        scorecard=shelf.entry("scorecards", entry.scorecard, home),
        scored=entry.scored,
        variants=entry.variants,
        opening_script=entry.opening_script or file.opening_script,
        closing_script=entry.closing_script or file.closing_script,
        role=shelf.entry("role_profiles", entry.role, home),
        publisher=file.publisher,
        language=file.language,
        licence=file.licence,
        forms=forms,
        spare=tuple(spare),
        extensions=tuple(item.prompt for item in items if not item.core),
        checklists=tuple(shelf.entry("checklists", name, home) for name in listed),
        flags=tuple(shelf.entry("flags", name, home) for name in flagged),
        whole=entry.checklists,
    )
