"""From a transcript to scores. Pure functions: no files, no network, no clock.

A message without a good reply (see `client.Outcome`) is wrong in every score,
but is not counted as turned away.
"""
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant.evaluation.asking import Exchange, Transcript
from assistant.evaluation.client import Outcome
from assistant.evaluation.contract import REFUSALS, TAKEN_UP, Answer, Move
from assistant.evaluation.share import Latency, Share, latency, share
from assistant.evaluation.wanted import WantedMove, WantedTopic


@dataclass(frozen=True)
class TopicScores:
    """Questions on their own that have a topic and a facet."""

    topic: Share  # answered on a right topic
    joint: Share  # on a right topic and to a right facet
    facet_given_topic: Share  # to a right facet, of those on a right topic
    turned_away: Share  # got a move that does not take a question up
    clarified: Share  # asked back which topic was meant
    clarified_well: Share  # of those, had a right topic among the choices


@dataclass(frozen=True)
class Scores:
    """Everything one assistant is scored on."""

    topics: TopicScores
    described: Share  # on a right topic, of questions said not to name it
    by_topic: dict[str, TopicScores]
    by_facet: dict[str, TopicScores]
    out_of_scope: Share  # refused as out of scope, of those that are
    out_of_scope_refused: Share  # refused in one way or another
    social: Share  # right move, of all other messages with an expected move
    by_move: dict[str, Share]
    turns: Share
    conversations: Share  # every turn right
    latency: Latency
    outcomes: dict[Outcome, int]
    two_answers: int  # messages that were taken as two questions


def score(transcript: Transcript) -> Scores:
    singles = transcript.singles
    on_topics = [item for item in singles if isinstance(item.wanted, WantedTopic)]
    on_moves = [item for item in singles if isinstance(item.wanted, WantedMove)]
    off_topic = [item for item in on_moves if item.wanted.move is Move.OUT_OF_SCOPE]
    social = [item for item in on_moves if item.wanted.move is not Move.OUT_OF_SCOPE]
    replies = [item.reply for item in transcript.exchanges]
    return Scores(
        topics=score_topics(on_topics),
        described=share(item.wanted.has_topic(item.reply.answer) for item in on_topics
                        if item.wanted.named is False),
        by_topic=_grouped(on_topics, lambda item: item.wanted.reported_topic(item.reply.answer)),
        by_facet=_grouped(on_topics, lambda item: item.wanted.reported_facet(item.reply.answer).value),
        out_of_scope=share(item.is_right for item in off_topic),
        out_of_scope_refused=share(_move(item.reply.answer) in REFUSALS for item in off_topic),
        social=share(item.is_right for item in social),
        by_move=score_moves(on_moves),
        turns=share(turn.is_right for turn in transcript.turns),
        conversations=share(all(turn.is_right for turn in turns) for turns in transcript.conversations),
        latency=latency([reply.seconds for reply in replies if reply.outcome is Outcome.ANSWERED]),
        outcomes=dict(Counter(reply.outcome for reply in replies)),
        two_answers=sum(len(reply.answers) == 2 for reply in replies),
    )


def score_topics(items: list[Exchange]) -> TopicScores:
    """Scores questions whose `wanted` is a topic and facet."""
    clarified = [item for item in items if _move(item.reply.answer) is Move.CLARIFY]
    on_topic = [item for item in items if item.wanted.has_topic(item.reply.answer)]
    return TopicScores(
        topic=Share(len(on_topic), len(items)),
        joint=share(item.is_right for item in items),
        facet_given_topic=share(item.is_right for item in on_topic),
        turned_away=share(is_turned_away(item) for item in items),
        clarified=Share(len(clarified), len(items)),
        clarified_well=share(
            not set(item.wanted.topics).isdisjoint(item.reply.answer.candidates or ())
            for item in clarified
        ),
    )


def score_moves(items: Iterable[Exchange]) -> dict[str, Share]:
    """The share that got the expected move, by that move."""
    flags: dict[str, list[bool]] = {}
    for item in items:
        flags.setdefault(item.wanted.move.value, []).append(item.is_right)
    return {move: share(flags[move]) for move in sorted(flags)}


def is_turned_away(item: Exchange) -> bool:
    """Whether the reply was good in form but did not take the question up."""
    move = _move(item.reply.answer)
    return move is not None and move not in TAKEN_UP


def _move(answer: Answer | None) -> Move | None:
    return answer.move if answer else None


def _grouped(items: list[Exchange], key: Callable[[Exchange], str]) -> dict[str, TopicScores]:
    groups: dict[str, list[Exchange]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return {name: score_topics(groups[name]) for name in sorted(groups)}
