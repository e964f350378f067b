"""What a message asks, as understanding heard it."""
from dataclasses import dataclass
from typing import Dict, Optional, Sequence, Tuple

OWN, WEAK, SHARED = "own", "weak", "shared"  # how surely a name means a topic
FOLLOW_UP, CHANGE_TOPIC = "follow_up", "change_topic"
UNSAID = "unsaid"  # the facet of a message that names a topic and asks nothing of it


@dataclass(frozen=True)
class Question:
    """One question: a whole message, or a part of one that held two.

    Attributes:
        text: the words.
        intent: a topic's id, or a move, `follow_up` or `change_topic`.
        confidence: of the intent, 0 to 1.
        ranking: the likeliest intents with their confidences, best first.
        facet, facet_confidence: what is asked of the topic.
        named: topics named outright, in the order of the message.
        hinted: topics that an ordinary word may mean.
        shared: topics that a name with several meanings may mean.
        mentioned: all of these, in the order of the message.
    """

    text: str
    intent: Optional[str]
    confidence: float
    ranking: Tuple[Tuple[str, float], ...]
    facet: str
    facet_confidence: float
    named: Tuple[str, ...] = ()
    hinted: Tuple[str, ...] = ()
    shared: Tuple[str, ...] = ()
    mentioned: Tuple[str, ...] = ()

    def confidence_in(self, intent: str) -> float:
        """How sure understanding was of this intent."""
        return dict(self.ranking).get(intent, 0.0)


def question_from(parse: Dict) -> Question:
    """Reads a question out of Rasa's parse data (`tracker.latest_message`)."""
    intent = parse.get("intent") or {}
    facet = parse.get("facet") or {}
    mentions = parse.get("mentions") or []
    return Question(
        text=(parse.get("text") or "").strip(),
        intent=intent.get("name"),
        confidence=float(intent.get("confidence") or 0.0),
        ranking=tuple((each["name"], float(each["confidence"]))
                      for each in parse.get("intent_ranking") or []),
        facet=facet.get("name") or "overview",
        facet_confidence=float(facet.get("confidence") or 0.0),
        named=_topics(mentions, OWN),
        hinted=_topics(mentions, WEAK),
        shared=_topics(mentions, SHARED),
        mentioned=_topics(mentions, OWN, WEAK, SHARED),
    )


def questions_from(parse: Dict) -> Tuple[Question, ...]:
    """The questions of a message: its parts where it held several, else the whole."""
    parts = parse.get("questions") or []
    return tuple(question_from(part) for part in parts) or (question_from(parse),)


def _topics(mentions: Sequence[Dict], *strengths: str) -> Tuple[str, ...]:
    found = (topic for mention in mentions if mention["strength"] in strengths
             for topic in mention["topics"])
    return tuple(dict.fromkeys(found))
