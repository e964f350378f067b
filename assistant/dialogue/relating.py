"""What a topic is linked with, and why."""
from typing import Optional

from assistant.dialogue.answer import Answer, Move, Suggestion
from assistant.dialogue.resolving import TOPICS
from assistant.dialogue.turn import Reply, Turn, reply
from assistant.store.reader import RelationCard
from assistant.store.vocabulary import TOPIC_IDS

SHOWN = 10


def related(turn: Turn) -> Reply:
    """The topics linked with the one that is meant, each with the reason."""
    topic = turn.store.topic(_topic_meant(turn) or "")
    if topic is None:
        return reply(turn, turn.say(Move.CLARIFY, "unsure.which_topic", confidence=0.0))
    relations = [relation for relation in turn.store.relations(topic.id)
                 if turn.store.topic(_other(relation, topic.id))]
    wanted = _room_wanted(turn.question.text, topic.id)
    relations = [relation for relation in relations
                 if not wanted or _other(relation, topic.id) in TOPIC_IDS[wanted]] or relations
    if not relations:
        return reply(turn, Answer(Move.RELATED, turn.wording.say("related.none", topic=topic.in_sentence),
                                  topic=topic.id))
    relations = relations[:SHOWN]
    others = [turn.store.topic(_other(relation, topic.id)) for relation in relations]
    lines = [f"- {other.name}: {relation.why}" for other, relation in zip(others, relations)]
    overview = turn.store.passage(topic.id, "overview")
    answer = Answer(
        Move.RELATED,
        "\n".join([turn.wording.say("related.found", topic=topic.in_sentence), "", *lines]),
        topic=topic.id, topics=tuple(other.id for other in others), passages=(overview.id,),
        sources=overview.sources, checked_on=overview.checked_on,
        suggestions=tuple(Suggestion(other.name, other.name) for other in others[:3]),
        confidence=turn.question.confidence)
    return reply(turn, answer)


def _topic_meant(turn: Turn) -> Optional[str]:
    question = turn.question
    for topics in (question.named, question.hinted, question.shared):
        if topics:
            return max(topics, key=question.confidence_in)
    if turn.context.topic:
        return turn.context.topic
    return next((name for name, confidence in question.ranking
                 if name in TOPICS and confidence >= 0.05), None)


def _room_wanted(text: str, topic_id: str) -> Optional[str]:
    """ "Which principles…" of a policy, "which policies…" of a principle."""
    lowered = text.lower()
    if "principle" in lowered and topic_id not in TOPIC_IDS["principles"]:
        return "principles"
    if any(word in lowered for word in ("polic", "law", "act", "legislation")):
        return "policies" if topic_id not in TOPIC_IDS["policies"] else None
    return None


def _other(relation: RelationCard, topic_id: str) -> str:
    return relation.to_id if relation.topic_id == topic_id else relation.topic_id
