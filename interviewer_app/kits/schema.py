"""The kit file format: what a file may hold, with its limits, and which record each table becomes.

One table for everything: reading, the editor's form and the published description take names, types, limits
and the code of a broken rule from here. Imported by kits only.
"""

import re

from interviewer_app.domain.kits.checklist import Checklist, ChecklistLine, Flag, Polarity
from interviewer_app.domain.kits.kit import (
    AnchorVariant,
    Category,
    Fact,
    Form,
    Frame,
    Level,
    Probe,
    Prompt,
    PromptType,
    RoleProfile,
    Scorecard,
    Stage,
    Swap,
    TimeSpan,
    Variant,
)
from interviewer_app.domain.openings.opening import Output, Product
from interviewer_app.domain.openings.rules import FloorRule, OpeningRules, RoleRule
from interviewer_app.kits.entries import Contents, Item, KitEntry, Origin, PageEntry
from interviewer_app.kits.value_types import (
    ChoiceType,
    DateType,
    FieldType,
    ListType,
    MapType,
    NumberType,
    TableType,
    TextType,
    TruthType,
)

FORMAT = "interview-kit"
FORMAT_VERSION = 1
SCORES = ("0", "1", "2", "3", "4", "5")


_SLUG = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
_ID = TextType(3, 64, _SLUG, code="E06")
_SHORT_ID = TextType(1, 64, _SLUG, code="E06")
_LETTER = TextType(1, None, re.compile("^[A-H]$"), code="E06 letter")
_VERSION = TextType(
    1,
    None,
    re.compile(r"^(0|[1-9]\d{0,8})(\.(0|[1-9]\d{0,8})){2}(-[0-9A-Za-z.-]+)?$"),
    code="E21",
)
_LANGUAGE = TextType(
    1, None, re.compile(r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$"), code="E19 language"
)
_LICENCE = TextType(
    1,
    120,
    re.compile(r"^\(?[A-Za-z0-9.+-]+\)?( (AND|OR|WITH) \(?[A-Za-z0-9.+-]+\)?)*$"),
    code="E19 licence",
)
_TEXT60, _TEXT80, _TEXT240, _TEXT300 = TextType(1, 60), TextType(1, 80), TextType(1, 240), TextType(1, 300)
_SCRIPT = TextType(100, 1200)
_MARK = NumberType(0, 60)
_FRAME_MINUTES = NumberType(0, 15)
_LETTERS, _IDS, _SHORT_IDS = ListType(_LETTER), ListType(_ID), ListType(_SHORT_ID)
_ANCHORS = MapType(TextType(), TextType(40, 420))
_SIGNALS = ListType(_TEXT300, high=10)
_YES_OR_NO = TruthType()
_COVERS = FieldType(ListType(_TEXT60), into="")


def _six(anchors: dict[str, str]) -> tuple[str, ...]:
    return tuple(anchors.get(score, "") for score in SCORES)


def _by_score(anchors: dict[str, str]) -> dict[int, str]:
    return {int(score): anchors[score] for score in SCORES if score in anchors}


_ORIGIN = TableType("Origin", Origin, {"id": _ID, "version": _VERSION})
_SCALE = TableType(
    "Scale",
    dict,
    {"min?": FieldType(NumberType(), into="", usual=0), "max?": FieldType(NumberType(), into="", usual=5)},
)
_ANCHOR_VARIANT = TableType(
    "AnchorVariant",
    AnchorVariant,
    {"when": ChoiceType(("no_genai", "regulated")), "anchors": FieldType(_ANCHORS, turn=_by_score)},
)
_CATEGORY = TableType(
    "Category",
    Category,
    {
        "id": FieldType(_LETTER, into="letter"),
        "title": _TEXT60,
        "definition": _TEXT300,
        "anchors": FieldType(_ANCHORS, turn=_six),
        "variants?": ListType(_ANCHOR_VARIANT, high=2),
        "scenario_subject?": FieldType(_SHORT_IDS, into=""),
    },
)
_SCORECARD = TableType(
    "Scorecard",
    Scorecard,
    {
        "id": _ID,
        "title": _TEXT80,
        "categories": ListType(_CATEGORY, 1, 8),
        "scale?": FieldType(_SCALE, into=""),
        "covers?": _COVERS,
    },
)
_TIME_SPAN = TableType(
    "TimeSpan",
    TimeSpan,
    {"from": FieldType(_MARK, into="start"), "to": FieldType(_MARK, into="end"), "label": _TEXT80},
)
_REVEAL = FieldType(
    ChoiceType(("always", "on_request")),
    into="always",
    usual="on_request",
    turn=lambda told: told == "always",
)
_FACT = TableType("Fact", Fact, {"id": _SHORT_ID, "text": _TEXT300, "reveal?": _REVEAL})
_PROBE = TableType(
    "Probe",
    Probe,
    {"id": _SHORT_ID, "text": _TEXT240, "purpose?": TextType(0, 120), "assist?": _YES_OR_NO},
)
_PROMPT = TableType(
    "Prompt",
    Prompt,
    {
        "id": _ID,
        "title": _TEXT80,
        "version": _VERSION,
        "type": ChoiceType(PromptType),
        "minutes": NumberType(2, 60, code="E12"),
        "candidate_text": TextType(80, 1200),
        "status?": FieldType(ChoiceType(("active", "draft", "pilot", "retired")), usual="active"),
        "short?": TextType(0, 16),
        "interviewer_notes?": TextType(0, 1500),
        "time_plan?": ListType(_TIME_SPAN, high=60),
        "facts?": ListType(_FACT, high=12),
        "probes?": ListType(_PROBE, high=8),
        "strong?": _SIGNALS,
        "weak?": _SIGNALS,
        "categories?": _LETTERS,
        "facets?": ListType(ChoiceType(("cost", "data", "evaluation", "failure")), high=4),
        "topics?": _SHORT_IDS,
        "levels?": ListType(ChoiceType(Level), high=3),
        "roles?": _SHORT_IDS,
        "genai_only?": _YES_OR_NO,
        "checklists?": _IDS,
        "flags?": _IDS,
        "materials?": ListType(TextType(1, 20_000, verbatim=True)),
        "supersedes?": _SHORT_ID,
        "form_b_of?": _SHORT_ID,
        "covers?": ListType(_TEXT60),
        "scenario_subject?": FieldType(_SHORT_IDS, into=""),
    },
)
_ROLE_PROFILE = TableType(
    "RoleProfile",
    RoleProfile,
    {
        "id": _SHORT_ID,
        "title": _TEXT80,
        "mapping?": TextType(0, 300),
        "duties?": ListType(_TEXT240, high=12),
        "floors?": MapType(_LETTER, NumberType(0, 5)),
        "weights?": MapType(_LETTER, NumberType(1, 3)),
        "weight_rationale?": TextType(0, 500),
        "covers?": _COVERS,
    },
)
_FRAME = TableType(
    "Frame",
    Frame,
    {
        "opening": _FRAME_MINUTES,
        "candidate_questions": FieldType(_FRAME_MINUTES, into="questions"),
        "close": _FRAME_MINUTES,
    },
)
_VARIANT = TableType(
    "Variant",
    Variant,
    {"id": _SHORT_ID, "frame": _FRAME, "total_minutes": NumberType(15, 120), "core_only?": _YES_OR_NO},
)
_ITEM = TableType(
    "Item",
    Item,
    {"prompt": _SHORT_ID, "core?": FieldType(_YES_OR_NO, usual=True), "order?": NumberType(1, 12)},
)
_SWAP = TableType("Swap", Swap, {"instead_of": _SHORT_ID, "use": _SHORT_ID})
_FORM = TableType("Form", Form, {"id": _SHORT_ID, "swaps?": ListType(_SWAP, high=12)})
_KIT = TableType(
    "KitEntry",
    KitEntry,
    {
        "id": _ID,
        "title": _TEXT80,
        "version": _VERSION,
        "role": _SHORT_ID,
        "stage": ChoiceType(Stage),
        "scorecard": _ID,
        "scored": ListType(_LETTER, 1, 8),
        "variants": ListType(_VARIANT, 1, 2),
        "items": ListType(_ITEM, 1, 12),
        "forms?": ListType(_FORM, high=6),
        "checklists?": ListType(_ID, high=12),
        "flags?": _IDS,
        "covers?": _COVERS,
        "opening_script?": _SCRIPT,
        "closing_script?": _SCRIPT,
    },
)
_CHECKLIST_LINE = TableType(
    "ChecklistLine",
    ChecklistLine,
    {"id": _SHORT_ID, "text": _TEXT240, "states?": ListType(_TEXT60, high=6)},
)
_CHECKLIST = TableType(
    "Checklist",
    Checklist,
    {
        "id": _ID,
        "title": _TEXT80,
        "lines": ListType(_CHECKLIST_LINE, 2, 12),
        "columns?": ListType(_TEXT60, high=4),
        "covers?": _COVERS,
    },
)
_FLAG = TableType(
    "Flag", Flag, {"id": _ID, "polarity": ChoiceType(Polarity), "text": _TEXT240, "covers?": _COVERS}
)
_GUIDANCE = TableType(
    "Guidance",
    PageEntry,
    {
        "id": _ID,
        "title": FieldType(_TEXT80, into=""),
        "text": FieldType(TextType(1, 20_000), into=""),
        "covers?": _COVERS,
    },
)
_ROLE_RULE = TableType(
    "RoleRule",
    RoleRule,
    {
        "role": _SHORT_ID,
        "outputs?": ListType(ChoiceType(Output), high=3),
        "products?": ListType(ChoiceType(Product), high=6),
        "levels?": ListType(ChoiceType(Level), high=3),
        "genai?": _YES_OR_NO,
    },
)
_FLOOR_RULE = TableType(
    "FloorRule",
    FloorRule,
    {
        "letters": ListType(_LETTER, 1, 8),
        "levels?": ListType(ChoiceType(Level), high=3),
        "genai?": _YES_OR_NO,
        "exempt?": ListType(_SHORT_ID, high=30),
    },
)
_OPENING_RULES = TableType(
    "OpeningRules",
    OpeningRules,
    {
        "id": _ID,
        "scorecard": _ID,
        "roles": ListType(_ROLE_RULE, 1, 30),
        "floors?": ListType(_FLOOR_RULE, high=8),
        "designs?": MapType(ChoiceType(Product), _SHORT_ID),
        "regulated?": MapType(ChoiceType(Stage), _SHORT_ID),
        "without_genai?": MapType(_LETTER, _SHORT_ID),
        "weights?": MapType(_LETTER, NumberType(1, 3)),
        "rationale?": TextType(0, 500),
        "research?": _SHORT_IDS,
        "security?": _LETTER,
        "backend?": _SHORT_ID,
        "reminders?": _ID,
        "opening_lists?": ListType(_ID, high=12),
        "genai_lists?": ListType(_ID, high=12),
        "hired_lists?": ListType(_ID, high=12),
    },
)
FILE = TableType(
    "KitFile",
    Contents,
    {
        "format": FieldType(TextType(1), into=""),
        "format_version": FieldType(NumberType(), into=""),
        "id": _ID,
        "title": FieldType(_TEXT80, into=""),
        "publisher": _TEXT80,
        "content_version": _VERSION,
        "language": _LANGUAGE,
        "licence": _LICENCE,
        "created": DateType(),
        "updated": DateType(),
        "translation_of?": _ORIGIN,
        "derived_from?": FieldType(_ORIGIN, into=""),
        "min_app_version?": FieldType(_VERSION, into=""),
        "attribution?": FieldType(ListType(TextType(1, 200, links=True), high=20), into=""),
        "opening_script?": _SCRIPT,
        "closing_script?": _SCRIPT,
        "scorecards?": ListType(_SCORECARD, high=10),
        "prompts?": ListType(_PROMPT, high=500),
        "role_profiles?": ListType(_ROLE_PROFILE, high=30),
        "kits?": ListType(_KIT, high=100),
        "checklists?": ListType(_CHECKLIST, high=60),
        "flags?": ListType(_FLAG, high=100),
        "guidance?": ListType(_GUIDANCE, high=60),
        "opening_rules?": ListType(_OPENING_RULES, high=1),
    },
)
"""The whole file."""
LISTS = (
    *("scorecards", "prompts", "role_profiles", "kits", "checklists", "flags", "guidance", "opening_rules"),
)
"""The lists of a file whose entries have ids."""
