import pytest

from assistant.evaluation.asking import Transcript
from assistant.evaluation.client import Outcome
from assistant.evaluation.score import score
from assistant.evaluation.score_tables import (
    facet_table,
    main_table,
    move_table,
    outcome_table,
    topic_table,
)

RIGHT = {"move": "answer", "topic": "care_act", "facet": "date"}


@pytest.fixture
def systems(on_topic, on_move):
    good = [on_topic("care_act", "date", RIGHT, seconds=0.0123), on_move("greet", {"move": "greet"})]
    bad = [on_topic(["islands_act"], "date", Outcome.HTTP_ERROR), on_move("greet", Outcome.NO_ANSWER)]
    return {"assistant": score(Transcript("assistant", good)), "stock Rasa": score(Transcript("stock Rasa", bad))}


def row(table, name):
    return next(cells[1:] for cells in table.rows if cells[0].strip() == name)


def test_systems_stand_side_by_side(systems):
    table = main_table(systems)
    assert table.header == ["", "assistant", "stock Rasa"]
    assert row(table, "Topic right") == ["100.0% (1/1)", "0.0% (0/1)"]
    assert row(table, "Latency p95") == ["12 ms", "–"]
    assert row(table, "Whole conversations right") == ["–", "–"]
    assert all(len(cells) == 3 for cells in table.rows)


def test_only_outcomes_that_happened_are_shown(systems):
    table = outcome_table(systems)
    assert [cells[0] for cells in table.rows] == [
        "answered", "no answer in the reply (breaks the contract)", "HTTP error"]
    assert row(table, "HTTP error") == ["0", "1"]


def test_breakdowns(systems):
    assert move_table(systems).rows == [["greet", "100.0% (1/1)", "0.0% (0/1)"]]
    assert facet_table(systems).rows == [["date", "100.0% (1/1)", "100.0% (1/1)", "–", "0.0% (0/1)"]]
    table = topic_table(systems)
    assert table.header == [
        "Topic", "assistant: topic", "assistant: joint", "stock Rasa: topic", "stock Rasa: joint"]
    assert table.rows == [
        ["care_act", "100.0% (1/1)", "100.0% (1/1)", "–", "–"],
        ["islands_act", "–", "–", "0.0% (0/1)", "0.0% (0/1)"],
    ]
