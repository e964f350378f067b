"""Tells what a topic is linked with."""
from actions.move_action import MoveAction
from assistant.dialogue.relating import related
from assistant.dialogue.turn import Reply, Turn


class ActionRelated(MoveAction):
    """Tells what a topic is linked with."""

    move_name = "related"

    def make(self, turn: Turn) -> Reply:
        """See the dialogue module that this calls."""
        return related(turn)
