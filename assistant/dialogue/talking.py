"""Greetings, refusals and everything else that is not about one topic."""
from dataclasses import replace
from typing import Tuple

from assistant.dialogue.answer import Answer, Move, Suggestion
from assistant.dialogue.turn import Reply, Turn, reply

TEXT_LIMIT = 2000  # characters: about 350 words


def social(turn: Turn, move: Move) -> Reply:
    """A greeting, a thank-you and the like; the topic under discussion is kept."""
    suggestions: Tuple[Suggestion, ...] = ()
    if move in (Move.GREET, Move.HELP, Move.FEEDBACK_BAD, Move.BOT_CHALLENGE):
        suggestions = (turn.button("list"),)
    return reply(turn, turn.say(move, f"welcome.{move.value}", suggestions=suggestions,
                                confidence=turn.question.confidence))


def out_of_scope(turn: Turn) -> Reply:
    """A refusal that says what is covered and where to go instead."""
    return reply(turn, turn.say(
        Move.OUT_OF_SCOPE, "refusal.out_of_scope", reason="off_topic",
        confidence=turn.question.confidence, suggestions=(turn.button("help"), turn.button("list"))))


def legal_advice(turn: Turn) -> Reply:
    """What the law says in general, with a clear limit and where to get advice."""
    answer = turn.say(Move.LEGAL_ADVICE, "refusal.legal_advice", confidence=turn.question.confidence)
    topic_id = next(iter(turn.question.named), None)
    passage = turn.store.passage(topic_id, "rights_and_duties") if topic_id else None
    if passage is None:
        return reply(turn, replace(answer, suggestions=(turn.button("list"),)))
    topic = turn.store.topic(topic_id)
    lead = turn.wording.say("refusal.legal_advice_topic", topic=topic.in_sentence)
    answer = replace(
        answer, text=f"{answer.text}\n\n{lead}\n\n{passage.text}", topic=topic.id,
        passages=(passage.id,), sources=passage.sources, standing=passage.standing,
        nation=passage.nation, checked_on=passage.checked_on)
    return reply(turn, answer)


def restart(turn: Turn) -> Reply:
    """Forgets the conversation and greets again."""
    answer = turn.say(Move.GREET, "welcome.restart", reason="restart", suggestions=(turn.button("list"),))
    return Reply((answer,), type(turn.context)())


def unreadable(turn: Turn) -> Answer:
    """For a message without words, or far too long to be a question."""
    key = "refusal.too_long" if turn.question.text else "refusal.empty"
    return turn.say(Move.NOT_FOUND, key, reason=key.split(".")[1], confidence=0.0)


def is_unreadable(turn: Turn) -> bool:
    """Nothing at all, or more than TEXT_LIMIT characters."""
    return not turn.question.text or len(turn.question.text) > TEXT_LIMIT
