"""A category as a button: letter, evidence so far, score. For the score bar and the ribbon."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout

from interviewer_app.controllers.live.views import Chip
from interviewer_app.text import _, ngettext
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.score_box import ScoreLook
from interviewer_app.ui.widgets.tips import set_tip


@dataclass(frozen=True, slots=True)
class ChipRequest:
    """Unfold the anchors of this category."""

    letter: str


@dataclass(frozen=True, slots=True)
class ChipsView:
    """The categories, the letters that want evidence, and the category whose anchors are unfolded."""

    chips: tuple[Chip, ...]
    wanting: frozenset[str]
    open: str = ""


def score_look(code: str) -> ScoreLook:
    """A score of the call as its box shows it: open until the review settles it."""
    if code == "-":
        return ScoreLook("not_observed")
    return ScoreLook("provisional", int(code)) if code else ScoreLook()


def evidence_words(chip: Chip, *, wanting: bool, short: bool = False) -> str:
    """How much evidence a category has, or where it is asked for."""
    if chip.tagged:
        return ngettext("{n} note", "{n} notes", chip.tagged).format(n=chip.tagged)
    if chip.untagged:
        return _("{n} untagged").format(n=chip.untagged)
    if wanting:
        return _("none yet") if short else _("no evidence yet")
    if chip.asked_in and not short:
        return _("asked in prompt {n}").format(n=chip.asked_in[0])
    return _("prompt {n}").format(n=chip.asked_in[0]) if chip.asked_in else _("no notes")


class CategoryChip(QAbstractButton):
    """What it says and how it is pressed; how it looks is the business of the kind made of it."""

    def __init__(self, name: str, letter: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}.{letter}")
        # A click must not take the caret out of the notes.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.wish = ChipRequest(letter)
        self._chip: Chip | None = None
        self._wanting = False
        self.unfolded = False

    def present(self, chip: Chip, *, wanting: bool, unfolded: bool) -> None:
        """Show a category."""
        if (chip, wanting, unfolded) == (self._chip, self._wanting, self.unfolded):
            return
        self._chip, self._wanting, self.unfolded = chip, wanting, unfolded
        words = evidence_words(chip, wanting=wanting)
        name = f"{chip.letter} {chip.title}"
        self.setText(name.replace("&", "&&"))
        self.setAccessibleName(f"{name}, {words}, {score_look(chip.code).words()}")
        set_tip(self, f"{name}: {words}")
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paint_ground(self, painter: QPainter) -> None:
        """Unfolded, pressed or pointed at."""
        look = theme.current()
        if self.unfolded:
            painter.fillRect(self.rect(), look.base)
            painter.fillRect(0, 0, self.width(), theme.px(2), look.accent)
        elif self.isDown() or self.underMouse():
            painter.fillRect(self.rect(), look.line if self.isDown() else look.sunk)


class ChipRow(QHBoxLayout):
    """A chip per category, each of one kind; they are built anew only when the categories are others."""

    chip_requested = Signal(object)

    def __init__(self, kind: Callable[[str], CategoryChip], stretch: int = 0) -> None:
        super().__init__()
        self.setSpacing(0)
        self._kind = kind
        self._stretch = stretch
        self._chips: dict[str, CategoryChip] = {}

    def present(self, view: ChipsView) -> None:
        """Show these."""
        if tuple(self._chips) != tuple(chip.letter for chip in view.chips):
            self._build(view.chips)
        for chip in view.chips:
            wanting, unfolded = chip.letter in view.wanting, chip.letter == view.open
            self._chips[chip.letter].present(chip, wanting=wanting, unfolded=unfolded)

    @property
    def chips(self) -> tuple[CategoryChip, ...]:
        """From A on."""
        return tuple(self._chips.values())

    def _build(self, chips: tuple[Chip, ...]) -> None:
        for old in self._chips.values():
            self.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._chips = {chip.letter: self._kind(chip.letter) for chip in chips}
        for made in self._chips.values():
            made.clicked.connect(self._clicked)
            self.addWidget(made, self._stretch)

    def _clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, CategoryChip):
            self._request(chip.wish)

    def _request(self, wish: ChipRequest) -> None:
        self.chip_requested.emit(wish)
