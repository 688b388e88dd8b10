"""Loads Qt for Python without the part of it that no running program needs. Imported by __main__ only.

PySide6 carries Python modules as text inside a shared library: they explain wrong arguments, spell out
signatures and write stub files. It compiles and runs them all at every start, which takes longer than all
this program does before its first paint. Here each is run when somebody first asks it for something.
"""

import builtins
import sys
from collections.abc import Callable
from typing import Any, Final

_CARRIED: Final = "shibokensupport/"
_KNOWN: Final = (6, 11)
"""The version whose modules may wait, as it is known which names its C++ half looks up by itself."""

_NEEDED: Final = ("/__init__.py", "/loader.py", "/importhandler.py")
_PROMISE: Final = "from {here} import later\n__getattr__ = later({name!r}, globals())\n"
_AT_ONCE: Final = {
    # PySide6 looks at every import, and reads every module's source, for a syntax that nobody uses here.
    "shibokensupport/feature.py": "def feature_import(*asked): pass\ndef feature_imported(module): pass\n",
    # Looked up without asking the module: the first step of complaining about a wrong argument.
    "shibokensupport/signature/mapping.py": (
        "def update_mapping(find=__getattr__): return find('update_mapping')()\n"
    ),
}

_texts: Final[dict[str, Any]] = {}
"""What has not been run yet, by file name."""


def load() -> None:
    """Import PySide6; leaves Python as it was, whatever happens."""
    if "PySide6" in sys.modules:
        return
    plain = builtins.compile
    builtins.compile = _put_off  # type: ignore[assignment]  # as it is called here
    try:
        import PySide6.QtCore  # noqa: F401  the import is the purpose
    finally:
        builtins.compile = plain
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def later(name: str, module: dict[str, Any]) -> Callable[[str], Any]:
    """What looks for a name in a module that has not been run: it runs the module."""

    def find(wanted: str) -> Any:
        if name in _texts and not wanted.startswith("__"):
            del module["__getattr__"]
            exec(compile(_texts.pop(name), name, "exec"), module)  # noqa: S102  PySide6's own code, put off
        if wanted not in module:
            raise AttributeError(wanted)
        return module[wanted]

    return find


def _put_off(text: Any, name: Any, mode: str, *rest: Any, **options: Any) -> Any:
    """Compile; of what PySide6 carries and does not need at once, only a promise."""
    carried = isinstance(name, str) and name.startswith(_CARRIED) and not name.endswith(_NEEDED)
    if carried and getattr(sys.modules.get("shiboken6"), "__version_info__", ())[:2] == _KNOWN:
        _texts[name] = text
        text = _PROMISE.format(here=__name__, name=name) + _AT_ONCE.get(name, "")
    return _compile(text, name, mode, *rest, **options)


_compile: Final = builtins.compile
