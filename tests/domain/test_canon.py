"""What was hashed before records had further fields has the same hash still."""

from interviewer_app.domain.canon import digest
from interviewer_app.domain.interview import Phase
from interviewer_app.domain.kits.checklist import Checklist, ChecklistLine
from interviewer_app.domain.packet.summary import summarise
from tests.builders import a_kit, a_moment, an_interview

KIT = "fdbd28d47f93b40ce570826a6f1b170be3670f4a4b3766685aaaa6f265a53ac7"
RECORD = "242b50a4b265712739638976582f213950ed1362b9b1a785ccdf9c364bea2055"
"""As the program wrote them before kits had checklists and interviews had ticks and detours."""


def test_a_kit_frozen_before_there_were_checklists_keeps_its_hash() -> None:
    assert digest(a_kit()) == KIT
    lists = (Checklist("one", "One", (ChecklistLine("l1", "A line"),)),)
    assert digest(a_kit(checklists=lists, whole=("one",))) != KIT


def test_an_interview_finalised_before_there_were_ticks_keeps_its_record_hash() -> None:
    final = an_interview(Phase.FINALISED, "i30", candidate="Cand 30")
    assert summarise(final, a_moment(10_000)).record_hash == RECORD
