"""What a packet is told of lists and flags, and when a list asks for its probe."""

from dataclasses import replace

import pytest

from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.kits.checklist import FLAGS, SEEN, TickKey
from interviewer_app.domain.kits.kit import Probe
from interviewer_app.domain.live import call, ticking
from interviewer_app.domain.live.checks import check_results, flag_results, nudge
from interviewer_app.domain.marks import MarkKind
from interviewer_app.domain.packet.summary import summarise
from tests.builders import a_checklist, a_kit, a_moment, a_prompt, an_interview, with_lists

ALARMS = TickKey("p1", "marks", "alarms")
ROLLBACK = TickKey("p1", "marks", "rollback")
WHOLE = TickKey("", "whole", "rollback")
GREEN, RED = TickKey("", FLAGS, "gf-01"), TickKey("", FLAGS, "rf-01")


def going() -> Interview:
    return an_interview(Phase.LIVE, kit=with_lists(a_kit()))


def ticked(interview: Interview, key: TickKey, state: str, *cells: str, at: float = 900) -> Interview:
    after = ticking.set_state(interview, key, state, a_moment(at)).interview
    return ticking.set_cells(after, key, cells, a_moment(at)).interview


def test_a_list_nobody_touched_is_not_told_of() -> None:
    assert check_results(going()) == ()
    blank = ticked(ticked(going(), ROLLBACK, "claimed"), ROLLBACK, "")
    assert check_results(blank) == ()
    assert check_results(ticked(going(), ALARMS, "", "   ")) == (), "spaces are nothing"
    assert summarise(blank, a_moment(1_000)).checks == ()


def test_a_list_that_was_used_comes_with_its_open_lines_and_one_cell_per_column() -> None:
    interview = ticked(ticked(going(), WHOLE, "absent"), ROLLBACK, "claimed", "  by hand ")
    first, last = check_results(interview)
    assert (first.step, first.list, last.step, last.list) == ("p1", "marks", "", "whole")
    opened, used = first.lines
    assert (opened.state, opened.cells, opened.t) == ("", ("",), None)
    assert (used.state, used.cells, used.choices) == ("claimed", ("by hand",), ("claimed", "absent"))
    assert used.t == interview.ticks[ROLLBACK].t


def test_a_line_that_was_only_written_beside_counts_as_used() -> None:
    (result,) = check_results(ticked(going(), ALARMS, "", "pager"))
    assert [line.cells for line in result.lines] == [("pager",), ("",)]


def test_a_flag_is_told_of_only_when_seen_and_noted() -> None:
    seen = ticked(going(), RED, SEEN)
    assert flag_results(seen) == ()
    assert flag_results(ticked(seen, RED, "", "a note without a tick")) == ()
    assert flag_results(ticked(seen, RED, SEEN, "   ")) == ()
    both = ticked(ticked(seen, RED, SEEN, " notebooks "), GREEN, SEEN, "orders them")
    assert [(flag.id, flag.note) for flag in flag_results(both)] == [
        ("gf-01", "orders them"),
        ("rf-01", "notebooks"),
    ]


@pytest.mark.parametrize("key", [ROLLBACK, WHOLE])
def test_the_record_hash_covers_states_and_texts(key: TickKey) -> None:
    def hash_of(interview: Interview) -> str:
        return summarise(interview, a_moment(1_000)).record_hash

    plain = going()
    stages = (
        plain,
        ticked(plain, key, "claimed"),
        ticked(plain, key, "absent"),
        ticked(plain, key, "absent", "x"),
    )
    assert len({hash_of(stage) for stage in stages}) == 4


def test_the_record_hash_covers_a_flag_and_its_note() -> None:
    stages = (going(), ticked(going(), RED, SEEN, "a"), ticked(going(), RED, SEEN, "b"))
    assert len({summarise(stage, a_moment(1_000)).record_hash for stage in stages}) == 3


# -- the suggestion at half time (S-60)


def at_p1(interview: Interview) -> Interview:
    return call.show(interview, "p1", a_moment(880)).interview


def test_nothing_is_suggested_before_half_time_or_elsewhere() -> None:
    interview = at_p1(going())
    assert nudge(interview, "p1", 299, 600) is None
    assert nudge(interview, "opening", 900, 600) is None
    assert nudge(interview, "p2", 300, 600) is None


def test_at_half_time_an_untouched_list_with_columns_suggests_the_first_open_probe() -> None:
    interview = at_p1(going())
    found = nudge(interview, "p1", 300, 600)
    assert found is not None
    assert (found.title, found.probe, found.text) == ("Marks of a live system", "q1", "What next?")
    asked = call.tick(interview, MarkKind.PROBE, "p1", "q1", on=True, now=a_moment(905)).interview
    assert nudge(asked, "p1", 300, 600) is None, "what is left would be help"


@pytest.mark.parametrize("cells", [(), ("pager",)])
def test_one_tick_or_one_word_ends_the_suggestion(cells: tuple[str, ...]) -> None:
    interview = ticked(at_p1(going()), ALARMS, "" if cells else SEEN, *cells)
    assert nudge(interview, "p1", 500, 600) is None


def test_a_probe_with_the_id_of_the_list_is_the_one_suggested_also_without_columns() -> None:
    own = Probe("marks", "What did you watch?")
    probes = (*a_prompt().probes, own)
    kit = with_lists(a_kit())
    kit = replace(
        kit,
        prompts=(replace(kit.prompts[0], probes=probes), *kit.prompts[1:]),
        checklists=(a_checklist("marks", columns=()), *kit.checklists[1:]),
    )
    interview = at_p1(an_interview(Phase.LIVE, kit=kit))
    found = nudge(interview, "p1", 300, 600)
    assert found is not None
    assert found.probe == "marks"
    asked = call.tick(interview, MarkKind.PROBE, "p1", "marks", on=True, now=a_moment(905)).interview
    assert nudge(asked, "p1", 300, 600) is None
