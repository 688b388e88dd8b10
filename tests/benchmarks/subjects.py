"""Every subject there is: where it is measured, what it is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module

from tests.benchmarks.harness import Bench, Row


@dataclass(frozen=True, slots=True)
class Subject:
    """A module of this package with a function `measure(bench)`; the smoke test runs the cheap ones."""

    name: str
    about: str
    cheap: bool = False

    def measure(self, bench: Bench) -> Iterable[Row]:
        """Run it in this process."""
        rows: Iterable[Row] = import_module(f"tests.benchmarks.{self.name}").measure(bench)
        return rows


SUBJECTS = (
    Subject("start", "process start to painted library, and its memory"),
    Subject("imports", "what our modules add before the first paint", cheap=True),
    Subject("keys", "a key press in the notes, saving on"),
    Subject("beside", "curtain and ribbon, from the wish to the picture"),
    Subject("durable", "from a key press to the disk, and a disk that stalls"),
    Subject("queries", "what the screens ask, at 10,000 and 100,000 interviews"),
    Subject("rows", "small reads and writes and bulk insert against bare sqlite3", cheap=True),
    Subject("packets", "the packet against a bare canvas"),
    Subject("clocks", "the time shown against the time that passed"),
    Subject("rest", "the live screen when nobody types"),
    Subject("kit_library", "the kit library with 2,000 prompts, from the click to the picture"),
    Subject("kit_editor", "a key press in the kit editor"),
    Subject("kit_files", "the shipped kits read and checked", cheap=True),
)


def named(name: str) -> Subject:
    """The subject with this name."""
    return next(subject for subject in SUBJECTS if subject.name == name)
