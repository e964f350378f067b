"""The closest there is, when nothing is sure."""
from dataclasses import replace

from assistant.dialogue.answer import Answer, Move
from assistant.dialogue.turn import Turn
from assistant.store.search import search


def closest_passage(turn: Turn) -> Answer:
    """The passage whose words fit the question best, offered as no more than that."""
    found = search(turn.store, turn.question.text, limit=1)
    if not found:
        return turn.say(Move.NOT_FOUND, "unsure.nothing", confidence=0.0,
                        suggestions=(turn.button("help"), turn.button("list")))
    topic_id, facet = found[0].split("/")
    topic, passage = turn.store.topic(topic_id), turn.store.passage(topic_id, facet)
    lead = turn.wording.say("unsure.closest", topic=topic.in_sentence)
    return replace(
        Answer(Move.NOT_FOUND, f"{lead}\n\n{passage.text}", heading=topic.name),
        passages=(passage.id,), sources=passage.sources, standing=passage.standing,
        nation=passage.nation, checked_on=passage.checked_on, candidates=(topic_id,),
        confidence=turn.question.confidence, suggestions=(turn.button("help"), turn.button("list")))
