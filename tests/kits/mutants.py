"""Malformed kit files without end, each from a number: the same number gives the same bytes."""

import datetime as dt
import random
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from interviewer_app.kits import library, write

DATA = Path(__file__).parent.parent / "data" / "kits"

VALUES = (
    *("0", "-1", "10", "1e400", "-0.0", "nan", "-inf", "0x7fffffffffffffff", "99999999999999999999", "1_000"),
    *("true", "false", '""', '"x"', "''", '"""\n"""', '"\\u0000"', '"\\u202e"', '"\\ud800"', '"\\U0010FFFF"'),
    *("2026-11-20", "2026-02-30", "2026-11-20T10:00:00Z", "10:00:00", "1979-05-27T00:32:00.999999-07:00"),
    *("[]", "{}", "[[]]", "[{}]", "[1, 'a', 2.0]", "{ a = 1 }", "{ a.b.c = [] }", "[[[[[[[[]]]]]]]]", "[,]"),
    *(
        "'<script>x</script>'",
        "'https://example.org/'",
        "'javascript:1'",
        "'\u202eabc'",
        "'\u0085'",
        "'e\u0301'",
    ),
    *("'" + "x" * 5_000 + "'", "[" + "1," * 3_000 + "]", '"' + "<b>" * 2_000 + '"', "'" + "a-" * 400 + "'"),
)
GRAFTS: tuple[Any, ...] = (
    *(
        "",
        " ",
        "x",
        "A",
        "a-b",
        "X" * 300,
        "bread-01",
        "bread-02",
        "A b",
        "-",
        "1.0.0",
        "9.9.9",
        "e\u0301" * 50,
    ),
    *(
        "a\n\nb",
        "<b>x</b>",
        "http://x",
        "\u202e",
        "\ufffe",
        "Do you know it?",
        "Why? How?",
        "{name",
        "{x}",
        "[[]",
    ),
    *(
        0,
        1,
        -1,
        2,
        3,
        5,
        60,
        61,
        120,
        10**30,
        1.5,
        float("nan"),
        True,
        False,
        dt.date(1, 1, 1),
        dt.time(1, 2),
    ),
    *(
        [],
        {},
        [[]],
        [{}],
        [1],
        ["a", "a"],
        {"id": 1},
        {"A": 9},
        {"": {}},
        [{"id": "x"}] * 3,
        ["A", "A", "B", "C"],
    ),
    *(
        "pilot",
        "draft",
        "retired",
        "unscored",
        "no_genai",
        "en-Latn-DE",
        "zz",
        "opening",
        "close",
        "questions",
    ),
)
SCRAPS = (
    *(
        "[[prompts]]\n",
        "[[kits]]\n",
        "[kits]\n",
        "[prompts.x]\n",
        "[[scorecards.categories]]\n",
        "[[a.b.c]]\n",
    ),
    *(
        '"" = 1\n',
        '"a b" = 1\n',
        "a.b.c = 1\n",
        "= 1\n",
        "id\n",
        "id = \n",
        '"""',
        "'''",
        "#",
        "]]",
        "}",
        "\\",
    ),
    *(
        "\u202e",
        "\u2066",
        "\u200f",
        "\ufeff",
        "\x00",
        "\x07",
        "\x1b[31m",
        "\x7f",
        "\r",
        "\x85",
        "\u2028",
        "“",
    ),
    *(
        "\U000e0041",
        "\ufffe",
        "🧑\u200d🚒",
        "é" * 40,
        "e\u0301",
        "\t" * 300,
        "{" * 90,
        "[" * 90,
        "a." * 70,
        "9" * 4_500,
    ),
)
BAD_BYTES = (b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\x80", b"\xfe\xff", b"\xc0\xaf")


@cache
def sources() -> tuple[bytes, ...]:
    """What is mutated; the small ones often, so that many mutants are cheap."""
    small = [(DATA / name).read_bytes() for name in ("small.toml", "full.toml")]
    shipped = sorted((path.read_bytes() for path in library.shipped_paths()), key=len)
    return (*small * 8, *shipped[:6] * 2, *shipped)


def mutant(number: int) -> bytes:
    """The file with this number."""
    dice = random.Random(number)
    if number % 500 == 0:
        return dice.choice(HUGE)(dice)
    kind = dice.random()
    if kind < 0.05:
        return dice.choice(HOSTILE)(dice)
    if kind < 0.35:
        return _grafted(dice)
    data = dice.choice(sources())
    for _ in range(dice.choice((1, 1, 1, 2, 3, 8))):
        data = dice.choice(WAYS)(data, dice)
    return data


def _flip(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + bytes([dice.randrange(256)]) + data[at + 1 :]


def _spoil(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + dice.choice(BAD_BYTES) + data[at:]


def _scrap(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + dice.choice(SCRAPS).encode("utf-8", "surrogatepass") + data[at:]


def _cut(data: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(data) + 1)
    return data[:start] + data[start + dice.choice((1, 1, 5, 40, 400, 10**7)) :]


def _repeat(data: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(data) + 1)
    piece = data[start : start + dice.choice((1, 10, 200, 3_000))]
    return data[:start] + piece * dice.choice((2, 2, 5)) + data[start:]


def _lines(data: bytes, dice: random.Random) -> bytes:
    """A line gone, doubled, moved or cut off; a few shuffled."""
    lines = data.split(b"\n")
    at = dice.randrange(len(lines))
    match dice.randrange(5):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            lines.insert(dice.randrange(len(lines)), lines.pop(at))
        case 3:
            lines[at] = lines[at][: dice.randrange(len(lines[at]) + 1)]
        case _:
            some = lines[at : at + 12]
            dice.shuffle(some)
            lines[at : at + 12] = some
    return b"\n".join(lines)


def _value(data: bytes, dice: random.Random) -> bytes:
    """Another value, mostly of another type, in the place of one on a line of its own or in a table."""
    lines = data.split(b"\n")
    places = [n for n, line in enumerate(lines) if b" = " in line]
    if not places:
        return data + b"\nx = 1"
    at = dice.choice(places)
    parts = lines[at].split(b" = ")
    cut = dice.randrange(1, len(parts))
    rest = b", " + parts[cut].partition(b", ")[2] if b"{" in lines[at] and b", " in parts[cut] else b""
    parts[cut] = dice.choice(VALUES).encode() + rest
    lines[at] = b" = ".join(parts)
    return b"\n".join(lines)


def _name(data: bytes, dice: random.Random) -> bytes:
    """A field by a wrong name."""
    words = [
        b"id",
        b"title",
        b"minutes",
        b"prompt",
        b"text",
        b"version",
        b"lines",
        b"items",
        b"kits",
        b"probes",
    ]
    return data.replace(
        dice.choice(words), dice.choice([b"i d", b"", b"Title", b"x" * 300, b"1", b'"\\n"']), 1
    )


def _other(data: bytes, dice: random.Random) -> bytes:
    """A stretch of one file in the middle of another."""
    piece = dice.choice(sources())
    start, at = dice.randrange(len(piece)), dice.randrange(len(data) + 1)
    return data[:at] + piece[start : start + 2_000] + data[at:]


def _grafted(dice: random.Random) -> bytes:
    """Sound TOML, a sound file but for a few values: what reaches the rules behind the parser."""
    tables = deepcopy(dice.choice(_trees()))
    for _ in range(dice.choice((1, 1, 2, 4))):
        holder, key = dice.choice(_places(tables))
        match dice.randrange(4):
            case 0:
                del holder[key]
            case 1:
                other, name = dice.choice(_places(dice.choice(_trees())))
                holder[key] = deepcopy(other[name])
            case 2 if isinstance(holder, list):
                holder.insert(key, deepcopy(holder[key]))
            case _:
                holder[key] = dice.choice(GRAFTS)
    return write.text(tables).encode()


@cache
def _trees() -> tuple[dict[str, Any], ...]:
    return tuple(library.load_file(DATA / name) for name in ("small.toml", "full.toml"))


def _places(tree: Any) -> list[tuple[Any, Any]]:
    """Every holder and key in a tree; never none, for a file has a format."""
    found: list[tuple[Any, Any]] = []
    waiting = [tree]
    while waiting:
        holder = waiting.pop()
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        found += [(holder, key) for key in keys]
        waiting += [holder[key] for key in keys if isinstance(holder[key], dict | list)]
    return found or [({"x": 1}, "x")]


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    *(_flip, _spoil, _scrap, _cut, _repeat, _lines, _value, _value, _value, _name, _other),
)

HEAD = b'format = "interview-kit"\nformat_version = 1\n'


def _deep(dice: random.Random) -> bytes:
    depth = dice.choice((5, 50, 100, 200, 330, 500, 990, 5_000, 100_000))
    opened, closed = dice.choice(((b"[", b"]"), (b"{a=", b"}"), (b"[{a=", b"}]"), (b"[[", b"]]")))
    return HEAD + b"prompts = " + opened * depth + b"1" + closed * dice.choice((depth, 0))


def _deep_names(dice: random.Random) -> bytes:
    depth = dice.choice((10, 60, 63, 64, 300, 3_000))
    path = b".".join(dice.choice((b"a", b'"b c"', b"'x'")) for _ in range(depth))
    return HEAD + dice.choice((b"[%s]\n", b"[[%s]]\n", b"%s = 1\n", b"x = {%s = 1}\n")) % path


def _noise(dice: random.Random) -> bytes:
    return dice.randbytes(dice.choice((1, 30, 3_000)))


def _tokens(dice: random.Random) -> bytes:
    """Pieces of the grammar in any order."""
    pieces = (
        "[",
        "]",
        "{",
        "}",
        "=",
        ".",
        ",",
        "\n",
        " ",
        "#",
        '"',
        "'",
        '"""',
        "'''",
        "\\",
        "id",
        "kits",
        "1",
        "true",
    )
    chosen = dice.choices((*pieces, *VALUES, *SCRAPS), k=dice.choice((3, 30, 120)))
    return (HEAD if dice.random() < 0.5 else b"") + "".join(chosen).encode("utf-8", "surrogatepass")


def _many(dice: random.Random) -> bytes:
    entry = dice.choice(
        (b"[[prompts]]\n", b"[[kits]]\nid = 3\n", b"[[a]]\n", b"[[scorecards]]\n[[scorecards.categories]]\n")
    )
    return HEAD + entry * dice.choice((10, 300, 700))


HOSTILE: tuple[Callable[[random.Random], bytes], ...] = (_deep, _deep_names, _noise, _tokens, _many)


def _big(dice: random.Random) -> bytes:
    """As large as is read at all, or one byte more."""
    unit = dice.choice(
        (b"#\n", b"a" * 99 + b"\n", b"x.", b"[[prompts]]\n", b'"', b"[", b"\n", b"id = 1\n", b"'''\n")
    )
    size = 512 * 1024 if unit == b"[[prompts]]\n" else 2 * 1024 * 1024
    return (HEAD + unit * (size // len(unit) + 1))[: size + dice.choice((0, 1))]


def _long_text(dice: random.Random) -> bytes:
    unit = dice.choice(
        ("x", "word ", "\\n", "\\u202e", "é", "<b>", "a. ", "\n\n", " \n", "\\\\", '""\\"', "{name}", "- ")
    )
    text = unit * (700_000 // len(unit.encode()))
    field = dice.choice(("title", "opening_script", "id", "licence", "language", "attribution"))
    return HEAD + f'{field} = """{text}"""\n'.encode()


def _long_prompt(dice: random.Random) -> bytes:
    small = (DATA / "small.toml").read_text(encoding="utf-8")
    filler = dice.choice(("a and ", "Why? ", "tell me; ", "12 ", "[x] ", "do you know ", "ab-"))
    return small.replace("How did you notice?", filler * (400_000 // len(filler))).encode()


HUGE: tuple[Callable[[random.Random], bytes], ...] = (_big, _long_text, _long_prompt)
