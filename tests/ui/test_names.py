"""Every control has a stable name and words for those who cannot see it; user text is never markup."""

import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from interviewer_app.domain.errors import Problem
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.kits.kit import Fact, Kit, Probe
from interviewer_app.ui.library.table import InterviewTable
from interviewer_app.ui.live.scores.score_bar import ScoreChip
from interviewer_app.ui.review.pages import PageRequest, ReviewPage
from tests.ui.whole import Whole, opened, settle, the_kit, walk

GOLDEN = Path(__file__).parents[1] / "golden" / "widgets.txt"

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
)

DYNAMIC = (
    # Lines of checklists that kits bring along.
    (re.compile(r"^(opening\.tick)\..+$"), r"\1.<id>"),
    # Rows that belong to one note, point, gap or file: the id of the record stands in the name.
    (re.compile(r"^(review\.(?:note|source|strongest|gap))\.(?!note$)[^.]+$"), r"\1.<id>"),
    (re.compile(r"^(review\.(?:gap|detour))\.[^.]+(\.\w+)$"), r"\1.<id>\2"),
    (re.compile(r"^(review\.point)\.[^.]+((?:\.\w+)?)$"), r"\1.<id>\2"),
    # Lines of short words, numbered as they were made.
    (re.compile(r"^(expanders\.(?:word|text|remove))\.\d+$"), r"\1.<n>"),
    # Pages of guidance: the ids in the kit files.
    (re.compile(r"^guidance\.(?!(?:keys|search|close|pages|all_keys)$).+$"), "guidance.<id>"),
    # Rows that belong to a prompt of the kit: its own ids.
    (re.compile(r"^(live\.(?:probe|fact))\.[^.]+$"), r"\1.<id>"),
)
"""The names that hold an id, and how the golden list writes them."""


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with opened(tmp_path) as made:
        yield made


def test_every_control_has_a_name_and_words(whole: Whole) -> None:
    found: dict[str, set[str]] = {}
    wrong: set[str] = set()
    for stop in walk(whole):
        controls = list(in_sight(whole.window))
        names = Counter(control.objectName() for control in controls)
        for control in controls:
            name, kind = control.objectName(), type(control).__name__
            if not name:
                wrong.add(f"{stop}: {kind} {parents(control)} has no name")
            elif names[name] > 1:
                wrong.add(f"{stop}: {names[name]} widgets are called {name}")
            if not words_of(control).strip():
                wrong.add(f"{stop}: {kind} {name or parents(control)} has no accessible name")
            found.setdefault(stable(name), set()).add(f"{kind}")
    assert not wrong, "\n".join(sorted(wrong))
    told = "".join(f"{name}  {'/'.join(sorted(kinds))}\n" for name, kinds in sorted(found.items()))
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(told, encoding="utf-8")
    assert told == GOLDEN.read_text(encoding="utf-8"), "names changed: UPDATE_GOLDEN=1 once it is meant"


def test_no_words_of_a_person_are_read_as_markup(whole: Whole) -> None:
    evil = "<b>x</b><img src=q>&amp;"
    lines = (f"+ {evil} #A", f"! {evil} #B", f'" {evil} #C', f"? {evil} #D", f"> {evil}")
    whole.fill(evil, lines, an_evil_kit(evil))
    stops = 0
    for stop in evil_walk(whole, evil):
        stops += 1
        rich = [
            f"{stop}: {parents(label)}: {label.text()!r}"
            for label in whole.window.findChildren(QLabel)
            if "<b>" in label.text() and label.textFormat() != Qt.TextFormat.PlainText
        ]
        assert not rich, "\n".join(rich)
        for widget in whole.window.findChildren(QWidget):
            tip = widget.toolTip()
            assert "<b>x" not in tip, f"{stop}: the tip of {parents(widget)} is {tip!r}"
            if isinstance(widget, QAbstractButton) and evil in widget.accessibleName():
                # A single "&" would make a key of the letter after it.
                assert "&" not in widget.text().replace("&&", ""), f"{stop}: {parents(widget)}"
    assert stops > 8


def evil_walk(whole: Whole, evil: str) -> Iterator[str]:
    """Wherever the name stands, and that it stands there as it is."""
    whole.window.show_library()
    table = whole.screen.findChild(InterviewTable)
    assert table is not None
    model = table.model()
    assert evil in [model.data(model.index(0, column)) for column in range(model.columnCount())]
    yield "library"
    field = whole.child("library.filter")
    assert isinstance(field, QLineEdit)
    field.setText("<b>nobody</b>")
    field.textEdited.emit("<b>nobody</b>")
    assert "<b>nobody</b>" in shown(whole)
    yield "nothing found"
    field.clear()
    field.textEdited.emit("")
    whole.program.library.problem.emit(Problem(evil, evil))
    assert evil in shown(whole)
    yield "banner"
    for phase in Phase:
        whole.go(phase)
        assert evil in shown(whole), phase
        yield phase
        if phase is Phase.LIVE:
            yield from evil_call(whole, evil)
        if phase is Phase.TO_REVIEW:
            for page in ReviewPage:
                whole.screen.show_page(PageRequest(page, "A"))
                yield page
    whole.screen.acts.show_packet()
    settle()
    yield "packet"


def evil_call(whole: Whole, evil: str) -> Iterator[str]:
    """Everything the kit and the notes say during the call."""
    screen = whole.screen
    screen.parts.banner.dismiss_requested.emit()
    whole.controller.show(the_kit().prompts[0].id)
    assert evil in screen.parts.notes.editor.toPlainText()
    assert any(evil in chip.accessibleName() for chip in screen.findChildren(ScoreChip))
    yield "live-step"
    for name in ("live.facts", "live.signals", "live.score"):
        screen.actions_by_id[name].trigger()
        yield name
    screen.parts.panel.begin("A")
    yield "live-anchors"
    screen.parts.panel.fold()


def an_evil_kit(evil: str) -> Kit:
    """The shipped kit with words in it that look like markup."""
    kit = the_kit()
    prompts = tuple(
        replace(
            prompt,
            title=evil,
            short=evil[:16],
            candidate_text=evil,
            interviewer_notes=evil,
            facts=(Fact("f1", evil),),
            probes=(Probe("q1", evil),),
            strong=(evil,),
            weak=(evil,),
        )
        for prompt in kit.prompts
    )
    categories = tuple(
        replace(category, title=evil, definition=evil, anchors=(evil,) * 6, variants=())
        for category in kit.scorecard.categories
    )
    return replace(
        kit,
        title=evil,
        prompts=prompts,
        scorecard=replace(kit.scorecard, title=evil, categories=categories),
        opening_script=evil,
        closing_script=evil,
    )


def shown(whole: Whole) -> str:
    """Everything labels and fields in sight say."""
    seen = [w for w in whole.window.findChildren(QWidget) if w.isVisible()]
    said = [w.text() for w in seen if isinstance(w, QLabel | QLineEdit)]
    return "\n".join((*said, *(w.accessibleName() for w in seen), whole.window.windowTitle()))


def in_sight(window: QWidget) -> Iterator[QWidget]:
    """Whatever a person can press, type into or choose from, apart from parts of Qt's own widgets."""
    for widget in window.findChildren(QWidget):
        own = type(widget).__module__.startswith("interviewer_app")
        pressed = own and any(
            "mousePressEvent" in vars(kind) or "mouseReleaseEvent" in vars(kind)
            for kind in type(widget).__mro__
            if kind.__module__.startswith("interviewer_app")
        )
        focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not is_a_part(widget)
        if (
            widget.isVisible()
            and not is_a_part(widget)
            and (isinstance(widget, CONTROLS) or pressed or focus)
        ):
            yield widget


def is_a_part(widget: QWidget) -> bool:
    """Whether a widget is inside one of Qt's own, which makes and names it."""
    if isinstance(widget, QScrollBar | QHeaderView) or widget.objectName().startswith("qt_"):
        return True
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractSpinBox | QComboBox | QLineEdit | QHeaderView) or (
        parent is not None and parent.objectName() == "menu_bar" and isinstance(widget, QAbstractButton)
    )


def stable(name: str) -> str:
    """The name with the ids of records taken out."""
    for pattern, written in DYNAMIC:
        name = pattern.sub(written, name)
    # The form of the kit editor is made from the file: rows are numbered.
    return re.sub(r"\.\d+", ".<n>", name) if name.startswith("kit_editor.") else name


def parents(widget: QWidget | None) -> str:
    """Where a widget is."""
    steps = []
    while widget is not None:
        steps.append(widget.objectName() or type(widget).__name__)
        widget = widget.parentWidget()
    return " < ".join(steps[:5])


def words_of(widget: QWidget) -> str:
    """What a screen reader says first."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name)
