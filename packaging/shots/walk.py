"""Every state of every screen, one after the other. For packaging/screenshots.py.

Each leg is a generator: at a name the state is ready to be drawn, and what follows the name leads on from it.
"""

from collections.abc import Callable, Iterator

from interviewer_app.controllers.keeper import SaveState, SaveView
from interviewer_app.domain.errors import DiskFull
from interviewer_app.domain.kits.catalogue import EntryKind, KitOrigin, KitQuery
from interviewer_app.domain.listing import Order, Query
from shots.call import late, on_plan, task
from shots.review import review
from shots.stage import OPENING, Stage, settle

Leg = Callable[[Stage], Iterator[str]]

BROKEN = """format = "interview-kit"
format_version = 1
id = "team"
title = "Support team"
version = "1.0"
publisher = "Support Tools"
language = "en"
licence = "CC0-1.0"

[[prompts]]
id = "queue"
version = "1.0.0"
title = "The queue"
type = "situational"
minutes = "ten"
candidate_text = "The queue grew overnight. What do you look at first?"
categories = ["A", "Q"]
"""


def library(stage: Stage) -> Iterator[str]:
    """Full, and a filter that finds nobody."""
    stage.program.library.ask(Query(order=Order.NEEDS_ME))
    stage.window.show_library()
    yield "library"
    field = stage.child("library.filter")
    for words in ("nobody of this name", ""):
        field.setText(words)
        field.textEdited.emit(words)
        settle(300)
        if words:
            yield "library-nothing-found"


def prepare(stage: Stage) -> Iterator[str]:
    """An interview for a known opening, one for a new opening, a waiver, a kit that is locked."""
    stage.window.new_interview()
    stage.fill("prepare.candidate", "Priya Raman")
    yield "prepare"
    stage.controller.set_opening_title("Back-end engineer, billing")
    settle(100)
    yield "prepare-new-opening"
    stage.screen.offer_waiver()
    yield "prepare-waiver"
    stage.controller.waive("Replacement for the same team; the sheet follows on Monday")
    stage.controller.set_output("features")
    yield "prepare-waived"
    stage.controller.discard()
    stage.window.show_library()


def openings(stage: Stage) -> Iterator[str]:
    """Each section of the sheet, filled in."""
    stage.window.open_opening(OPENING)
    for section in stage.screen.view.sections:
        yield f"opening-{section.key}"
        stage.key("opening.next")
    stage.key("opening.new")
    yield "opening-new"
    stage.key("opening.remove")
    stage.window.show_library()


def failing(stage: Stage) -> Iterator[str]:
    """The disk refuses in the middle of a call."""
    full = DiskFull(
        "The disk with /home/ruth is full.",
        "Make room; what you typed is kept here and saved as soon as there is some.",
    )
    # No heartbeat in between: it would be saved, and say so.
    stage.controller.time.stop()
    settle(300)
    stage.program.keeper.saved.emit(SaveView(SaveState.FAILED, stage.program.keeper.view.at, full))
    yield "live-disk-full"
    stage.program.keeper.saved.emit(stage.program.keeper.view)
    stage.controller.time.arm()
    settle()


def kits(stage: Stage) -> Iterator[str]:
    """Prompts, kits, files, nothing found, nothing of one's own, a broken file, and the editor."""
    desk = stage.program.kit_library
    stage.key("app.kits")
    while desk.view.reading:
        settle(20)
    settle(100)
    for kind, name in ((EntryKind.PROMPT, "prompts"), (EntryKind.KIT, "kits"), (EntryKind.FILE, "files")):
        desk.ask(KitQuery(kind=kind))
        yield f"kits-{name}"
    desk.ask(KitQuery(words="no such words"))
    yield "kits-nothing-found"
    desk.ask(KitQuery(kind=EntryKind.FILE, source=KitOrigin.OWN))
    yield "kits-none"
    own = stage.data / "kits"
    own.mkdir(exist_ok=True)
    (own / "team.toml").write_text(BROKEN, encoding="utf-8")
    desk.load()
    while desk.view.reading:
        settle(20)
    settle(100)
    yield "kits-broken"
    desk.preview(str(own / "team.toml"))
    yield "kits-report"
    stage.child("kit_report.cancel").click()
    (own / "team.toml").unlink()
    desk.load()
    while desk.view.reading:
        settle(20)
    settle(100)
    yield from _editor(stage)


def _editor(stage: Stage) -> Iterator[str]:
    desk = stage.program.kit_library
    desk.ask(KitQuery(kind=EntryKind.KIT))
    row = desk.view.rows[0]
    desk.edit(row.key)
    settle(100)
    yield "kit-editor"
    editor = stage.controller
    editor.select(("prompts", 0))
    yield "kit-editor-prompt"
    editor.put(("prompts", 0, "candidate_text"), "Too short")
    editor.preview()
    yield "kit-editor-finding"
    editor.step(-1)
    editor.leave(keep=False)
    stage.window.show_library()


def sheets(stage: Stage) -> Iterator[str]:
    """The drawer, preferences, expanders, keys, about."""
    stage.window.show_library()
    stage.key("app.help")
    yield "guidance"
    field = stage.child("guidance.search")
    field.setText("silence")
    field.textEdited.emit("silence")
    settle(100)
    yield "guidance-search"
    field.clear()
    field.textEdited.emit("")
    stage.key("app.help")
    sheets = stage.window.sheets
    acts = {
        "preferences": sheets.show_preferences,
        "expanders": sheets.show_expanders,
        "keys": sheets.show_keys,
        "about": sheets.show_about,
    }
    for name, show in acts.items():
        show()
        yield name
        sheets.close_sheet()
        settle()


LEGS: tuple[Leg, ...] = (library, on_plan, task, late, failing, review, prepare, openings, kits, sheets)


def empty(stage: Stage) -> Iterator[str]:
    """Before the first interview."""
    stage.window.show_library()
    yield "library-empty"
    stage.window.ways.show_openings()
    yield "opening-empty"
    stage.window.show_library()
