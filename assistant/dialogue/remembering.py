"""What a turn leaves behind for the ones that follow."""
from dataclasses import replace
from typing import Tuple

from assistant.dialogue.answer import Answer, Move
from assistant.dialogue.context import Context
from assistant.dialogue.turn import Reply

RECENT = 5
SHOWN = 15
_ON_TOPICS = (Move.ANSWER, Move.COMPARE, Move.LIST, Move.TIMELINE, Move.RELATED)


def remember(said: Reply) -> Context:
    """The reply's context, with the topics it showed and the move it made.

    Small talk and refusals leave both as they were, so that "and the second
    one?" still works after a joke.
    """
    answers = [answer for answer in said.answers if answer.move in _ON_TOPICS]
    if not answers:
        return said.context
    last, context = answers[-1], said.context
    several = _several(answers)
    discussed = [topic for answer in reversed(answers) for topic in _discussed(answer)]
    if last.move is Move.COMPARE:
        context = replace(context, topic=last.topics[0], served_facet=None)
    return replace(
        context, move=last.move.value, filters=dict(last.filters), shown=several[:SHOWN] or context.shown,
        recent=tuple(dict.fromkeys([*discussed, *context.recent]))[:RECENT])


def _several(answers: list) -> Tuple[str, ...]:
    if len(answers) > 1:
        return tuple(answer.topic for answer in answers if answer.topic)
    return answers[0].topics


def _discussed(answer: Answer) -> Tuple[str, ...]:
    """The topics that the answer was about; a list only mentions its topics."""
    if answer.move is Move.COMPARE:
        return tuple(reversed(answer.topics))
    return (answer.topic,) if answer.topic else ()
