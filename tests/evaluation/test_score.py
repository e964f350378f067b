import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.evaluation.asking import Transcript
from assistant.evaluation.client import Outcome
from assistant.evaluation.contract import TAKEN_UP, Move
from assistant.evaluation.score import is_turned_away, score
from assistant.evaluation.share import Share


def answer(topic, facet):
    return {"move": "answer", "topic": topic, "facet": facet}


def clarify(*candidates):
    return {"move": "clarify", "candidates": list(candidates)}


@pytest.fixture
def scored(on_topic, on_move):
    """Ten questions on topics, seven messages with a move, three conversations, with scores known by hand."""
    singles = [
        on_topic("care_act", "date", answer("care_act", "date"), seconds=0.010),
        on_topic("care_act", "who", answer("care_act", "date"), seconds=0.020),
        on_topic(["carers_act", "care_act"], ["who", "date"], answer("care_act", "who"), seconds=0.030),
        on_topic("carers_act", "who", answer("care_act", "who"), seconds=0.040),
        on_topic("carers_act", "who", clarify("care_act", "carers_act")),
        on_topic("carers_act", "date", clarify("care_act", "islands_act")),
        on_topic("carers_act", "date", {"move": "not_found"}),
        on_topic("islands_act", "easy", {"move": "list", "topics": ["islands_act"]}),
        on_topic("islands_act", "easy", answer("islands_act", "easy"), answer("care_act", "date")),
        on_topic("islands_act", "easy", Outcome.NO_ANSWER, seconds=9),
        on_move("out_of_scope", {"move": "out_of_scope"}),
        on_move("out_of_scope", {"move": "legal_advice"}),
        on_move("out_of_scope", answer("care_act", "date")),
        on_move("legal_advice", {"move": "out_of_scope"}),
        on_move("greet", {"move": "greet"}),
        on_move("greet", {"move": "goodbye"}),
        on_move("thanks", Outcome.TIMED_OUT, seconds=60),
    ]
    right = on_topic("care_act", "date", answer("care_act", "date"))
    wrong = on_topic("care_act", "date", answer("care_act", "who"))
    compared = on_move("compare", {"move": "compare", "topics": ["b", "a"]}, topics=["a", "b"])
    conversations = [[right, compared], [right, wrong, right], [wrong]]
    return score(Transcript("assistant", singles, conversations))


def test_topics_and_facets(scored):
    topics = scored.topics
    assert topics.topic == Share(4, 10)
    assert topics.joint == Share(3, 10)
    assert topics.facet_given_topic == Share(3, 4)


def test_questions_that_do_not_name_their_topic_are_scored_apart(on_topic):
    named = on_topic("care_act", "date", answer("care_act", "date"), named=True)
    right = on_topic("care_act", "date", answer("care_act", "who"), named=False)
    wrong = on_topic("care_act", "date", answer("carers_act", "date"), named=False)
    unsaid = on_topic("care_act", "date", answer("care_act", "date"))
    assert score(Transcript("assistant", [named, right, wrong, unsaid], [])).described == Share(1, 2)


def test_asking_back_is_not_right_but_counted(scored):
    assert scored.topics.clarified == Share(2, 10)
    assert scored.topics.clarified_well == Share(1, 2)


def test_turned_away_means_a_move_that_does_not_take_the_question_up(scored):
    assert scored.topics.turned_away == Share(1, 10)


def test_out_of_scope(scored):
    assert scored.out_of_scope == Share(1, 3)
    assert scored.out_of_scope_refused == Share(2, 3)


def test_social_moves(scored):
    assert scored.social == Share(1, 4)
    assert scored.by_move == {
        "greet": Share(1, 2), "legal_advice": Share(0, 1), "out_of_scope": Share(1, 3), "thanks": Share(0, 1),
    }


def test_turns_and_whole_conversations(scored):
    assert scored.turns == Share(4, 6)
    assert scored.conversations == Share(1, 3)


def test_turns_of_conversations_do_not_count_as_questions_on_their_own(scored):
    assert sum(group.topic.total for group in scored.by_topic.values()) == 10
    assert sum(group.joint.total for group in scored.by_facet.values()) == 10


def test_by_topic_and_facet(scored):
    assert scored.by_topic["care_act"].topic == Share(3, 3)
    assert scored.by_topic["care_act"].joint == Share(2, 3)
    assert scored.by_topic["carers_act"].topic == Share(0, 4)
    assert scored.by_facet["easy"].joint == Share(1, 3)
    assert list(scored.by_topic) == ["care_act", "carers_act", "islands_act"]


def test_replies_are_counted_by_outcome(scored):
    assert scored.outcomes == {Outcome.ANSWERED: 21, Outcome.NO_ANSWER: 1, Outcome.TIMED_OUT: 1}
    assert scored.two_answers == 1


def test_only_good_replies_are_timed(scored):
    assert scored.latency.p50 == pytest.approx(10)
    assert scored.latency.p99 == pytest.approx(40)


def test_nothing_asked_is_not_zero_per_cent():
    scores = score(Transcript("assistant"))
    assert scores.topics.topic.value is None
    assert scores.conversations.value is None
    assert scores.latency.p50 is None


@pytest.mark.parametrize("move", list(Move))
def test_every_move_either_takes_a_question_up_or_turns_it_away(on_topic, move):
    got = {"move": move, "topic": "care_act", "facet": "date", "topics": [], "candidates": []}
    assert is_turned_away(on_topic("care_act", "date", got)) is (move not in TAKEN_UP)


def test_a_failed_request_is_not_turned_away(on_topic):
    assert not is_turned_away(on_topic("care_act", "date", Outcome.HTTP_ERROR))


ANSWERS = st.one_of(
    st.builds(answer, st.sampled_from("abc"), st.sampled_from(["date", "who"])),
    st.builds(clarify, st.sampled_from("abc")),
    st.sampled_from([{"move": "out_of_scope"}, {"move": "help"}, Outcome.TIMED_OUT]),
)


@given(rows=st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["date", "who"]), ANSWERS), max_size=30))
def test_scores_fit_together(on_topic, rows):
    singles = [on_topic(topic, facet, got) for topic, facet, got in rows]
    scores = score(Transcript("assistant", singles, [singles] if singles else []))
    topics = scores.topics
    assert topics.joint.right <= topics.topic.right == topics.facet_given_topic.total
    assert topics.topic.right + topics.clarified.right + topics.turned_away.right <= len(rows)
    assert topics.clarified_well.total == topics.clarified.right
    for groups in (scores.by_topic, scores.by_facet):
        assert sum(group.joint.right for group in groups.values()) == topics.joint.right
        assert sum(group.topic.total for group in groups.values()) == len(rows)
    assert scores.turns == topics.joint
    assert scores.conversations.right == int(bool(rows) and topics.joint.right == len(rows))
