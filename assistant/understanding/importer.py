"""Turns the policy store's files into what Rasa trains on.

Rasa's extension point for this is the TrainingDataImporter, named in
`config.yml` beside the stock RasaFileImporter, which reads the hand-written
moves and rules. Nothing generated is ever written to a file:

- an intent for each topic, with its example questions (the facet rides along
  in each example's metadata) and the near misses of other topics;
- the names of topics as lookup tables called `topic/<strength>/<topic id>`;
- a rule for each topic intent;
- the responses that Rasa itself utters, from `data/wording.yml`.
"""
from pathlib import Path
from typing import Any, Dict, List, Optional, Text, Union

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.store.content import load_topics
from assistant.store.topic import Topic
from assistant.store.vocabulary import ALL_TOPIC_IDS
from assistant.understanding.topic_names import LOOKUP_PREFIX, OWN, SHARED, WEAK
from assistant.wording import Wording

ANSWER_ACTION = "action_answer"
UNAVAILABLE_RESPONSE = "utter_unavailable"


class StoreImporter(TrainingDataImporter):
    """Gives Rasa the intents, examples, names and rules that topic files imply.

    Args:
        data: the folder that holds the topic files, given in `config.yml`.
    """

    def __init__(self, config_file: Optional[Text] = None, domain_path: Optional[Text] = None,
                 training_data_paths: Optional[Union[List[Text], Text]] = None,
                 data: Text = "data") -> None:
        self._data = Path(data)
        self._topics: Optional[Dict[str, Topic]] = None

    @property
    def topics(self) -> Dict[str, Topic]:
        """The topics; read when first asked for."""
        if self._topics is None:
            self._topics = load_topics(self._data)
        return self._topics

    def get_domain(self) -> Domain:
        """The topic intents and the responses that need no action server."""
        return Domain.from_dict({
            "intents": sorted(self.topics),
            "responses": {UNAVAILABLE_RESPONSE: [unavailable_response(Wording.load(self._data))]},
        })

    def get_stories(self, exclusion_percentage: Optional[int] = None) -> StoryGraph:
        """One rule a topic: its intent is answered by the answer action."""
        rules = [{"rule": f"answer {topic}", "steps": [{"intent": topic}, {"action": ANSWER_ACTION}]}
                 for topic in sorted(self.topics)]
        domain = Domain.from_dict({"intents": sorted(self.topics), "actions": [ANSWER_ACTION]})
        steps = YAMLStoryReader(domain).read_from_parsed_yaml({"rules": rules})
        return StoryGraph(steps)

    def get_conversation_tests(self) -> StoryGraph:
        """None: the store holds no conversations."""
        return StoryGraph([])

    def get_nlu_data(self, language: Optional[Text] = "en") -> TrainingData:
        """Examples by intent, and every topic's names."""
        return TrainingData(training_examples=list(self._examples()), lookup_tables=self._lookups())

    def get_config(self) -> Dict:
        """Nothing: `config.yml` is read by the file importer."""
        return {}

    def get_config_file_for_auto_config(self) -> Optional[Text]:
        """None, for the same reason."""
        return None

    def _examples(self):
        for topic in self.topics.values():
            for facet, questions in topic.questions.items():
                for question in questions:
                    yield _example(question, topic.id, getattr(facet, "value", facet))
            for near_miss in topic.near_misses:
                if near_miss.belongs_to in ALL_TOPIC_IDS and near_miss.belongs_to not in self.topics:
                    continue  # its home is planned but not yet written
                yield _example(near_miss.text, near_miss.belongs_to)

    def _lookups(self) -> List[Dict[Text, Any]]:
        listed = []
        for topic in self.topics.values():
            for strength, names in ((OWN, topic.aliases), (WEAK, topic.weak_aliases),
                                    (SHARED, topic.shared_aliases)):
                if names:
                    listed.append({"name": f"{LOOKUP_PREFIX}/{strength}/{topic.id}",
                                   "elements": list(names)})
        return listed


def _example(text: str, intent: str, facet: Optional[str] = None) -> Message:
    """A training example in the shape in which Rasa's own YAML reader gives them."""
    data = {TEXT: text, INTENT: intent}
    if facet:
        data["metadata"] = {"intent": None, "example": {"facet": facet}}
    return Message(data=data)


def unavailable_response(wording: Wording) -> Dict[Text, Any]:
    """What Rasa says by itself when no action answered."""
    return {
        "text": wording.say("error.unavailable"),
        "custom": {"answer": {"move": "error", "reason": "actions_unavailable", "confidence": 1.0,
                              "passages": [], "sources": [], "suggestions": []}},
    }
