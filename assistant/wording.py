"""The assistant's canned words, read from `data/wording.yml`."""
from functools import lru_cache
from pathlib import Path
from typing import Any, Dict

from assistant.store.content import DATA
from assistant.store.yaml_lines import plain, read_yaml

WORDING = "wording.yml"


class MissingWording(Exception):
    """A text that the code asks for is not in the file."""


class Wording:
    """Canned texts by dotted key, such as `refusal.out_of_scope`."""

    def __init__(self, texts: Dict[str, Any]):
        self._texts = texts

    @classmethod
    def load(cls, data: Path = DATA) -> "Wording":
        """Reads `wording.yml` in `data`; the file is read once a process."""
        return _load(Path(data) / WORDING)

    def say(self, key: str, **values: object) -> str:
        """The text at `key`, its {words} filled in.

        Raises:
            MissingWording: there is no such text.
        """
        text = self._find(key)
        if not isinstance(text, str):
            raise MissingWording(f"{key} in {WORDING} is not a text")
        return text.strip().format(**values) if values else text.strip()

    def _find(self, key: str) -> Any:
        found: Any = self._texts
        for part in key.split("."):
            if not isinstance(found, dict) or part not in found:
                raise MissingWording(f"{WORDING} has no {key}: add it")
            found = found[part]
        return found


@lru_cache(maxsize=4)
def _load(path: Path) -> Wording:
    return Wording(plain(read_yaml(path)))
