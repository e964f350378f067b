"""Messages that hold several questions, and how components reach their parts.

The question splitter puts a Rasa Message for each part into the message. A
component that goes through `with_parts(messages)` reads the parts just as it
reads whole messages.
"""
from typing import Iterable, Iterator, List

from rasa.shared.nlu.training_data.message import Message

PARTS = "question_parts"


def parts_of(message: Message) -> List[Message]:
    """The message's parts; empty where it holds one question."""
    return message.get(PARTS) or []


def with_parts(messages: Iterable[Message]) -> Iterator[Message]:
    """Each message, then its parts."""
    for message in messages:
        yield message
        yield from parts_of(message)
