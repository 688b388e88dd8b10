"""How wide the columns of the library are. For ui/library."""

from typing import Final

from interviewer_app.ui.library.table_model import Column

# Width wanted and least width, logical pixels at 100 %.
_WANTED: Final = {
    Column.CANDIDATE: 208,
    Column.OPENING: 248,
    Column.KIT: 184,
    Column.WHEN: 136,
    Column.PHASE: 128,
    Column.MISSING: 336,
}
_LEAST: Final = {
    Column.CANDIDATE: 128,
    Column.OPENING: 160,
    Column.KIT: 112,
    Column.WHEN: 136,
    Column.PHASE: 112,
    Column.MISSING: 232,
}
# Who gives way first when the window is narrow.
_GIVES: Final = (Column.MISSING, Column.KIT, Column.OPENING, Column.CANDIDATE, Column.PHASE)
# Who goes altogether when giving way was not enough; the row's screen says these too.
_GOES: Final = (Column.KIT, Column.OPENING)
# Who gets room back first when a column that went left more than was needed.
_GETS: Final = (Column.CANDIDATE, Column.OPENING)
MARGIN: Final = 16


def widths(room: int, scale: float = 1.0) -> dict[Column, int]:
    """Pixels per column that fill `room` together; 0 hides a column for which there is no room.

    The first column holds the leading margin, Missing takes whatever is spare. Narrower than candidate, when,
    phase and missing, the table scrolls.
    """
    wanted = {column: round(width * scale) for column, width in _WANTED.items()}
    wanted[Column.CANDIDATE] += round(MARGIN * scale)
    made = dict(wanted)
    short = sum(made.values()) - room
    for column in _GIVES:
        if short <= 0:
            break
        least = round((_LEAST[column] + (MARGIN if column == Column.CANDIDATE else 0)) * scale)
        given = min(short, made[column] - least)
        made[column] -= given
        short -= given
    for column in _GOES:
        if short > 0:
            short -= made[column]
            made[column] = 0
    spare = max(0, -short)
    for column in _GETS:
        # What went may have left more than was needed: names are read first.
        if made[Column.KIT] == 0 and made[column]:
            back = min(spare, wanted[column] - made[column])
            made[column] += back
            spare -= back
    made[Column.MISSING] += spare
    return made
