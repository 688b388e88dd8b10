"""Nobody leaves by accident while words are not on the disk. For app/wiring."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject

from interviewer_app.controllers.keeper import Keeper, SaveState, SaveView
from interviewer_app.domain.errors import Problem
from interviewer_app.text import _
from interviewer_app.ui.overriding import override


class UnsavedGuard(QObject):
    """Refuses once, with a sentence, to close the window while something is not saved."""

    def __init__(self, window: QObject, keeper: Keeper, tell: Callable[[Problem], None]) -> None:
        super().__init__(window)
        self._keeper = keeper
        self._tell = tell
        self._told = False
        keeper.saved.connect(self._on_saved)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and self._must_stay():
            event.ignore()
            return True
        return False

    def _must_stay(self) -> bool:
        if self._told:
            return False
        self._keeper.catch_up()
        if not self._keeper.waiting():
            return False
        self._told = True
        self._tell(
            Problem(
                _("Your last words are not saved yet."),
                _("Make room, or copy the text. Close once more to leave without them."),
            )
        )
        return True

    def _on_saved(self, view: SaveView) -> None:
        if view.state is SaveState.SAVED:
            self._told = False
