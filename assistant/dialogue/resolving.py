"""Which topic and facet a question is about, given what went before."""
from dataclasses import dataclass
from typing import Optional, Tuple

from assistant.dialogue.context import Context
from assistant.dialogue.question import CHANGE_TOPIC, FOLLOW_UP, Question
from assistant.store.vocabulary import TOPIC_IDS

TOPICS = frozenset(topic for room in TOPIC_IDS.values() for topic in room)

# Chosen on the dev questions (docs/decisions/0003-thresholds.md).
SURE_ENOUGH = 0.18  # below this the best topic is offered as the closest, not as the answer
CLOSE_CALL = 0.08  # two topics nearer than this, both unsure, are offered as a choice
UNSURE = 0.40  # what "both unsure" means
FACET_SURE = 0.55  # a facet that a change of topic brings along beats the carried one

OVERVIEW = "overview"
LAST_SAID = ("easy", "source")  # facets that refer to the passage last given


@dataclass(frozen=True)
class Resolved:
    """A question with its gaps filled from the conversation.

    Attributes:
        topic: None where it could not be told.
        facet: what is asked for.
        carried: True where the topic came from the conversation.
        candidates: topics to choose from where it could not be told.
        closest: True where `topic` is only the nearest there is.
    """

    facet: str
    topic: Optional[str] = None
    confidence: float = 1.0
    carried: bool = False
    candidates: Tuple[str, ...] = ()
    closest: bool = False


def resolve(question: Question, context: Context) -> Resolved:
    """Fills in the topic and facet that the question leaves to the conversation."""
    facet = _facet(question, context)
    if question.named:
        topic = _one_of(question.named, question)
        return Resolved(facet, topic, max(question.confidence_in(topic), 0.9))
    if question.shared:
        return _shared(question, context, facet)
    if question.intent == FOLLOW_UP:
        return _carried(question, context, facet)
    if question.intent == CHANGE_TOPIC:
        return _changed(question, context, facet)
    return _described(question, context, facet)


def _facet(question: Question, context: Context) -> str:
    """A bare change of topic keeps the facet: "when was Christie?", "and the Carers Act?"."""
    if question.intent != CHANGE_TOPIC or not context.facet or context.facet in LAST_SAID:
        return question.facet
    sure = question.facet_confidence >= FACET_SURE and question.facet != OVERVIEW
    return question.facet if sure else context.facet


def _one_of(named: Tuple[str, ...], question: Question) -> str:
    if question.intent in named:
        return question.intent
    if question.intent == CHANGE_TOPIC:
        return named[-1]  # "not Christie, the Carers Act"
    return max(named, key=question.confidence_in)


def _shared(question: Question, context: Context, facet: str) -> Resolved:
    if context.topic in question.shared and question.intent == FOLLOW_UP:
        return Resolved(facet, context.topic, carried=True)
    likeliest = sorted(question.shared, key=question.confidence_in, reverse=True)
    best = question.confidence_in(likeliest[0])
    if best >= UNSURE:
        return Resolved(facet, likeliest[0], best)
    return Resolved(facet, candidates=tuple(likeliest))


def _carried(question: Question, context: Context, facet: str) -> Resolved:
    if context.topic:
        return Resolved(facet, context.topic, question.confidence, carried=True)
    if question.hinted:
        topic = max(question.hinted, key=question.confidence_in)
        return Resolved(facet, topic, max(question.confidence_in(topic), 0.5))
    return Resolved(facet)


def _changed(question: Question, context: Context, facet: str) -> Resolved:
    if question.hinted:
        topic = max(question.hinted, key=question.confidence_in)
        return Resolved(facet, topic, max(question.confidence_in(topic), 0.5))
    return _described(question, context, facet)


def _described(question: Question, context: Context, facet: str) -> Resolved:
    likeliest = [(name, confidence) for name, confidence in question.ranking if name in TOPICS]
    if not likeliest:
        return Resolved(facet)
    (topic, best), *others = likeliest
    second = others[0][1] if others else 0.0
    follows = question.confidence_in(FOLLOW_UP)
    if context.topic and follows + question.confidence_in(context.topic) > best and follows > second:
        return Resolved(facet, context.topic, follows, carried=True)
    if best < UNSURE and best - second < CLOSE_CALL and second >= SURE_ENOUGH:
        return Resolved(facet, candidates=tuple(name for name, _ in likeliest[:3]), confidence=best)
    return Resolved(facet, topic, best, closest=best < SURE_ENOUGH)
