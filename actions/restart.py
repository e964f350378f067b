"""Forgets the conversation and starts again."""
from actions.move_action import MoveAction
from assistant.dialogue.talking import restart
from assistant.dialogue.turn import Reply, Turn


class ActionStartAgain(MoveAction):
    """Forgets the conversation and starts again."""

    move_name = "start_again"

    def make(self, turn: Turn) -> Reply:
        """See the dialogue module that this calls."""
        return restart(turn)
