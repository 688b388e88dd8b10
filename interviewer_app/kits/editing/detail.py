"""One entry of a kit file laid out to be read: facts, then headed blocks. Pure. For controllers/kits."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from interviewer_app import labels
from interviewer_app.domain.kits.catalogue import (
    DetailBlock,
    DetailLine,
    DetailStyle,
    EntryKind,
    KitDetail,
    KitFile,
    KitRow,
)
from interviewer_app.kits.editing.catalogue import Catalogue, Entry, Tables
from interviewer_app.text import _, ngettext

if TYPE_CHECKING:
    from interviewer_app.domain.kits.kit import Level, Stage

_MOST = 200
"""No more findings of a file than this are shown, errors first: nobody mends more in one go."""

Near = Callable[[EntryKind, str], Entry | None]
"""Finds the entry with an id that another one names."""


def detail(entry: Entry, catalogue: Catalogue, used: str = "") -> KitDetail:
    """Everything about one entry; `used` says how often it was."""
    row, table, file = entry.row, entry.table, catalogue.files[entry.row.file]
    match row.kind:
        case EntryKind.PROMPT:
            blocks = _prompt(table)
        case EntryKind.KIT:
            blocks = _kit(table, partial(catalogue.near, file=row.file))
        case EntryKind.SCORECARD:
            blocks = _anchors(table, [category["id"] for category in table.get("categories", ())])
        case EntryKind.ROLE:
            blocks = _role(table)
        case EntryKind.FILE:
            blocks = _file(file)
    facts = tuple(DetailLine(lead, words) for lead, words in _facts(row, table, file) if words)
    shown = tuple(block for block in blocks if block.lines)
    return KitDetail(row.key, row.kind, row.title, facts, shown, file, used)


def _facts(row: KitRow, table: Tables, file: KitFile) -> Iterator[tuple[str, str]]:
    """The small print: what it is, where it comes from, on which terms."""
    yield _("Id"), f"{row.id} {row.version}".strip() if row.id else ""
    if row.kind is EntryKind.PROMPT:
        yield _("Type"), labels.prompt_type(table["type"])
        yield _("Minutes"), str(row.minutes)
        yield _("Categories"), ", ".join(row.letters)
        yield _("Status"), labels.prompt_status(row.status) if row.status not in ("", "active") else ""
        levels = (labels.level(cast("Level", level)) for level in table.get("levels", ()))
        yield _("Levels"), ", ".join(levels)
        yield _("Takes the place of"), str(table.get("supersedes") or "")
        yield _("Parallel form of"), str(table.get("form_b_of") or "")
        yield _("Setting"), _("only where generative AI is in scope") if table.get("genai_only") else ""
    yield _("Roles"), ", ".join(row.roles) if row.kind is not EntryKind.ROLE else ""
    yield _("Stages"), ", ".join(labels.stage(cast("Stage", stage)) for stage in row.stages)
    yield _("File"), _("{name}, shipped, read-only").format(name=file.name) if file.shipped else file.name
    held = file.version and row.kind is not EntryKind.FILE
    yield _("File version"), f"{file.id} {file.version}" if held else ""
    yield _("Publisher"), file.publisher
    yield _("Language"), file.language
    yield _("Licence"), file.licence
    yield _("Derived from"), file.derived_from


def _prompt(table: Tables) -> Iterator[DetailBlock]:
    candidate = _text(_("As the candidate sees it"), table, "candidate_text")
    yield DetailBlock(candidate.heading, DetailStyle.CANDIDATE, candidate.lines, _("nothing else is shown"))
    yield _text(_("For the interviewer"), table, "interviewer_notes")
    spans = ((f"{span['from']}–{span['to']} min", span["label"]) for span in table.get("time_plan", ()))
    yield _pairs(_("Time plan"), spans)
    yield _pairs(_("Facts to give when asked"), ((f["id"], _fact(f)) for f in table.get("facts", ())))
    yield _pairs(_("Probes"), ((p["id"], _probe(p)) for p in table.get("probes", ())))
    yield _list(_("Speaks for"), table.get("strong", ()))
    yield _list(_("Speaks against"), table.get("weak", ()))
    yield _list(_("Facets and topics"), (*table.get("facets", ()), *table.get("topics", ())))
    yield DetailBlock(_("Materials"), DetailStyle.TEXT, _lines(table.get("materials", ())))


def _fact(fact: Tables) -> str:
    words = str(fact["text"])
    return (
        _("{text} Told without being asked.").format(text=words) if fact.get("reveal") == "always" else words
    )


def _probe(probe: Tables) -> str:
    words = str(probe["text"])
    if probe.get("purpose"):
        words = f"{words}\n{probe['purpose']}"
    return _("{text}\nCounts as help.").format(text=words) if probe.get("assist") else words


def _kit(table: Tables, near: Near) -> Iterator[DetailBlock]:
    asked = enumerate(_in_order(table.get("items", ())), 1)
    yield _pairs(_("Prompts in order"), ((str(number), _item(near, item)) for number, item in asked))
    yield _pairs(_("Lengths"), ((v["id"], _length(v)) for v in table.get("variants", ())))
    for form in table.get("forms", ()):
        heading = _("Form {form}").format(form=form["id"].upper())
        yield _pairs(heading, ((s["instead_of"], _named(near, s["use"])) for s in form.get("swaps", ())))
    card = near(EntryKind.SCORECARD, table.get("scorecard", ""))
    role = near(EntryKind.ROLE, table.get("role", ""))
    yield from _anchors({} if card is None else card.table, table.get("scored", ()))
    yield _numbers(_("Floors of the role"), {} if role is None else role.table, "floors")
    yield _text(_("Opening script"), table, "opening_script")
    yield _text(_("Closing script"), table, "closing_script")


def _anchors(card: Tables, letters: Iterable[str]) -> Iterator[DetailBlock]:
    for category in card.get("categories", ()):
        if category["id"] in letters:
            heading = f"{category['id']}  {category['title']}"
            yield _pairs(heading, [("", category["definition"]), *sorted(category["anchors"].items())])
            for variant in category.get("variants", ()):
                yield _pairs(labels.anchor_variant(variant["when"]), sorted(variant["anchors"].items()))


def _role(table: Tables) -> Iterator[DetailBlock]:
    yield _text(_("Mapping"), table, "mapping")
    yield _numbers(_("Floors"), table, "floors")
    yield _numbers(_("Weights"), table, "weights")
    yield _text(_("Why the weights differ"), table, "weight_rationale")
    yield _list(_("Duties"), table.get("duties", ()))


def _file(file: KitFile) -> Iterator[DetailBlock]:
    first = sorted(file.findings, key=lambda finding: not finding.fatal)[:_MOST]
    found = tuple(DetailLine(f"{file.name}:{f.line}: {f.code}", f.message) for f in first)
    if file.errors:
        remark = _("Nothing of this file can be used until the errors are mended.")
        yield DetailBlock(_("What is wrong"), DetailStyle.FINDINGS, found, remark)
    else:
        yield DetailBlock(_("To consider"), DetailStyle.FINDINGS, found)
    yield _list(_("Where ideas came from"), file.attribution)
    kits = ngettext("{n} kit", "{n} kits", file.kits).format(n=file.kits)
    prompts = ngettext("{n} prompt", "{n} prompts", file.prompts).format(n=file.prompts)
    held = ((file.kits, kits), (file.prompts, prompts))
    yield _list(_("What it holds"), (words for count, words in held if count))


def _text(heading: str, table: Tables, name: str) -> DetailBlock:
    return DetailBlock(heading, DetailStyle.TEXT, _lines([table[name]] if table.get(name) else ()))


def _list(heading: str, lines: Iterable[object]) -> DetailBlock:
    return DetailBlock(heading, DetailStyle.LIST, _lines(lines))


def _pairs(heading: str, pairs: Iterable[tuple[str, str]]) -> DetailBlock:
    return DetailBlock(heading, DetailStyle.PAIRS, tuple(DetailLine(lead, words) for lead, words in pairs))


def _numbers(heading: str, table: Tables, name: str) -> DetailBlock:
    return _pairs(heading, ((letter, str(value)) for letter, value in sorted(table.get(name, {}).items())))


def _lines(lines: Iterable[object]) -> tuple[DetailLine, ...]:
    return tuple(DetailLine("", str(line)) for line in lines)


def _in_order(items: Any) -> list[Any]:
    placed = sorted(enumerate(items, 1), key=lambda pair: (pair[1].get("order") or pair[0], pair[0]))
    return [item for _place, item in placed]


def _item(near: Near, item: Tables) -> str:
    words = _named(near, item["prompt"])
    return words if item.get("core", True) else _("{prompt}, extension").format(prompt=words)


def _named(near: Near, prompt: str) -> str:
    entry = near(EntryKind.PROMPT, prompt)
    if entry is None:
        return prompt
    row = entry.row
    minutes = _("{n} min").format(n=row.minutes)
    return ", ".join(part for part in (f"{row.id} {row.title}", minutes, row.letters) if part)


def _length(variant: Tables) -> str:
    frame = variant["frame"]
    words = _("{total} minutes: opening {opening}, candidate’s questions {questions}, close {close}").format(
        total=variant["total_minutes"],
        opening=frame["opening"],
        questions=frame["candidate_questions"],
        close=frame["close"],
    )
    return _("{length}; extensions left out").format(length=words) if variant.get("core_only") else words
