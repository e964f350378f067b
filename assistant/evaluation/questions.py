"""The three kinds of line a question file may hold.

A label that no answer could ever match (a topic id with a slip in it) would
lower every score in silence, so labels are checked against the vocabulary.
"""

from pydantic import BaseModel, Extra, Field, constr, root_validator, validator

from assistant.evaluation.contract import Move
from assistant.evaluation.wanted import Wanted, WantedMove, WantedTopic
from assistant.store.vocabulary import TOPIC_IDS, Facet

KNOWN_TOPICS = frozenset(topic_id for ids in TOPIC_IDS.values() for topic_id in ids)

Words = constr(strict=True, strip_whitespace=True, min_length=1)


class _Line(BaseModel):
    class Config:
        extra = Extra.forbid


class TopicQuestion(_Line):
    """A question on its own that has a topic and a facet, or several that are right.

    `named` may say whether the text names the topic, so that questions which
    only describe it are scored on their own too.
    """

    id: Words
    text: Words
    topic: list[Words] = Field(min_items=1)
    facet: list[Facet] = Field(min_items=1)
    named: bool | None = None

    @validator("topic", "facet", pre=True)
    def _one_or_more(cls, value):
        return _one_or_more(value)

    @validator("topic", each_item=True)
    def _is_known(cls, topic):
        return _known_topic(topic)

    @property
    def wanted(self) -> WantedTopic:
        return WantedTopic(tuple(self.topic), tuple(self.facet), self.named)


class MoveQuestion(_Line):
    """A message on its own that should get one particular move."""

    id: Words
    text: Words
    expect: Move

    @property
    def wanted(self) -> WantedMove:
        return WantedMove(self.expect)


class Turn(_Line):
    """One message of a conversation, with a topic and facet, or a move, that is right."""

    user: Words
    topic: list[Words] | None = Field(None, min_items=1)
    facet: list[Facet] | None = Field(None, min_items=1)
    expect: Move | None = None
    move: Move | None = None
    topics: list[Words] | None = Field(None, min_items=1)

    @validator("topic", "facet", pre=True)
    def _one_or_more(cls, value):
        return _one_or_more(value)

    @validator("topic", "topics", each_item=True)
    def _is_known(cls, topic):
        return _known_topic(topic)

    @root_validator(skip_on_failure=True)
    def _says_one_thing(cls, values):
        given = frozenset(name for name in values if name != "user" and values[name] is not None)
        allowed = ({"topic", "facet"}, {"expect"}, {"move"}, {"move", "topics"})
        if given not in allowed:
            raise ValueError(
                f"a turn has topic and facet, or expect, or move (with topics or without); "
                f"this has {', '.join(sorted(given)) or 'none of them'}"
            )
        return values

    @property
    def wanted(self) -> Wanted:
        if self.topic and self.facet:
            return WantedTopic(tuple(self.topic), tuple(self.facet))
        topics = frozenset(self.topics) if self.topics else None
        return WantedMove(self.expect or self.move, topics)


class Conversation(_Line):
    """Messages that are sent one after the other by one sender."""

    id: Words
    turns: list[Turn] = Field(min_items=1)


SingleQuestion = TopicQuestion | MoveQuestion
Question = TopicQuestion | MoveQuestion | Conversation


def kind_of(row: dict) -> type[Question]:
    """Which kind of line this is meant to be, by the keys that only one kind has."""
    if "turns" in row:
        return Conversation
    return MoveQuestion if "expect" in row else TopicQuestion


def _one_or_more(value):
    return value if value is None or isinstance(value, (list, tuple)) else [value]


def _known_topic(topic: str) -> str:
    if topic not in KNOWN_TOPICS:
        raise ValueError(f"there is no topic {topic}")
    return topic
