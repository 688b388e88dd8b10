"""The pace strip: what stands where, what is wanted, and that a tick repaints the now column alone."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from interviewer_app.controllers.live.views import StripMark
from interviewer_app.domain.kits.kit import QUESTIONS, TimeSpan
from interviewer_app.domain.live.pacing import Sentence, SentenceKind, TimeState
from interviewer_app.domain.marks import PauseCause
from interviewer_app.ui.live.prompt.stage_bar import StageView
from interviewer_app.ui.live.prompt.step_clock import StepClock
from interviewer_app.ui.live.strip.head import StripHead, StripHeadView, sentence_view
from interviewer_app.ui.live.strip.plan import StripLayout, StripView, held, now_at, outline, plan
from interviewer_app.ui.live.strip.strip import PaceStrip, StepRequest
from tests.controllers.desk import Ear
from tests.ui.live import stage


def laid(width: int = 1248, spent: float = 764.0, marks: tuple[StripMark, ...] = ()) -> StripLayout:
    """The strip of the picture at a width, six pixels to a letter."""
    pace = stage.a_pace(spent + 260, spent)
    view = StripView(pace, marks, stage.TITLES, frozenset("D"))
    return plan(view, width, lambda words: 6.0 * len(words), round)


def test_what_is_past_now_and_to_come() -> None:
    kinds = [piece.kind for piece in laid().pieces]
    assert kinds == ["past", "now", "next", "next", "next", "next", "next", "yours", "edge"]


def test_the_overrun_begins_where_the_plan_ended() -> None:
    now = laid(spent=764).pieces[1]
    assert now.left < now.over < now.right
    assert laid(spent=300).pieces[1].over > now_at(stage.a_pace(560, 300), 1248)


def test_titles_give_way_before_minutes_do() -> None:
    wide, narrow, least = laid(1248, 600.0), laid(900, 600.0), laid(500, 600.0)
    assert (wide.pieces[2].words, wide.pieces[2].minutes) == ("2 The invoice that gave orders", "10")
    assert narrow.pieces[4].words == "4"
    assert narrow.pieces[4].minutes == "6 min"
    assert [piece.words for piece in least.pieces[2:7]] == ["2", "3", "4", "5", "6"]
    assert all(piece.minutes for piece in least.pieces[2:7])
    yours = next(piece for piece in narrow.pieces if piece.step == QUESTIONS)
    assert "6" in yours.words


def test_what_moving_on_would_take_stands_at_the_segments_it_takes_it_from() -> None:
    wide, narrow, least = laid(1248), laid(900), laid(500)
    assert [piece.minutes for piece in wide.pieces[2:7]] == ["10 → 9", "7", "6", "8 → 7", "6"]
    assert [piece.shrinks for piece in wide.pieces[2:7]] == [True, False, False, True, False]
    assert "10 → 9 min" in wide.pieces[2].tip
    assert narrow.pieces[5].minutes.startswith("8 → 7")
    assert [piece.minutes for piece in least.pieces[2:7]][3] == "8 → 7", "minutes never go"
    yours = next(piece for piece in laid(1248).pieces if piece.step == QUESTIONS)
    assert "→" not in yours.words


def test_a_tick_that_moves_nothing_asks_for_no_new_plan() -> None:
    def told(spent: float, width: int = 1248, **fields: object) -> object:
        view = StripView(stage.a_pace(260 + spent, spent), (), stage.TITLES, frozenset("D"))
        return outline(replace(view, **fields), width, round)  # type: ignore[arg-type]

    assert told(300.0) == told(301.0) == told(390.0)
    others = [told(300.0, 1200), told(764.0), told(300.0, wanting=frozenset()), told(300.0, hot=True)]
    others.append(told(300.0, marks=(StripMark(300.0, "A"),)))
    assert all(other != told(300.0) for other in others)
    assert told(300.0, marks=(StripMark(300.0, "A"),)) != told(300.0, marks=(StripMark(300.0, "B"),))


def test_an_overrun_takes_room_by_the_minute_so_that_nothing_creeps() -> None:
    def told(spent: float) -> object:
        view = StripView(held(stage.a_pace(260 + spent, spent)), (), stage.TITLES, frozenset("D"))
        return outline(view, 1248, round)

    assert told(765.0) == told(779.0) != told(781.0)
    kept = held(stage.a_pace(1025, 765))
    assert kept.segments[1].end - kept.segments[1].start == 780.0
    assert all(b.start == a.end for a, b in pairwise(kept.segments))
    calm = stage.a_pace(560, 300)
    assert held(calm) is calm
    now = plan(StripView(kept, (), stage.TITLES, frozenset()), 1248, lambda words: 6.0 * len(words), round)
    assert now.pieces[1].left < now.pieces[1].bar < now_at(kept, 1248) < now.pieces[1].right


def test_a_tick_of_an_overrun_repaints_the_now_column_alone_too(qtbot: QtBot) -> None:
    strip, view = shown_strip(qtbot, 765.0)
    watch = PaintWatch()
    QApplication.processEvents()
    strip.installEventFilter(watch)
    for spent in range(766, 780):
        strip.present(replace(view, pace=stage.a_pace(260.0 + spent, float(spent))))
        QApplication.processEvents()
    assert watch.regions
    assert all(region.boundingRect().width() < 30 for region in watch.regions)


def test_letters_stand_where_notes_were_begun_and_never_on_one_another() -> None:
    marks = (*(StripMark(300.0 + n, "ABC"[n % 3]) for n in range(200)), StripMark(900.0, ""))
    found = laid(marks=marks).evidence
    assert found[0].at == pytest.approx(300 / 3600 * 1248, abs=8)
    assert found[-1].letter == ""
    apart = [b.at - a.at for a, b in pairwise(found)]
    assert min(apart) >= 7


def test_only_bare_letters_are_wanted() -> None:
    def wanting(kind: SentenceKind, **chips: tuple[int, bool]) -> frozenset[str]:
        """What is wanted beside a sentence about D; of each chip its notes, and whether it wants some."""
        pace = stage.a_pace(sentence=Sentence(kind, 2, ("D",), (2,)))
        kept = tuple(
            replace(stage.chips()[0], letter=letter, tagged=tagged, untagged=0, wanting=wants)
            for letter, (tagged, wants) in chips.items()
        )
        return replace(stage.a_view(), chips=kept, clock=stage.a_clock(pace)).wanting

    assert wanting(SentenceKind.BEHIND_GAP, D=(0, False), E=(0, True)) == {"D", "E"}
    assert wanting(SentenceKind.BEHIND_GAP, D=(1, False), E=(2, True)) == frozenset()
    assert wanting(SentenceKind.ON_PLAN, D=(0, False)) == frozenset()


class PaintWatch(QObject):
    """Remembers which parts of a widget were painted."""

    def __init__(self) -> None:
        super().__init__()
        self.regions: list[QRegion] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.regions.append(event.region())
        return False


def shown_strip(qtbot: QtBot, spent: float = 300.0) -> tuple[PaceStrip, StripView]:
    strip = PaceStrip()
    qtbot.addWidget(strip)
    strip.resize(1248, 56)
    strip.show()
    view = StripView(stage.a_pace(260 + spent, spent), (), stage.TITLES, frozenset())
    strip.present(view)
    qtbot.waitExposed(strip)
    return strip, view


def test_a_tick_repaints_the_now_column_alone(qtbot: QtBot) -> None:
    strip, view = shown_strip(qtbot)
    watch = PaintWatch()
    QApplication.processEvents()
    strip.installEventFilter(watch)
    before = strip.now
    strip.present(replace(view, pace=stage.a_pace(260 + 309, 309)))
    assert strip.now > before
    qtbot.waitUntil(lambda: bool(watch.regions))
    assert watch.regions[0].boundingRect().width() < 30
    watch.regions.clear()
    strip.present(replace(view, pace=stage.a_pace(260 + 309.5, 309.5)))
    QApplication.processEvents()
    assert watch.regions == []


def test_a_click_wishes_for_the_step_under_it(qtbot: QtBot) -> None:
    strip, _view = shown_strip(qtbot)
    wishes = Ear(strip.step_requested)
    for step in ("opening", "p4", "close"):
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.place_of(step).center())
    assert wishes.heard == [StepRequest("opening"), StepRequest("p4"), StepRequest("close")]


def test_turned_round_while_it_is_shown_the_strip_is_painted_anew(qtbot: QtBot) -> None:
    strip, _view = shown_strip(qtbot)
    before = strip.grab().toImage()
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert strip.grab().toImage() != before
    strip.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert strip.grab().toImage() == before


def test_from_right_to_left_the_strip_is_mirrored(qtbot: QtBot) -> None:
    strip, view = shown_strip(qtbot)
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    strip.present(view)
    assert strip.place_of("opening").left() > strip.place_of("close").left()
    wishes = Ear(strip.step_requested)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.place_of("p2").center())
    assert wishes.last == StepRequest("p2")


@pytest.mark.parametrize(
    ("spent", "state", "words"),
    [
        (300.0, TimeState.EASY, "7:00 left"),
        (540.0, TimeState.NEAR, "3:00 left"),
        (764.0, TimeState.FULL, "0:44 over"),
        (850.0, TimeState.OVER, "2:10 over"),
    ],
)
def test_the_step_clock_always_speaks_in_words(
    qtbot: QtBot, spent: float, state: TimeState, words: str
) -> None:
    clock = StepClock()
    qtbot.addWidget(clock)
    clock.present(stage.a_pace(260 + spent, spent))
    assert clock.state is state
    assert clock.text().startswith(words)


def test_the_sentence_grows_graver() -> None:
    calm = stage.a_clock(stage.a_pace(560, 300, sentence=Sentence(SentenceKind.ON_PLAN)))
    late = stage.a_clock(stage.a_pace(1024, 764))
    grave = stage.a_clock(stage.a_pace(1110, 850))
    theirs = stage.a_clock(stage.a_pace(560, 300, sentence=Sentence(SentenceKind.CANDIDATE_TIME, 4)))
    still = stage.a_clock(paused=PauseCause.BREAK)
    tones = [sentence_view(clock).tone for clock in (calm, late, grave, theirs, still)]
    assert tones == ["calm", "caution", "alert", "alert", "paused"]


def test_the_stage_follows_the_minutes() -> None:
    spans = (TimeSpan(0, 1, "read"), TimeSpan(1, 8, "lead"), TimeSpan(8, 12, "probes"))
    assert [StageView(spans, minutes).current for minutes in (0.0, 1.0, 7.9, 8.0, 30.0)] == [0, 1, 1, 2, 2]


def test_the_clock_keeps_its_width_from_second_to_second(qtbot: QtBot) -> None:
    head = StripHead()
    qtbot.addWidget(head)
    widths = set()
    for counted in (671.0, 1000.0, 1511.0, 3599.0, 3721.0):
        head.present(
            StripHeadView(
                stage.a_clock(stage.a_pace(counted, 300)), first=False, last=False, prompt_next=True
            )
        )
        widths.add(head.minimumSizeHint().width())
    assert len(widths) == 1
