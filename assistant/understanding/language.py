"""The project's own spaCy pipeline: tokens, sentences, plain words.

No official spaCy model is on PyPI, so the pipeline starts from
`spacy.blank("en")` and holds only what needs no trained weights.
"""
from dataclasses import dataclass
from functools import lru_cache
from typing import List

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from assistant.store.names import normalise

# Beyond this nothing is read: the longest example question has 90 words.
TEXT_LIMIT = 4000


@dataclass(frozen=True)
class Word:
    """A word as names are compared by, and where it stands in the message."""

    plain: str
    start: int
    end: int


@lru_cache(maxsize=1)
def language() -> Language:
    """The pipeline, made once a process."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?", "…", "\n"]})
    nlp.max_length = TEXT_LIMIT
    return nlp


def read(text: str) -> Doc:
    """The message as a spaCy Doc; what lies past TEXT_LIMIT characters is left out."""
    return language()(text[:TEXT_LIMIT])


def words(doc: Doc) -> List[Word]:
    """The doc's words in plain form, punctuation left out, possessives joined.

    "Christie's report" gives christies, report; "self-directed" gives self, directed.
    """
    found: List[Word] = []
    for token in doc:
        plain = normalise(token.text)
        if not plain:
            continue
        start, end = token.idx, token.idx + len(token)
        if found and token.text[0] in "'’" and found[-1].end == start:
            last = found.pop()
            found.append(Word(last.plain + plain, last.start, end))
            continue
        for piece in plain.split():
            found.append(Word(piece, start, end))
    return found
