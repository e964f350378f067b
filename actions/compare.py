"""Puts two topics side by side."""
from actions.move_action import MoveAction
from assistant.dialogue.comparing import compare
from assistant.dialogue.turn import Reply, Turn


class ActionCompare(MoveAction):
    """Puts two topics side by side."""

    move_name = "compare"

    def make(self, turn: Turn) -> Reply:
        """See the dialogue module that this calls."""
        return compare(turn)
