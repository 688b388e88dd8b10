"""The one table of actions: words, keys and the method each calls. Menus, tooltips, cheat sheet read it.

A screen calls `bind` once with its scope; every row of that scope becomes a QAction of the screen that calls
the method of that name. A key is unique within its scope and against the scope `app`.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from interviewer_app.domain.records import record
from interviewer_app.text import _

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

APP, LIBRARY, PREPARE, LIVE, REVIEW, PACKET = "app", "library", "prepare", "live", "review", "packet"
KITS, KIT_EDITOR = "kits", "kit_editor"
OPENING = "opening"
SCOPES = (APP, LIBRARY, PREPARE, LIVE, REVIEW, PACKET, KITS, KIT_EDITOR, OPENING)

FILE, INTERVIEW, VIEW, HELP = "file", "interview", "view", "help"


@record
class Row:
    """An action. `keys` are alternatives, the first one is shown; `menu` empty keeps it out of the menus."""

    id: str
    words: str
    keys: tuple[str, ...]
    scope: str
    method: str
    menu: str = ""
    icon: str = ""


def scope_words(scope: str) -> str:
    """The heading of a scope in the cheat sheet."""
    return {
        APP: _("Everywhere"),
        LIBRARY: _("Library"),
        PREPARE: _("Prepare"),
        LIVE: _("During the call"),
        REVIEW: _("Review"),
        PACKET: _("Packet"),
        KITS: _("Kit library"),
        KIT_EDITOR: _("Kit editor"),
        OPENING: _("Openings"),
    }[scope]


def table() -> tuple[Row, ...]:
    """Every action of the program."""
    shown = (*_app(), *_library(), *_prepare(), *_live(), *_review(), *_packet())
    return (*shown, *_kits(), *_kit_editor(), *_opening())


def _app() -> tuple[Row, ...]:
    return (
        Row("app.new", _("New interview"), ("Ctrl+N",), APP, "new_interview", FILE, "plus"),
        Row("app.library", _("Library"), ("Alt+Home", "Ctrl+L"), APP, "show_library", FILE),
        Row("app.kits", _("Kit library"), ("Ctrl+K",), APP, "show_kits", FILE),
        Row("app.openings", _("Openings"), ("Ctrl+Shift+O",), APP, "show_openings", FILE),
        Row("app.folder", _("Show data folder"), (), APP, "show_data_folder", FILE, "folder-open"),
        Row("app.preferences", _("Preferences"), ("Ctrl+,",), APP, "show_preferences", FILE),
        Row("app.quit", _("Quit"), ("Ctrl+Q",), APP, "quit_program", FILE),
        Row("app.bigger", _("Larger text"), ("Ctrl++", "Ctrl+="), APP, "larger_text", VIEW),
        Row("app.smaller", _("Smaller text"), ("Ctrl+-",), APP, "smaller_text", VIEW),
        Row("app.normal", _("Normal text size"), ("Ctrl+0",), APP, "normal_text", VIEW),
        Row("app.dark", _("Light or dark"), ("Ctrl+Shift+L",), APP, "toggle_theme", VIEW),
        Row("app.full", _("Full screen"), ("F11",), APP, "toggle_full_screen", VIEW),
        Row("app.help", _("Help and guidance"), ("F1",), APP, "show_help", HELP),
        Row("app.keys", _("All keys"), ("Ctrl+F1",), APP, "show_keys", HELP),
        Row("app.about", _("About Interviewer"), (), APP, "show_about", HELP, "info"),
    )


def _library() -> tuple[Row, ...]:
    return (
        Row("library.open", _("Open"), ("Return", "Enter"), LIBRARY, "open_selected", INTERVIEW),
        Row("library.filter", _("Filter"), ("Ctrl+F",), LIBRARY, "focus_filter", VIEW, "search"),
        Row(
            "library.export",
            _("Export packet"),
            ("Ctrl+E",),
            LIBRARY,
            "export_selected",
            INTERVIEW,
            "file-down",
        ),
        Row("library.sample", _("Try a sample interview"), (), LIBRARY, "try_sample", INTERVIEW, "play"),
        Row("library.remove", _("Remove"), ("Delete",), LIBRARY, "remove_selected", INTERVIEW),
        Row("library.undo", _("Undo remove"), ("Ctrl+Z",), LIBRARY, "undo_remove", INTERVIEW),
        Row("library.sort_need", _("Sort by what needs me"), ("Alt+1",), LIBRARY, "sort_by_need", VIEW),
        Row("library.sort_candidate", _("Sort by candidate"), ("Alt+2",), LIBRARY, "sort_by_candidate", VIEW),
        Row("library.sort_opening", _("Sort by opening"), ("Alt+3",), LIBRARY, "sort_by_opening", VIEW),
        Row("library.sort_kit", _("Sort by kit"), ("Alt+4",), LIBRARY, "sort_by_kit", VIEW),
        Row("library.sort_date", _("Sort by date"), ("Alt+5",), LIBRARY, "sort_by_date", VIEW),
    )


def _prepare() -> tuple[Row, ...]:
    return (
        Row(
            "prepare.start",
            _("Start: the candidate is here"),
            ("Ctrl+Return", "Ctrl+Enter"),
            PREPARE,
            "start",
            INTERVIEW,
            "play",
        ),
        Row(
            "prepare.services",
            _("Will build services and data"),
            ("Alt+1",),
            PREPARE,
            "build_services",
            INTERVIEW,
        ),
        Row(
            "prepare.features",
            _("Will build features with models"),
            ("Alt+2",),
            PREPARE,
            "build_features",
            INTERVIEW,
        ),
        Row("prepare.running", _("Will run models"), ("Alt+3",), PREPARE, "run_models", INTERVIEW),
        Row("prepare.waive", _("Waive the scope sheet"), ("Alt+W",), PREPARE, "offer_waiver", INTERVIEW),
        Row("prepare.sheet", _("Scope sheet of the opening"), ("Alt+S",), PREPARE, "open_sheet", INTERVIEW),
        Row("prepare.another", _("Use another kit or form"), (), PREPARE, "use_another_kit", INTERVIEW),
        Row("prepare.later", _("Save for later"), ("Ctrl+S",), PREPARE, "save_for_later", INTERVIEW),
        Row("prepare.back", _("Back to the library"), ("Alt+Left",), PREPARE, "go_back", INTERVIEW),
        Row("prepare.discard", _("Discard"), (), PREPARE, "discard", INTERVIEW),
    )


def _live() -> tuple[Row, ...]:
    tags = tuple(
        Row(
            f"live.tag{n}",
            _("Tag the line with {letter}").format(letter=letter),
            (f"Ctrl+{n}",),
            LIVE,
            f"tag_{letter.lower()}",
        )
        for n, letter in enumerate("ABCDEFGH", 1)
    )
    markers = (
        ("said", _("Mark the line as said")),
        ("for", _("Mark the line as for")),
        ("against", _("Mark the line as concern")),
        ("unknown", _("Mark the line as unknown")),
        ("help", _("Mark the line as help or follow-up")),
    )
    marks = tuple(
        Row(f"live.mark_{name}", words, (f"Alt+{n}",), LIVE, f"mark_{name}")
        for n, (name, words) in enumerate(markers, 1)
    )
    return (
        Row("live.probes", _("Probes"), ("F2",), LIVE, "show_probes", VIEW),
        Row("live.facts", _("Facts"), ("F3",), LIVE, "show_facts", VIEW),
        Row("live.signals", _("Signals"), ("F4",), LIVE, "show_signals", VIEW),
        Row("live.checks", _("Checks and flags"), ("Shift+F4",), LIVE, "show_checks", VIEW),
        Row(
            "live.material",
            _("Copy the material of the task"),
            ("Ctrl+Shift+M",),
            LIVE,
            "copy_material",
            INTERVIEW,
            "copy",
        ),
        Row("live.score", _("Score a category"), ("F5", "Ctrl+J"), LIVE, "begin_score", INTERVIEW),
        Row("live.pane", _("Next pane"), ("F6",), LIVE, "next_pane", VIEW),
        Row("live.previous", _("Previous prompt"), ("F7",), LIVE, "previous_step", INTERVIEW, "chevron-left"),
        Row("live.next", _("Next prompt"), ("F8",), LIVE, "next_step", INTERVIEW),
        Row("live.give_back", _("Undo the shorter plan"), ("Shift+F8",), LIVE, "give_back", INTERVIEW),
        Row(
            "live.answer",
            _("Answer the question by the prompt"),
            ("Ctrl+G",),
            LIVE,
            "answer_question",
            INTERVIEW,
        ),
        Row("live.pause", _("Pause or go on"), ("F9",), LIVE, "toggle_pause", INTERVIEW, "pause"),
        Row("live.menu", _("Menu"), ("F10",), LIVE, "show_menu"),
        Row("live.curtain", _("Curtain"), ("F12",), LIVE, "toggle_curtain", VIEW, "eye-off"),
        Row("live.strip", _("Hide or show the pace strip"), ("Ctrl+Shift+P",), LIVE, "toggle_strip", VIEW),
        Row(
            "live.ribbon",
            _("Compact ribbon, or the whole window"),
            ("Ctrl+R",),
            LIVE,
            "toggle_ribbon",
            VIEW,
            "rows-3",
        ),
        Row("live.on_top", _("Keep the ribbon on top"), (), LIVE, "toggle_on_top", VIEW),
        Row(
            "live.candidate",
            _("Candidate view"),
            ("Ctrl+Shift+C",),
            LIVE,
            "toggle_candidate",
            VIEW,
            "presentation",
        ),
        Row("live.candidate_time", _("Time in the candidate view"), (), LIVE, "toggle_candidate_time", VIEW),
        Row("live.undo_score", _("Undo the last score"), ("Ctrl+Shift+U",), LIVE, "undo_score", INTERVIEW),
        Row("live.end", _("End the call"), ("Ctrl+Shift+E",), LIVE, "end_call", INTERVIEW),
        *(
            Row(
                f"live.factor{n}",
                _("Time × {factor}").format(factor=f"{n / 100:g}"),
                (),
                LIVE,
                f"factor_{n}",
                INTERVIEW,
            )
            for n in (100, 125, 150, 200)
        ),
        *tags,
        *marks,
        *_lines(),
    )


def _lines() -> tuple[Row, ...]:
    return (
        Row("live.find", _("Find in all notes"), ("Ctrl+F",), LIVE, "find_words", VIEW, "search"),
        Row("live.hint", _("Why a word is underlined"), ("Ctrl+Shift+H",), LIVE, "explain_hint", VIEW),
        Row("live.stamp", _("Stamp a line to fill later"), ("Ctrl+T",), LIVE, "stamp_line", INTERVIEW),
        Row("live.line_up", _("Move the line up"), ("Alt+Up",), LIVE, "move_line_up"),
        Row("live.line_down", _("Move the line down"), ("Alt+Down",), LIVE, "move_line_down"),
    )


def _review() -> tuple[Row, ...]:
    return (
        Row(
            "review.settle",
            _("Settle the category"),
            ("Ctrl+Return", "Ctrl+Enter"),
            REVIEW,
            "settle",
            INTERVIEW,
            "check",
        ),
        Row("review.previous", _("Previous category"), ("Ctrl+Up",), REVIEW, "previous_category", VIEW),
        Row("review.next", _("Next category"), ("Ctrl+Down",), REVIEW, "next_category", VIEW),
        Row("review.undo", _("Undo"), ("Ctrl+Z",), REVIEW, "undo", INTERVIEW),
        Row(
            "review.finalise",
            _("Finalise"),
            ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
            REVIEW,
            "finalise",
            INTERVIEW,
            "lock",
        ),
        Row("review.packet", _("Packet preview"), ("Ctrl+E",), REVIEW, "show_packet", INTERVIEW, "file-down"),
        Row("review.call", _("Back to the call"), (), REVIEW, "continue_call", INTERVIEW),
        Row("review.back", _("Back to the library"), ("Alt+Left",), REVIEW, "go_back", INTERVIEW),
    )


def _packet() -> tuple[Row, ...]:
    return (
        Row("packet.save", _("Export PDF"), ("Ctrl+S", "Ctrl+E"), PACKET, "export_pdf", FILE, "file-down"),
        Row("packet.folder", _("Show in folder"), (), PACKET, "show_in_folder", FILE, "folder-open"),
        Row("packet.width", _("Fit width"), ("Ctrl+1",), PACKET, "fit_width", VIEW),
        Row("packet.full", _("100 %"), ("Ctrl+2",), PACKET, "full_size", VIEW),
        Row("packet.back", _("Back"), ("Alt+Left", "Escape"), PACKET, "go_back", FILE),
    )


def _kits() -> tuple[Row, ...]:
    return (
        Row("kits.filter", _("Filter"), ("Ctrl+F",), KITS, "focus_filter", VIEW, "search"),
        Row(
            "kits.edit",
            _("Edit, or edit a copy"),
            ("Return", "Enter"),
            KITS,
            "edit_entry",
            FILE,
            "pencil-line",
        ),
        Row("kits.import", _("Import a kit file"), ("Ctrl+O",), KITS, "import_file", FILE, "plus"),
        Row("kits.export", _("Export the kit file"), ("Ctrl+E",), KITS, "export_file", FILE, "file-down"),
        Row("kits.back", _("Back"), ("Alt+Left",), KITS, "go_back", FILE),
    )


def _opening() -> tuple[Row, ...]:
    return (
        Row("opening.new", _("New opening"), ("Ctrl+Shift+N",), OPENING, "new_opening", FILE, "plus"),
        Row(
            "opening.prepare",
            _("Prepare an interview for the opening"),
            ("Ctrl+Return", "Ctrl+Enter"),
            OPENING,
            "prepare_interview",
            INTERVIEW,
        ),
        Row("opening.brief", _("Candidate brief"), ("Ctrl+E",), OPENING, "write_brief", FILE, "file-down"),
        Row("opening.next", _("Next section"), ("Ctrl+PgDown",), OPENING, "next_section", VIEW),
        Row("opening.previous", _("Previous section"), ("Ctrl+PgUp",), OPENING, "previous_section", VIEW),
        Row("opening.undo", _("Undo"), ("Ctrl+Z",), OPENING, "undo", INTERVIEW),
        Row("opening.redo", _("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), OPENING, "redo", INTERVIEW),
        Row("opening.remove", _("Remove the opening"), (), OPENING, "remove_opening", INTERVIEW),
        Row("opening.back", _("Back"), ("Alt+Left",), OPENING, "go_back", INTERVIEW),
    )


def _kit_editor() -> tuple[Row, ...]:
    return (
        Row("kit_editor.undo", _("Undo"), ("Ctrl+Z",), KIT_EDITOR, "undo", FILE, "undo-2"),
        Row("kit_editor.redo", _("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), KIT_EDITOR, "redo", FILE),
        Row(
            "kit_editor.publish",
            _("Publish"),
            ("Ctrl+Return", "Ctrl+Enter"),
            KIT_EDITOR,
            "publish",
            FILE,
            "check",
        ),
        Row("kit_editor.discard", _("Discard the draft"), (), KIT_EDITOR, "discard", FILE, "trash-2"),
        Row("kit_editor.back", _("Back to the kit library"), ("Alt+Left",), KIT_EDITOR, "go_back", FILE),
    )


def bind(widget: "QWidget", scope: str, *helpers: object) -> "Mapping[str, QAction]":
    """Give a screen the actions of its scope; each calls the screen's, or a helper's, method of that name.

    The keys work while focus is inside the screen. Raises AttributeError when a method is missing.
    """
    # Keys and icons know many names, which cost 8 ms to load; no key is bound before the first paint.
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QAction, QKeySequence

    made: dict[str, QAction] = {}
    for row in table():
        if row.scope != scope:
            continue
        action = QAction(row.words, widget)
        action.setObjectName(row.id)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        owner = next((helper for helper in helpers if hasattr(helper, row.method)), widget)
        action.triggered.connect(getattr(owner, row.method))
        widget.addAction(action)
        made[row.id] = action
    return made
