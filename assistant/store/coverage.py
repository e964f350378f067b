"""`make coverage`: what the store covers, topic by facet, in docs/coverage.md.

    python -m assistant.store.coverage [--check]
"""
import sys
from pathlib import Path
from statistics import median
from typing import Dict, Iterator, List

from assistant.store import readability
from assistant.store.content import load_topics
from assistant.store.generated import write_or_check
from assistant.store.topic import Passage, Topic
from assistant.store.vocabulary import TOPIC_IDS, WRITTEN_FACETS

COVERAGE = Path("docs/coverage.md")
YEARS_AT_SCHOOL_ENTRY = 5  # a reading age is the school grade plus five
HEADINGS = {"policies": "Policies", "principles": "Principles", "concepts": "Concepts"}


def reading_age(topic: Topic, passage: Passage) -> float:
    """The reading age of the passage's easy text, in years; the topic's names count as one short word."""
    return readability.grade(passage.easy, [topic.name, *topic.aliases]) + YEARS_AT_SCHOOL_ENTRY


def coverage_text(topics: Dict[str, Topic]) -> str:
    """The whole document."""
    lines = [*_summary(list(topics.values()))]
    for room, ids in TOPIC_IDS.items():
        facets = [facet.value for facet in WRITTEN_FACETS]
        lines += ["", f"## {HEADINGS[room]}", "",
                  "| topic | " + " | ".join(facets) + " | sources | questions | near misses | oldest check |",
                  "| --- |" + " --- |" * (len(facets) + 4)]
        lines += [_row(topics[topic_id]) for topic_id in ids if topic_id in topics]
    return "\n".join(lines) + "\n"


def _summary(topics: List[Topic]) -> Iterator[str]:
    passages = [(topic, passage) for topic in topics for passage in topic.passages.values()]
    ages = [reading_age(topic, passage) for topic, passage in passages]
    lengths = [readability.words(passage.text) for _, passage in passages]
    questions = [len(asked) for topic in topics for asked in topic.questions.values()]
    cells = len(topics) * len(WRITTEN_FACETS)
    yield "# Coverage"
    yield ""
    yield "Made by `make coverage` from the topic files; a test checks that it is up to date."
    yield ("Each cell: words in the passage / reading age of its easy version, in years "
           "(Flesch-Kincaid grade plus five, the topic's names counted as one short word). "
           "A dash: no passage, because the facet makes no sense there or nothing certain is known.")
    yield ""
    yield f"- {len(topics)} topics, {len(passages)} passages: {len(passages) / cells:.1%} of all {cells} cells"
    yield f"- passages: {min(lengths)} to {max(lengths)} words, median {median(lengths):.0f}"
    yield (f"- easy versions: median reading age {median(ages):.1f}, "
           f"{sum(age <= 11 for age in ages) / len(ages):.1%} at 11 or below, highest {max(ages):.1f}")
    yield f"- {sum(questions)} example questions, {sum(len(topic.near_misses) for topic in topics)} near misses"


def _row(topic: Topic) -> str:
    cells = []
    for facet in WRITTEN_FACETS:
        passage = topic.passages.get(facet)
        cells.append(f"{readability.words(passage.text)} / {reading_age(topic, passage):.0f}" if passage else "–")
    oldest = min(passage.checked_on for passage in topic.passages.values())
    asked = sum(len(questions) for questions in topic.questions.values())
    return "| " + " | ".join([topic.name, *cells, str(len(topic.sources)), str(asked),
                              str(len(topic.near_misses)), oldest]) + " |"


def main(arguments: list) -> int:
    """Writes the file; with --check, only says whether it is up to date."""
    return write_or_check(COVERAGE, coverage_text(load_topics()), arguments, "coverage")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
