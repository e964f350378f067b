"""Reads YAML and remembers on which line everything stands.

ruamel.yaml keeps line numbers on its maps and lists; pydantic reports faults
by path. `line_of` puts the two together.
"""
from pathlib import Path
from typing import Any, Sequence

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

from assistant.store.faults import Fault, shown_path

ENCODING_REMEDY = "Save the file as UTF-8 text."


def read_yaml(path: Path, lines: bool = False) -> Any:
    """Returns the file's content.

    Args:
        path: the file.
        lines: have maps and lists carry line numbers, which is ten times slower.

    Raises:
        YamlFault: the file is not YAML, or not UTF-8.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise YamlFault(
            Fault(shown_path(path), line, "a character is not UTF-8", ENCODING_REMEDY)
        ) from error
    try:
        return YAML(typ="rt" if lines else "safe").load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise YamlFault(
            Fault(
                shown_path(path),
                line,
                f"this is not YAML: {error.problem}",
                "Check the indentation and the quotes here and on the line above; "
                "put a text that holds ': ' or starts with a quote in \"double quotes\".",
            )
        ) from error
    except Exception as error:  # ruamel raises bare errors for stray control characters
        raise YamlFault(
            Fault(shown_path(path), 1, f"this is not YAML: {error}", ENCODING_REMEDY)
        ) from error


class YamlFault(Exception):
    """A file that could not be read at all."""

    def __init__(self, fault: Fault):
        self.fault = fault
        super().__init__(str(fault))


def line_of(node: Any, path: Sequence[Any]) -> int:
    """The line (from 1) of the deepest part of `path` that exists in `node`."""
    line = 1
    for part in path:
        marks = getattr(node, "lc", None)
        if marks is None:
            break
        try:
            position = (
                marks.key(part) if hasattr(node, "keys") else marks.item(part)
            )
            line = position[0] + 1
            node = node[part]
        except (KeyError, IndexError, TypeError, AttributeError):
            break
    return line


def plain(node: Any) -> Any:
    """The same content as ordinary dicts, lists and strings."""
    if hasattr(node, "keys"):
        return {str(key): plain(value) for key, value in node.items()}
    if isinstance(node, (list, tuple)):
        return [plain(item) for item in node]
    if isinstance(node, str):
        return str(node)
    return node
