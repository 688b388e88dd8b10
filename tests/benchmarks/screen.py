"""A private X server whose picture is read from outside: what is watched needs no hook for it."""

import mmap
import os
import shutil
import struct
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

SIZE = (1280, 800)
_OPTIONS = ("-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-noreset", "-nocursor", "-nolisten", "tcp")
_EVERY = 8
"""Of so many lines of pixels one is watched: enough to see a window, and quickly looked at."""

_LIMIT = 60.0

Frame = tuple[float, bytes]


def missing_tools() -> list[str]:
    """What has to be installed first."""
    return [tool for tool in ("Xvfb", "openbox", "xdotool") if not shutil.which(tool)]


class Screen:
    """The server, with a window manager if wanted; `env` reaches it."""

    def __init__(self, folder: Path, *, manager: bool) -> None:
        self._folder = folder
        self._manager = manager
        self._running = ExitStack()
        self.env: dict[str, str] = {}
        self.pid = 0

    def __enter__(self) -> Self:
        folder = self._folder
        folder.mkdir(parents=True, exist_ok=True)
        read_end, write_end = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-fbdir", str(folder), *_OPTIONS],
            pass_fds=[write_end],
            stderr=subprocess.DEVNULL,
        )
        self._running.callback(end, server)
        os.close(write_end)
        with os.fdopen(read_end) as said:
            self.env = {"DISPLAY": f":{said.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        self.pid = server.pid
        if self._manager:
            seen = {**os.environ, **self.env}
            self._running.callback(end, subprocess.Popen(["openbox"], env=seen, stderr=subprocess.DEVNULL))
            while subprocess.run(
                ["xdotool", "get_desktop"], env=seen, capture_output=True, check=False
            ).returncode:
                time.sleep(0.05)
        self._open_picture(folder / "Xvfb_screen0")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._picture.close()
        self._running.close()

    def _open_picture(self, path: Path) -> None:
        with path.open("rb") as file:
            self._picture = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        header = struct.unpack(">25I", self._picture[:100])
        self._stride = header[12]
        begin = header[0] + 12 * header[19]
        self._lines = [begin + y * self._stride for y in range(0, SIZE[1], _EVERY)]

    def look(self) -> bytes:
        """The watched lines as they are now."""
        return b"".join([self._picture[at : at + self._stride] for at in self._lines])

    def watch(self, process: subprocess.Popen[bytes], begun: float, settle: float) -> list[Frame]:
        """Every picture until `settle` seconds after the first change, with its seconds since `begun`."""
        last = self.look()
        frames: list[Frame] = []
        while not frames or time.perf_counter() - begun < frames[0][0] + settle:
            now = self.look()
            at = time.perf_counter() - begun
            if now != last:
                frames.append((at, now))
                last = now
            if process.poll() is not None or at > _LIMIT:
                raise TimeoutError("the program ended, or painted nothing")
            time.sleep(0.0005)
        return frames

    def wait_until(self, blank: bytes) -> None:
        """Return when the screen looks like this again."""
        until = time.perf_counter() + _LIMIT
        while self.look() != blank:
            if time.perf_counter() > until:
                raise TimeoutError("a window did not go away")
            time.sleep(0.005)


def painted(frames: list[Frame], tolerance: float = 0.005) -> float:
    """Seconds until the screen first looked as it did in the end, a caret and a dot aside."""
    final = memoryview(frames[-1][1]).cast("I")
    for at, picture in frames:
        pixels = memoryview(picture).cast("I")
        differing = sum(map(int.__ne__, pixels, final))
        if differing <= tolerance * len(final):
            return at
    return frames[-1][0]


def end(process: subprocess.Popen[bytes]) -> None:
    """Stop a child and wait until it is gone."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextmanager
def started(command: list[str], env: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A program for as long as the block lasts."""
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, env=env, stdin=pipe, stdout=pipe)
    try:
        yield process
    finally:
        end(process)
