"""Measure everything, or some: python -m tests.benchmarks [--json FILE] [--only NAME] [--quick] [--keep DIR].

Each subject runs in a process of its own, so that none measures what another left behind.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.harness import ROOT, child_env
from tests.benchmarks.subjects import SUBJECTS, Subject
from tests.benchmarks.table import Record, machine, table

_CHATTER = ("{", "This plugin does not support", "Openbox-Message")
"""Lines of a subject that are rows, or that say what no figure depends on."""


def options(arguments: list[str]) -> argparse.Namespace:
    """The command line."""
    names = [subject.name for subject in SUBJECTS]
    listed = "\n".join(f"  {subject.name:<10} {subject.about}" for subject in SUBJECTS)
    parser = argparse.ArgumentParser(
        prog="bench",
        description="Measure; there is nothing to pass or to fail.",
        epilog="subjects:\n" + listed,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--only", action="append", choices=names, metavar="NAME", help="this subject; repeatable"
    )
    parser.add_argument(
        "--quick", action="store_true", help="few rounds, small databases: to see that it works"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="keep the made-up databases there for the next run"
    )
    return parser.parse_args(arguments)


def run(subject: Subject, data: Path, *, quick: bool) -> list[Record]:
    """The rows of one subject; none, and a word about it, when it broke down."""
    command = [sys.executable, "-m", "tests.benchmarks.one", subject.name, "--data", str(data)]
    if quick:
        command.append("--quick")
    env = child_env(QT_QPA_PLATFORM="offscreen")
    begun = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    records = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    print(f"== {subject.name}: {subject.about} ({time.monotonic() - begun:.0f} s)")
    if records:
        print(table(records))
    said = [line for line in (done.stdout + done.stderr).splitlines() if not line.startswith(_CHATTER)]
    print(*said, sep="\n", end="\n" if said else "")
    if done.returncode:
        print(f"{subject.name} ended early with {done.returncode}; what it said stands above.")
    print(flush=True)
    return [{"subject": subject.name, **record} for record in records]


def main(arguments: list[str]) -> int:
    """Run what is wanted; zero whatever the figures say."""
    wanted = options(arguments)
    facts = machine()
    print("  ".join(f"{name} {value}" for name, value in facts.items()), flush=True)
    with tempfile.TemporaryDirectory(prefix="iv-bench-") as temporary:
        data: Path = wanted.keep or Path(temporary)
        data.mkdir(parents=True, exist_ok=True)
        chosen = [s for s in SUBJECTS if not wanted.only or s.name in wanted.only]
        records = [record for subject in chosen for record in run(subject, data, quick=wanted.quick)]
    missed = sum(record["met"] is False for record in records)
    aimed = sum(record["met"] is not None for record in records)
    print(f"{len(records)} figures; {aimed - missed} of {aimed} aims reached.")
    if wanted.json:
        text = json.dumps({"machine": facts, "quick": wanted.quick, "rows": records}, indent=1)
        wanted.json.write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
