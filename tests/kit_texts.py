"""Kit files for tests, as text: one from scratch, copies of shipped ones, many prompts, broken ones."""

from collections.abc import Iterator
from pathlib import Path

from interviewer_app.kits import write

HEAD = """format = "interview-kit"
format_version = 1
id = "{id}"
title = "{title}"
publisher = "Tests"
content_version = "{version}"
language = "en"
licence = "CC-BY-4.0"
created = 2026-11-20
updated = 2026-11-20
"""

PROMPT = '''
[[prompts]]
id = "{id}"
version = "1.0.0"
title = "{title}"
type = "past"
minutes = 8
categories = ["C", "A"]
topics = ["rollback"]
candidate_text = """
Tell me about a release of the last two years that you took back. What told you, who decided, how long it
took, and what you changed so that the next one would be shorter. {title}."""
probes = [
  {{ id = "p1", text = "Who was told, and when?" }},
  {{ id = "p2", text = "What would have told you an hour earlier?" }},
]
strong = ["Names the signal {id}.", "Names who decided {id}.", "Says how long it took {id}."]
weak = ["No signal {id}.", "No owner {id}.", "No time {id}."]
'''

PAGES = '''
[[guidance]]
id = "contrast-of-ours"
title = "Two ways to see a launch"
text = """
What looks the same is not.

# How to read it

Area | On the day | A year later

Data | one file | late and partial

Proof | best run | figure by slice

- Read it before the call"""

[[guidance]]
id = "compensation-of-ours"
title = "Pay bands"
text = "Forty-two pieces of silver."

[[guidance]]
id = "glossary"
title = "Glossary of ours"
text = "Canary: a release to few people first."
'''

BROKEN = HEAD.format(id="Bad Id", title="Broken", version="1.0.0") + PROMPT.format(
    id="x-1", title="X"
).replace("minutes = 8", "minutes = 99")


def team_kit(file_id: str = "team-kit", title: str = "Team kit") -> str:
    """A shipped kit with all it needs, as a file of the user's."""
    return write.copy_of_kit("gen-tech-60", file_id, title)


def many(folder: Path, prompts: int, files: int = 5) -> None:
    """So many sound prompts in so many files."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(files):
        made = HEAD.format(id=f"many-{number}", title=f"Many {number}", version="1.0.0")
        made += "".join(_prompts(number, prompts // files))
        (folder / f"many-{number}.toml").write_text(made, encoding="utf-8")


def _prompts(file: int, count: int) -> Iterator[str]:
    return (PROMPT.format(id=f"own-{file}-{n}", title=f"Prompt {n} of {file}") for n in range(count))
