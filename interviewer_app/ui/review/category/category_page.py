"""One category: what it means, its anchors beside its evidence. For ui/review only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interviewer_app.controllers.review.views import ReviewCategory
from interviewer_app.domain.live.timeline import Interruption
from interviewer_app.text import _
from interviewer_app.ui import actions
from interviewer_app.ui.overriding import override
from interviewer_app.ui.review.category.anchors import AnchorList
from interviewer_app.ui.review.category.evidence import EvidencePane
from interviewer_app.ui.review.panes import Panes
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.button import button
from interviewer_app.ui.widgets.elided_label import ElidedLabel
from interviewer_app.ui.widgets.hairline import Hairline
from interviewer_app.ui.widgets.painted_row import label

_NARROW, _LOW = 700, 280
"""Below this width at 100 % evidence stands under the anchors, below this height the definition goes."""


class CategoryPage(QWidget):
    """Its parts speak for themselves: connect to `anchors` and `evidence`."""

    previous_requested = Signal()
    next_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review.category_page")
        self.anchors = AnchorList()
        self.evidence = EvidencePane()
        self._letter = label("", "title", theme.SEMIBOLD)
        self._title = ElidedLabel()
        theme.dress(self._title, "title", theme.SEMIBOLD)
        self._definition = label("", colour="text2", wraps=True)
        previous = button(
            _("Previous"),
            "review.previous_category",
            kind="quiet",
            hint=actions.key("review.previous"),
            size="small",
        )
        following = button(
            _("Next"), "review.next_category", kind="quiet", hint=actions.key("review.next"), size="small"
        )
        previous.clicked.connect(self.previous_requested)
        following.clicked.connect(self.next_requested)
        # The keys do the same from anywhere; as tab stops they would stand before the anchors.
        for step in (previous, following):
            step.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._steps = (previous, following)
        self._lay_out()

    def present(self, category: ReviewCategory, aways: tuple[Interruption, ...], *, shut: bool) -> None:
        """Show a category; `shut` when nothing may change any more."""
        self._letter.setText(category.letter)
        self._title.present(category.title)
        self._definition.setText(category.definition)
        self._show_definition()
        self.anchors.present(category, shut=shut)
        self.evidence.present(category, aways, shut=shut)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_definition()

    def _show_definition(self) -> None:
        """Where height is dear, the anchors say it."""
        self._definition.setVisible(bool(self._definition.text()) and self.height() > theme.px(_LOW))

    def _lay_out(self) -> None:
        px = theme.px
        top = QHBoxLayout()
        top.setSpacing(px(8))
        top.addWidget(self._letter)
        top.addWidget(self._title, 1)
        for step in self._steps:
            top.addWidget(step)
        head = QVBoxLayout()
        head.setContentsMargins(px(24), px(12), px(16), px(8))
        head.setSpacing(0)
        head.addLayout(top)
        head.addWidget(self._definition)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(Hairline())
        rows.addWidget(Panes(self.anchors, self.evidence, _NARROW), 1)
