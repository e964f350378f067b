import pytest

from assistant.evaluation.contract import Answer, Move
from assistant.evaluation.wanted import WantedMove, WantedTopic
from assistant.store.vocabulary import Facet

EITHER = WantedTopic(("carers_act", "care_act"), (Facet.DATE, Facet.OVERVIEW))


def answer(topic, facet):
    return Answer(move="answer", topic=topic, facet=facet)


@pytest.mark.parametrize("got, topic, facet", [
    (answer("carers_act", "date"), True, True),
    (answer("care_act", "overview"), True, True),
    (answer("care_act", "who"), True, False),
    (answer("islands_act", "date"), False, True),
    (Answer(move="clarify", topic="care_act", candidates=["care_act"]), False, False),
    (Answer(move="related", topic="care_act", topics=[]), False, False),
    (None, False, False),
])
def test_any_of_several_topics_and_facets_is_right(got, topic, facet):
    assert EITHER.has_topic(got) is topic
    assert EITHER.has_facet(got) is facet
    assert EITHER.is_met_by(got) is (topic and facet)


def test_reported_under_what_was_right_or_else_the_first():
    assert EITHER.reported_topic(answer("care_act", "who")) == "care_act"
    assert EITHER.reported_facet(answer("care_act", "overview")) is Facet.OVERVIEW
    assert EITHER.reported_topic(answer("islands_act", "who")) == "carers_act"
    assert EITHER.reported_facet(answer("islands_act", "who")) is Facet.DATE
    assert EITHER.reported_topic(None) == "carers_act"


def test_topics_of_a_move_are_a_set():
    wanted = WantedMove(Move.COMPARE, frozenset({"care_act", "carers_act"}))
    assert wanted.is_met_by(Answer(move="compare", topics=["carers_act", "care_act"]))
    assert not wanted.is_met_by(Answer(move="compare", topics=["carers_act"]))
    assert not wanted.is_met_by(Answer(move="compare", topics=["carers_act", "care_act", "islands_act"]))
    assert not wanted.is_met_by(Answer(move="related", topics=["carers_act", "care_act"]))
    assert not wanted.is_met_by(None)


def test_a_move_alone_takes_any_topics():
    assert WantedMove(Move.LIST).is_met_by(Answer(move="list", topics=["care_act"]))


def test_shown_for_people():
    assert str(EITHER) == "answer carers_act|care_act/date|overview"
    assert str(WantedMove(Move.COMPARE, frozenset({"b", "a"}))) == "compare a b"
    assert str(WantedMove(Move.THANKS)) == "thanks"
