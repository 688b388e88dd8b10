"""What clean_roots.py reads from a machine's settings, and what it says at the end."""

import ast
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "packaging" / "clean_roots.py"

ONE_LINE = """\
# deb http://off.example/debian bookworm main
deb-src http://mirror.example/debian bookworm main
deb [arch=amd64 signed-by=/usr/share/keyrings/a.gpg] http://other.example/tools bookworm-tools main  # tools
deb [ arch=amd64 ] http://mirror.example/debian bookworm main contrib
"""
STANZAS = """\
# kept by hand
Types: deb deb-src
URIs: http://mirror.example/debian http://second.example/debian
Suites: trixie
  trixie-updates
Components: main

Types: deb
Enabled: no
URIs: http://off.example/debian
Suites: trixie
Components: main
"""


@pytest.fixture(scope="module")
def clean_roots() -> ModuleType:
    spec = importlib.util.spec_from_file_location("clean_roots", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_imports_nothing_but_the_standard_library() -> None:
    nodes = list(ast.walk(ast.parse(SCRIPT.read_text(encoding="utf-8"))))
    imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module).split(".")[0] for node in nodes if isinstance(node, ast.ImportFrom)}
    assert imported <= sys.stdlib_module_names


def test_it_names_no_host() -> None:
    assert "://" not in SCRIPT.read_text(encoding="utf-8")


def test_sources_of_one_line_are_read(clean_roots: ModuleType) -> None:
    assert list(clean_roots.one_line_entries(ONE_LINE)) == [
        ("http://other.example/tools", ("bookworm-tools",), ("main",)),
        ("http://mirror.example/debian", ("bookworm",), ("main", "contrib")),
    ]


def test_sources_in_stanzas_are_read(clean_roots: ModuleType) -> None:
    suites = ("trixie", "trixie-updates")
    assert list(clean_roots.stanza_entries(STANZAS)) == [
        ("http://mirror.example/debian", suites, ("main",)),
        ("http://second.example/debian", suites, ("main",)),
    ]


def test_the_mirror_is_where_this_release_comes_from(clean_roots: ModuleType) -> None:
    entries = [*clean_roots.one_line_entries(ONE_LINE), *clean_roots.stanza_entries(STANZAS)]
    assert clean_roots.mirror(entries, "bookworm") == "http://mirror.example/debian"
    assert clean_roots.mirror(entries, "forky") == ""


def test_the_way_to_the_mirror_goes_along_without_this_machines_certificates(clean_roots: ModuleType) -> None:
    dump = """\
Acquire::http "";
Acquire::http::Proxy "http://proxy.example:3128";
Acquire::https::CaInfo "/etc/ssl/ours.pem";
Acquire::https::Verify-Peer "true";
APT::Architecture "amd64";
"""
    assert clean_roots.apt_way(dump) == (
        'Acquire::http::Proxy "http://proxy.example:3128";\nAcquire::https::Verify-Peer "true";\n'
    )


def test_pips_settings_go_along_and_folders_of_this_machine_stay(clean_roots: ModuleType) -> None:
    weaker = "[global]\nindex-url = http://old.example/packages\ntimeout = 30\ncert = /etc/ssl/ours.pem\n"
    stronger = """\
[global]
index-url = http://index.example/packages
extra-index-url =
  file:///srv/packages
  http://more.example/packages
"""
    machine = {"PIP_TIMEOUT": "180", "PIP_FIND_LINKS": "/srv/wheels"}
    assert clean_roots.pip_settings([weaker, stronger], machine) == {
        "PIP_INDEX_URL": "http://index.example/packages",
        "PIP_EXTRA_INDEX_URL": "http://more.example/packages",
        "PIP_TIMEOUT": "180",
    }


def test_what_failed_can_be_told_from_what_passed(clean_roots: ModuleType) -> None:
    passed = clean_roots.Outcome("trixie", "3.13.5", "test", 300.4, 0).line()
    failed = clean_roots.Outcome("forky", "3.14.8", "run", 20.0, 1).line()
    assert passed.split() == ["trixie", "3.13.5", "test", "300", "s", "passed"]
    assert "FAILED" in failed


def test_what_goes_to_pytest_stays_together(clean_roots: ModuleType) -> None:
    asked = clean_roots.parse(["trixie", "forky", "--keep", "--tests", "-x", "-k", "not x11"])
    assert (asked.suites, asked.keep, asked.tests) == (["trixie", "forky"], True, ["-x", "-k", "not x11"])
