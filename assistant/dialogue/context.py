"""What the conversation remembers from one turn to the next."""
from dataclasses import asdict, dataclass
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
    """

    topic: Optional[str] = None
    facet: Optional[str] = None
    served_facet: Optional[str] = None
    candidates: Tuple[str, ...] = ()
    pending_facet: Optional[str] = None
    misses: int = 0

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
        )

    def as_slots(self) -> Dict:
        """The memory as slot values."""
        return {**asdict(self), "candidates": list(self.candidates)}
