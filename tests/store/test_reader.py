import pytest

from assistant.store.reader import PolicyStore, StoreUnavailable


def test_a_passage_carries_its_sources_and_labels(small_store):
    passage = small_store.passage("carers_act", "date")
    assert passage.id == "carers_act/date"
    assert (passage.standing, passage.nation, passage.checked_on) == ("law", "scotland", "2026-11-22")
    assert [source.url for source in passage.sources] == ["https://www.legislation.gov.uk/carers_act"]


def test_what_is_not_there_is_none(small_store):
    assert small_store.topic("moon_act") is None
    assert small_store.passage("carers_act", "impact") is None


@pytest.mark.parametrize("filters, topics", [
    ({}, ["carers_act", "christie_commission"]),
    ({"theme": "carers"}, ["carers_act"]),
    ({"audience": "council"}, ["christie_commission"]),
    ({"nation": "wales"}, []),
    ({"from_year": 2012}, ["carers_act"]),
    ({"to_year": 2012, "kind": "act"}, ["christie_commission"]),
])
def test_topics_are_narrowed_by_every_filter(small_store, filters, topics):
    assert [topic.id for topic in small_store.topics(**filters)] == topics


def test_events_come_in_order_with_their_source(small_store):
    events = small_store.events()
    assert [event.date for event in events] == sorted(event.date for event in events)
    assert all(event.source.url for event in events)
    assert {event.topic_id for event in small_store.events(["carers_act"])} == {"carers_act"}


def test_relations_are_seen_from_both_ends(small_store):
    [outward] = small_store.relations("christie_commission")
    [inward] = small_store.relations("carers_act")
    assert outward == inward
    assert outward.why == "The report led to the Act."


def test_a_confusion_is_found_from_either_topic(small_store):
    assert small_store.confusions("carers_act", "christie_commission") == ["One is a report, the other an Act."]
    assert small_store.confusions("christie_commission", "carers_act") == ["One is a report, the other an Act."]


def test_a_store_that_was_never_built_says_what_to_do(tmp_path):
    with pytest.raises(StoreUnavailable, match="Run `make store`"):
        PolicyStore(f"sqlite:///{tmp_path / 'nowhere.db'}").version()
