"""The call as a screen reader gets it: the real accessibility tree, read over the bus from outside."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from interviewer_app.controllers.clock import Clock
from interviewer_app.domain.kits.kit import Kit
from interviewer_app.domain.live import call
from interviewer_app.domain.moments import Moment
from interviewer_app.kits import library
from interviewer_app.storage import bulk, migrations
from tests.builders import a_kit, an_opening
from tests.journeys import spi
from tests.journeys.driver import Program, until
from tests.journeys.spi import Node, Tree

pytestmark = [
    pytest.mark.x11,
    pytest.mark.skipif(bool(spi.why_not()), reason=f"no accessibility tree: {spi.why_not()}"),
]

PRESSED = {
    "push button",
    "toggle button",
    "check box",
    "radio button",
    "text",
    "entry",
    "combo box",
    "spin button",
    "page tab",
    "link",
    "list item",
    "menu item",
    "table",
    "slider",
}
"""Roles of what a person can press, type into or choose from."""

NOTES = "fell from 78 to 61 #C\nasks for the baseline #C\nlogs first #C"
CHIP = "C Production readiness, 3 notes, not scored"

ORDER = (
    "Notes",
    "Probes 0 of 6",
    "What would make you limit it",
    "Previous",
    "Next prompt",
    "A Applied AI delivery",
    "B Data competence",
    "C Production readiness",
    "D Security and risk",
    "E Communication",
    "Pause",
    "Curtain",
    "Candidate view",
    "Compact ribbon",
    "Menu",
    "Notes",
)
"""Notes, tabs, list, previous, next, chips, header; by the beginnings of the names, others between."""

RIBBON_ORDER = (
    "Notes",
    "A Applied",
    "B Data",
    "C Production",
    "D Security",
    "E Comm",
    "Next",
    "Pause",
    "Curtain",
)
"""Notes, chips, next, icons."""


@pytest.fixture
def tree(monkeypatch: pytest.MonkeyPatch) -> Iterator[Tree]:
    with spi.reader(monkeypatch) as made:
        made.hear("object:announcement", "object:state-changed:focused")
        yield made


def begin(program: Program) -> None:
    """Back into a call left a moment ago, at the first prompt; three notes for C."""
    shipped = library.shipped().kit("gen-tech-60")
    assert shipped is not None
    a_call(program, shipped.cut(), 20.0)
    keys, book = program.keys, program.book
    resume(program)
    keys.type(NOTES)
    until(lambda: "\n".join(book.notes()) == NOTES, "the notes")


def resume(program: Program) -> None:
    """Start the program and take its offer."""
    program.start()
    program.keys.press("Return")
    until(lambda: program.title.startswith("Platform"), "the call again")


def a_call(program: Program, kit: Kit, since: float) -> None:
    """A call left a moment ago, so many seconds after its first prompt was shown."""
    now = Clock().now()
    shown = earlier(now, since)
    told = call.begin("i1", kit, an_opening(), earlier(shown, 30), candidate="Emil")
    told = call.start(told.interview, earlier(shown, 20))
    told = call.show(told.interview, kit.prompts[0].id, shown)
    told = call.move_to(told.interview, kit.prompts[0].id, 0, now)
    program.folder.mkdir()
    database = program.folder / "interviews.db"
    migrations.ensure(database, now.utc)
    bulk.insert_many(database, [told.interview])


def earlier(moment: Moment, seconds: float) -> Moment:
    """The moment so many seconds before."""
    return replace(moment, utc=moment.utc - timedelta(seconds=seconds), mono=moment.mono - seconds)


def nameless(tree: Tree, program: Program, where: str) -> list[str]:
    """Controls in sight that a screen reader has no words for, or has markup instead of words."""
    wrong, controls = [], 0
    for node in tree.program(program.process.pid).walk():
        if node.role in PRESSED or spi.FOCUSABLE in node.states:
            controls += 1
            if not node.name.strip():
                wrong.append(f"{where}: a {node.role} has no name")
            if node.role in ("filler", "unknown", "panel") and not node.description:
                wrong.append(f"{where}: {node.name!r} takes the focus and has neither role nor words")
        if "<" in node.description or "&amp;" in node.description:
            wrong.append(f"{where}: {node.name!r} is described as {node.description!r}")
    assert controls > 5, f"{where}: only {controls} controls"
    return wrong


def test_every_control_has_a_role_and_a_name(program: Program, tree: Tree) -> None:
    begin(program)
    pid, keys = program.process.pid, program.keys
    tree.until_seen(pid, lambda node: node.name == CHIP, "the chip of C with its notes")
    wrong = nameless(tree, program, "probes")
    for key, sign in (("F3", "Facts"), ("F4", "Signals"), ("F5", "Scor"), ("c", "5"), ("Escape", "Probes")):
        keys.press(key)
        tree.until_seen(pid, partial(begins, sign), sign)
        wrong += nameless(tree, program, key)
    for key in ("F9", "Escape", "ctrl+f", "Escape", "ctrl+r", "F5", "Escape"):
        keys.press(key)
        wrong += nameless(tree, program, key)
    assert not wrong, "\n".join(sorted(set(wrong)))


def begins(words: str, node: Node) -> bool:
    """Whether its name begins like this."""
    return node.name.startswith(words)


def test_tab_leads_the_way_of_the_mocks(program: Program, tree: Tree) -> None:
    begin(program)
    names = tab_round(program, tree)
    assert led(names, ORDER), names
    program.keys.press("ctrl+r")
    tree.until_seen(program.process.pid, lambda node: node.name == "Whole window", "the ribbon")
    names = tab_round(program, tree)
    assert led(names, RIBBON_ORDER), names


def tab_round(program: Program, tree: Tree) -> list[str]:
    """The names the focus events tell while Tab goes from the notes round to the notes."""
    list(tree.bus.happened(0.3))
    names = ["Notes"]
    for _press in range(40):
        program.keys.press("Tab")
        names.append(until(lambda: newly_focused(tree), f"a focus event after {names}"))
        if names[-1] == "Notes":
            return names
    raise AssertionError(f"Tab does not come round: {names}")


def newly_focused(tree: Tree) -> str:
    """The name of what last said that it has the focus now."""
    said = ""
    for signal in tree.heard("StateChanged", 0.05):
        if signal.values[0] == "focused" and signal.values[1]:
            said = Node(tree.bus, signal.sender, signal.path).name or said
    return said


def led(names: list[str], wanted: tuple[str, ...]) -> bool:
    """Whether names with these beginnings came in this order."""
    walked = iter(names)
    return all(any(name.startswith(want) for name in walked) for want in wanted)


def test_the_notes_can_be_read_and_the_caret_followed(program: Program, tree: Tree) -> None:
    begin(program)
    pid = program.process.pid
    notes = tree.until_seen(pid, lambda node: node.role == "text" and node.name == "Notes", "the notes")
    assert notes.text() == NOTES
    assert notes.caret() == len(NOTES)
    assert {spi.EDITABLE, spi.MULTI_LINE, spi.FOCUSED} <= notes.states
    assert "EditableText" in notes.interfaces
    program.keys.press("ctrl+Home")
    until(lambda: notes.caret() == 0, "the caret at the beginning")
    program.keys.type("! ")
    until(lambda: notes.text() == "! " + NOTES, "what was typed")
    until(lambda: "\n".join(program.book.notes()) == "! " + NOTES, "the same on the disk")


def test_a_press_by_the_reader_does_what_a_key_does(program: Program, tree: Tree) -> None:
    begin(program)
    pid, book = program.process.pid, program.book
    probe = tree.until_seen(pid, lambda node: node.name.startswith("What would make you limit"), "a probe")
    assert spi.CHECKED not in probe.states
    probe.press()
    until(lambda: book.marks("probe"), "the probe on the disk")
    until(lambda: spi.CHECKED in probe.again().states, "a ticked box in the tree")
    tree.until_seen(pid, lambda node: node.name == "Next prompt", "next").press()
    until(lambda: len(book.marks("shown")) == 2, "the next prompt")


def test_scoring_by_ear(program: Program, tree: Tree) -> None:
    begin(program)
    keys = program.keys
    list(tree.bus.happened(0.3))
    for key, words in (
        ("F5", ""),
        ("c", "C Production readiness: 3 tagged notes"),
        ("Down", "0 "),
        ("3", "C Production readiness: 3, open"),
    ):
        keys.press(key)
        if words:
            said = until(lambda: [s.values[3] for s in tree.heard("Announcement", 0.1)], f"words after {key}")
            assert len(said) == 1
            assert said[0].startswith(words)
    until(lambda: program.book.scores() == {"C": 3}, "the score")


def test_the_candidates_window_tells_nothing_private(program: Program, tree: Tree) -> None:
    begin(program)
    pid = program.process.pid
    program.keys.press("ctrl+shift+c")
    tree.until_seen(pid, lambda node: node.name == "Question 1 of 6", "the candidate view")
    view = next(top for top in tree.program(pid).children() if top.name == "Question")
    said = [node.name + node.description for node in view.walk()]
    assert len(said) > 3
    assert not [words for words in said if "Emil" in words or "fell from" in words or "Production" in words]


def test_time_warnings_are_announced_politely(program: Program, tree: Tree) -> None:
    kit = a_kit()
    kit = replace(kit, prompts=(replace(kit.prompts[0], minutes=1), *kit.prompts[1:]))
    a_call(program, kit, 0.75 * 60 - 12)
    resume(program)
    said: list[tuple[str, int]] = []

    def listen() -> bool:
        said.extend((s.values[3], s.values[1]) for s in tree.heard("Announcement", 0.2))
        return bool(said)

    until(listen, "an announcement", seconds=30)
    assert said == [("Three quarters of the time for this prompt are used.", spi.POLITE)]
