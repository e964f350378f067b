"""How hard a text is to read.

The measure is the Flesch-Kincaid grade (Kincaid and others, 1975) as textstat
computes it; a reading age is the grade plus five. Names of policies are long
and cannot be shortened, so each counts as one short word.
"""
import re
from typing import Iterable

import textstat

EASY_GRADE_LIMIT = 7.0  # reading age 12: names aside, "about 11" with some slack
EASY_WORD_LIMIT = 60
TEXT_WORD_LIMIT = 110
TEXT_WORD_MINIMUM = 30


def words(text: str) -> int:
    """How many words a reader meets."""
    return len(text.split())


def grade(text: str, names: Iterable[str] = ()) -> float:
    """The Flesch-Kincaid grade of `text`, each of `names` counted as one short word."""
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "it", text, flags=re.IGNORECASE)
    lines = [line.strip().lstrip("- ").strip() for line in text.splitlines()]
    sentences = [line if line.endswith((".", "!", "?")) else f"{line}." for line in lines if line]
    return textstat.flesch_kincaid_grade(" ".join(sentences))
