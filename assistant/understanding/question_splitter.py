"""Rasa component: finds the questions in a message that holds more than one.

"What is the Carers Act and who does it apply to?" holds two. A message is
split only where each piece reads as a question of its own; a story told round
one question stays whole.
"""
import re
from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.understanding.language import read
from assistant.understanding.parts import PARTS

MOST_PARTS = 3
_ASKING = (
    r"(?:what|whats|what's|when|where|who|whos|who's|whom|why|how|which|is|are|was|were|do|does|did|"
    r"can|could|should|has|have|tell me|explain|give me|show me|compare)\b"
)
_ASKS = re.compile(rf"^(?:(?:and|so|but|also|then|please|ok|first(?:ly)?|second(?:ly)?)\b|[,\s])*{_ASKING}", re.I)
# "and who…", "and also when…", "; what…": a new question within the sentence.
_SEAM = re.compile(
    r"(?:,|;|\?)?\s+(?:and|also|plus|then)\s+(?:also\s+|then\s+)?"
    r"(?=(?:what|when|where|who|why|how|which)(?:'s|s)?\s+(?:is|are|was|were|do|does|did|can|could|should|has|have|"
    r"much|many|it|to|led|wrote|chaired|set)\b)"
    r"|;\s+(?=(?:what|when|where|who|why|how|which)\b)", re.I)


def split(text: str) -> List[str]:
    """The questions in `text`, in order; one item where it holds only one."""
    pieces = []
    for sentence in read(text).sents:
        pieces.extend(piece.strip(" ,;") for piece in _SEAM.split(sentence.text))
    asking = [piece for piece in pieces if _ASKS.match(piece) and len(piece.split()) >= 2]
    if len(asking) < 2:
        return [text]
    return asking[:MOST_PARTS]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class QuestionSplitter(GraphComponent):
    """Puts a Message for each question into a message that holds several."""

    @classmethod
    def create(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> "QuestionSplitter":
        """Creates the component (see Rasa's GraphComponent)."""
        return cls()

    def process(self, messages: List[Message]) -> List[Message]:
        """Splits each message; sets its parts where there are two or more."""
        for message in messages:
            pieces = split(message.get(TEXT) or "")
            if len(pieces) > 1:
                message.set(PARTS, [Message(data={TEXT: piece}) for piece in pieces])
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Training examples hold one question each and stay as they are."""
        return training_data
