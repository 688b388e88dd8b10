"""One way to turn a record into bytes, so that equal records have equal hashes. Everybody may import it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


_LATER: dict[str, object] = {
    "status": "active",
    "supersedes": "",
    "form_b_of": "",
    "position": None,
    **dict.fromkeys(
        ("levels", "roles", "checklists", "flags", "materials", "whole", "checks", "detours"), ()
    ),
}
"""Fields that records did not always have: left out while they say nothing, so that what was hashed without
them has the same hash still. A field that is added to a kit or to a summary belongs in here."""


def plain(record: DataclassInstance) -> dict[str, Any]:
    """The record as dictionaries, lists, text and numbers."""
    return asdict(record)


def canonical(record: DataclassInstance) -> str:
    """Compact JSON with sorted keys: equal for equal records on every platform."""
    said = asdict(record, dict_factory=_without_later)
    return json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)


def _without_later(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in pairs if name not in _LATER or value != _LATER[name]}


def digest(record: DataclassInstance) -> str:
    """SHA-256 of the canonical form, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(record).encode("utf-8", "replace")).hexdigest()
