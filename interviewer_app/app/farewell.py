"""Nobody leaves by accident while words are not on the disk. For app/wiring."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject

from interviewer_app.controllers.keeper import Keeper, SaveState, SaveView
from interviewer_app.domain.errors import Problem
from interviewer_app.text import _
from interviewer_app.ui.overriding import override


class UnsavedGuard(QObject):
    """Refuses once, with a sentence, to close the window while something is not saved."""

    def __init__(
        self,
        window: QObject,
        keeper: Keeper,
        tell: Callable[[Problem], None],
        save_draft: Callable[[], bool] = lambda: True,
    ) -> None:
        """`save_draft` saves what the keeper does not know of; False when it cannot."""
        super().__init__(window)
        self._keeper = keeper
        self._save_draft = save_draft
        self._tell = tell
        self._told = False
        keeper.saved.connect(self._on_saved)
        window.installEventFilter(self)

    def drain(self) -> None:
        """Before the session ends: wait for the disk, with a sentence on the screen while it takes long."""
        self._save_draft()
        if not self._keeper.catch_up():
            self._tell(
                Problem(_("Your last words are being saved."), _("Wait a moment before you switch off."))
            )
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            self._keeper.flush()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and self._must_stay():
            event.ignore()
            return True
        return False

    def _must_stay(self) -> bool:
        saved = self._save_draft()
        if self._told:
            return False
        self._keeper.catch_up()
        if saved and not self._keeper.waiting():
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
