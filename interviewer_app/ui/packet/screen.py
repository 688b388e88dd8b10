"""The packet screen: the PDF page by page, and Export. For app.

screen = PacketScreen(controller)
screen.back_requested, screen.actions_by_id
"""

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFocusEvent, QFontMetrics
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from interviewer_app.controllers.packet.views import PacketView
from interviewer_app.domain.errors import ExportProblem, Problem
from interviewer_app.text import _, ngettext
from interviewer_app.ui import actions
from interviewer_app.ui.overriding import override
from interviewer_app.ui.packet.foot import PacketFoot
from interviewer_app.ui.packet.pages import PagePlace, PagesLook, PagesView, Zoom
from interviewer_app.ui.style import theme
from interviewer_app.ui.style.colours import Role
from interviewer_app.ui.tab_order import chain
from interviewer_app.ui.widgets.banner import Banner, BannerView
from interviewer_app.ui.widgets.button import icon_button
from interviewer_app.ui.widgets.elided_label import ElidedLabel
from interviewer_app.ui.widgets.hairline import Hairline
from interviewer_app.ui.widgets.segmented_choice import ChoiceView, Chosen, Option, SegmentedChoice

if TYPE_CHECKING:
    from interviewer_app.controllers.packet.controller import PacketController

_NAMED = 12
"""Most characters the banner lists before it says "and more"."""


class PacketScreen(QWidget):
    """Shows what Export will write, byte for byte the same pages."""

    back_requested = Signal()

    def __init__(self, controller: "PacketController", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("packet")
        self.setWindowTitle(_("Packet"))
        theme.dress(self, surface="window")
        self._controller = controller
        self._view: PacketView | None = None
        self._edition = 0
        self._moving = False
        self._zoom = Zoom.FULL
        self._dialog: QFileDialog | None = None
        self._name = ElidedLabel()
        theme.dress(self._name, colour="text2")
        self._draft = _label(_("Draft, not finalised"), "packet.draft", "caution")
        self._place = _label("", "packet.place", "text2")
        self._choice = SegmentedChoice("packet.zoom", _("Size of the pages"))
        self._banner = Banner("packet.banner")
        self._pages = PagesView(controller.page)
        self._foot = PacketFoot()
        self._lay_out()
        self._connect()
        self._choice.present(ChoiceView(_zooms(), self._zoom))
        chain(self._pages, self._foot, self._choice, self._back)
        self.actions_by_id = actions.bind(self, actions.PACKET)
        self.actions_by_id["packet.folder"].setEnabled(False)

    def present(self, view: PacketView) -> None:
        """Show this packet; one just made is drawn anew and begins on its first page."""
        self._view = view
        self._name.present(view.name)
        self._draft.setVisible(view.draft)
        self._banner.present(_missing(view.missing))
        self._pages.present(PagesLook(self._edition, view.pages, self._zoom))
        self._choice.present(ChoiceView(_zooms(), self._zoom))
        self._foot.present(view, refused=False)
        self.actions_by_id["packet.folder"].setEnabled(bool(view.written_to))

    # -- rows of the table of actions

    def export_pdf(self) -> None:
        """Write the packet into the folder shown."""
        if self._view is not None:
            self._controller.write(str(PurePath(self._view.folder) / self._view.name))

    def show_in_folder(self) -> None:
        """The folder of the file in the system's file manager."""
        if self._view is not None and self._view.written_to:
            folder = PurePath(self._view.written_to).parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def fit_width(self) -> None:
        """Pages as wide as the window."""
        self._show_zoom(Zoom.WIDTH)

    def full_size(self) -> None:
        """Pages as large as on paper."""
        self._show_zoom(Zoom.FULL)

    def go_back(self) -> None:
        """Where the packet was asked for."""
        self.back_requested.emit()

    # -- inside

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # Not a focus proxy: that would catch Tab on its way to the button at the top.
        super().focusInEvent(event)
        self._pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_folder(self) -> None:
        """Ask for a folder without holding anything up."""
        if self._view is None or self._dialog is not None:
            return
        dialog = QFileDialog(self, _("Folder for packets"), self._view.folder)
        dialog.setObjectName("packet.folder_dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._folder_chosen)
        dialog.finished.connect(self._dialog_gone)
        self._dialog = dialog
        dialog.open()

    def _dialog_gone(self) -> None:
        self._dialog = None

    def _folder_chosen(self, folder: str) -> None:
        self._moving = True
        self._controller.choose_folder(folder)
        self._moving = False

    def _made(self, view: PacketView) -> None:
        """A packet was made, or only its folder was chosen anew."""
        if not self._moving:
            self._edition += 1
        self.present(view)

    def _written(self, view: PacketView) -> None:
        # Several packets written from the library are no matter of this screen.
        if self._view is not None and view.interview_id == self._view.interview_id:
            self.present(view)

    def _refused(self, problem: Problem) -> None:
        """The window says why; the way out stands here."""
        if isinstance(problem, ExportProblem) and self._view is not None and self.isVisible():
            self._foot.present(self._view, refused=True)
            self._foot.focus_choose()

    def _zoom_chosen(self, choice: Chosen) -> None:
        if choice.key == Zoom.WIDTH:
            self.fit_width()
        else:
            self.full_size()

    def _show_zoom(self, zoom: Zoom) -> None:
        self._zoom = zoom
        if self._view is not None:
            self._pages.present(PagesLook(self._edition, self._view.pages, zoom))
            self._choice.present(ChoiceView(_zooms(), zoom))

    def _show_place(self, place: PagePlace) -> None:
        self._place.setText(_("Page {n} of {of}").format(n=place.number, of=place.count))
        widest = _("Page {n} of {of}").format(n="00", of="00")
        self._place.setMinimumWidth(QFontMetrics(self._place.font()).horizontalAdvance(widest))

    def _connect(self) -> None:
        self._controller.ready.connect(self._made)
        self._controller.written.connect(self._written)
        self._controller.problem.connect(self._refused)
        self._pages.place_changed.connect(self._show_place)
        self._choice.chosen_requested.connect(self._zoom_chosen)
        self._foot.choose_requested.connect(self._choose_folder)
        self._foot.show_requested.connect(self.show_in_folder)
        self._foot.export_requested.connect(self.export_pdf)

    def _lay_out(self) -> None:
        self._back = icon_button(
            "chevron-left", _("Back"), "packet.back_button", hint=actions.named("Escape")
        )
        self._back.clicked.connect(self.go_back)
        title = _label(_("Packet"), "packet.title", "text")
        theme.dress(title, "title", theme.SEMIBOLD)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(8), theme.px(8), theme.px(16), theme.px(8))
        head.setSpacing(theme.px(8))
        head.addWidget(self._back)
        head.addWidget(title)
        head.addWidget(self._name, 1)
        head.addWidget(self._draft)
        head.addSpacing(theme.px(8))
        head.addWidget(self._place)
        head.addSpacing(theme.px(8))
        head.addWidget(self._choice)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(Hairline())
        rows.addWidget(self._banner)
        rows.addWidget(self._pages, 1)
        rows.addWidget(Hairline())
        rows.addWidget(self._foot)


def _label(words: str, name: str, colour: Role) -> QLabel:
    made = QLabel(words)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    theme.dress(made, tabular=True, colour=colour)
    return made


def _zooms() -> tuple[Option, ...]:
    return Option(Zoom.WIDTH, _("Fit width")), Option(Zoom.FULL, _("100 %"))


def _missing(chars: tuple[str, ...]) -> BannerView | None:
    """What could not be printed, named, since a person can write it in another way."""
    if not chars:
        return None
    fact = ngettext(
        "One character has no shape in the packet’s fonts.",
        "{n} characters have no shape in the packet’s fonts.",
        len(chars),
    ).format(n=len(chars))
    named = " ".join(f"{char} (U+{ord(char):04X})" for char in chars[:_NAMED])
    more = _(" and more") if len(chars) > _NAMED else ""
    return BannerView("caution", fact, _("Printed as a placeholder: {list}").format(list=named + more))
