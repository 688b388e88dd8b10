"""The screen of openings as frozen values: sections are rows of plain fields. For ui/openings.

The fields know nothing of openings: what a key means is the business of controllers/openings/edits.
"""

from dataclasses import dataclass
from enum import StrEnum

from interviewer_app.controllers.keeper import SaveView


class Kind(StrEnum):
    """How a field is filled in."""

    CHOICE = "choice"
    TEXT = "text"
    LONG = "long"
    NUMBER = "number"
    TICK = "tick"
    BUTTON = "button"


class Tone(StrEnum):
    """How a remark is meant."""

    PLAIN = "plain"
    GOOD = "good"
    CAUTION = "caution"


@dataclass(frozen=True, slots=True)
class Field:
    """A field: what it is called, its value as text, the options of a choice as key and words.

    An empty value means that nobody answered; a tick is "1" or empty. A button has its words as value.
    """

    key: str
    kind: Kind
    words: str
    value: str = ""
    options: tuple[tuple[str, str], ...] = ()
    placeholder: str = ""
    limit: int = 200


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence under a row: a reason, a consequence, a caution."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class FormRow:
    """A label, its fields side by side, and what follows from them. A row without fields is plain reading.

    `text` is read where fields would stand. `heading` makes the label a heading over the rows after it;
    `above` puts a long label over its fields.
    """

    key: str
    label: str = ""
    fields: tuple[Field, ...] = ()
    text: str = ""
    remarks: tuple[Remark, ...] = ()
    heading: bool = False
    above: bool = False


@dataclass(frozen=True, slots=True)
class SectionView:
    """One section; `open` counts what is still to be answered."""

    key: str
    title: str
    rows: tuple[FormRow, ...]
    open: int = 0


@dataclass(frozen=True, slots=True)
class OpeningItem:
    """An opening in the list: title, where it stands, and what is wrong with it, if anything."""

    id: str
    title: str
    state: str
    caution: str = ""


@dataclass(frozen=True, slots=True)
class OpeningView:
    """The list and the opening in front; `chosen` is empty while there is none.

    `standing` says in a sentence whether interviews may start; `front` is the section that holds them up.
    `locked_in` is the reason why the opening may not be removed, or empty.
    """

    items: tuple[OpeningItem, ...] = ()
    chosen: str = ""
    title: str = ""
    sections: tuple[SectionView, ...] = ()
    standing: Remark = Remark("")
    can_undo: bool = False
    can_redo: bool = False
    locked_in: str = ""
    front: str = ""
    save: SaveView | None = None


@dataclass(frozen=True, slots=True)
class ScopeView:
    """Where an opening stands, as Prepare shows it: `said` in a sentence, `settled` when a call may start.

    `outputs` are what can be built as key and words, `reasons` what a waiver may say. While `open`, both may
    be answered there.
    """

    said: str
    settled: bool
    open: bool
    output: str = ""
    outputs: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    waived: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LockView:
    """Why a kit is bound, and who had which where a stage used more than one; empty otherwise."""

    why: str = ""
    had: str = ""


@dataclass(frozen=True, slots=True)
class FieldEdited:
    """The wish to give a field another value."""

    key: str
    value: str


SETTLED = ScopeView("", settled=True, open=False)
FREE = LockView()


@dataclass(frozen=True, slots=True)
class SheetRequest:
    """The wish to see the sheet of the opening an interview is being prepared for, and to come back."""

    opening_id: str
    interview_id: str


@dataclass(frozen=True, slots=True)
class OpeningChosen:
    """The wish to see another opening."""

    id: str
