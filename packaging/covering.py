"""Which tests of the core run a line, nearest and shortest first: what packaging/mutate.py asks of them.

Tests with a window are left out: the core is to be held by the tests beside it.
"""

import ast
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from coverage import CoverageData

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / ".mutants"
PACKAGES = ("domain", "storage", "kits", "exchange")
COPIED = ("interviewer_app", "tests", "resources", "packaging", "pyproject.toml", "README.md", "CHANGELOG.md")
WINDOWS = ("ui", "journeys", "benchmarks", "packaging", "app", "kill")
PYTEST = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider"]
BUDGET = 40.0  # seconds of tests one mutant may cost; the farthest and longest are left out


@cache
def source(module: str) -> str:
    """The text of a module."""
    return (ROOT / module).read_text(encoding="utf-8")


@cache
def tree(module: str) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(source(module))


def modules_of(asked: list[str]) -> list[str]:
    """Paths of the modules that are meant: a package, a file or a dotted name; without any, the core."""
    found: list[str] = []
    for name in asked or PACKAGES:
        inside = name.removesuffix(".py").replace(".", "/").removeprefix("interviewer_app/")
        path = ROOT / "interviewer_app" / inside
        files = sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
        found += [file.relative_to(ROOT).as_posix() for file in files if file.name != "__init__.py"]
    # Made-up interviews come from dice: with other dice they are as good.
    return [module for module in found if asked or not Path(module).name.startswith("demo")]


class Tests:
    """The tests of the core by the lines they run, and how long each takes."""

    def __init__(self, stamp: str) -> None:
        self.data = CoverageData(str(KEPT / f"{stamp}.lines"))
        self.data.read()
        known = json.loads((KEPT / f"{stamp}.json").read_text(encoding="utf-8"))
        self.seconds: dict[str, float] = known["seconds"]
        self.failed: set[str] = set(known["failed"])
        self._of: dict[str, dict[int, set[str]]] = {}

    def at(self, module: str, lines: range) -> set[str]:
        """The names of the tests that run one of these lines."""
        if module not in self._of:
            known = self.data.contexts_by_lineno(str(ROOT / module))
            self._of[module] = {n: {c.partition("|")[0] for c in names} - {""} for n, names in known.items()}
        return set().union(*(self._of[module].get(line, set()) for line in lines))

    def of(self, module: str, line: int) -> list[str]:
        """Tests that run what is changed, nearest and shortest first, as many as the budget allows."""
        names = self.at(module, statement(module, line))
        known, new = set[str](), names_at_import(module, line)
        while not names and new - known:
            # It runs at import only: whoever runs a function that mentions what it made, or what that made.
            known |= new
            for other, lines in bodies_with(frozenset(new)):
                names |= self.at(other, lines)
            new = set().union(*(names_at_import(*place) for place in statements_with(frozenset(new))))
        *folders, stem = Path(module).with_suffix("").parts[1:]
        signs = [*(f"/{folder}/" for folder in folders), f"/test_{stem}."]

        def near(name: str) -> tuple[int, float, str]:
            return -sum(sign in name for sign in signs), self.seconds.get(name, 0.0), name

        spent, kept = 0.0, []
        for name in sorted(names - self.failed, key=near):
            spent += self.seconds.get(name, 0.005)
            if kept and spent > BUDGET:
                break
            kept.append(name)
        return kept


def head(node: ast.stmt) -> range:
    """The lines of a statement, decorators included; of a compound one those before its body."""
    body = getattr(node, "body", None)
    first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))])
    last = max(first, body[0].lineno - 1) if body else node.end_lineno or first
    return range(first, last + 1)


def statement(module: str, line: int) -> range:
    """The lines of the innermost statement around a line; where a function begins, those of its body."""
    best = range(line, line + 1)
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.stmt) and line in head(node):
            inside = isinstance(node, ast.FunctionDef)
            best = range(head(node).stop, (node.end_lineno or 0) + 1) if inside else head(node)
    return best


def at_import(module: str) -> Iterator[tuple[ast.stmt, tuple[str, ...]]]:
    """Every statement that runs while the module is imported, with the names of the classes around it."""
    todo: list[tuple[ast.stmt, tuple[str, ...]]] = [(node, ()) for node in tree(module).body]
    while todo:
        node, around = todo.pop()
        yield node, around
        if not isinstance(node, ast.FunctionDef):
            inside = (*around, node.name) if isinstance(node, ast.ClassDef) else around
            todo += [(child, inside) for child in ast.iter_child_nodes(node) if isinstance(child, ast.stmt)]


def names_at_import(module: str, line: int) -> set[str]:
    """What a line that runs while the module is imported gives a name to, and the class it stands in."""
    names: set[str] = set()
    for node, around in at_import(module):
        if line in head(node):
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            names |= {n.id for t in targets if t for n in ast.walk(t) if isinstance(n, ast.Name)} | {*around}
            names |= {node.name} if isinstance(node, ast.FunctionDef | ast.ClassDef) else set()
    return names


@cache
def statements_with(names: frozenset[str]) -> list[tuple[str, int]]:
    """Where a statement that runs at import mentions one of the names."""
    return [
        (module, node.lineno)
        for module in modules_of([])
        for node, _around in at_import(module)
        if mentions(module, head(node), names)
    ]


@cache
def bodies_with(names: frozenset[str]) -> list[tuple[str, range]]:
    """The functions of the core that mention one of the names."""
    return [
        (module, lines)
        for module in modules_of([])
        for node in ast.walk(tree(module))
        if isinstance(node, ast.FunctionDef)
        and mentions(module, lines := range(node.lineno, (node.end_lineno or 0) + 1), names)
    ]


def mentions(module: str, lines: range, names: frozenset[str]) -> bool:
    """Whether one of the names stands in these lines."""
    text = "\n".join(source(module).splitlines()[lines.start - 1 : lines.stop - 1])
    return re.search(rf"\b({'|'.join(names)})\b", text) is not None


def learn() -> Tests:
    """Run the tests of the core once and note which lines each runs; known again while nothing changes."""
    files = [p for d in COPIED[:3] for p in sorted((ROOT / d).rglob("*")) if p.suffix in (".py", ".toml")]
    stamp = hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()[:16]
    if not (KEPT / f"{stamp}.json").exists():
        shutil.rmtree(KEPT, ignore_errors=True)
        KEPT.mkdir()
        print("Learning which tests run which lines ...", flush=True)
        cov = [*(f"--cov=interviewer_app.{p}" for p in PACKAGES), "--cov-context=test", "--cov-report="]
        rest = [f"--ignore=tests/{folder}" for folder in WINDOWS]
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "COVERAGE_FILE": str(KEPT / f"{stamp}.lines")}
        command = [
            *PYTEST,
            f"-n{os.cpu_count()}",
            "--durations=0",
            "--durations-min=0.001",
            *cov,
            *rest,
            "tests",
        ]
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
        failed = re.findall(r"^(?:FAILED|ERROR) (\S.*?)(?: - .*)?$", done.stdout, re.MULTILINE)
        if done.returncode and not failed:
            sys.exit(done.stdout[-3000:] + "\nmutate: the tests could not be run")
        for name in failed:
            print(f"left out, it fails with nothing changed: {name}")
        seconds: Counter[str] = Counter()
        for took, name in re.findall(
            r"^([\d.]+)s (?:call|setup|teardown) +(\S.*)$", done.stdout, re.MULTILINE
        ):
            seconds[name] += float(took)
        known = {"seconds": seconds, "failed": failed}
        (KEPT / f"{stamp}.json").write_text(json.dumps(known), encoding="utf-8")
    return Tests(stamp)
