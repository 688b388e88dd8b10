"""The words notes are better without, as shipped and as the person changed them. Imported by ui."""

from dataclasses import dataclass
from pathlib import Path

from interviewer_app import assets
from interviewer_app.domain.errors import Problem
from interviewer_app.domain.notes.hygiene import HintsError, Hygiene, groups_of, merged
from interviewer_app.text import _

OWN_FILE = "hints.toml"
"""Name of the person's own list in the data folder."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What to look for; `problem` says that the person's own list could not be used."""

    hygiene: Hygiene
    problem: Problem | None = None


def load(folder: Path | None) -> Hints:
    """The shipped list with the person's own laid over it; a broken one costs nothing but itself."""
    shipped = groups_of(assets.read_text("hints", "en.toml"))
    if folder is None:
        return Hints(Hygiene(shipped))
    path = folder / OWN_FILE
    try:
        own = groups_of(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Hints(Hygiene(shipped))
    except (OSError, UnicodeDecodeError, HintsError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        problem = Problem(
            _("Your list of note hints could not be used: {why}.").format(why=why.rstrip(".")),
            _("Mend {path}; until then the shipped list holds.").format(path=path),
        )
        return Hints(Hygiene(shipped), problem)
    return Hints(Hygiene(merged(shipped, own)))
