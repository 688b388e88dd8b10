"""Which notes are evidence for which category. Everybody may import it.

A tagged line is evidence for the categories it names; an untagged line counts for its prompt's own
categories; a line of help or an unplanned follow-up never is evidence (DESIGN, section 4).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from interviewer_app.domain.interview import Interview
from interviewer_app.domain.kits.kit import Kit
from interviewer_app.domain.live.call import ticked
from interviewer_app.domain.marks import MarkKind
from interviewer_app.domain.notes.note import Marker, Note


@dataclass(frozen=True, slots=True)
class CategoryEvidence:
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
    scored, own = _asking(kit)
    return tuple(letter for letter in note.tags if letter in scored) or own.get(note.step, ())


def evidence(interview: Interview) -> Mapping[str, CategoryEvidence]:
    """Evidence per scored category, notes in the order they stand."""
    # Counted at every tick over all notes: what the kit says is asked for once, not for each of them.
    scored, own = _asking(interview.kit)
    tagged: dict[str, list[Note]] = {letter: [] for letter in scored}
    untagged: dict[str, list[Note]] = {letter: [] for letter in scored}
    for note in interview.notes:
        # Blank ones are not among them.
        if note.marker is Marker.HELP:
            continue
        named = tuple(letter for letter in note.tags if letter in tagged)
        into = tagged if named else untagged
        for letter in named or own.get(note.step, ()):
            into[letter].append(note)
    return {c: CategoryEvidence(tuple(tagged[c]), tuple(untagged[c])) for c in scored}


def _asking(kit: Kit) -> tuple[tuple[str, ...], Mapping[str, tuple[str, ...]]]:
    """The scored letters, and those of each prompt."""
    scored = tuple(category.letter for category in kit.categories)
    return scored, {p.id: tuple(c for c in p.categories if c in scored) for p in kit.prompts}


def help_given(interview: Interview, step: str) -> int:
    """How often help was given in a step: assist probes asked."""
    prompt = interview.kit.prompt(step)
    if prompt is None:
        return 0
    asked = ticked(interview, MarkKind.PROBE, step)
    return sum(probe.assist and probe.id in asked for probe in prompt.probes)
