"""What a packet says of a missing scope sheet."""

from interviewer_app.domain.interview import Phase
from interviewer_app.domain.openings.opening import OLD_SHEET, OpeningSheet, SubjectKind
from interviewer_app.domain.packet.summary import Caveat, CaveatKind, summarise
from interviewer_app.report.pdf import packet
from tests.builders import a_moment, a_settled_sheet, a_story, an_opening
from tests.report.test_brief import read


def told(sheet: OpeningSheet) -> tuple[tuple[Caveat, ...], str]:
    story = a_story(Phase.FINALISED, opening=an_opening(sheet=sheet))
    summary = summarise(story.interview, a_moment(9_000.0))
    waived = tuple(care for care in summary.care if care.kind is CaveatKind.WAIVED)
    return waived, read(packet(summary, app_version="1").data)


def test_a_waiver_is_printed_with_its_reason() -> None:
    care, said = told(a_settled_sheet(waived="Urgent, the lead is ill"))
    assert care == (Caveat(CaveatKind.WAIVED, "Urgent, the lead is ill"),)
    assert "No scope sheet: Urgent, the lead is ill" in said


def test_an_opening_from_before_the_sheets_waived_nothing() -> None:
    care, said = told(OLD_SHEET)
    assert care == ()
    assert "scope sheet" not in said


def test_where_no_person_is_rated_the_packet_says_so() -> None:
    _care, said = told(a_settled_sheet(subject=SubjectKind.VENDOR))
    assert "A vendor is rated, not a person" in said
    assert "is rated, not a person" not in told(a_settled_sheet())[1]
