"""One way to turn a record into bytes, so that equal records have equal hashes. Everybody may import it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def plain(record: DataclassInstance) -> dict[str, Any]:
    """The record as dictionaries, lists, text and numbers."""
    return asdict(record)


def canonical(record: DataclassInstance) -> str:
    """Compact JSON with sorted keys: equal for equal records on every platform."""
    return json.dumps(asdict(record), sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)


def digest(record: DataclassInstance) -> str:
    """SHA-256 of the canonical form, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(record).encode("utf-8", "replace")).hexdigest()
