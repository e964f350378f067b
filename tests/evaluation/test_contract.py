import pytest
from pydantic import ValidationError

from assistant.evaluation.contract import REFUSALS, TAKEN_UP, Answer, Move


@pytest.mark.parametrize("row, missing", [
    ({"move": "answer", "topic": "care_act"}, "facet"),
    ({"move": "answer", "facet": "date"}, "topic"),
    ({"move": "clarify"}, "candidates"),
    ({"move": "compare"}, "topics"),
    ({"move": "timeline"}, "topics"),
])
def test_an_answer_must_hold_what_its_move_needs(row, missing):
    with pytest.raises(ValidationError, match=f"without {missing}"):
        Answer.parse_obj(row)


@pytest.mark.parametrize("row", [
    {}, {"move": "sing"}, {"move": "answer", "topic": "care_act", "facet": "colour"},
    {"move": "list", "topics": "care_act"}, {"move": "greet", "confidence": "high"},
])
def test_values_outside_the_contract_are_refused(row):
    with pytest.raises(ValidationError):
        Answer.parse_obj(row)


def test_fields_that_are_not_scored_may_come_and_go():
    answer = Answer.parse_obj({"move": "greet", "suggestions": [], "something_new": 1})
    assert answer.move is Move.GREET and answer.confidence is None


def test_an_empty_list_of_topics_is_an_answer():
    assert Answer.parse_obj({"move": "list", "topics": []}).topics == []


@pytest.mark.parametrize("row, shown", [
    ({"move": "answer", "topic": "care_act", "facet": "date"}, "answer care_act/date"),
    ({"move": "clarify", "candidates": ["care_act", "carers_act"]}, "clarify care_act or carers_act"),
    ({"move": "compare", "topics": ["care_act", "carers_act"]}, "compare care_act carers_act"),
    ({"move": "greet"}, "greet"),
])
def test_shown_shortly(row, shown):
    assert str(Answer.parse_obj(row)) == shown


def test_no_refusal_takes_a_question_up():
    assert not REFUSALS & TAKEN_UP


def test_the_assistant_knows_the_same_moves():
    dialogue = pytest.importorskip("assistant.dialogue.answer", reason="the dialogue is not written yet")
    assert {move.value for move in dialogue.Move} == {move.value for move in Move}
