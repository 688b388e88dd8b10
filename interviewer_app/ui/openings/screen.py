"""Openings: the list on one side, the sections of the one in front on the other. Imported by app."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from interviewer_app.controllers.forms import FieldEdited, RemarkTone
from interviewer_app.controllers.openings.views import OpeningChosen, OpeningView, SectionView
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.forms.form import FormPane
from interviewer_app.ui.openings.listing import OpeningList
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.tab_order import chain
from interviewer_app.ui.widgets.button import button, icon_button, rename, set_available
from interviewer_app.ui.widgets.elided_label import ElidedLabel
from interviewer_app.ui.widgets.empty_state import EmptyState, EmptyView
from interviewer_app.ui.widgets.hairline import Hairline
from interviewer_app.ui.widgets.status_dot import StatusDot
from interviewer_app.ui.widgets.tabs import TabRequest, Tabs, TabView

if TYPE_CHECKING:
    from interviewer_app.controllers.keeper import SaveView
    from interviewer_app.controllers.openings.controller import OpeningController

_LIST, _BESIDE, _WIDEST = 264, 820, 760


class OpeningScreen(QWidget):
    """Everything is saved as it is typed, and every answer shows at once what follows from it."""

    leave_requested = Signal()

    def __init__(self, controller: "OpeningController", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("opening")
        self.setWindowTitle(_("Openings"))
        self._controller = controller
        self.view = OpeningView()
        self._forms: dict[str, FormPane] = {}
        self._sure = False
        self._chained: tuple[QWidget, ...] = ()
        self._make_head()
        self._make_body()
        self._make_foot()
        self._lay_out()
        self.actions_by_id = actions.bind(self, actions.OPENING)
        self._connect()

    def present(self, view: OpeningView) -> None:
        """Show the list and the opening in front."""
        other, self.view = view.chosen != self.view.chosen, view
        self._list.show_openings(view.items, view.chosen)
        self._show_names(view)
        self._pages.setCurrentWidget(self._opening if view.chosen else self._empty)
        self._render_sections(view.sections)
        if other:
            self._think_again()
            if view.front in self._forms:
                self.show_section(view.front)
        there = bool(view.chosen)
        self._show_standing()
        none = _("There is no opening yet.")
        for wanted in (self._prepare, self._brief):
            set_available(wanted, there, none)
        set_available(self._remove, there and not view.locked_in, view.locked_in or none)
        for name, can in (
            ("undo", view.can_undo),
            ("redo", view.can_redo),
            ("prepare", there),
            ("brief", there),
            ("remove", there and not view.locked_in),
        ):
            self.actions_by_id[f"opening.{name}"].setEnabled(can)
        if view.save is not None:
            self._render_save(view.save)

    # -- actions

    def new_opening(self) -> None:
        """Another opening, empty, with the caret in its title."""
        self._controller.new()
        self.show_section(next(iter(self._forms)))
        self._enter()

    def prepare_interview(self) -> None:
        """An interview for the opening in front."""
        self._controller.prepare()

    def write_brief(self) -> None:
        """The page the candidate gets before the call."""
        self._controller.write_brief()

    def remove_opening(self) -> None:
        """Remove an opening nobody was interviewed for; asks once, in the button itself."""
        if not self._sure:
            self._sure = True
            rename(self._remove, _("Remove for good"))
            # The button is not in sight in a narrow window.
            self.actions_by_id["opening.remove"].setText(_("Remove the opening for good"))
            self._standing.present(_("Nothing brings it back. Remove it once more to be rid of it."))
            theme.dress(self._standing, colour="caution")
            return
        self._think_again()
        self._controller.remove()

    def undo(self) -> None:
        """Take the last change back."""
        self._controller.undo()

    def redo(self) -> None:
        """Make the change again that was taken back."""
        self._controller.redo()

    def show_section(self, key: str) -> None:
        """Bring a section to the front."""
        self._tabs.show_page(key)
        self._render_front()

    def next_section(self) -> None:
        """The section after this one."""
        self._step(1)

    def previous_section(self) -> None:
        """The section before this one."""
        self._step(-1)

    def go_back(self) -> None:
        """To where one came from; everything is saved already."""
        self.leave_requested.emit()

    # -- parts

    def _make_head(self) -> None:
        self._back = icon_button(
            "chevron-left", _("Back"), "opening.back_button", hint=actions.key("opening.back")
        )
        title = QLabel(_("Openings"))
        theme.dress(title, "title", theme.SEMIBOLD)
        self._save = StatusDot("opening.saved")
        self._head = QHBoxLayout()
        self._head.addWidget(self._back)
        self._head.addWidget(title)
        self._head.addStretch(1)
        self._head.addWidget(self._save)
        self._new = button(
            _("New opening"), "opening.new_button", glyph="plus", hint=actions.key("opening.new")
        )
        self._head.addWidget(self._new)

    def _make_body(self) -> None:
        self._list = OpeningList()
        self._names = QComboBox()
        self._names.setObjectName("opening.names")
        self._names.setAccessibleName(_("Openings"))
        self._names.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._names.setMinimumContentsLength(12)
        self._tabs = Tabs("opening.tabs", margin=theme.px(24))
        self._empty = EmptyState("opening.empty", "plus")
        self._empty.present(
            EmptyView(
                _("No openings yet"),
                _(
                    "An opening is a position to be filled: what will be built, with which data, "
                    "and how anybody will know that it worked. It proposes kits and binds them, "
                    "so that everybody is asked the same."
                ),
                primary=_("New opening"),
            )
        )
        self._opening = QWidget()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._opening)

    def _make_foot(self) -> None:
        self._standing = ElidedLabel()
        self._standing.setObjectName("opening.standing")
        self._remove = button(_("Remove"), "opening.remove_button", kind="quiet")
        self._brief = button(_("Candidate brief"), "opening.brief_button", glyph="file-down", size="tall")
        self._prepare = button(
            _("Prepare an interview"),
            "opening.prepare_button",
            kind="primary",
            hint=actions.key("opening.prepare"),
            size="tall",
        )
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._standing, 1)
        for widget in (self._remove, self._brief, self._prepare):
            self._foot.addWidget(widget)

    def _lay_out(self) -> None:
        theme.dress(self, surface="window")
        inner = QVBoxLayout(self._opening)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        self._narrow = QHBoxLayout()
        self._narrow.addWidget(self._names)
        inner.addLayout(self._narrow)
        inner.addWidget(self._tabs, 1)
        theme.dress(self._pages, surface="base")
        self._between = Hairline(Qt.Orientation.Vertical)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._list)
        body.addWidget(self._between)
        body.addWidget(self._pages, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._head)
        rows.addWidget(Hairline())
        rows.addLayout(body, 1)
        rows.addWidget(Hairline())
        rows.addLayout(self._foot)
        self._measure()

    def _measure(self) -> None:
        self._head.setContentsMargins(theme.px(8), theme.px(10), theme.px(16), theme.px(10))
        self._head.setSpacing(theme.px(8))
        self._foot.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        self._foot.setSpacing(theme.px(12))
        self._narrow.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(4))
        self._list.setFixedWidth(theme.px(_LIST))
        self._list.measure()
        self._tabs.set_margin(theme.px(24))
        self._arrange()

    def _arrange(self) -> None:
        """The list beside the sections, or its names above them where the window is too narrow for both."""
        beside = self.width() >= theme.px(_BESIDE)
        some = bool(self.view.items)
        self._list.setVisible(beside and some)
        self._between.setVisible(beside and some)
        self._names.setVisible(not beside and some)
        # In the menu it is always.
        self._remove.setVisible(beside)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # No proxy: Qt would move the screen about in the order of Tab.
        entry: QWidget = self._list if self._list.isVisible() else self._names
        if not self.view.chosen:
            entry = self._empty.findChild(QPushButton) or entry
        entry.setFocus(event.reason())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _render_sections(self, sections: tuple[SectionView, ...]) -> None:
        """The tabs of all sections, and the rows of the one in front; the others wait until they are."""
        for section in sections:
            tab = TabView(section.key, section.title, str(section.open) if section.open else "")
            if section.key not in self._forms:
                form = FormPane(f"opening.section.{section.key}", "opening", widest=_WIDEST)
                form.edited.connect(self._edited)
                self._forms[section.key] = form
                self._tabs.add_page(tab, form)
            self._tabs.present(tab)
        if sections:
            self._render_front()

    def _render_front(self) -> None:
        front = self._tabs.current()
        form = self._forms[front]
        for section in self.view.sections:
            if section.key == front:
                form.present(section.rows)
        stops = form.stops()
        if stops != self._chained:
            self._chained = stops
            tabs = self._tabs.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
            foot = (self._remove, self._brief, self._prepare, self._new, self._back)
            chain(self._list, self._names, *tabs, *stops, *foot)

    def _show_standing(self) -> None:
        standing = self.view.standing
        self._standing.present(standing.text)
        theme.dress(self._standing, colour="caution" if standing.tone is RemarkTone.CAUTION else "text2")

    def _show_names(self, view: OpeningView) -> None:
        titles = [item.title for item in view.items]
        if [self._names.itemText(n) for n in range(self._names.count())] != titles:
            self._names.clear()
            self._names.addItems(titles)
        at = next((n for n, item in enumerate(view.items) if item.id == view.chosen), -1)
        self._names.setCurrentIndex(at)
        self._arrange()

    def _connect(self) -> None:
        self._controller.changed.connect(self.present)
        self._controller.saved.connect(self._render_save)
        self._list.opening_requested.connect(self._chosen)
        self._names.activated.connect(self._named)
        self._empty.primary_requested.connect(self.new_opening)
        self._tabs.tab_requested.connect(self._tab_chosen)
        self._back.clicked.connect(self.go_back)
        self._remove.clicked.connect(self.remove_opening)
        self._new.clicked.connect(self.new_opening)
        self._brief.clicked.connect(self.write_brief)
        self._prepare.clicked.connect(self.prepare_interview)
        theme.watch().changed.connect(self._measure)

    def _edited(self, wish: FieldEdited) -> None:
        if self._sure:
            self._think_again()
            self._show_standing()
        self._controller.edit(wish)

    def _chosen(self, wish: OpeningChosen) -> None:
        self._controller.choose(wish)

    def _named(self, at: int) -> None:
        self._chosen(OpeningChosen(self.view.items[at].id))

    def _tab_chosen(self, _wish: TabRequest) -> None:
        self._render_front()

    def _current_form(self) -> FormPane:
        return self._forms[self._tabs.current()]

    def _step(self, by: int) -> None:
        keys = list(self._forms)
        if keys:
            self.show_section(keys[(keys.index(self._tabs.current()) + by) % len(keys)])
            self._enter()

    def _enter(self) -> None:
        """The keyboard in the first field of the section in front, read from its beginning."""
        form = self._current_form()
        stop = form.first_stop()
        if stop is not None:
            form.verticalScrollBar().setValue(0)
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _think_again(self) -> None:
        self._sure = False
        rename(self._remove, _("Remove"))
        self.actions_by_id["opening.remove"].setText(_("Remove the opening"))

    def _render_save(self, save: "SaveView") -> None:
        self._save.present(save)
