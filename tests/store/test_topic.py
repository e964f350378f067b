import pytest
from pydantic import ValidationError

from assistant.store.topic import Topic, passage_id
from tests.conftest import made_up_topic


def test_a_whole_topic_is_accepted():
    topic = Topic.parse_obj(made_up_topic("carers_act", "Carers Act"))
    assert topic.id == "carers_act"
    assert set(topic.passages) == {"overview", "key_points", "co_production", "date", "who"}


@pytest.mark.parametrize("change, complaint", [
    ({"kind": "novel"}, "not a valid enumeration member"),
    ({"colour": "blue"}, "extra fields not permitted"),
    ({"schema": 2}, "less than or equal to 1"),
    ({"aliases": []}, "at least 1 item"),
    ({"aliases": ["Carers Act", "carers act"]}, "aliases has twice: carers act"),
    ({"events": [{"date": "2011-13", "title": "x", "sources": ["act"]}]}, "there is no month 13"),
    ({"events": [{"date": "2011-12-40", "title": "x", "sources": ["act"]}]}, "there is no day 40"),
    ({"events": [{"date": "June 2011", "title": "x", "sources": ["act"]}]}, "does not match regex"),
])
def test_a_faulty_topic_is_refused(change, complaint):
    with pytest.raises(ValidationError, match=complaint):
        Topic.parse_obj(made_up_topic("carers_act", "Carers Act", **change))


@pytest.mark.parametrize("facet", ["easy", "source"])
def test_derived_facets_have_no_passage(facet):
    topic = made_up_topic("carers_act", "Carers Act")
    topic["passages"][facet] = topic["passages"]["overview"]
    with pytest.raises(ValidationError, match="is made from other parts"):
        Topic.parse_obj(topic)


def test_an_overview_is_needed():
    topic = made_up_topic("carers_act", "Carers Act")
    del topic["passages"]["overview"]
    with pytest.raises(ValidationError, match="an overview passage is needed"):
        Topic.parse_obj(topic)


def test_passage_ids_name_topic_and_facet():
    assert passage_id("carers_act", "date") == "carers_act/date"
