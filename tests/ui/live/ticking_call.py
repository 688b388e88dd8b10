"""A call with checklists, flags and material at its first prompt. For tests/ui/live."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from interviewer_app.domain.kits.checklist import FLAGS, Checklist, ChecklistLine, TickKey
from interviewer_app.domain.kits.kit import Kit, Prompt
from interviewer_app.ui.live.prompt.prompt_pane import CHECKS
from interviewer_app.ui.widgets.tabs import Tabs
from tests.builders import a_checklist, a_flag, a_kit, with_lists
from tests.controllers.desk import Desk
from tests.ui.live.on_screen import SHIFT, Call

STATES = ("claimed", "evidenced", "absent")
MATRIX = Checklist(
    "matrix",
    "Measures",
    (ChecklistLine("cost", "Cost per request", STATES), ChecklistLine("speed", "Speed", STATES)),
    ("How measured", "Limit used"),
)
COST, SPEED = TickKey("p1", "matrix", "cost"), TickKey("p1", "matrix", "speed")
ALARMS = TickKey("", "whole", "alarms")
GREEN = TickKey("", FLAGS, "gf-01")


def kit() -> Kit:
    """A matrix, a flag and material at the first prompt; for the interview a list and another flag."""
    made = with_lists(a_kit())

    def first(prompt: Prompt) -> Prompt:
        parts = ("def slow():\n    pass\n", "second part")
        return replace(prompt, checklists=("matrix",), flags=("gf-01",), materials=parts)

    return replace(
        made,
        prompts=(first(made.prompts[0]), *made.prompts[1:]),
        checklists=(MATRIX, a_checklist("whole", title="Through the interview", columns=())),
        flags=(a_flag("gf-01"), *made.flags[1:]),
    )


class Ticking(Call):
    """A call at its first prompt with something to tick."""

    def __init__(self, desk: Desk, made: Kit | None = None) -> None:
        super().__init__(desk, kit=made or kit())
        self.controller.show("p1")
        self.editor.setFocus()

    @property
    def tabs(self) -> Tabs:
        return self.screen.parts.prompt.tabs

    def look(self) -> None:
        """The key of the tab."""
        self.press(Qt.Key.Key_F4, SHIFT)
        assert self.tabs.current() == CHECKS
        # Rows made just now are shown by the next event.
        QApplication.processEvents()

    def checks(self) -> None:
        """The key of the tab, and once more to go into it."""
        self.look()
        self.press(Qt.Key.Key_F4, SHIFT)

    def state(self, key: TickKey) -> str:
        tick = self.interview.ticks.get(key)
        return tick.state if tick is not None else ""

    def cells(self, key: TickKey) -> tuple[str, ...]:
        tick = self.interview.ticks.get(key)
        return tick.cells if tick is not None else ()

    def field(self, name: str) -> QLineEdit:
        found = self.screen.findChild(QLineEdit, name)
        assert found is not None, name
        return found

    @property
    def at(self) -> str:
        return self.focused.objectName()
