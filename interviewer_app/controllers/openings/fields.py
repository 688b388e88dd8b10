"""Fields of the usual kinds. For the sections of an opening in controllers."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from interviewer_app.controllers.forms import FieldKind, FormField, Remark, RemarkTone
from interviewer_app.text import _

_Member = TypeVar("_Member", bound=StrEnum)


def choice(
    key: str, label: str, kind: type[_Member], say: Callable[[_Member], str], value: _Member | None
) -> FormField:
    """One member of an enum, each in its words."""
    options = tuple((one.value, say(one)) for one in kind)
    return FormField(key, FieldKind.CHOICE, label, value.value if value is not None else "", options)


def yes_no(key: str, label: str, value: str) -> FormField:
    """Yes or no, or neither yet."""
    return FormField(key, FieldKind.CHOICE, label, value, (("yes", _("Yes")), ("no", _("No"))))


def line(key: str, label: str, value: str, placeholder: str = "") -> FormField:
    """One line of text."""
    return FormField(key, FieldKind.LINE, label, value, placeholder=placeholder)


def long(key: str, label: str, value: str, placeholder: str = "") -> FormField:
    """A few lines of text."""
    return FormField(key, FieldKind.LONG, label, value, placeholder=placeholder, limit=2_000)


def number(key: str, label: str, value: int) -> FormField:
    """A whole number; nought is empty."""
    return FormField(key, FieldKind.NUMBER, label, str(value) if value else "", limit=999_999_999)


def caution(said: bool, text: str) -> tuple[Remark, ...]:
    """A caution while it holds."""
    return (Remark(text, RemarkTone.CAUTION),) if said else ()
