"""What waits to be written: the newest value per row, in a writable order. For storage.writer alone."""

from collections.abc import Iterable

from interviewer_app.domain.changes import Change

Key = tuple[str, ...]


class Backlog:
    """Changes by key; a newer one replaces the older and goes to the end. Not safe between threads."""

    def __init__(self) -> None:
        self.seq = 0
        """Number of the last change ever added."""
        self._changes: dict[Key, Change] = {}

    def __len__(self) -> int:
        return len(self._changes)

    def add(self, changes: Iterable[Change]) -> int:
        """Queue the changes; returns the number of the last one."""
        for change in changes:
            key = change.key
            # The end is the right place: what an interview's own row says (finalised, say) holds from now on.
            self._changes.pop(key, None)
            self._changes[key] = change
            self.seq += 1
        return self.seq

    def take(self) -> dict[Key, Change]:
        """Everything that waits; nothing waits afterwards."""
        taken, self._changes = self._changes, {}
        return taken

    def give_back(self, taken: dict[Key, Change]) -> None:
        """Put back what could not be written, before what came since; newer values stay where they are."""
        older = {key: change for key, change in taken.items() if key not in self._changes}
        self._changes = {**older, **self._changes}

    def view(self, taken: dict[Key, Change]) -> tuple[Change, ...]:
        """Everything that is not on the disk when `taken` is being written, oldest first."""
        older = (change for key, change in taken.items() if key not in self._changes)
        return (*older, *self._changes.values())
