"""Writes the lists of pinned packages anew from pyproject.toml: packaging/requirements*.txt, with hashes.

What still fits stays as it is; arguments go to uv (`--upgrade`, `--upgrade-package NAME`). No list names
where the packages come from: each machine has its own registry.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LISTS = {"requirements": (), "requirements-dev": ("dev",), "requirements-mutate": ("mutate",)}
"""The groups of pyproject.toml that each list holds besides the packages of the program."""


def command(uv: str, name: str, arguments: list[str]) -> list[str]:
    """The call of uv that writes one list; all lists pin the same versions."""
    made = [uv, "pip", "compile", "-q", "--universal", "--python-version", "3.11", "--generate-hashes"]
    # pip, unlike uv, wants the extras of a pinned package beside its name.
    made += [
        "--no-strip-extras",
        "--no-header",
        "--no-emit-index-url",
        "-o",
        f"packaging/{name}.txt",
        *arguments,
    ]
    for group in LISTS[name]:
        made += ["--group", group]
    if LISTS[name]:
        made += ["-c", "packaging/requirements.txt"]
    return [*made, "pyproject.toml"]


def main(arguments: list[str]) -> int:
    """Every list in turn, the shortest first; the others are bound by it."""
    uv = shutil.which("uv")
    if uv is None:
        sys.exit("pins: uv is needed for this: python3 -m pip install uv")
    for name in LISTS:
        code = subprocess.run(command(uv, name, arguments), cwd=ROOT, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
