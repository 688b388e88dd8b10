"""One entry of a kit file laid out to be read: facts, then headed blocks. Pure. For controllers/kits."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from interviewer_app import labels
from interviewer_app.domain.kits.catalogue import Block, Kind, KitDetail, KitFile, KitRow, Pair, Style
from interviewer_app.domain.records import record
from interviewer_app.text import _, ngettext

if TYPE_CHECKING:
    from interviewer_app.domain.kits.kit import Level, Stage

Tables = Mapping[str, Any]


_MOST = 200
"""No more findings of a file than this are shown, errors first: nobody mends more in one go."""


@record
class Shelf:
    """Finds other entries: `row` and `table` of the one with a kind and an id, None and empty without."""

    row: Callable[[Kind, str], KitRow | None]
    table: Callable[[Kind, str], Tables]


def detail(row: KitRow, table: Tables, file: KitFile, shelf: Shelf, used: str = "") -> KitDetail:
    """Everything about one row; `table` is the entry as its file spells it."""
    makers: dict[Kind, Callable[[Tables, Shelf], Iterator[Block]]] = {
        Kind.PROMPT: _prompt,
        Kind.KIT: _kit,
        Kind.SCORECARD: _scorecard,
        Kind.ROLE: _role,
    }
    maker = makers.get(row.kind)
    blocks = tuple(_file(file) if maker is None else maker(table, shelf))
    return KitDetail(row.key, row.kind, row.title, tuple(_facts(row, table, file)), blocks, file, used)


def _facts(row: KitRow, table: Tables, file: KitFile) -> Iterator[Pair]:
    """The small print: what it is, where it comes from, on which terms."""
    if row.id:
        yield Pair(_("Id"), f"{row.id} {row.version}".strip())
    if row.kind is Kind.PROMPT:
        yield from _prompt_facts(row, table)
    if row.roles and row.kind is not Kind.ROLE:
        yield Pair(_("Roles"), ", ".join(row.roles))
    if row.stages:
        yield Pair(_("Stages"), ", ".join(labels.stage(cast("Stage", stage)) for stage in row.stages))
    yield Pair(
        _("File"), _("{name}, shipped, read-only").format(name=file.name) if file.shipped else file.name
    )
    if file.version and row.kind is not Kind.FILE:
        yield Pair(_("File version"), f"{file.id} {file.version}")
    for name, value in (
        (_("Publisher"), file.publisher),
        (_("Language"), file.language),
        (_("Licence"), file.licence),
        (_("Derived from"), file.derived_from),
    ):
        if value:
            yield Pair(name, value)


def _prompt_facts(row: KitRow, table: Tables) -> Iterator[Pair]:
    yield Pair(_("Type"), labels.prompt_type(table["type"]))
    yield Pair(_("Minutes"), str(row.minutes))
    if row.letters:
        yield Pair(_("Categories"), ", ".join(row.letters))
    if row.status and row.status != "active":
        yield Pair(_("Status"), labels.prompt_status(row.status))
    if table.get("levels"):
        yield Pair(_("Levels"), ", ".join(labels.level(cast("Level", level)) for level in table["levels"]))
    for name, words in (("supersedes", _("Takes the place of")), ("form_b_of", _("Parallel form of"))):
        if table.get(name):
            yield Pair(words, str(table[name]))
    if table.get("genai_only"):
        yield Pair(_("Setting"), _("only where generative AI is in scope"))


def _prompt(table: Tables, _shelf: Shelf) -> Iterator[Block]:
    yield Block(
        _("As the candidate sees it"),
        Style.CANDIDATE,
        _texts(table, "candidate_text"),
        _("nothing else is shown"),
    )
    yield from _some(_("For the interviewer"), Style.TEXT, _texts(table, "interviewer_notes"))
    spans = table.get("time_plan", ())
    plan = tuple(Pair(f"{s['from']}–{s['to']} min", s["label"]) for s in spans)
    yield from _some(_("Time plan"), Style.PAIRS, plan)
    facts = tuple(
        Pair(
            f["id"],
            f["text"]
            if f.get("reveal") != "always"
            else _("{text} Told without being asked.").format(text=f["text"]),
        )
        for f in table.get("facts", ())
    )
    yield from _some(_("Facts to give when asked"), Style.PAIRS, facts)
    probes = tuple(Pair(p["id"], _probe(p)) for p in table.get("probes", ()))
    yield from _some(_("Probes"), Style.PAIRS, probes)
    yield from _some(_("Speaks for"), Style.LIST, _lines(table, "strong"))
    yield from _some(_("Speaks against"), Style.LIST, _lines(table, "weak"))
    yield from _some(_("Facets and topics"), Style.LIST, (*_lines(table, "facets"), *_lines(table, "topics")))
    yield from _some(_("Materials"), Style.TEXT, _lines(table, "materials"))


def _probe(probe: Tables) -> str:
    words = str(probe["text"])
    if probe.get("purpose"):
        words = f"{words}\n{probe['purpose']}"
    return _("{text}\nCounts as help.").format(text=words) if probe.get("assist") else words


def _kit(table: Tables, shelf: Shelf) -> Iterator[Block]:
    asked = []
    for number, item in enumerate(_in_order(table.get("items", ())), 1):
        words = _named(shelf, item["prompt"])
        asked.append(
            Pair(
                str(number),
                words if item.get("core", True) else _("{prompt}, extension").format(prompt=words),
            )
        )
    yield from _some(_("Prompts in order"), Style.PAIRS, tuple(asked))
    yield from _some(
        _("Lengths"), Style.PAIRS, tuple(Pair(v["id"], _length(v)) for v in table.get("variants", ()))
    )
    for form in table.get("forms", ()):
        swaps = tuple(Pair(s["instead_of"], _named(shelf, s["use"])) for s in form.get("swaps", ()))
        heading = _("Form {form}").format(form=form["id"].upper())
        yield from _some(heading, Style.PAIRS, swaps)
    card = shelf.table(Kind.SCORECARD, table.get("scorecard", ""))
    yield from _anchors(card, table.get("scored", ()))
    role = shelf.table(Kind.ROLE, table.get("role", ""))
    yield from _some(_("Floors of the role"), Style.PAIRS, _numbers(role, "floors"))
    yield from _some(_("Opening script"), Style.TEXT, _texts(table, "opening_script"))
    yield from _some(_("Closing script"), Style.TEXT, _texts(table, "closing_script"))


def _scorecard(table: Tables, _shelf: Shelf) -> Iterator[Block]:
    yield from _anchors(table, [category["id"] for category in table.get("categories", ())])


def _anchors(card: Tables, letters: object) -> Iterator[Block]:
    wanted = letters if isinstance(letters, list | tuple) else ()
    for category in card.get("categories", ()):
        if category["id"] in wanted:
            heading = f"{category['id']}  {category['title']}"
            anchors = tuple(Pair(score, text) for score, text in sorted(category["anchors"].items()))
            yield Block(heading, Style.PAIRS, (Pair("", category["definition"]), *anchors))
            for variant in category.get("variants", ()):
                texts = tuple(Pair(score, text) for score, text in sorted(variant["anchors"].items()))
                yield Block(labels.anchor_variant(variant["when"]), Style.PAIRS, texts)


def _role(table: Tables, _shelf: Shelf) -> Iterator[Block]:
    yield from _some(_("Mapping"), Style.TEXT, _texts(table, "mapping"))
    yield from _some(_("Floors"), Style.PAIRS, _numbers(table, "floors"))
    yield from _some(_("Weights"), Style.PAIRS, _numbers(table, "weights"))
    yield from _some(_("Why the weights differ"), Style.TEXT, _texts(table, "weight_rationale"))
    yield from _some(_("Duties"), Style.LIST, _lines(table, "duties"))


def _file(file: KitFile) -> Iterator[Block]:
    first = sorted(file.findings, key=lambda finding: not finding.fatal)[:_MOST]
    found = tuple(Pair(f"{file.name}:{f.line}: {f.code}", f.message) for f in first)
    if file.errors:
        remark = _("Nothing of this file can be used until the errors are mended.")
        yield Block(_("What is wrong"), Style.FINDINGS, found, remark)
    elif found:
        yield Block(_("To consider"), Style.FINDINGS, found)
    kits = ngettext("{n} kit", "{n} kits", file.kits).format(n=file.kits)
    prompts = ngettext("{n} prompt", "{n} prompts", file.prompts).format(n=file.prompts)
    sources = tuple(Pair("", line) for line in file.attribution)
    yield from _some(_("Where ideas came from"), Style.LIST, sources)
    held = ((file.kits, kits), (file.prompts, prompts))
    yield from _some(_("What it holds"), Style.LIST, tuple(Pair("", words) for count, words in held if count))


def _some(heading: str, style: Style, lines: tuple[Pair, ...]) -> Iterator[Block]:
    """The block, unless it is empty."""
    if lines:
        yield Block(heading, style, lines)


def _texts(table: Tables, name: str) -> tuple[Pair, ...]:
    return (Pair("", table[name]),) if table.get(name) else ()


def _lines(table: Tables, name: str) -> tuple[Pair, ...]:
    return tuple(Pair("", str(line)) for line in table.get(name, ()))


def _numbers(table: Tables, name: str) -> tuple[Pair, ...]:
    return tuple(Pair(letter, str(value)) for letter, value in sorted(table.get(name, {}).items()))


def _in_order(items: Any) -> list[Any]:
    placed = sorted(enumerate(items, 1), key=lambda pair: (pair[1].get("order") or pair[0], pair[0]))
    return [item for _place, item in placed]


def _named(shelf: Shelf, prompt: str) -> str:
    row = shelf.row(Kind.PROMPT, prompt)
    if row is None:
        return prompt
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
