"""Rules between entries, within one kit file or across a library of them. Imported by kits only."""

from collections.abc import Iterable, Iterator
from copy import copy
from typing import Any

from interviewer_app.domain.kits.kit import Prompt, PromptType, Scorecard, Stage
from interviewer_app.domain.openings.rules import OpeningRules
from interviewer_app.kits.entries import Contents, Item, KitEntry
from interviewer_app.kits.findings import Report, shown
from interviewer_app.kits.locate import Path
from interviewer_app.kits.schema import LISTS
from interviewer_app.kits.versions import release
from interviewer_app.text import _

_MIXED_STAGES = (Stage.TECH, Stage.FINAL)
_MOST_IDS = 2_000
_MOST_OF_IT = 85
"""Per cent of the time that prompts may take."""


class KitDocument:
    """One file that could be read, with its findings so far."""

    __slots__ = ("by_id", "file", "report")

    def __init__(self, file: Contents, report: Report) -> None:
        self.file = file
        self.report = report
        self.by_id: dict[tuple[str, str], Any] = {}
        for kind in LISTS:
            for entry in getattr(file, kind):
                if entry.id:
                    self.by_id.setdefault((kind, entry.id), entry)

    def copy(self) -> "KitDocument":
        """The same file with a report that goes on from this one."""
        made = copy(self)
        made.report = copy(self.report)
        return made


class Documents:
    """Documents in the order they are searched."""

    __slots__ = ("_first", "documents")

    def __init__(self, documents: Iterable[KitDocument]) -> None:
        self.documents = tuple(documents)
        self._first: dict[tuple[str, str], KitDocument] = {}
        for document in reversed(self.documents):
            self._first.update(dict.fromkeys(document.by_id, document))

    def find(self, kind: str, wanted: str, home: KitDocument) -> tuple[Any, KitDocument] | None:
        """The entry with this id and the file it is in: the home file first, then the others in order."""
        key = (kind, wanted)
        document = home if key in home.by_id else self._first.get(key)
        return (document.by_id[key], document) if document is not None else None

    def ids(self, kind: str) -> list[str]:
        """The ids of a kind, as many as one may choose from."""
        return [name for of, name in self._first if of == kind][:_MOST_IDS]

    def entry(self, kind: str, wanted: str, home: KitDocument) -> Any:
        """The entry with this id alone; None when there is none."""
        found = self.find(kind, wanted, home)
        return found[0] if found else None


def in_order(kit: KitEntry) -> list[Item]:
    """The items as they are asked: by `order`, else by place."""
    placed = sorted(enumerate(kit.items, 1), key=lambda pair: (pair[1].order or pair[0], pair[0]))
    return [item for _place, item in placed]


def check(home: KitDocument, shelf: Documents) -> None:
    """Report every reference that leads nowhere and every sum across entries that is wrong."""
    _copies(home, shelf)
    _translation(home, shelf)
    for path, kind, called, wanted in _named_outside_kits(home.file):
        if wanted and shelf.find(kind, wanted, home) is None:
            home.report.missing(path, home.report.name_of(path[:2]), called, wanted, shelf.ids(kind))
    for number, kit in enumerate(home.file.kits):
        _KitCheck(kit, ("kits", number), home, shelf).run()


def spread_breakage(home: KitDocument, shelf: Documents) -> bool:
    """Report each kit that draws on a file with errors; True when that broke the home file just now."""
    if home.report.broken:
        return False
    for number, kit in enumerate(home.file.kits):
        for path, kind, called, wanted in references(kit, ("kits", number)):
            found = shelf.find(kind, wanted, home)
            if found is None:
                continue
            _entry, there = found
            if there.report.broken:
                file = there.report.name
                home.report.add("E08 broken", path, item=kit.id, kind=called, found=wanted, file=file)
    return home.report.broken


def references(kit: KitEntry, path: Path) -> Iterator[tuple[Path, str, str, str]]:
    """Where, list, word and id of every entry a kit names."""
    yield (*path, "scorecard"), "scorecards", _("scorecard"), kit.scorecard
    yield (*path, "role"), "role_profiles", _("role profile"), kit.role
    for number, wanted in enumerate(kit.checklists):
        yield (*path, "checklists", number), "checklists", _("checklist"), wanted
    for number, wanted in enumerate(kit.flags):
        yield (*path, "flags", number), "flags", _("flag"), wanted
    for number, item in enumerate(kit.items):
        yield (*path, "items", number, "prompt"), "prompts", _("prompt"), item.prompt
    for number, form in enumerate(kit.forms):
        for place, swap in enumerate(form.swaps):
            yield (*path, "forms", number, "swaps", place, "use"), "prompts", _("prompt"), swap.use


def _named_outside_kits(file: Contents) -> Iterator[tuple[Path, str, str, str]]:
    """Where, list, word and id of every entry that prompts and rules for openings name."""
    for number, prompt in enumerate(file.prompts):
        for kind, called in (("checklists", _("checklist")), ("flags", _("flag"))):
            for at, wanted in enumerate(getattr(prompt, kind)):
                yield ("prompts", number, kind, at), kind, called, wanted
    for number, rules in enumerate(file.opening_rules):
        yield from _named_by(rules, ("opening_rules", number))


def _named_by(rules: OpeningRules, path: Path) -> Iterator[tuple[Path, str, str, str]]:
    yield (*path, "scorecard"), "scorecards", _("scorecard"), rules.scorecard
    for at, role in enumerate(rules.roles):
        yield (*path, "roles", at, "role"), "role_profiles", _("role profile"), role.role
    for name in ("designs", "regulated", "without_genai"):
        for key, wanted in getattr(rules, name).items():
            yield (*path, name, key), "prompts", _("prompt"), wanted
    yield (*path, "reminders"), "checklists", _("checklist"), rules.reminders
    for name in ("opening_lists", "genai_lists", "hired_lists"):
        for at, wanted in enumerate(getattr(rules, name)):
            yield (*path, name, at), "checklists", _("checklist"), wanted


def _copies(home: KitDocument, shelf: Documents) -> None:
    """A prompt or kit of the same id and version elsewhere must be the same one."""
    others = [document for document in shelf.documents if document is not home and not document.report.broken]
    for kind in ("prompts", "kits"):
        for number, entry in enumerate(getattr(home.file, kind)):
            twins = (document.by_id.get((kind, entry.id)) for document in others if entry.id)
            if any(twin and twin.version == entry.version and twin != entry for twin in twins):
                path = (kind, number, "version")
                home.report.add("E22", path, found=entry.id, version=entry.version)


def _translation(home: KitDocument, shelf: Documents) -> None:
    origin = home.file.translation_of
    if origin is None or not origin.version:
        return
    for document in shelf.documents:
        known = document.file.content_version
        if document.file.id == origin.id and release(origin.version) < release(known):
            home.report.add("W07 behind", ("translation_of",), version=origin.version, known=known)


class _KitCheck:
    """The rules of one kit."""

    def __init__(self, kit: KitEntry, path: Path, home: KitDocument, shelf: Documents) -> None:
        self._kit = kit
        self._path = path
        self._home = home
        self._shelf = shelf
        self._name = kit.id or home.report.name_of(path)

    def run(self) -> None:
        """Report everything."""
        for path, kind, called, wanted in references(self._kit, self._path):
            if wanted and self._shelf.find(kind, wanted, self._home) is None:
                self._home.report.missing(path, self._name, called, wanted, self._shelf.ids(kind))
        self._scripts()
        self._letters()
        self._sums()
        self._swaps()
        self._mixed()
        self._states()

    def _add(self, kind: str, path: Path, /, **values: object) -> None:
        item = values.pop("item", self._name)
        self._home.report.add(kind, path, item=item, **values)

    def _prompt(self, wanted: str) -> Prompt | None:
        found: Prompt | None = self._shelf.entry("prompts", wanted, self._home)
        return found

    def _scripts(self) -> None:
        for name in ("opening_script", "closing_script"):
            if not getattr(self._kit, name) and not getattr(self._home.file, name):
                self._add("E04", (*self._path, name))

    def _letters(self) -> None:
        """Categories of prompts are on the scorecard; what is scored is asked about in every length."""
        card: Scorecard | None = self._shelf.entry("scorecards", self._kit.scorecard, self._home)
        if card is None:
            return
        known = card.letters
        for path, kind, _called, wanted in references(self._kit, self._path):
            prompt = self._prompt(wanted) if kind == "prompts" else None
            if prompt is not None and not set(prompt.categories) <= {*known, ""}:
                self._add("E11", path, item=prompt.id, known=", ".join(map(shown, known)))
        self._evidence()

    def _evidence(self) -> None:
        kept = {variant.id: self._kept(core_only=variant.core_only) for variant in self._kit.variants}
        if None in kept.values():
            return
        for number, letter in enumerate(self._kit.scored):
            lacking = [name for name, prompts in kept.items() if not _touches(prompts or (), letter)]
            path = (*self._path, "scored", number)
            if letter and lacking and len(lacking) == len(kept):
                self._add("E16", path, category=letter)
            for name in lacking if letter and len(lacking) < len(kept) else ():
                self._add("E16 variant", path, category=letter, variant=name)

    def _kept(self, *, core_only: bool) -> list[Prompt] | None:
        """The prompts of a variant, None when one of them is unknown."""
        kept = [self._prompt(item.prompt) for item in self._kit.items if item.core or not core_only]
        known = [prompt for prompt in kept if prompt is not None]
        return known if len(known) == len(kept) else None

    def _sums(self) -> None:
        for number, variant in enumerate(self._kit.variants):
            kept = self._kept(core_only=variant.core_only)
            if kept is None or not variant.total_minutes or not all(prompt.minutes for prompt in kept):
                continue
            asked = sum(prompt.minutes for prompt in kept)
            path = (*self._path, "variants", number, "total_minutes")
            if asked * 100 > _MOST_OF_IT * variant.total_minutes:
                least = -(-variant.total_minutes * (100 - _MOST_OF_IT) // 100)
                self._add("W06", path, count=least)
            parts = variant.frame.minutes + asked
            if parts != variant.total_minutes:
                self._add(
                    "E13", path, variant=variant.id or number + 1, count=parts, total=variant.total_minutes
                )

    def _swaps(self) -> None:
        asked = {item.prompt for item in self._kit.items}
        for number, form in enumerate(self._kit.forms):
            for place, swap in enumerate(form.swaps):
                path = (*self._path, "forms", number, "swaps", place)
                if swap.instead_of not in asked:
                    self._add(
                        "E08 swap", (*path, "instead_of"), form=form.id or number + 1, found=swap.instead_of
                    )
                if swap.use in asked:
                    self._add("E14 prompt", (*path, "use"), found=swap.use)
                old, new = self._prompt(swap.instead_of), self._prompt(swap.use)
                if old and new and not _equal_place(old, new):
                    self._unequal(old, new, path, form.id)

    def _mixed(self) -> None:
        """W01: what somebody did and what they would do are both asked for."""
        kinds = {prompt.type for prompt in self._kept(core_only=False) or ()} - {PromptType.UNSCORED}
        if self._kit.stage not in _MIXED_STAGES or not kinds:
            return
        if PromptType.PAST not in kinds or kinds == {PromptType.PAST}:
            only = _("past") if PromptType.PAST in kinds else _("hypothetical")
            self._add("W01", (*self._path, "items"), kind=only)

    def _states(self) -> None:
        """W08: prompts that are not ready, or no longer."""
        for path, kind, _called, wanted in references(self._kit, self._path):
            prompt = self._prompt(wanted) if kind == "prompts" else None
            if prompt is not None and prompt.status in ("draft", "retired"):
                self._add("W08", path, status=prompt.status, found=prompt.id)

    def _unequal(self, old: Prompt, new: Prompt, path: Path, form: str) -> None:
        self._add(
            "E17",
            path,
            form=form,
            use=new.id,
            minutes=new.minutes,
            letters="".join(new.categories),
            instead=old.id,
            old_minutes=old.minutes,
            old_letters="".join(old.categories),
        )


def _touches(prompts: Iterable[Prompt], letter: str) -> bool:
    return any(letter in prompt.categories for prompt in prompts)


def _equal_place(one: Prompt, other: Prompt) -> bool:
    return one.minutes == other.minutes and set(one.categories) == set(other.categories)
