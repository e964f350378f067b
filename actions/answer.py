"""Answers a question on a topic, named, described or carried over."""
from actions.move_action import MoveAction
from assistant.dialogue.answering import answer_turn
from assistant.dialogue.turn import Reply, Turn


class ActionAnswer(MoveAction):
    """Answers a question on a topic, named, described or carried over."""

    move_name = "answer"

    def make(self, turn: Turn) -> Reply:
        """See the dialogue module that this calls."""
        return answer_turn(turn)
