"""Words, kinds, role, stage, category and source: what the kit library lists. For ui/kits/screen.py."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from interviewer_app import labels
from interviewer_app.controllers.kits.views import KitsView
from interviewer_app.domain.kits.catalogue import EntryKind, KitOrigin, KitQuery
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.search_field import SearchField
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen, Option, SegmentedChoice

if TYPE_CHECKING:
    from interviewer_app.domain.kits.kit import Stage

_MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class MoveRequest:
    """A key pressed in the field that moves the row in hand."""

    key: Qt.Key


class Filters(QWidget):
    """Every choice is the wish for another list; arrows in the field move the row in hand."""

    query_requested = Signal(object)
    move_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = KitQuery()
        self.field = _Field()
        self.field.textEdited.connect(self._typed)
        self.field.move_requested.connect(self.move_requested)
        self.kinds = SegmentedChoice("kits.kind", _("Kind"))
        # With its segments from the first: what is built later comes last on the way of Tab.
        self.kinds.present(_kinds_view(KitQuery().kind, {}))
        self.kinds.chosen_requested.connect(self._kind_chosen)
        self._role = _combo("kits.role", _("Role"))
        self._stage = _combo("kits.stage", _("Stage"))
        self._letter = _combo("kits.category", _("Category"))
        self._source = _combo("kits.source", _("Source"))
        self._combos = (self._role, self._stage, self._letter, self._source)
        for combo in self._combos:
            combo.activated.connect(self._chosen)
        sources = [(KitOrigin.SHIPPED.value, _("Shipped")), (KitOrigin.OWN.value, _("Yours"))]
        self._fill(self._source, _("All sources"), sources, none=KitOrigin.ALL.value)
        self._lay_out()

    def present(self, view: KitsView) -> None:
        """Show what is asked for, and how many there are of each kind."""
        self._query = view.query
        self.kinds.present(_kinds_view(view.query.kind, dict(view.counts)))
        self._fill(self._role, _("All roles"), list(view.roles))
        stages = [(stage, labels.stage(cast("Stage", stage))) for stage in view.stages]
        self._fill(self._stage, _("All stages"), stages)
        letters = [(letter, f"{letter}  {title}") for letter, title in view.letters]
        self._fill(self._letter, _("All categories"), letters)
        wanted = (view.query.role, view.query.stage, view.query.letter, view.query.source.value)
        for combo, key in zip(self._combos, wanted, strict=True):
            combo.setCurrentIndex(max(0, combo.findData(key)))
        if self.field.text() != view.query.words and not self.field.hasFocus():
            self.field.setText(view.query.words)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The controls in the order Tab visits them."""
        return (self.field, self.kinds, *self._combos)

    def clear(self) -> None:
        """Ask for everything of the present kind."""
        self.field.clear()
        self._request(KitQuery(kind=self._query.kind))

    def measure(self) -> None:
        """Take margins and gaps from the text scale in force."""
        edge = theme.px(16)
        self._rows.setContentsMargins(edge, 0, edge, theme.px(12))
        self._rows.setSpacing(theme.px(8))
        for row in (self._first, self._second):
            row.setSpacing(theme.px(8))
        self.field.measure()

    def _lay_out(self) -> None:
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._first.addWidget(self.field, 1)
        self._first.addWidget(self.kinds)
        self._first.addStretch(0)
        for combo in self._combos:
            self._second.addWidget(combo)
        self._second.addStretch(1)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(self._first)
        self._rows.addLayout(self._second)
        self.measure()

    def _fill(self, combo: QComboBox, all_words: str, options: list[tuple[str, str]], none: str = "") -> None:
        wanted = [(none, all_words), *options]
        present = [(combo.itemData(at), combo.itemText(at)) for at in range(combo.count())]
        if present != wanted:
            combo.clear()
            for key, words in wanted:
                combo.addItem(words, key)

    def _typed(self, words: str) -> None:
        self._ask(words=words)

    def _kind_chosen(self, wish: Chosen) -> None:
        self._ask(kind=EntryKind(wish.key))

    def _chosen(self) -> None:
        self._ask()

    def _ask(self, words: str | None = None, kind: EntryKind | None = None) -> None:
        self._request(
            KitQuery(
                kind=kind or self._query.kind,
                words=self.field.text() if words is None else words,
                role=self._role.currentData() or "",
                stage=self._stage.currentData() or "",
                letter=self._letter.currentData() or "",
                source=KitOrigin(self._source.currentData() or KitOrigin.ALL),
            )
        )

    def _request(self, wish: KitQuery) -> None:
        self.query_requested.emit(wish)


class _Field(SearchField):
    """Where words are typed; arrows go to the list."""

    move_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__("kits.filter", _("Filter by any word"), actions.key("kits.filter"))
        self.installEventFilter(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            self._request(MoveRequest(Qt.Key(event.key())))
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Line edits take Ctrl+E for "end of line" on some systems; here it is the screen's.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if control and event.key() == Qt.Key.Key_E:
                event.ignore()
                return True
        return False

    def _request(self, wish: MoveRequest) -> None:
        self.move_requested.emit(wish)


def _kinds_view(chosen: EntryKind, counts: Mapping[EntryKind, int]) -> ChoiceView:
    words = {
        EntryKind.PROMPT: _("Prompts"),
        EntryKind.KIT: _("Kits"),
        EntryKind.SCORECARD: _("Scorecards"),
        EntryKind.ROLE: _("Roles"),
        EntryKind.FILE: _("Files"),
    }
    options = tuple(Option(k.value, words[k], str(counts[k]) if k in counts else "") for k in words)
    return ChoiceView(options, chosen.value)


def _combo(name: str, words: str) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(14)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made
