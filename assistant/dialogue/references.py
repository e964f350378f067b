"""Topics that a message points at through the conversation: "the second one", "back to carers"."""
import re
from typing import Iterable, List, Optional, Sequence, Tuple

from assistant.dialogue.context import Context
from assistant.store.names import normalise
from assistant.store.reader import TopicCard

_PLACES = {"first": 0, "1st": 0, "former": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3,
           "last": -1, "latter": -1}
_PLACE = re.compile(rf"\bthe ({'|'.join(_PLACES)})(?: (?:one|yin|of them|of those|of the two))?"
                    r"(?= (?:say|said|published|passed|written|led|do|does|did|start|started|come|about|get|mean|work|apply|cover)\b|$)"
                    rf"|\bthe ({'|'.join(_PLACES)}) (?:one|yin|of them|of those|of the two|act|law|policy|principle)\b"
                    r"|\bthe (former|latter)\b")
_OTHER = re.compile(r"\b(?:the|that) other(?: one| yin| act| law)?(?=$| (?:one|yin|act|law)\b)")
_POINTS = re.compile(r"\b(?:back (?:to|tae)|return to|(?:the|that|this|other) (?:[a-z0-9]+ ){1,4}(?:one|yin|ones))\b")
_PRONOUN = re.compile(r"\b(?:it|its|that|this|they|them|their|those|these|there|he|she|her|him)\b")
# Words that say nothing of which topic is meant.
_EMPTY = frozenset(
    "the a an of for in on to tae and or act law one yin ones that this back go about scotland scottish no not "
    "i meant mean sorry what whats is tell me please other with from ok now then lets go co production".split())
SHORT = 6  # words


def referred(text: str, context: Context) -> Optional[str]:
    """The topic that "the second one", "the latter" or "the other one" stands for."""
    plain = normalise(text)
    place = _PLACE.search(plain)
    if place and len(context.shown) > 1:
        index = _PLACES[place.group(1) or place.group(2) or place.group(3)]
        return context.shown[index] if index < len(context.shown) else None
    if _OTHER.search(plain):
        pair = context.shown if len(context.shown) == 2 else context.recent[:2]
        others = [topic for topic in pair if topic != context.topic]
        return others[0] if others else None
    return None


def points_at_a_topic(text: str) -> bool:
    """Whether the message picks a topic out by a few of its words: "the planning one", "back to carers"."""
    return bool(_POINTS.search(normalise(text)))


def leans_on_context(text: str) -> bool:
    """Whether the message is not whole without the turn before: a pronoun, or hardly any words."""
    plain = normalise(text)
    return bool(_PRONOUN.search(plain)) or len(plain.split()) <= SHORT


def has_pronoun(text: str) -> bool:
    """Whether a pronoun stands for something said before."""
    return bool(_PRONOUN.search(normalise(text)))


def by_words(text: str, cards: Iterable[TopicCard]) -> Optional[str]:
    """The one topic whose name shares most words with the message; None where two are level.

    Words are compared by their first five letters, so that "carer" finds "Carers".
    """
    return _best(text, cards)[0]


def nearest_by_words(text: str, near: Iterable[TopicCard], all_cards: Iterable[TopicCard]) -> Tuple[Optional[str], int]:
    """As `by_words`, with a preference for topics of the conversation; and how many words were shared."""
    topic, shared = _best(text, near)
    other, more = _best(text, all_cards)
    return (other, more) if more > shared else (topic, shared)


def _best(text: str, cards: Iterable[TopicCard]) -> Tuple[Optional[str], int]:
    wanted = set(_stems(text))
    scores: List[Tuple[int, str]] = sorted(
        ((len(wanted & set(_stems(card.name))), card.id) for card in cards), reverse=True)
    if not scores or scores[0][0] == 0:
        return None, 0
    is_alone = len(scores) == 1 or scores[1][0] < scores[0][0]
    return (scores[0][1], scores[0][0]) if is_alone else (None, 0)


def _stems(text: str) -> Sequence[str]:
    return [word[:5] for word in normalise(text).split() if word not in _EMPTY and not word.isdigit()]
