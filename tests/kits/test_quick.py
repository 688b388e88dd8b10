"""The short way and the long way agree: what the one lets through, the other finds nothing in."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec import inspect

from interviewer_app.kits import library, plain, quick, shape, source, write
from interviewer_app.kits.findings import Report
from interviewer_app.kits.schema import MAY_LINK, VERBATIM, KitFile
from tests.kits.mutants import _grafted, mutant
from tests.kits.strategies import any_file, tables_of


def both(data: bytes) -> tuple[KitFile | None, KitFile, bool]:
    """What the short way says, what the long way says, and whether the long way found anything."""
    found = source.load(data)
    report = Report("a.toml", found.text, found.tables)
    return quick.build(found.tables, found.text), shape.build(found.tables, report), bool(report.findings)


def agree(data: bytes) -> bool:
    """Whether the short way was taken; it must not differ from the long one."""
    short, long, complained = both(data)
    if short is not None:
        assert not complained
        assert short == long
    return short is not None


@pytest.mark.parametrize("path", library.shipped_paths(), ids=lambda path: path.stem)
def test_shipped_files_go_the_short_way(path: Path) -> None:
    data = source.read_bytes(path)
    assert agree(data)
    assert both(data.replace(b'title = "', b'title = "\\u00e9', 1))[0] is not None
    assert both(data.replace(b'title = "', b'title = "\\u202e', 1))[0] is None


@settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=60)
@given(any_file())
def test_files_out_of_thin_air(file: KitFile) -> None:
    agree(write.text(tables_of(file)).encode())


def test_mutants() -> None:
    dice = random.Random(23)
    taken = sum(agree(_grafted(dice)) for _ in range(700))
    assert 100 < taken < 650
    for number in range(1, 400):
        try:
            agree(mutant(number))
        except source.UnreadableError:
            continue


def test_the_two_lists_of_special_fields_are_those_of_the_types() -> None:
    found: dict[str, set[str]] = {"verbatim": set(), "links": set()}
    waiting: list[tuple[str, inspect.Type]] = [("", plain.described())]
    while waiting:
        name, kind = waiting.pop()
        match kind:
            case inspect.Metadata():
                for key, names in found.items():
                    if (kind.extra or {}).get(key):
                        names.add(name)
                waiting.append((name, kind.type))
            case inspect.VarTupleType():
                waiting.append((name, kind.item_type))
            case inspect.UnionType():
                waiting.extend((name, part) for part in kind.types)
            case inspect.StructType():
                waiting.extend((field.encode_name, field.type) for field in kind.fields)
            case _:
                pass
    assert found == {"verbatim": set(VERBATIM), "links": set(MAY_LINK)}
