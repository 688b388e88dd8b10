"""The cheat sheet, made from the table of actions and searchable. For ui/shell."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from interviewer_app import labels
from interviewer_app.domain.notes.note import Marker
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.dialogs.sheet import DialogSheet
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.key_hint import KeyHint

_BESIDE = 760
"""Two columns need this width at 100 %."""

_MARKERS = (Marker.SAID, Marker.FOR, Marker.AGAINST, Marker.UNKNOWN, Marker.HELP)


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One line: what it does and the keys that do it."""

    words: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeySection:
    """Lines under one heading."""

    title: str
    lines: tuple[KeyLine, ...]


def sections(first: str) -> tuple[KeySection, ...]:
    """Every action of the table, the scope `first` before the others; then what notes understand."""
    order = sorted(actions.SCOPES, key=lambda scope: (scope != first, actions.SCOPES.index(scope)))
    made = []
    for scope in order:
        rows = [row for row in actions.table() if row.scope == scope]
        lines = tuple(KeyLine(row.words, tuple(shown(row.keys))) for row in rows)
        made.append(KeySection(actions.scope_words(scope), lines))
    signs = tuple(
        KeyLine(_("The line is {what}").format(what=labels.marker(m)), (m.value,)) for m in _MARKERS
    )
    tags = KeyLine(_("Evidence for a category, anywhere in a line"), ("#A", "#H"))
    return (*made, KeySection(_("In the notes, at the beginning of a line"), (*signs, tags)))


def shown(keys: tuple[str, ...]) -> list[str]:
    """Keys as people call them, each once: both Enter keys are Enter."""
    return list(dict.fromkeys(map(actions.named, keys)))


def balanced(all_of_them: tuple[KeySection, ...]) -> tuple[tuple[KeySection, ...], tuple[KeySection, ...]]:
    """Two columns of about the same length, read down the first and then the second."""
    lengths = [len(section.lines) + 2 for section in all_of_them]
    cut = min(range(1, len(lengths)), key=lambda at: abs(sum(lengths[:at]) - sum(lengths[at:])))
    return all_of_them[:cut], all_of_them[cut:]


class KeysSheet(DialogSheet):
    """Every key there is; typing narrows the list."""

    def __init__(self, scope: str, window: QWidget) -> None:
        super().__init__("keys", _("All keys"), (960, 664), window)
        self._field = QLineEdit()
        self._field.setObjectName("keys.filter")
        self._field.setAccessibleName(_("Find a key"))
        self._field.setPlaceholderText(_("Find by word or key"))
        self._field.setMinimumWidth(theme.px(240))
        self._field.textChanged.connect(self._filter)
        self.head.insertWidget(1, self._field)
        self.head.setSpacing(16)
        self._blocks: list[_Block] = []
        content = QWidget()
        theme.dress(content, surface="base")
        columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        columns.setContentsMargins(0, 0, theme.px(12), 0)
        self._columns = columns
        for side in balanced(sections(scope)):
            rows = QVBoxLayout()
            rows.setSpacing(theme.px(16))
            for section in side:
                block = _Block(section)
                self._blocks.append(block)
                rows.addWidget(block)
            rows.addStretch(1)
            columns.addLayout(rows, 1)
        self._nothing = QLabel(_("No key matches."))
        theme.dress(self._nothing, colour="text2")
        self._nothing.hide()
        self.body.addWidget(self._nothing)
        self.body.addWidget(_scrolled(content), 1)
        self.first = self._field
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Two columns, or one where the keys of the second would be cut off."""
        beside = self.width() >= theme.px(_BESIDE)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._columns.setSpacing(theme.px(48 if beside else 16))

    def _filter(self, words: str) -> None:
        found = [block.filter(words.split()) for block in self._blocks]
        self._nothing.setVisible(not any(found))


class _Block(QWidget):
    """A heading and its lines."""

    def __init__(self, section: KeySection) -> None:
        super().__init__()
        self._lines: list[tuple[str, tuple[QWidget, ...]]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(0, 1)
        title = QLabel(section.title)
        theme.dress(title, "base", theme.SEMIBOLD)
        grid.addWidget(title, 0, 0, 1, 2)
        for at, line in enumerate(section.lines, 1):
            words = QLabel(line.words)
            words.setTextFormat(Qt.TextFormat.PlainText)
            theme.dress(words, colour="text2")
            caps = _caps(line.keys)
            words.setMinimumHeight(theme.px(20))
            grid.addWidget(words, at, 0)
            grid.addWidget(caps, at, 1, Qt.AlignmentFlag.AlignRight)
            said = " ".join((section.title, line.words, *line.keys)).casefold()
            self._lines.append((said, (words, caps)))

    def filter(self, words: list[str]) -> bool:
        """Show the lines that hold every word; says whether there are any."""
        some = False
        for said, widgets in self._lines:
            fits = all(word.casefold() in said for word in words)
            some = some or fits
            for widget in widgets:
                widget.setVisible(fits)
        self.setVisible(some)
        return some


def _caps(keys: tuple[str, ...]) -> QWidget:
    """Key caps side by side; an action without a key says that it stands in the menus."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    if not keys:
        menu = QLabel(_("in the menus"))
        theme.dress(menu, "small", colour="text3")
        row.addWidget(menu)
    for key in keys:
        row.addWidget(KeyHint(key))
    return made


def _scrolled(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setObjectName("keys.list")
    area.setAccessibleName(_("Keys"))
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    theme.dress(area.viewport(), surface="base")
    return area
