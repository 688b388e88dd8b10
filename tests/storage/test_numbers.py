"""SQLite hands the number of a deleted row out again; nobody may take the new row for the old one."""

from pathlib import Path

from interviewer_app.domain.changes import InterviewGone
from interviewer_app.domain.interview import Phase
from tests.builders import a_kit, a_story
from tests.storage.files import a_reader, save


def test_a_kit_that_takes_the_number_of_a_deleted_one_is_read_as_itself(path: Path) -> None:
    save(path, *a_story(Phase.LIVE, "sample", kit=a_kit("kit-of-the-sample"), sample=True).changes)
    reader = a_reader(path)
    assert reader.load("sample").kit.id == "kit-of-the-sample"
    save(path, InterviewGone("sample"))
    mine = a_story(Phase.PREPARED, "mine", kit=a_kit("kit-i-chose", prompts=4))
    save(path, *mine.changes)
    read = reader.load("mine")
    assert (read.kit, read.kit_hash) == (mine.interview.kit, mine.interview.kit_hash)
