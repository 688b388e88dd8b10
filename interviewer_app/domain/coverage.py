"""Which notes are evidence for which category. Everybody may import it.

A tagged line is evidence for the categories it names; an untagged line counts for its prompt's own
categories; a line of help or an unplanned follow-up never is evidence (DESIGN, section 4).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from interviewer_app.domain.call import ticked
from interviewer_app.domain.interview import Interview
from interviewer_app.domain.kit import Kit
from interviewer_app.domain.marks import MarkKind
from interviewer_app.domain.notes import Marker, Note


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a category has so far: notes tagged with it and untagged notes of its own prompts."""

    tagged: tuple[Note, ...] = ()
    untagged: tuple[Note, ...] = ()

    @property
    def count(self) -> int:
        """Notes in all."""
        return len(self.tagged) + len(self.untagged)


def letters_of(kit: Kit, note: Note) -> tuple[str, ...]:
    """The scored categories a note is evidence for; none for help and for blank lines."""
    if note.marker is Marker.HELP or note.blank:
        return ()
    scored = tuple(c.letter for c in kit.categories)
    tags = tuple(letter for letter in note.tags if letter in scored)
    if tags:
        return tags
    prompt = kit.prompt(note.step)
    return tuple(c for c in prompt.categories if c in scored) if prompt is not None else ()


def evidence(interview: Interview) -> Mapping[str, Evidence]:
    """Evidence per scored category, notes in the order they stand."""
    kit = interview.kit
    tagged: dict[str, list[Note]] = {c.letter: [] for c in kit.categories}
    untagged: dict[str, list[Note]] = {c.letter: [] for c in kit.categories}
    for note in interview.notes:
        letters = letters_of(kit, note)
        named = set(note.tags)
        for letter in letters:
            (tagged if letter in named else untagged)[letter].append(note)
    return {c: Evidence(tuple(tagged[c]), tuple(untagged[c])) for c in tagged}


def help_given(interview: Interview, step: str) -> int:
    """How often help was given in a step: assist probes asked."""
    prompt = interview.kit.prompt(step)
    if prompt is None:
        return 0
    asked = ticked(interview, MarkKind.PROBE, step)
    return sum(probe.assist and probe.id in asked for probe in prompt.probes)
