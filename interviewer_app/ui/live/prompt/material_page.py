"""What a task hands to the candidate, to look at and to copy. For the prompt pane."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from interviewer_app.text import _, ngettext
from interviewer_app.ui import actions
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import button
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen, Option, SegmentedChoice


class MaterialText(QPlainTextEdit):
    """Plain text as it was written, every space of it; it cannot be changed, and Tab leads on."""

    def __init__(self, name: str, size: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setObjectName(name)
        self.setAccessibleName(_("Material of the task"))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(0)
        self._restyle()
        theme.watch().changed.connect(self._restyle)

    def show_text(self, text: str) -> None:
        """Show a text from its beginning."""
        if text != self.toPlainText():
            self.setPlainText(text)

    @override
    def minimumSizeHint(self) -> QSize:
        # It scrolls; on a low screen the words of the prompt come first.
        return QSize(theme.px(80), theme.px(20))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _restyle(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(theme.px(self._size))
        font.setStyleHint(QFont.StyleHint.Monospace)
        self.setFont(font)
        self.setTabStopDistance(4 * self.fontMetrics().horizontalAdvance(" "))


class MaterialPage(QWidget):
    """The parts of the material, one at a time, each with a button that copies it."""

    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live.materials")
        self._parts: tuple[str, ...] = ()
        self._at = 0
        self._choice = SegmentedChoice("live.material_part", _("Part"), small=True)
        self._choice.chosen_requested.connect(self._chosen)
        self._lead = QLabel()
        self._lead.setObjectName("live.material_lead")
        theme.dress(self._lead, "small", colour="text2")
        copy = button(
            _("Copy"), "live.material_copy", glyph="copy", size="small", hint=actions.key("live.material")
        )
        # A click must not take the caret out of the notes.
        copy.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        copy.clicked.connect(self.copy_requested)
        self.text = MaterialText("live.material")
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._head = QHBoxLayout()
        self._head.setSpacing(theme.px(8))
        self._head.addWidget(self._choice)
        self._head.addWidget(self._lead, 1)
        self._head.addWidget(copy)
        self._copy = copy
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._head)
        rows.addWidget(self.text, 1)
        self.set_margin(24)

    def present(self, parts: tuple[str, ...]) -> None:
        """Show these parts, the first one in front."""
        if parts != self._parts:
            self._parts, self._at = parts, 0
            self._show()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Everything Tab may stop at, in reading order."""
        entry = self._choice.focusProxy()
        part = (entry,) if entry is not None and not self._choice.isHidden() else ()
        return (*part, self._copy, self.text)

    @property
    def shown(self) -> str:
        """The part in front, as it is copied."""
        return self._parts[self._at] if self._parts else ""

    def note_copied(self) -> None:
        """Say that the part in front is on the clipboard; nothing else would show it."""
        words = ngettext("{n} line is on the clipboard", "{n} lines are on the clipboard", self._lines)
        self._lead.setText(words.format(n=self._lines))

    def set_margin(self, side: int) -> None:
        """Change the space at both sides, in pixels at 100 %."""
        self._head.setContentsMargins(theme.px(side), theme.px(6), theme.px(side), theme.px(4))
        self.text.setViewportMargins(theme.px(side), theme.px(4), theme.px(4), theme.px(4))

    @property
    def _lines(self) -> int:
        return len(self.shown.rstrip("\n").splitlines())

    def _show(self) -> None:
        count = len(self._parts)
        options = tuple(Option(str(n), str(n)) for n in range(1, count + 1))
        self._choice.setVisible(count > 1)
        self._choice.present(ChoiceView(options, str(self._at + 1)))
        count = self._lines
        words = ngettext("{n} line; give it to the candidate", "{n} lines; give them to the candidate", count)
        self._lead.setText(words.format(n=count))
        self.text.show_text(self.shown.rstrip("\n"))

    def _chosen(self, wish: Chosen) -> None:
        self._at = int(wish.key) - 1
        self._show()
