"""Made-up interviews, for trying the program and for benchmarks. For cli/main.py."""

import argparse
import gc
import os
import sys
from collections.abc import Iterable, Iterator

from interviewer_app.cli import data, output
from interviewer_app.domain import errors
from interviewer_app.domain.interview import Interview
from interviewer_app.exchange import demo as made_up
from interviewer_app.kits import library
from interviewer_app.storage import bulk, migrations
from interviewer_app.storage.lock import FolderLock
from interviewer_app.text import _


def demo(arguments: argparse.Namespace) -> int:
    """Add made-up interviews."""
    kit = library.shipped().example
    if kit is None:
        raise errors.KitProblem(library.shipped().errors)
    seed, until = arguments.seed, made_up.UNTIL
    if seed is None:
        # Nobody asked for the same data again, so it may be new, and end with today.
        seed = int.from_bytes(os.urandom(3))
        until = data.now().utc.replace(hour=0, minute=0, second=0, microsecond=0)
    path = data.database(arguments)
    with FolderLock(path.parent):
        migrations.ensure(path, data.now().utc)
        if next(made_up.made_up(1, seed, kit, until=until)).id in set(data.reader(arguments).ids()):
            raise errors.Problem(
                _("The made-up interviews of seed {seed} are here already.").format(seed=seed),
                _("Give another seed."),
            )
        made = _told(made_up.made_up(arguments.count, seed, kit, until=until), arguments.count)
        # Nothing made here refers to itself, and looking for what does would take a third of the time.
        gc.disable()
        try:
            count = bulk.insert_many(path, made)
        finally:
            gc.enable()
    print(_("Made-up interviews added: {n} (seed {seed}).").format(n=count, seed=seed))
    return output.DONE


def _told(interviews: Iterable[Interview], count: int) -> Iterator[Interview]:
    """The same interviews; somebody who watches is told how far they are."""
    watched = sys.stderr.isatty()
    for number, interview in enumerate(interviews, 1):
        if watched and number % 1_000 == 0:
            print(f"{number:,} / {count:,}", end="\r", file=sys.stderr, flush=True)
        yield interview


COMMANDS = {"demo": demo}
