"""Every value that a list can be narrowed to has words, and the words find it."""
import pytest

from assistant.dialogue.filters import FILTERS, filters_in
from assistant.store.content import load_topics
from assistant.store.vocabulary import Audience, Kind, Nation, Theme
from assistant.store.yaml_lines import plain, read_yaml
from tests.conftest import ROOT

DATA = ROOT / "data"
CLOSED_LISTS = {"nation": Nation, "kind": Kind, "theme": Theme, "audience": Audience}
VALUES = [(name, value.value) for name, values in CLOSED_LISTS.items() for value in values]
WORDS = plain(read_yaml(DATA / FILTERS))


def belongs(topic, name, value) -> bool:
    if name in ("theme", "audience"):
        return value in getattr(topic, f"{name}s")
    return getattr(topic, name) == value


@pytest.mark.parametrize("name, value", VALUES)
def test_every_value_has_words_that_find_it(name, value):
    for words in WORDS[name][value]:
        assert filters_in(f"list everything on {words}", DATA).get(name) == value, words


def test_no_words_for_values_that_are_not_there():
    listed = {(name, value) for name, values in WORDS.items() for value in values}
    assert listed == set(VALUES)


@pytest.mark.parametrize("name, value", VALUES)
def test_a_list_holds_all_topics_of_the_value_and_no_other(name, value, store):
    wanted = {topic.id for topic in load_topics(DATA).values() if belongs(topic, name, value)}
    assert {card.id for card in store.topics(**{name: value})} == wanted


@pytest.mark.parametrize("words, years", [
    ("since 2015", {"from_year": 2015}),
    ("after 2015", {"from_year": 2016}),
    ("before 2015", {"to_year": 2014}),
    ("up to 2015", {"to_year": 2015}),
    ("between 2014 and 2016", {"from_year": 2014, "to_year": 2016}),
    ("in 2016", {"from_year": 2016, "to_year": 2016}),
])
def test_years_are_read(words, years):
    assert filters_in(f"list the policies {words}", DATA) == years
