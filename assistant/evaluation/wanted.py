"""What a right answer to a question would be, and whether an answer is it."""
from dataclasses import dataclass

from assistant.evaluation.contract import Answer, Move
from assistant.store.vocabulary import Facet


@dataclass(frozen=True)
class WantedTopic:
    """An answer on one of these topics, to one of these facets.

    Args:
        topics: topic ids, any of which is right; the first is the one reported on.
        facets: facets, any of which is right; likewise.
        named: whether the question names its topic; None where nobody has said.
    """

    topics: tuple[str, ...]
    facets: tuple[Facet, ...]
    named: bool | None = None

    def has_topic(self, answer: Answer | None) -> bool:
        return answer is not None and answer.move is Move.ANSWER and answer.topic in self.topics

    def has_facet(self, answer: Answer | None) -> bool:
        return answer is not None and answer.facet in self.facets

    def is_met_by(self, answer: Answer | None) -> bool:
        return self.has_topic(answer) and self.has_facet(answer)

    def reported_topic(self, answer: Answer | None) -> str:
        """The topic under which the question is reported."""
        return answer.topic if self.has_topic(answer) else self.topics[0]

    def reported_facet(self, answer: Answer | None) -> Facet:
        """The facet under which the question is reported."""
        return answer.facet if self.has_facet(answer) else self.facets[0]

    def __str__(self) -> str:
        return f"answer {'|'.join(self.topics)}/{'|'.join(facet.value for facet in self.facets)}"


@dataclass(frozen=True)
class WantedMove:
    """A move, and for moves over several topics which ones (in any order).

    Args:
        move: the only right move.
        topics: None where any topics are right.
    """

    move: Move
    topics: frozenset[str] | None = None

    def is_met_by(self, answer: Answer | None) -> bool:
        if answer is None or answer.move is not self.move:
            return False
        return self.topics is None or self.topics == frozenset(answer.topics or ())

    def __str__(self) -> str:
        return " ".join([self.move.value, *sorted(self.topics or ())])


Wanted = WantedTopic | WantedMove
