"""Collects what is wrong with one kit file and words it. Imported by kits only."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any

from interviewer_app.domain.errors import Finding
from interviewer_app.kits.locate import Lines, Path
from interviewer_app.text import _

WORDS: dict[str, Callable[[], str]] = {
    "E01": lambda: _("This is not an interview kit file: {reason} at line {line}."),
    "E02": lambda: _(
        "Written for format {found}; this app reads up to {known}. Update the app or ask for an older export."
    ),
    "E02 app": lambda: _("The file needs version {found} of this app; this is {known}. Update the app."),
    "E03": lambda: _("{item}: field '{found}' is not known."),
    "E03 guess": lambda: _("{item}: field '{found}' is not known. Did you mean '{guess}'?"),
    "E04": lambda: _("{item}: '{field}' is missing."),
    "E05": lambda: _("{where} has {count} characters; allowed {low}-{high}."),
    "E05 entries": lambda: _("{where} has {count} entries; allowed {low}-{high}."),
    "E06": lambda: _("Id '{found}' may hold only lower-case letters, digits and single hyphens."),
    "E06 length": lambda: _("Id '{found}' has {count} characters; allowed {low}-{high}."),
    "E06 letter": lambda: _("Category '{found}' must be one capital letter from A to H."),
    "E06 reserved": lambda: _("Id '{found}' is kept for a part of every interview; choose another."),
    "E07": lambda: _("Two {kind} are called '{found}' (items {first} and {second})."),
    "E08": lambda: _("{item} uses {kind} '{found}', which is not in this file or the library."),
    "E08 guess": lambda: _(
        "{item} uses {kind} '{found}', which is not in this file or the library. Did you mean '{guess}'?"
    ),
    "E08 broken": lambda: _("{item} uses {kind} '{found}' from {file}, which has errors."),
    "E08 swap": lambda: _("{item}, form {form}: '{found}' is not a prompt of this kit."),
    "E09": lambda: _(
        "Category {category} needs a description for each of 0, 1, 2, 3, 4, 5; missing: {missing}."
    ),
    "E09 scale": lambda: _("{item}: the scale must run from 0 to 5."),
    "E10": lambda: _("Category {category}: descriptions for {first} and {second} are the same."),
    "E11": lambda: _("{item}: choose one main category and at most two more from {known}."),
    "E11 none": lambda: _("{item}: an unscored prompt has no categories."),
    "E12": lambda: _("{item}: minutes must be a whole number from 2 to 60, found '{found}'."),
    "E13": lambda: _("{item}, {variant}: parts add up to {count} minutes, total says {total}."),
    "E14": lambda: _("{item}: position {found} is used twice."),
    "E14 gap": lambda: _("{item}: positions must run from 1 to {count}; {missing} is missing."),
    "E14 prompt": lambda: _("{item}: prompt '{found}' appears twice."),
    "E15": lambda: _("{item}: add {count} more {kind}."),
    "E16": lambda: _("{item} scores {category} but no prompt gives evidence for it."),
    "E16 variant": lambda: _("{item}, {variant}: scores {category} but no prompt gives evidence for it."),
    "E17": lambda: _(
        "{item}, form {form}: '{use}' ({minutes} min, {letters}) cannot replace"
        " '{instead}' ({old_minutes} min, {old_letters})."
    ),
    "E19 licence": lambda: _("'{found}' is not a licence identifier we can read."),
    "E19 language": lambda: _("'{found}' is not a language identifier we can read."),
    "E20": lambda: _("{where} holds a character or tag that is not allowed at position {count}."),
    "E21": lambda: _("{where}: '{found}' is not a valid {kind}."),
    "E21 order": lambda: _("{where}: updated is before created."),
    "E22": lambda: _("'{found}' {version} differs from the copy already here. Raise the version."),
    "E23": lambda: _("{item}: explain the weights in at least 40 characters."),
    "E24": lambda: _("{item}: a sentence of the answer key also appears in the candidate text."),
    "E25": lambda: _("{where} must be {wanted}, found {found}."),
    "E26": lambda: _("{item}: the time plan must run from 0 to {minutes} minutes without gaps or overlaps."),
    "W01": lambda: _("{item} has only {kind} questions; mixing gives better evidence."),
    "W03": lambda: _("{item} has few concrete numbers."),
    "W04": lambda: _("{item}: a name is not evidence. Ask what was done with it."),
    "W05": lambda: _("{item}: may suggest the answer."),
    "W05 double": lambda: _("{item}: asks two things."),
    "W06": lambda: _("{item} leaves under {count} minutes for the candidate."),
    "W07": lambda: _("The file says its language is {found}; most of its letters are of another script."),
    "W07 behind": lambda: _("Translated from {version}; the original is at {known}."),
    "W08": lambda: _("{item} contains {status} prompt '{found}'."),
    "W09": lambda: _("{item} takes over a minute to read aloud."),
    "W11": lambda: _(
        "{item}: '{found}' touches a protected topic ({topic})."
        " Rephrase around the job, or mark it as scenario subject."
    ),
}

_MOST_GUESSES = 30

_OURS = frozenset({"wanted", "reason", "known", "kind", "file"})
"""Values that are words of ours; the rest comes out of the file and is cut by `shown`."""


class Report:
    """The findings of one file; `add` puts a place and words to each. Without text all are of line 1."""

    def __init__(self, name: str, text: str, tables: dict[str, Any]) -> None:
        self.name = name
        self.tables = tables
        self._lines = Lines(text)
        self._found: dict[tuple[int, str, str, str], Finding] = {}
        self._has_lines = bool(text)
        self._guesses = 0

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything found so far, by line, each once."""
        return tuple(self._found[told] for told in sorted(self._found))

    @property
    def broken(self) -> bool:
        """True once there is an error, not only warnings."""
        return any(finding.fatal for finding in self._found.values())

    def __copy__(self) -> "Report":
        """Another report that goes on from here."""
        made = object.__new__(Report)
        made.__dict__.update(self.__dict__, _found=dict(self._found))
        return made

    def add(self, kind: str, path: Path, /, **values: object) -> None:
        """Add one finding about the value at `path`; `kind` is a key of the table above."""
        own: dict[str, object] = {"item": self.name_of(path[:-1]), "where": self.name_of(path)}
        own["field"] = path[-1] if path else ""
        told = {key: value if key in _OURS else shown(value) for key, value in values.items()}
        self._keep(kind, self._lines.at(path), own | told, path)

    def refuse(self, reason: str, line: int) -> None:
        """Add E01: the file cannot be read, for a reason found on a line."""
        self._keep("E01", line, {"reason": reason})

    def _keep(self, kind: str, line: int, values: dict[str, object], path: Path = ()) -> None:
        message = WORDS[kind]().format_map(values | {"line": line})
        finding = Finding(self.name, line, kind[:3], message, path)
        # Twice the same words about one line are said once; without lines the path tells places apart.
        place = "" if self._has_lines else str(path)
        self._found.setdefault((line, finding.code, message, place), finding)

    def unknown(self, path: Path, fields: tuple[str, ...]) -> None:
        """Add E03 for the field at the end of `path`, with the nearest of the known ones."""
        self.unknown_word(path, shown(path[-1]), fields)

    def unknown_word(self, path: Path, found: str, fields: tuple[str, ...]) -> None:
        """Add E03 for a name that is used inside the value at `path`."""
        near = get_close_matches(found, fields, n=1, cutoff=0.6)
        if near:
            self.add("E03 guess", path, found=found, guess=near[0])
        else:
            self.add("E03", path, found=found)

    def missing(self, path: Path, item: str, kind: str, found: str, known: Iterable[str]) -> None:
        """Add E08 for an id that leads nowhere, with the nearest of the known ones."""
        self._guesses += 1  # a file full of wrong ids must not take forever
        near = get_close_matches(found, known, n=1) if self._guesses <= _MOST_GUESSES else []
        if near:
            self.add("E08 guess", path, item=item, kind=kind, found=found, guess=near[0])
        else:
            self.add("E08", path, item=item, kind=kind, found=found)

    def value_at(self, path: Path) -> Any:
        """What the file says at `path`, sound or not; None where it says nothing."""
        node: Any = self.tables
        for step in path:
            node = _inside(node, step)
        return node

    def name_of(self, path: Path) -> str:
        """How a message calls an item: `prd-01`, `prd-01.probes.p2`, `prompts.3` where there is no id."""
        names: list[str] = []
        node: Any = self.tables
        for step in path:
            node = _inside(node, step)
            own = node.get("id") if isinstance(step, int) and isinstance(node, dict) else None
            if isinstance(own, str) and own.strip():
                names = [*(names if len(names) > 1 else []), shown(own.strip())]
            else:
                names.append(str(step + 1) if isinstance(step, int) else shown(step))
        return ".".join(names) or _("file")


def shown(value: object) -> str:
    """A value as it may stand in a message: one line, at most 60 characters, containers by kind only."""
    if isinstance(value, dict):
        return _("a table")
    if isinstance(value, list):
        return _("a list")
    if isinstance(value, bool):
        return "true" if value else "false"
    text = " ".join(str(value).split())
    text = "".join(c if c.isprintable() else "\ufffd" for c in text)
    return text if len(text) <= 60 else text[:59] + "\u2026"


def _inside(node: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return node[step] if isinstance(node, list) and step < len(node) else None
    return node.get(step) if isinstance(node, dict) else None
