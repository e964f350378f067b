"""Scores as tables, systems side by side."""
from collections.abc import Callable

from assistant.evaluation.client import Outcome
from assistant.evaluation.score import Scores, TopicScores
from assistant.evaluation.share import Share
from assistant.evaluation.table import Table

ScoresBySystem = dict[str, Scores]

_MAIN_ROWS: dict[str, Callable[[Scores], object]] = {
    "Topic right": lambda scores: scores.topics.topic,
    "Topic right, where the question does not name it": lambda scores: scores.described,
    "Topic and facet right (joint)": lambda scores: scores.topics.joint,
    "Facet right, given right topic": lambda scores: scores.topics.facet_given_topic,
    "In scope but turned away": lambda scores: scores.topics.turned_away,
    "In scope but asked back (clarify)": lambda scores: scores.topics.clarified,
    "  with a right topic among the choices": lambda scores: scores.topics.clarified_well,
    "Out of scope, recognised": lambda scores: scores.out_of_scope,
    "Out of scope, refused one way or another": lambda scores: scores.out_of_scope_refused,
    "Social and other moves right": lambda scores: scores.social,
    "Conversation turns right": lambda scores: scores.turns,
    "Whole conversations right": lambda scores: scores.conversations,
    "Latency p50": lambda scores: _milliseconds(scores.latency.p50),
    "Latency p95": lambda scores: _milliseconds(scores.latency.p95),
    "Latency p99": lambda scores: _milliseconds(scores.latency.p99),
    "Messages taken as two questions": lambda scores: scores.two_answers,
}


def main_table(systems: ScoresBySystem) -> Table:
    rows = [
        [label, *(str(read(scores)) for scores in systems.values())] for label, read in _MAIN_ROWS.items()
    ]
    return Table("Scores", ["", *systems], rows)


def outcome_table(systems: ScoresBySystem) -> Table:
    """How many messages got a good reply, and each way in which others did not."""
    rows = []
    for outcome in Outcome:
        counts = [scores.outcomes.get(outcome, 0) for scores in systems.values()]
        if any(counts) or outcome is Outcome.ANSWERED:
            label = f"{outcome.value} (breaks the contract)" if outcome.breaks_contract else outcome.value
            rows.append([label, *map(str, counts)])
    return Table("Replies", ["", *systems], rows)


def move_table(systems: ScoresBySystem) -> Table:
    moves = sorted({move for scores in systems.values() for move in scores.by_move})
    rows = [
        [move, *(str(scores.by_move.get(move, Share())) for scores in systems.values())] for move in moves
    ]
    return Table("By expected move", ["Move", *systems], rows)


def topic_table(systems: ScoresBySystem) -> Table:
    return _breakdown("By topic", "Topic", {name: scores.by_topic for name, scores in systems.items()},
                      {"topic": lambda scores: scores.topic, "joint": lambda scores: scores.joint})


def facet_table(systems: ScoresBySystem) -> Table:
    return _breakdown("By facet", "Facet", {name: scores.by_facet for name, scores in systems.items()},
                      {"facet, given topic": lambda scores: scores.facet_given_topic,
                       "joint": lambda scores: scores.joint})


def _breakdown(
    title: str,
    first: str,
    systems: dict[str, dict[str, TopicScores]],
    columns: dict[str, Callable[[TopicScores], Share]],
) -> Table:
    names = sorted({name for groups in systems.values() for name in groups})
    header = [first, *[f"{system}: {column}" for system in systems for column in columns]]
    rows: list[list[str]] = []
    for name in names:
        cells = [
            str(read(groups[name])) if name in groups else str(Share())
            for groups in systems.values() for read in columns.values()
        ]
        rows.append([name, *cells])
    return Table(title, header, rows)


def _milliseconds(value) -> str:
    return "–" if value is None else f"{value:.0f} ms"
