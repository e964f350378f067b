"""The named baseline: stock Rasa, as `rasa init` sets it up, on the same intents and examples.

The project is written whole into a folder of its own: Rasa's own config.yml
(no pipeline, no policies: Rasa's defaults), one intent for each topic and each
move, and one rule for each intent whose response says the same over REST as
the assistant would, so that one scorer serves both.
"""
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from rasa.shared.nlu.training_data.formats.rasa_yaml import (
    RasaYAMLReader,
    RasaYAMLWriter,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.io import write_yaml

from assistant.evaluation.contract import Move
from assistant.store.content import DATA, load_topics
from assistant.store.topic import Topic
from assistant.store.vocabulary import Facet

STOCK_PROJECT = Path("build/stock")
SYSTEM = "stock Rasa"
NOTE = (
    "Stock Rasa is `rasa init`'s pipeline and policies trained on the same intents and examples. It has no "
    "facets: it answers every topic with its overview, so its topic score is what compares like with like."
)
# As `rasa init` gives them; the config's pipeline and policies are empty.
_AS_GIVEN = ("config.yml", "endpoints.yml")
_OTHER_FILES = {"credentials.yml": {"rest": None}}

Examples = dict[str, list[str]]


def write_stock_project(project: Path = STOCK_PROJECT, data: Path = DATA) -> None:
    """Writes the baseline's project, without training it.

    Args:
        project: its folder; made where missing, same-named files are replaced.
        data: the folder of the topic files and of `nlu/*.yml`.

    Raises:
        ContentError: a topic file breaks the schema.
    """
    topics = load_topics(data)
    examples = gather_examples(topics, sorted((data / "nlu").glob("*.yml")))
    intents = sorted(examples)
    project.mkdir(parents=True, exist_ok=True)
    (project / "data").mkdir(exist_ok=True)
    for name in _AS_GIVEN:
        given = files("rasa.cli") / "initial_project" / name
        (project / name).write_bytes(given.read_bytes())
    for name, content in _OTHER_FILES.items():
        write_yaml(content, project / name)
    write_yaml(_domain(intents, topics), project / "domain.yml")
    write_yaml(_rules(intents), project / "data" / "rules.yml", should_preserve_key_order=True)
    RasaYAMLWriter().dump(project / "data" / "nlu.yml", _training_data(examples))


def gather_examples(topics: Mapping[str, Topic], nlu_files: Iterable[Path]) -> Examples:
    """Every example, by intent: the topics' questions, near misses where they belong, and NLU files.

    A retrieval intent (`moves/list`) goes by its last part.
    """
    examples: Examples = {}

    def add(intent: str, text: str) -> None:
        known = examples.setdefault(intent, [])
        if text not in known:
            known.append(text)

    for topic in topics.values():
        for questions in topic.questions.values():
            for question in questions:
                add(topic.id, question)
        for near_miss in topic.near_misses:
            add(near_miss.belongs_to, near_miss.text)
    for path in nlu_files:
        for message in RasaYAMLReader().read(path).intent_examples:
            add(message.get_full_intent().rpartition("/")[2], message.get("text"))
    return examples


def answer_to(intent: str, topics: Mapping[str, Topic]) -> dict[str, Any]:
    """What `custom.answer` holds for an intent; a fixed text knows no more than this.

    An intent that is neither a topic nor a move (a follow-up, say) needs a
    conversation's memory, which these responses lack: it asks back.
    """
    if intent in topics:
        return {"move": Move.ANSWER.value, "topic": intent, "facet": Facet.OVERVIEW.value}
    move = Move(intent) if intent in set(Move) else Move.CLARIFY
    answer: dict[str, Any] = {"move": move.value}
    if move is Move.CLARIFY:
        answer["candidates"] = []
    elif move in (Move.COMPARE, Move.LIST, Move.TIMELINE, Move.RELATED):
        answer["topics"] = []
    return answer


def _domain(intents: list[str], topics: Mapping[str, Topic]) -> dict[str, Any]:
    responses = {
        f"utter_{intent}": [{
            "text": topics[intent].name if intent in topics else intent,
            "custom": {"answer": answer_to(intent, topics)},
        }]
        for intent in sorted({*intents, Move.OUT_OF_SCOPE.value})
    }
    return {
        "version": "3.1",
        "intents": intents,
        "responses": responses,
        "session_config": {"session_expiration_time": 60, "carry_over_slots_to_new_session": True},
    }


def _rules(intents: list[str]) -> dict[str, Any]:
    actions = {intent: f"utter_{intent}" for intent in intents}
    actions["nlu_fallback"] = f"utter_{Move.OUT_OF_SCOPE.value}"
    return {
        "version": "3.1",
        "rules": [
            {"rule": f"answer {intent}", "steps": [{"intent": intent}, {"action": action}]}
            for intent, action in actions.items()
        ],
    }


def _training_data(examples: Examples) -> TrainingData:
    return TrainingData([
        Message.build(text=text, intent=intent) for intent in sorted(examples) for text in examples[intent]
    ])
