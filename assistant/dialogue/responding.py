"""From a turn and the move that understanding chose to what is said."""
from dataclasses import replace
from typing import Callable

from assistant.dialogue.answering import answer_question
from assistant.dialogue.choosing import asks_something_new, picked
from assistant.dialogue.distress import helplines, in_distress
from assistant.dialogue.question import UNSAID
from assistant.dialogue.resolving import Resolved
from assistant.dialogue.routing import rerouted
from assistant.dialogue.turn import Reply, Turn


def respond(turn: Turn, move: str, make: Callable[[Turn], Reply]) -> Reply:
    """Settles an open choice if the turn picks from it; else makes the move, or the one the conversation points to.

    Args:
        move: the move that understanding chose.
        make: makes it.
    """
    if in_distress(turn.question.text):
        return helplines(turn)
    if turn.context.candidates:
        choice = picked(turn)
        if choice:
            return answer_question(turn, Resolved(_facet(turn), choice))
        turn = replace(turn, context=replace(turn.context, candidates=()))
    return (rerouted(turn, move) or make)(turn)


def _facet(turn: Turn) -> str:
    """What was asked before the choice was offered, unless the reply asks something itself."""
    question = turn.question
    if asks_something_new(question.text) and question.facet != UNSAID:
        return question.facet
    return turn.context.pending_facet or "overview"
