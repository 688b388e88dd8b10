"""What a candidate is told before the call: minutes and topics, and no word of a prompt."""

from dataclasses import replace

from interviewer_app.domain.kits.brief import brief
from interviewer_app.domain.kits.kit import PromptType
from tests.builders import a_kit, a_prompt


def test_it_names_minutes_and_topics_of_each_part() -> None:
    first = a_prompt("p1", topics=("data-quality", "cost"))
    second = a_prompt("p2", topics=("cost", "roll-back"), type=PromptType.TASK)
    told = brief("  Platform engineer ", (replace(a_kit(), prompts=(first, second)), a_kit()))
    assert told.opening == "Platform engineer"
    part, plain = told.parts
    assert (part.prompts, part.asking, part.yours) == (2, 20, 5)
    assert part.topics == ("data quality", "cost", "roll back")
    assert (part.task, plain.task) == (True, False)


def test_no_more_than_ten_topics_are_named() -> None:
    topics = tuple(f"topic-{number}" for number in range(12))
    [part] = brief("", (replace(a_kit(), prompts=(a_prompt(topics=topics),)),)).parts
    assert part.topics == tuple(f"topic {number}" for number in range(10))
