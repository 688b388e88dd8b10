"""The short way for files that keep to the format: built by msgspec in one go. Imported by kits only.

It says yes or nothing: whatever is not as it should be is left to `shape`, which knows what and where.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import msgspec

from interviewer_app.kits.fold import folded
from interviewer_app.kits.schema import MAY_LINK, VERBATIM, KitFile
from interviewer_app.kits.shape import allowed

_HARMLESS_ESCAPES = re.compile(r'\\["\\nt]')


def build(tables: dict[str, Any], text: str) -> KitFile | None:
    """The file as Structs, as `shape.build` gives it without a finding; None when there may be one."""
    if not _is_clean(text) and not all(_is_fit(own, links) for own, links in _texts(tables)):
        return None
    try:
        return msgspec.convert(_folded(tables), KitFile)
    except msgspec.ValidationError:
        return None


def _is_clean(text: str) -> bool:
    """True when no string of the file can hold what is refused or has another normal form.

    Quick, for it looks at the file as one text; comments and escapes may make it say no without need.
    """
    if "\\" in text and "\\" in _HARMLESS_ESCAPES.sub("", text):
        return False
    return _is_fit(text, links=False)


def _is_fit(text: str, links: bool) -> bool:
    return unicodedata.is_normalized("NFC", text) and allowed(text, links=links)


def _texts(value: Any, *, links: bool = False) -> Iterator[tuple[str, bool]]:
    """Every text, and whether it may hold a link."""
    if isinstance(value, str):
        yield value, links
    elif isinstance(value, dict):
        for key, own in value.items():
            yield from _texts(own, links=links or key in MAY_LINK)
    elif isinstance(value, list):
        for own in value:
            yield from _texts(own, links=links)


def _folded(value: Any) -> Any:
    if isinstance(value, str):
        return folded(value)
    if isinstance(value, dict):
        return {key: own if key in VERBATIM else _folded(own) for key, own in value.items()}
    if isinstance(value, list):
        return [_folded(own) for own in value]
    return value
