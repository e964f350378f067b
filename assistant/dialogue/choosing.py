"""Offers a short choice when it is not clear which topic is meant, and reads the reply."""
import re
from dataclasses import replace
from typing import Optional, Sequence

from assistant.dialogue.answer import Answer, Move, Suggestion
from assistant.dialogue.turn import Reply, Turn
from assistant.store.names import normalise

CHOICES = 4

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


def chosen(text: str, candidates: Sequence[str]) -> Optional[str]:
    """The candidate that a reply such as "2" or "the second one" picks, if it picks one."""
    match = _CHOICE.match(normalise(text))
    if not match or match.group(1) not in _ORDINALS:
        return None
    index = _ORDINALS[match.group(1)]
    return candidates[index] if index < len(candidates) else None
