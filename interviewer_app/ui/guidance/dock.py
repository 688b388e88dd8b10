"""Where the drawer stands: beside the screen or over it, never over notes. For ui/shell."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from shiboken6 import isValid

from interviewer_app.ui import actions
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme

if TYPE_CHECKING:
    from interviewer_app.controllers.guidance import Guidance
    from interviewer_app.ui.guidance.drawer import Drawer, SearchRequest

WIDTH: Final = 384
_NOTES: Final = "live.notes_pane"
_LEAST_BESIDE: Final = 880
"""A screen keeps this width at 100 % beside the drawer, or the drawer lies over it."""


class HelpDock(QObject):
    """F1 opens and closes it, Esc closes it; it holds no window up and takes nothing of the notes.

    In a call it lies over the prompt where there is no room beside: the notes stand at the far end.
    """

    def __init__(
        self,
        body: QWidget,
        row: QHBoxLayout,
        scope: Callable[[], str],
        pages: "Callable[[], Guidance]",
    ) -> None:
        """`row` lays out the screens inside `body`; `pages` is called when the drawer is first opened."""
        super().__init__(body)
        self._body = body
        self._row = row
        self._scope = scope
        self._make = pages
        self._pages: Guidance | None = None
        self._before: QWidget | None = None
        self.drawer: Drawer | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._settle.timeout.connect(self._place)
        self.all_keys: Callable[[], None] = _nothing

    def show_help(self) -> None:
        """Open the drawer for the screen in front, or close it."""
        if self.shown:
            self.close_help()
            return
        drawer = self._built()
        self._before = QApplication.focusWidget()
        self._read("")
        drawer.field.clear()
        drawer.show()
        self._place()
        drawer.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_help(self) -> None:
        """Away with it; the keyboard goes back to where it was."""
        if self.drawer is None or not self.shown:
            return
        had_keys = self.drawer.isAncestorOf(QApplication.focusWidget() or self._body)
        self.drawer.hide()
        self._row.removeWidget(self.drawer)
        before, self._before = self._before, None
        # What had it may have gone since, as the pages of a sheet do.
        if had_keys and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def shown(self) -> bool:
        """Whether the drawer is open."""
        return self.drawer is not None and not self.drawer.isHidden()

    def follow(self, *, visible: bool) -> None:
        """The screen in front is another one, or is behind its curtain when not `visible`."""
        if self.drawer is None or not self.shown:
            return
        if not visible:
            self.close_help()
            return
        self._read(self.drawer.field.text())
        self._place()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.shown:
            # Not at once: the row it stands in may be in the middle of laying out what it holds.
            self._settle.start()
        return False

    def _built(self) -> "Drawer":
        if self.drawer is None:
            from interviewer_app.ui.guidance.drawer import Drawer  # on first use

            self.drawer = Drawer(self._body)
            self.drawer.hide()
            self.drawer.search_requested.connect(self._search)
            self.drawer.close_requested.connect(self.close_help)
            self.drawer.all_keys_requested.connect(self._show_all_keys)
            self._body.installEventFilter(self)
            theme.watch().changed.connect(self._place)
        return self.drawer

    def _show_all_keys(self) -> None:
        self.all_keys()

    def _search(self, wish: "SearchRequest") -> None:
        self._read(wish.words)

    def _read(self, words: str) -> None:
        from interviewer_app.ui.dialogs.keys import sections  # on first use, as the drawer
        from interviewer_app.ui.guidance.drawer import DrawerView

        if self._pages is None:
            self._pages = self._make()
        scope = self._scope()
        own, everywhere = sections(scope)[0], sections(actions.APP)[0]
        wanted = words.casefold().split()
        lines = (*own.lines, *everywhere.lines) if wanted else own.lines
        fitting = tuple(
            line
            for line in lines
            if line.keys and all(word in f"{line.words} {' '.join(line.keys)}".casefold() for word in wanted)
        )
        keys = type(own)(own.title, fitting) if fitting else None
        if self.drawer is not None:
            self.drawer.present(DrawerView(keys, self._pages.pages(scope, words), words.strip()))

    def _place(self) -> None:
        drawer = self.drawer
        if drawer is None or not self.shown:
            return
        wanted = theme.px(WIDTH)
        if self._body.width() - wanted >= theme.px(_LEAST_BESIDE):
            drawer.setFixedWidth(wanted)
            # Once: each time it is added, Qt throws away the place it had, which may be being laid out.
            if self._row.indexOf(drawer) < 0:
                self._row.addWidget(drawer)
                # It has its place with the picture that shows the new size.
                self._row.activate()
            return
        if self._row.indexOf(drawer) >= 0:
            self._row.removeWidget(drawer)
        mirrored = self._body.layoutDirection() == Qt.LayoutDirection.RightToLeft
        call = self._scope() == actions.LIVE
        width = min(wanted, self._room() if call else self._body.width())
        left = 0 if call != mirrored else self._body.width() - width
        drawer.setFixedWidth(width)
        drawer.setGeometry(left, 0, width, self._body.height())
        drawer.raise_()

    def _room(self) -> int:
        """How wide what stands beside the notes of the call is."""
        notes = self._body.findChild(QWidget, _NOTES)
        if notes is None or not notes.isVisible():
            return self._body.width()
        notes.installEventFilter(self)  # the splitter beside them may be moved
        left = notes.mapTo(self._body, QPoint(0, 0)).x()
        mirrored = self._body.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self._body.width() - left - notes.width() if mirrored else left


def _nothing() -> None:
    """Nobody has said yet how all keys are shown."""
