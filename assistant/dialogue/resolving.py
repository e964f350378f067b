"""Which topic and facet a question is about, given what went before."""
import re
from dataclasses import dataclass
from typing import Optional, Tuple

from assistant.dialogue.context import Context
from assistant.dialogue.question import CHANGE_TOPIC, FOLLOW_UP, UNSAID, Question
from assistant.dialogue.references import leans_on_context, referred
from assistant.store.vocabulary import ALL_TOPIC_IDS as TOPICS

# Chosen on the dev questions (docs/decisions/0003-thresholds.md).
SURE_ENOUGH = 0.18  # below this the best topic is offered as the closest, not as the answer
BARELY = 0.02  # below this a topic is not even guessed at
CLOSE_CALL = 0.08  # two topics nearer than this, both unsure, are offered as a choice
UNSURE = 0.40  # what "both unsure" means

HINT_COUNTS_BELOW = 0.60  # an unsure topic gives way to half as likely a one whose ordinary name is used

OVERVIEW = "overview"
CO_PRODUCTION = "co_production"  # "how does the first one relate to co-production?" asks of the first one
_CARRIES_ON = re.compile(r"^\W*(?:and|what about|whats about|how about|same|also|an|or)\b", re.I)
_CORRECTS = re.compile(r"\b(?:i|we) mean(?:t)?\b|^\W*(?:no|not|sorry|wrong)\b", re.I)
_ASKS = re.compile(r"\b(?:what|whats|when|where|who|why|how|tell me|explain|can|does|do|is|are)\b", re.I)
BARE = 5  # words: a message this short that holds a name is little more than the name
LAST_SAID = ("source",)  # facets that refer to the passage last given
# A named topic gives way to a described one only where understanding is this sure of it …
SURELY_ANOTHER = 0.75
# … and this sure that it is not the named one: names are often said in passing.
SURELY_NOT = 0.15
# Several topics share the name: the words around it must tell them apart this surely.
SURE_OF_SHARED = 0.90
NAME_AND_FACET = 7  # words: "when did the 2015 Act come in?" tells nothing apart
# With a topic under discussion, one that is merely described must be this likely to take its place.
TAKES_OVER = 0.95
TAKES_OVER_IN_LONG = 0.60  # in a message that would be whole without the turn before


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
    pointed_at = referred(question.text, context)
    if question.named and not (pointed_at and question.named == (CO_PRODUCTION,)):
        topic = _one_of(question.named, question)
        if (question.intent in TOPICS and question.confidence >= SURELY_ANOTHER
                and question.confidence_in(topic) <= SURELY_NOT):
            return Resolved(facet, question.intent, question.confidence)
        return Resolved(facet, topic, max(question.confidence_in(topic), 0.9))
    if pointed_at:
        return Resolved(facet, pointed_at, max(question.confidence_in(pointed_at), 0.9))
    if question.shared:
        return _shared(question, context, facet)
    if question.intent == FOLLOW_UP:
        return _carried(question, context, facet)
    if question.intent == CHANGE_TOPIC:
        return _told_apart(question, facet)
    return _described(question, context, facet)


def _facet(question: Question, context: Context) -> str:
    """A bare change of topic keeps the facet: "when was Christie?", "and the Carers Act?"."""
    if question.facet in (UNSAID, OVERVIEW) and context.pending_facet and _is_bare_name(question):
        return context.pending_facet
    if question.facet in (UNSAID, OVERVIEW) and context.facet and _is_correction(question):
        return context.facet if context.facet not in LAST_SAID else OVERVIEW
    if question.facet != UNSAID:
        return question.facet
    carries = question.intent == CHANGE_TOPIC or _CARRIES_ON.match(question.text)
    if not carries or not context.facet or context.facet in LAST_SAID:
        return OVERVIEW
    return context.facet


def _is_bare_name(question: Question) -> bool:
    return bool(question.named) and len(question.text.split()) <= BARE


def _is_correction(question: Question) -> bool:
    """ "Sorry, I meant the Carers Act": another topic, the same question."""
    return bool(question.mentioned) and bool(_CORRECTS.search(question.text)) and not _ASKS.search(question.text)


def _one_of(named: Tuple[str, ...], question: Question) -> str:
    if question.intent in named:
        return question.intent
    if question.intent == CHANGE_TOPIC:
        return named[-1]  # "not Christie, the Carers Act"
    return max(named, key=question.confidence_in)


def _shared(question: Question, context: Context, facet: str) -> Resolved:
    """ "The 2015 Act": the words around the name may tell which, or that it is another altogether."""
    if context.topic in question.shared:
        return Resolved(facet, context.topic, carried=True)
    says_more = len(question.text.split()) > NAME_AND_FACET
    if says_more and question.intent in TOPICS and question.confidence >= SURE_OF_SHARED:
        return Resolved(facet, question.intent, question.confidence)
    likeliest = sorted(question.shared, key=question.confidence_in, reverse=True)
    return Resolved(facet, candidates=tuple(likeliest))


def _carried(question: Question, context: Context, facet: str) -> Resolved:
    if context.topic:
        return Resolved(facet, context.topic, question.confidence, carried=True)
    return _told_apart(question, facet)


def _told_apart(question: Question, facet: str) -> Resolved:
    """Nothing to carry on from: the topic hinted at, or the likeliest if it stands out among topics."""
    if question.hinted:
        hinted = max(question.hinted, key=question.confidence_in)
        return Resolved(facet, hinted, max(question.confidence_in(hinted), 0.5))
    chances = dict(question.ranking)
    topics = {name: chance for name, chance in chances.items() if name in TOPICS}
    left = 1.0 - chances.get(FOLLOW_UP, 0.0) - chances.get(CHANGE_TOPIC, 0.0)
    topic = max(topics, key=topics.__getitem__, default=None)
    if topic is None or topics[topic] < BARELY:
        return Resolved(facet)
    if topics[topic] / left < UNSURE:
        likeliest = sorted((name for name in topics if topics[name] >= BARELY), key=topics.__getitem__, reverse=True)
        return Resolved(facet, candidates=tuple(likeliest[:3]) if len(likeliest) > 1 else ())
    return Resolved(facet, topic, topics[topic] / left)


def _stays(question: Question, context: Context, topic: str, chance: float) -> bool:
    """Whether a question that names nothing is about the topic under discussion."""
    if topic in question.hinted:
        return False
    follows = question.confidence_in(FOLLOW_UP) + question.confidence_in(context.topic)
    bar = TAKES_OVER if leans_on_context(question.text) else TAKES_OVER_IN_LONG
    return follows > chance or chance < bar


def _described(question: Question, context: Context, facet: str) -> Resolved:
    likeliest = [(name, confidence) for name, confidence in question.ranking if name in TOPICS]
    if not likeliest:
        return Resolved(facet)
    (topic, best), *others = likeliest
    second = others[0][1] if others else 0.0
    follows = question.confidence_in(FOLLOW_UP)
    if context.topic and _stays(question, context, topic, best):
        return Resolved(facet, context.topic, follows, carried=True)
    if len(question.hinted) == 1 and best < HINT_COUNTS_BELOW and question.confidence_in(question.hinted[0]) >= best / 2:
        return Resolved(facet, question.hinted[0], question.confidence_in(question.hinted[0]))
    if best < UNSURE and best - second < CLOSE_CALL and second >= SURE_ENOUGH:
        return Resolved(facet, candidates=tuple(name for name, _ in likeliest[:3]), confidence=best)
    return Resolved(facet, topic, best, closest=best < SURE_ENOUGH)
