"""The rows of the kit library as a Qt model; what a column says depends on the kind of rows. For ui/kits."""

from enum import IntEnum
from typing import TYPE_CHECKING, Final, cast

from interviewer_app import labels
from interviewer_app.domain.kits.catalogue import EntryKind, KitRow
from interviewer_app.domain.records import changed
from interviewer_app.text import _, ngettext
from interviewer_app.ui.lists.table import MARGIN, Columns, RowsModel
from interviewer_app.ui.overriding import override

if TYPE_CHECKING:
    from interviewer_app.controllers.kits.views import KitsView
    from interviewer_app.domain.kits.kit import Stage


class KitColumn(IntEnum):
    """Columns from the leading side."""

    TITLE = 0
    ID = 1
    LETTERS = 2
    STAGE = 3
    MINUTES = 4
    USED = 5


_TITLE: Final = 176 + MARGIN
_COLUMNS: Final = Columns(
    wanted=(_TITLE, 104, 80, 104, 40, 72),
    go=(KitColumn.STAGE, KitColumn.ID, KitColumn.USED),
    leads=(KitColumn.TITLE, KitColumn.USED),
    trails=(KitColumn.MINUTES,),
)
_OF_FILES: Final = changed(_COLUMNS, wanted=(_TITLE, 144, 0, 104, 0, 104))


class KitModel(RowsModel[KitRow]):
    """Entries of one kind, one per row."""

    columns = _COLUMNS
    kind = EntryKind.PROMPT

    def present(self, view: "KitsView") -> None:
        """Take these rows."""
        self.kind = view.query.kind
        self.columns = _OF_FILES if self.kind is EntryKind.FILE else _COLUMNS
        self.take(view.rows)

    @override
    def key(self, row: KitRow) -> object:
        return row.key

    @override
    def words(self, row: int, column: int) -> str:
        facts = self.rows[row]
        match KitColumn(column):
            case KitColumn.TITLE:
                return facts.title
            case KitColumn.ID:
                return facts.id
            case KitColumn.LETTERS:
                return " ".join(facts.letters)
            case KitColumn.STAGE:
                return _stages(facts)
            case KitColumn.MINUTES:
                return str(facts.minutes) if facts.minutes else ""
            case KitColumn.USED:
                return _last(facts)

    @override
    def heading(self, column: int) -> str:
        if column == KitColumn.USED and self.kind is EntryKind.PROMPT:
            return _("Used")
        file = self.kind is EntryKind.FILE
        return {
            KitColumn.TITLE: _("Title"),
            KitColumn.ID: _("Id"),
            KitColumn.LETTERS: "" if file else _("Categories"),
            KitColumn.STAGE: _("Version") if file else _("Stage"),
            KitColumn.MINUTES: "" if file else _("Min"),
            KitColumn.USED: _("State") if file else _("Version"),
        }[KitColumn(column)]


def _stages(facts: KitRow) -> str:
    if facts.kind is EntryKind.FILE:
        return facts.version
    return ", ".join(labels.stage(cast("Stage", stage)) for stage in facts.stages if stage)


def _last(facts: KitRow) -> str:
    """What the last column says: the state of a file, the uses of a prompt, else the version."""
    if facts.kind is EntryKind.FILE:
        if facts.errors:
            return ngettext("{n} error", "{n} errors", facts.errors).format(n=facts.errors)
        if facts.status:
            return _("draft")
        return _("read-only") if facts.shipped else _("yours")
    if facts.kind is EntryKind.PROMPT:
        return "" if facts.used < 0 else str(facts.used)
    return facts.version
