"""A form as frozen values: rows of plain fields, their values as text. For controllers and ui.

The fields know nothing of what is edited: what a key means is the business of the controller that made them.
"""

from dataclasses import dataclass
from enum import StrEnum


class FieldKind(StrEnum):
    """How a field is filled in."""

    CHOICE = "choice"  # side by side; in a list where there are many or long ones
    LIST = "list"
    LINE = "line"
    LONG = "long"  # a few lines
    TEXT = "text"  # as many lines as it has, all in sight
    NUMBER = "number"  # empty while it is nought
    COUNT = "count"  # a small number, stepped
    TICK = "tick"
    BUTTON = "button"


class RemarkTone(StrEnum):
    """How a remark is meant."""

    PLAIN = "plain"
    GOOD = "good"
    CAUTION = "caution"
    ALERT = "alert"


class LabelPlace(StrEnum):
    """Where the label of a row stands, and so what it is."""

    BESIDE = "beside"  # above in a narrow window
    ABOVE = "above"
    HEADING = "heading"  # of the rows after it
    CAPTION = "caption"  # small words over a field
    TITLE = "title"  # over the rows inside this one
    FRAME = "frame"  # at the top of a frame around the rows inside this one
    NUMBER = "number"  # a figure before the field


class FormAct(StrEnum):
    """What is wished for: another value, or another order of rows."""

    PUT = "put"
    ADD = "add"
    REMOVE = "remove"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class FormField:
    """A field: what it is called, its value as text, the options of a choice as key and words.

    An empty value means that nobody answered; a tick is "1" or empty. A button has its words as value.
    `limit` is the most characters, or the highest number; a `narrow` field takes no more room than it needs.
    """

    key: str
    kind: FieldKind
    words: str
    value: str = ""
    options: tuple[tuple[str, str], ...] = ()
    placeholder: str = ""
    limit: int = 200
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence under a row: a reason, a consequence, a caution, what is wrong."""

    text: str
    tone: RemarkTone = RemarkTone.PLAIN


@dataclass(frozen=True, slots=True)
class FormRow:
    """A label, its fields side by side, and what follows from them. A row without fields is plain reading.

    `text` is read where fields would stand. `rows` stand inside this one; `adds` are the words of the button
    that adds one to them. A `movable` row has buttons that move and remove it.
    """

    key: str
    label: str = ""
    fields: tuple[FormField, ...] = ()
    text: str = ""
    remarks: tuple[Remark, ...] = ()
    place: LabelPlace = LabelPlace.BESIDE
    rows: tuple["FormRow", ...] = ()
    adds: str = ""
    movable: bool = False


@dataclass(frozen=True, slots=True)
class FieldEdited:
    """The wish to give a field another value, or to change the rows at a key."""

    key: str
    value: str = ""
    act: FormAct = FormAct.PUT
