"""One entry of a kit file laid out to be read: facts, then headed blocks. Pure. For controllers/kits."""

from collections.abc import Callable, Iterator
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
    row, file = entry.row, catalogue.files[entry.row.file]
    makers: dict[EntryKind, Callable[[Tables, Near], Iterator[DetailBlock]]] = {
        EntryKind.PROMPT: _prompt,
        EntryKind.KIT: _kit,
        EntryKind.SCORECARD: _scorecard,
        EntryKind.ROLE: _role,
    }
    maker = makers.get(row.kind)
    near = partial(catalogue.near, file=row.file)
    blocks = tuple(_file(file) if maker is None else maker(entry.table, near))
    facts = tuple(_facts(row, entry.table, file))
    return KitDetail(row.key, row.kind, row.title, facts, blocks, file, used)


def _facts(row: KitRow, table: Tables, file: KitFile) -> Iterator[DetailLine]:
    """The small print: what it is, where it comes from, on which terms."""
    if row.id:
        yield DetailLine(_("Id"), f"{row.id} {row.version}".strip())
    if row.kind is EntryKind.PROMPT:
        yield from _prompt_facts(row, table)
    if row.roles and row.kind is not EntryKind.ROLE:
        yield DetailLine(_("Roles"), ", ".join(row.roles))
    if row.stages:
        yield DetailLine(_("Stages"), ", ".join(labels.stage(cast("Stage", stage)) for stage in row.stages))
    yield DetailLine(
        _("File"), _("{name}, shipped, read-only").format(name=file.name) if file.shipped else file.name
    )
    if file.version and row.kind is not EntryKind.FILE:
        yield DetailLine(_("File version"), f"{file.id} {file.version}")
    for name, value in (
        (_("Publisher"), file.publisher),
        (_("Language"), file.language),
        (_("Licence"), file.licence),
        (_("Derived from"), file.derived_from),
    ):
        if value:
            yield DetailLine(name, value)


def _prompt_facts(row: KitRow, table: Tables) -> Iterator[DetailLine]:
    yield DetailLine(_("Type"), labels.prompt_type(table["type"]))
    yield DetailLine(_("Minutes"), str(row.minutes))
    if row.letters:
        yield DetailLine(_("Categories"), ", ".join(row.letters))
    if row.status and row.status != "active":
        yield DetailLine(_("Status"), labels.prompt_status(row.status))
    if table.get("levels"):
        yield DetailLine(
            _("Levels"), ", ".join(labels.level(cast("Level", level)) for level in table["levels"])
        )
    for name, words in (("supersedes", _("Takes the place of")), ("form_b_of", _("Parallel form of"))):
        if table.get(name):
            yield DetailLine(words, str(table[name]))
    if table.get("genai_only"):
        yield DetailLine(_("Setting"), _("only where generative AI is in scope"))


def _prompt(table: Tables, _near: Near) -> Iterator[DetailBlock]:
    yield DetailBlock(
        _("As the candidate sees it"),
        DetailStyle.CANDIDATE,
        _texts(table, "candidate_text"),
        _("nothing else is shown"),
    )
    yield from _some(_("For the interviewer"), DetailStyle.TEXT, _texts(table, "interviewer_notes"))
    spans = table.get("time_plan", ())
    plan = tuple(DetailLine(f"{s['from']}–{s['to']} min", s["label"]) for s in spans)
    yield from _some(_("Time plan"), DetailStyle.PAIRS, plan)
    facts = tuple(
        DetailLine(
            f["id"],
            f["text"]
            if f.get("reveal") != "always"
            else _("{text} Told without being asked.").format(text=f["text"]),
        )
        for f in table.get("facts", ())
    )
    yield from _some(_("Facts to give when asked"), DetailStyle.PAIRS, facts)
    probes = tuple(DetailLine(p["id"], _probe(p)) for p in table.get("probes", ()))
    yield from _some(_("Probes"), DetailStyle.PAIRS, probes)
    yield from _some(_("Speaks for"), DetailStyle.LIST, _lines(table, "strong"))
    yield from _some(_("Speaks against"), DetailStyle.LIST, _lines(table, "weak"))
    yield from _some(
        _("Facets and topics"), DetailStyle.LIST, (*_lines(table, "facets"), *_lines(table, "topics"))
    )
    yield from _some(_("Materials"), DetailStyle.TEXT, _lines(table, "materials"))


def _probe(probe: Tables) -> str:
    words = str(probe["text"])
    if probe.get("purpose"):
        words = f"{words}\n{probe['purpose']}"
    return _("{text}\nCounts as help.").format(text=words) if probe.get("assist") else words


def _kit(table: Tables, near: Near) -> Iterator[DetailBlock]:
    asked = []
    for number, item in enumerate(_in_order(table.get("items", ())), 1):
        words = _named(near, item["prompt"])
        asked.append(
            DetailLine(
                str(number),
                words if item.get("core", True) else _("{prompt}, extension").format(prompt=words),
            )
        )
    yield from _some(_("Prompts in order"), DetailStyle.PAIRS, tuple(asked))
    yield from _some(
        _("Lengths"),
        DetailStyle.PAIRS,
        tuple(DetailLine(v["id"], _length(v)) for v in table.get("variants", ())),
    )
    for form in table.get("forms", ()):
        swaps = tuple(DetailLine(s["instead_of"], _named(near, s["use"])) for s in form.get("swaps", ()))
        heading = _("Form {form}").format(form=form["id"].upper())
        yield from _some(heading, DetailStyle.PAIRS, swaps)
    card = _table(near(EntryKind.SCORECARD, table.get("scorecard", "")))
    yield from _anchors(card, table.get("scored", ()))
    role = _table(near(EntryKind.ROLE, table.get("role", "")))
    yield from _some(_("Floors of the role"), DetailStyle.PAIRS, _numbers(role, "floors"))
    yield from _some(_("Opening script"), DetailStyle.TEXT, _texts(table, "opening_script"))
    yield from _some(_("Closing script"), DetailStyle.TEXT, _texts(table, "closing_script"))


def _scorecard(table: Tables, _near: Near) -> Iterator[DetailBlock]:
    yield from _anchors(table, [category["id"] for category in table.get("categories", ())])


def _anchors(card: Tables, letters: object) -> Iterator[DetailBlock]:
    wanted = letters if isinstance(letters, list | tuple) else ()
    for category in card.get("categories", ()):
        if category["id"] in wanted:
            heading = f"{category['id']}  {category['title']}"
            anchors = tuple(DetailLine(score, text) for score, text in sorted(category["anchors"].items()))
            yield DetailBlock(heading, DetailStyle.PAIRS, (DetailLine("", category["definition"]), *anchors))
            for variant in category.get("variants", ()):
                texts = tuple(DetailLine(score, text) for score, text in sorted(variant["anchors"].items()))
                yield DetailBlock(labels.anchor_variant(variant["when"]), DetailStyle.PAIRS, texts)


def _role(table: Tables, _near: Near) -> Iterator[DetailBlock]:
    yield from _some(_("Mapping"), DetailStyle.TEXT, _texts(table, "mapping"))
    yield from _some(_("Floors"), DetailStyle.PAIRS, _numbers(table, "floors"))
    yield from _some(_("Weights"), DetailStyle.PAIRS, _numbers(table, "weights"))
    yield from _some(_("Why the weights differ"), DetailStyle.TEXT, _texts(table, "weight_rationale"))
    yield from _some(_("Duties"), DetailStyle.LIST, _lines(table, "duties"))


def _file(file: KitFile) -> Iterator[DetailBlock]:
    first = sorted(file.findings, key=lambda finding: not finding.fatal)[:_MOST]
    found = tuple(DetailLine(f"{file.name}:{f.line}: {f.code}", f.message) for f in first)
    if file.errors:
        remark = _("Nothing of this file can be used until the errors are mended.")
        yield DetailBlock(_("What is wrong"), DetailStyle.FINDINGS, found, remark)
    elif found:
        yield DetailBlock(_("To consider"), DetailStyle.FINDINGS, found)
    kits = ngettext("{n} kit", "{n} kits", file.kits).format(n=file.kits)
    prompts = ngettext("{n} prompt", "{n} prompts", file.prompts).format(n=file.prompts)
    sources = tuple(DetailLine("", line) for line in file.attribution)
    yield from _some(_("Where ideas came from"), DetailStyle.LIST, sources)
    held = ((file.kits, kits), (file.prompts, prompts))
    yield from _some(
        _("What it holds"), DetailStyle.LIST, tuple(DetailLine("", words) for count, words in held if count)
    )


def _some(heading: str, style: DetailStyle, lines: tuple[DetailLine, ...]) -> Iterator[DetailBlock]:
    """The block, unless it is empty."""
    if lines:
        yield DetailBlock(heading, style, lines)


def _texts(table: Tables, name: str) -> tuple[DetailLine, ...]:
    return (DetailLine("", table[name]),) if table.get(name) else ()


def _lines(table: Tables, name: str) -> tuple[DetailLine, ...]:
    return tuple(DetailLine("", str(line)) for line in table.get(name, ()))


def _numbers(table: Tables, name: str) -> tuple[DetailLine, ...]:
    return tuple(DetailLine(letter, str(value)) for letter, value in sorted(table.get(name, {}).items()))


def _in_order(items: Any) -> list[Any]:
    placed = sorted(enumerate(items, 1), key=lambda pair: (pair[1].get("order") or pair[0], pair[0]))
    return [item for _place, item in placed]


def _table(entry: Entry | None) -> Tables:
    return {} if entry is None else entry.table


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
