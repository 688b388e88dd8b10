"""Looks for code nobody uses. The methods that the table of actions names are used, though only by name.

Run by suites.py in the environment that bootstrap.py made.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
METHOD = re.compile(r"unused (?:method|function) '(\w+)'")


def called_by_name() -> set[str]:
    """Methods of the table of actions."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    from interviewer_app.ui import actions

    return {row.method for row in actions.table()}


def main() -> int:
    """Vulture's findings but for those methods; 1 when there are any."""
    done = subprocess.run(
        [sys.executable, "-m", "vulture"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    known = called_by_name()
    left = [line for line in done.stdout.splitlines() if not known.intersection(METHOD.findall(line))]
    sys.stdout.write("".join(line + "\n" for line in left))
    sys.stderr.write(done.stderr)
    # 3 is vulture's own code for findings; anything else but 0 is a failure of the tool.
    return int(bool(left) or done.returncode not in (0, 3))


if __name__ == "__main__":
    sys.exit(main())
