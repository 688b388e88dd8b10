"""The exposure ledger's arithmetic, and its nudge."""

from datetime import UTC, datetime, timedelta

from interviewer_app.domain.openings.exposure import FormSuggestion, FormUse, PromptUse, exposures, nudge

DAY = datetime(2026, 9, 14, tzinfo=UTC)


def test_uses_of_a_prompt_are_added_up_over_openings() -> None:
    uses = (
        PromptUse("p1", "Platform", 2, DAY),
        PromptUse("p1", "Search", 5, DAY - timedelta(days=3)),
        PromptUse("p2", "Search", 1, DAY),
    )
    found = exposures(uses)
    assert (found["p1"].times, found["p1"].last) == (7, DAY)
    assert found["p1"].openings == (("Search", 5), ("Platform", 2))
    assert found["p2"].times == 1
    assert "p3" not in found


def test_openings_of_one_title_are_one() -> None:
    found = exposures((PromptUse("p1", "Same", 1, DAY), PromptUse("p1", "Same", 2, DAY)))
    assert found["p1"].openings == (("Same", 3),)


def test_the_nudge_points_to_the_form_used_less() -> None:
    uses = (FormUse("k", "a", 9), FormUse("k", "b", 2), FormUse("other", "b", 50))
    assert nudge("k", ("a", "b"), "a", uses) == FormSuggestion("b", 2, 9)
    assert nudge("k", ("a", "b"), "b", uses) is None


def test_nothing_is_said_of_equal_or_unknown_forms() -> None:
    assert nudge("k", ("a", "b"), "a", ()) is None
    assert nudge("k", ("a",), "a", (FormUse("k", "a", 3),)) is None
    assert nudge("k", ("a",), "z", (FormUse("k", "z", 3),)) is None


def test_a_form_never_used_is_the_one_to_take() -> None:
    assert nudge("k", ("a", "b"), "a", (FormUse("k", "a", 1),)) == FormSuggestion("b", 0, 1)
