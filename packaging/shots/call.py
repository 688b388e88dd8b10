"""The states of the call, its ribbon and its candidate view. For packaging/shots/walk.py."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from interviewer_app.domain.kits.kit import PromptType
from interviewer_app.domain.marks import PauseCause
from interviewer_app.ui.shell.beside import CompanionWindows
from shots.stage import Stage, settle

LINES = (
    (42, '" First I would ask which 61: all questions, or some topics?'),
    (39, "+ Splits by topic, day and source before touching the model #B"),
    (91, '" 36 per cent at 34 and the rest at 76: that is the whole drop #B'),
    (53, "+ Tests retrieval apart from generation #C"),
    (79, "- week-two index back in 20 min, loses the 3,100 new articles"),
)
RTL = (
    '" אבדוק קודם אילו שאלות נפגעו #B',
    "+ מפריד בין אחזור לבין ניסוח #C",
    "? מי אחראי על ההעלאה",
)


def on_plan(stage: Stage) -> Iterator[str]:
    """The everyday state, the tabs, hints, and what follows when a prompt is passed over."""
    stage.begin("gen-tech-60", "Lena Brandt")
    for number, (after, words) in enumerate(LINES):
        stage.wait(after)
        if number:
            stage.type("\n")
        stage.type(words)
    settle(400)
    yield "live-on-plan"
    stage.key("live.candidate")
    yield from _candidate(stage)
    stage.key("live.candidate")
    for key in ("facts", "signals", "checks"):
        stage.key(f"live.{key}")
        yield f"live-{key}"
    stage.key("live.probes")
    stage.key("app.help")
    yield "live-guidance"
    stage.key("app.help")
    stage.type("\nyoung and a good culture fit, from abroad")
    settle(400)
    yield "live-hints"
    stage.key("live.hint")
    yield "live-hint-why"
    stage.type("\n#")
    yield "live-tag-offer"
    prompts = stage.controller.session.interview.kit.prompts
    stage.controller.show(prompts[1].id)
    for words in RTL:
        stage.type(f"{words}\n")
        stage.wait(20)
    settle(400)
    yield "live-right-to-left"
    yield from _gap(stage)
    yield from _passed_over(stage, prompts[3].id)
    stage.controller.show("close")
    yield "live-close"


def _gap(stage: Stage) -> Iterator[str]:
    stage.clock.seconds += 421.0
    stage.controller.time.look()
    stage.wait(40)
    yield "live-gap"
    ask = stage.controller.asking
    if ask.ask is not None:
        ask.rule_gap(counted=False)
    settle()


def _passed_over(stage: Stage, step: str) -> Iterator[str]:
    stage.controller.show(step)
    stage.wait(30)
    yield "live-reason"
    stage.key("live.probes")


def task(stage: Stage) -> Iterator[str]:
    """A prompt that is a task, with its material."""
    stage.begin("gen-practical-60", "Jonas Lindqvist")
    prompts = stage.controller.session.interview.kit.prompts
    found = next((p for p in prompts if p.type is PromptType.TASK), prompts[0])
    stage.controller.show(found.id)
    stage.wait(95)
    yield "live-task"


def late(stage: Stage) -> Iterator[str]:
    """Behind, with what moving on would cost; scoring, finding, pausing, and beside the call."""
    stage.window.show_library()
    stage.program.library.try_sample()
    settle(100)
    yield "live-behind"
    stage.key("live.score")
    yield "live-score-letter"
    stage.screen.parts.panel.begin("C")
    settle()
    yield "live-score"
    stage.screen.parts.panel.fold()
    yield from _find(stage)
    stage.screen.toggle_pause()
    yield "live-pause-asking"
    stage.screen.parts.head.pause_row.cancelled.emit()
    stage.controller.time.pause(PauseCause.CONNECTION)
    stage.wait(88)
    yield "live-paused"
    stage.controller.time.resume()
    stage.key("live.curtain")
    yield "live-curtain"
    stage.key("live.curtain")
    yield from _beside(stage)
    stage.wait(110)
    yield "live-over"
    stage.key("live.strip")
    yield "live-no-strip"
    stage.key("live.strip")


def _find(stage: Stage) -> Iterator[str]:
    stage.key("live.find")
    field: QWidget = stage.child("live.find.field")
    field.setText("index")  # type: ignore[attr-defined]
    field.textEdited.emit("index")  # type: ignore[attr-defined]
    settle(200)
    yield "live-find"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    settle()


def _beside(stage: Stage) -> Iterator[str]:
    stage.key("live.ribbon")
    yield "ribbon"
    stage.screen.parts.panel.begin("C")
    settle()
    yield "ribbon-score"
    stage.screen.parts.panel.fold()
    stage.key("live.ribbon")


def _candidate(stage: Stage) -> Iterator[str]:
    desk = stage.screen.findChild(CompanionWindows).candidate
    stage.target = desk.window
    yield "candidate"
    desk.toggle_time()
    yield "candidate-time"
    desk.toggle_time()
    stage.target = stage.window
