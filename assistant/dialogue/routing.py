"""Turns whose words alone point to one move, and whose conversation points to another.

"How do they compare?" is understood as a follow-up; that there are two topics
to compare, only the conversation knows. Each rule here needs both: a cue in
the words and something in the conversation for the cue to refer to.
"""
import re
from dataclasses import replace
from typing import Callable, Optional

from assistant.dialogue.answer import Move
from assistant.dialogue.answering import answer_turn
from assistant.dialogue.comparing import compare, topics_to_compare
from assistant.dialogue.filters import filters_in
from assistant.dialogue.listing import list_topics, timeline
from assistant.dialogue.question import FOLLOW_UP
from assistant.dialogue.references import has_pronoun, referred
from assistant.dialogue.relating import related
from assistant.dialogue.turn import Reply, Turn
from assistant.store.names import normalise
from assistant.store.vocabulary import ALL_TOPIC_IDS

Maker = Callable[[Turn], Reply]

_AGAINST_ANOTHER = re.compile(
    r"\b(?:different|differs?|distinct) (?:from|to|tae|than)\b|\bthe same (?:thing )?as\b|\bsame as\b|\bdo the same\b"
    r"|\bcompared? (?:to|tae|with)\b|\b(?:weaker|stronger|better|older|newer) than\b|\bversus\b|\bvs\b|\bside by side\b"
    r"|\bcompare (?:it|that|this)\b|\bdifferences? between\b|\bhows? (?:is )?(?:it|that|this) different\b")
_TWO = re.compile(
    r"\b(?:the|these|those|them|they|both|between|which)\b.*\b(?:differ|differs|difference|differences|compare)\b"
    r"|\b(?:differ|differs|difference|differences|compare)\b.*\b(?:two|both|them|they|those|then)\b|^how (?:do|are) they (?:compare|differ)"
    r"|^whats the difference$|^how are (?:they|those|these)(?: two)? different")
_AND_FROM = re.compile(r"^(?:and |what about |how about )?(?:from|to|tae|with|than) ")
_COMPARES = re.compile(r"\b(?:compar\w+|differ\w*|versus|vs|same|first|before|after|both|two|apart|alike|similar\w*|distinct\w*"
                       r"|than|between|overlap\w*|against)\b")
_LISTED = re.compile(r"\b(?:list|lists|polic\w+|laws?|acts?|legislation|everything|all|cover|covers|know|topics?|show|principles?"
                     r"|duties|rights|guidance|reports?|strateg\w+|standards?|frameworks?|ones|concepts?|ideas?|anything)\b")
_TIMELINE = re.compile(r"\b(?:timeline|time line|chronology)\b")
_ASKS_FOR_LIST = re.compile(r"^(?:please )?(?:show me|list|give me)(?: all| a list of)?(?: of)?(?: the| every)? ?(?:[a-z]+ )?"
                            r"(?:policies|laws|acts|topics|duties|reports|principles|strategies|guidance)\b")
_NO_COMPARISON = re.compile(r"\b(?:any|a|real|much|big|what|more|no) difference\b(?! between)|\bmake|\bmade\b")
_WHOLE_STORY = re.compile(r"\b(?:timeline|order|chronolog\w*|year by year|everything|all|dates|history|each|policies|laws|acts)\b")
_ABOUT_IT = re.compile(r"\b(?:about|to|with|behind|in) (?:it|that|this|them)\b|\b(?:it|that|this) (?:linked|connected|tied)\b")
_ELLIPTIC = re.compile(r"^(?:and|but|only|just|what about|whats? about|how about|ok|okay|now|also|or|any|then|for|from|the)\b")
_LISTS = re.compile(r"\b(?:list|which|show me|name)\b")
_MOVES_TO_REFINE = (Move.LIST.value, Move.TIMELINE.value, Move.RELATED.value)
REFINEMENT_LENGTH = 10  # words
HINT_COUNTS = 0.15  # a chance of the topic whose ordinary name is used
MAY_FOLLOW = 0.10  # a chance of being a follow-up that is not to be ignored
DOUBTFUL = 0.75  # below this, "off topic" gives way to a topic under discussion


def rerouted(turn: Turn, move: str) -> Optional[Maker]:
    """What to do in place of `move`; None where `move` is right.

    Args:
        turn: the turn, before it is answered.
        move: the move that understanding chose.
    """
    if len(turn.questions) > 1:
        return None
    if move in ("answer", "related", "list", "timeline") and _compares(turn):
        return compare
    if _refines(turn, move):
        return _refined
    if move == "list" and turn.context.topic and _points_back(turn):
        return related
    if turn.context.topic and not turn.question.named and _mistaken(turn, move):
        return _followed_up
    if move == "timeline" and _asks_one_date(turn):
        return _followed_up
    if move == "answer" and _TIMELINE.search(normalise(turn.question.text)):
        return timeline
    if move == "answer" and _asks_for_list(turn):
        return list_topics
    if move == "out_of_scope" and _hint_outweighs(turn):
        return _on_the_hint
    if move in ("out_of_scope", "help") and turn.context.topic and _may_follow_up(turn):
        return _followed_up
    return None


def _mistaken(turn: Turn, move: str) -> bool:
    """A list without anything to list, a comparison without a word of comparison: a follow-up, after all."""
    plain = normalise(turn.question.text)
    if move == "list":
        return not _LISTED.search(plain) and not filters_in(turn.question.text)
    if move != "compare" or _AGAINST_ANOTHER.search(plain) or _TWO.search(plain):
        return False
    doubtful = turn.question.confidence < DOUBTFUL and not _COMPARES.search(plain)
    return doubtful or referred(turn.question.text, turn.context) is not None


def _compares(turn: Turn) -> bool:
    plain = normalise(turn.question.text)
    goes_on = turn.context.move == Move.COMPARE.value and _AND_FROM.match(plain)
    has_cue = not _NO_COMPARISON.search(plain) and (_AGAINST_ANOTHER.search(plain) or _TWO.search(plain))
    return bool(goes_on or has_cue) and len(topics_to_compare(turn, guess=False)) == 2


def _refines(turn: Turn, move: str) -> bool:
    """ "Only from 2018", "and for young people?" after a list or a timeline."""
    if turn.context.move not in _MOVES_TO_REFINE or turn.question.named:
        return False
    sure_topic = turn.question.intent in ALL_TOPIC_IDS and turn.question.confidence > DOUBTFUL
    short = len(turn.question.text.split()) <= REFINEMENT_LENGTH
    return (move in ("answer", "list", "timeline", "out_of_scope") and short and not sure_topic
            and bool(filters_in(turn.question.text)) and _is_elliptic(turn.question.text))


def _is_elliptic(text: str) -> bool:
    plain = normalise(text)
    return bool(_ELLIPTIC.match(plain)) and not _LISTS.search(plain)


def _refined(turn: Turn) -> Reply:
    old, new = dict(turn.context.filters), filters_in(turn.question.text)
    if "from_year" in new or "to_year" in new:
        old = {name: value for name, value in old.items() if not name.endswith("_year")}
    if "audience" in new or "theme" in new:
        old = {name: value for name, value in old.items() if name not in ("audience", "theme")}
    again = timeline if turn.context.move == Move.TIMELINE.value else list_topics
    return again(turn, {**old, **new})


def _asks_for_list(turn: Turn) -> bool:
    plain = normalise(turn.question.text)
    return bool(_ASKS_FOR_LIST.match(plain)) and not turn.question.named and bool(filters_in(turn.question.text))


def _points_back(turn: Turn) -> bool:
    plain = normalise(turn.question.text)
    return bool(_ABOUT_IT.search(plain)) and not turn.question.named and not filters_in(turn.question.text).keys() - {"kind"}


def _asks_one_date(turn: Turn) -> bool:
    text = turn.question.text
    if turn.question.named or _WHOLE_STORY.search(normalise(text)):
        return False
    return referred(text, turn.context) is not None or bool(turn.context.topic and has_pronoun(text))


def _may_follow_up(turn: Turn) -> bool:
    question = turn.question
    follows = has_pronoun(question.text) or question.confidence_in(FOLLOW_UP) >= MAY_FOLLOW
    return (question.confidence < DOUBTFUL and not question.mentioned and follows
            and len(question.text.split()) <= REFINEMENT_LENGTH)


def _hint_outweighs(turn: Turn) -> bool:
    """ "What is power sharing?": an ordinary name of one topic, and doubt whether it is off topic."""
    question = turn.question
    return (len(question.hinted) == 1 and question.confidence < DOUBTFUL
            and question.confidence_in(question.hinted[0]) >= HINT_COUNTS)


def _on_the_hint(turn: Turn) -> Reply:
    [topic] = turn.question.hinted
    asked = replace(turn.question, intent=topic, named=(topic,))
    return answer_turn(replace(turn, questions=(asked,)))


def _followed_up(turn: Turn) -> Reply:
    asked = replace(turn.question, intent=FOLLOW_UP)
    return answer_turn(replace(turn, questions=(asked,)))
