"""What a candidate is told before the call: format, minutes, topics, and no question. For everybody."""

from collections.abc import Sequence
from dataclasses import dataclass

from interviewer_app.domain.kits.kit import Kit, PromptType, Stage

MOST_TOPICS = 10
"""Topics named per interview; more would be read as a syllabus."""


@dataclass(frozen=True, slots=True)
class BriefPart:
    """One interview: whole minutes in all, of questions, of the candidate’s own; topics in plain words."""

    stage: Stage
    minutes: int
    prompts: int
    asking: int
    yours: int
    topics: tuple[str, ...]
    task: bool


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole loop as the candidate meets it."""

    opening: str
    parts: tuple[BriefPart, ...]


def brief(opening: str, loop: Sequence[Kit]) -> Brief:
    """The brief of an opening; it takes no word of any prompt, only topics and minutes."""
    return Brief(opening.strip(), tuple(map(_part, loop)))


def _part(kit: Kit) -> BriefPart:
    words = [topic.replace("-", " ") for p in kit.prompts for topic in p.topics]
    return BriefPart(
        stage=kit.stage,
        minutes=kit.minutes,
        prompts=len(kit.prompts),
        asking=sum(p.minutes for p in kit.prompts),
        yours=kit.variant.frame.questions,
        topics=tuple(dict.fromkeys(words))[:MOST_TOPICS],
        task=any(p.type is PromptType.TASK for p in kit.prompts),
    )
