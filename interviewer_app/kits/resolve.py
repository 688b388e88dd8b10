"""Entries that passed every rule in, domain objects out. Imported by kits only."""

from interviewer_app.domain.kits import checklist as lists
from interviewer_app.domain.kits import kit as domain
from interviewer_app.kits import schema
from interviewer_app.kits.links import Document, Shelf, in_order


def kits(home: Document, shelf: Shelf) -> tuple[domain.Kit, ...]:
    """The kits of a file that has no errors and refers to files without errors only."""
    return tuple(_kit(entry, home, shelf) for entry in home.file.kits)


def _kit(entry: schema.KitEntry, home: Document, shelf: Shelf) -> domain.Kit:
    def prompt(wanted: str) -> domain.Prompt:
        return _prompt(shelf.entry("prompts", wanted, home))

    file = home.file
    items = in_order(entry)
    forms = tuple(_form(form) for form in entry.forms) or (domain.Form("a"),)
    spare = dict.fromkeys(swap.use for form in forms for swap in form.swaps)
    asked = [shelf.entry("prompts", wanted, home) for wanted in (*(item.prompt for item in items), *spare)]
    listed = dict.fromkeys((*entry.checklists, *(name for p in asked for name in p.checklists)))
    flagged = dict.fromkeys((*entry.flags, *(name for p in asked for name in p.flags)))
    return domain.Kit(
        id=entry.id,
        version=entry.version,
        title=entry.title,
        file_id=file.id,
        stage=entry.stage,
        prompts=tuple(prompt(item.prompt) for item in items),
        scorecard=_scorecard(shelf.entry("scorecards", entry.scorecard, home)),
        scored=entry.scored,
        variants=tuple(_variant(variant) for variant in entry.variants),
        opening_script=entry.opening_script or file.opening_script or "",
        closing_script=entry.closing_script or file.closing_script or "",
        role=_role(shelf.entry("role_profiles", entry.role, home)),
        publisher=file.publisher,
        language=file.language,
        licence=file.licence,
        forms=forms,
        spare=tuple(prompt(wanted) for wanted in spare),
        extensions=tuple(item.prompt for item in items if not item.core),
        checklists=tuple(checklist(shelf.entry("checklists", name, home)) for name in listed),
        flags=tuple(flag(shelf.entry("flags", name, home)) for name in flagged),
        whole=entry.checklists,
    )


def checklist(entry: schema.Checklist) -> lists.Checklist:
    """A checklist of a file."""
    lines = tuple(lists.ChecklistLine(line.id, line.text, line.states) for line in entry.lines)
    return lists.Checklist(entry.id, entry.title, lines, entry.columns)


def flag(entry: schema.Flag) -> lists.Flag:
    """A flag of a file."""
    return lists.Flag(entry.id, entry.polarity, entry.text)


def page(entry: schema.Guidance) -> lists.Page:
    """A guidance page of a file."""
    return lists.Page(entry.id, entry.title, entry.text)


def _prompt(entry: schema.Prompt) -> domain.Prompt:
    return domain.Prompt(
        id=entry.id,
        version=entry.version,
        title=entry.title,
        type=entry.type,
        minutes=entry.minutes,
        candidate_text=entry.candidate_text,
        short=entry.short,
        interviewer_notes=entry.interviewer_notes,
        time_plan=tuple(domain.TimeSpan(span.start, span.to, span.label) for span in entry.time_plan),
        facts=tuple(domain.Fact(fact.id, fact.text, fact.reveal == "always") for fact in entry.facts),
        probes=tuple(
            domain.Probe(probe.id, probe.text, probe.purpose, probe.assist) for probe in entry.probes
        ),
        strong=entry.strong,
        weak=entry.weak,
        categories=entry.categories,
        facets=entry.facets,
        topics=entry.topics,
        genai_only=entry.genai_only,
        covers=entry.covers,
        status=entry.status,
        levels=entry.levels,
        roles=entry.roles,
        checklists=entry.checklists,
        flags=entry.flags,
        materials=entry.materials,
        supersedes=entry.supersedes or "",
        form_b_of=entry.form_b_of or "",
    )


def _scorecard(entry: schema.Scorecard) -> domain.Scorecard:
    return domain.Scorecard(
        entry.id, entry.title, tuple(_category(category) for category in entry.categories)
    )


def _category(entry: schema.Category) -> domain.Category:
    anchors = tuple(entry.anchors[str(score)] for score in range(6))
    variants = tuple(
        domain.AnchorVariant(
            variant.when, {int(score): text for score, text in sorted(variant.anchors.items())}
        )
        for variant in entry.variants
    )
    return domain.Category(entry.id, entry.title, entry.definition, anchors, variants)


def _role(entry: schema.RoleProfile) -> domain.RoleProfile:
    return domain.RoleProfile(
        id=entry.id,
        title=entry.title,
        mapping=entry.mapping,
        duties=entry.duties,
        floors=dict(entry.floors),
        weights=dict(entry.weights),
        weight_rationale=entry.weight_rationale,
    )


def _variant(entry: schema.Variant) -> domain.Variant:
    frame = domain.Frame(entry.frame.opening, entry.frame.candidate_questions, entry.frame.close)
    return domain.Variant(entry.id, frame, entry.total_minutes, entry.core_only)


def _form(entry: schema.Form) -> domain.Form:
    return domain.Form(entry.id, tuple(domain.Swap(swap.instead_of, swap.use) for swap in entry.swaps))
