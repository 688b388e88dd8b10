#!/usr/bin/env python3
"""Run both commands of the README in bare roots of Debian releases.

    python3 packaging/clean_roots.py bookworm trixie forky

A root holds Debian's minimal system and python3, nothing else, as the machine of somebody new to the project
might; what the commands need beyond that they have to bring themselves. The mirror, the way to it and the
certificates are this machine's own: they are read from the settings of apt and of pip. Needs Debian, root's
rights, git and debootstrap; imports nothing but the standard library.
"""

import argparse
import configparser
import os
import platform
import shutil
import signal
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
TREE = "srv/interviewer"
"""Where the committed tree lies in a root."""

CERTIFICATES = "etc/ssl/certs/of-the-machine.pem"
SCRIPTS = Path("/usr/share/debootstrap/scripts")
PIP_FILES = ("/etc/xdg/pip/pip.conf", "/etc/pip.conf", "~/.pip/pip.conf", "~/.config/pip/pip.conf")
PIP_OPTIONS = ("index-url", "extra-index-url", "trusted-host", "proxy", "timeout", "retries")
PROXIES = ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")
MOUNTED = """set -e
mount -t proc proc "$1/proc"
mount --rbind /dev "$1/dev"
mount -t tmpfs -o mode=755 tmpfs "$1/run"
root=$1 tree=$2; shift 2
exec chroot "$root" /usr/bin/env -i -C "/$tree" "$@"
"""
"""Runs a command in a root, with the parts of a system that a folder cannot hold; the mounts end with it."""


class Entry(NamedTuple):
    """What one source of apt offers."""

    uri: str
    suites: tuple[str, ...]
    components: tuple[str, ...]


class Outcome(NamedTuple):
    """How one command ended in one root."""

    suite: str
    python: str
    command: str
    seconds: float
    code: int

    def line(self) -> str:
        """One row of the table at the end."""
        words = "passed" if self.code == 0 else f"FAILED ({self.code})"
        return f"{self.suite:<10} {self.python:<8} {self.command:<8} {self.seconds:6.0f} s  {words}"


# -- what this machine's settings say --------------------------------------------------------------


def one_line_entries(text: str) -> Iterator[Entry]:
    """The packages' sources in a file such as sources.list."""
    for line in text.splitlines():
        words = line.partition("#")[0].split()
        if words[:1] != ["deb"]:
            continue
        del words[0]
        if words and words[0].startswith("["):  # options, up to the word that closes them
            closing = next(number for number, word in enumerate(words) if word.endswith("]"))
            del words[: closing + 1]
        if len(words) > 1:
            yield Entry(words[0], (words[1],), tuple(words[2:]))


def stanza_entries(text: str) -> Iterator[Entry]:
    """The packages' sources in a file such as debian.sources."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    for stanza in "\n".join(lines).split("\n\n"):
        fields: dict[str, list[str]] = {}
        name = ""
        for line in stanza.splitlines():
            if not line[:1].isspace():
                name, _, line = line.partition(":")  # noqa: PLW2901 -- the rest belongs to this field
            fields.setdefault(name.strip().lower(), []).extend(line.split())
        if "deb" in fields.get("types", []) and fields.get("enabled") != ["no"]:
            for uri in fields.get("uris", []):
                yield Entry(uri, tuple(fields.get("suites", [])), tuple(fields.get("components", [])))


def mirror(entries: list[Entry], release: str) -> str:
    """Where this machine's own release comes from, and so every other one; nothing when no entry says."""
    return next((e.uri for e in entries if release in e.suites and "main" in e.components), "")


def machine_mirror(folder: Path = Path("/etc/apt")) -> str:
    """The mirror that apt uses here."""
    one_line = [folder / "sources.list", *sorted(folder.glob("sources.list.d/*.list"))]
    entries = [e for path in one_line if path.exists() for e in one_line_entries(path.read_text("utf-8"))]
    for path in sorted(folder.glob("sources.list.d/*.sources")):
        entries += stanza_entries(path.read_text("utf-8"))
    return mirror(entries, platform.freedesktop_os_release().get("VERSION_CODENAME", ""))


def apt_way(dump: str) -> str:
    """Of what apt-config dump prints, the way to the mirror (proxies and the like), without certificates."""
    wanted = ("Acquire::http::", "Acquire::https::", "Acquire::Retries")
    lines = [line for line in dump.splitlines() if line.startswith(wanted) and not line.endswith('"";')]
    return "".join(f"{line}\n" for line in lines if "::CaInfo" not in line and "::CaPath" not in line)


def pip_settings(texts: list[str], environment: Mapping[str, str]) -> dict[str, str]:
    """What tells pip where packages are and how to get there, as variables; without folders of this machine.

    The texts are those of its files of settings, the strongest last; its variables hold over them.
    """
    found: dict[str, str] = {}
    for text in texts:
        parser = configparser.RawConfigParser()
        parser.read_string(text)
        for section in ("global", "install"):
            if parser.has_section(section):
                found.update(parser.items(section))
    variables = {f"PIP_{option.upper().replace('-', '_')}": option for option in PIP_OPTIONS}
    wanted = {name: environment.get(name, found.get(option, "")) for name, option in variables.items()}
    kept = {
        name: " ".join(word for word in value.split() if not word.startswith(("file:", "/")))
        for name, value in wanted.items()
    }
    return {name: value for name, value in kept.items() if value}


def environment_inside() -> dict[str, str]:
    """All that a command in a root is told."""
    files = [Path(path).expanduser() for path in (*PIP_FILES, os.environ.get("PIP_CONFIG_FILE", os.devnull))]
    texts = [path.read_text("utf-8") for path in files if path.exists()]
    return {
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": "/root",
        "LANG": "C.UTF-8",
        "PIP_CERT": f"/{CERTIFICATES}",
        "SSL_CERT_FILE": f"/{CERTIFICATES}",
        **{name: os.environ[name] for name in PROXIES if name in os.environ},
        **pip_settings(texts, os.environ),
    }


# -- a root ----------------------------------------------------------------------------------------


def make_root(suite: str, root: Path, uri: str) -> None:
    """Debian's minimal system and python3. Raises subprocess.CalledProcessError."""
    # A release younger than debootstrap itself is made as all since 2019 are.
    script = [] if (SCRIPTS / suite).exists() else [str(SCRIPTS / "sid")]
    command = ["debootstrap", "--variant=minbase", "--include=python3", suite, str(root), uri, *script]
    log = root.with_suffix(".log")
    with log.open("wb") as words:
        done = subprocess.run(command, stdout=words, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        sys.exit(f"{log.read_text('utf-8', errors='replace')}\nclean_roots: {suite} could not be made")
    log.unlink()


def carry_settings(root: Path) -> None:
    """Give the root this machine's way to the mirror: names, certificates, proxies."""
    shutil.copy("/etc/resolv.conf", root / "etc" / "resolv.conf")
    bundle = os.environ.get("SSL_CERT_FILE") or ssl.get_default_verify_paths().cafile
    if bundle:
        (root / CERTIFICATES).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(bundle, root / CERTIFICATES)
    dump = subprocess.run(["apt-config", "dump"], capture_output=True, text=True, check=True).stdout
    certificates = f'Acquire::https::CaInfo "/{CERTIFICATES}";\n' if bundle else ""
    (root / "etc" / "apt" / "apt.conf.d" / "90machine").write_text(apt_way(dump) + certificates, "utf-8")


def lay_tree(root: Path) -> None:
    """Put the committed tree into the root; an environment made for an earlier one stays beside it."""
    tree = root / TREE
    tree.mkdir(parents=True, exist_ok=True)
    for old in tree.iterdir():
        if old.is_dir() and not old.is_symlink():
            if old.name != ".venv":
                shutil.rmtree(old)
        else:
            old.unlink()
    packed = subprocess.Popen(["git", "archive", "HEAD"], cwd=ROOT, stdout=subprocess.PIPE)
    subprocess.run(["tar", "-x", "-C", str(tree)], stdin=packed.stdout, check=True)
    if packed.wait():
        sys.exit("clean_roots: git could not hand out the committed tree")


def inside(root: Path, *command: str) -> list[str]:
    """The command line that runs a command in the root; all that it started ends with it."""
    told = [f"{name}={value}" for name, value in environment_inside().items()]
    alone = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
    return [*alone, "sh", "-c", MOUNTED, "sh", str(root), TREE, *told, *command]


def python_of(root: Path) -> str:
    """The version of the root's own Python."""
    asked = inside(root, "python3", "-c", "import platform; print(platform.python_version())")
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()


def timed(suite: str, python: str, root: Path, name: str, words: list[str]) -> Outcome:
    """Run one command of the README in the root, its words for all to see."""
    print(f"-- {suite}: python3 packaging/bootstrap.py {name} {' '.join(words)}", flush=True)
    began = time.monotonic()
    command = inside(root, "python3", "packaging/bootstrap.py", name, *words)
    code = subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode
    outcome = Outcome(suite, python, name, time.monotonic() - began, code)
    print(outcome.line(), flush=True)
    return outcome


def try_release(suite: str, folder: Path, uri: str, *, keep: bool, tests: list[str]) -> list[Outcome]:
    """Both commands in a root of the release, which is removed again unless it is to be kept."""
    root = folder / suite
    if not (root / "usr").exists():
        make_root(suite, root, uri)
    try:
        carry_settings(root)
        lay_tree(root)
        python = python_of(root)
        # Where there is no screen, this stands for the window: everything is installed and imports.
        return [
            timed(suite, python, root, name, words)
            for name, words in (("run", ["--version"]), ("test", tests))
        ]
    finally:
        if not keep:
            shutil.rmtree(root)


def parse(argv: list[str]) -> argparse.Namespace:
    """What is asked for."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument(
        "suites", nargs="+", metavar="SUITE", help="a Debian release: bookworm, trixie, forky"
    )
    parser.add_argument(
        "--folder",
        type=Path,
        default=Path.home() / ".cache" / "interviewer-roots",
        help="where roots are made",
    )
    parser.add_argument("--keep", action="store_true", help="keep the roots, and use those kept before")
    parser.add_argument("--only-memory", action="store_true", help="leave out the tests on a real window")
    parser.add_argument(
        "--tests", nargs=argparse.REMAINDER, default=[], help="all that follows goes to pytest"
    )
    return parser.parse_args(argv)


def main(argv: list[str]) -> int:
    """Every release asked for, one after the other; 0 when all went well in all of them."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    asked = parse(argv)
    missing = [tool for tool in ("debootstrap", "git", "unshare", "apt-config") if not shutil.which(tool)]
    if missing or os.geteuid() != 0:
        sys.exit(f"clean_roots: needs root's rights and {', '.join(missing or ['nothing else'])}")
    uri = machine_mirror()
    if not uri:
        sys.exit("clean_roots: the settings of apt name no mirror of this machine's own release")
    asked.folder.mkdir(parents=True, exist_ok=True)
    tests = [*(["-k", "not x11"] if asked.only_memory else []), *asked.tests]
    outcomes: list[Outcome] = []
    for suite in asked.suites:
        outcomes += try_release(suite, asked.folder, uri, keep=asked.keep, tests=tests)
    print("\n" + "\n".join(outcome.line() for outcome in outcomes), flush=True)
    return int(any(outcome.code for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
