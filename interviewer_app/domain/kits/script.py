"""Fills the opening and closing scripts of a kit. Everybody may import it.

A script is plain text with placeholders in braces. A part in square brackets is left out when a
placeholder inside it has no value, and parts may be nested:

    [I am {name}[; I work on {team}]. ]We have {minutes} minutes.
"""

import re

PLACEHOLDERS = ("name", "team", "minutes", "n", "q")
"""Interviewer's name, their team, planned minutes in all, number of prompts, minutes for the candidate."""

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_BRACED = re.compile(r"\{([^{}\s]*)\}")


def placeholders(text: str) -> tuple[str, ...]:
    """Every name in braces, in order, known or not."""
    return tuple(_BRACED.findall(text))


def fill_script(text: str, *, name: str, team: str, minutes: int, n: int, q: int) -> str:
    """The script as it is spoken; unknown placeholders stay as they are, values are never read as script."""
    values = {"name": name.strip(), "team": team.strip(), "minutes": str(minutes), "n": str(n), "q": str(q)}

    def keep(part: re.Match[str]) -> str:
        inside = part.group(1)
        return inside if all(values.get(key, key) for key in placeholders(inside)) else ""

    settled = 1
    while settled:
        text, settled = _OPTIONAL.subn(keep, text)
    return _BRACED.sub(lambda found: values.get(found.group(1), found.group(0)), text)
