"""A cue in the words and something in the conversation together change the move."""
from dataclasses import replace

import pytest

from assistant.dialogue.answer import Move
from assistant.dialogue.context import Context
from assistant.dialogue.question import Question
from assistant.dialogue.responding import respond
from assistant.dialogue.routing import rerouted
from assistant.dialogue.turn import Turn

TWO = Context(topic="carers_act", recent=("carers_act", "christie_commission"))


@pytest.fixture
def said(store, wording):
    def turn(text, context, intent="follow_up", confidence=0.6, **fields) -> Turn:
        heard = Question(text, intent, confidence, ((intent, confidence),), "overview", 0.9, **fields)
        return Turn((heard,), context, store, wording)
    return turn


@pytest.mark.parametrize("text", ["how do they compare?", "what's the difference between the two",
                                  "show me how the two differ"])
def test_two_recent_topics_are_compared(said, text):
    turn = said(text, TWO)
    [answer] = rerouted(turn, "answer")(turn).answers
    assert answer.move is Move.COMPARE and set(answer.topics) == {"carers_act", "christie_commission"}


def test_one_named_is_compared_with_the_one_under_discussion(said):
    turn = said("how is that different from the Care Act", TWO, named=("care_act",), mentioned=("care_act",))
    [answer] = rerouted(turn, "answer")(turn).answers
    assert answer.topics == ("carers_act", "care_act")


@pytest.mark.parametrize("text", ["has it made any difference?", "what difference did they make"])
def test_making_a_difference_is_no_comparison(said, text):
    assert rerouted(said(text, TWO), "answer") is None


def test_nothing_to_compare_with_changes_nothing(said):
    assert rerouted(said("how do they compare?", Context()), "answer") is None


def test_a_list_is_narrowed_further(said):
    context = Context(move="list", filters={"nation": "scotland", "audience": "carer"})
    turn = said("and for disabled people?", context)
    [answer] = rerouted(turn, "answer")(turn).answers
    assert answer.move is Move.LIST and answer.filters == {"nation": "scotland", "audience": "disabled_person"}


def test_years_replace_years(said):
    turn = said("only from 2018 onwards please", Context(move="list", filters={"to_year": 2015}))
    [answer] = rerouted(turn, "timeline")(turn).answers
    assert answer.move is Move.LIST and answer.filters == {"from_year": 2018}


def test_when_did_the_second_one_start_is_no_timeline(said):
    context = Context(shown=("carers_act", "care_act"))
    turn = said("When did the second one start?", context, intent="timeline")
    [answer] = rerouted(turn, "timeline")(turn).answers
    assert (answer.move, answer.topic) == (Move.ANSWER, "care_act")


def test_what_she_could_get_is_about_the_topic_before(said):
    turn = said("what could she get", TWO, intent="out_of_scope")
    [answer] = rerouted(turn, "out_of_scope")(turn).answers
    assert answer.topic == "carers_act"


def test_off_topic_stays_off_topic(said):
    assert rerouted(said("did hibs win", TWO, intent="out_of_scope", confidence=0.95), "out_of_scope") is None


@pytest.mark.parametrize("text, topic", [("2", "care_act"), ("the English one, the Care Act", "care_act"),
                                         ("carers", "carers_act")])
def test_a_choice_is_settled_by_number_or_words(said, text, topic):
    context = Context(candidates=("carers_act", "care_act"), pending_facet="date")
    turn = said(text, context, intent="change_topic")
    [answer] = respond(turn, "answer", lambda _: pytest.fail("the choice was not read")).answers
    assert (answer.topic, answer.facet) == (topic, "date")


def test_danger_comes_before_everything(said):
    turn = said("I can't go on", replace(TWO, candidates=("carers_act", "care_act")))
    [answer] = respond(turn, "answer", lambda _: pytest.fail("helplines come first")).answers
    assert answer.reason == "distress" and "116 123" in answer.text


@pytest.mark.parametrize("chance, move", [(0.3, Move.ANSWER), (0.05, None)])
def test_an_ordinary_name_counts_only_where_its_topic_is_likely(said, chance, move):
    turn = said("what is power sharing", Context(), intent="out_of_scope", hinted=("power_sharing",))
    asked = replace(turn.question, ranking=(("out_of_scope", 0.6), ("power_sharing", chance)))
    turn = replace(turn, questions=(asked,))
    other = rerouted(turn, "out_of_scope")
    assert (other(turn).answers[0].move if other else None) == move


def test_show_me_the_policies_for_somebody_is_a_list(said):
    turn = said("show me the policies for islanders", Context(), intent="islands_act")
    [answer] = rerouted(turn, "answer")(turn).answers
    assert answer.move is Move.LIST and answer.filters == {"audience": "islander"}


def test_a_timeline_of_one_topic_is_a_timeline(said):
    turn = said("a timeline of the Christie Commission please", Context(), intent="christie_commission",
                named=("christie_commission",))
    [answer] = rerouted(turn, "answer")(turn).answers
    assert answer.move is Move.TIMELINE and answer.topics == ("christie_commission",)
