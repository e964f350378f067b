"""Offers a short choice when it is not clear which topic is meant, and reads the reply."""
import re
from dataclasses import replace
from typing import Optional, Sequence

from assistant.dialogue.answer import Answer, Move, Suggestion
from assistant.dialogue.filters import filters_in
from assistant.dialogue.references import by_words
from assistant.dialogue.turn import Reply, Turn
from assistant.store.names import normalise
from assistant.store.reader import TopicCard

CHOICES = 4
REPLY_LENGTH = 9  # words: longer replies are new questions
FAINT = 0.05
_ASKS = re.compile(r"\b(?:what|when|where|who|why|how|can|does|do|is|are|must)\b")

_ORDINALS = {
    "1": 0, "one": 0, "first": 0, "1st": 0, "a": 0,
    "2": 1, "two": 1, "second": 1, "2nd": 1, "b": 1,
    "3": 2, "three": 2, "third": 2, "3rd": 2, "c": 2,
    "4": 3, "four": 3, "fourth": 3, "4th": 3, "d": 3,
    "last": -1, "latter": -1, "former": 0,
}
_CHOICE = re.compile(r"^(?:the |number |option |no |um |erm |ok |please )*(\w+)(?: one| option| please)*$")


def offer(turn: Turn, topic_ids: Sequence[str], facet: str, confidence: float) -> Reply:
    """Asks which of the topics is meant; a number, a name or a button resolves it."""
    cards = [card for card in map(turn.store.topic, topic_ids[:CHOICES]) if card]
    lines = [f"{number}. {card.name}: {card.summary}" for number, card in enumerate(cards, 1)]
    answer = Answer(
        Move.CLARIFY, "\n".join([turn.wording.say("unsure.clarify"), *lines]),
        candidates=tuple(card.id for card in cards), facet=facet, confidence=confidence,
        suggestions=tuple(Suggestion(card.name, card.name) for card in cards))
    context = replace(turn.context, candidates=answer.candidates, pending_facet=facet)
    return Reply((answer,), context)


def picked(turn: Turn) -> Optional[str]:
    """The candidate that the reply to an open choice picks: by number, by name or by a few of its words."""
    question, candidates = turn.question, turn.context.candidates
    by_number = chosen(question.text, candidates)
    if by_number:
        return by_number
    for named in (question.named, question.hinted):
        among = [topic for topic in named if topic in candidates]
        if named and len(among) == 1:
            return among[0]
    if question.named or len(question.text.split()) > REPLY_LENGTH or _ASKS.match(normalise(question.text)):
        return None
    cards = [card for card in map(turn.store.topic, candidates) if card]
    return by_words(question.text, cards) or _of_the_nation(question.text, cards) or _likeliest(turn)


def _of_the_nation(text: str, cards: Sequence[TopicCard]) -> Optional[str]:
    """ "The Welsh one"."""
    nation = filters_in(text).get("nation")
    found = [card.id for card in cards if card.nation == nation]
    return found[0] if len(found) == 1 else None


def _likeliest(turn: Turn) -> Optional[str]:
    chances = {topic: turn.question.confidence_in(topic) for topic in turn.context.candidates}
    best = max(chances, key=chances.__getitem__)
    return best if chances[best] > sum(chances.values()) / 2 and chances[best] >= FAINT else None


def asks_something_new(text: str) -> bool:
    """Whether a reply to a choice also asks: "the carers one, when did it start"."""
    return bool(_ASKS.search(normalise(text)))


def chosen(text: str, candidates: Sequence[str]) -> Optional[str]:
    """The candidate that a reply such as "2" or "the second one" picks, if it picks one."""
    match = _CHOICE.match(normalise(text))
    if not match or match.group(1) not in _ORDINALS:
        return None
    index = _ORDINALS[match.group(1)]
    return candidates[index] if index < len(candidates) else None
