"""Rasa component: which topics a message names."""
import json
from pathlib import Path
from typing import Any, Dict, Iterable, List, Optional, Text

from rapidfuzz import fuzz, process
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.store.names import normalise
from assistant.understanding.fingerprint import code_fingerprint
from assistant.understanding.language import read
from assistant.understanding.parts import with_parts
from assistant.understanding.topic_names import LOOKUP_PREFIX, OWN, Mention, NameEntry, TopicNames

MENTIONS = "mentions"
FILE = "topic_names.json"
SLIP_LENGTH, SLIP_LIKENESS = 6, 82  # letters, of 100: an unlisted word this like a name's word may be a slip of it


# A featurizer in Rasa's eyes: training runs the examples through featurizers,
# but not through entity extractors, and the classifiers learn from mentions.
@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class TopicLinker(GraphComponent):
    """Finds topics by name and sets `mentions` and Rasa's `entities`.

    Learns the names from the training data's lookup tables, and from the
    encoder's word list which words are ordinary ones and so no misspelt names.
    """

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """`folder` holds the encoder, whose tokenizer lists ordinary words."""
        return {"folder": "build/encoder"}

    def __init__(self, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
                 names: Optional[TopicNames] = None) -> None:
        self._config = config
        self._storage = model_storage
        self._resource = resource
        self._names = names or TopicNames([], [])

    @classmethod
    def create(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> "TopicLinker":
        """Creates an untrained component (see Rasa's GraphComponent)."""
        return cls(config, model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        """Has Rasa train again when this package's code changes."""
        return code_fingerprint()

    @classmethod
    def load(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
             execution_context: ExecutionContext, **kwargs: Any) -> "TopicLinker":
        """Reads the names from the model archive."""
        with model_storage.read_from(resource) as folder:
            saved = json.loads((folder / FILE).read_text(encoding="utf-8"))
        names = TopicNames((NameEntry(*entry) for entry in saved["names"]), saved["known_words"])
        return cls(config, model_storage, resource, names)

    def train(self, training_data: TrainingData) -> Resource:
        """Collects the names and saves them into the model archive."""
        entries = list(_entries(training_data.lookup_tables))
        known = sorted(self._ordinary_words() | _example_words(training_data, entries))
        self._names = TopicNames(entries, known)
        saved = {"names": [[entry.name, entry.topic, entry.strength] for entry in entries],
                 "known_words": known}
        with self._storage.write_to(self._resource) as folder:
            (folder / FILE).write_text(json.dumps(saved), encoding="utf-8")
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Sets `mentions`, and `entities` for the names that are a topic's own."""
        for message in with_parts(messages):
            mentions = self._names.find(read(message.get(TEXT) or ""))
            message.set(MENTIONS, [mention.as_dict() for mention in mentions], add_to_output=True)
            entities = [_entity(mention, message.get(TEXT)) for mention in mentions
                        if mention.strength == OWN]
            message.set(ENTITIES, [*(message.get(ENTITIES) or []), *entities], add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Sets `mentions` on every example."""
        for example in training_data.training_examples:
            mentions = self._names.find(read(example.get(TEXT) or ""))
            example.set(MENTIONS, [mention.as_dict() for mention in mentions])
        return training_data

    def _ordinary_words(self) -> set:
        tokenizer = json.loads((Path(self._config["folder"]) / "tokenizer.json").read_text(encoding="utf-8"))
        return {word for word in tokenizer["model"]["vocab"] if word.isalpha()}


def _entries(lookup_tables: Iterable[Dict[Text, Any]]) -> Iterable[NameEntry]:
    for table in lookup_tables:
        prefix, _, rest = table["name"].partition("/")
        if prefix == LOOKUP_PREFIX:
            strength, _, topic = rest.partition("/")
            for name in table["elements"]:
                yield NameEntry(name, topic, strength)


def _example_words(training_data: TrainingData, entries: List[NameEntry]) -> set:
    """Words that at least three examples use: real words, if not in the word list.

    But for those much like a word of a name: several examples spell "comunity" so.
    """
    counts: Dict[str, int] = {}
    for example in training_data.training_examples:
        for word in set(normalise(example.get(TEXT) or "").split()):
            counts[word] = counts.get(word, 0) + 1
    named = sorted({word for entry in entries for word in normalise(entry.name).split() if len(word) >= SLIP_LENGTH})
    return {word for word, count in counts.items() if count >= 3
            and not process.extractOne(word, named, scorer=fuzz.ratio, score_cutoff=SLIP_LIKENESS)}


def _entity(mention: Mention, text: Text) -> Dict[Text, Any]:
    return {"entity": "topic", "value": mention.topics[0], "start": mention.start, "end": mention.end,
            "confidence_entity": mention.likeness, "extractor": "TopicLinker",
            "text": text[mention.start : mention.end]}
