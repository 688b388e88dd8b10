"""Lists for a terminal: one line or one JSON record for each thing listed. Imported by cli."""

import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, Final, Protocol

from interviewer_app import labels
from interviewer_app.domain.errors import Finding, Problem
from interviewer_app.domain.kits.kit import Kit
from interviewer_app.domain.listing import InterviewPage, InterviewRow, Query
from interviewer_app.domain.notes.note import clean
from interviewer_app.text import _

_PAGE: Final = 1_000

SHOWN: Final = 8
"""Characters of an id in a list: enough to tell interviews apart."""


def flat(text: str) -> str:
    """A person's text on one line, without anything a terminal would obey."""
    return " ".join(clean(text).split())


def row_line(row: InterviewRow, now: datetime) -> str:
    """An interview on one line; times in local time."""
    when = row.when.astimezone()
    cells = (
        row.id[:SHOWN],
        f"{when:%Y-%m-%d %H:%M}",
        f"{labels.phase(row.phase):<9}",
        f"{flat(row.candidate):<24}",
        f"{flat(row.opening):<36}",
        labels.row_missing(row, now),
    )
    return "  ".join(cells).rstrip()


def row_record(row: InterviewRow) -> dict[str, Any]:
    """An interview as a JSON record; `when` is its start, else its planned start, else its creation."""
    return {
        "id": row.id,
        "candidate": row.candidate,
        "opening": row.opening,
        "kit": row.kit,
        "interviewer": row.interviewer,
        "phase": row.phase,
        "when": row.when.isoformat(),
        "sample": row.sample,
        "not_settled": list(row.open_letters),
        "recommended": row.recommended,
        "exported": row.exported,
    }


def kit_line(kit: Kit) -> str:
    """A kit on one line, with its lengths."""
    lengths = ", ".join(f"{variant.id} {variant.total_minutes} min" for variant in kit.variants)
    return f"{kit.id}  {kit.version}  {kit.title}  ({lengths})"


def kit_record(kit: Kit) -> dict[str, Any]:
    """A kit as a JSON record."""
    return {
        "id": kit.id,
        "version": kit.version,
        "title": kit.title,
        "stage": kit.stage,
        "language": kit.language,
        "licence": kit.licence,
        "categories": [category.letter for category in kit.categories],
        "variants": [{"id": v.id, "minutes": v.total_minutes} for v in kit.variants],
        "prompts": [prompt.id for prompt in kit.prompts],
    }


def finding_record(finding: Finding) -> dict[str, Any]:
    """Something wrong in a kit file as a JSON record; `error` is False for a warning."""
    return {
        "file": finding.file,
        "line": finding.line,
        "code": finding.code,
        "message": finding.message,
        "error": finding.fatal,
    }


class InterviewSource(Protocol):
    """What looking for an interview asks of a library."""

    def ids(self) -> Iterator[str]:
        """Ids of all interviews."""

    def page(self, query: Query) -> InterviewPage:
        """The interviews a query means."""


def every_row(shelf: InterviewSource, words: str = "") -> Iterator[InterviewRow]:
    """All interviews that fit the words, page by page, those that need somebody first."""
    query = Query(words=words, limit=_PAGE)
    page = shelf.page(query)
    yield from page.rows
    while page.more:
        query = replace(query, offset=query.offset + query.limit)
        page = shelf.page(query)
        yield from page.rows


def find(shelf: InterviewSource, wanted: str) -> str:
    """The one interview whose id, else whose candidate, begins like this; a Problem for none or several."""
    asked = wanted.strip()
    found = [i for i in shelf.ids() if i.startswith(asked)] if asked else []
    if asked in found:
        return asked
    if asked and not found:
        name = _folded(asked)
        names = [(_folded(row.candidate), row.id) for row in every_row(shelf, asked)]
        found = [i for n, i in names if n == name] or [i for n, i in names if n.startswith(name)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise Problem(
            _("No interview begins with “{wanted}”.").format(wanted=flat(wanted)),
            _("See them all: interviewer-app list"),
        )
    few = ", ".join(sorted(found)[:5])
    raise Problem(
        _("“{wanted}” could be {n} interviews: {few}.").format(wanted=flat(wanted), n=len(found), few=few),
        _("Give more of the id."),
    )


def _folded(name: str) -> str:
    """A name however it is cased and its accents are spelt: some shells hand them over apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def json_list(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A JSON list line by line, one record on each."""
    yield "["
    before = ""
    for record in records:
        if before:
            yield before + ","
        before = json.dumps(record, ensure_ascii=False)
    if before:
        yield before
    yield "]"
