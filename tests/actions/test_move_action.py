from types import SimpleNamespace

import pytest
from rasa_sdk import Action
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher

from actions.answer import ActionAnswer
from tests.conftest import ROOT

HEARD = {
    "text": "when was the carers act passed", "intent": {"name": "carers_act", "confidence": 0.9},
    "intent_ranking": [{"name": "carers_act", "confidence": 0.9}], "facet": {"name": "date", "confidence": 0.9},
    "mentions": [{"topics": ["carers_act"], "strength": "own", "likeness": 1.0, "start": 13, "end": 23}]}


def run(channel, monkeypatch, database):
    monkeypatch.setenv("POLICY_STORE_URL", f"sqlite:///{database}")
    monkeypatch.chdir(ROOT)
    dispatcher = CollectingDispatcher()
    tracker = SimpleNamespace(slots={}, latest_message=HEARD, get_latest_input_channel=lambda: channel)
    events = ActionAnswer().run(dispatcher, tracker, {})
    return dispatcher.messages, {event["name"]: event["value"] for event in events}


@pytest.fixture
def database(small_store, data):
    return data / "store.db"


def test_rest_gets_words_and_the_answer_and_the_topic_is_remembered(monkeypatch, database):
    [message], slots = run("rest", monkeypatch, database)
    assert message["text"].startswith("Carers Act") and "\n\n" not in message["text"]
    assert message["custom"]["answer"]["topic"] == "carers_act"
    assert slots["topic"] == "carers_act" and slots["facet"] == "date"


def test_the_shell_gets_words_only(monkeypatch, database):
    [message], _ = run("cmdline", monkeypatch, database)
    assert not message["custom"] and "You could also ask:" in message["text"]


def test_a_store_that_is_away_is_told_and_nothing_is_forgotten(monkeypatch, tmp_path):
    [message], slots = run("rest", monkeypatch, tmp_path / "gone.db")
    assert message["custom"]["answer"]["move"] == "error" and slots == {}


def test_every_action_in_the_domain_can_be_run():
    from ruamel.yaml import YAML
    executor = ActionExecutor()
    executor.register_package("actions")
    wanted = set(YAML(typ="safe").load((ROOT / "domain.yml").read_text())["actions"])
    assert wanted == set(executor.actions) and issubclass(ActionAnswer, Action)
