"""What many tests need: a small store of two made-up topics, and the real one."""
from pathlib import Path
from typing import Callable, Dict

import pytest
from ruamel.yaml import YAML

from assistant.store.database import build
from assistant.store.reader import PolicyStore
from assistant.wording import Wording

ROOT = Path(__file__).parent.parent
FACETS = ("overview", "key_points", "co_production", "date", "who")


def made_up_topic(topic_id: str, name: str, **changes) -> Dict:
    """A whole and faultless topic, as its file would hold it."""
    source = {"title": f"{name}: full text", "publisher": "legislation.gov.uk", "official": True,
              "url": f"https://www.legislation.gov.uk/{topic_id}", "year": 2011}
    passages = {
        facet: {
            "standing": "law",
            "text": f"The {name} says this about {facet}. " + "It tells people what they can do and whom to ask. " * 4,
            "easy": f"This is what it says. You can ask for help ({facet.replace('_', ' ')}).",
            "sources": ["act"], "checked_on": "2026-11-22"}
        for facet in FACETS}
    questions = {facet: [f"{facet} of the {name} please"]
                 + [f"{facet} {topic_id} variant {number}" for number in range(9)] for facet in FACETS}
    topic = {
        "schema": 1, "id": topic_id, "name": name, "in_sentence": f"the {name}", "kind": "act",
        "nation": "scotland", "status": "In force (2026)", "summary": f"The {name} is made up.", "year": 2011,
        "themes": ["community"], "audiences": ["council"], "aliases": [name], "weak_aliases": [],
        "shared_aliases": [], "sources": {"act": source},
        "events": [{"date": "2011-06-29", "title": f"The {name} was published", "sources": ["act"]}],
        "relations": [], "passages": passages, "confusions": [], "questions": questions,
        "near_misses": [{"text": f"near miss {topic_id} {number}", "belongs_to": "out_of_scope"}
                        for number in range(8)]}
    return {**topic, **changes}


@pytest.fixture
def write_topic(tmp_path: Path) -> Callable[..., Path]:
    """Writes a topic file below tmp_path, as an editor would; returns its path."""

    def write(topic: Dict, room: str = "policies") -> Path:
        path = tmp_path / room / f"{topic['id']}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8") as file:
            YAML().dump(topic, file)
        return path

    return write


@pytest.fixture
def data(tmp_path: Path, write_topic) -> Path:
    """A data folder with two topics that are related."""
    write_topic(made_up_topic(
        "christie_commission", "Christie Commission",
        relations=[{"to": "carers_act", "kind": "led_to", "why": "The report led to the Act."}],
        confusions=[{"text": "One is a report, the other an Act.", "topic": "carers_act", "sources": ["act"]}]))
    write_topic(made_up_topic("carers_act", "Carers Act", year=2016, themes=["carers"], audiences=["carer"]))
    return tmp_path


@pytest.fixture
def small_store(data: Path) -> PolicyStore:
    """A store built from `data`."""
    database = data / "store.db"
    build(data, database)
    return PolicyStore(f"sqlite:///{database}")


@pytest.fixture(scope="session")
def wording() -> Wording:
    """The project's own words."""
    return Wording.load(ROOT / "data")


@pytest.fixture(scope="session")
def store(tmp_path_factory) -> PolicyStore:
    """A store built from the project's own topic files."""
    database = tmp_path_factory.mktemp("store") / "store.db"
    build(ROOT / "data", database)
    return PolicyStore(f"sqlite:///{database}")


