"""The extra-time factor: four usual ones, and any other from 1 to 4. No reason is asked. For ui/prepare."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QVBoxLayout, QWidget

from interviewer_app import labels
from interviewer_app.text import _
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen, Option, SegmentedChoice

USUAL: Final = (100, 125, 150, 200)
LEAST, MOST = 100, 400
_CUSTOM: Final = "custom"


@dataclass(frozen=True, slots=True)
class FactorRequest:
    """Stretch the plan to so many per cent."""

    per_cent: int


class FactorRow(QWidget):
    """Segments, and a number field while none of the usual factors holds or Custom was pressed."""

    factor_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._per_cent = LEAST
        self._custom = False
        self._choice = SegmentedChoice("prepare.factor", _("Time factor"))
        self._choice.chosen_requested.connect(self._chosen)
        self._number = QDoubleSpinBox()
        self._number.setObjectName("prepare.factor_number")
        self._number.setAccessibleName(_("Time factor"))
        self._number.setRange(LEAST / 100, MOST / 100)
        self._number.setDecimals(2)
        self._number.setSingleStep(0.05)
        self._number.setPrefix("× ")
        self._number.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.UpDownArrows)
        self._number.valueChanged.connect(self._typed)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self._choice)
        rows.addWidget(self._number)
        self.setFocusProxy(self._choice)

    def present(self, per_cent: int, *, fresh: bool = False) -> None:
        """Show this factor; `fresh` says that another interview was loaded."""
        self._per_cent = per_cent
        self._custom = (self._custom and not fresh) or per_cent not in USUAL
        options = tuple(Option(str(f), labels.factor(f)) for f in USUAL)
        chosen = _CUSTOM if self._custom else str(per_cent)
        self._choice.present(ChoiceView((*options, Option(_CUSTOM, _("Custom"))), chosen))
        self._number.setVisible(self._custom)
        self._number.setFixedWidth(theme.px(92))
        if round(self._number.value() * 100) != per_cent:
            self._number.blockSignals(True)
            self._number.setValue(per_cent / 100)
            self._number.blockSignals(False)

    def _chosen(self, wish: Chosen) -> None:
        self._custom = wish.key == _CUSTOM
        if self._custom:
            self.present(self._per_cent)
            self._number.setFocus(Qt.FocusReason.OtherFocusReason)
            self._number.selectAll()
        else:
            self._request(FactorRequest(int(wish.key)))

    def _typed(self, value: float) -> None:
        self._request(FactorRequest(round(value * 100)))

    def _request(self, wish: FactorRequest) -> None:
        self.factor_requested.emit(wish)
