"""Lists of topics, and timelines, narrowed to what was asked for."""
from typing import Dict, List, Optional, Tuple

from assistant.dialogue.answer import Answer, Move
from assistant.dialogue.filters import filters_in
from assistant.dialogue.layout import spoken_date
from assistant.dialogue.turn import Reply, Turn, reply
from assistant.store.reader import EventCard, SourceCard, TopicCard

LIST_LENGTH = 12
TIMELINE_LENGTH = 20


def list_topics(turn: Turn, filters: Optional[Dict[str, object]] = None) -> Reply:
    """The topics that pass the filters, by default those in the question, each with its summary."""
    filters = filters_in(turn.question.text) if filters is None else filters
    cards = turn.store.topics(**filters)
    if not cards:
        return reply(turn, turn.say(Move.LIST, "list.none", filters=filters,
                                    suggestions=(turn.button("list"),)))
    lead = (turn.wording.say("list.found_one") if len(cards) == 1
            else turn.wording.say("list.found", count=len(cards)))
    lines = [f"- {card.name}: {card.summary}" for card in cards[:LIST_LENGTH]]
    left = [f"- {card.name}" for card in cards[LIST_LENGTH:]]
    answer = Answer(
        Move.LIST, "\n".join([lead, "", *lines, *left]), filters=filters,
        topics=tuple(card.id for card in cards), **_bearing(turn, cards[:LIST_LENGTH]))
    return reply(turn, answer)


def timeline(turn: Turn, filters: Optional[Dict[str, object]] = None) -> Reply:
    """Dated events, oldest first, of the topics named or those that pass the filters."""
    filters = filters_in(turn.question.text) if filters is None else filters
    named = list(turn.question.named)
    events = turn.store.events(named) if named else _events_within(turn, filters)
    if not events:
        return reply(turn, turn.say(Move.TIMELINE, "timeline.none", filters=filters))
    shown = events if len(events) <= TIMELINE_LENGTH else _main_events(turn, events)
    lines = [f"- {spoken_date(event.date)}: {event.title}" for event in shown]
    more = ["", turn.wording.say("timeline.more")] if len(shown) < len(events) else []
    answer = Answer(
        Move.TIMELINE, "\n".join([turn.wording.say("timeline.found"), "", *lines, *more]),
        filters=filters, topics=tuple(dict.fromkeys(event.topic_id for event in shown)),
        sources=_unlike(event.source for event in shown))
    return reply(turn, answer)


def _events_within(turn: Turn, filters: Dict[str, object]) -> List[EventCard]:
    """Years choose among the events themselves; the rest chooses among topics."""
    first, last = filters.get("from_year", 0), filters.get("to_year", 9999)
    others = {name: value for name, value in filters.items() if not name.endswith("_year")}
    topics = [card.id for card in turn.store.topics(**others)]
    return [event for event in turn.store.events(topics) if first <= int(event.date[:4]) <= last]


def _main_events(turn: Turn, events: List[EventCard]) -> List[EventCard]:
    """One event a topic: the last one in the topic's main year, or else its first."""
    chosen: Dict[str, EventCard] = {}
    for event in events:
        year = turn.store.topic(event.topic_id).year
        if event.topic_id not in chosen or (year and event.date.startswith(str(year))):
            chosen[event.topic_id] = event
    return sorted(chosen.values(), key=lambda event: event.date)


def _bearing(turn: Turn, cards: List[TopicCard]) -> Dict[str, object]:
    """The overviews that bear the summaries out, with the first source of each."""
    overviews = [turn.store.passage(card.id, "overview") for card in cards]
    return {
        "passages": tuple(passage.id for passage in overviews),
        "sources": _unlike(passage.sources[0] for passage in overviews),
        "checked_on": min(passage.checked_on for passage in overviews),
    }


def _unlike(sources) -> Tuple[SourceCard, ...]:
    return tuple(dict.fromkeys(sources))
