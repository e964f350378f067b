from rasa.shared.importers.importer import TrainingDataImporter

from assistant.understanding.importer import StoreImporter
from tests.conftest import ROOT


def test_topics_become_intents_examples_names_and_rules(data):
    (data / "wording.yml").write_text((ROOT / "data" / "wording.yml").read_text())
    importer = StoreImporter(data=str(data))
    assert {"carers_act", "christie_commission"} <= set(importer.get_domain().intents)
    examples = importer.get_nlu_data()
    facets = {example.get("metadata")["example"]["facet"] for example in examples.intent_examples
              if example.get("metadata")}
    assert facets == {"overview", "key_points", "co_production", "date", "who"}
    assert "out_of_scope" in examples.intents
    assert {table["name"] for table in examples.lookup_tables} == {"topic/own/carers_act", "topic/own/christie_commission"}
    assert len(importer.get_stories().story_steps) == 2


def test_the_project_names_an_importer_that_is_there(monkeypatch):
    """Rasa only warns when an importer's module is missing, and then learns no topics."""
    monkeypatch.chdir(ROOT)
    importer = TrainingDataImporter.load_from_config("config.yml", "domain.yml", ["data"])
    assert "christie_commission" in importer.get_domain().intents
    assert len(importer.get_nlu_data().intent_examples) > 3000
