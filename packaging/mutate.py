"""Changes the program in small ways and looks whether a test notices. Started by bootstrap.py mutate.

Cosmic Ray knows which changes there are, covering.py which tests run a line, so that only those are asked.
What nobody can tell apart from the program stands, judged by a person, in packaging/equivalent.toml.
"""

import argparse
import ast
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
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path

import cosmic_ray.plugins
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from covering import COPIED, PACKAGES, PYTEST, ROOT, Tests, learn, modules_of, source, tree

# Equal values may or may not be one object, and `is None` may be written `== None`.
NO_DIFFERENCE = re.compile(r"_(Eq_Is|NotEq_IsNot|Is_Eq|IsNot_NotEq)$")
# Caches and slots only save time; that nothing frozen is changed is what the types are checked for.
NOTHING_TO_SEE = re.compile(r"@((\w+\.)?(cache|lru_cache|override|overload)\b|dataclass\()|if TYPE_CHECKING:")


@dataclass(frozen=True)
class Mutant:
    """One change: which operator of Cosmic Ray, at which of its places in a module."""

    module: str
    operator: str
    occurrence: int
    line: int
    column: int


# -- which changes there are -----------------------------------------------------------------------


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
            if not about_types and not NOTHING_TO_SEE.search(rows[line - 1]):
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
    """The first lines that differ, before and after."""
    before, after = source(mutant.module).splitlines(), text.splitlines()
    for tag, *at in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            return " ".join(" ".join(before[at[0] : at[1]]).split()), " ".join(
                " ".join(after[at[2] : at[3]]).split()
            )
    return "", ""


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
        names = self.tests.of(mutant.module, mutant.line)
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
    with tempfile.TemporaryDirectory(prefix="mutants-") as scratch:
        for number in range(jobs):
            folder = Path(scratch) / str(number)
            folder.mkdir()
            judges.put(Judge(folder, tests))
        pool = ThreadPoolExecutor(jobs)
        try:
            for done in as_completed([pool.submit(judged, mutant, judges) for mutant in todo]):
                yield done.result()
        finally:
            pool.shutdown(cancel_futures=True)


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
