"""The kit editor: the entries of a file at the side, the one in hand as a form. For app.

screen = KitEditorScreen(controller)
screen.actions_by_id
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from interviewer_app.controllers.forms import FieldEdited, FormAct
from interviewer_app.controllers.kits.views import EditorView
from interviewer_app.domain.kits.fields import Path
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.forms.form import FormPane
from interviewer_app.ui.kits.outline import Outline
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.tab_order import chain
from interviewer_app.ui.widgets.button import button, icon_button, set_available
from interviewer_app.ui.widgets.elided_label import ElidedLabel
from interviewer_app.ui.widgets.hairline import Hairline
from interviewer_app.ui.widgets.paragraph import Paragraph

if TYPE_CHECKING:
    from interviewer_app.controllers.kits.editor import KitEditorController


class KitEditorScreen(QWidget):
    """Every change is in the draft at once; Publish tells first what changes."""

    def __init__(self, controller: "KitEditorController", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kit_editor")
        self.setWindowTitle(_("Kit editor"))
        theme.dress(self, surface="window")
        self._controller = controller
        self.view: EditorView | None = None
        self._outline = Outline()
        self._form = FormPane("kit_editor.form", "kit_editor", gap=6)
        self._form.setAccessibleName(_("Fields of the entry"))
        self._lay_out()
        self._connect()
        chain(
            self._back,
            self._undo,
            self._redo,
            self._discard,
            self._publish,
            self._outline,
            self._tools,
            self._form,
        )
        self.actions_by_id = actions.bind(self, actions.KIT_EDITOR)

    def present(self, view: EditorView) -> None:
        """Show this file and the entry in hand."""
        self.view = view
        version = _("version {version}").format(version=view.version)
        self._name.present(f"{view.title}, {version}" if view.version else view.title)
        self._saved.setText(view.saved)
        self._outline.show_rows(view.outline, view.current)
        self._form.present(view.form)
        hint = "\n".join((view.obstacle, *view.others)).strip()
        self._hint.present(hint)
        self._hint.setVisible(bool(hint))
        theme.dress(self._hint, colour="alert" if view.errors else "text2")
        set_available(self._publish, not view.obstacle, view.obstacle)
        self._allow(view)

    # -- rows of the table of actions

    def undo(self) -> None:
        """Take the last change back."""
        self._controller.step(-1)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._controller.step(1)

    def publish(self) -> None:
        """Tell what changes; publishing is one more press."""
        view = self._controller.preview()
        if view is None:
            return
        from interviewer_app.ui.kits.publish import PublishSheet  # on first use

        sheet = PublishSheet(view, self.window())
        sheet.publish_requested.connect(self._controller.publish)
        sheet.open()

    def discard(self) -> None:
        """Forget the draft and leave."""
        self._controller.leave(keep=False)

    def go_back(self) -> None:
        """To the library; the draft is kept."""
        self._controller.leave()

    # -- inside

    def _allow(self, view: EditorView) -> None:
        for tool, possible in ((self._undo, view.can_undo), (self._redo, view.can_redo)):
            tool.setEnabled(possible)
        self.actions_by_id["kit_editor.undo"].setEnabled(view.can_undo)
        self.actions_by_id["kit_editor.redo"].setEnabled(view.can_redo)
        self.actions_by_id["kit_editor.publish"].setEnabled(not view.obstacle)
        entry = len(view.current) == 2
        for tool in self._movers:
            tool.setEnabled(entry)
        set_available(self._adder, bool(view.current), _("Choose a list first."))

    def _made_head(self) -> QHBoxLayout:
        """Title, state, and what can be done with the whole file."""
        self._back = icon_button(
            "chevron-left", _("Back"), "kit_editor.back_button", hint=actions.key("kit_editor.back")
        )
        self._undo = icon_button(
            "undo-2", _("Undo"), "kit_editor.undo_button", hint=actions.key("kit_editor.undo")
        )
        self._redo = icon_button(
            "redo-2", _("Redo"), "kit_editor.redo_button", hint=actions.key("kit_editor.redo")
        )
        self._discard = button(_("Discard draft"), "kit_editor.discard_button", kind="quiet", glyph="trash-2")
        self._publish = button(
            _("Publish"), "kit_editor.publish_button", kind="primary", hint=actions.key("kit_editor.publish")
        )
        title = QLabel(_("Kit editor"))
        theme.dress(title, "title", theme.SEMIBOLD)
        self._name = ElidedLabel()
        theme.dress(self._name, colour="text2")
        self._saved = QLabel()
        self._saved.setObjectName("kit_editor.saved")
        theme.dress(self._saved, "small", colour="text3")
        head = QHBoxLayout()
        for widget in (self._back, title):
            head.addWidget(widget)
        head.addWidget(self._name, 1)
        for widget in (self._saved, self._undo, self._redo, self._discard, self._publish):
            head.addWidget(widget)
        return head

    def _lay_out(self) -> None:
        self._head = self._made_head()
        self._hint = Paragraph("", colour="text2")
        self._hint.setObjectName("kit_editor.hint")
        self._side = QWidget()
        theme.dress(self._side, surface="base")
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self._outline, 1)
        side.addWidget(Hairline())
        side.addWidget(self._made_tools())
        self._both = QSplitter(Qt.Orientation.Horizontal)
        self._both.setObjectName("kit_editor.splitter")
        self._both.setChildrenCollapsible(False)
        self._both.addWidget(self._side)
        self._both.addWidget(self._form)
        self._both.setStretchFactor(1, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._head)
        rows.addWidget(self._hint)
        rows.addWidget(Hairline())
        rows.addWidget(self._both, 1)
        self._measure()

    def _made_tools(self) -> QWidget:
        """Add, up, down, remove for the entry in hand."""
        self._tools = QWidget()
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(4))
        row.setSpacing(theme.px(4))
        self._adder = button(_("Add"), "kit_editor.add_entry", kind="quiet", glyph="plus")
        self._adder.clicked.connect(self._add_entry)
        row.addWidget(self._adder)
        row.addStretch(1)
        self._movers = []
        for act, glyph, words in (
            (FormAct.UP, "chevron-up", _("Move the entry up")),
            (FormAct.DOWN, "chevron-down", _("Move the entry down")),
            (FormAct.REMOVE, "trash-2", _("Remove the entry")),
        ):
            tool = icon_button(glyph, words, f"kit_editor.{act}_entry")
            tool.setProperty("act", act)
            tool.clicked.connect(self._tool_pressed)
            row.addWidget(tool)
            self._movers.append(tool)
        return self._tools

    def _measure(self) -> None:
        self._head.setContentsMargins(theme.px(8), theme.px(8), theme.px(16), theme.px(8))
        self._head.setSpacing(theme.px(8))
        self._hint.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(8))
        self._side.setMinimumWidth(theme.px(200))
        self._form.setMinimumWidth(theme.px(360))
        self._both.setSizes([theme.px(280), theme.px(1000)])
        self._outline.measure()

    def _connect(self) -> None:
        self._controller.changed.connect(self.present)
        self._outline.selectionModel().currentRowChanged.connect(self._chosen)
        self._form.edited.connect(self._controller.edit)
        self._back.clicked.connect(self.go_back)
        self._undo.clicked.connect(self.undo)
        self._redo.clicked.connect(self.redo)
        self._discard.clicked.connect(self.discard)
        self._publish.clicked.connect(self.publish)
        theme.watch().changed.connect(self._measure)

    def _chosen(self, now: QModelIndex) -> None:
        if now.isValid():
            self._controller.select(self._outline.entries.rows[now.row()].path)

    def _held(self) -> Path:
        return () if self.view is None else self.view.current

    def _add_entry(self) -> None:
        if self._held():
            self._controller.edit(FieldEdited(str(self._held()[0]), act=FormAct.ADD))

    def _tool_pressed(self) -> None:
        if len(self._held()) == 2:
            key = ".".join(map(str, self._held()))
            self._controller.edit(FieldEdited(key, act=FormAct(self.sender().property("act"))))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._outline.setFocus(Qt.FocusReason.OtherFocusReason)
