"""How one field of a kit file is edited: what a form needs to know of it. Everybody may import it."""

from enum import StrEnum

from interviewer_app.domain.records import record

Path = tuple[str | int, ...]


class Shape(StrEnum):
    """What a field is edited with."""

    LINE = "line"
    TEXT = "text"
    NUMBER = "number"
    TICK = "tick"
    CHOICE = "choice"
    WORDS = "words"  # short words, parted by commas
    TEXTS = "texts"  # a list of texts
    GROUP = "group"  # a table in the table
    ROWS = "rows"  # a list of tables
    SCORES = "scores"  # texts for 0 to 5
    NUMBERS = "numbers"  # a number per letter


@record
class Field:
    """One field: name in the file, words for people, limits, choices, and what is inside it."""

    name: str
    words: str
    shape: Shape
    low: int = 0
    high: int = 0
    choices: tuple[str, ...] = ()
    fields: tuple["Field", ...] = ()
    required: bool = False
    verbatim: bool = False
    usual: str = ""
