"""Reads openings with what hangs on them: how many interviews, who had which kit. For controllers.

Computed each time it is asked for: which kit an opening is bound to is said by its interviews alone.
"""

from dataclasses import dataclass
from datetime import date, datetime

from interviewer_app.domain.interview import Opening
from interviewer_app.domain.kits.kit import Stage
from interviewer_app.domain.openings.locking import KitUse
from interviewer_app.storage.reader import Reader
from interviewer_app.storage.rows import opening_of

# Walked along the index of openings and samples, never along the interviews.
_EVERY = """
WITH waiting AS MATERIALIZED (
  SELECT opening, min(ended) AS since FROM interview WHERE urgency = 1 GROUP BY opening
), seen AS MATERIALIZED (
  SELECT o.id, o.title, o.role, o.level, o.genai, o.sheet, o.kept,
    (SELECT count(*) FROM (SELECT 1 FROM interview WHERE opening = o.id LIMIT 100)) AS interviews,
    (SELECT max(slot) FROM interview WHERE opening = o.id AND sample = 0) AS used,
    (SELECT max(slot) FROM interview WHERE opening = o.id AND sample = 1) AS sampled
  FROM opening AS o
)
SELECT seen.id, title, role, level, genai, sheet, interviews,
  used IS NULL AND sampled IS NOT NULL AS sample, since
FROM seen LEFT JOIN waiting ON waiting.opening = seen.id
WHERE kept = 1 OR interviews > 0
ORDER BY sample, coalesce(used, sampled) DESC, title LIMIT 500
"""
_ONE = "SELECT id, title, role, level, genai, sheet FROM opening WHERE id = ?"
_SHARED = "SELECT count(*) FROM interview WHERE opening = ?"
# The sign keeps SQLite from the index on kits: thousands may carry the kit of one opening.
_USES = """
WITH had AS MATERIALIZED (
  SELECT DISTINCT kit FROM interview WHERE opening = ?1 AND started IS NOT NULL
), known AS MATERIALIZED (
  SELECT num, hash, title, version, json_extract(body, '$.stage') AS stage,
    json_extract(body, '$.variants[0].id') AS variant, json_extract(body, '$.forms[0].id') AS form
  FROM kit WHERE num IN (SELECT kit FROM had)
)
SELECT i.id, i.candidate, i.started, stage, hash, title, version, variant, form
FROM interview AS i JOIN known ON known.num = +i.kit
WHERE i.opening = ?1 AND i.started IS NOT NULL ORDER BY i.slot
"""


@dataclass(frozen=True, slots=True)
class OpeningRow:
    """An opening, its interviews (at most 100 are counted), and since when a call waits for its scores.

    `sample` is True where all of its interviews are made up.
    """

    opening: Opening
    interviews: int
    sample: bool
    waits_since: date | None


def every(reader: Reader) -> tuple[OpeningRow, ...]:
    """The openings, the one used last first, samples at the end; raises StorageProblem."""
    return tuple(
        OpeningRow(opening_of(row[:6]), row[6], bool(row[7]), _day(row[8])) for row in reader.rows(_EVERY)
    )


def one(reader: Reader, opening_id: str) -> Opening | None:
    """The opening as it is known now, or None; raises StorageProblem."""
    return next((opening_of(row) for row in reader.rows(_ONE, opening_id)), None)


def alone(reader: Reader, opening_id: str) -> bool:
    """True when no two interviews share this opening; raises StorageProblem."""
    return all(row[0] < 2 for row in reader.rows(_SHARED, opening_id))


def uses(reader: Reader, opening_id: str) -> tuple[KitUse, ...]:
    """Every started interview of an opening with the kit it carries, by start; raises StorageProblem."""
    return tuple(
        KitUse(r[0], r[1], r[2].split(" ", 1)[0], Stage(r[3]), r[4], r[5], r[6], r[7], r[8])
        for r in reader.rows(_USES, opening_id)
    )


def _day(stored: str | None) -> date | None:
    return datetime.fromisoformat(stored.split(" ", 1)[0]).date() if stored else None
