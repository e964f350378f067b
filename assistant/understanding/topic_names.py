"""Finds the names of topics in a message, spelling slips included.

Exact names are found by spaCy's PhraseMatcher over plain words. Where a
message holds a word that no dictionary knows, the stretches of words around
it are compared with every name by rapidfuzz. A word that is an ordinary
English word is never taken for a slip of another: "carers allowance" is no
misspelt "Carers Act".
"""
from collections import defaultdict
from dataclasses import asdict, dataclass
from typing import Dict, FrozenSet, Iterable, List, Sequence, Tuple

from rapidfuzz import fuzz, process
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from assistant.dialogue.question import OWN, SHARED, WEAK
from assistant.store.names import normalise
from assistant.understanding.language import Word, language, words

STRENGTHS = (OWN, WEAK, SHARED)  # the surest first
LOOKUP_PREFIX = "topic"  # names travel in Rasa's lookup tables called topic/<strength>/<topic id>

LIKENESS = 84  # of 100: rapidfuzz ratio between a stretch of words and a name
WORD_LIKENESS = 70  # and between each misspelt word and the word it stands for
SHORTEST_FUZZY_NAME = 6  # letters: shorter names are too like other words
LONGEST_FUZZY_NAME = 6  # words
# Dictation splits and joins words ("ass it transfer request"): these are compared without the spaces.
SQUEEZED_LIKENESS = 94
SHORTEST_SQUEEZED_NAME = 14  # letters; shorter names must be the same letter for letter


@dataclass(frozen=True)
class NameEntry:
    """A name, the topic it means and how surely it means it."""

    name: str
    topic: str
    strength: str


@dataclass(frozen=True)
class Mention:
    """A name found in a message.

    Attributes:
        topics: ids the name may mean: one, unless the name is shared.
        strength: own, weak or shared.
        likeness: 1.0 where spelt as in the store, else below.
        start, end: character offsets in the message.
    """

    topics: Tuple[str, ...]
    strength: str
    likeness: float
    start: int
    end: int

    def as_dict(self) -> dict:
        return asdict(self)


class TopicNames:
    """All names of all topics, ready to be looked for.

    Args:
        entries: the names.
        known_words: ordinary words, in plain form, that are never slips.
    """

    def __init__(self, entries: Iterable[NameEntry], known_words: Iterable[str]):
        by_name: Dict[str, List[NameEntry]] = defaultdict(list)
        for entry in entries:
            by_name[normalise(entry.name)].append(entry)
        self._meanings = {name: _meaning(found) for name, found in by_name.items()}
        # Not the names' own words: some names are slips themselves ("comunity justice act").
        self._known: FrozenSet[str] = frozenset(known_words)
        self._matcher = PhraseMatcher(language().vocab)
        for name in self._meanings:
            self._matcher.add(name, [_plain_doc(name.split())])
        self._fuzzy: Dict[int, List[str]] = defaultdict(list)
        self._squeezed: Dict[str, Dict[str, str]] = defaultdict(dict)  # by first letter
        for name, (_, strength) in self._meanings.items():
            length = len(name.split())
            if len(name) < SHORTEST_FUZZY_NAME or length > LONGEST_FUZZY_NAME:
                continue
            if strength != WEAK or length > 1:
                self._fuzzy[length].append(name)
            if strength != WEAK:
                self._squeezed[name[0]][name.replace(" ", "")] = name

    def find(self, doc: Doc) -> List[Mention]:
        """The names in the message, in its order; longer names win over ones inside them."""
        found = words(doc)
        taken = [False] * len(found)
        matches = self._matcher(_plain_doc([word.plain for word in found])) if found else []
        matches = [(language().vocab.strings[key], start, end) for key, start, end in matches]
        matches.sort(key=lambda match: (match[1] - match[2], match[1]))
        # A hint gives way to a misspelt name around it: "christie commision".
        sure = [match for match in matches if self._meanings[match[0]][1] != WEAK]
        hints = [match for match in matches if self._meanings[match[0]][1] == WEAK]
        mentions = [*self._exact(sure, found, taken), *self._misspelt(found, taken),
                    *self._run_together(found, taken), *self._exact(hints, found, taken)]
        return sorted(mentions, key=lambda mention: mention.start)

    def _exact(self, matches: Sequence[Tuple[str, int, int]], found: Sequence[Word],
               taken: List[bool]) -> List[Mention]:
        mentions = []
        for name, start, end in matches:
            if not any(taken[start:end]):
                taken[start:end] = [True] * (end - start)
                mentions.append(self._mention(name, found[start:end], 1.0))
        return mentions

    def _misspelt(self, found: Sequence[Word], taken: List[bool]) -> Iterable[Mention]:
        unknown = [index for index, word in enumerate(found)
                   if not taken[index] and self._may_be_a_slip(word.plain)]
        for index in unknown:
            best = None
            for start, end in _stretches(index, len(found)):
                if any(taken[start:end]) or end - start not in self._fuzzy:
                    continue
                stretch = [word.plain for word in found[start:end]]
                match = process.extractOne(" ".join(stretch), self._fuzzy[end - start],
                                           scorer=fuzz.ratio, score_cutoff=LIKENESS)
                if match and self._is_a_slip(stretch, match[0].split()):
                    if best is None or match[1] + 3 * (end - start) > best[0]:
                        best = (match[1] + 3 * (end - start), match, start, end)
            if best:
                _, match, start, end = best
                taken[start:end] = [True] * (end - start)
                yield self._mention(match[0], found[start:end], match[1] / 100)

    def _run_together(self, found: Sequence[Word], taken: List[bool]) -> Iterable[Mention]:
        """Names whose words were split or joined, so that their number differs."""
        for size in range(min(LONGEST_FUZZY_NAME + 2, len(found)), 0, -1):
            for start in range(len(found) - size + 1):
                end = start + size
                if any(taken[start:end]):
                    continue
                name, likeness = self._like_squeezed("".join(word.plain for word in found[start:end]))
                if name and len(name.split()) != size:
                    taken[start:end] = [True] * size
                    yield self._mention(name, found[start:end], likeness)

    def _like_squeezed(self, squeezed: str) -> Tuple[str, float]:
        names = self._squeezed.get(squeezed[0], {})
        if squeezed in names:
            return names[squeezed], 1.0
        if len(squeezed) < SHORTEST_SQUEEZED_NAME:
            return "", 0.0
        match = process.extractOne(squeezed, names.keys(), scorer=fuzz.ratio, score_cutoff=SQUEEZED_LIKENESS)
        # "co-production start" is no slip of "co-production star": another ending makes another word.
        if not match or match[0].startswith(squeezed) or squeezed.startswith(match[0]):
            return "", 0.0
        return names[match[0]], match[1] / 100

    def _may_be_a_slip(self, word: str) -> bool:
        return len(word) > 3 and not word.isdigit() and word not in self._known

    def _is_a_slip(self, stretch: Sequence[str], name: Sequence[str]) -> bool:
        """Each word is the name's own, or an unknown word much like it."""
        return all(
            typed == meant
            or (self._may_be_a_slip(typed) and fuzz.ratio(typed, meant) >= WORD_LIKENESS)
            for typed, meant in zip(stretch, name)
        )

    def _mention(self, name: str, stretch: Sequence[Word], likeness: float) -> Mention:
        topics, strength = self._meanings[name]
        return Mention(topics, strength, likeness, stretch[0].start, stretch[-1].end)


def _meaning(entries: Sequence[NameEntry]) -> Tuple[Tuple[str, ...], str]:
    strength = min((entry.strength for entry in entries), key=STRENGTHS.index)
    topics = tuple(sorted({entry.topic for entry in entries if entry.strength == strength}))
    return topics, strength


def _plain_doc(plain: Sequence[str]) -> Doc:
    return Doc(language().vocab, words=list(plain))


def _stretches(index: int, length: int) -> Iterable[Tuple[int, int]]:
    """Every run of up to LONGEST_FUZZY_NAME words that holds word `index`."""
    for size in range(1, LONGEST_FUZZY_NAME + 1):
        for start in range(max(0, index - size + 1), min(index, length - size) + 1):
            yield start, start + size
