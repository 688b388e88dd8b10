"""How text of a kit file is read: what only lays it out is taken away. Imported by kits only."""

import re

_FOLD = re.compile(r"[ \t]*\n[ \t]*")
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")


def folded(text: str) -> str:
    """Paragraphs apart by one empty line, single line breaks as spaces, no blanks around."""
    text = text.strip()
    if "\n" not in text:
        return text
    return "\n\n".join(_FOLD.sub(" ", part.strip()) for part in _PARAGRAPH.split(text))
