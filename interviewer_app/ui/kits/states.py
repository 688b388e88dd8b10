"""What the kit library says when it has no rows to show. For ui/kits/screen.py."""

from interviewer_app.controllers.kits.views import KitsView
from interviewer_app.domain.kits.catalogue import EntryKind, KitFile, KitOrigin, KitQuery
from interviewer_app.text import _, ngettext
from interviewer_app.ui.widgets.empty_state import EmptyView


def empty_view(view: KitsView) -> EmptyView:
    """Words for a library without rows: being read, none yet, only broken files, or none that match."""
    if view.reading:
        return EmptyView(
            _("Reading the kit files"), _("Their texts are read again whenever one has changed.")
        )
    files = _files(view)
    if not files:
        return EmptyView(
            _("No kit files of your own yet") if view.query.source is KitOrigin.OWN else _("No kit files"),
            _(
                "A kit file holds prompts, kits and scorecards as plain text. Import one that somebody sent "
                "you, or edit a copy of a shipped kit."
            ),
            primary=_("Import a kit file"),
            remark=_("a report on it comes first"),
            link=_("Show all entries") if view.files else "",
        )
    if only_broken(view):
        return _broken(files, view)
    return EmptyView(
        _("Nothing matches"),
        _("Nothing of this kind has all of these words with the role, stage and category chosen."),
        link=_("Show everything"),
    )


def only_broken(view: KitsView) -> bool:
    """Whether there are files of the source asked for, and every one has errors."""
    files = _files(view)
    return bool(files) and all(file.errors for file in files)


def count_words(view: KitsView) -> str:
    """How many rows are listed."""
    count = len(view.rows)
    if not count:
        return ""
    return {
        EntryKind.PROMPT: ngettext("{n} prompt", "{n} prompts", count),
        EntryKind.KIT: ngettext("{n} kit", "{n} kits", count),
        EntryKind.SCORECARD: ngettext("{n} scorecard", "{n} scorecards", count),
        EntryKind.ROLE: ngettext("{n} role", "{n} roles", count),
        EntryKind.FILE: ngettext("{n} file", "{n} files", count),
    }[view.query.kind].format(n=f"{count:,}")


def _files(view: KitsView) -> tuple[KitFile, ...]:
    """The files of the source asked for."""
    source = view.query.source
    if source is KitOrigin.ALL:
        return view.files
    return tuple(file for file in view.files if file.shipped == (source is KitOrigin.SHIPPED))


def _broken(files: tuple[KitFile, ...], view: KitsView) -> EmptyView:
    errors = sum(file.errors for file in files)
    first = next(finding for finding in files[0].findings if finding.fatal)
    count = ngettext("The one file here has {e} errors", "The {n} files here have {e} errors", len(files))
    words = _("{count}, so nothing of them can be used. The first is {file}, line {line}: {message}").format(
        count=count.format(n=len(files), e=errors),
        file=files[0].name,
        line=first.line,
        message=first.message,
    )
    shown = view.query == KitQuery(kind=EntryKind.FILE, source=view.query.source)
    return EmptyView(
        _("Only broken kit files"),
        words,
        primary="" if shown else _("See what is wrong"),
        link_lead=_("Mend the lines named with any text editor, or"),
        link=_("import another file"),
    )
