"""Where the packet goes: the folder, and the buttons that write it and find it again. For ui/packet only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interviewer_app.controllers.packet.views import PacketView
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.style import theme
from interviewer_app.ui.style.colours import Role
from interviewer_app.ui.widgets.button import button
from interviewer_app.ui.widgets.elided_label import ElidedLabel
from interviewer_app.ui.widgets.glyph import Glyph


class PacketFoot(QWidget):
    """One sentence with the full path in it, then Choose folder, Show in folder, Export PDF."""

    choose_requested = Signal()
    show_requested = Signal()
    export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("packet.foot")
        theme.dress(self, surface="window")
        self._sign = Glyph("folder-open", "text2")
        self._words = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self._words.setObjectName("packet.destination")
        theme.dress(self._words, colour="text2")
        self._choose = button(_("Choose folder"), "packet.choose_folder", size="tall")
        self._show = button(_("Show in folder"), "packet.show_in_folder", glyph="folder-open", size="tall")
        self._export = button(
            _("Export PDF"),
            "packet.export",
            kind="primary",
            glyph="file-down",
            hint=actions.key("packet.save"),
            size="tall",
        )
        self._choose.clicked.connect(self.choose_requested)
        self._show.clicked.connect(self.show_requested)
        self._export.clicked.connect(self.export_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), theme.px(9), theme.px(24), theme.px(9))
        row.setSpacing(theme.px(12))
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        for target in (self._choose, self._show, self._export):
            row.addWidget(target)

    def present(self, view: PacketView, *, refused: bool) -> None:
        """Show where it will go, where it went, or that it could not go there (`refused`)."""
        written = bool(view.written_to) and not refused
        role: Role = "caution" if refused else "accent" if written else "text2"
        if refused:
            words, sign = _("Not written. Choose another folder and export again."), "triangle-alert"
        elif written:
            words, sign = _("Written to {path}").format(path=view.written_to), "check"
        else:
            words, sign = _("To {folder}").format(folder=view.folder), "folder-open"
        self._words.present(words)
        theme.dress(self._words, colour="caution" if refused else "text2")
        self._sign.render_icon(sign, role)
        self._show.setVisible(written)

    def focus_choose(self) -> None:
        """Give the focus to the way out of a refusal."""
        self._choose.setFocus(Qt.FocusReason.TabFocusReason)
