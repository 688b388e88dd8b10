"""Fields of the usual kinds. For the sections of an opening in controllers."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from interviewer_app.controllers.openings.views import Field, Kind, Remark, Tone
from interviewer_app.text import _

_Member = TypeVar("_Member", bound=StrEnum)


def choice(
    key: str, label: str, kind: type[_Member], say: Callable[[_Member], str], value: _Member | None
) -> Field:
    """One member of an enum, each in its words."""
    options = tuple((one.value, say(one)) for one in kind)
    return Field(key, Kind.CHOICE, label, value.value if value is not None else "", options)


def yes_no(key: str, label: str, value: str) -> Field:
    """Yes or no, or neither yet."""
    return Field(key, Kind.CHOICE, label, value, (("yes", _("Yes")), ("no", _("No"))))


def line(key: str, label: str, value: str, placeholder: str = "") -> Field:
    """One line of text."""
    return Field(key, Kind.TEXT, label, value, placeholder=placeholder)


def long(key: str, label: str, value: str, placeholder: str = "") -> Field:
    """A few lines of text."""
    return Field(key, Kind.LONG, label, value, placeholder=placeholder, limit=2_000)


def number(key: str, label: str, value: int) -> Field:
    """A whole number; nought is empty."""
    return Field(key, Kind.NUMBER, label, str(value) if value else "")


def caution(said: bool, text: str) -> tuple[Remark, ...]:
    """A caution while it holds."""
    return (Remark(text, Tone.CAUTION),) if said else ()
