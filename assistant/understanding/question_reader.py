"""Rasa component: hands the parts of a message on with everything found in them."""
from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.understanding.facet_classifier import FACET
from assistant.understanding.parts import PARTS, parts_of
from assistant.understanding.topic_linker import MENTIONS

QUESTIONS = "questions"
SURE_WITH_NAMES = 0.3  # where each part names a topic of its own
STAND_ALONE = frozenset({"date", "who", "how_to", "rights_and_duties", "example", "source"})
SURE = 0.5  # a part that is less sure than this is better read with the rest of its message
_READ = (TEXT, INTENT, INTENT_RANKING_KEY, FACET, MENTIONS)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class QuestionReader(GraphComponent):
    """Turns the parts of a message into plain data under `questions`.

    Comes last in the pipeline. `questions` is left out where a message holds
    one question only, and where its parts turn out not to be questions on
    topics: then the message is answered as a whole.
    """

    @classmethod
    def create(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> "QuestionReader":
        """Creates the component (see Rasa's GraphComponent)."""
        return cls()

    def process(self, messages: List[Message]) -> List[Message]:
        """Sets `questions` where a message holds several, and drops the parts."""
        for message in messages:
            parts = [{name: part.get(name) for name in _READ} for part in parts_of(message)]
            message.set(PARTS, None)
            if _are_questions(parts):
                message.set(QUESTIONS, parts, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Training examples have no parts."""
        return training_data


_NOT_TOPICS = {"out_of_scope", "legal_advice", "compare", "list", "timeline", "related", "greet", "goodbye",
               "thanks", "help", "bot_challenge", "human", "abuse", "feedback_good", "feedback_bad", "start_again"}


def _are_questions(parts: List[Dict[Text, Any]]) -> bool:
    """True if every part surely asks about a topic, and no two ask the same thing."""
    named = [mention["topics"][0] for part in parts for mention in (part[MENTIONS] or [])[:1]]
    sure = SURE_WITH_NAMES if len(set(named)) == len(parts) else SURE
    if any((part[each] or {}).get("confidence", 0.0) < sure for part in parts for each in (INTENT, FACET)):
        return False
    intents = [(part[INTENT] or {}).get("name") for part in parts]
    if len(parts) < 2 or any(intent in _NOT_TOPICS or intent is None for intent in intents):
        return False
    facets = [(part[FACET] or {}).get("name") for part in parts]
    if len(set(zip(intents, facets))) < len(parts):
        return False
    # "What happened to it and why did it fail?" is one question; "what is it and when did it start?" is two.
    return len(set(named)) > 1 or bool(STAND_ALONE & set(facets))
