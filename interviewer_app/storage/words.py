"""How text is folded so that a filter finds it whatever its case and accents. For storage alone."""

import re

MAX_TERMS = 12
"""Words of a filter that count; the rest of a pasted text would only cost time."""

INDEXED = 12
"""Characters of a word the full-text index tells apart; it keeps a list for each length up to here."""

_LONGEST = 64
_ASCII_GAPS = re.compile(r"[^0-9a-z]+")


def folded(*texts: str) -> str:
    """The words of the texts, folded, each after a space: a word begins with x when " x" is in the result."""
    joined = " ".join(texts)
    plain = _ASCII_GAPS.sub(" ", joined.lower()) if joined.isascii() else _fold(joined)
    return "".join(" " + word[:_LONGEST] for word in plain.split())


def terms(words: str) -> tuple[str, ...]:
    """The folded words of a filter, each once; none when nothing in it can be looked for."""
    return tuple(dict.fromkeys(folded(words[:1_000]).split()))[:MAX_TERMS]


def _fold(text: str) -> str:
    # Only text beyond ASCII needs the character tables.
    from unicodedata import category, normalize

    plain = normalize("NFKD", normalize("NFKD", text).casefold())
    out = []
    for char in plain:
        kind = category(char)
        if kind == "Mn":
            continue
        # Symbols stay, so that an emoji in a name can be found; the ASCII ones separate, as in the index.
        apart = kind[0] in "ZCP" or (char < "\x80" and not char.isalnum())
        out.append(" " if apart else char)
    return "".join(out)
