"""Helplines first, where somebody may be in danger."""
from functools import lru_cache
from pathlib import Path
from typing import Tuple

from assistant.dialogue.answer import Move
from assistant.dialogue.turn import Reply, Turn, reply
from assistant.store.content import DATA
from assistant.store.names import names_in
from assistant.store.yaml_lines import plain, read_yaml

PHRASES = "distress.yml"


def in_distress(text: str, data: Path = DATA) -> bool:
    """Whether the message holds words of danger or despair, listed in data/distress.yml.

    A list of phrases and no classifier: a missed one must be easy to see and
    to add, and nothing that was learnt elsewhere may switch it off.
    """
    return bool(names_in(text, _phrases(data / PHRASES)))


def helplines(turn: Turn) -> Reply:
    """Whom to call now; what was being talked about is kept."""
    return reply(turn, turn.say(Move.HUMAN, "distress", reason="distress"))


@lru_cache(maxsize=4)
def _phrases(path: Path) -> Tuple[str, ...]:
    return tuple(plain(read_yaml(path))["phrases"])
