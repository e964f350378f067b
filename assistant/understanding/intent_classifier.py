"""Rasa component: which topic or move a message is about."""
from typing import Any, Dict, List, Optional, Text

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.store.vocabulary import ALL_TOPIC_IDS
from assistant.understanding.fingerprint import code_fingerprint
from assistant.understanding.linear_head import LinearHead, View
from assistant.understanding.nearest_examples import NearestExamples
from assistant.understanding.parts import with_parts
from assistant.understanding.topic_linker import MENTIONS
from assistant.understanding.topic_names import STRENGTHS

OUT_OF_SCOPE = "out_of_scope"
NO_WORDS = DEFAULT_NLU_FALLBACK_INTENT_NAME  # Rasa's own intent for what cannot be read


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicClassifier(GraphComponent, IntentClassifier):
    """Chooses the intent: a topic, a move, small talk or out of scope.

    The names that the topic linker found are evidence beside the words, so
    that the classifier learns how far a name can be trusted. Out of scope gets
    a bonus, the more the farther the message is from every topic's examples.
    """

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """`cost` and `vector_weight` as in LinearHead; `ranking` intents are reported.

        Out of scope gets `scope_bonus` on its margin, and `distance_weight` for
        each unit of cosine by which the nearest example is under `near`.
        """
        return {"cost": 0.3, "vector_weight": 2.0, "ranking": 10,
                "scope_bonus": 0.2, "near": 0.55, "distance_weight": 2.0}

    def __init__(self, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
                 head: Optional[LinearHead] = None, examples: Optional[NearestExamples] = None) -> None:
        self._config = config
        self._storage = model_storage
        self._resource = resource
        self._head = head or LinearHead(config["cost"], config["vector_weight"])
        self._examples = examples

    @classmethod
    def create(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> "TopicClassifier":
        """Creates an untrained component (see Rasa's GraphComponent)."""
        return cls(config, model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        """Has Rasa train again when this package's code changes."""
        return code_fingerprint()

    @classmethod
    def load(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
             execution_context: ExecutionContext, **kwargs: Any) -> "TopicClassifier":
        """Reads the classifier from the model archive."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, LinearHead.load(folder), NearestExamples.load(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from every example that has an intent."""
        examples = [each for each in training_data.intent_examples if each.get(TEXT)]
        labels = [example.get(INTENT) for example in examples]
        self._head.labels = sorted(set(labels))
        self._head.fit([_view(examples)], labels, self._evidence(examples))
        on_topics = [example for example in examples if example.get(INTENT) in ALL_TOPIC_IDS] or examples
        self._examples = NearestExamples(
            [example.get(TEXT) for example in on_topics], [example.get(INTENT) for example in on_topics],
            sentence_vectors(on_topics))
        with self._storage.write_to(self._resource) as folder:
            self._head.save(folder)
            self._examples.save(folder)
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Sets `intent` and `intent_ranking` on each message and each part of it."""
        for message in with_parts(messages):
            if not (message.get(TEXT) or "").strip():
                message.set(INTENT, {"name": NO_WORDS, "confidence": 1.0}, add_to_output=True)
                message.set(INTENT_RANKING_KEY, [], add_to_output=True)
                continue
            view = _view([message])
            chances = self._head.probabilities([view], self._evidence([message]), self._bonus(view))[0]
            best = np.argsort(-chances)[: self._config["ranking"]]
            ranking = [{"name": self._head.labels[index], "confidence": float(chances[index])}
                       for index in best]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing that comes later learns from predicted intents."""
        return training_data

    def _bonus(self, view: View) -> np.ndarray:
        bonus = np.zeros((len(view.texts), len(self._head.labels)), dtype=np.float32)
        if OUT_OF_SCOPE in self._head.labels:
            missing = np.maximum(0.0, self._config["near"] - self._examples.closeness(view.vectors))
            bonus[:, self._head.labels.index(OUT_OF_SCOPE)] = (
                self._config["scope_bonus"] + self._config["distance_weight"] * missing)
        return bonus

    def _evidence(self, messages: List[Message]) -> np.ndarray:
        """For each strength of name and each label, how alike a name found is, 0 to 1."""
        columns = {label: column for column, label in enumerate(self._head.labels)}
        evidence = np.zeros((len(messages), len(STRENGTHS) * len(columns)), dtype=np.float32)
        for row, message in enumerate(messages):
            for mention in message.get(MENTIONS) or []:
                offset = STRENGTHS.index(mention["strength"]) * len(columns)
                for topic in mention["topics"]:
                    if topic in columns:
                        evidence[row, offset + columns[topic]] = mention["likeness"]
        return evidence


def _view(messages: List[Message]) -> View:
    return View([message.get(TEXT) for message in messages], sentence_vectors(messages))


def sentence_vectors(messages: List[Message]) -> np.ndarray:
    """The messages' dense sentence features, shape (messages, dimensions)."""
    return np.vstack([message.get_dense_features(TEXT)[1].features for message in messages])
