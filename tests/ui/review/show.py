"""The review screen as a picture: python -m tests.ui.review.show OUT.png --theme dark --page points."""

import argparse
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from interviewer_app.domain.interview import Recommendation
from interviewer_app.ui.review.pages import PageRequest, ReviewPage
from interviewer_app.ui.style import app_style, theme
from tests.controllers.desk import HandClock
from tests.ui.review.stories import Story, a_desk

STORIES = {
    "category": ("four_settled", PageRequest(ReviewPage.CATEGORY, "C")),
    "unseen": ("four_settled", PageRequest(ReviewPage.CATEGORY, "E")),
    "empty": ("held", PageRequest(ReviewPage.CATEGORY, "E")),
    "points": ("four_settled", PageRequest(ReviewPage.STRENGTHS)),
    "strongest": ("four_settled", PageRequest(ReviewPage.STRONGEST)),
    "gaps": ("four_settled", PageRequest(ReviewPage.GAPS)),
    "detours": ("out_of_order", PageRequest(ReviewPage.DETOURS)),
    "late": ("out_of_order", PageRequest(ReviewPage.GAPS)),
    "locked": ("four_settled", PageRequest(ReviewPage.RECOMMENDATION)),
    "recommendation": ("all_settled", PageRequest(ReviewPage.RECOMMENDATION)),
    "finalised": ("finalised", PageRequest(ReviewPage.RECOMMENDATION)),
    "shut": ("finalised", PageRequest(ReviewPage.CATEGORY, "C")),
}


def main() -> int:
    """Draw one page into a file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("--theme", default="light", choices=["light", "dark", "high"])
    parser.add_argument("--size", default="1280x772")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--page", default="category", choices=list(STORIES))
    parser.add_argument("--since", type=float, default=240.0, help="seconds since the end of the call")
    given = parser.parse_args()
    app = QApplication(sys.argv[:1])
    app_style.install(app)
    theme.apply(app, given.theme, given.scale)
    width, height = map(int, given.size.split("x"))
    name, wish = STORIES[given.page]
    story, clock = Story(), HandClock()
    clock.seconds = 3_480.0 + given.since
    if name != "out_of_order":
        story.held()
    if name != "held":
        getattr(story, name)()
    with tempfile.TemporaryDirectory() as folder, a_desk(Path(folder), story, (width, height), clock) as desk:
        desk.screen.show_page(wish)
        app.processEvents()
        if given.page == "recommendation":
            desk.controller.conclusion.recommend(Recommendation.YES)
            desk.controller.conclusion.write_reason("Sound in")
            app.processEvents()
        desk.screen.grab().save(given.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
