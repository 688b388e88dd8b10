"""Without a mouse: Tab goes round every screen in reading order, reaches everything, and is never lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from interviewer_app.controllers.library.views import OpenRequest
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.kits.catalogue import EntryKind, KitQuery
from interviewer_app.ui import actions
from tests.builders import a_story
from tests.ui.kits_walk import all_read
from tests.ui.whole import Whole, opened, settle, the_kit, walk

LIST = ("review.category.", "review.page.")
ARROWS = (
    # Reached by the arrows from the one of their group that Tab stops at.
    "review.anchor.",
    "review.note.",
    "review.source.",
    "review.strongest.",
    "prepare.reminder.",
    "live.tabs.",
    "live.question.",
    "review.detour.p2.",
    "review.detour.p3.",
)
KEYS = {
    # Not on the way of Tab, because the keys named do the same.
    "live.legend.": "Alt+1 to Alt+5, Ctrl+1 to Ctrl+8",
    "live.score": "F5",
    "live.anchor.": "0 to 5, - and the arrows",
    "live.category.": "its letter",
    "live.curtain_lift": "F12",
    "review.previous_category": "Ctrl+Up",
    "review.next_category": "Ctrl+Down",
    "review.locked.": "nothing: a picture of what is to come",
    "review.profile.": "Ctrl+Up and Ctrl+Down, or the list of categories",
}
SHEETS = ("keys", "preferences", "expanders", "about", "kit_report", "kit_publish")
ORDER = {
    "library": "library.filter library.shelf. library.new library.table",
    "prepare": "prepare.candidate prepare.opening prepare.level. prepare.genai prepare.stage"
    " prepare.interviewer prepare.factor. prepare.reminder. prepare.later prepare.start prepare.back",
    "live-prompt": "live.notes live.tabs. live.probe. live.previous live.next live.chip.A live.chip.B"
    " live.pause live.curtain live.menu",
    "live-facts": "live.notes live.tabs.facts live.fact. live.previous live.next live.chip.A",
    "live-signals": "live.notes live.tabs.signals live.signals live.previous live.next live.chip.A",
    "review": "review.back review.category. review.anchor. review.note. review.missing review.unsupported",
    "review-reasoned": "review.back review.page. review.recommendation. review.reason review.finalise",
    "packet": "packet.pages packet.choose_folder packet.export packet.zoom. packet.back_button",
}
"""The order of MOCKS.md, by the beginnings of the names; other controls may stand between."""


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Whole]:
    with opened(tmp_path) as made:
        yield made


def focus() -> QWidget:
    """Who has the keys: somebody always does."""
    holder = QApplication.focusWidget()
    assert holder is not None, "the focus is lost"
    return holder


def test_tab_goes_round_every_screen(whole: Whole) -> None:
    wrong: list[str] = []
    for stop in walk(whole):
        round_trip = tab_round(stop)
        sheet = next((name for name in SHEETS if stop.replace("-", "_").startswith(name)), "")
        if sheet:
            assert all(name.startswith(sheet) for name in round_trip), f"{stop}: {' '.join(round_trip)}"
            continue
        if stop in ORDER:
            assert in_order(round_trip, ORDER[stop].split()), f"{stop}: {' '.join(round_trip)}"
        if stop != "live-curtain" and not stop.startswith("live-score"):
            wrong += [f"{stop}: {name} cannot be reached" for name in out_of_reach(whole, round_trip)]
        back = focus()
        QTest.keyClick(back, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        if stop != "live-curtain":
            assert focus() is back, f"{stop}: Shift+Tab is not the way back"
    assert not wrong, "\n".join(wrong)


def test_no_act_loses_the_keys(whole: Whole) -> None:
    whole.fill()
    lost: list[str] = []
    for scope, phase in SCENES.items():
        for row in actions.table():
            if row.scope not in (scope, actions.APP) or row.id in ELSEWHERE:
                continue
            come(whole, scope, phase)
            action = {**whole.window.actions_by_id, **whole.screen.actions_by_id}[row.id]
            if action.isEnabled():
                action.trigger()
                lost += [f"{row.id} in {scope}: {what}" for what in left_without_keys(whole)]
    assert not lost, "\n".join(lost)


def test_a_sheet_whose_page_has_gone_gives_the_keys_to_somebody(whole: Whole) -> None:
    whole.fill()
    screen = whole.go(Phase.TO_REVIEW)
    whole.window.sheets.show_about()
    screen.acts.finalise()
    sheet = whole.window.sheets.sheet
    assert sheet is not None
    sheet.dismiss()
    settle()
    assert focus().isVisible()


def left_without_keys(whole: Whole) -> Iterator[str]:
    """Moments after an act at which nobody in sight has the keys."""
    settle()
    holder = QApplication.activePopupWidget() or QApplication.focusWidget()
    if holder is None or not holder.isVisible():
        yield "nobody" if holder is None else holder.objectName()
    if isinstance(holder, QMenu):
        holder.close()
        settle()
        if QApplication.focusWidget() is None:
            yield "nobody, with the menu closed again"
    whole.window.sheets.close_sheet()
    settle()
    if QApplication.focusWidget() is None:
        yield "nobody, after its sheet"


SCENES = {
    actions.LIBRARY: None,
    actions.PREPARE: Phase.PREPARED,
    actions.LIVE: Phase.LIVE,
    actions.REVIEW: Phase.TO_REVIEW,
    actions.PACKET: Phase.FINALISED,
    actions.KITS: None,
    actions.KIT_EDITOR: None,
}
ELSEWHERE = {
    *("app.quit", "app.folder", "app.full", "packet.folder", "packet.save", "live.end", "review.call"),
    *("kits.import", "kits.export"),
}
"""Acts that leave the program, and those that move an interview to another phase."""


def come(whole: Whole, scope: str, phase: Phase | None) -> None:
    """To a screen, from the library."""
    whole.window.show_library()
    whole.window.sheets.close_sheet()
    settle()
    if scope in (actions.KITS, actions.KIT_EDITOR):
        whole.window.actions_by_id["app.kits"].trigger()
        all_read(whole.program.kit_library)
        whole.program.kit_library.ask(KitQuery(kind=EntryKind.KIT))
        if scope == actions.KIT_EDITOR:
            whole.screen.edit_entry()
        settle()
    if phase is not None:
        if scope == actions.PREPARE:
            whole.program.keeper.save(a_story(Phase.PREPARED, "again", kit=the_kit()).changes)
            whole.program.keeper.flush()
            whole.window.open_interview(OpenRequest("again", Phase.PREPARED))
        else:
            whole.go(phase)
        if scope == actions.PACKET:
            whole.screen.acts.show_packet()
        settle()


def test_escape_menus_and_panes(whole: Whole, qtbot: QtBot) -> None:
    whole.fill()
    whole.window.show_library()
    before = focus()
    QTest.keyClick(whole.window, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    if menu is not None:  # the platform without a screen opens none from Alt alone
        QTest.keyClick(menu, Qt.Key.Key_Escape)
    settle()
    assert QApplication.activePopupWidget() is None
    assert focus() is before
    screen = whole.go(Phase.LIVE)
    notes = focus()
    assert notes is screen.parts.notes.editor
    panes = []
    for _press in range(5):
        QTest.keyClick(focus(), Qt.Key.Key_F6)
        panes.append(focus().objectName())
    assert [name.split(".")[1] for name in panes] == ["probe", "next", "chip", "pause", "notes"], panes
    QTest.keyClick(notes, Qt.Key.Key_F10)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    assert focus() is notes
    for key in (Qt.Key.Key_F5, Qt.Key.Key_F9):
        QTest.keyClick(notes, key)
        assert focus() is not notes
        QTest.keyClick(focus(), Qt.Key.Key_Escape)
        assert focus() is notes


def test_behind_the_curtain_nothing_can_be_pressed(whole: Whole) -> None:
    whole.fill()
    screen = whole.go(Phase.LIVE)
    notes = focus()
    QTest.keyClick(notes, Qt.Key.Key_F6)
    QTest.keyClick(focus(), Qt.Key.Key_F12)
    assert screen.parts.curtain.isVisible()
    assert focus() is notes
    QTest.keyClick(notes, Qt.Key.Key_Tab)
    assert focus() is notes
    QTest.keyClicks(notes, "x ")
    QTest.keyClick(notes, Qt.Key.Key_F12)
    assert "x " in screen.parts.notes.editor.toPlainText()


def test_tab_folds_the_score_panel_and_leads_to_the_notes(whole: Whole) -> None:
    whole.fill()
    screen = whole.go(Phase.LIVE)
    notes = focus()
    QTest.keyClick(notes, Qt.Key.Key_F5)
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert screen.parts.panel.isHidden()
    assert focus() is notes


def tab_round(stop: str) -> list[str]:
    """The names Tab goes through, once round; at every step somebody in sight has the keys."""
    names: list[str] = []
    first: QWidget | None = None
    for _step in range(400):
        here = QApplication.focusWidget()
        assert here is not None, f"{stop}: the focus is lost after {names}"
        QTest.keyClick(here, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None, f"{stop}: the focus is lost after {here.objectName()}"
        assert now.isVisible(), f"{stop}: {now.objectName()} has the focus and is not in sight"
        assert now.isEnabled(), f"{stop}: {now.objectName()} has the focus and is off"
        if now is first:
            return names
        first = first or now
        names.append(now.objectName())
    raise AssertionError(f"{stop}: Tab does not come round: {names}")


def in_order(names: list[str], wanted: list[str]) -> bool:
    """Whether these beginnings stand in this order somewhere on the round."""
    start = next((at for at, name in enumerate(names) if name.startswith(wanted[0])), 0)
    walked = iter([*names[start:], *names[:start]])
    return all(any(name.startswith(want) for name in walked) for want in wanted)


def out_of_reach(whole: Whole, reached: list[str]) -> list[str]:
    """Controls in sight that neither Tab nor another key leads to."""
    found = []
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for control in whole.window.findChildren(kind):
            name = control.objectName()
            if not control.isVisible() or not control.isEnabled() or name.startswith("qt_"):
                continue
            group = f"{name.rpartition('.')[0]}."
            # Categories and pages are one list.
            whole_group = LIST if group in LIST else (group,)
            led = any(other.startswith(whole_group) for other in reached)
            led = led and (group in ARROWS or group in LIST or grouped(control))
            if name in reached or led or control.focusProxy() is not None:
                continue
            if not any(name.startswith(known) for known in KEYS):
                found.append(name)
    return found


def grouped(control: QWidget) -> bool:
    """Whether a control is one of several of which one is chosen."""
    return isinstance(control, QAbstractButton) and control.group() is not None
