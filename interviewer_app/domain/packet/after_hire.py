"""What an interview left open about somebody who was hired: the first goals of the work. For everybody."""

from interviewer_app.domain.interview import Interview, PointKind
from interviewer_app.domain.packet.position import HIRE
from interviewer_app.domain.review import below_floor
from interviewer_app.domain.scores import ScoreState


def speaks_for_hiring(interview: Interview) -> bool:
    """Whether it is finalised with a recommendation to hire."""
    return interview.finalised is not None and interview.recommendation in HIRE


def left_open(interview: Interview) -> tuple[tuple[str, str], ...]:
    """Category titles below their floor or not observed with the reason why, then unknowns and concerns.

    Pairs of what it is about and why: `floor`, `not_observed`, or the words of a point.
    """
    out: list[tuple[str, str]] = []
    below = below_floor(interview)
    for category in interview.kit.categories:
        if category.letter in below:
            out.append((category.title, "floor"))
        elif interview.score(category.letter).state is ScoreState.NOT_OBSERVED:
            out.append((category.title, "not_observed"))
    titles = {c.letter: c.title for c in interview.kit.categories}
    for kind in (PointKind.UNKNOWN, PointKind.CONCERN):
        points = (p for p in interview.points if p.kind is kind and p.text.strip())
        out.extend((titles.get(point.letter, ""), point.text.strip()) for point in points)
    return tuple(out)
