"""Counts which prompts and forms were used, from the marks and frozen kits of interviews. For controllers.

Computed each time it is asked for: a second copy of these figures could only disagree with the first.
"""

from datetime import datetime

from interviewer_app.domain.kits.kit import FRAME_STEPS
from interviewer_app.domain.openings.exposure import FormUse, PromptUse
from interviewer_app.storage.reader import Reader

# A prompt shown twice in one call counts once; an interview that never began counts not at all.
_PROMPTS = """
SELECT step, opening_title, count(*), max(started) FROM (
  SELECT DISTINCT mark.step, i.num, i.opening_title, i.started
  FROM interview AS i CROSS JOIN mark ON mark.interview = i.num AND mark.kind = 'shown'
  WHERE i.sample = 0 AND i.started IS NOT NULL AND i.num BETWEEN ? AND ?
) GROUP BY step, opening_title
"""
_LAST = "SELECT coalesce(max(num), 0) FROM interview"
_FORMS = """
SELECT kit.id, coalesce(json_extract(kit.body, '$.forms[0].id'), ''), sum(used.times)
FROM (
  SELECT kit, count(*) AS times FROM interview
  WHERE sample = 0 AND started IS NOT NULL GROUP BY kit
) AS used
JOIN kit ON kit.num = used.kit
GROUP BY 1, 2
"""


def last_number(reader: Reader) -> int:
    """The highest number an interview has: `prompt_uses` goes by these. Raises StorageProblem."""
    rows = reader.rows(_LAST)
    return int(rows[0][0]) if rows else 0


def prompt_uses(reader: Reader, first: int, last: int) -> tuple[PromptUse, ...]:
    """Every prompt shown in a call that was no sample, per opening; raises StorageProblem.

    Only interviews with these numbers are looked at, so that nobody has to wait for all of them at once.
    """
    rows = reader.rows(_PROMPTS, first, last)
    return tuple(PromptUse(r[0], r[1], r[2], _instant(r[3])) for r in rows if r[0] not in FRAME_STEPS)


def form_uses(reader: Reader) -> tuple[FormUse, ...]:
    """Every form of a kit used in a call that was no sample; raises StorageProblem."""
    return tuple(FormUse(*r) for r in reader.rows(_FORMS))


def _instant(stored: str) -> datetime:
    """The UTC instant at the head of a stored moment."""
    return datetime.fromisoformat(stored.split(" ", 1)[0])
