import pytest

from assistant.dialogue.context import Context
from assistant.dialogue.references import by_words, nearest_by_words, points_at_a_topic, referred

SHOWN = Context(topic="carers_act", shown=("carers_act", "care_act"), recent=("carers_act", "christie_commission"))


@pytest.mark.parametrize("text, topic", [
    ("when did the second one start?", "care_act"), ("and the first?", "carers_act"),
    ("give me an example of the latter", "care_act"), ("and the other one?", "care_act"),
    ("what is the second reason", None), ("the third one", None), ("tell me more", None)])
def test_places_point_into_what_was_shown(text, topic):
    assert referred(text, SHOWN) == topic


def test_the_other_one_without_a_pair_is_the_topic_before():
    assert referred("and the other one?", Context(topic="carers_act", recent=("carers_act", "christie_commission"))) \
        == "christie_commission"


@pytest.mark.parametrize("text", ["no, the planning one", "back to carers", "haud on, back tae capabilities"])
def test_a_few_words_pick_a_topic_out(text):
    assert points_at_a_topic(text)


def test_a_name_is_found_by_its_words(store):
    cards = store.topics()
    assert by_words("no, the islands one", cards) == "islands_act"
    assert by_words("what about the act", cards) is None


def test_the_conversations_topics_come_first_unless_another_fits_better(store):
    near = [store.topic("future_generations_act")]
    assert nearest_by_words("the Welsh social services one", near, store.topics())[0] == "wales_social_services_act"
    assert nearest_by_words("the generations one", near, store.topics())[0] == "future_generations_act"
