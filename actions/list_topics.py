"""Lists the topics that fit."""
from actions.move_action import MoveAction
from assistant.dialogue.listing import list_topics
from assistant.dialogue.turn import Reply, Turn


class ActionList(MoveAction):
    """Lists the topics that fit."""

    move_name = "list"

    def make(self, turn: Turn) -> Reply:
        """See the dialogue module that this calls."""
        return list_topics(turn)
