"""The parts of the live screen and how they stand beside one another. For the screen."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from interviewer_app.ui.live.curtain import Curtain
from interviewer_app.ui.live.header import CallHeader
from interviewer_app.ui.live.notes.notes_pane import NotesPane
from interviewer_app.ui.live.prompt.prompt_pane import PromptPane
from interviewer_app.ui.live.prompt.question_row import QuestionRow, Spread
from interviewer_app.ui.live.scores.score_bar import ScoreBar
from interviewer_app.ui.live.scores.score_panel import ScorePanel
from interviewer_app.ui.live.strip.head import StripHead
from interviewer_app.ui.live.strip.pause_row import PauseAsker
from interviewer_app.ui.live.strip.strip import OVERHANG, PaceStrip
from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import theme
from interviewer_app.ui.widgets.banner import Banner
from interviewer_app.ui.widgets.hairline import Hairline

_WIDE, _LEFT, _LEFT_NARROW = 1100, 600, 520
_LEFT_LEAST, _RIGHT_LEAST = 440, 400
_ROOM_FOR_STRIP = 480
"""Lower than this at 100 % (large text on a small screen) the strip gives its room to the prompt."""

_ROOM_FOR_HELD = 384
"""Lower still, and even a strip that was asked for gives way: the prompt's words would lie over its head."""

_ROOM_FOR_ANSWERS = 440
"""Lower than this at 100 % the prompt keeps its room, and a question shows its answers only when asked to."""

# A pane and what in it takes the keyboard; None for the prompt, which knows itself.
Stop = tuple[QWidget, QWidget | None]


class LiveParts(QObject):
    """Builds every part once and lays them out on `screen`. `split_moved`: the person moved the splitter."""

    split_moved = Signal()

    def __init__(self, screen: QWidget) -> None:
        super().__init__(screen)
        self.header = CallHeader()
        self.banner = Banner("live.banner")
        self.head = StripHead()
        self.strip = PaceStrip()
        self.prompt = PromptPane()
        self.question = QuestionRow()
        self.notes = NotesPane()
        self.bar = ScoreBar()
        self.panel = ScorePanel(self.prompt, self._panel_top)
        # The ribbon puts its own in the place of these while it is there.
        self.asker: PauseAsker = self.head
        self.menu_anchor: QWidget = self.header.menu
        self.other_stops: Callable[[], list[Stop]] | None = None
        self.aside = False
        self.chosen_left = 0
        self._screen = screen
        self._strip_shown, self._strip_held = True, False
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._column = QVBoxLayout()
        self._strip_box = QWidget()
        self._strip_rows = QVBoxLayout(self._strip_box)
        self._head_row = QVBoxLayout()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(300)
        self._settle.timeout.connect(self.split_moved)
        self._lay_out(screen)
        self.curtain = Curtain(screen)
        self._split.splitterMoved.connect(self._moved)
        self.question.unfolded.connect(self._spread)
        self._split.installEventFilter(self)
        theme.watch().changed.connect(self._restyle)
        self._restyle()

    def show_strip(self, *, shown: bool, held: bool = False) -> None:
        """Show or hide the strip; the sentence stays. `held` keeps it where words have hardly room."""
        self._strip_shown, self._strip_held = shown, shown and held
        self._fit_strip()

    def _fit_strip(self) -> None:
        least = _ROOM_FOR_HELD if self._strip_held else _ROOM_FOR_STRIP
        # The banner takes its height from the same room.
        over = self.banner.height() if self.banner.isVisibleTo(self._screen) else 0
        room = self._screen.height() - over >= theme.px(least)
        self.strip.setVisible(self._strip_shown and room)
        self.head.stand_alone(alone=not (self._strip_shown and room))

    def order_focus(self) -> None:
        """Notes, tabs, list, previous, next, chips, header."""
        found = [
            self.prompt.tabs.findChild(QWidget, f"live.tabs.{key}")
            for key in ("probes", "facts", "signals", "checks", "materials")
        ]
        tabs = [tab for tab in found if tab is not None]
        entry = f"live.tabs.{self.prompt.tabs.current()}"
        chain: list[QWidget] = [self.notes.editor, *tabs]
        chain += [*self.prompt.probes.rows, *self.prompt.facts.rows, self.prompt.signals]
        own = [*self.prompt.checks.stops(), *self.prompt.materials.stops]
        chain += own
        chain += self.question.stops
        chain += [self.head.previous, self.head.next, self.head.cost.give_back]
        chain += [*self.bar.chips, *self.header.buttons]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)
        for button in (stop for stop in chain[1:] if stop not in own):
            # A click must not take the caret out of the notes.
            stop = button not in tabs or button.objectName() == entry
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if stop else Qt.FocusPolicy.NoFocus)
        self.question.settle_focus()

    def next_pane(self) -> None:
        """Give the keyboard to the pane after the one that has it."""
        stops = self._stops() if self.other_stops is None else self.other_stops()
        holder = self.notes.window().focusWidget()
        at = next((i for i, (pane, _target) in enumerate(stops) if pane.isAncestorOf(holder)), -1)
        pane, target = stops[(at + 1) % len(stops)]
        if pane is self.prompt:
            self.prompt.focus_list()
        elif pane is self.question:
            self.question.take_keyboard()
        elif target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def stand_aside(self) -> None:
        """Leave nothing in sight but the banner; whoever asked puts notes and prompt elsewhere."""
        self.aside = True
        for part in self._whole:
            part.hide()
        self.notes.set_compact(on=True)

    def stand_back(self) -> None:
        """Everything at its usual place again."""
        self.aside = False
        self.asker, self.menu_anchor, self.other_stops = self.head, self.header.menu, None
        self.notes.set_compact(on=False)
        self._column.insertWidget(0, self.prompt, 1)
        self._split.insertWidget(1, self.notes)
        for pane in (self.prompt, self.notes):
            pane.show()
        for part in self._whole:
            part.show()
        self._restyle()
        self.order_focus()

    def _stops(self) -> list[Stop]:
        return [
            (self.notes, self.notes.editor),
            *([(self.question, None)] if self.question.isVisible() else []),
            (self.prompt, None),
            (self._strip_box, self.head.next),
            (self.bar, self.bar.chips[0] if self.bar.chips else None),
            (self.header, self.header.pause),
        ]

    def _panel_top(self) -> int:
        # In the ribbon there is no room to leave the clock in sight twice.
        return 0 if self.aside else self.prompt.head_height

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit_strip()
            self.share_width()
            self.question.set_tight(tight=self._split.height() < theme.px(_ROOM_FOR_ANSWERS))
        return False

    def share_width(self) -> None:
        """Give the prompt its width: the one chosen, else the usual one for this window."""
        whole = self._split.width()
        usual = _LEFT if whole >= theme.px(_WIDE) else _LEFT_NARROW
        wanted = self.chosen_left or theme.px(usual)
        # At 200 % on a small screen both panes get less than they would like.
        least = min(theme.px(_LEFT_LEAST), whole // 2)
        most = max(least, whole - min(theme.px(_RIGHT_LEAST), whole * 9 // 20))
        left = min(max(wanted, least), most)
        self._split.setSizes([left, max(1, whole - left - self._split.handleWidth())])

    def _spread(self, spread: Spread) -> None:
        """Where there is no room for both, the answers stand in the place of the prompt while one chooses."""
        if not self.aside:
            self.prompt.setVisible(not spread.whole)

    def _moved(self) -> None:
        self.chosen_left = self._split.sizes()[0]
        self._settle.start()

    def _lay_out(self, screen: QWidget) -> None:
        self._split.setObjectName("live.splitter")
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        left = QWidget()
        left.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.prompt, 1)
        self._column.addWidget(self.question)
        self._split.addWidget(left)
        self._split.addWidget(self.notes)
        self._strip_rows.setSpacing(theme.px(4))
        self._head_row.addWidget(self.head)
        self._strip_rows.addLayout(self._head_row)
        self._strip_rows.addWidget(self.strip)
        rows = QVBoxLayout(screen)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        over, under = Hairline(), Hairline()
        for part in (self.header, over, self.banner, self._strip_box, under):
            rows.addWidget(part)
        self._whole = (self.header, over, self._strip_box, under, self._split, self.bar)
        rows.addWidget(self._split, 1)
        rows.addWidget(self.bar)

    def _restyle(self) -> None:
        # The strip's first and last pixel stand under those of the line above it.
        self._head_row.setContentsMargins(theme.px(OVERHANG), 0, theme.px(OVERHANG), 0)
        side = theme.px(16) - theme.px(OVERHANG)
        self._strip_rows.setContentsMargins(side, theme.px(8), side, theme.px(3))
        self.prompt.setMinimumWidth(min(theme.px(_LEFT_LEAST), _LEFT_LEAST))
        self.notes.setMinimumWidth(min(theme.px(_RIGHT_LEAST), _RIGHT_LEAST))
        self.share_width()
