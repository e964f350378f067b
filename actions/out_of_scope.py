"""Turns away what is not about co-production policy."""
from actions.move_action import MoveAction
from assistant.dialogue.talking import out_of_scope
from assistant.dialogue.turn import Reply, Turn


class ActionOutOfScope(MoveAction):
    """Turns away what is not about co-production policy."""

    move_name = "out_of_scope"

    def make(self, turn: Turn) -> Reply:
        """See the dialogue module that this calls."""
        return out_of_scope(turn)
