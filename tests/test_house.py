"""The rules of the house that no other tool checks."""

import ast
import re
import shutil
import socket
import subprocess
import sys
import tokenize
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import interviewer_app

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "interviewer_app"
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MODULES = sorted(PACKAGE.rglob("*.py"))
CODE = [
    path.relative_to(ROOT).as_posix()
    for name in ("interviewer_app", "packaging", "tests")
    for path in (ROOT / name).rglob("*.py")
]

CORE = ("domain", "kits", "storage", "report", "exchange", "settings", "labels", "text", "assets", "cli")

# Where a name ruff bans everywhere may stand all the same; a name that is not here may stand nowhere.
CLOCK = ("controllers/clock.py", "cli/", "app/")
PLACES = {
    "PySide6.QtWidgets": ("ui/", "app/"),
    "PySide6.QtGui": ("ui/", "app/"),
    "PySide6.QtNetwork": ("app/instance.py",),
    "threading": ("storage/writer.py", "app/crash.py"),
    "datetime.datetime.now": CLOCK,
    "time.time": CLOCK,
    "time.monotonic": (*CLOCK, "storage/writer.py"),
}


def parsed(module: Path) -> ast.Module:
    """The syntax tree of one module."""
    return ast.parse(module.read_text(encoding="utf-8"), filename=str(module))


def place(module: Path) -> str:
    """A module's path inside the package, as PLACES writes it."""
    return module.relative_to(PACKAGE).as_posix()


# -- signals, packages -----------------------------------------------------------------------------


def test_signals_carry_one_object_or_nothing() -> None:
    wrong = [
        f"{place(module)}:{call.lineno}: {ast.unparse(call)}"
        for module in MODULES
        for call in ast.walk(parsed(module))
        if isinstance(call, ast.Call)
        and ast.unparse(call.func).split(".")[-1] == "Signal"
        and ast.unparse(call) not in ("Signal()", "Signal(object)")
    ]
    assert not wrong, "Qt checks no other payload; carry one frozen dataclass: " + "; ".join(wrong)


def test_packages_hold_a_docstring_and_nothing_else() -> None:
    wrong = [
        place(module)
        for module in MODULES
        if module.name == "__init__.py"
        and module.parent != PACKAGE
        and (len(parsed(module).body) != 1 or not ast.get_docstring(parsed(module)))
    ]
    assert not wrong


def test_the_program_and_its_metadata_agree_on_the_version() -> None:
    said = PYPROJECT["project"]["version"]
    assert interviewer_app.__version__ == said
    assert f"## {said}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


# -- names with a place of their own ---------------------------------------------------------------


def imports(tree: ast.Module) -> Iterator[tuple[int, str, str]]:
    """Line, name in the module and full dotted name of everything a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.asname or alias.name, alias.name
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield node.lineno, alias.asname or alias.name, f"{node.module}.{alias.name}"


def names_used(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything a module imports or reaches through an import."""
    known: dict[str, str] = {}
    for line, local, full in imports(tree):
        known[local] = full
        yield line, full
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            dotted = ast.unparse(node)
            first, _, rest = dotted.partition(".")
            yield node.lineno, f"{known[first]}.{rest}" if first in known else dotted


def test_banned_names_stand_only_in_their_place() -> None:
    banned = PYPROJECT["tool"]["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"]
    assert set(PLACES) <= set(banned), "PLACES excuses a name that is not banned"
    wrong = {
        f"{place(module)}:{line}: {name}"
        for module in MODULES
        for line, used in names_used(parsed(module))
        for name in banned
        if (used == name or used.startswith(name + "."))
        and not place(module).startswith(PLACES.get(name, ()))
    }
    assert not wrong, "\n".join(sorted(wrong))


def test_the_domain_stands_on_the_standard_library_alone() -> None:
    allowed = sys.stdlib_module_names | {"_typeshed"}  # the latter exists for type checkers only
    wrong = [
        f"{place(module)}:{line}: {name}"
        for module in sorted((PACKAGE / "domain").rglob("*.py"))
        for line, _, name in imports(parsed(module))
        if name.split(".")[0] not in allowed and not name.startswith("interviewer_app.domain.")
    ]
    assert not wrong


def remarks(module: Path) -> Iterator[tuple[int, str]]:
    """The lines of docstrings and comments with their numbers."""
    with tokenize.open(module) as file:
        for token in tokenize.generate_tokens(file.readline):
            if token.type == tokenize.COMMENT or token.string.startswith('"""'):
                yield from enumerate(token.string.splitlines(), token.start[0])


def is_there(name: str) -> bool:
    """Whether a file, or a dotted name from below the package on, is one of ours."""
    if name.endswith(".py"):
        return any(f"/{path}".endswith(f"/{name}") for path in CODE)
    parts = name.split(".")
    for size in range(len(parts), 0, -1):
        for place in (PACKAGE.joinpath(*parts[:size], "__init__.py"), PACKAGE.joinpath(*parts[:size])):
            module = place if place.suffix else place.with_suffix(".py")
            if module.is_file():
                rest = parts[size : size + 1]
                return all(re.search(rf"\b{word}\b", module.read_text(encoding="utf-8")) for word in rest)
    return False


def test_docstrings_and_comments_name_files_and_modules_that_are_there() -> None:
    floors = "|".join(path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file())
    named = re.compile(rf"(?<![\w/.<-])(?:(?:\w+/)*\w+\.py|(?:{floors})(?:\.[A-Za-z_]+)+)\b(?!\()")
    assert named.findall("see ui/actions.py, storage.writer and self.app.run()") == [
        "ui/actions.py",
        "storage.writer",
    ]
    assert not is_there("controllers/views.py")
    assert not is_there("domain.notes.Edit")
    wrong = [
        f"{place(module)}:{line}: {name}"
        for module in MODULES
        for line, words in remarks(module)
        for name in named.findall(words)
        if not is_there(name)
    ]
    assert not wrong


def test_the_tests_cannot_reach_the_network() -> None:
    with pytest.raises(RuntimeError, match="offline"), socket.socket() as end:
        end.connect(("127.0.0.1", 9))
    with pytest.raises(RuntimeError, match="offline"):
        socket.getaddrinfo("localhost", 80)


# -- size ------------------------------------------------------------------------------------------

AT_MOST = 10
# Classes from before the rule. Nobody may join them, and none of them may grow.
LARGER = {
    "Draft": 14,
    "KitEditorController": 11,
    "PrepareController": 19,
    "MainWindow": 12,
    "OpeningScreen": 11,
}


def public_methods(kind: ast.ClassDef) -> list[str]:
    """What a class does when told: no properties, and nothing it overrides, which another has promised."""
    return [
        method.name
        for method in kind.body
        if isinstance(method, ast.FunctionDef)
        and not method.name.startswith("_")
        and not any(
            re.search(r"\b(override|property|setter)$", ast.unparse(word)) for word in method.decorator_list
        )
    ]


def test_a_class_with_over_ten_public_methods_is_two() -> None:
    wrong = {
        f"{place(module)} {kind.name}": public_methods(kind)
        for module in MODULES
        for kind in ast.walk(parsed(module))
        if isinstance(kind, ast.ClassDef) and len(public_methods(kind)) > LARGER.get(kind.name, AT_MOST)
    }
    assert not wrong


# -- the core without Qt ---------------------------------------------------------------------------

IMPORT_CORE = """
import importlib, pkgutil, sys
sys.modules["PySide6"] = sys.modules["shiboken6"] = None
import interviewer_app
core = sys.argv[1:]
for module in pkgutil.walk_packages(interviewer_app.__path__, "interviewer_app."):
    if module.name.split(".")[1] in core:
        importlib.import_module(module.name)
        print(module.name)
"""


def test_the_core_runs_where_qt_is_not_installed() -> None:
    # Walking imports packages above the core too; they hold a docstring only, see above.
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", IMPORT_CORE, *CORE],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    imported = {name.split(".")[1] for name in done.stdout.split()}
    assert imported == set(CORE)


# -- committed files -------------------------------------------------------------------------------


def committed_files() -> list[Path]:
    """What git holds or is about to; in a tree without git, all that no tool made."""
    if shutil.which("git"):
        listing = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        if listing.returncode == 0:
            names = [ROOT / name for name in listing.stdout.split("\0") if name]
            return [path for path in names if path.is_file()]
    made = re.compile(r"/(\.venv|\.[a-z]+_cache|__pycache__|\.hypothesis|\.git|build|dist)/")
    return [
        path for path in ROOT.rglob("*") if path.is_file() and not made.search(f"/{path.relative_to(ROOT)}")
    ]


def test_no_committed_file_names_a_registry_or_this_machine() -> None:
    forbidden = re.compile(
        r"https?://[^\s\"']*(/simple\b|\.whl|\.tar\.gz)"
        r"|pythonhosted\.|\bpypi\.(org|python)|registry\.npm"
        r"|--(extra-)?index-url|--find-links"
        r"|(?<![\w.])/(root|home/[a-z]+|Users/[A-Za-z]+)/"
        rf"|{re.escape(str(ROOT))}/"
    )
    wrong = []
    for path in committed_files():
        content = path.read_bytes()
        if b"\0" in content or path == Path(__file__):
            continue
        hits = forbidden.finditer(content.decode("utf-8", "replace"))
        wrong += [f"{path.relative_to(ROOT)}: {hit.group()}" for hit in hits]
    assert not wrong, "\n".join(wrong)


# -- pinned packages -------------------------------------------------------------------------------

PIN = re.compile(r"^(?P<name>[\w.-]+)(\[[\w,-]+\])?==(?P<version>\S+)(?P<rest>.*)$")


def pins(name: str) -> dict[str, Version]:
    """Package to version, as one requirements file pins them, each with at least one hash."""
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8").replace("\\\n", " ")
    found: dict[str, Version] = {}
    for line in text.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            pin = PIN.match(line)
            assert pin, f"{name} holds something else than a pin: {line[:80]}"
            assert "--hash=sha256:" in pin["rest"], f"{name}: {pin['name']} has no hash"
            found[canonicalize_name(pin["name"])] = Version(pin["version"])
    return found


def groups(name: str) -> list[str]:
    """What a group of dependencies asks for by itself, without the groups it includes."""
    return [entry for entry in PYPROJECT["dependency-groups"][name] if isinstance(entry, str)]


@pytest.mark.parametrize(
    ("file", "declared"),
    [
        ("requirements.txt", PYPROJECT["project"]["dependencies"]),
        ("requirements-dev.txt", PYPROJECT["project"]["dependencies"]),
        ("requirements-dev.txt", groups("dev")),
        ("requirements-mutate.txt", groups("mutate")),
    ],
    ids=["run", "run in dev", "dev", "mutate"],
)
def test_pins_satisfy_what_pyproject_declares(file: str, declared: list[str]) -> None:
    pinned = pins(file)
    for requirement in map(Requirement, declared):
        version = pinned.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement.name} is not pinned in {file}"
        assert version in requirement.specifier, f"{requirement} is pinned to {version} in {file}"


def test_the_files_pin_the_same_versions() -> None:
    run, dev = pins("requirements.txt"), pins("requirements-dev.txt")
    assert run.items() <= dev.items() <= pins("requirements-mutate.txt").items()
