"""What an answer over REST is promised to hold.

Written out here a second time on purpose: the evaluation stands outside the
assistant, so that a change of the assistant's answers shows as a fault
instead of changing the measure as well.
"""
from enum import Enum

from pydantic import BaseModel, StrictStr, root_validator

from assistant.store.vocabulary import Facet


class Move(str, Enum):
    """What an answer does."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    COMPARE = "compare"
    LIST = "list"
    TIMELINE = "timeline"
    RELATED = "related"
    GREET = "greet"
    GOODBYE = "goodbye"
    THANKS = "thanks"
    HELP = "help"
    BOT_CHALLENGE = "bot_challenge"
    OUT_OF_SCOPE = "out_of_scope"
    LEGAL_ADVICE = "legal_advice"
    HUMAN = "human"
    ABUSE = "abuse"
    FEEDBACK_GOOD = "feedback_good"
    FEEDBACK_BAD = "feedback_bad"
    NOT_FOUND = "not_found"
    ERROR = "error"


# Moves that take a question on policy up. Any other move turns it away.
TAKEN_UP: frozenset[Move] = frozenset(
    {Move.ANSWER, Move.CLARIFY, Move.COMPARE, Move.LIST, Move.TIMELINE, Move.RELATED}
)
# Moves that refuse politely, whichever of them would have been the best one.
REFUSALS: frozenset[Move] = frozenset({Move.OUT_OF_SCOPE, Move.LEGAL_ADVICE, Move.NOT_FOUND})

_NEEDED = {
    Move.ANSWER: ("topic", "facet"),
    Move.CLARIFY: ("candidates",),
    Move.COMPARE: ("topics",),
    Move.LIST: ("topics",),
    Move.TIMELINE: ("topics",),
    Move.RELATED: ("topics",),
}


class Answer(BaseModel):
    """The parts of `custom.answer` that are scored; others may come and go."""

    move: Move
    topic: StrictStr | None = None
    topics: list[StrictStr] | None = None
    facet: Facet | None = None
    candidates: list[StrictStr] | None = None
    confidence: float | None = None

    @root_validator(skip_on_failure=True)
    def _holds_what_its_move_needs(cls, values):
        missing = [name for name in _NEEDED.get(values["move"], ()) if values[name] is None]
        if missing:
            raise ValueError(f"move {values['move'].value} without {' and '.join(missing)}")
        return values

    def __str__(self) -> str:
        if self.move is Move.ANSWER:
            about = f"{self.topic}/{self.facet.value}"
        elif self.move is Move.CLARIFY:
            about = " or ".join(self.candidates)
        else:
            about = " ".join(self.topics or ())
        return f"{self.move.value} {about}".rstrip()
