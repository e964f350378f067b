"""Rasa component: what is asked of a topic (when, who, how to, …).

People tell a story first and ask at its end, so the closing question is seen
on its own beside the whole message: 2 points of facet accuracy on the
development questions (docs/decisions/0001-understanding.md).
"""
from pathlib import Path
from typing import Any, Dict, List, Optional, Text, Tuple

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.dialogue.question import CHANGE_TOPIC, UNSAID
from assistant.understanding.closing_question import closing_question
from assistant.understanding.encoder_model import encoder_model
from assistant.understanding.fingerprint import code_fingerprint
from assistant.understanding.linear_head import LinearHead, View
from assistant.understanding.parts import with_parts
from assistant.understanding.topic_linker import MENTIONS

FACET, FACET_RANKING = "facet", "facet_ranking"
STAND_IN = "it"  # replaces topics' names, so that facets are learnt across topics


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class FacetClassifier(GraphComponent):
    """Chooses the facet, from the words of the message with topics' names masked.

    Registered as an intent classifier because it is one in all but name: it
    runs after the featurizers and labels the whole message.
    """

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """`cost` and `vector_weight` as in LinearHead; `folder` holds the encoder."""
        return {"cost": 0.1, "vector_weight": 1.0, "folder": "build/encoder", "ranking": 3}

    def __init__(self, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
                 head: Optional[LinearHead] = None) -> None:
        self._config = config
        self._storage = model_storage
        self._resource = resource
        self._head = head or LinearHead(config["cost"], config["vector_weight"], longest_phrase=3)
        self._encoder = encoder_model(Path(config["folder"]))

    @classmethod
    def create(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> "FacetClassifier":
        """Creates an untrained component (see Rasa's GraphComponent)."""
        return cls(config, model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        """Has Rasa train again when this package's code changes."""
        return code_fingerprint()

    @classmethod
    def load(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
             execution_context: ExecutionContext, **kwargs: Any) -> "FacetClassifier":
        """Reads the classifier from the model archive."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, LinearHead.load(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the examples whose metadata give a facet, and from those that say none."""
        examples = [each for each in training_data.intent_examples if facet_of(each)]
        views = [View(texts, self._encoder.encode_examples(texts))
                 for texts in _whole_and_closing([masked(example) for example in examples])]
        self._head.fit(views, [facet_of(each) for each in examples])
        with self._storage.write_to(self._resource) as folder:
            self._head.save(folder)
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Sets `facet` and `facet_ranking` on each message and each part of it."""
        for message in with_parts(messages):
            text = masked(message)
            if not text.strip():
                continue
            chances = self._head.probabilities(self._views(text))[0]
            best = np.argsort(-chances)[: self._config["ranking"]]
            ranking = [{"name": self._head.labels[index], "confidence": float(chances[index])}
                       for index in best]
            message.set(FACET, ranking[0], add_to_output=True)
            message.set(FACET_RANKING, ranking, add_to_output=True)
        return messages

    def _views(self, text: str) -> List[View]:
        """The message and its closing question; the same one twice where it is all there is."""
        (whole,), (closing,) = _whole_and_closing([text])
        vectors = self._encoder.encode([whole] if whole == closing else [whole, closing])
        return [View([whole], vectors[:1]), View([closing], vectors[-1:])]

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing that comes later learns from predicted facets."""
        return training_data


def facet_of(example: Message) -> Optional[str]:
    """The facet in an example's metadata, where Rasa's YAML reader and the importer put it.

    A mere change of topic ("and the Carers Act?") says no facet, which is a label of its own.
    """
    if example.get(INTENT) == CHANGE_TOPIC:
        return UNSAID
    return ((example.get("metadata") or {}).get("example") or {}).get(FACET)


def _whole_and_closing(texts: List[str]) -> Tuple[List[str], List[str]]:
    return texts, [closing_question(text) for text in texts]


def masked(message: Message) -> str:
    """The message's text with each topic's name replaced by a stand-in."""
    text, kept, last = message.get(TEXT) or "", [], 0
    for mention in message.get(MENTIONS) or []:
        kept += [text[last : mention["start"]], STAND_IN]
        last = mention["end"]
    return "".join([*kept, text[last:]])
