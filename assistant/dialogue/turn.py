"""What every move is given: the questions, the memory, the store and the words."""
from dataclasses import dataclass, replace
from typing import Tuple

from assistant.dialogue.answer import Answer, Move, Suggestion
from assistant.dialogue.context import Context
from assistant.dialogue.question import Question
from assistant.store.reader import PolicyStore
from assistant.wording import Wording

MISSES = (Move.NOT_FOUND, Move.OUT_OF_SCOPE)
MISSES_BEFORE_A_PERSON = 3


@dataclass(frozen=True)
class Turn:
    """One turn of a conversation, before it is answered."""

    questions: Tuple[Question, ...]
    context: Context
    store: PolicyStore
    wording: Wording

    @property
    def question(self) -> Question:
        """The first question, which for most messages is the only one."""
        return self.questions[0]

    def say(self, move: Move, key: str, **fields) -> Answer:
        """An answer of canned words."""
        return Answer(move, self.wording.say(key), **fields)

    def button(self, name: str, **values: str) -> Suggestion:
        """A suggestion whose title and question are in the wording file."""
        return Suggestion(self.wording.say(f"titles.{name}", **values),
                          self.wording.say(f"questions.{name}", **values))


@dataclass(frozen=True)
class Reply:
    """What is said in a turn, and what is remembered after it."""

    answers: Tuple[Answer, ...]
    context: Context


def reply(turn: Turn, answer: Answer) -> Reply:
    """A reply of one answer; counts misses, and after the third names people to ask."""
    misses = turn.context.misses + 1 if answer.move in MISSES else 0
    if misses >= MISSES_BEFORE_A_PERSON:
        answer = replace(answer, text=f"{answer.text}\n\n{turn.wording.say('unsure.third_miss')}")
        misses = 0
    return Reply((answer,), replace(turn.context, misses=misses))
