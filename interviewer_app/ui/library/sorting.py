"""The five orders of the library, each as a method for its row in the table of actions. For ui/library."""

from collections.abc import Callable

from interviewer_app.domain.listing import Order


class Sorting:
    """Passes each order to the screen's `sort`."""

    def __init__(self, sort: Callable[[Order], None]) -> None:
        self._sort = sort

    def sort_by_need(self) -> None:
        """Live, to review, prepared, finalised."""
        self._sort(Order.NEEDS_ME)

    def sort_by_candidate(self) -> None:
        """By name or code."""
        self._sort(Order.CANDIDATE)

    def sort_by_opening(self) -> None:
        """By the position."""
        self._sort(Order.OPENING)

    def sort_by_kit(self) -> None:
        """By the kit."""
        self._sort(Order.KIT)

    def sort_by_date(self) -> None:
        """Newest first."""
        self._sort(Order.WHEN)
