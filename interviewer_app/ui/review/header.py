"""The bar over the review screen: whose review, how long ago, whether it is saved. For ui/review only."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interviewer_app import labels
from interviewer_app.controllers.keeper import SaveView
from interviewer_app.controllers.review.views import ReviewView
from interviewer_app.domain.interview import Phase
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import icon_button
from interviewer_app.ui.widgets.elided_label import ElidedLabel
from interviewer_app.ui.widgets.glyph import Glyph
from interviewer_app.ui.widgets.hairline import Hairline
from interviewer_app.ui.widgets.painted_row import label
from interviewer_app.ui.widgets.status_dot import StatusDot


class ReviewHeader(QWidget):
    """Back, title, candidate and opening; at the far end the time and the status dot."""

    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review.header")
        back = icon_button(
            "chevron-left", _("Back to the library"), "review.back", hint=actions.key("review.back")
        )
        back.clicked.connect(self.back_requested)
        self._who = ElidedLabel()
        theme.dress(self._who, colour="text2")
        self._sign = Glyph("clock", "text2", 14)
        self._when = label("", colour="text2")
        self._when.setObjectName("review.when")
        self._line = Hairline(Qt.Orientation.Vertical)
        self._line.setMaximumHeight(theme.px(20))
        self._dot = StatusDot("review.save_status")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), theme.px(8), theme.px(16), theme.px(8))
        row.setSpacing(theme.px(8))
        row.addWidget(back)
        row.addWidget(label(_("Review"), "title", theme.SEMIBOLD))
        row.addWidget(self._who, 1)
        row.addWidget(self._sign)
        row.addWidget(self._when)
        row.addWidget(self._line)
        row.addWidget(self._dot)

    def present(self, view: ReviewView) -> None:
        """Show this interview."""
        who = [view.candidate.strip() or _("No name"), view.opening]
        # The name of the sample itself says so already.
        if view.sample and not who[0].casefold().startswith(_("sample")):
            who.append(_("sample"))
        self._who.present(", ".join(filter(None, who)))
        shut = view.phase is Phase.FINALISED
        self._sign.render_icon("lock" if shut else "clock", "text2")
        self._when.setText(_finalised(view) if shut else since(view.since_end))
        self.render_save(view.save)

    def show_age(self, *, shown: bool) -> None:
        """Say how long ago the call ended, or leave it to whoever says it larger."""
        self._sign.setVisible(shown)
        self._when.setVisible(shown)
        self._line.setVisible(shown)

    def render_save(self, save: SaveView) -> None:
        """Show whether everything is on the disk."""
        self._dot.present(save)


def since(seconds: float) -> str:
    """How long ago the call ended."""
    return _("{time} since the call").format(time=labels.ago(timedelta(seconds=max(0.0, seconds))))


def _finalised(view: ReviewView) -> str:
    if view.finalised is None:
        return _("Finalised")
    day = f"{view.finalised.day} {view.finalised:%b %Y, %H:%M}"
    return _("Finalised {day}").format(day=day)
