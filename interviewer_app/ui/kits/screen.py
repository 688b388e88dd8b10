"""The kit library: every prompt, kit, scorecard, role and file, found as you type. For app.

screen = KitsScreen(controller)
screen.back_requested, screen.actions_by_id
"""

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFocusEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from interviewer_app.controllers.kits.views import KitsView
from interviewer_app.domain.kits.catalogue import EntryKind, ImportReport, KitOrigin, KitQuery
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.kits import states
from interviewer_app.ui.kits.detail import DetailPane
from interviewer_app.ui.kits.files import FileDialogs
from interviewer_app.ui.kits.filters import Filters, MoveRequest
from interviewer_app.ui.kits.table import KitTable
from interviewer_app.ui.kits.table_model import KitModel
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.tab_order import chain
from interviewer_app.ui.widgets.button import button, icon_button, rename, set_available
from interviewer_app.ui.widgets.empty_state import EmptyState
from interviewer_app.ui.widgets.hairline import Hairline

if TYPE_CHECKING:
    from interviewer_app.controllers.kits.controller import KitsController


class KitsScreen(QWidget):
    """List at the leading side, the entry in hand beside it; a kit file dropped here is reported on."""

    back_requested = Signal()

    def __init__(self, controller: "KitsController", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kits")
        self.setWindowTitle(_("Kit library"))
        self.setAcceptDrops(True)
        theme.dress(self, surface="window")
        self._controller = controller
        self.view: KitsView | None = None
        self._model = KitModel()
        self._filters = Filters()
        self._table = KitTable(self._model)
        self._detail = DetailPane()
        self._empty = EmptyState("kits.empty", "")
        theme.dress(self._empty, surface="base")
        self._files = FileDialogs(self)
        self._lay_out()
        self._connect()
        chain(
            self._back,
            self._import,
            self._export,
            self._edit,
            *self._filters.stops,
            self._table,
            self._detail,
        )
        self.actions_by_id = actions.bind(self, actions.KITS, self._files)

    def present(self, view: KitsView) -> None:
        """Show these rows and the one in hand."""
        old, self.view = self.view, view
        self._filters.present(view)
        if old is None or old.rows is not view.rows:
            scrolled = self._table.verticalScrollBar().value()
            self._model.present(view)
            self._table.spread()
            self._table.head.viewport().update()
            if old is not None and old.query == view.query:
                self._table.verticalScrollBar().setValue(scrolled)
        self._hold(view)
        if view.rows:
            self._body.setCurrentWidget(self._both)
        else:
            self._empty.present(states.empty_view(view))
            self._body.setCurrentWidget(self._empty)
        self._detail.present(view.detail)
        self._count.setText(states.count_words(view))
        self._allow(view)

    # -- rows of the table of actions

    def focus_filter(self) -> None:
        """Into the filter, its words selected."""
        self._filters.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filters.field.selectAll()

    def edit_entry(self) -> None:
        """Edit the file of the row in hand; a copy of what is shipped."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton) and self.isAncestorOf(focused) and focused is not self._edit:
            focused.click()
        elif self.view is not None and self.view.chosen:
            self._controller.edit(self.view.chosen)

    def import_file(self) -> None:
        """Choose a kit file; its report comes before anything is stored."""
        self._files.ask_for_file(self._controller.preview)

    def export_file(self) -> None:
        """Write the file of the row in hand somewhere else."""
        detail = None if self.view is None else self.view.detail
        if detail is None:
            return
        source = detail.file.path

        def chosen(place: str) -> None:
            if self._controller.export(source, place):
                self._count.setText(_("{name} is written").format(name=PurePath(place).name))

        self._files.ask_for_place(PurePath(source).name, chosen)

    def go_back(self) -> None:
        """To the library of interviews."""
        self.back_requested.emit()

    # -- inside

    def _hold(self, view: KitsView) -> None:
        """The row in hand is the one the view shows in full; nobody is told."""
        wanted = next((at for at, row in enumerate(view.rows) if row.key == view.chosen), -1)
        if wanted >= 0 and self._table.currentIndex().row() != wanted:
            chooser = self._table.selectionModel()
            chooser.blockSignals(True)
            self._table.hold(wanted)
            chooser.blockSignals(False)
            self._table.viewport().update()

    def _allow(self, view: KitsView) -> None:
        row = view.detail
        kit = row is not None and (not row.file.shipped or row.kind in (EntryKind.KIT, EntryKind.FILE))
        own = row is not None and not row.file.shipped
        rename(self._edit, _("Edit") if own else _("Edit a copy"))
        broken = row is not None and bool(row.file.errors)
        reason = _("A copy is made of a kit or of a whole file: choose one.")
        if broken:
            reason = _("This file has errors; mend it with a text editor first.")
        set_available(self._edit, kit and not broken, reason)
        set_available(self._export, row is not None, _("Choose an entry first."))
        self.actions_by_id["kits.edit"].setEnabled(kit and not broken)
        self.actions_by_id["kits.export"].setEnabled(row is not None)

    def _lay_out(self) -> None:
        self._back = icon_button("chevron-left", _("Back"), "kits.back_button", hint=actions.key("kits.back"))
        self._import = button(
            _("Import"), "kits.import_button", kind="quiet", hint=actions.key("kits.import"), glyph="plus"
        )
        self._export = button(_("Export"), "kits.export_button", kind="quiet", glyph="file-down")
        self._edit = button(_("Edit a copy"), "kits.edit_button", kind="primary", glyph="pencil-line")
        title = QLabel(_("Kit library"))
        theme.dress(title, "title", theme.SEMIBOLD)
        self._count = QLabel()
        self._count.setObjectName("kits.count")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        theme.dress(self._count, tabular=True, colour="text2")
        self._head = QHBoxLayout()
        for widget in (self._back, title, self._count):
            self._head.addWidget(widget)
        self._head.addStretch(1)
        for widget in (self._import, self._export, self._edit):
            self._head.addWidget(widget)
        self._both = QSplitter(Qt.Orientation.Horizontal)
        self._both.setObjectName("kits.splitter")
        self._both.setChildrenCollapsible(False)
        self._both.addWidget(self._table)
        self._both.addWidget(self._detail)
        self._body = QStackedWidget()
        self._body.addWidget(self._both)
        self._body.addWidget(self._empty)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._head)
        rows.addWidget(self._filters)
        rows.addWidget(Hairline())
        rows.addWidget(self._body, 1)
        self._measure()

    def _measure(self) -> None:
        self._head.setContentsMargins(theme.px(8), theme.px(8), theme.px(16), theme.px(8))
        self._head.setSpacing(theme.px(8))
        self._table.setMinimumWidth(theme.px(320))
        self._detail.setMinimumWidth(theme.px(320))
        self._both.setSizes([theme.px(680), theme.px(600)])
        self._filters.measure()
        self._table.measure()
        self._detail.again()

    def _connect(self) -> None:
        self._controller.changed.connect(self.present)
        self._controller.reported.connect(self._show_report)
        self._filters.query_requested.connect(self._controller.ask)
        self._filters.move_requested.connect(self._moved)
        self._table.selectionModel().currentRowChanged.connect(self._chosen)
        self._table.doubleClicked.connect(self.edit_entry)
        self._empty.primary_requested.connect(self._empty_primary)
        self._empty.link_requested.connect(self._empty_link)
        self._back.clicked.connect(self.go_back)
        self._import.clicked.connect(self.import_file)
        self._export.clicked.connect(self.export_file)
        self._edit.clicked.connect(self.edit_entry)
        theme.watch().changed.connect(self._measure)

    def _chosen(self, now: QModelIndex) -> None:
        if now.isValid():
            self._controller.choose(self._model.rows[now.row()].key)

    def _moved(self, wish: MoveRequest) -> None:
        page = self._table.page()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        last = self._model.rowCount() - 1
        if last >= 0:
            self._table.hold(min(last, max(0, self._table.currentIndex().row() + steps[wish.key])))

    def _empty_primary(self) -> None:
        view = self.view
        if view is not None and states.only_broken(view):
            self._controller.ask(KitQuery(kind=EntryKind.FILE, source=view.query.source))
        else:
            self.import_file()

    def _empty_link(self) -> None:
        view = self.view
        if view is not None and states.only_broken(view):
            self.import_file()
        elif view is not None and view.query.source is KitOrigin.OWN:
            self._controller.ask(KitQuery(kind=view.query.kind))
        else:
            self._filters.clear()

    def _show_report(self, report: ImportReport) -> None:
        from interviewer_app.ui.kits.report import ReportSheet  # on first use

        # The sheet gives the keyboard back to whoever had it, and a file dialog may leave nobody.
        self._filters.field.setFocus(Qt.FocusReason.OtherFocusReason)
        sheet = ReportSheet(report, self.window())
        sheet.import_requested.connect(self._controller.take_in)
        sheet.open()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._filters.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._controller.preview(event.mimeData().urls()[0].toLocalFile())
