"""Runs kit files through every stage: source, shape, rules, links, resolve. Imported by kits only."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

from interviewer_app import __version__
from interviewer_app.domain.errors import Finding
from interviewer_app.domain.kits.checklist import Checklist
from interviewer_app.domain.kits.kit import Kit, Stage
from interviewer_app.domain.openings.rules import OpeningRules
from interviewer_app.kits import links, plain, resolve, rules, source, wording
from interviewer_app.kits.findings import Report
from interviewer_app.kits.links import Documents, KitDocument
from interviewer_app.kits.schema import FILE, FORMAT, FORMAT_VERSION
from interviewer_app.kits.versions import release
from interviewer_app.text import _


@dataclass(frozen=True, slots=True)
class Library:
    """Kits, checklists and rules that can be used; every finding, errors and warnings, by file and line."""

    kits: tuple[Kit, ...]
    findings: tuple[Finding, ...]
    checklists: tuple[Checklist, ...]
    rules: tuple[OpeningRules, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that keep kits from being used."""
        return tuple(finding for finding in self.findings if finding.fatal)

    @property
    def example(self) -> Kit | None:
        """The kit for a made-up interview: the first technical one."""
        return next((kit for kit in self.kits if kit.stage is Stage.TECH), None)

    def kit(self, kit_id: str) -> Kit | None:
        """The kit with this id, or None."""
        return next((kit for kit in self.kits if kit.id == kit_id), None)


def files(paths: Iterable[FilePath], background: Iterable[FilePath]) -> Library:
    """Read these files; those of `background` are only referred to. Only what has changed costs time."""
    # What is kept for the next time must not keep what is wrong beside these files only.
    opened = [
        one.copy() if isinstance(one, KitDocument) else one for one in map(_alone, dict.fromkeys(paths))
    ]
    return _run(opened, (), background)


def tables(path: FilePath) -> dict[str, Any]:
    """The plain tables of a file, arranged, sound or not; see `library.tables`."""
    return _arranged(_alone(path))


def text(name: str, data: bytes, near: Iterable[FilePath], background: Iterable[FilePath]) -> Library:
    """Read one file given as bytes, as it would stand among those of `near`; of these nothing is told."""
    return _run([_read(name, data)], _known_of(near), background)


def judged(
    name: str, given: dict[str, Any], near: Iterable[FilePath], background: Iterable[FilePath]
) -> Iterator[tuple[Finding, ...] | None]:
    """What `text` finds in the same tables written down, but for lines: None in between, then all of it."""
    one = _built(Report(name, "", given))
    yield None
    yield _run([one], _known_of(near), background).findings


def _run(
    opened: list[KitDocument | Report], near: Iterable[KitDocument], background: Iterable[FilePath]
) -> Library:
    own = [document for document in opened if isinstance(document, KitDocument)]
    checked = [*own, *(document.copy() for document in near)]
    names = {document.file.id for document in checked}
    behind = (document for document in _known_of(background) if document.file.id not in names)
    shelf = Documents((*checked, *behind))
    for document in checked:
        links.check(document, shelf)
    while sum(links.spread_breakage(document, shelf) for document in checked):
        pass  # until no further file falls
    sound = [document for document in own if not document.report.broken]
    reports = [entry.report if isinstance(entry, KitDocument) else entry for entry in opened]
    return Library(
        tuple(kit for document in sound for kit in resolve.kits(document, shelf)),
        tuple(finding for report in reports for finding in report.findings),
        tuple(checklist for document in sound for checklist in document.file.checklists),
        tuple(rules for document in sound for rules in document.file.opening_rules),
    )


def _known_of(paths: Iterable[FilePath]) -> Iterator[KitDocument]:
    return (one for one in map(_alone, paths) if isinstance(one, KitDocument))


def _alone(path: FilePath) -> KitDocument | Report:
    """A file with what is wrong in itself, read again when it changes; not to be added to."""
    try:
        now = path.stat()
    except OSError:
        return _opened(path)
    return _known(path, (now.st_mtime_ns, now.st_size, now.st_ino))


@lru_cache(maxsize=512)
def _known(path: FilePath, _stamp: tuple[int, int, int]) -> KitDocument | Report:
    return _opened(path)


@lru_cache(maxsize=512)
def _arranged(one: KitDocument | Report) -> dict[str, Any]:
    report = one.report if isinstance(one, KitDocument) else one
    return plain.arranged(report.tables)


def _opened(path: FilePath) -> KitDocument | Report:
    try:
        return _read(str(path), source.read_bytes(path))
    except source.UnreadableError as problem:
        return _refused(str(path), problem)


def _read(name: str, data: bytes) -> KitDocument | Report:
    """The file as a document, or its report alone when there is nothing to go on with."""
    try:
        found = source.load(data)
    except source.UnreadableError as problem:
        return _refused(name, problem)
    return _built(Report(name, found.text, found.tables))


def _built(report: Report) -> KitDocument | Report:
    """What the tables of a report make, with everything wrong in themselves."""
    given = report.tables
    if given.get("format") != FORMAT:
        reason = _('the line format = "{wanted}" is missing').format(wanted=FORMAT)
        report.add("E01", ("format",), reason=reason)
        return report
    version = given.get("format_version")
    if isinstance(version, int) and version != FORMAT_VERSION:
        report.add("E02", ("format_version",), found=version, known=FORMAT_VERSION)
        return report
    needed = given.get("min_app_version")
    # What a later program may know of the file cannot be judged here.
    if isinstance(needed, str) and release(needed) > release(__version__):
        report.add("E02 app", ("min_app_version",), found=needed, known=__version__)
        return report
    document = KitDocument(FILE.read(given, (), report), report)
    rules.check(document.file, report)
    wording.check(document.file, report)
    return document


def _refused(name: str, problem: source.UnreadableError) -> Report:
    report = Report(name, "", {})
    report.refuse(problem.reason, problem.line)
    return report
