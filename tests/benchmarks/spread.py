"""Packets on several processes at once."""

import subprocess
from pathlib import Path

from tests.benchmarks.harness import ROOT, child_env, python


def spread_out(path: Path, count: int, processes: int) -> list[float]:
    """Make `count` packets of the summaries in the file; the peak memory of each process, MiB."""
    env = child_env(PYTHONPATH=str(ROOT))
    share = count // processes
    running = [
        subprocess.Popen(
            python("-m", "tests.benchmarks.children.packets", str(path), str(share)),
            cwd=ROOT,
            env=env,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _process in range(processes)
    ]
    said = [process.communicate()[0] for process in running]
    return [float(words) for words in said]
