import pytest
from pydantic import ValidationError

from assistant.evaluation.contract import Move
from assistant.evaluation.questions import (
    Conversation,
    MoveQuestion,
    TopicQuestion,
    Turn,
    kind_of,
)
from assistant.evaluation.wanted import WantedMove, WantedTopic
from assistant.store.vocabulary import Facet


@pytest.mark.parametrize("row, kind", [
    ({"id": "s1", "text": "t", "topic": "care_act", "facet": "date"}, TopicQuestion),
    ({"id": "o1", "text": "t", "expect": "greet"}, MoveQuestion),
    ({"id": "c1", "turns": [{"user": "hi", "expect": "greet"}]}, Conversation),
])
def test_three_kinds_of_line(row, kind):
    assert kind_of(row) is kind
    assert kind.parse_obj(row).id == row["id"]


def test_one_or_several_topics_and_facets():
    one = TopicQuestion(id="1", text="t", topic="care_act", facet="date")
    assert one.wanted == WantedTopic(("care_act",), (Facet.DATE,))
    several = TopicQuestion(id="1", text="t", topic=["care_act", "send_code"], facet=["date", "who"])
    assert several.wanted == WantedTopic(("care_act", "send_code"), (Facet.DATE, Facet.WHO))


@pytest.mark.parametrize("row, wanted", [
    ({"topic": "care_act", "facet": ["date"]}, WantedTopic(("care_act",), (Facet.DATE,))),
    ({"expect": "thanks"}, WantedMove(Move.THANKS)),
    ({"move": "list"}, WantedMove(Move.LIST)),
    ({"move": "compare", "topics": ["care_act", "carers_act"]},
     WantedMove(Move.COMPARE, frozenset({"care_act", "carers_act"}))),
])
def test_what_a_turn_may_want(row, wanted):
    assert Turn(user="hello", **row).wanted == wanted


@pytest.mark.parametrize("row, problem", [
    ({}, "none of them"),
    ({"topic": "care_act"}, "this has topic"),
    ({"expect": "list", "move": "list"}, "this has expect, move"),
    ({"expect": "list", "topics": ["care_act"]}, "this has expect, topics"),
    ({"topic": "care_act", "facet": "date", "move": "answer"}, "this has facet, move, topic"),
    ({"move": "compare", "topics": []}, "at least 1 item"),
    ({"expect": "sing"}, "not a valid enumeration member"),
    ({"expects": "greet"}, "extra fields"),
])
def test_a_turn_that_wants_nothing_clear_is_refused(row, problem):
    with pytest.raises(ValidationError, match=problem):
        Turn(user="hello", **row)


@pytest.mark.parametrize("change, problem", [
    ({"topic": "christie_comission"}, "there is no topic christie_comission"),
    ({"topic": ["care_act", "nope"]}, "there is no topic nope"),
    ({"topic": []}, "at least 1 item"),
    ({"facet": "colour"}, "not a valid enumeration member"),
    ({"facet": None}, "none is not an allowed value"),
    ({"text": "  "}, "at least 1 char"),
    ({"text": 5}, "str type expected"),
    ({"id": 5}, "str type expected"),
    ({"comment": "x"}, "extra fields"),
])
def test_a_label_that_nothing_could_match_is_refused(change, problem):
    row = {"id": "s1", "text": "t", "topic": "care_act", "facet": "date", **change}
    with pytest.raises(ValidationError, match=problem):
        TopicQuestion.parse_obj(row)


def test_a_conversation_has_turns():
    with pytest.raises(ValidationError, match="at least 1 item"):
        Conversation(id="c1", turns=[])
