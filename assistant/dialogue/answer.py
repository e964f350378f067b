"""The one shape of an answer, whatever the channel."""
from dataclasses import dataclass, field
from enum import Enum
from typing import Dict, List, Optional, Tuple

from assistant.store.reader import SourceCard


class Move(str, Enum):
    """The named outcomes of a turn."""

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


@dataclass(frozen=True)
class Suggestion:
    """A question that the assistant can answer next.

    Attributes:
        title: what a button says.
        message: what is sent when it is chosen.
    """

    title: str
    message: str


@dataclass(frozen=True)
class Answer:
    """What is said in a turn, and everything a channel needs to show it.

    Attributes:
        text: the words themselves, paragraphs parted by empty lines, list
            items on lines that start with "- ".
        heading: a short title for `text`.
        facet: what was asked for; `served_facet` is set where another was given.
        passages: ids of the store's passages that `text` came from.
        standing, nation: labels of the passage, as the store has them.
        checked_on: when a person last checked it, as YYYY-MM-DD.
        reason: a finer name for the outcome, for counting.
    """

    move: Move
    text: str
    heading: str = ""
    topic: Optional[str] = None
    topics: Tuple[str, ...] = ()
    facet: Optional[str] = None
    served_facet: Optional[str] = None
    filters: Dict[str, object] = field(default_factory=dict)
    candidates: Tuple[str, ...] = ()
    confidence: float = 1.0
    passages: Tuple[str, ...] = ()
    sources: Tuple[SourceCard, ...] = ()
    standing: Optional[str] = None
    nation: Optional[str] = None
    checked_on: Optional[str] = None
    content_version: Optional[str] = None
    reason: Optional[str] = None
    suggestions: Tuple[Suggestion, ...] = ()

    def as_dict(self) -> dict:
        """The JSON that every answer carries (`custom.answer` over REST)."""
        shown = {
            "move": self.move.value,
            "confidence": round(float(self.confidence), 4),
            "passages": list(self.passages),
            "sources": _source_dicts(self.sources),
            "suggestions": [{"title": each.title, "message": each.message} for each in self.suggestions],
            "heading": self.heading,
            "text": self.text,
        }
        optional = {
            "topic": self.topic, "topics": list(self.topics), "facet": self.facet,
            "served_facet": self.served_facet, "filters": self.filters,
            "candidates": list(self.candidates), "standing": self.standing, "nation": self.nation,
            "checked_on": self.checked_on, "content_version": self.content_version,
            "reason": self.reason,
        }
        required = {Move.COMPARE: "topics", Move.LIST: "topics", Move.TIMELINE: "topics",
                    Move.RELATED: "topics", Move.CLARIFY: "candidates"}
        shown.update({key: value for key, value in optional.items()
                      if value or key == required.get(self.move)})
        if self.move in (Move.LIST, Move.TIMELINE):
            shown["filters"] = self.filters
        return shown


def _source_dicts(sources: Tuple[SourceCard, ...]) -> List[dict]:
    return [{"title": source.title, "publisher": source.publisher, "url": source.url}
            for source in sources]
