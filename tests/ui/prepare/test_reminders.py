"""The twelve points two minutes before: light, never in the way, and plain to see when the moment comes."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from interviewer_app.controllers.prepare.build import about_to_begin
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.live import call
from interviewer_app.ui.prepare.reminders import Reminders, RemindersView
from interviewer_app.ui.prepare.screen import PrepareScreen
from interviewer_app.ui.widgets.checks.check_row import CheckRow
from tests.builders import NOON, a_moment, an_interview
from tests.ui.views import REMINDERS, Desk, a_prepare_view


@pytest.mark.parametrize(
    ("minutes", "expected"), [(-60, False), (-3, False), (-2, True), (0, True), (15, True), (16, False)]
)
def test_the_moment_is_from_two_minutes_before_the_planned_start(minutes: float, expected: bool) -> None:
    interview = an_interview(Phase.PREPARED)
    planned = call.prepare(interview, scheduled=NOON).interview
    assert about_to_begin(planned, a_moment(minutes * 60.0)) is expected
    assert not about_to_begin(interview, a_moment(minutes * 60.0))


def test_a_zone_changes_nothing_about_the_moment() -> None:
    planned = call.prepare(an_interview(Phase.PREPARED), scheduled=NOON + timedelta(minutes=1)).interview
    assert about_to_begin(planned, a_moment(0.0, offset=-330))


def heading(reminders: Reminders) -> str:
    label = reminders.findChild(QLabel)
    assert label is not None
    return label.text()


def test_there_are_twelve_and_the_heading_says_when_it_is_time(qtbot: QtBot) -> None:
    reminders = Reminders()
    qtbot.addWidget(reminders)
    come: list[None] = []
    reminders.time_come.connect(lambda: come.append(None))
    reminders.present(RemindersView(REMINDERS, frozenset()))
    assert heading(reminders) == "Two minutes before"
    for _ in range(2):
        reminders.present(RemindersView(REMINDERS, frozenset({1}), now=True))
    assert heading(reminders) == "Two minutes before: now"
    assert come == [None]
    reminders.present(RemindersView(REMINDERS, frozenset({1})))
    assert heading(reminders) == "Two minutes before"
    assert len(REMINDERS) == len(reminders.findChildren(CheckRow)) == 12


def test_it_comes_into_sight_in_a_small_window(desk: Desk, qtbot: QtBot) -> None:
    window = desk.window()
    qtbot.addWidget(window)
    window.resize(1024, 640)
    window.new_interview()
    window.show()
    screen = window.entries["prepare"].screen
    assert isinstance(screen, PrepareScreen)
    area = screen.findChild(QScrollArea)
    assert area is not None
    screen.present(a_prepare_view())
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert area.verticalScrollBar().value() == 0
    screen.present(a_prepare_view(about_to_begin=True))
    assert area.verticalScrollBar().value() > 0
