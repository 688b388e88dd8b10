"""What every benchmark is made of: rows beside their floors, pairs taken in turn, medians and percentiles."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Aim:
    """What a row should reach: `times` and `plus` count from the floor, `most` and `least` from zero."""

    kind: str
    limit: float

    def words(self, unit: str) -> str:
        """The aim as the table prints it."""
        shown = f"{self.limit:.3g}"
        match self.kind:
            case "times":
                return f"<= {shown} x"
            case "plus":
                return f"<= floor + {shown} {unit}"
            case "least":
                return f">= {shown} {unit}".rstrip()
            case _:
                return f"<= {shown} {unit}".rstrip()

    def met(self, ours: float, floor: float | None) -> bool:
        """Whether the row reached it."""
        match self.kind:
            case "times":
                return floor is not None and ours <= self.limit * floor
            case "plus":
                return floor is not None and ours <= self.limit + floor
            case "least":
                return ours >= self.limit
            case _:
                return ours <= self.limit


@dataclass(frozen=True, slots=True)
class Row:
    """One figure, its floor if it has one, and its aims if the design names any."""

    what: str
    unit: str
    ours: float
    floor: float | None = None
    aims: tuple[Aim, ...] = ()
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Ours by the floor."""
        return self.ours / self.floor if self.floor else None

    @property
    def met(self) -> bool | None:
        """Whether all aims are reached; None when there are none."""
        return all(aim.met(self.ours, self.floor) for aim in self.aims) if self.aims else None

    def record(self) -> dict[str, Any]:
        """The row as plain data."""
        return {
            "what": self.what,
            "unit": self.unit,
            "ours": self.ours,
            "floor": self.floor,
            "ratio": self.ratio,
            "aims": [aim.words(self.unit) for aim in self.aims],
            "met": self.met,
            "note": self.note,
        }


@dataclass(frozen=True, slots=True)
class Bench:
    """The run a subject is measured in. `scratch` is its own; `data` is shared and may outlive the run."""

    quick: bool
    scratch: Path
    data: Path

    def n(self, full: int, quick: int) -> int:
        """How often, by the length of the run."""
        return quick if self.quick else full


def times(limit: float) -> Aim:
    """At most so many times the floor."""
    return Aim("times", limit)


def plus(limit: float) -> Aim:
    """At most so much more than the floor."""
    return Aim("plus", limit)


def most(limit: float) -> Aim:
    """At most so much."""
    return Aim("most", limit)


def least(limit: float) -> Aim:
    """At least so much."""
    return Aim("least", limit)


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` per cent of all do not exceed."""
    ranked = sorted(values)
    at = max(0, -(-len(ranked) * share // 100) - 1)
    return ranked[int(at)]


def p50(values: Sequence[float]) -> float:
    """The median."""
    return median(values)


def p99(values: Sequence[float]) -> float:
    """The 99th percentile."""
    return percentile(values, 99)


def taken(work: Work) -> float:
    """Milliseconds one call takes."""
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1000


def in_turn(rounds: int, ours: Work, floor: Work) -> tuple[list[float], list[float]]:
    """Milliseconds of both in turn, each first every other time, after one call that does not count."""
    ours()
    floor()
    mine: list[float] = []
    theirs: list[float] = []
    for turn in range(rounds):
        if turn % 2:
            theirs.append(taken(floor))
            mine.append(taken(ours))
        else:
            mine.append(taken(ours))
            theirs.append(taken(floor))
    return mine, theirs


def child_env(**more: str) -> dict[str, str]:
    """The environment of a program to be measured: compiled modules may be kept, nothing of the desktop's."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WAYLAND_"))}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    return {**env, "LC_ALL": "C.UTF-8", **more}


def python(*arguments: str) -> list[str]:
    """The command that starts Python as the program is started."""
    return [sys.executable, "-P", *arguments]


def answer(command: Sequence[str], **more: str) -> str:
    """What a child prints; its failure is ours."""
    env = child_env(PYTHONPATH=str(ROOT), QT_QPA_PLATFORM="offscreen", **more)
    done = subprocess.run(command, env=env, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout
