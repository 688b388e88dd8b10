"""What the parts of a kit file are called in a list of changes. Imported by kits only."""

from collections.abc import Callable

from interviewer_app.text import _

ROWS: dict[str, Callable[[], str]] = {
    "scorecards": lambda: _("scorecard"),
    "prompts": lambda: _("prompt"),
    "role_profiles": lambda: _("role profile"),
    "kits": lambda: _("kit"),
    "checklists": lambda: _("checklist"),
    "flags": lambda: _("flag"),
    "guidance": lambda: _("guidance page"),
    "opening_rules": lambda: _("opening rules"),
    "categories": lambda: _("category"),
    "variants": lambda: _("variant"),
    "probes": lambda: _("probe"),
    "facts": lambda: _("fact"),
    "time_plan": lambda: _("stretch from minute"),
    "items": lambda: _("prompt"),
    "forms": lambda: _("form"),
    "swaps": lambda: _("swap of"),
    "lines": lambda: _("line"),
}
"""One row of a list; lists that are not here are told as plain values."""

FIELDS: dict[str, Callable[[], str]] = {
    "candidate_text": lambda: _("candidate text"),
    "interviewer_notes": lambda: _("notes for the interviewer"),
    "strong": lambda: _("strong signal"),
    "weak": lambda: _("weak signal"),
    "to": lambda: _("end"),
    "from": lambda: _("start"),
    "scored": lambda: _("scored categories"),
    "total_minutes": lambda: _("total minutes"),
    "core_only": lambda: _("core only"),
    "genai_only": lambda: _("for GenAI only"),
    "items": lambda: _("prompts"),
    "anchors": lambda: _("anchor"),
    "floors": lambda: _("floor"),
    "weights": lambda: _("weight"),
    "time_plan": lambda: _("time plan"),
    "form_b_of": lambda: _("parallel form of"),
    "format_version": lambda: _("format version"),
    "content_version": lambda: _("content version"),
}
"""Fields whose name in the file is not plain English once the underscores are gone."""
