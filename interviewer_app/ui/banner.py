"""The one place of the window that states a fact and the next step: at most one, the gravest. For ui."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from interviewer_app.domain.records import record

if TYPE_CHECKING:
    from interviewer_app.ui.widgets.banner import Banner, BannerAction, BannerView

Answer = Callable[[str], None]
DISMISS = "dismiss"
"""What an answer is given when the person closes the banner."""

_GRAVITY = {"info": 0, "caution": 1, "alert": 2}


@record
class _Notice:
    view: "BannerView"
    answer: Answer


class BannerHost(QWidget):
    """Takes no room until something is posted; shows the gravest notice, the newest among equals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner_host")
        self._notices: dict[str, _Notice] = {}
        self._banner: Banner | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)

    def post(self, key: str, view: "BannerView", answer: Answer) -> None:
        """Say this until it is withdrawn; `answer` gets the key of the button pressed, or DISMISS."""
        self._notices.pop(key, None)
        self._notices[key] = _Notice(view, answer)
        self._show()

    def withdraw(self, key: str) -> None:
        """Say it no longer; an unknown key is no matter."""
        if self._notices.pop(key, None) is not None:
            self._show()

    @property
    def posted(self) -> tuple[str, ...]:
        """Keys of all notices, the one on screen last."""
        return tuple(sorted(self._notices, key=lambda key: _GRAVITY[self._notices[key].view.level]))

    def _show(self) -> None:
        if self._banner is None:
            # Nothing to say at most starts, so its widgets are not loaded for the first paint.
            from interviewer_app.ui.widgets.banner import Banner

            self._banner = Banner("banner")
            self._banner.action_requested.connect(self._acted)
            self._banner.dismiss_requested.connect(self._dismissed)
            self._rows.addWidget(self._banner)
        shown = self.posted
        self._banner.present(self._notices[shown[-1]].view if shown else None)

    def _acted(self, action: "BannerAction") -> None:
        self._answer(action.key)

    def _dismissed(self) -> None:
        self._answer(DISMISS)

    def _answer(self, word: str) -> None:
        shown = self.posted
        if shown:
            self._notices[shown[-1]].answer(word)
