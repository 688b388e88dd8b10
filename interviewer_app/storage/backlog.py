"""What waits to be written: the newest value per row, in a writable order. For storage.writer alone."""

from collections import OrderedDict
from collections.abc import Iterable

from interviewer_app.domain.changes import Change

Key = tuple[str, ...]


class Backlog:
    """Changes by key; a newer one replaces the older and goes to the end. Not safe between threads.

    A change leaves when it is known to be on the disk, and not before: there is nothing to give back.
    """

    def __init__(self) -> None:
        self.seq = 0
        """Number of the last change ever added."""
        self._changes: OrderedDict[Key, Change] = OrderedDict()

    def __len__(self) -> int:
        return len(self._changes)

    def add(self, changes: Iterable[Change]) -> int:
        """Queue the changes; returns the number of the last one."""
        for change in changes:
            key = change.key
            # Counted first, and in the queue while it moves: whatever breaks in, nothing is forgotten.
            self.seq += 1
            if key in self._changes:
                # What an interview's own row says (finalised, say) holds for what comes after it.
                self._changes.move_to_end(key)
            self._changes[key] = change
        return self.seq

    def waiting(self) -> tuple[Change, ...]:
        """Everything that is not known to be on the disk, in the order it is to be written."""
        return tuple(self._changes.values())

    def settle(self, done: Iterable[Change]) -> None:
        """Let go of what is on the disk; a newer value of the same row stays."""
        for change in done:
            if self._changes.get(change.key) is change:
                del self._changes[change.key]
