"""Which kit an opening's stage is bound to, and who had which. Everybody may import it.

Computed from the interviews that were started, never stored: the first one of a stage binds the ones after
it (P-02), until somebody lets the stage go; then the next first one does.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from interviewer_app.domain.kits.kit import Stage
from interviewer_app.domain.openings.opening import Release


@dataclass(frozen=True, slots=True)
class KitUse:
    """A started interview of an opening and the kit it carries; `started` is UTC, ISO 8601."""

    interview_id: str
    candidate: str
    started: str
    stage: Stage
    kit_hash: str
    kit_title: str
    version: str
    variant: str
    form: str


@dataclass(frozen=True, slots=True)
class UsedKit:
    """One kit in one form and length as an opening used it; `who` are interviews by their start."""

    first: KitUse
    who: tuple[KitUse, ...]


def lock(uses: Iterable[KitUse], releases: Iterable[Release], stage: Stage) -> KitUse | None:
    """The interview whose kit binds the next one of this stage, or None while the choice is free."""
    since = max((r.at for r in releases if r.stage is stage), default="")
    bound = [use for use in uses if use.stage is stage and use.started > since]
    return min(bound, key=lambda use: use.started, default=None)


def editions(uses: Iterable[KitUse], stage: Stage) -> tuple[UsedKit, ...]:
    """Every kit used in a stage with those who had it, the first one first."""
    by_kit: dict[str, list[KitUse]] = {}
    for use in sorted((u for u in uses if u.stage is stage), key=lambda use: use.started):
        by_kit.setdefault(use.kit_hash, []).append(use)
    return tuple(UsedKit(had[0], tuple(had)) for had in by_kit.values())
