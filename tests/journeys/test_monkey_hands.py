"""Ten thousand real keys and clicks that make no sense: nothing breaks, and the disk agrees.

Unlike tests/ui/test_monkey.py these go through the X server, so that grabs, pop-ups, shortcuts, the window
manager and the order of events are the real ones. A run is repeated with MONKEY_SEED=7 MONKEY_EVENTS=2000.
"""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog

from interviewer_app.controllers.library.views import OpenRequest
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.listing import Query
from interviewer_app.storage import checks
from interviewer_app.ui import actions
from interviewer_app.ui.ribbon.ribbon import Ribbon
from interviewer_app.ui.style import app_style, theme
from tests.journeys.driver import keep_picture, until, xdotool
from tests.ui.test_monkey import agrees
from tests.ui.whole import Whole, opened, settle

pytestmark = [pytest.mark.x11, pytest.mark.slow]

SEEDS = [int(os.environ["MONKEY_SEED"])] if "MONKEY_SEED" in os.environ else [1, 2]
EVENTS = int(os.environ.get("MONKEY_EVENTS", "5000"))
AT_ONCE = 25
"""Events between two looks at what came of them."""

CHARACTERS = [
    *"abcxyzABCXYZ0123456789",
    *("space", "space", "minus", "plus", "exclam", "question", "greater", "quotedbl"),
    *("numbersign", "numbersign", "ampersand", "less", "semicolon", "percent"),
]
PLAIN = [
    "Return",
    "Escape",
    "Tab",
    "Tab",
    "BackSpace",
    "Delete",
    "space",
    "Up",
    "Down",
    "Left",
    "Right",
    "Home",
    "End",
    "Prior",
    "Next",
    "Menu",
]
HELD = ("", "", "", "shift+", "ctrl+", "ctrl+shift+")
NEVER = {"ctrl+q", "ctrl+Escape", "alt+F4"}
"""The end of the program, and a key of the window manager."""

ENDS = ("app.quit",)

GOALS = ("live", "ribbon", "live", "library", "candidate", "prepared", "to_review", "ribbon", "finalised")
"""Where it is led now and then; from there it finds its own way."""


@pytest.fixture
def whole(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Whole]:
    # The system's file manager stays out of it.
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    app_style.install(qapp)
    theme.apply(qapp, "light")
    with opened(tmp_path) as made:
        made.fill()
        for name in ENDS:
            made.window.actions_by_id[name].setEnabled(False)
        until(made.window.isActiveWindow, "an active window")
        yield made


@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", SEEDS)
def test_nonsense_by_hand_breaks_nothing(seed: int, whole: Whole) -> None:
    hands = Hands(whole, seed)
    print(f"seed {seed}, {EVENTS} events: MONKEY_SEED={seed} repeats this")
    for number in range(EVENTS // AT_ONCE):
        hands.look_up()
        if number % 12 == 0:
            hands.travel(GOALS[number // 12 % len(GOALS)])
        hands.act()
        agrees(whole)
    keep_picture("monkey")
    settle()
    agrees(whole)
    assert hands.seen >= {
        actions.LIBRARY,
        actions.PREPARE,
        actions.LIVE,
        actions.REVIEW,
        "ribbon",
        "candidate",
    }
    assert whole.program.keeper.flush()
    assert checks.check(whole.program.keeper.path) == []


class Hands:
    """Presses and clicks at random, the same way for the same seed."""

    def __init__(self, whole: Whole, seed: int) -> None:
        self.whole = whole
        self.random = Random(seed)
        self.said: list[str] = []
        self.seen: set[str] = set()

    def act(self) -> None:
        """Some events at once, quicker than anybody can press them."""
        place = self.whole.window.geometry()
        words = [word for _n in range(AT_ONCE) for word in self.event(place)]
        self.said.append(f"{self.whole.window.scope}: {' '.join(words)}".replace(" --delay 0", ""))
        done = subprocess.run(["xdotool", *words], capture_output=True, text=True, check=False)
        assert done.returncode == 0, (words, done.stderr)
        settle()

    def event(self, place: QRect) -> list[str]:
        """The words of one event for xdotool."""
        chance = self.random.random()
        if chance < 0.3:
            return self.mouse(place)
        if chance < 0.45:
            return self.shortcut()
        if chance < 0.6:
            chord = self.random.choice(HELD) + self.random.choice(PLAIN)
            return self.shortcut() if chord in NEVER else ["key", "--delay", "0", chord]
        # Not xdotool's type, which takes all that follows for text.
        return ["key", "--delay", "0", self.random.choice(CHARACTERS)]

    def mouse(self, place: QRect) -> list[str]:
        """Point somewhere in the window, and click, turn the wheel or drag."""
        x, y = (
            str(self.random.randrange(low + 2, max(low + 3, high - 2)))
            for low, high in ((place.left(), place.right()), (place.top(), place.bottom()))
        )
        move = ["mousemove", x, y]
        chance = self.random.random()
        # Not xdotool's click, which waits a tenth of a second.
        if chance < 0.75:
            return [*move, "mousedown", "1", "mouseup", "1"]
        if chance < 0.9:
            wheel = self.random.choice("45")
            return [*move, "mousedown", wheel, "mouseup", wheel]
        return [*move, "mousedown", "1", "mousemove_relative", "--", "20", "10", "mouseup", "1"]

    def shortcut(self) -> list[str]:
        """A key that means something on this screen."""
        here = (self.whole.window.scope, actions.APP)
        rows = [row for row in actions.table() if row.id not in ENDS and row.keys and row.scope in here]
        row = self.random.choice(rows)
        return ["key", "--delay", "0", chord(self.random.choice(row.keys))]

    def look_up(self) -> None:
        """What a person would do who sees what came of it: close what is in the way, come back."""
        window = self.whole.window
        recent = "\n".join(self.said[-3:])
        self.clear()
        settle()
        assert window.isVisible(), f"the window is gone after {recent}"
        if window.isFullScreen() or window.isMinimized():
            window.showNormal()
        if not window.isActiveWindow():
            xdotool("windowactivate", str(int(window.winId())))
            until(window.isActiveWindow, f"an active window after {recent}")
        if window.scope == actions.LIVE:
            until(QApplication.focusWidget, f"somebody with the keys after {recent}", seconds=3)
        elif QApplication.focusWidget() is None:
            # Elsewhere tests/ui/test_monkey.py watches over this, event by event.
            window.focusNextChild()
        self.notice()

    def notice(self) -> None:
        """Remember where it has been."""
        window = self.whole.window
        self.seen.add(window.scope)
        if any(ribbon.isVisible() for ribbon in window.findChildren(Ribbon)):
            self.seen.add("ribbon")

    def clear(self) -> None:
        """Close menus and dialogs, and now and then the candidate view."""
        for _layer in range(20):
            popup = QApplication.activePopupWidget()
            if popup is None:
                break
            popup.close()
            settle()
        for top in QApplication.topLevelWidgets():
            if isinstance(top, QDialog) and top.isVisible():
                top.reject()
            if top.objectName() == "candidate" and top.isVisible():
                self.seen.add("candidate")
                if self.random.random() < 0.5:
                    top.close()

    def travel(self, goal: str) -> None:
        """To the screen that is meant next."""
        window = self.whole.window
        window.sheets.close_sheet()
        if goal == "library":
            window.show_library()
        else:
            rows = self.whole.program.keeper.reader.page(Query()).rows
            beside = {"ribbon": "live.ribbon", "candidate": "live.candidate"}.get(goal, "")
            row = next((r for r in rows if r.phase is Phase(Phase.LIVE if beside else goal)), None)
            if row is None:
                window.show_library()
                self.whole.program.library.try_sample()
            else:
                window.open_interview(OpenRequest(row.id, row.phase))
                settle()
                if beside:
                    self.whole.screen.actions_by_id[beside].trigger()
        settle()
        self.notice()


def chord(keys: str) -> str:
    """A key of the table in xdotool's words."""
    *held, last = keys.replace("++", "+plus").split("+")
    names = {"=": "equal", "-": "minus", ",": "comma", "Enter": "KP_Enter", "PgUp": "Prior", "PgDown": "Next"}
    last = names.get(last, last)
    return "+".join([*(word.lower() for word in held), last if len(last) > 1 else last.lower()])
