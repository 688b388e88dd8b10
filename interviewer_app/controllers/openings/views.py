"""The screen of openings as frozen values: sections are rows of a form. For ui/openings."""

from dataclasses import dataclass

from interviewer_app.controllers.forms import FormRow, Remark
from interviewer_app.controllers.keeper import SaveView

NOTHING = Remark("")


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
    standing: Remark = NOTHING
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
