"""Rasa component: the project's spaCy pipeline reads the message."""
from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message

from assistant.understanding.language import read


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class SpacyTokens(Tokenizer):
    """Splits messages into spaCy's tokens.

    Rasa's stock SpacyTokenizer wants a trained spaCy model by name; the
    project's pipeline is made in code, so this component stands in for it.
    """

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Rasa's tokenizer settings, all off."""
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_",
                "token_pattern": None, "prefix_separator_symbol": None}

    @classmethod
    def create(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> "SpacyTokens":
        """Creates the component (see Rasa's GraphComponent)."""
        return cls(config)

    @staticmethod
    def required_packages() -> List[Text]:
        """Packages that Rasa checks for before it builds the graph."""
        return ["spacy"]

    def tokenize(self, message: Message, attribute: Text) -> List[Token]:
        """The tokens of the message's text, white space left out."""
        doc = read(message.get(attribute) or "")
        return [Token(token.text, token.idx) for token in doc if token.text.strip()]
