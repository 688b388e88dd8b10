"""Words for people, by gettext: `_` and `ngettext`. Everybody above `assets` may import it.

English is written in the code and needs no catalogue, so gettext itself is
imported only when another language is chosen.
"""

from collections.abc import Callable
from typing import Final

from interviewer_app import assets

DOMAIN: Final = "interviewer"


class _State:
    """What the catalogue in force answers; None while the words in the code are the right ones."""

    one: Callable[[str], str] | None = None
    by_count: Callable[[str, str, int], str] | None = None


_state: Final = _State()


def _(message: str) -> str:
    """The message in the chosen language; English when there is no translation."""
    return message if _state.one is None else _state.one(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of a message that suits `count`; the caller fills in the number."""
    if _state.by_count is None:
        return one if count == 1 else many
    return _state.by_count(one, many, count)


def set_language(code: str) -> bool:
    """Choose a language such as "de" or "pt_BR"; False when it has no catalogue, and English stays."""
    _state.one = _state.by_count = None
    if code in ("", "C", "en") or code.startswith("en_"):
        return True
    # gettext costs about 4 ms that English never needs.
    import gettext

    try:
        catalogue = gettext.translation(DOMAIN, assets.path("i18n"), languages=[code])
    except (assets.MissingAsset, OSError):
        return False
    _state.one, _state.by_count = catalogue.gettext, catalogue.ngettext
    return True
