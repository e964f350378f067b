from importlib.resources import files

import pytest
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader
from rasa.shared.utils.io import read_yaml_file

from assistant.evaluation.client import Outcome, read_answers
from assistant.evaluation.contract import Move
from assistant.evaluation.stock import answer_to, gather_examples, write_stock_project
from assistant.store.content import load_topics
from assistant.store.faults import ContentError


@pytest.fixture
def project(mini_store, tmp_path):
    write_stock_project(tmp_path / "stock", mini_store)
    return tmp_path / "stock"


def test_examples_are_the_assistants_own(mini_store):
    nlu_files = sorted((mini_store / "nlu").glob("*.yml"))
    examples = gather_examples(load_topics(mini_store), nlu_files)
    assert {intent: len(texts) for intent, texts in examples.items()} == {
        "care_act": 6, "co_design": 6, "carers_act": 1, "legal_advice": 1, "out_of_scope": 2,
        "greet": 2, "list": 2, "follow_up": 2,
    }
    assert examples["follow_up"] == ["and when was that", "who was it"]
    assert "how old is the Care Act" in examples["care_act"]


def test_a_near_miss_belongs_elsewhere_and_doubles_go_once(mini_store):
    nlu_files = sorted((mini_store / "nlu").glob("*.yml"))
    examples = gather_examples(load_topics(mini_store), nlu_files)
    assert examples["legal_advice"] == ["how do I appeal"]
    assert sorted(examples["out_of_scope"]) == ["tell me a joke", "what is the weather"]


def test_what_rasa_reads_back_is_what_was_gathered(project, mini_store):
    examples = gather_examples(load_topics(mini_store), sorted((mini_store / "nlu").glob("*.yml")))
    read = RasaYAMLReader().read(project / "data" / "nlu.yml")
    pairs = {(message.get("intent"), message.get("text")) for message in read.intent_examples}
    assert pairs == {(intent, text) for intent, texts in examples.items() for text in texts}
    assert not read.entity_examples


def test_the_config_is_rasas_own(project):
    given = files("rasa.cli") / "initial_project" / "config.yml"
    assert (project / "config.yml").read_bytes() == given.read_bytes()
    config = read_yaml_file(project / "config.yml")
    assert config["pipeline"] is None and config["policies"] is None


def test_every_intent_has_a_rule_and_a_response(project):
    domain = read_yaml_file(project / "domain.yml")
    rules = read_yaml_file(project / "data" / "rules.yml")["rules"]
    actions = {rule["steps"][0]["intent"]: rule["steps"][1]["action"] for rule in rules}
    assert set(actions) == {*domain["intents"], "nlu_fallback"}
    assert set(actions.values()) <= set(domain["responses"])
    assert actions["nlu_fallback"] == "utter_out_of_scope"


def test_every_response_keeps_the_contract(project):
    for name, variants in read_yaml_file(project / "domain.yml")["responses"].items():
        assert len(variants) == 1
        messages = [{"text": variants[0]["text"]}, {"custom": variants[0]["custom"]}]
        outcome, answers, detail = read_answers(messages)
        assert outcome is Outcome.ANSWERED, f"{name}: {detail}"


@pytest.mark.parametrize("intent, move", [
    ("greet", Move.GREET), ("list", Move.LIST), ("follow_up", Move.CLARIFY), ("care_act", Move.ANSWER),
    ("carers_act", Move.CLARIFY),
])
def test_an_intent_that_is_no_topic_and_no_move_asks_back(mini_store, intent, move):
    answer = answer_to(intent, load_topics(mini_store))
    assert answer["move"] == move.value
    assert answer.get("topic") == ("care_act" if move is Move.ANSWER else None)


def test_broken_content_is_not_trained_on(mini_store, tmp_path):
    (mini_store / "concepts" / "co_design.yml").write_text("id: co_design\n")
    with pytest.raises(ContentError, match="co_design.yml"):
        write_stock_project(tmp_path / "stock", mini_store)
