"""Says what the law says in general, and where to get advice."""
from actions.move_action import MoveAction
from assistant.dialogue.talking import legal_advice
from assistant.dialogue.turn import Reply, Turn


class ActionLegalAdvice(MoveAction):
    """Says what the law says in general, and where to get advice."""

    move_name = "legal_advice"

    def make(self, turn: Turn) -> Reply:
        """See the dialogue module that this calls."""
        return legal_advice(turn)
