"""The home screen: every interview in the order in which it needs somebody. Imported by ui/shell.

It is what the first paint shows, so it loads no more than it draws: empty states and menus come when needed.
"""

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from interviewer_app import labels
from interviewer_app.domain.listing import InterviewRow, Order, PhaseFilter, Query
from interviewer_app.domain.phase import Phase
from interviewer_app.domain.records import changed
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.banner import BannerHost
from interviewer_app.ui.library import states
from interviewer_app.ui.library.filter_field import FilterField
from interviewer_app.ui.library.foot import LibraryFoot
from interviewer_app.ui.library.head_row import HeadRow
from interviewer_app.ui.library.notices import Notices
from interviewer_app.ui.library.table import InterviewTable, RowRequest, turned
from interviewer_app.ui.library.table_model import LibraryModel
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.tab_order import chain
from interviewer_app.ui.widgets.button import button, set_available
from interviewer_app.ui.widgets.hairline import Hairline
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen, Option, SegmentedChoice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

    from interviewer_app.controllers.library.controller import LibraryController
    from interviewer_app.controllers.library.views import LibraryView
    from interviewer_app.ui.widgets.empty_state import EmptyState

_EXPORTED: Final = (Phase.TO_REVIEW, Phase.FINALISED)


class LibraryScreen(QWidget):
    """Filter, phases, table; the selection moves from inside the filter and Enter opens it."""

    new_requested = Signal()

    def __init__(
        self, controller: "LibraryController", banners: BannerHost, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("library")
        self._controller = controller
        self.view: LibraryView | None = None
        self._notices = Notices(controller, banners)
        self._model = LibraryModel(controller.more)
        self._filter = FilterField()
        self._shelves = SegmentedChoice("library.shelf", _("Phase"))
        self._export = button(_("Export"), "library.export_button", kind="quiet", glyph="file-down")
        self._new = button(
            _("New interview"), "library.new", kind="primary", glyph="plus", hint=actions.key("app.new")
        )
        self._table = InterviewTable(self._model)
        self._foot = LibraryFoot()
        self._body = QStackedWidget()
        self._empty: EmptyState | None = None
        self._lay_out()
        # Qt keeps no hold on an object whose method it calls.
        self._connect()
        self._entry: QWidget = self._filter

    @cached_property
    def actions_by_id(self) -> "Mapping[str, QAction]":
        """The actions of the library, bound to their keys when they are first asked for."""
        made = actions.bind(self, actions.LIBRARY)
        self._allow(made)
        self._filter.share_keys()
        return made

    def present(self, view: "LibraryView") -> None:
        """Show these rows; the row in hand stays in hand, a new question begins at the top."""
        asked_anew = self.view is None or _question(view.query) != _question(self.view.query)
        held = "" if asked_anew else self._held_id()
        near = 0 if asked_anew else self._table.currentIndex().row()
        scrolled = 0 if asked_anew else self._table.verticalScrollBar().value()
        self.view = view
        self._model.present(view)
        self._table.head.present(view.query)
        self._render_head(view)
        self._render_body(view)
        if view.rows:
            found = self._model.row_of(held) if held else -1
            self._hold(found if found >= 0 else min(max(0, near), len(view.rows) - 1))
            if not asked_anew:
                self._table.verticalScrollBar().setValue(scrolled)
        self._notices.present(view)
        self._follow_selection()

    # -- actions

    def open_selected(self) -> None:
        """Open the row in hand, or press the button that has the focus."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton) and self.isAncestorOf(focused):
            focused.click()
        elif self._held_id():
            self._controller.open(self._held_id())

    def focus_filter(self) -> None:
        """Into the filter, its words selected."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def export_selected(self) -> None:
        """The packets of the rows selected, as far as they are past the call."""
        chosen = tuple(row.id for row in self._selected() if row.phase in _EXPORTED)
        if chosen:
            self._controller.export(chosen)

    def try_sample(self) -> None:
        """Open the made-up interview."""
        self._controller.try_sample()

    def remove_selected(self) -> None:
        """Remove the row in hand; the notice offers to undo it."""
        row = self._held()
        if row is not None:
            self._notices.will_remove(row)
            self._controller.remove(row.id)

    def undo_remove(self) -> None:
        """Bring back what was removed last."""
        self._notices.undo()

    def sort(self, order: Order) -> None:
        """Sort by this, or the other way round."""
        if self.view is not None:
            self._controller.ask(turned(self.view.query, order))

    # -- parts

    def _lay_out(self) -> None:
        theme.dress(self, surface="window")
        self._head = HeadRow(self._filter, self._shelves, self._export, self._new)
        self._body.addWidget(self._table)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._head)
        rows.addWidget(Hairline())
        rows.addWidget(self._body, 1)
        rows.addWidget(self._foot)
        self._measure()

    def _measure(self) -> None:
        self._head.measure()
        self._filter.measure()
        self._table.measure()
        self._foot.measure()

    def _connect(self) -> None:
        self._controller.changed.connect(self.present)
        self._filter.textEdited.connect(self._filtered)
        self._filter.moved.connect(self._moved)
        self._shelves.chosen_requested.connect(self._shelf_chosen)
        self._export.clicked.connect(self.export_selected)
        self._new.clicked.connect(self.new_requested)
        self._table.head.order_requested.connect(self._controller.ask)
        self._table.rows.open_requested.connect(self._row_wished)
        self._table.doubleClicked.connect(self._double_clicked)
        self._table.customContextMenuRequested.connect(self._show_menu)
        self._table.selectionModel().selectionChanged.connect(self._follow_selection)
        theme.watch().changed.connect(self._measure)

    def _render_head(self, view: "LibraryView") -> None:
        bare = states.nothing_at_all(view)
        self._shelves.setVisible(not bare)
        self._export.setVisible(not bare)
        if not bare:
            built = self._shelves.focusProxy() is not None
            counts = {
                PhaseFilter.ALL: view.counts.all,
                PhaseFilter.NEEDS_ME: view.counts.needs_me,
                PhaseFilter.COMING_UP: view.counts.coming_up,
                PhaseFilter.FINALISED: view.counts.finalised,
            }
            options = tuple(Option(s.value, labels.shelf(s), str(n)) for s, n in counts.items())
            self._shelves.present(ChoiceView(options, view.query.shelf.value))
            if not built:
                chain(self._filter, self._shelves, self._export, self._new, self._table)
        self._filter.setEnabled(not bare)
        # One primary button per screen: with no interviews it is the sample's.
        kind = "plain" if bare else "primary"
        if self._new.property("kind") != kind:
            self._new.setProperty("kind", kind)
            self._new.update()
        if self._filter.text() != view.query.words and not self._filter.hasFocus():
            self._filter.setText(view.query.words)

    def _render_body(self, view: "LibraryView") -> None:
        self._foot.render_count(states.count_words(view), full=bool(view.rows))
        if view.rows:
            if self._empty is not None and self._empty.isAncestorOf(QApplication.focusWidget() or self):
                self._filter.setFocus()
            self._entry = self._filter
            self._body.setCurrentWidget(self._table)
            return
        if self._empty is None:
            # Most starts have rows to show.
            from interviewer_app.ui.widgets.empty_state import EmptyState

            self._empty = EmptyState("library.empty")
            theme.dress(self._empty, surface="base")
            self._empty.primary_requested.connect(self.try_sample)
            self._empty.link_requested.connect(self._empty_link)
            self._body.addWidget(self._empty)
        self._empty.present(states.empty_view(view))
        self._body.setCurrentWidget(self._empty)
        if states.nothing_at_all(view):
            primary = self._empty.findChild(QAbstractButton, "library.empty.primary")
            if primary is not None:
                self._entry = primary
                # Another screen may be in front by now, and keep its keys.
                if self.isVisible() or not self.window().isVisible():
                    primary.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- the selection

    def _held(self) -> InterviewRow | None:
        index = self._table.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def _held_id(self) -> str:
        row = self._held()
        return "" if row is None else row.id

    def _selected(self) -> tuple[InterviewRow, ...]:
        indexes = self._table.selectionModel().selectedRows()
        return tuple(self._model.rows[row] for row in sorted(index.row() for index in indexes))

    def _hold(self, row: int) -> None:
        if row != self._table.currentIndex().row() or not self._selected():
            self._table.hold(row)

    def _moved(self, event: QKeyEvent) -> None:
        page = self._table.page()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        last = self._model.rowCount() - 1
        if last < 0:
            return
        row = self._table.currentIndex().row() + steps[Qt.Key(event.key())]
        self._table.hold(min(last, max(0, row)))
        if row >= last and self._model.canFetchMore(QModelIndex()):
            self._model.fetchMore(QModelIndex())

    def _follow_selection(self) -> None:
        reason = _("Choose an interview whose call has ended.")
        set_available(self._export, self._can_export(), reason)
        if "actions_by_id" in vars(self):
            self._allow(self.actions_by_id)
        # The row's own action stands only in the row in hand.
        self._table.viewport().update()

    def _can_export(self) -> bool:
        return any(row.phase in _EXPORTED for row in self._selected())

    def _allow(self, bound: "Mapping[str, QAction]") -> None:
        """Switch off what makes no sense for the rows selected."""
        held = self._held()
        removable = held is not None and (held.sample or held.phase == Phase.PREPARED)
        bound["library.export"].setEnabled(self._can_export())
        bound["library.remove"].setEnabled(removable)
        bound["library.undo"].setEnabled(self._notices.can_undo)

    # -- wishes

    def _filtered(self, words: str) -> None:
        if self.view is not None:
            self._controller.ask(changed(self.view.query, words=words, offset=0))

    def _shelf_chosen(self, wish: Chosen) -> None:
        if self.view is not None:
            self._controller.ask(changed(self.view.query, shelf=PhaseFilter(wish.key), offset=0))

    def _row_wished(self, wish: RowRequest) -> None:
        self._controller.open(wish.interview_id)

    def _double_clicked(self) -> None:
        self._controller.open(self._held_id())

    def _empty_link(self) -> None:
        if self.view is not None and states.nothing_at_all(self.view):
            self.new_requested.emit()
            return
        self._filter.clear()
        self._filter.setFocus()
        self._controller.ask(Query())

    def _show_menu(self, where: QPoint) -> None:
        index = self._table.indexAt(where)
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setObjectName("library.row_menu")
        for name in ("library.open", "library.export", "library.remove"):
            menu.addAction(self.actions_by_id[name])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._table.viewport().mapToGlobal(where))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # Not a focus proxy: that would catch Tab on its way round to what stands before it.
        super().focusInEvent(event)
        self._entry.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._notices.resume()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._notices.rest()


def _question(query: Query) -> tuple[str, PhaseFilter, Order, bool]:
    """What is asked, apart from which page."""
    return query.words, query.shelf, query.order, query.descending
