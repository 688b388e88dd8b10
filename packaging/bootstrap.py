#!/usr/bin/env python3
"""Make the environment and start things in it: run, test, check, bench, mutate, doctor.

Needs nothing but Python and imports nothing but the standard library. The text has to parse on
Python 3.6, because an old interpreter must get far enough to say that it is too old.
"""

import os
import sys

TYPE_CHECKING = False  # typing itself would cost every start 10 ms
if TYPE_CHECKING:
    from typing import NoReturn

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.environ.get("INTERVIEWER_VENV") or os.path.join(ROOT, ".venv")
BIN = os.path.join(VENV, "Scripts" if os.name == "nt" else "bin")
PYTHON = os.path.join(BIN, "python.exe" if os.name == "nt" else "python")
SUITES = os.path.join(ROOT, "packaging", "suites.py")
OLDEST = (3, 11)

# The library Qt asks the loader for -> the Debian package that holds it. The first six serve every Qt
# program, also one without a screen; the rest are what the X11 and Wayland plugins want on top.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
# Program, or file that says it is there -> Debian package, for the tests that open a real window and read
# it as a screen reader does.
WINDOW_TOOLS = {
    "Xvfb": "xvfb",
    "setxkbmap": "x11-xkb-utils",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "xprop": "x11-utils",
    "dbus-daemon": "dbus",
    "/usr/share/dbus-1/services/org.a11y.Bus.service": "at-spi2-core",
}
ARCH_PACKAGES = (
    "glib2 libglvnd dbus fontconfig libxkbcommon libxkbcommon-x11 "
    "libx11 libxcb xcb-util-cursor xcb-util-wm xcb-util-keysyms wayland"
)


def say(text: str) -> None:
    """Print one line at once, so that it stands before what a child prints."""
    print(text, flush=True)


def stop(text: str) -> "NoReturn":
    """End the program, unsuccessful, with a sentence and no traceback."""
    sys.exit("bootstrap: " + text)


def listen(command: "list[str]") -> "tuple[bool, str]":
    """Run a step without its chatter: whether it went well, and all it had to say."""
    import subprocess

    env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.returncode == 0, done.stdout.decode(errors="replace")


def quietly(command: "list[str]", failure: str) -> str:
    """What a step that must go well had to say; when it fails, show that and stop with our sentence."""
    well, text = listen(command)
    if not well:
        say(text)
        stop(failure)
    return text


def become(command: "list[str]") -> int:
    """Go on as another program; where the system cannot do that, wait for it."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    import subprocess

    return subprocess.call(command)


# -- the Python that runs us -----------------------------------------------------------------------


def old_python_sentence(version: "tuple[int, int]") -> str:
    """What to tell the owner of a Python that is too old, or nothing."""
    if version >= OLDEST:
        return ""
    return "Python {}.{} or newer is needed, this is {}.{}.".format(*(OLDEST + version))


def leave_old_python() -> None:
    """Hand over to a newer Python if there is one, or say that one is needed."""
    sentence = old_python_sentence(sys.version_info[:2])
    if not sentence:
        return
    import shutil

    for minor in (14, 13, 12, 11):
        newer = shutil.which("python3." + str(minor))
        if newer:
            become([newer, *sys.argv])
    stop(sentence)


# -- what the system has to bring ------------------------------------------------------------------


def missing_libraries(table: "dict[str, str]") -> "list[str]":
    """The shared libraries of the table that the loader does not find; Linux only."""
    if not sys.platform.startswith("linux"):
        return []
    import ctypes

    missing = []
    for name in table:
        try:
            ctypes.CDLL(name)
        except OSError:
            missing.append(name)
    return missing


def is_here(tool: str) -> bool:
    """Whether a program can be started, or a file is there."""
    import shutil

    return os.path.exists(tool) if os.path.isabs(tool) else shutil.which(tool) is not None


def missing(qt: bool = False, window_tools: bool = False, venv: bool = False) -> "dict[str, str]":
    """What the system has to bring and does not, each with the Debian package that holds it."""
    import importlib.util
    import shutil

    needs: "dict[str, str]" = {}
    if qt:
        needs.update((name, QT_LIBRARIES[name]) for name in missing_libraries(QT_LIBRARIES))
    if window_tools and sys.platform.startswith("linux"):
        needs.update((tool, package) for tool, package in WINDOW_TOOLS.items() if not is_here(tool))
    # Debian keeps ensurepip, without which there is no venv, in a package of its own. uv does without it.
    if venv and not shutil.which("uv") and importlib.util.find_spec("ensurepip") is None:
        needs["ensurepip"] = "python{}.{}-venv".format(*sys.version_info[:2])
    return needs


def apt_names(packages: "list[str]") -> "list[str]":
    """The names this release uses: some packages were renamed to end in t64."""
    names = set()
    for package in packages:
        known = listen(["apt-cache", "pkgnames", package])[1].split()
        names.add(package + "t64" if package + "t64" in known else package)
    return sorted(names)


def install_command(needs: "dict[str, str]") -> str:
    """The exact line that installs what is missing, for the package manager found here."""
    from shutil import which

    if which("apt-get"):
        names = " ".join(apt_names(list(needs.values())))
        return "sudo apt-get update && sudo apt-get install -y --no-install-recommends " + names
    # RPM distributions can be asked for the file itself, whatever its package is called.
    files = " ".join("'{}()(64bit)'".format(n) if ".so." in n else os.path.join("/usr/bin", n) for n in needs)
    for manager, command in (
        ("dnf", "sudo dnf install -y " + files),
        ("zypper", "sudo zypper install -y " + files),
        ("pacman", "sudo pacman -S --needed " + ARCH_PACKAGES),
    ):
        if which(manager):
            return command
    return "(your package manager's install command) " + " ".join(needs)


def apt_install(packages: "list[str]") -> bool:
    """Install Debian packages if we may; False when this is not Debian, not root, or it failed."""
    import shutil

    if os.name == "nt" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    apt = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=120"]
    listen([*apt, "update"])
    names = apt_names(packages)
    say("Installing system packages: " + " ".join(names))
    well, text = listen([*apt, "install", "-y", "--no-install-recommends", *names])
    if not well:
        say(text)
    return well


def provide(qt: bool = False, window_tools: bool = False, venv: bool = False) -> None:
    """Install what is missing, or name it and how to get it; only the window tools can be done without."""
    needs = missing(qt, window_tools, venv)
    if needs and apt_install(list(needs.values())):
        needs = missing(qt, window_tools, venv)
    if not needs:
        return
    sentence = "This system lacks {}.\nInstall with:\n  {}".format(", ".join(needs), install_command(needs))
    if set(needs) <= set(WINDOW_TOOLS):
        say(sentence)
    else:
        stop(sentence)


# -- the environment -------------------------------------------------------------------------------


def recipe(lock: str) -> str:
    """What an environment made from this lock file is known by: the pins, the Python, the place."""
    import hashlib

    with open(lock, "rb") as pins:
        facts = [pins.read(), repr((sys.version_info[:2], ROOT)).encode()]
    return hashlib.sha256(b"\0".join(facts)).hexdigest()


def read_stamp(path: str) -> str:
    """The recipe an environment was made by, or nothing."""
    try:
        with open(path) as stamp:
            return stamp.read()
    except OSError:
        return ""


def lock_file(name: str) -> str:
    """Where a list of pinned packages lies."""
    return os.path.join(ROOT, "packaging", name + ".txt")


def stamp_file(name: str) -> str:
    """Where an environment remembers that the list of this name is installed."""
    return os.path.join(VENV, "." + name)


def is_ready(name: str) -> bool:
    """Whether the environment holds exactly what the list of this name pins."""
    return os.path.exists(PYTHON) and read_stamp(stamp_file(name)) == recipe(lock_file(name))


def make_venv() -> None:
    """An empty environment, made afresh: Qt's wheels do not survive being changed in place."""
    import shutil

    python = getattr(sys, "_base_executable", sys.executable)  # not the one about to be removed
    uv = shutil.which("uv")
    shutil.rmtree(VENV, ignore_errors=True)
    command = [uv, "venv", "-q", "--python", python, VENV] if uv else [python, "-m", "venv", VENV]
    quietly(command, "Python could not make " + VENV)


def install(name: str) -> None:
    """Put the pinned packages of the list, and a path to this tree, into the environment."""
    import shutil

    uv = shutil.which("uv")
    pip = [uv, "pip", "install", "-q", "--python", PYTHON] if uv else []
    pip = pip or [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    lock = lock_file(name)
    quietly([*pip, "--require-hashes", "-r", lock], "The pinned packages could not be installed.")
    where = quietly(
        [PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], "The environment is broken."
    )
    with open(os.path.join(where.strip(), "interviewer_app_source.pth"), "w") as path:
        path.write(ROOT + "\n")


def ensure_environment(name: str, qt: bool = True, window_tools: bool = False) -> None:
    """Leave a system and an environment that hold what the list of this name needs; at once if they do."""
    ready = is_ready(name)
    provide(qt, window_tools, venv=not ready)
    if ready:
        return
    import time

    began = time.monotonic()
    if not is_ready("requirements"):
        make_venv()
    with open(lock_file(name)) as pins:
        count = sum("==" in line for line in pins)
    say("Installing {} pinned packages into {}".format(count, os.path.relpath(VENV)))
    install(name)
    # The development list holds all of the other one.
    for done in ("requirements", name):
        with open(stamp_file(done), "w") as stamp:
            stamp.write(recipe(lock_file(done)))
    say("Environment ready after {:.0f} s".format(time.monotonic() - began))


# -- the sub-commands ------------------------------------------------------------------------------


def wants_window(args: "list[str]") -> bool:
    """Whether these arguments open the window: only options that take it elsewhere, no sub-command."""
    rest = list(args)
    while rest and rest[0].startswith("--data-dir"):
        del rest[: 1 if "=" in rest[0] else 2]
    return not rest


def keep_compiled() -> None:
    """Let Python keep what it compiles; a shell that forbids it would make every start twice as long."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def run(args: "list[str]") -> int:
    """Start the application with these arguments, in the caller's folder."""
    keep_compiled()
    window = wants_window(args)
    screen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if window and sys.platform.startswith("linux") and not screen:
        stop("There is no screen here (no DISPLAY, no WAYLAND_DISPLAY). Start it in a desktop session.")
    ensure_environment("requirements", qt=window)
    return become([PYTHON, "-P", "-m", "interviewer_app", *args])


def test(args: "list[str]") -> int:
    """Run every test; what stands behind `test` goes to pytest."""
    ensure_environment("requirements-dev", window_tools=True)
    return become([PYTHON, SUITES, "test", *args])


def check(_args: "list[str]") -> int:
    """Run every static check and list those that fail."""
    ensure_environment("requirements-dev", qt=False)
    return become([PYTHON, SUITES, "check"])


def bench(args: "list[str]") -> int:
    """Measure; there is nothing to pass or to fail."""
    import subprocess

    keep_compiled()
    ensure_environment("requirements-dev", window_tools=True)
    return subprocess.call([PYTHON, "-m", "tests.benchmarks", *args], cwd=ROOT)


def mutate(args: "list[str]") -> int:
    """Change the program in small ways and see whether the tests notice."""
    ensure_environment("requirements-mutate", window_tools=True)
    return become([PYTHON, os.path.join(ROOT, "packaging", "mutate.py"), *args])


def doctor(_args: "list[str]") -> int:
    """Say what is here and what is missing, and change nothing."""
    ready = is_ready("requirements")
    needs = missing(qt=True, window_tools=True, venv=not ready)
    say("Python       {}.{}.{} at {}".format(*sys.version_info[:3], sys.executable))
    say("Environment  {} {}".format(VENV, "is ready" if ready else "is not made yet"))
    say("System       " + ("lacks " + ", ".join(needs) if needs else "has all it needs"))
    if needs:
        say("Install with\n  " + install_command(needs))
    return 0 if set(needs) <= set(WINDOW_TOOLS) else 1


COMMANDS = {"run": run, "test": test, "check": check, "bench": bench, "mutate": mutate, "doctor": doctor}
USAGE = """usage: python3 packaging/bootstrap.py COMMAND [ARGUMENTS]

  run      start Interviewer; arguments go to it (try: run --help)
  test     every test, in memory and on a real window; arguments go to pytest
  check    style, types, architecture, dead code, dependencies
  bench    the benchmarks; arguments go to them
  mutate   small changes of the program that no test notices; MODULE, --sample, --seed
  doctor   what is here, what is missing, and the command that installs it

The first start makes .venv (or the folder INTERVIEWER_VENV names) from the pinned
packages in packaging/requirements*.txt; later starts use it as it is."""


def main(argv: "list[str]") -> int:
    """Do what the first argument names."""
    leave_old_python()
    if argv and argv[0] in COMMANDS:
        return COMMANDS[argv[0]](argv[1:])
    say(USAGE)
    return 0 if argv and argv[0] in ("-h", "--help") else 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
