"""English without a catalogue, any other language with one."""

import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from interviewer_app import assets, text
from interviewer_app.text import _, ngettext


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    text.set_language("en")


def catalogue(messages: dict[str, str]) -> bytes:
    """A compiled gettext catalogue."""
    rows = sorted((key.encode(), value.encode()) for key, value in messages.items())
    start = 28 + 16 * len(rows)
    keys, values, blob = b"", b"", b""
    for at, part in ((0, keys), (1, values)):
        table = b""
        for row in rows:
            table += struct.pack("<II", len(row[at]), start + len(blob))
            blob += row[at] + b"\0"
        keys, values = (table, values) if at == 0 else (keys, table)
        assert part == b""
    head = struct.pack("<7I", 0x950412DE, 0, len(rows), 28, 28 + 8 * len(rows), 0, 0)
    return head + keys + values + blob


def with_catalogue(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = folder / "resources" / "i18n" / "de" / "LC_MESSAGES"
    place.mkdir(parents=True)
    header = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
    messages = {"": header, "Saved": "Gespeichert", "{n} note\0{n} notes": "{n} Notiz\0{n} Notizen"}
    (place / f"{text.DOMAIN}.mo").write_bytes(catalogue(messages))
    monkeypatch.setattr(assets, "_PACKAGE", folder / "package")


def test_english_is_as_written() -> None:
    assert text.set_language("en_GB")
    assert _("Saved") == "Saved"
    assert [ngettext("{n} note", "{n} notes", n).format(n=n) for n in (0, 1, 2)] == [
        "0 notes",
        "1 note",
        "2 notes",
    ]


def test_a_catalogue_speaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_catalogue(tmp_path, monkeypatch)
    assert text.set_language("de")
    assert _("Saved") == "Gespeichert"
    assert ngettext("{n} note", "{n} notes", 1) == "{n} Notiz"
    assert ngettext("{n} note", "{n} notes", 2) == "{n} Notizen"
    assert _("Not in the catalogue") == "Not in the catalogue"


def test_a_language_without_catalogue_leaves_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_catalogue(tmp_path, monkeypatch)
    text.set_language("de")
    assert not text.set_language("tlh")
    assert _("Saved") == "Saved"
