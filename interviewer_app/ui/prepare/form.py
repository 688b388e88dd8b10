"""The left side of Prepare: who, for what, which kit, how long, what is said first. For ui/prepare."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from interviewer_app import labels
from interviewer_app.controllers.prepare.views import KitChoice, PrepareView
from interviewer_app.domain.interview import Opening
from interviewer_app.domain.kits.kit import Level, Stage
from interviewer_app.domain.openings.opening import SubjectKind
from interviewer_app.text import _
from interviewer_app.ui.prepare.factor_row import FactorRequest, FactorRow
from interviewer_app.ui.prepare.kit_field import KitField, KitView
from interviewer_app.ui.prepare.lock_row import LockRow
from interviewer_app.ui.prepare.name_field import NameLimit, hint_label
from interviewer_app.ui.prepare.opening_field import OpeningField
from interviewer_app.ui.prepare.prose import Prose
from interviewer_app.ui.prepare.scope_row import OutputRequest, OutputRow, ScopeRow, WaiverRequest
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.elided_label import ElidedLabel
from interviewer_app.ui.widgets.hairline import Hairline
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen, Option, SegmentedChoice
from interviewer_app.ui.widgets.tips import set_tip

if TYPE_CHECKING:
    from interviewer_app.controllers.prepare.controller import PrepareController

_LABELS: Final = 112
_Line = tuple[QLabel, QSpacerItem]


class PrepareForm(QWidget):
    """Every change goes to the controller as it is made."""

    def __init__(self, controller: "PrepareController", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._shown = ""
        self._fields()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._candidate)

    def present(self, view: PrepareView) -> None:
        """Show this interview; words being typed are left alone."""
        fresh = view.interview_id != self._shown
        self._shown = view.interview_id
        if fresh or not self._candidate.hasFocus():
            self._candidate_limit.put(view.candidate)
        if fresh or not self._interviewer.hasFocus():
            self._interviewer_limit.put(view.interviewer)
        self._opening.present(view.openings)
        if fresh or not self._opening.line.hasFocus():
            self._opening_limit.put(view.opening.title)
        self._who.setText(_subject(view.opening.sheet.subject))
        self._candidate.setAccessibleName(self._who.text())
        self._render_scope(view)
        levels = tuple(Option(level.value, labels.level(level).capitalize()) for level in Level)
        self._level.present(ChoiceView(levels, view.opening.level.value))
        self._genai.blockSignals(True)
        self._genai.setChecked(view.opening.genai)
        self._genai.blockSignals(False)
        self._render_stages(view)
        self._kit.present(KitView(view.kits, view.kit, view.kit_locked))
        self._lock.present(view.lock)
        self._render_findings(view.findings, view.nudge)
        self._factor.present(view.factor, fresh=fresh)
        self._script.setText(view.script)
        self._script.setVisible(bool(view.script))

    def _render_scope(self, view: PrepareView) -> None:
        self._output.present(view.scope)
        self._scope.present(view.scope)
        for (label, gap), field in ((self._output_row, self._output), (self._scope_row, self._scope)):
            label.setVisible(view.scope.open)
            field.setVisible(view.scope.open)
            gap.changeSize(0, 8 if view.scope.open else 0)
        self._grid.invalidate()

    def _render_stages(self, view: PrepareView) -> None:
        keys = [key for key, _words in view.stages]
        if [self._stage.itemData(n) for n in range(self._stage.count())] != keys:
            self._stage.clear()
            for key, words in view.stages:
                self._stage.addItem(words, key)
        self._stage.setCurrentIndex(keys.index(view.stage) if view.stage in keys else -1)
        self._stage.setVisible(len(keys) > 1)

    def _render_findings(self, findings: tuple[str, ...], nudge: str) -> None:
        """What is wrong with the user's files, else that another form is due."""
        self._findings.setVisible(bool(findings or nudge))
        theme.dress(self._findings, "small", colour="caution" if findings else "text2")
        if nudge and not findings:
            self._findings.present(nudge)
        elif findings:
            rest = len(findings) - 1
            more = _(" (and {n} more)").format(n=rest) if rest else ""
            self._findings.present(_("Your kit files: {first}").format(first=findings[0]) + more)
            set_tip(self._findings, "\n".join(findings[:20]))

    def _fields(self) -> None:
        self._candidate = QLineEdit()
        self._candidate.setObjectName("prepare.candidate")
        self._candidate.setAccessibleName(_("Candidate"))
        self._candidate_hint = hint_label("prepare.candidate_hint", self)
        usual = _("A name or a code. Nothing else about the person is asked.")
        self._candidate_limit = NameLimit(self._candidate, self._candidate_hint, usual)
        self._opening = OpeningField()
        self._opening_hint = hint_label("prepare.opening_hint", self)
        self._opening_limit = NameLimit(self._opening.line, self._opening_hint, "")
        self._level = SegmentedChoice("prepare.level", _("Level"))
        self._genai = QCheckBox(_("GenAI in scope"))
        self._genai.setObjectName("prepare.genai")
        self._genai.setAccessibleName(_("GenAI in scope"))
        set_tip(self._genai, _("Without it the anchors that do not ask for generative AI hold."))
        self._output = OutputRow()
        self._scope = ScopeRow()
        self._stage = QComboBox()
        self._stage.setObjectName("prepare.stage")
        self._stage.setAccessibleName(_("Stage"))
        self._kit = KitField()
        self._lock = LockRow()
        self._findings = ElidedLabel()
        self._findings.setObjectName("prepare.findings")
        theme.dress(self._findings, "small", colour="caution")
        self._interviewer = QLineEdit()
        self._interviewer.setObjectName("prepare.interviewer")
        self._interviewer.setAccessibleName(_("Interviewer"))
        self._interviewer_hint = hint_label("prepare.interviewer_hint", self)
        self._interviewer_limit = NameLimit(self._interviewer, self._interviewer_hint, "")
        self._factor = FactorRow()
        self._factor_hint = hint_label("prepare.factor_hint", self)
        self._factor_hint.setText(
            _("Stretches every minute of the plan. No reason is kept; the packet does not show it.")
        )
        theme.dress(self._factor_hint, "small", colour="text3")
        self._script = Prose()
        self._script.setObjectName("prepare.script")

    def _lay_out(self) -> None:
        self._labels: list[QLabel] = []
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        level = QHBoxLayout()
        level.setSpacing(16)
        level.addWidget(self._level)
        level.addWidget(self._genai)
        level.addStretch(1)
        self._who, _gap = self._add(_("Candidate"), self._candidate, self._candidate_hint)
        self._add(_("Opening"), self._opening, self._opening_hint)
        self._output_row = self._add(_("Will build"), self._output)
        self._scope_row = self._add(_("Scope"), self._scope)
        self._add(_("Level"), level)
        self._add_kit()
        self._add(_("Interviewer"), self._interviewer, self._interviewer_hint)
        self._add(_("Time factor"), self._factor, self._factor_hint)
        self._make_speech()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._grid)
        rows.addWidget(Hairline())
        rows.addLayout(self._speech)
        rows.addStretch(1)
        self.measure()

    def _add_kit(self) -> None:
        """Stage and kit side by side; under them why it is bound, and what is wrong in the user's files."""
        kit = QHBoxLayout()
        kit.setSpacing(8)
        kit.addWidget(self._stage)
        kit.addWidget(self._kit, 1)
        notes = QWidget()
        lines = QVBoxLayout(notes)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(self._lock)
        lines.addWidget(self._findings)
        self._add(_("Kit"), kit, notes)

    def _make_speech(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(4)
        first, remark = QLabel(_("What you say first")), QLabel(_("names filled in"))
        theme.dress(first, "base", theme.SEMIBOLD)
        theme.dress(remark, "base", colour="text3")
        title.addWidget(first)
        title.addWidget(remark)
        title.addStretch(1)
        self._speech = QVBoxLayout()
        self._speech.addLayout(title)
        self._speech.addWidget(self._script)

    def stops(self) -> tuple[QWidget, ...]:
        """The controls in the order Tab visits them."""
        first = (self._candidate, self._opening, self._output, self._scope, self._level, self._genai)
        return (*first, self._stage, self._kit, self._lock, self._interviewer, self._factor)

    def offer_waiver(self) -> None:
        """Open the list of reasons for going on without a scope sheet."""
        self._scope.offer()

    def measure(self) -> None:
        """Take margins and gaps from the text scale in force."""
        edge = theme.px(24)
        self._grid.setContentsMargins(edge, theme.px(20), edge, theme.px(20))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnMinimumWidth(0, theme.px(_LABELS))
        for label in self._labels:
            label.setFixedHeight(theme.px(theme.CONTROL))
        self._speech.setContentsMargins(edge, theme.px(16), edge, theme.px(20))
        self._speech.setSpacing(theme.px(8))

    def _add(self, words: str, field: QWidget | QHBoxLayout, hint: QWidget | None = None) -> _Line:
        """A row of the form: label and field, the quiet line that belongs to it, and the gap after it."""
        row = self._grid.rowCount()
        label = QLabel(words)
        theme.dress(label, colour="text2")
        self._labels.append(label)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        if isinstance(field, QWidget):
            self._grid.addWidget(field, row, 1)
            label.setBuddy(field)
        else:
            self._grid.addLayout(field, row, 1)
        if hint is not None:
            self._grid.addWidget(hint, row + 1, 1)
        gap = QSpacerItem(0, 8)
        self._grid.addItem(gap, row + 2, 1)
        return label, gap

    def _connect(self) -> None:
        self._candidate_limit.edited.connect(self._candidate_edited)
        self._interviewer_limit.edited.connect(self._interviewer_edited)
        self._opening_limit.edited.connect(self._title_edited)
        self._opening.opening_requested.connect(self._opening_chosen)
        self._output.output_requested.connect(self._output_wished)
        self._scope.waiver_requested.connect(self._waiver_wished)
        self._scope.sheet_requested.connect(self._controller.open_sheet)
        self._stage.activated.connect(self._stage_chosen)
        self._lock.another_requested.connect(self._another_wished)
        self._level.chosen_requested.connect(self._level_chosen)
        self._genai.toggled.connect(self._genai_toggled)
        self._kit.kit_requested.connect(self._kit_chosen)
        self._factor.factor_requested.connect(self._factor_wished)
        theme.watch().changed.connect(self.measure)

    def _candidate_edited(self) -> None:
        self._controller.set_candidate(self._candidate_limit.text())

    def _interviewer_edited(self) -> None:
        self._controller.set_interviewer(self._interviewer_limit.text())

    def _title_edited(self) -> None:
        self._controller.set_opening_title(self._opening_limit.text())

    def _opening_chosen(self, wish: Opening) -> None:
        self._controller.choose_opening(wish)

    def _output_wished(self, wish: OutputRequest) -> None:
        self._controller.set_output(wish.key)

    def _waiver_wished(self, wish: WaiverRequest) -> None:
        self._controller.waive(wish.reason)

    def _stage_chosen(self, at: int) -> None:
        self._controller.set_stage(Stage(self._stage.itemData(at)))

    def _another_wished(self) -> None:
        self._controller.use_another_kit()
        # The button that had the keyboard is gone; what it was pressed for comes next.
        self._kit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _level_chosen(self, wish: Chosen) -> None:
        self._controller.set_level(Level(wish.key))

    def _genai_toggled(self, on: bool) -> None:
        self._controller.set_genai(on)

    def _kit_chosen(self, wish: KitChoice) -> None:
        self._controller.choose_kit(wish)

    def _factor_wished(self, wish: FactorRequest) -> None:
        self._controller.set_factor(wish.per_cent)


def _subject(kind: SubjectKind) -> str:
    """What the one who is rated is called."""
    return {
        SubjectKind.PERSON: _("Candidate"),
        SubjectKind.TEAM: _("Team"),
        SubjectKind.VENDOR: _("Vendor"),
    }[kind]
