"""The components through Rasa's own training, saving and loading: the model that `make train` made."""
import asyncio

import pytest
from rasa.core.agent import Agent

from assistant.understanding.scores import held_out_scores
from tests.conftest import ROOT

MODEL = ROOT / "models" / "assistant.tar.gz"


@pytest.fixture(scope="module")
def agent() -> Agent:
    return Agent.load(str(MODEL))


def parse(agent: Agent, text: str) -> dict:
    return asyncio.run(agent.parse_message(text))


def test_names_topics_and_facets_come_out(agent):
    heard = parse(agent, "When was the Christie Commission report published?")
    assert heard["intent"]["name"] == "christie_commission"
    assert heard["facet"]["name"] == "date"
    assert heard["mentions"][0]["topics"] in (["christie_commission"], ("christie_commission",))
    assert heard["entities"][0]["value"] == "christie_commission"
    assert "questions" not in heard


def test_two_questions_come_out_as_two(agent):
    heard = parse(agent, "What is the Carers Act and who chaired the Christie Commission?")
    assert [part["intent"]["name"] for part in heard["questions"]] == ["carers_act", "christie_commission"]


def test_no_words_is_rasas_fallback_intent(agent):
    assert parse(agent, "")["intent"]["name"] == "nlu_fallback"


def test_the_classifiers_learnt_well_from_what_they_were_given():
    scores = {name: accuracy for name, _, accuracy in held_out_scores(MODEL)}
    assert set(scores) == {"TopicClassifier", "FacetClassifier"}
    # Of 80 labels and of 13, on a held-out quarter: below this, something was not learnt from.
    assert scores["TopicClassifier"] > 0.75 and scores["FacetClassifier"] > 0.75
