"""The answer to a question on one topic."""
from dataclasses import replace
from typing import Optional, Tuple

from assistant.dialogue.answer import Answer, Move, Suggestion
from assistant.dialogue.choosing import offer
from assistant.dialogue.question import CHANGE_TOPIC, Question
from assistant.dialogue.references import nearest_by_words, points_at_a_topic, referred
from assistant.dialogue.resolving import Resolved, resolve
from assistant.dialogue.searching import closest_passage
from assistant.dialogue.turn import Reply, Turn, reply
from assistant.store.reader import PassageCard, TopicCard

SUGGESTIONS = 3
SOURCES_SHOWN = 8

# Where a topic has no passage for a facet, the first of these that it has.
NEAREST = {
    "purpose": ("overview",),
    "key_points": ("overview",),
    "co_production": ("key_points", "overview"),
    "date": ("overview",),
    "who": ("overview",),
    "rights_and_duties": ("key_points", "overview"),
    "how_to": ("rights_and_duties", "key_points", "overview"),
    "example": ("impact", "co_production", "overview"),
    "impact": ("example", "key_points", "overview"),
}
# What people ask next, by and large; also what "tell me more" goes on with.
NEXT = ("key_points", "co_production", "rights_and_duties", "how_to", "who", "date",
        "example", "impact", "purpose", "overview")


def answer_turn(turn: Turn) -> Reply:
    """Answers each question of the message, in order."""
    answers, context = [], turn.context
    for question in turn.questions:
        each = replace(turn, questions=(question,), context=context)
        said = answer_question(each, resolve(pointed_out(each), context))
        answers.extend(said.answers)
        context = said.context
    return Reply(tuple(answers), context)


def pointed_out(turn: Turn) -> Question:
    """The question, with the topic named that "the planning one" or "back to carers" picks out."""
    question, context = turn.question, turn.context
    if question.named or not (points_at_a_topic(question.text) or question.intent == CHANGE_TOPIC):
        return question
    if len(question.hinted) == 1:
        return replace(question, named=question.hinted)
    near = dict.fromkeys([*context.shown, *context.recent])
    topic, shared = nearest_by_words(
        question.text, [card for card in map(turn.store.topic, near) if card], turn.store.topics())
    if topic is None and context.topic:
        alike = turn.store.topics(kind=turn.store.topic(context.topic).kind)
        topic, shared = nearest_by_words(question.text, alike, alike)
    if topic is None or (shared < 2 and referred(question.text, context)):
        return question
    return replace(question, named=(topic,))


def answer_question(turn: Turn, resolved: Resolved) -> Reply:
    """Answers one question, or asks which topic is meant."""
    if resolved.candidates:
        return offer(turn, resolved.candidates, resolved.facet, resolved.confidence)
    if resolved.topic is None:
        asked = turn.say(Move.CLARIFY, "unsure.which_topic", facet=resolved.facet, confidence=0.0)
        return Reply((asked,), replace(turn.context, pending_facet=resolved.facet))
    topic = turn.store.topic(resolved.topic)
    if topic is None or resolved.closest:
        return reply(turn, closest_passage(turn))
    return answer_topic(turn, topic, resolved)


def answer_topic(turn: Turn, topic: TopicCard, resolved: Resolved) -> Reply:
    """The passage, the sources or the plain-language version that was asked for."""
    same_topic = topic.id == turn.context.topic
    last_facet = turn.context.served_facet if same_topic and resolved.carried else None
    if resolved.facet == "source":
        answer, served = _sources(turn, topic, last_facet), last_facet
    elif resolved.facet == "easy":
        answer, served = _easy(turn, topic, last_facet or "overview")
    else:
        wanted = _gone_on_from(turn, topic, resolved, last_facet)
        answer, served = _passage(turn, topic, resolved.facet, wanted)
    answer = replace(
        answer, topic=topic.id, facet=resolved.facet, confidence=resolved.confidence,
        suggestions=next_questions(turn, topic, resolved.facet, served))
    context = replace(turn.context, topic=topic.id, facet=resolved.facet, served_facet=served or "overview",
                      candidates=(), pending_facet=None, misses=0)
    return Reply((answer,), context)


def next_questions(turn: Turn, topic: TopicCard, *facets: Optional[str]) -> Tuple[Suggestion, ...]:
    """Questions on the same topic that have an answer and were not just asked."""
    known = turn.store.suggested_questions(topic.id)
    written = turn.store.facets(topic.id)
    order = [facet for facet in NEXT if facet in written and facet in known and facet not in facets]
    chosen = order[:SUGGESTIONS]
    if "easy" not in facets and "easy" in known:
        chosen.append("easy")
    return tuple(Suggestion(turn.wording.say(f"facets.{facet}.title"), known[facet])
                 for facet in chosen)


def _passage(turn: Turn, topic: TopicCard, asked: str, wanted: str) -> Tuple[Answer, str]:
    passage = turn.store.passage(topic.id, wanted)
    lead = ""
    if passage is None:
        passage = _nearest(turn, topic, wanted)
        lead = turn.wording.say("answer.no_facet", topic=topic.in_sentence,
                                facet=turn.wording.say(f"facets.{wanted}.phrase"))
    answer = _from_passage(topic, passage, "\n\n".join(filter(None, [lead, passage.text])))
    if passage.facet != asked:
        answer = replace(answer, served_facet=passage.facet)
    return answer, passage.facet


def _easy(turn: Turn, topic: TopicCard, facet: str) -> Tuple[Answer, str]:
    passage = turn.store.passage(topic.id, facet) or _nearest(turn, topic, facet)
    text = f"{turn.wording.say('answer.easy')}\n\n{passage.easy}"
    return _from_passage(topic, passage, text), passage.facet


def _sources(turn: Turn, topic: TopicCard, last_facet: Optional[str]) -> Answer:
    passage = turn.store.passage(topic.id, last_facet) if last_facet else None
    if passage:
        text = turn.wording.say("answer.source_of_last", topic=topic.in_sentence)
        return replace(_from_passage(topic, passage, text), standing=None, nation=None)
    overview = _nearest(turn, topic, "overview")
    sources = tuple(turn.store.sources(topic.id)[:SOURCES_SHOWN])
    text = turn.wording.say("answer.source", topic=topic.in_sentence)
    return Answer(Move.ANSWER, text, heading=topic.name, sources=sources,
                  passages=(overview.id,), checked_on=overview.checked_on)


def _nearest(turn: Turn, topic: TopicCard, facet: str) -> PassageCard:
    for other in (*NEAREST.get(facet, ()), "overview"):
        passage = turn.store.passage(topic.id, other)
        if passage:
            return passage
    raise LookupError(f"{topic.id} has no overview")  # the topic file's schema rules this out


def _gone_on_from(turn: Turn, topic: TopicCard, resolved: Resolved, last_facet: Optional[str]) -> str:
    """ "Tell me more" after the main points goes on to the next thing, not round again."""
    if resolved.facet != last_facet or resolved.facet != "key_points":
        return resolved.facet
    written = turn.store.facets(topic.id)
    return next((facet for facet in NEXT[1:] if facet in written), resolved.facet)


def _from_passage(topic: TopicCard, passage: PassageCard, text: str) -> Answer:
    return Answer(
        Move.ANSWER, text, heading=topic.name, passages=(passage.id,), sources=passage.sources,
        standing=passage.standing, nation=passage.nation, checked_on=passage.checked_on)
