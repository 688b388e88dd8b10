"""The one table of actions: words, keys and the method each calls. Menus, tooltips, cheat sheet read it.

A screen calls `bind` once with its scope; every row of that scope becomes a QAction of the screen that calls
the method of that name. A key is unique within its scope and against the scope `app`. Whoever shows a key
asks `key` or `named` for it, so that none is spelled anywhere else.
"""

import sys
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from interviewer_app.domain.listing import Order
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


_PEOPLE = {"Return": "Enter", "Escape": "Esc", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}
_MAC = {"Ctrl": "⌘", "Alt": "⌥", "Shift": "⇧", "Meta": "⌃"}
_MAC_ORDER = "⌃⌥⇧⌘"


@record
class ActionRow:
    """An action. `keys` are alternatives, the first one is shown; `menu` empty keeps it out of the menus.

    The method is called with `argument` unless that is None.
    """

    id: str
    words: str
    keys: tuple[str, ...]
    scope: str
    method: str
    menu: str = ""
    icon: str = ""
    argument: object = None


def named(keys: str, *, mac: bool = sys.platform == "darwin") -> str:
    """A key combination such as "Ctrl+Return" as people call it: Ctrl+Enter, on a Mac ⌘↩."""
    *modifiers, key = [part or "+" for part in keys.replace("++", "+\0").replace("\0", "").split("+")]
    if mac:
        signs = sorted((_MAC[modifier] for modifier in modifiers), key=_MAC_ORDER.index)
        return "".join(signs) + {"Return": "↩", "Enter": "⌤", "Delete": "⌦"}.get(key, _PEOPLE.get(key, key))
    return "+".join((*modifiers, _PEOPLE.get(key, key)))


def key(action: str) -> str:
    """The first key of an action, as people call it; empty when it has none. Raises KeyError."""
    return _first_keys()[action]


@cache
def _first_keys() -> dict[str, str]:
    return {row.id: named(row.keys[0]) if row.keys else "" for row in table()}


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


def table() -> tuple[ActionRow, ...]:
    """Every action of the program."""
    shown = (*_app(), *_library(), *_prepare(), *_live(), *_review(), *_packet())
    return (*shown, *_kits(), *_kit_editor(), *_opening())


def _row(  # noqa: PLR0913, PLR0917  (the columns of the table)
    scope: str,
    name: str,
    words: str,
    keys: str,
    method: str,
    menu: str = "",
    icon: str = "",
    argument: object = None,
) -> ActionRow:
    """A row of a scope; `keys` stand apart by spaces."""
    return ActionRow(f"{scope}.{name}", words, tuple(keys.split()), scope, method, menu, icon, argument)


def _app() -> tuple[ActionRow, ...]:
    row = partial(_row, APP)
    return (
        row("new", _("New interview"), "Ctrl+N", "new_interview", FILE, "plus"),
        row("library", _("Library"), "Alt+Home Ctrl+L", "show_library", FILE),
        row("kits", _("Kit library"), "Ctrl+K", "show_kits", FILE),
        row("openings", _("Openings"), "Ctrl+Shift+O", "show_openings", FILE),
        row("folder", _("Show data folder"), "", "show_data_folder", FILE, "folder-open"),
        row("preferences", _("Preferences"), "Ctrl+,", "show_preferences", FILE),
        row("quit", _("Quit"), "Ctrl+Q", "quit_program", FILE),
        row("bigger", _("Larger text"), "Ctrl++ Ctrl+=", "larger_text", VIEW),
        row("smaller", _("Smaller text"), "Ctrl+-", "smaller_text", VIEW),
        row("normal", _("Normal text size"), "Ctrl+0", "normal_text", VIEW),
        row("dark", _("Light or dark"), "Ctrl+Shift+L", "toggle_theme", VIEW),
        row("full", _("Full screen"), "F11", "toggle_full_screen", VIEW),
        row("help", _("Help and guidance"), "F1", "show_help", HELP),
        row("keys", _("All keys"), "Ctrl+F1", "show_keys", HELP),
        row("about", _("About Interviewer"), "", "show_about", HELP, "info"),
    )


def _library() -> tuple[ActionRow, ...]:
    row = partial(_row, LIBRARY)
    return (
        row("open", _("Open"), "Return Enter", "open_selected", INTERVIEW),
        row("filter", _("Filter"), "Ctrl+F", "focus_filter", VIEW, "search"),
        row("export", _("Export packet"), "Ctrl+E", "export_selected", INTERVIEW, "file-down"),
        row("sample", _("Try a sample interview"), "", "try_sample", INTERVIEW, "play"),
        row("remove", _("Remove"), "Delete", "remove_selected", INTERVIEW),
        row("undo", _("Undo remove"), "Ctrl+Z", "undo_remove", INTERVIEW),
        row("sort_need", _("Sort by what needs me"), "Alt+1", "sort", VIEW, argument=Order.NEEDS_ME),
        row("sort_candidate", _("Sort by candidate"), "Alt+2", "sort", VIEW, argument=Order.CANDIDATE),
        row("sort_opening", _("Sort by opening"), "Alt+3", "sort", VIEW, argument=Order.OPENING),
        row("sort_kit", _("Sort by kit"), "Alt+4", "sort", VIEW, argument=Order.KIT),
        row("sort_date", _("Sort by date"), "Alt+5", "sort", VIEW, argument=Order.WHEN),
    )


def _prepare() -> tuple[ActionRow, ...]:
    row = partial(_row, PREPARE)
    return (
        row("start", _("Start: the candidate is here"), "Ctrl+Return Ctrl+Enter", "start", INTERVIEW, "play"),
        row(
            "services",
            _("Will build services and data"),
            "Alt+1",
            "choose_output",
            INTERVIEW,
            argument="services",
        ),
        row(
            "features",
            _("Will build features with models"),
            "Alt+2",
            "choose_output",
            INTERVIEW,
            argument="features",
        ),
        row("running", _("Will run models"), "Alt+3", "choose_output", INTERVIEW, argument="running"),
        row("waive", _("Waive the scope sheet"), "Alt+W", "offer_waiver", INTERVIEW),
        row("sheet", _("Scope sheet of the opening"), "Alt+S", "open_sheet", INTERVIEW),
        row("another", _("Use another kit or form"), "", "use_another_kit", INTERVIEW),
        row("later", _("Save for later"), "Ctrl+S", "save_for_later", INTERVIEW),
        row("back", _("Back to the library"), "Alt+Left", "go_back", INTERVIEW),
        row("discard", _("Discard"), "", "discard", INTERVIEW),
    )


def _live() -> tuple[ActionRow, ...]:
    row = partial(_row, LIVE)
    tags = tuple(
        row(
            f"tag{n}",
            _("Tag the line with {letter}").format(letter=letter),
            f"Ctrl+{n}",
            "tag_line",
            argument=letter,
        )
        for n, letter in enumerate("ABCDEFGH", 1)
    )
    markers = (
        ("said", '"', _("Mark the line as said")),
        ("for", "+", _("Mark the line as for")),
        ("against", "!", _("Mark the line as concern")),
        ("unknown", "?", _("Mark the line as unknown")),
        ("help", ">", _("Mark the line as help or follow-up")),
    )
    marks = tuple(
        row(f"mark_{name}", words, f"Alt+{n}", "mark_line", argument=sign)
        for n, (name, sign, words) in enumerate(markers, 1)
    )
    return (
        row("probes", _("Probes"), "F2", "show_page", VIEW, argument="probes"),
        row("facts", _("Facts"), "F3", "show_page", VIEW, argument="facts"),
        row("signals", _("Signals"), "F4", "show_page", VIEW, argument="signals"),
        row("checks", _("Checks and flags"), "Shift+F4", "show_checks", VIEW),
        row(
            "material", _("Copy the material of the task"), "Ctrl+Shift+M", "copy_material", INTERVIEW, "copy"
        ),
        row("score", _("Score a category"), "F5 Ctrl+J", "begin_score", INTERVIEW),
        row("pane", _("Next pane"), "F6", "next_pane", VIEW),
        row("previous", _("Previous prompt"), "F7", "previous_step", INTERVIEW, "chevron-left"),
        row("next", _("Next prompt"), "F8", "next_step", INTERVIEW),
        row("give_back", _("Undo the shorter plan"), "Shift+F8", "give_back", INTERVIEW),
        row("answer", _("Answer the question by the prompt"), "Ctrl+G", "answer_question", INTERVIEW),
        row("pause", _("Pause or go on"), "F9", "toggle_pause", INTERVIEW, "pause"),
        row("menu", _("Menu"), "F10", "show_menu"),
        row("curtain", _("Curtain"), "F12", "toggle_curtain", VIEW, "eye-off"),
        row("strip", _("Hide or show the pace strip"), "Ctrl+Shift+P", "toggle_strip", VIEW),
        row("ribbon", _("Compact ribbon, or the whole window"), "Ctrl+R", "toggle_ribbon", VIEW, "rows-3"),
        row("on_top", _("Keep the ribbon on top"), "", "toggle_on_top", VIEW),
        row("candidate", _("Candidate view"), "Ctrl+Shift+C", "toggle_candidate", VIEW, "presentation"),
        row("candidate_time", _("Time in the candidate view"), "", "toggle_candidate_time", VIEW),
        row("undo_score", _("Undo the last score"), "Ctrl+Shift+U", "undo_score", INTERVIEW),
        row("end", _("End the call"), "Ctrl+Shift+E", "end_call", INTERVIEW),
        *(
            row(
                f"factor{n}",
                _("Time × {factor}").format(factor=f"{n / 100:g}"),
                "",
                "set_factor",
                INTERVIEW,
                argument=n,
            )
            for n in (100, 125, 150, 200)
        ),
        *tags,
        *marks,
        *_lines(),
    )


def _lines() -> tuple[ActionRow, ...]:
    row = partial(_row, LIVE)
    return (
        row("find", _("Find in all notes"), "Ctrl+F", "find_words", VIEW, "search"),
        row("hint", _("Why a word is underlined"), "Ctrl+Shift+H", "explain_hint", VIEW),
        row("stamp", _("Stamp a line to fill later"), "Ctrl+T", "stamp_line", INTERVIEW),
        row("line_up", _("Move the line up"), "Alt+Up", "move_line", argument="up"),
        row("line_down", _("Move the line down"), "Alt+Down", "move_line", argument="down"),
    )


def _review() -> tuple[ActionRow, ...]:
    row = partial(_row, REVIEW)
    return (
        row("settle", _("Settle the category"), "Ctrl+Return Ctrl+Enter", "settle", INTERVIEW, "check"),
        row("previous", _("Previous category"), "Ctrl+Up", "previous_category", VIEW),
        row("next", _("Next category"), "Ctrl+Down", "next_category", VIEW),
        row("undo", _("Undo"), "Ctrl+Z", "undo", INTERVIEW),
        row("finalise", _("Finalise"), "Ctrl+Shift+Return Ctrl+Shift+Enter", "finalise", INTERVIEW, "lock"),
        row("packet", _("Packet preview"), "Ctrl+E", "show_packet", INTERVIEW, "file-down"),
        row("call", _("Back to the call"), "", "continue_call", INTERVIEW),
        row("back", _("Back to the library"), "Alt+Left", "go_back", INTERVIEW),
    )


def _packet() -> tuple[ActionRow, ...]:
    row = partial(_row, PACKET)
    return (
        row("save", _("Export PDF"), "Ctrl+S Ctrl+E", "export_pdf", FILE, "file-down"),
        row("folder", _("Show in folder"), "", "show_in_folder", FILE, "folder-open"),
        row("width", _("Fit width"), "Ctrl+1", "fit_width", VIEW),
        row("full", _("100 %"), "Ctrl+2", "full_size", VIEW),
        row("back", _("Back"), "Alt+Left Escape", "go_back", FILE),
    )


def _kits() -> tuple[ActionRow, ...]:
    row = partial(_row, KITS)
    return (
        row("filter", _("Filter"), "Ctrl+F", "focus_filter", VIEW, "search"),
        row("edit", _("Edit, or edit a copy"), "Return Enter", "edit_entry", FILE, "pencil-line"),
        row("import", _("Import a kit file"), "Ctrl+O", "import_file", FILE, "plus"),
        row("export", _("Export the kit file"), "Ctrl+E", "export_file", FILE, "file-down"),
        row("back", _("Back"), "Alt+Left", "go_back", FILE),
    )


def _opening() -> tuple[ActionRow, ...]:
    row = partial(_row, OPENING)
    return (
        row("new", _("New opening"), "Ctrl+Shift+N", "new_opening", FILE, "plus"),
        row(
            "prepare",
            _("Prepare an interview for the opening"),
            "Ctrl+Return Ctrl+Enter",
            "prepare_interview",
            INTERVIEW,
        ),
        row("brief", _("Candidate brief"), "Ctrl+E", "write_brief", FILE, "file-down"),
        row("next", _("Next section"), "Ctrl+PgDown", "next_section", VIEW),
        row("previous", _("Previous section"), "Ctrl+PgUp", "previous_section", VIEW),
        row("undo", _("Undo"), "Ctrl+Z", "undo", INTERVIEW),
        row("redo", _("Redo"), "Ctrl+Shift+Z Ctrl+Y", "redo", INTERVIEW),
        row("remove", _("Remove the opening"), "", "remove_opening", INTERVIEW),
        row("back", _("Back"), "Alt+Left", "go_back", INTERVIEW),
    )


def _kit_editor() -> tuple[ActionRow, ...]:
    row = partial(_row, KIT_EDITOR)
    return (
        row("undo", _("Undo"), "Ctrl+Z", "undo", FILE, "undo-2"),
        row("redo", _("Redo"), "Ctrl+Shift+Z Ctrl+Y", "redo", FILE),
        row("publish", _("Publish"), "Ctrl+Return Ctrl+Enter", "publish", FILE, "check"),
        row("discard", _("Discard the draft"), "", "discard", FILE, "trash-2"),
        row("back", _("Back to the kit library"), "Alt+Left", "go_back", FILE),
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
        action.setShortcuts([QKeySequence(keys) for keys in row.keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        owner = next((helper for helper in helpers if hasattr(helper, row.method)), widget)
        action.triggered.connect(_act(getattr(owner, row.method), row.argument))
        widget.addAction(action)
        made[row.id] = action
    return made


def _act(method: Callable[..., Any], argument: object) -> Callable[..., Any]:
    """What a row calls; Qt's own word on whether it is checked is left out."""
    return method if argument is None else lambda: method(argument)
