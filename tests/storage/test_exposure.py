"""Uses are counted from marks and frozen kits; samples and calls that never began do not count."""

from pathlib import Path

from interviewer_app.domain.interview import Phase
from interviewer_app.domain.kits.kit import Form, Swap
from interviewer_app.storage import exposure
from tests.builders import a_kit, a_prompt, a_story, an_opening
from tests.storage.files import a_reader, save


def test_there_is_nothing_without_a_database(path: Path) -> None:
    assert exposure.prompt_uses(a_reader(path), 1, 99) == ()
    assert exposure.form_uses(a_reader(path)) == ()
    assert exposure.last_number(a_reader(path)) == 0
    assert not path.exists()


def test_every_prompt_shown_counts_once_per_call(path: Path) -> None:
    search = an_opening("o2", title="Search")
    save(path, *a_story(Phase.TO_REVIEW, "i1").changes)
    save(path, *a_story(Phase.LIVE, "i2", at=86_400.0).changes)
    save(path, *a_story(Phase.FINALISED, "i3", opening=search, at=172_800.0).changes)
    save(path, *a_story(Phase.PREPARED, "i4").changes)
    save(path, *a_story(Phase.LIVE, "i5", sample=True).changes)
    found = {(use.prompt, use.opening): use for use in exposure.prompt_uses(a_reader(path), 1, 99)}
    assert {key: use.interviews for key, use in found.items()} == {
        ("p1", "Platform engineer"): 2,
        ("p2", "Platform engineer"): 2,
        ("p3", "Platform engineer"): 2,
        ("p1", "Search"): 1,
        ("p2", "Search"): 1,
        ("p3", "Search"): 1,
    }
    assert found["p1", "Search"].last > found["p1", "Platform engineer"].last


def test_only_the_interviews_asked_for_are_counted(path: Path) -> None:
    for number in range(4):
        save(path, *a_story(Phase.LIVE, f"i{number}", at=7200.0 * number).changes)
    assert exposure.last_number(a_reader(path)) == 4
    whole = {use.prompt: use.interviews for use in exposure.prompt_uses(a_reader(path), 1, 4)}
    assert whole == {"p1": 4, "p2": 4, "p3": 4}
    assert [use.interviews for use in exposure.prompt_uses(a_reader(path), 2, 3)] == [2, 2, 2]
    assert exposure.prompt_uses(a_reader(path), 5, 9) == ()


def test_a_prompt_nobody_saw_is_not_used(path: Path) -> None:
    story = a_story(Phase.LIVE, "i1")
    changes = [c for c in story.changes if getattr(getattr(c, "mark", None), "step", "") != "p3"]
    save(path, *changes)
    assert {use.prompt for use in exposure.prompt_uses(a_reader(path), 1, 99)} == {"p1", "p2"}


def test_forms_are_told_apart(path: Path) -> None:
    kit = a_kit("k", forms=(Form("a"), Form("b", (Swap("p1", "p9"),))), spare=(a_prompt("p9"),))
    save(path, *a_story(Phase.LIVE, "i1", kit=kit.cut(form="a")).changes)
    save(path, *a_story(Phase.TO_REVIEW, "i2", kit=kit.cut(form="b"), at=7200.0).changes)
    save(path, *a_story(Phase.FINALISED, "i3", kit=kit.cut(form="b"), at=14_400.0).changes)
    save(path, *a_story(Phase.PREPARED, "i4", kit=kit.cut(form="b"), at=21_600.0).changes)
    assert {(use.kit, use.form): use.interviews for use in exposure.form_uses(a_reader(path))} == {
        ("k", "a"): 1,
        ("k", "b"): 2,
    }
