"""The parts of the view of checklists: a list, a group of flags, a probe to suggest. For ui/widgets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from interviewer_app.controllers.checks.views import FlagLine, TickList, TicksView
from interviewer_app.domain.live.checks import ProbeSuggestion
from interviewer_app.text import _
from interviewer_app.ui.style import theme
from interviewer_app.ui.style.colours import Role
from interviewer_app.ui.widgets.button import button
from interviewer_app.ui.widgets.checks.flag_row import FlagRow
from interviewer_app.ui.widgets.checks.line_row import LineRow
from interviewer_app.ui.widgets.checks.section_head import SectionHead
from interviewer_app.ui.widgets.glyph import Glyph

Row = LineRow | FlagRow

_INDENT: Final = 20


@dataclass(frozen=True, slots=True)
class ChecksView:
    """What can be ticked, and the line of notes a flag without a fact is offered."""

    ticks: TicksView
    offered: str = ""


@dataclass(frozen=True, slots=True)
class AskedRequest:
    """The probe that was suggested has been asked."""

    probe: str


@dataclass(frozen=True, slots=True)
class FlagGroup:
    """Flags under one head; `name` tells the groups apart."""

    name: str
    title: str
    flags: tuple[FlagLine, ...]


Part = TickList | FlagGroup


def parts(view: TicksView) -> dict[str, Part]:
    """The parts by key, in order: what the step itself looks for, then what the whole interview does."""
    own = tuple(flag for flag in view.flags if flag.own)
    other = tuple(flag for flag in view.flags if not flag.own)
    out: dict[str, Part] = {f"{one.step}/{one.id}": one for one in view.lists if one.step}
    if own:
        out[f"{view.step}//flags"] = FlagGroup("own", _("Flags to look for here"), own)
    out |= {f"{one.step}/{one.id}": one for one in view.lists if not one.step}
    if other:
        title = _("Other flags") if own else _("Flags")
        out[f"{view.step}//other"] = FlagGroup("other", title, other)
    return out


def begins_open(part: Part, view: TicksView) -> bool:
    """What belongs to the step on screen is unfolded from the start, and so is what was used."""
    if isinstance(part, FlagGroup):
        return part.name == "own" or any(flag.seen or flag.note for flag in part.flags)
    used = any(line.state or any(line.cells) for line in part.lines)
    return used or (bool(part.step) and part.step == view.step)


class CheckSection(QWidget):
    """A head, and rows that are made when it is first unfolded; `listen` is given them then."""

    refolded = Signal()

    def __init__(self, prefix: str, part: Part, listen: Callable[[Sequence[Row]], None]) -> None:
        super().__init__()
        self._prefix = prefix
        self._part = part
        self._view: ChecksView | None = None
        self._listen = listen
        self._rows: dict[str, Row] = {}
        group = isinstance(part, FlagGroup)
        key = f"flags.{part.name}" if isinstance(part, FlagGroup) else f"{part.step or 'whole'}.{part.id}"
        where = "" if group or not isinstance(part, TickList) or not part.where else f" · {part.where}"
        self.head = SectionHead(f"{prefix}.head.{key}", part.title + where)
        self.head.toggled.connect(self._fold)
        self._body = QWidget()
        # A space and no margin: margins do not change sides with the reading direction.
        across = QHBoxLayout(self._body)
        across.setContentsMargins(0, 0, 0, theme.px(6))
        across.setSpacing(0)
        across.addSpacing(theme.px(_INDENT))
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        across.addLayout(self._column, 1)
        self._body.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addWidget(self._body)

    def present(self, part: Part, view: ChecksView) -> None:
        """Show the part as it stands."""
        self._part, self._view = part, view
        if isinstance(part, FlagGroup):
            seen = sum(flag.seen for flag in part.flags)
            self.head.show_count(_("{n} seen").format(n=seen) if seen else "")
        else:
            self.head.show_count(_("{n} of {m}").format(n=part.ticked, m=len(part.lines)))
        if self.head.isChecked():
            self._show_rows()

    def rows(self) -> list[Row]:
        """The rows from top to bottom; none while it is folded."""
        return list(self._rows.values()) if self.head.isChecked() else []

    def _fold(self, unfolded: bool) -> None:  # the state of a button
        if unfolded and self._view is not None:
            self._show_rows()
        self._body.setVisible(unfolded)
        self.refolded.emit()

    def _show_rows(self) -> None:
        part, view = self._part, self._view
        if view is None:
            return
        if not self._rows:
            self._build(part)
        if isinstance(part, FlagGroup):
            for flag in part.flags:
                row = self._rows[flag.id]
                if isinstance(row, FlagRow):
                    row.present(flag, view.offered, shut=view.ticks.shut)
            return
        for line in part.lines:
            row = self._rows[line.key.line]
            if isinstance(row, LineRow):
                row.present(line, shut=view.ticks.shut)

    def _build(self, part: Part) -> None:
        if isinstance(part, FlagGroup):
            self._rows = {flag.id: FlagRow(self._prefix, flag) for flag in part.flags}
        else:
            self._rows = {line.key.line: LineRow(self._prefix, line, part.columns) for line in part.lines}
        for row in self._rows.values():
            self._column.addWidget(row)
        self._listen(list(self._rows.values()))


class NudgeRow(QWidget):
    """A probe to ask when nothing is ticked at half time; quiet, and gone once something is."""

    asked_requested = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._probe = ""
        self._words = plain_words("", "text2")
        self._text = plain_words("", "text")
        self.asked: QPushButton = button(_("Asked"), f"{name}.asked", size="small")
        # A click must not take the caret out of the notes.
        self.asked.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.asked.clicked.connect(self._asked)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._words)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        row.setSpacing(theme.px(8))
        row.addWidget(Glyph("clock", "caution"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.asked, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def present(self, nudge: ProbeSuggestion | None) -> None:
        """Show a suggestion, or none."""
        self.setVisible(nudge is not None)
        if nudge is not None:
            self._probe = nudge.probe
            words = _("Half time, and nothing ticked in “{list}”. You could ask:")
            self._words.setText(words.format(list=nudge.title))
            self._text.setText(nudge.text)
            self.asked.setAccessibleDescription(nudge.text)

    def _asked(self) -> None:
        self._request(AskedRequest(self._probe))

    def _request(self, wish: AskedRequest) -> None:
        self.asked_requested.emit(wish)


def plain_words(words: str, colour: Role) -> QLabel:
    """A label that wraps and reads no markup."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    theme.dress(made, "base", tabular=True, colour=colour)
    return made
