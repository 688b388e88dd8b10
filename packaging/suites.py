"""Run the tests or the checks, started by bootstrap.py with the Python of the environment."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCREEN = "1600x1000x24"
NOTHING_SELECTED = 5  # pytest's exit code when no test was left to run


# -- tests -----------------------------------------------------------------------------------------


def missing_tools() -> list[str]:
    """The programs without which no real window can be tested."""
    programs = ("Xvfb", "setxkbmap", "openbox", "xdotool", "xprop", "dbus-daemon")
    here = {tool: shutil.which(tool) is not None for tool in programs}
    here["at-spi2-core"] = Path("/usr/share/dbus-1/services/org.a11y.Bus.service").exists()
    return [tool for tool, found in here.items() if not found]


def no_window_reason() -> str:
    """Why the real-window tests cannot run here, or nothing."""
    if not sys.platform.startswith("linux"):
        return "they drive an X server, which only Linux has"
    tools = missing_tools()
    return f"not installed: {', '.join(tools)}" if tools else ""


@contextlib.contextmanager
def window_system(log: Path) -> Iterator[dict[str, str]]:
    """A private X server with a window manager; yields the environment that reaches them."""
    with contextlib.ExitStack() as running:
        messages = running.enter_context(log.open("wb"))
        read_end, write_end = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"],
            pass_fds=[write_end],
            stderr=messages,
        )
        running.callback(end, server)
        os.close(write_end)
        with os.fdopen(read_end) as answer:
            number = answer.readline().strip()  # a free number, written once the server listens
        if not number:
            raise RuntimeError("Xvfb did not start:\n" + log.read_text(errors="replace"))
        env = {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        seen = {**os.environ, **env}
        # Function keys without a second meaning: by newer tables of keys, xdotool holds Alt down for them.
        subprocess.run(["setxkbmap", "-option", "srvrkeys:none"], env=seen, stderr=messages, check=True)
        manager = subprocess.Popen(["openbox"], env=seen, stdout=messages, stderr=messages)
        running.callback(end, manager)
        wait_for_manager(seen)
        yield env


def wait_for_manager(env: dict[str, str]) -> None:
    """Return when the window manager answers."""
    deadline = time.monotonic() + 15
    while subprocess.run(["xdotool", "get_desktop"], env=env, capture_output=True, check=False).returncode:
        if time.monotonic() > deadline:
            raise RuntimeError("openbox did not start within 15 s")
        time.sleep(0.05)


def end(process: subprocess.Popen[bytes]) -> None:
    """Stop a child and wait until it is gone."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def pytest(marker: str, args: list[str], env: dict[str, str]) -> int:
    """One run of pytest over the tests that carry, or do not carry, the marker."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WAYLAND_"))}
    clean.update(env, LC_ALL="C.UTF-8")
    # A real window has the keyboard to itself; what runs in memory is shared out over the cores.
    cores = min(os.cpu_count() or 1, 8)
    own = marker == "x11" or cores == 1 or any(a.startswith(("-n", "-p")) for a in args)
    shared = [] if own else [f"-n{cores}"]
    command = [sys.executable, "-m", "pytest", "-q", "-m", marker, *shared, *args]
    return subprocess.run(command, cwd=ROOT, env=clean, check=False).returncode


def run_tests(args: list[str]) -> int:
    """Every test: those in memory, then those on a real window. Zero if all of them passed."""
    results: dict[str, str] = {}
    codes = []
    began = time.monotonic()
    with measuring(args) as (more, env):
        codes.append(pytest("not x11", [*args, *more], {"QT_QPA_PLATFORM": "offscreen", **env}))
        results["in memory tests"] = outcome(codes[-1], time.monotonic() - began)
        if more:
            below, said = held_to_floors(Path(env["COVERAGE_FILE"]))
            codes.append(int(below))
            results |= said
    reason = no_window_reason()
    if reason:
        in_ci = os.environ.get("CI") == "true"
        codes.append(1 if in_ci else 0)
        results["real window tests"] = f"SKIPPED, {reason}" + (
            " (a failure, because CI=true)" if in_ci else ""
        )
    else:
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as scratch, window_system(Path(scratch) / "log") as env:
            codes.append(pytest("x11", args, env))
        results["real window tests"] = outcome(codes[-1], time.monotonic() - began)
    failed = any(code not in (0, NOTHING_SELECTED) for code in codes) or min(codes) == NOTHING_SELECTED
    print()
    for name, text in results.items():
        print(f"{name:<18} {text}")
    skipped = " (real window not tested)" if reason else ""
    print("RESULT: FAILED" if failed else f"RESULT: PASSED{skipped}", flush=True)
    return 1 if failed else 0


def outcome(code: int, seconds: float) -> str:
    """An exit code of pytest in words."""
    words = {0: "passed", 1: "FAILED", NOTHING_SELECTED: "none selected"}
    return f"{words.get(code, f'FAILED (pytest ended with {code})')}, {seconds:.0f} s"


# -- coverage --------------------------------------------------------------------------------------


@contextlib.contextmanager
def measuring(args: list[str]) -> Iterator[tuple[list[str], dict[str, str]]]:
    """What pytest needs to count lines on its way; nothing when these arguments choose among the tests."""
    if any(not re.fullmatch(r"-[qvsx]+|--maxfail=\d+|-n\d+", arg) for arg in args):
        yield [], {}
        return
    # From 3.12 on Python itself tells which lines run; before, a tracer has to look at every call.
    core = "sysmon" if sys.version_info >= (3, 12) else "ctrace"
    with tempfile.TemporaryDirectory() as scratch:
        yield ["--cov", "--cov-report="], {"COVERAGE_FILE": f"{scratch}/lines", "COVERAGE_CORE": core}


def held_to_floors(data: Path) -> tuple[bool, dict[str, str]]:
    """Whether a package has fewer lines run than pyproject.toml asks for, and a sentence on each."""
    from coverage import Coverage

    floors = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["interviewer"]["coverage_floor"]
    seen = Coverage(data_file=str(data), config_file=str(ROOT / "pyproject.toml"))
    seen.load()
    lines, left = dict.fromkeys(floors, 0), dict.fromkeys(floors, 0)
    for name in seen.get_data().measured_files():
        _name, statements, _excluded, missing, _missing = seen.analysis2(name)
        package = Path(name).relative_to(ROOT / "interviewer_app").parts[0]
        lines[package] += len(statements)
        left[package] += len(missing)
    shares = {package: 100 - 100 * left[package] / max(lines[package], 1) for package in floors}
    said = {f"lines of {p}": f"{share:.2f} %, {left[p]} not run" for p, share in shares.items()}
    short = [package for package, share in shares.items() if share < floors[package]]
    said |= {f"lines of {p}": f"FAILED, {shares[p]:.2f} %, the floor is {floors[p]} %" for p in short}
    return bool(short), said


# -- checks ----------------------------------------------------------------------------------------


def checks() -> dict[str, list[str]]:
    """Name and command of every static check."""
    here = Path(sys.executable).parent
    return {
        "style": [str(here / "ruff"), "check", "--quiet", "."],
        "format": [str(here / "ruff"), "format", "--check", "--quiet", "."],
        "types": [str(here / "mypy")],
        "architecture": [str(here / "lint-imports"), "--no-logo"],
        "dead code": [sys.executable, str(ROOT / "packaging" / "dead_code.py")],
        "dependencies": [str(here / "deptry"), "--no-ansi", "."],
        "module length": [sys.executable, "-m", "pylint", "interviewer_app", "tests", "packaging"],
    }


def run_checks() -> int:
    """All checks side by side; the words of those that fail, then one line for each."""
    env = {**os.environ, "NO_COLOR": "1", "COLUMNS": "110"}
    running = {
        name: subprocess.Popen(
            command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        for name, command in checks().items()
    }
    said = {name: process.communicate()[0].strip() for name, process in running.items()}
    failed = [name for name, process in running.items() if process.returncode]
    for name in failed:
        print(f"-- {name} {'-' * (70 - len(name))}\n{said[name]}\n")
    for name in running:
        print(f"{name:<14} {'FAILED' if name in failed else 'ok'}")
    print(f"RESULT: FAILED ({', '.join(failed)})" if failed else "RESULT: PASSED", flush=True)
    return 1 if failed else 0


def main(argv: list[str]) -> int:
    """Do what the first argument names; leave no child behind when told to stop."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        return run_tests(argv[1:]) if argv[0] == "test" else run_checks()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
