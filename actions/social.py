"""Small talk and questions about the assistant itself: one action a move."""
from actions.move_action import MoveAction
from assistant.dialogue.answer import Move
from assistant.dialogue.talking import social
from assistant.dialogue.turn import Reply, Turn


class SocialAction(MoveAction):
    """Says the canned words of its move; the classes below name it."""

    def make(self, turn: Turn) -> Reply:
        """The words at `welcome.<move>` in the wording file."""
        return social(turn, Move(self.move_name))


class ActionGreet(SocialAction):
    """Hello."""

    move_name = "greet"


class ActionGoodbye(SocialAction):
    """Goodbye."""

    move_name = "goodbye"


class ActionThanks(SocialAction):
    """You're welcome."""

    move_name = "thanks"


class ActionHelp(SocialAction):
    """What the assistant can do."""

    move_name = "help"


class ActionBotChallenge(SocialAction):
    """A program, not a person."""

    move_name = "bot_challenge"


class ActionHuman(SocialAction):
    """Where to find a person."""

    move_name = "human"


class ActionAbuse(SocialAction):
    """A calm word."""

    move_name = "abuse"


class ActionFeedbackGood(SocialAction):
    """Glad it helped."""

    move_name = "feedback_good"


class ActionFeedbackBad(SocialAction):
    """Sorry it did not."""

    move_name = "feedback_bad"
