"""Marker and tag of one line of notes, put on and taken off as text. For the notes editor.

Pure functions: a line goes in, the line afterwards comes out.
"""

from interviewer_app.domain.notes.note import Marker, clean, marker_of, tag_spans, tags_of

# Qt takes these two for the edges of a frame and would break the line at them.
_FRAME_EDGES = str.maketrans("\ufdd0\ufdd1", "\ufffd\ufffd")


def storable(text: str) -> str:
    """Text the document and the disk keep alike."""
    # What can be printed is neither an edge nor anything else that would have to go.
    return text if text.isprintable() else clean(text).translate(_FRAME_EDGES)


def with_marker(text: str, marker: Marker) -> str:
    """The line with this marker; without it when it had it already."""
    old = marker_of(text)
    rest = text if old is Marker.PLAIN else text[1:].removeprefix(" ")
    return rest if old is marker else f"{marker.value} {rest}"


def with_tag(text: str, letter: str) -> str:
    """The line tagged with this category at its end; without the tag when it had it already."""
    spans = [span for span in tag_spans(text) if text[span[1] - 1].upper() == letter]
    if not spans:
        bare = not text or text.endswith(" ")
        return f"{text}{'' if bare else ' '}#{letter}"
    for start, end in reversed(spans):
        # One of the two spaces around a tag goes with it.
        lead = start - 1 if start and text[start - 1] == " " else start
        text = text[:lead] + text[end:]
    # What stood in the way of another such tag may just have gone.
    return with_tag(text, letter) if letter in tags_of(text) else text


def utf16(text: str) -> int:
    """Length as Qt counts it: an emoji is two."""
    return len(text) if text.isascii() else len(_units(text)) // 2


def chars(text: str, units: int) -> int:
    """How many characters of a text so many of Qt's units are."""
    return units if text.isascii() else len(_units(text)[: 2 * units].decode("utf-16-le", "ignore"))


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")
