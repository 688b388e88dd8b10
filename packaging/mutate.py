"""Changes the program in small ways and looks whether a test notices. Started by bootstrap.py mutate.

Cosmic Ray knows which changes there are; coverage knows which tests run a line, so that only those are asked,
nearest and shortest first. Tests with a window are left out: the core is to be held by the tests beside it.
What nobody can tell apart from the program stands, judged by a person, in packaging/equivalent.toml.
"""

import argparse
import ast
import hashlib
import json
import os
import queue
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import cosmic_ray.plugins
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from coverage import CoverageData

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / ".mutants"
PACKAGES = ("domain", "storage", "kits", "exchange")
COPIED = ("interviewer_app", "tests", "resources", "packaging", "pyproject.toml", "README.md", "CHANGELOG.md")
WINDOWS = ("ui", "journeys", "benchmarks", "packaging", "app", "kill")
PYTEST = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider"]
# Equal values may or may not be one object, and `is None` may be written `== None`; caches only save time.
NO_DIFFERENCE = re.compile(r"_(Eq_Is|NotEq_IsNot|Is_Eq|IsNot_NotEq)$")
NO_DECORATOR = re.compile(r"@(\w+\.)?(cache|lru_cache|override|overload)\b")
BUDGET = 40.0  # seconds of tests one mutant may cost; the farthest and longest are left out


@dataclass(frozen=True)
class Mutant:
    """One change: which operator of Cosmic Ray, at which of its places in a module."""

    module: str
    operator: str
    occurrence: int
    line: int
    column: int


# -- which changes there are -----------------------------------------------------------------------


@cache
def source(module: str) -> str:
    """The text of a module."""
    return (ROOT / module).read_text(encoding="utf-8")


@cache
def tree(module: str) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(source(module))


def idle_lines(module: str) -> set[tuple[int, int]]:
    """Line and column of everything that is there for type checkers alone."""
    spans: list[ast.AST] = []
    for node in ast.walk(tree(module)):
        spans += [n for n in (getattr(node, "annotation", None), getattr(node, "returns", None)) if n]
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            spans += node.body
    return {(n.lineno, n.col_offset) for span in spans for n in ast.walk(span) if hasattr(n, "lineno")}


def mutants(module: str) -> list[list[Mutant]]:
    """Every change of a module, those of one kind at one place together."""
    text, idle = source(module), idle_lines(module)
    rows = text.splitlines()
    nodes = list(ast_nodes(get_ast(text)))
    places: dict[tuple[int, int, str], list[Mutant]] = defaultdict(list)
    for name in cosmic_ray.plugins.operator_names():
        kind = cosmic_ray.plugins.get_operator(name)
        if kind.arguments() or NO_DIFFERENCE.search(name):
            continue
        found = [at for node in nodes for at in kind().mutation_positions(node)]
        for number, ((line, column), (_line, end)) in enumerate(found):
            about_types = any(row == line and column - 2 <= at <= end + 2 for row, at in idle)
            if not about_types and not NO_DECORATOR.search(rows[line - 1]):
                family = re.sub(r"(_[A-Za-z]+)+$", "", name)
                places[line, column, family].append(Mutant(module, name, number, line, column))
    return [places[place] for place in sorted(places)]


def chosen(modules: list[str], sample: int, seed: int) -> list[Mutant]:
    """As many places as asked for, and at each one of its changes."""
    dice = random.Random(seed)  # noqa: S311 - it only has to be the same again
    places = [place for module in modules for place in mutants(module)]
    if sample and sample < len(places):
        places = dice.sample(places, sample)
    return [dice.choice(place) for place in places]


def changed(mutant: Mutant) -> str:
    """The module with the change in it."""
    kind = cosmic_ray.plugins.get_operator(mutant.operator)
    return str(mutate_code(source(mutant.module), kind(), mutant.occurrence))


def difference(mutant: Mutant, text: str) -> tuple[str, str]:
    """The first line that differs, before and after."""
    pairs = zip(source(mutant.module).splitlines(), text.splitlines(), strict=False)
    return next(((a.strip(), b.strip()) for a, b in pairs if a != b), ("", ""))


# -- which tests run a line ------------------------------------------------------------------------


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

    def of(self, mutant: Mutant) -> list[str]:
        """Tests that run what is changed, nearest and shortest first, as many as the budget allows."""
        package = mutant.module.split("/")[1]
        names = self.at(mutant.module, statement(mutant.module, mutant.line))
        for name in names_at_import(mutant.module, mutant.line):
            for other, lines in bodies_with(name):
                names |= self.at(other, lines)
        ordered = sorted(
            names - self.failed, key=lambda n: (f"/{package}/" not in n, self.seconds.get(n, 0.0), n)
        )
        spent, kept = 0.0, []
        for name in ordered:
            spent += self.seconds.get(name, 0.005)
            if kept and spent > BUDGET:
                break
            kept.append(name)
        return kept


def statement(module: str, line: int) -> range:
    """The lines of the innermost statement around a line, of a compound one its head."""
    best = range(line, line + 1)
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or 0):
            body = getattr(node, "body", None)
            last = body[0].lineno - 1 if body and body[0].lineno > line else node.end_lineno
            if not body or body[0].lineno > line:
                best = range(node.lineno, max(last or 0, line) + 1)
    return best


def names_at_import(module: str, line: int) -> set[str]:
    """What a line that runs while the module is imported gives a name to."""
    names: set[str] = set()
    todo: list[ast.stmt] = list(tree(module).body)
    while todo:
        node = todo.pop()
        first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))])
        if not first <= line <= (node.end_lineno or 0):
            continue
        if isinstance(node, ast.FunctionDef):
            return {node.name} if line < node.body[0].lineno else set()
        if isinstance(node, ast.ClassDef):
            names.add(node.name)
        todo += [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.stmt)]
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        names |= {n.id for t in targets if t for n in ast.walk(t) if isinstance(n, ast.Name)}
    return names


@cache
def bodies_with(name: str) -> list[tuple[str, range]]:
    """The functions of the core that have a name in them."""
    found = []
    for module in modules_of([]):
        if re.search(rf"\b{name}\b", source(module)):
            rows = source(module).splitlines()
            for node in ast.walk(tree(module)):
                if isinstance(node, ast.FunctionDef):
                    body = range(node.lineno, (node.end_lineno or 0) + 1)
                    if re.search(rf"\b{name}\b", "\n".join(rows[body.start - 1 : body.stop - 1])):
                        found.append((module, body))
    return found


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


# -- trying them -----------------------------------------------------------------------------------


class Judge:
    """A copy of the tree in which one change after the other is made and undone."""

    def __init__(self, folder: Path, tests: Tests) -> None:
        self.folder, self.tests = folder, tests
        for name in COPIED:
            skip = shutil.ignore_patterns("__pycache__", ".hypothesis")
            copy = partial(shutil.copytree, ignore=skip) if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, folder / name)

    def verdict(self, mutant: Mutant, text: str) -> str:
        """What the tests say of a module that reads like this: killed, survived, not covered or broken."""
        names = self.tests.of(mutant)
        if not names:
            return "not covered"
        (self.folder / "wanted.txt").write_text("\n".join(names), encoding="utf-8")
        path = self.folder / mutant.module
        path.write_text(text, encoding="utf-8")
        try:
            code = self.ask(60 + 5 * sum(self.tests.seconds.get(name, 0.01) for name in names))
        finally:
            path.write_text(source(mutant.module), encoding="utf-8")
        # Two and four: a file of tests could not even be read, so nothing was asked.
        return {0: "survived", 2: "broken", 4: "broken"}.get(code, "killed")

    def ask(self, limit: float) -> int:
        """Run the tests listed in wanted.txt; pytest's exit code, 1 for those that go round in circles."""
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
        more = ["-x", "--no-header", "--hypothesis-profile=mutants", "--hypothesis-seed=1", "@wanted.txt"]
        command, quiet = [*PYTEST, *more], subprocess.DEVNULL
        with subprocess.Popen(
            command, cwd=self.folder, env=env, stdout=quiet, stderr=quiet, start_new_session=True
        ) as run:
            try:
                return run.wait(limit)
            except subprocess.TimeoutExpired:
                os.killpg(run.pid, signal.SIGKILL)
                return 1


@dataclass(frozen=True)
class Result:
    """What became of a mutant; `was` and `now` are the first line that differs."""

    mutant: Mutant
    was: str
    now: str
    verdict: str


def judged(mutant: Mutant, judges: "queue.Queue[Judge]") -> Result:
    """Make the change, ask the tests, undo it, in a copy of the tree that nobody else uses meanwhile."""
    text = changed(mutant)
    judge = judges.get()
    try:
        return Result(mutant, *difference(mutant, text), judge.verdict(mutant, text))
    finally:
        judges.put(judge)


def try_all(todo: list[Mutant], tests: Tests, jobs: int) -> Iterator[Result]:
    """What became of each, as they come."""
    judges: queue.Queue[Judge] = queue.Queue()
    with tempfile.TemporaryDirectory(prefix="mutants-") as scratch, ThreadPoolExecutor(jobs) as pool:
        for number in range(jobs):
            folder = Path(scratch) / str(number)
            folder.mkdir()
            judges.put(Judge(folder, tests))
        for done in as_completed([pool.submit(judged, mutant, judges) for mutant in todo]):
            yield done.result()


def modules_of(asked: list[str]) -> list[str]:
    """Paths of the modules that are meant: a package, a file or a dotted name; without any, the core."""
    found: list[str] = []
    for name in asked or PACKAGES:
        inside = name.removesuffix(".py").replace(".", "/").removeprefix("interviewer_app/")
        path = ROOT / "interviewer_app" / inside
        files = sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
        found += [file.relative_to(ROOT).as_posix() for file in files if file.name != "__init__.py"]
    return found


def main() -> int:
    """Try them, name those nobody noticed, and count."""
    parser = argparse.ArgumentParser(prog="bootstrap.py mutate", description=__doc__.splitlines()[0])
    parser.add_argument("modules", nargs="*", metavar="MODULE", help=f"without any: {', '.join(PACKAGES)}")
    parser.add_argument("--sample", type=int, help="how many places (400 of the core, all of a MODULE)")
    parser.add_argument("--seed", type=int, default=1, help="another seed, another sample (1)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="at a time (one per core)")
    given = parser.parse_args()
    sample = given.sample if given.sample is not None else 0 if given.modules else 400
    todo = chosen(modules_of(given.modules), sample, given.seed)
    equal = tomllib.loads((ROOT / "packaging" / "equivalent.toml").read_text(encoding="utf-8"))["mutants"]
    same = {(e["module"], e["was"], e["now"]) for e in equal}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    try:
        for number, done in enumerate(try_all(todo, learn(), given.jobs), 1):
            inside = done.mutant.module.removeprefix("interviewer_app/")
            known = done.verdict == "survived" and (inside, done.was, done.now) in same
            counts[inside.split("/")[0]]["equivalent" if known else done.verdict] += 1
            if done.verdict in ("survived", "not covered") and not known:
                print(f"{number}/{len(todo)} {done.verdict}: {done.mutant.module}:{done.mutant.line}")
                print(f"  - {done.was}\n  + {done.now}", flush=True)
    except KeyboardInterrupt:
        print("\nStopped; of those that were tried:")
    print(table(counts), flush=True)
    return 0


def table(counts: dict[str, Counter[str]]) -> str:
    """How many of each verdict per package, and the share of those left that nothing noticed."""
    columns = ("killed", "survived", "not covered", "equivalent", "broken")
    rows = [f"{'':<10}" + "".join(f"{column:>13}" for column in columns) + f"{'left':>9}"]
    for package, count in sorted(counts.items()):
        left = count["survived"] + count["not covered"]
        share = 100 * left / max(left + count["killed"], 1)
        numbers = "".join(f"{count[column]:>13}" for column in columns)
        rows.append(f"{package:<10}{numbers}{share:>7.1f} %")
    return "\n" + "\n".join(rows)


if __name__ == "__main__":
    sys.exit(main())
