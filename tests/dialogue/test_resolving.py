from hypothesis import given
from hypothesis import strategies as st

from assistant.dialogue.context import Context
from assistant.dialogue.question import Question
from assistant.dialogue.resolving import resolve
from assistant.store.vocabulary import ALL_TOPIC_IDS, Facet

CHRISTIE = Context(topic="christie_commission", facet="date", served_facet="date")


def question(intent="carers_act", confidence=0.9, facet="who", **fields):
    ranking = fields.pop("ranking", ((intent, confidence),))
    return Question("words", intent, confidence, ranking, facet, 0.9, **fields)


def test_a_name_beats_the_classifier():
    said = resolve(question(intent="co_production", confidence=0.6, named=("carers_act",)), Context())
    assert (said.topic, said.facet) == ("carers_act", "who")


def test_a_name_said_in_passing_gives_way_to_what_is_surely_asked():
    heard = question(intent="christie_commission", confidence=0.85, named=("community_planning",))
    assert resolve(heard, Context()).topic == "christie_commission"


def test_a_follow_up_carries_the_topic():
    said = resolve(question(intent="follow_up"), CHRISTIE)
    assert (said.topic, said.facet, said.carried) == ("christie_commission", "who", True)


def test_a_follow_up_to_nothing_has_no_topic():
    assert resolve(question(intent="follow_up"), Context()).topic is None


def test_a_bare_change_of_topic_carries_the_facet():
    said = resolve(question(intent="change_topic", facet="unsaid", named=("carers_act",)), CHRISTIE)
    assert (said.topic, said.facet) == ("carers_act", "date")


def test_a_change_of_topic_with_a_facet_keeps_its_own():
    said = resolve(question(intent="change_topic", facet="how_to", named=("carers_act",)), CHRISTIE)
    assert said.facet == "how_to"


def test_a_shared_name_asks_which():
    said = resolve(question(intent="list", confidence=0.3, shared=("care_act", "carers_act")), Context())
    assert said.topic is None and set(said.candidates) == {"care_act", "carers_act"}


def test_two_close_topics_are_offered():
    ranking = (("carers_act", 0.3), ("care_act", 0.28), ("co_design", 0.1))
    assert resolve(question(confidence=0.3, ranking=ranking), Context()).candidates[:2] == ("carers_act", "care_act")


def test_a_faint_topic_is_only_the_closest():
    assert resolve(question(confidence=0.1, ranking=(("carers_act", 0.1),)), Context()).closest


topics = st.sampled_from(sorted(ALL_TOPIC_IDS))
intents = st.one_of(topics, st.sampled_from(["follow_up", "change_topic", "out_of_scope"]))
facets = st.sampled_from([facet.value for facet in Facet] + ["unsaid"])


@given(intents, st.lists(st.tuples(intents, st.floats(0, 1)), max_size=6), facets, st.lists(topics, max_size=3),
       st.lists(topics, max_size=3), st.one_of(st.none(), topics), st.one_of(st.none(), facets))
def test_whatever_is_heard_something_is_settled(intent, ranking, facet, named, shared, context_topic, context_facet):
    """A topic, a choice or neither; never an unknown id, never the internal facet `unsaid`."""
    heard = Question("x", intent, 0.5, tuple(ranking), facet, 0.5, tuple(named), (), tuple(shared))
    carried = None if context_facet == "unsaid" else context_facet
    said = resolve(heard, Context(topic=context_topic, facet=carried))
    assert said.topic is None or said.topic in ALL_TOPIC_IDS
    assert set(said.candidates) <= ALL_TOPIC_IDS
    assert said.facet in {each.value for each in Facet}
    assert not (said.topic and said.candidates)
