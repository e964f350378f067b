"""Tells what happened when."""
from actions.move_action import MoveAction
from assistant.dialogue.listing import timeline
from assistant.dialogue.turn import Reply, Turn


class ActionTimeline(MoveAction):
    """Tells what happened when."""

    move_name = "timeline"

    def make(self, turn: Turn) -> Reply:
        """See the dialogue module that this calls."""
        return timeline(turn)
