"""Finds passages by the words in them: what is offered when no topic is clear."""
from typing import List

from assistant.store.names import normalise
from assistant.store.reader import PolicyStore

# Words that every question has and that say nothing of its subject.
_EMPTY = set(
    "a about all also an and any are as at be been but by can could did do does for from get"
    " give had has have how i if in into is it its know like me my need no not of on one or our"
    " out please say says should so some tell that the their them there these they this to up us"
    " was we were what when where which who why will with would you your".split()
)


def search(store: PolicyStore, text: str, limit: int = 3) -> List[str]:
    """Ids of the passages whose words fit `text` best, best first; none if none do."""
    terms = [term for term in normalise(text).split() if term not in _EMPTY and len(term) > 2]
    if not terms:
        return []
    query = " OR ".join(f'"{term}"' for term in dict.fromkeys(terms[:30]))
    return store.matching_passages(query, limit)
