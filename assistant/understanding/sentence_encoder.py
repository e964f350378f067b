"""Rasa component: the meaning of a message as a vector of 384 numbers."""
from pathlib import Path
from typing import Any, Dict, List, Text

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.understanding.encoder_model import EncoderModel, encoder_model
from assistant.understanding.parts import with_parts


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoder(GraphComponent):
    """Adds all-MiniLM-L6-v2's sentence vector to each message as a dense feature.

    The weights (90 MB) stay in the folder named by the setting `folder`; they
    never change, so they are not copied into every model archive.
    """

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """`folder` holds what `make encoder` made; `model` names the weights."""
        return {"folder": "build/encoder", "model": "all-MiniLM-L6-v2"}

    def __init__(self, config: Dict[Text, Any], name: Text) -> None:
        self._name = name
        self._model: EncoderModel = encoder_model(Path(config["folder"]))

    @classmethod
    def create(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> "SentenceEncoder":
        """Creates the component (see Rasa's GraphComponent)."""
        return cls(config, execution_context.node_name)

    @staticmethod
    def required_packages() -> List[Text]:
        """Packages that Rasa checks for before it builds the graph."""
        return ["onnxruntime", "tokenizers"]

    def process(self, messages: List[Message]) -> List[Message]:
        """Encodes each message and each part of it."""
        read = [message for message in with_parts(messages) if message.get(TEXT)]
        self._add_features(read, self._model.encode([message.get(TEXT) for message in read]))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Encodes the examples, all in one go."""
        read = [example for example in training_data.training_examples if example.get(TEXT)]
        self._add_features(read, self._model.encode_examples([example.get(TEXT) for example in read]))
        return training_data

    def _add_features(self, messages: List[Message], vectors: np.ndarray) -> None:
        for message, vector in zip(messages, vectors):
            message.add_features(
                Features(vector[None, :], FEATURE_TYPE_SENTENCE, TEXT, self._name))
