import pytest

from assistant.evaluation.asking import FAILURES_IN_A_ROW, ask, count_messages
from assistant.evaluation.client import NoServer, Outcome, Reply
from assistant.evaluation.contract import Answer
from assistant.evaluation.questions import Conversation, MoveQuestion, TopicQuestion

GREETED = Reply(Outcome.ANSWERED, 0.01, (Answer(move="greet"),))
LOST = Reply(Outcome.CONNECTION_FAILED, 0.01, detail="refused")

QUESTIONS = [
    MoveQuestion(id="o1", text="hiya", expect="greet"),
    TopicQuestion(id="s1", text="when was it", topic="care_act", facet="date"),
    Conversation(id="c1", turns=[{"user": "hello", "expect": "greet"}, {"user": "ta", "expect": "thanks"}]),
    Conversation(id="c2", turns=[{"user": "hello", "expect": "greet"}]),
]


class Parrot:
    """A client that gives prepared replies, the last one for ever."""

    url = "http://parrot"

    def __init__(self, *replies):
        self.replies, self.heard = list(replies), []

    def say(self, sender, message):
        self.heard.append((sender, message))
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


def test_keeps_every_message_with_its_reply():
    transcript = ask(Parrot(GREETED), "assistant", QUESTIONS)
    assert [(item.id, item.is_right) for item in transcript.singles] == [("o1", True), ("s1", False)]
    assert [[(turn.id, turn.is_right) for turn in turns] for turns in transcript.conversations] == [
        [("c1.1", True), ("c1.2", False)], [("c2.1", True)]]
    assert [item.text for item in transcript.exchanges] == ["hiya", "when was it", "hello", "ta", "hello"]


def test_a_conversation_has_one_sender_and_nothing_else_shares_it():
    client = Parrot(GREETED)
    ask(client, "assistant", QUESTIONS)
    senders = [sender for sender, _ in client.heard]
    assert senders[2] == senders[3]
    assert len(set(senders)) == 4


def test_senders_are_fresh_in_every_run():
    client = Parrot(GREETED)
    ask(client, "assistant", QUESTIONS[:1])
    ask(client, "assistant", QUESTIONS[:1])
    assert len({sender for sender, _ in client.heard}) == 2


def test_progress_is_told_of_every_message():
    steps = []
    ask(Parrot(GREETED), "assistant", QUESTIONS, lambda: steps.append(1))
    assert len(steps) == count_messages(QUESTIONS) == 5


def test_a_lost_connection_is_scored_and_the_rest_is_asked():
    transcript = ask(Parrot(LOST, GREETED), "assistant", QUESTIONS)
    assert transcript.singles[0].reply is LOST and not transcript.singles[0].is_right
    assert transcript.conversations[1][0].is_right


def test_gives_up_when_the_server_is_gone():
    client = Parrot(GREETED, LOST)
    with pytest.raises(NoServer, match="http://parrot was lost at o1: refused"):
        ask(client, "assistant", QUESTIONS[:1] * 50)
    assert len(client.heard) == 1 + FAILURES_IN_A_ROW
