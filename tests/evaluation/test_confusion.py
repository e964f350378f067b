import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.evaluation.client import Outcome
from assistant.evaluation.confusion import (
    CLARIFIED,
    NO_GOOD_REPLY,
    OTHER_MOVE,
    TURNED_AWAY,
    confusion,
    draw,
)
from assistant.store.vocabulary import TOPIC_IDS


def answer(topic):
    return {"move": "answer", "topic": topic, "facet": "date"}


@pytest.fixture
def table(on_topic, on_move):
    return confusion([
        on_topic("carers_act", "date", answer("carers_act")),
        on_topic("carers_act", "who", answer("care_act")),
        on_topic("carers_act", "who", {"move": "clarify", "candidates": []}),
        on_topic("carers_act", "who", {"move": "help"}),
        on_topic(["islands_act", "carers_act"], "who", answer("carers_act")),
        on_topic("islands_act", "who", {"move": "list", "topics": []}),
        on_topic("islands_act", "who", Outcome.TIMED_OUT),
        on_move("greet", answer("planning_act")),
    ])


def test_counts(table):
    assert table.counts == {
        ("carers_act", "carers_act"): 2, ("carers_act", "care_act"): 1, ("carers_act", CLARIFIED): 1,
        ("carers_act", TURNED_AWAY): 1, ("islands_act", OTHER_MOVE): 1, ("islands_act", NO_GOOD_REPLY): 1,
    }


def test_only_topics_that_were_asked_for_have_rows(table):
    assert table.rows == ["carers_act", "islands_act"]
    assert table.columns == [
        "carers_act", "islands_act", "care_act", CLARIFIED, TURNED_AWAY, OTHER_MOVE, NO_GOOD_REPLY]


def test_rows_are_normalised(table):
    assert table.normalised()[0] == [0.4, 0, 0.2, 0.2, 0.2, 0, 0]


@given(rows=st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcde")), max_size=40))
def test_every_row_adds_up_to_one(on_topic, rows):
    table = confusion(on_topic(wanted, "date", answer(got)) for wanted, got in rows)
    assert sum(table.counts.values()) == len(rows)
    for shares in table.normalised():
        assert sum(shares) == pytest.approx(1)


def test_draws_every_topic_readably(tmp_path, on_topic):
    topics = [topic for ids in TOPIC_IDS.values() for topic in ids]
    exchanges = [on_topic(topic, "date", answer(other)) for topic in topics for other in (topic, topics[0])]
    draw(confusion(exchanges), "Everything", tmp_path / "confusion.png")
    from matplotlib import image

    height, width, _ = image.imread(tmp_path / "confusion.png").shape
    assert min(height, width) > 20 * len(topics)  # pixels for each topic's label
