"""Each move, on a small store: what is said, what is carried, what is remembered."""
from dataclasses import replace

import pytest

from assistant.dialogue.answer import Move
from assistant.dialogue.answering import answer_turn
from assistant.dialogue.choosing import chosen
from assistant.dialogue.comparing import compare
from assistant.dialogue.context import Context
from assistant.dialogue.filters import filters_in
from assistant.dialogue.layout import plain_text, spoken_date
from assistant.dialogue.listing import list_topics, timeline
from assistant.dialogue.question import Question
from assistant.dialogue.relating import related
from assistant.dialogue.talking import legal_advice, out_of_scope, restart, social
from assistant.dialogue.turn import Turn
from tests.conftest import ROOT


def heard(text="words", intent="carers_act", facet="date", named=("carers_act",), **fields):
    return Question(text, intent, 0.9, ((intent, 0.9),), facet, 0.9, named, mentioned=named, **fields)


@pytest.fixture
def turn(small_store, wording) -> Turn:
    return Turn((heard(),), Context(), small_store, wording)


def test_an_answer_comes_from_its_passage_with_sources(turn):
    said = answer_turn(turn)
    [answer] = said.answers
    assert answer.text == turn.store.passage("carers_act", "date").text
    assert answer.passages == ("carers_act/date",) and answer.sources and answer.checked_on == "2026-11-22"
    assert (said.context.topic, said.context.facet) == ("carers_act", "date")


def test_a_missing_facet_is_said_and_the_nearest_given(turn):
    [answer] = answer_turn(replace(turn, questions=(heard(facet="how_to"),))).answers
    assert (answer.facet, answer.served_facet) == ("how_to", "key_points")
    assert "I have nothing on how to use it for the Carers Act" in answer.text


def test_simpler_gives_the_easy_words_of_the_last_passage(turn):
    context = Context(topic="carers_act", facet="date", served_facet="date")
    [answer] = answer_turn(replace(turn, context=context, questions=(
        heard(intent="follow_up", facet="easy", named=()),))).answers
    assert turn.store.passage("carers_act", "date").easy in answer.text
    assert answer.passages == ("carers_act/date",) and answer.facet == "easy"


def test_two_questions_are_answered_in_order(turn):
    questions = (heard(), heard(intent="christie_commission", named=("christie_commission",), facet="who"))
    assert [(answer.topic, answer.facet) for answer in answer_turn(replace(turn, questions=questions)).answers] == [
        ("carers_act", "date"), ("christie_commission", "who")]


def test_suggestions_are_questions_of_the_store(turn):
    [answer] = answer_turn(turn).answers
    known = set(turn.store.suggested_questions("carers_act").values())
    assert answer.suggestions and {each.message for each in answer.suggestions} <= known


def test_nothing_to_follow_up_asks_which_topic(turn):
    [answer] = answer_turn(replace(turn, questions=(heard(intent="follow_up", named=()),))).answers
    assert answer.move is Move.CLARIFY


def test_compare_gives_both_and_how_they_relate(turn):
    [answer] = compare(replace(turn, questions=(heard(named=("carers_act", "christie_commission")),))).answers
    assert answer.topics == ("carers_act", "christie_commission")
    assert "One is a report, the other an Act." in answer.text and answer.sources


def test_list_is_narrowed_by_words(turn):
    [answer] = list_topics(replace(turn, questions=(heard(text="what is there for carers since 2012"),))).answers
    assert answer.topics == ("carers_act",) and answer.filters == {"audience": "carer", "from_year": 2012}


def test_a_timeline_is_in_order(turn):
    [answer] = timeline(replace(turn, questions=(heard(text="timeline", named=()),))).answers
    assert answer.move is Move.TIMELINE and "29 June 2011" in answer.text


def test_related_gives_the_reason(turn):
    [answer] = related(turn).answers
    assert answer.topics == ("christie_commission",) and "The report led to the Act." in answer.text


def test_small_talk_keeps_the_topic(turn):
    context = Context(topic="carers_act", facet="date")
    assert social(replace(turn, context=context), Move.THANKS).context.topic == "carers_act"
    assert restart(replace(turn, context=context)).context == Context()


def test_the_third_miss_in_a_row_names_people(turn):
    texts = []
    for _ in range(3):
        said = out_of_scope(turn)
        turn = replace(turn, context=said.context)
        texts.append(said.answers[0].text)
    assert [("not seem to be getting there" in text) for text in texts] == [False, False, True]


def test_legal_advice_is_declined_and_says_where_to_go(turn):
    [answer] = legal_advice(turn).answers
    assert answer.move is Move.LEGAL_ADVICE and "Citizens Advice" in answer.text


@pytest.mark.parametrize("text, index", [("2", 1), ("the second one", 1), ("first", 0), ("number 3", 2), ("last", -1)])
def test_a_choice_is_read(text, index):
    candidates = ("a_topic", "b_topic", "c_topic")
    assert chosen(text, candidates) == candidates[index]


@pytest.mark.parametrize("text", ["9", "no thanks", "", "what is the carers act"])
def test_what_is_no_choice_picks_nothing(text):
    assert chosen(text, ("a_topic", "b_topic")) is None


@pytest.mark.parametrize("text, filters", [
    ("welsh laws", {"nation": "wales", "kind": "act"}),
    ("reports before 2015", {"kind": "report", "to_year": 2014}),
    ("between 2011 and 2016", {"from_year": 2011, "to_year": 2016}),
    ("anything at all", {}),
])
def test_filters_are_read_from_words(text, filters):
    assert filters_in(text, ROOT / "data") == filters


def test_plain_text_names_standing_nation_and_sources(turn, wording):
    [answer] = answer_turn(turn).answers
    text = plain_text(answer, wording, suggestions=True)
    assert "Law · Scotland · checked against its sources on 22 November 2026" in text
    assert "https://www.legislation.gov.uk/carers_act" in text and "You could also ask:" in text


@pytest.mark.parametrize("iso, spoken", [("2011-06-29", "29 June 2011"), ("2011-06", "June 2011"), ("2011", "2011")])
def test_dates_are_spoken(iso, spoken):
    assert spoken_date(iso) == spoken
