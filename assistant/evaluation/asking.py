"""Puts every question to an assistant and keeps what came back."""
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from uuid import uuid4

from assistant.evaluation.client import NoServer, Outcome, Reply, RestClient
from assistant.evaluation.questions import Conversation, Question
from assistant.evaluation.wanted import Wanted

# One lost connection is a fault of the assistant's and is scored as such;
# this many in a row mean that there is no server left to score.
FAILURES_IN_A_ROW = 5


@dataclass(frozen=True)
class Exchange:
    """One message, what a right answer would be, and what came back."""

    id: str
    text: str
    wanted: Wanted
    reply: Reply

    @property
    def is_right(self) -> bool:
        return self.wanted.is_met_by(self.reply.answer)


@dataclass
class Transcript:
    """All that one assistant was asked.

    Args:
        system: the assistant's name in the report.
        singles: questions on their own.
        conversations: the turns of each conversation.
    """

    system: str
    singles: list[Exchange] = field(default_factory=list)
    conversations: list[list[Exchange]] = field(default_factory=list)

    @property
    def turns(self) -> list[Exchange]:
        """The turns of all conversations."""
        return [turn for conversation in self.conversations for turn in conversation]

    @property
    def exchanges(self) -> list[Exchange]:
        return [*self.singles, *self.turns]


def count_messages(questions: Iterable[Question]) -> int:
    return sum(len(item.turns) if isinstance(item, Conversation) else 1 for item in questions)


def ask(
    client: RestClient,
    system: str,
    questions: Sequence[Question],
    on_reply: Callable[[], None] = lambda: None,
) -> Transcript:
    """Puts all questions to one assistant, each question or conversation as a new sender.

    Args:
        on_reply: called after each message.

    Raises:
        NoServer: the connection failed several times in a row.
    """
    transcript = Transcript(system)
    failures = 0

    def exchange(sender: str, exchange_id: str, text: str, wanted: Wanted) -> Exchange:
        nonlocal failures
        reply = client.say(sender, text)
        failures = failures + 1 if reply.outcome is Outcome.CONNECTION_FAILED else 0
        if failures == FAILURES_IN_A_ROW:
            raise NoServer(f"{client.url} was lost at {exchange_id}: {reply.detail}")
        on_reply()
        return Exchange(exchange_id, text, wanted, reply)

    for question in questions:
        sender = f"evaluation-{uuid4().hex}"
        if isinstance(question, Conversation):
            transcript.conversations.append([
                exchange(sender, f"{question.id}.{number}", turn.user, turn.wanted)
                for number, turn in enumerate(question.turns, start=1)
            ])
        else:
            transcript.singles.append(exchange(sender, question.id, question.text, question.wanted))
    return transcript
