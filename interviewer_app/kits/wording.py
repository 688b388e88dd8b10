"""Warnings about how a question is put: figures, names, leading words, topics. Imported by kits only.

Words come from data and depend on the language of the file; what needs no words is checked in any language.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from interviewer_app.domain.kits.kit import Category, Prompt, PromptType
from interviewer_app.kits.entries import Contents
from interviewer_app.kits.findings import Report, shown
from interviewer_app.kits.locate import Path
from interviewer_app.kits.schema import SCORES
from interviewer_app.kits.wordlists import Wordlists, wordlists, words_of

LONG_READING = 900
"""Characters that take a minute to read aloud."""
_FIGURES_WANTED = 2
_FIGURE = re.compile(r"\d[\d.,:/]*")
_QUESTION_MARKS = "?\u061f\uff1f"
"""Latin, Arabic and the wide one."""
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_SHORT_QUESTION = 16
"""Words; whoever asks at greater length asks for more than a name."""
_SCRIPTS = {
    "ARABIC": "ar fa ur ps ckb ug sd",
    "HEBREW": "he yi",
    "CYRILLIC": "ru uk bg mk be kk ky mn tg",
    "GREEK": "el",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "DEVANAGARI": "hi mr ne",
    "CJK HIRAGANA KATAKANA HANGUL": "zh ja ko yue",
    "THAI": "th",
}
"""First words of character names, and the languages written so; one named nowhere may use any script."""
_LATIN = (
    "en de fr es it pt nl sv da nb nn no fi pl cs sk hu ro tr vi id ms et lv lt sl hr ca eu gl is ga cy af sw"
)


def check(file: Contents, report: Report) -> None:
    """Report every warning about words."""
    lists = wordlists(file.language)
    _language(file, report)
    for number, prompt in enumerate(file.prompts):
        path = ("prompts", number)
        if len(prompt.candidate_text) > LONG_READING:
            report.add("W09", (*path, "candidate_text"))
        _figures(prompt, path, report, lists)
        _probes(prompt, path, report, lists)
        if lists is not None:
            _names(prompt, path, report, lists)
            _topics(prompt, path, report, lists)
    if lists is not None:
        for number, card in enumerate(file.scorecards):
            for place, category in enumerate(card.categories):
                _topics(category, ("scorecards", number, "categories", place), report, lists)


def _language(file: Contents, report: Report) -> None:
    """The script of what candidates read is one the language is written in."""
    scripts = next(
        (name for name, tags in _SCRIPTS.items() if file.language.split("-")[0] in tags.split()), ""
    )
    if not scripts and file.language.split("-")[0] in _LATIN.split():
        scripts = "LATIN"
    text = "".join(prompt.candidate_text for prompt in file.prompts)
    if not scripts or len(file.language.split("-")) > 2 or (scripts == "LATIN" and text.isascii()):
        return
    letters = Counter(c for c in text[:1_000] if c.isalpha())
    wanted = tuple(scripts.split())
    own = sum(count for c, count in letters.items() if unicodedata.name(c, "").startswith(wanted))
    if own * 2 < letters.total():
        report.add("W07", ("language",), found=file.language)


def _figures(prompt: Prompt, path: Path, report: Report, lists: Wordlists | None) -> None:
    if prompt.type not in (PromptType.SITUATIONAL, PromptType.DESIGN) or not prompt.candidate_text:
        return
    count = len(_FIGURE.findall(prompt.candidate_text))
    wanted = _FIGURES_WANTED if lists is not None else 1  # others may write them out, and we cannot tell
    if count < wanted and lists is not None:
        count += sum(word in lists.figures for word in words_of(prompt.candidate_text))
    if count < wanted:
        report.add("W03", (*path, "candidate_text"))


def _names(prompt: Prompt, path: Path, report: Report, lists: Wordlists) -> None:
    """A candidate text that asks for nothing but acquaintance; in probes one short question is enough."""
    asked = [
        words_of(part) for part in _SENTENCE.findall(prompt.candidate_text) if part.rstrip().endswith("?")
    ]
    told = lists.deeds.find(words_of(prompt.candidate_text))
    if asked and told is None and all(_is_name_only(words, lists) for words in asked):
        report.add("W04", (*path, "candidate_text"))
    for number, probe in enumerate(prompt.probes):
        if _is_name_only(words_of(probe.text), lists):
            report.add("W04", (*path, "probes", number, "text"))


def _is_name_only(words: list[str], lists: Wordlists) -> bool:
    if len(words) > _SHORT_QUESTION or lists.deeds.find(words) is not None:
        return False
    found = lists.name_only.find(words)
    return found is not None and found[0] == 0


def _probes(prompt: Prompt, path: Path, report: Report, lists: Wordlists | None) -> None:
    """One question mark each, and none that says what it hopes to hear."""
    for number, probe in enumerate(prompt.probes):
        where = (*path, "probes", number, "text")
        if sum(probe.text.count(mark) for mark in _QUESTION_MARKS) > 1:
            report.add("W05 double", where)
        if lists is not None and lists.leading.find(words_of(probe.text)) is not None:
            report.add("W05", where)


def _topics(entry: Prompt | Category, path: Path, report: Report, lists: Wordlists) -> None:
    given = report.value_at((*path, "scenario_subject"))
    subjects = [str(topic).strip() for topic in given] if isinstance(given, list) else []
    for number, topic in enumerate(subjects):
        if topic and topic not in lists.topic_ids:
            report.unknown_word((*path, "scenario_subject", number), shown(topic), lists.topic_ids)
    for where, text in _read_by_candidates(entry):
        words = words_of(text)
        found = lists.topics.find(words)
        if found is not None:
            _at, said, topic = found
            if topic not in subjects:
                report.add("W11", (*path, *where), found=said, topic=topic)


def _read_by_candidates(entry: Prompt | Category) -> Iterator[tuple[Path, str]]:
    """Where and what: anchors count as well, for they decide what is looked for."""
    if isinstance(entry, Category):
        for score, text in zip(SCORES, entry.anchors, strict=True):
            yield ("anchors", score), text
        for number, variant in enumerate(entry.variants):
            for at, text in variant.anchors.items():
                yield ("variants", number, "anchors", str(at)), text
        return
    yield ("candidate_text",), entry.candidate_text
    for number, probe in enumerate(entry.probes):
        yield ("probes", number, "text"), probe.text
