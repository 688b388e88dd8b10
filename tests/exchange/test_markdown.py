"""The packet as text: everything in it, and nothing a person typed read as markup."""

from dataclasses import replace

import pytest

from interviewer_app.domain.interview import Interview, Phase
from interviewer_app.domain.packet.summary import summarise
from interviewer_app.exchange import markdown
from tests.builders import a_moment, an_interview, an_opening
from tests.full_builders import a_full_interview


def written(interview: Interview, *, show_minutes: bool = True) -> str:
    return markdown.markdown(summarise(interview, a_moment(9_000.0), show_minutes=show_minutes))


def test_it_holds_recommendation_scores_evidence_and_prompts() -> None:
    text = written(an_interview(Phase.FINALISED))
    assert text.startswith("# Ada Example\n")
    assert "## Yes\n\nClear and calm under pressure." in text
    assert "## A Category A: 3" in text
    assert "- C Category C: not observed (out of time)" in text
    assert "said: We would shed load before we queue it [A B]" in text
    assert "### 2 Prompt p2 (" in text
    assert "Finalised: 2026-09-14 1" in text
    assert "UTC+01:00" in text
    assert "Draft" not in text


@pytest.mark.parametrize(
    ("value", "cited", "said"),
    [
        (3, ("n1",), "3"),
        (1, ("n1",), "1, 2 below floor"),
        (3, (), "3, unsupported: no note cited"),
        (2, (), "2, 1 below floor, unsupported: no note cited"),
    ],
)
def test_a_score_says_what_speaks_against_it(value: int, cited: tuple[str, ...], said: str) -> None:
    scored = an_interview(Phase.FINALISED)
    score = replace(scored.score("A"), value=value, cited=cited and scored.score("A").cited[:1])
    text = written(replace(scored, scores={**scored.scores, "A": score}))
    assert f"## A Category A: {said}\n" in text


@pytest.mark.parametrize("phase", [Phase.PREPARED, Phase.LIVE, Phase.TO_REVIEW])
def test_what_is_not_finalised_says_so(phase: Phase) -> None:
    assert "Draft, not finalised" in written(an_interview(phase))


def test_an_interview_with_everything_can_be_written() -> None:
    text = written(a_full_interview())
    assert "- GF-01 (for), 3.1 %: Does what gf-01 says: named the ordér" in text
    assert "### Marks of a live system (prompt 1)" in text
    assert "- Alarms: not ticked" in text
    assert "- Rollback: claimed, 3.2 %; How measured: by hand" in text
    assert "Sample: made up" in text
    assert "What 5 would have needed: a second figure" in text


def test_markup_in_names_and_titles_is_text() -> None:
    text = written(an_interview(candidate="<b>*A*_b_ [x](y) `c` # d", opening=an_opening(title="a\n# b | c")))
    assert text.splitlines()[0] == r"# \<b\>\*A\*\_b\_ \[x\](y) \`c\` \# d"
    assert r"- Opening: a \# b \| c (senior)" in text


def test_a_terminal_gets_the_words_as_typed_and_no_orders() -> None:
    summary = summarise(an_interview(candidate="*Ada*\x1b[31m\nB"), a_moment())
    text = markdown.plain(summary)
    assert text.startswith("# *Ada*")
    assert "\x1b" not in text
    assert text.splitlines()[0].endswith("B")


def test_where_extra_time_must_not_show_no_minutes_are_written() -> None:
    shown, hidden = (written(an_interview(Phase.FINALISED), show_minutes=show) for show in (True, False))
    assert " of 10:00)" in shown
    assert " of 10:00" not in hidden
    assert " % of its time)" in hidden


@pytest.mark.parametrize("text", ["- one", "+ one", "1. one", "12) one", "---", "==="])
def test_a_reason_that_begins_like_a_list_is_a_sentence(text: str) -> None:
    interview = replace(an_interview(Phase.FINALISED), reason=text)
    lines = written(interview).splitlines()
    said = lines[lines.index("## Yes") + 2]
    assert said != text
    assert said.replace("\\", "") == text
    assert markdown.plain(summarise(interview, a_moment())).count(f"\n{text}\n") == 1
