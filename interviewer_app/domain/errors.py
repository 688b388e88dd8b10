"""Failures that belong to the world, each with a sentence and a next step. Everybody may import it.

Problem
    KitProblem              a kit file that cannot be used; holds every finding
    RuleProblem             an act the rules of an interview forbid now
    StorageProblem
        NotOurFile          a SQLite file of another program, or no SQLite file
        NewerFile           written by a newer Interviewer; left untouched
        DamagedFile         SQLite cannot read it; names the newest backup
        ReadOnlyStore       folder or file cannot be written
        StoreBusy           another process owns the data folder
        DiskFull            no room for the next write
    ExportProblem           a packet or copy could not be written

Anything else that is raised is a bug and reaches the crash hook.
"""

from interviewer_app.domain.records import record


class Problem(Exception):
    """The world's failure: one sentence for the person, and what to do next."""

    def __init__(self, sentence: str, next_step: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.next_step = next_step

    def line(self) -> str:
        """Sentence and next step as one line, for a terminal or a log."""
        return f"{self.sentence} {self.next_step}".strip()


@record
class Finding:
    """One thing wrong in a kit file: `file:line: code message`; codes are those of the kit rules.

    `path` leads to it in the tables of the file: keys and entry numbers from 0.
    """

    file: str
    line: int
    code: str
    message: str
    path: tuple[str | int, ...] = ()

    def text(self) -> str:
        """The finding as one line: `file:line: code message`."""
        return f"{self.file}:{self.line}: {self.code} {self.message}"

    @property
    def fatal(self) -> bool:
        """True for an error (E..), False for a warning (W..)."""
        return self.code.startswith("E")


class KitProblem(Problem):
    """A kit file that cannot be used; `findings` holds everything wrong with it."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        count = sum(f.fatal for f in findings)
        errors = "one error" if count == 1 else f"{count} errors"
        super().__init__(f"The kit file has {errors}.", "Mend the lines named and try again.")
        self.findings = findings


class RuleProblem(Problem):
    """An act the rules of an interview forbid in its present state."""


class StorageProblem(Problem):
    """The database cannot do what was asked."""


class NotOurFile(StorageProblem):
    """The file at the database's place is not one of ours."""


class NewerFile(StorageProblem):
    """The database was written by a newer version and was left untouched."""


class DamagedFile(StorageProblem):
    """SQLite cannot read the database; the sentence names the newest backup."""


class ReadOnlyStore(StorageProblem):
    """The database or its folder cannot be written."""


class StoreBusy(StorageProblem):
    """Another process owns the data folder."""


class DiskFull(StorageProblem):
    """There is no room left for the next write."""


class ExportProblem(Problem):
    """A packet or copy could not be written where it was asked for."""
