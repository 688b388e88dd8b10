"""What the kernel knows about a process: memory, processor time, how often it woke. Linux."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Used:
    """Milliseconds on a processor and times it went to sleep, all threads together."""

    cpu: float
    waits: int

    def since(self, before: "Used") -> "Used":
        """What was used between two looks."""
        return Used(self.cpu - before.cpu, self.waits - before.waits)


def used(pid: int) -> Used:
    """Of the threads that are alive now."""
    cpu, waits = 0.0, 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        cpu += int((task / "schedstat").read_text().split()[0]) / 1e6
        waits += _number(task / "status", "voluntary_ctxt_switches")
    return Used(cpu, waits)


def pss(pid: int) -> float:
    """Proportional share of memory, MiB."""
    return _number(Path(f"/proc/{pid}/smaps_rollup"), "Pss") / 1024


def peak(pid: int | str = "self") -> float:
    """The most memory it ever had, MiB; unlike ru_maxrss it knows nothing of the parent."""
    return _number(Path(f"/proc/{pid}/status"), "VmHWM") / 1024


def _number(file: Path, name: str) -> int:
    for line in file.read_text().splitlines():
        if line.startswith(name + ":"):
            return int(line.split()[1])
    raise LookupError(name)
