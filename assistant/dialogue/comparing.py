"""Two topics side by side, from their stored fields and relations."""
from typing import List, Tuple

from assistant.dialogue.answer import Answer, Move
from assistant.dialogue.resolving import TOPICS
from assistant.dialogue.turn import Reply, Turn, reply
from assistant.store.reader import PassageCard, TopicCard


def compare(turn: Turn) -> Reply:
    """What each is, when, where and how it stands; what each asks of co-production; how they relate."""
    wanted = topics_to_compare(turn)
    if len(wanted) < 2:
        return reply(turn, turn.say(Move.CLARIFY, "unsure.which_two", candidates=tuple(wanted), confidence=0.0))
    first, second = (turn.store.topic(topic_id) for topic_id in wanted)
    passages: List[PassageCard] = []
    blocks = [_portrait(turn, card, passages) for card in (first, second)]
    relation = _relation(turn, first, second)
    if relation:
        blocks.append(f"{turn.wording.say('compare.difference')} {relation}")
    answer = Answer(
        Move.COMPARE, "\n\n".join(blocks), topics=tuple(wanted),
        heading=turn.wording.say("compare.heading", first=first.name, second=second.name),
        passages=tuple(passage.id for passage in passages),
        sources=tuple(dict.fromkeys(source for passage in passages for source in passage.sources[:2])),
        checked_on=min(passage.checked_on for passage in passages),
        confidence=turn.question.confidence)
    return reply(turn, answer)


def topics_to_compare(turn: Turn, guess: bool = True) -> List[str]:
    """The two topics meant: those named, else one named and the one under discussion, else the last two.

    Args:
        guess: fill up with the topics that the words make likely.
    """
    question, context = turn.question, turn.context
    named = list(question.named if len(question.named) > 1 else question.mentioned)
    if len(named) == 1 and context.topic and context.topic != named[0]:
        named.insert(0, context.topic)  # "how is it different from that": "it" came first
    if not named:
        named = list(context.shown if len(context.shown) == 2 else context.recent[:2])
    if len(named) < 2 and not guess:
        named += [topic for topic in context.recent if topic not in named]
    likely = [name for name, confidence in question.ranking if guess and name in TOPICS and confidence >= 0.05]
    found = dict.fromkeys([*named, *likely])
    return [topic for topic in found if turn.store.topic(topic)][:2]


def _portrait(turn: Turn, card: TopicCard, passages: List[PassageCard]) -> str:
    facts = turn.wording.say(
        "compare.facts", kind=turn.wording.say(f"kinds.{card.kind}"),
        nation=turn.wording.say(f"nations.{card.nation}"), status=card.status.rstrip("."))
    lines = [card.name, card.summary, facts]
    passages.append(turn.store.passage(card.id, "overview"))
    asks = turn.store.passage(card.id, "co_production")
    if asks:
        passages.append(asks)
        lines.append(f"{turn.wording.say('compare.co_production')} {asks.easy}")
    return "\n".join(lines)


def _relation(turn: Turn, first: TopicCard, second: TopicCard) -> str:
    pair: Tuple[str, str] = (first.id, second.id)
    for confusion in turn.store.confusions(*pair):
        return confusion
    for relation in turn.store.relations(first.id):
        if {relation.topic_id, relation.to_id} == set(pair):
            return relation.why
    return ""
