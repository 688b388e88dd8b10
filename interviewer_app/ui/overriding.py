"""Marks methods that override Qt's, at no cost: typing_extensions takes 5 ms to load. For ui and app.

To type checkers this is typing_extensions.override (typing.override from Python 3.12 on).
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import override as override
else:

    def override(method: object) -> object:
        """The method, as it is."""
        return method
