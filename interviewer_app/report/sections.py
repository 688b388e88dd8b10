"""The sections of a packet in order, each a function from a folio to blocks; a new one is one more row."""

from collections.abc import Callable
from typing import Final

from interviewer_app.report.asked import asked
from interviewer_app.report.checks import checks
from interviewer_app.report.closing import decision, leftovers
from interviewer_app.report.deviations import deviations
from interviewer_app.report.drawing.layout import PageBlock
from interviewer_app.report.evidence import evidence
from interviewer_app.report.folio import PacketDraft
from interviewer_app.report.position import position

EVIDENCE: Final[tuple[Callable[[PacketDraft], list[PageBlock]], ...]] = (
    evidence,
    asked,
    checks,
    deviations,
    position,
)
"""What page 1 (`front`, a fixed page of its own) leads to."""

CLOSING: Final[tuple[Callable[[PacketDraft], list[PageBlock]], ...]] = (leftovers, decision)
"""What follows, once it is known what page 1 had to cut."""
