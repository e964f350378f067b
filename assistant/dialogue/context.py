"""What the conversation remembers from one turn to the next."""
from dataclasses import asdict, dataclass, field
from typing import Dict, Optional, Tuple


@dataclass(frozen=True)
class Context:
    """The conversation's memory; each field is a slot of the same name.

    Attributes:
        topic: the topic last answered on.
        facet: the facet last asked for.
        served_facet: the facet whose passage was last given: what "simpler" and
            "where did you get that?" refer to.
        candidates: topics offered in a choice that is still open.
        pending_facet: the facet that was asked for when the choice was offered.
        misses: turns in a row that found nothing.
        recent: topics talked about, the latest first: what "the two" and "back to" refer to.
        shown: topics of the last turn that showed several, in its order: "the second one".
        move: the last move that answered a question.
        filters: what the last list or timeline was narrowed to.
    """

    topic: Optional[str] = None
    facet: Optional[str] = None
    served_facet: Optional[str] = None
    candidates: Tuple[str, ...] = ()
    pending_facet: Optional[str] = None
    misses: int = 0
    recent: Tuple[str, ...] = ()
    shown: Tuple[str, ...] = ()
    move: Optional[str] = None
    filters: Dict = field(default_factory=dict)

    @classmethod
    def from_slots(cls, slots: Dict) -> "Context":
        """Reads the memory from a tracker's slots."""
        return cls(
            topic=slots.get("topic"),
            facet=slots.get("facet"),
            served_facet=slots.get("served_facet"),
            candidates=tuple(slots.get("candidates") or ()),
            pending_facet=slots.get("pending_facet"),
            misses=int(slots.get("misses") or 0),
            recent=tuple(slots.get("recent") or ()),
            shown=tuple(slots.get("shown") or ()),
            move=slots.get("move"),
            filters=dict(slots.get("filters") or {}),
        )

    def as_slots(self) -> Dict:
        """The memory as slot values."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}
