"""Reads the topic files into memory.

`read_content` never stops at the first fault: it returns what could be read
and every fault with its file and line, so that one run shows an editor all
there is to mend. Rules that go beyond one file's form are in `checks.py`.
"""
import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, List

from pydantic import ValidationError

from assistant.store.faults import ContentError, Fault, shown_path
from assistant.store.topic import SCHEMA_VERSION, Topic
from assistant.store.vocabulary import TOPIC_IDS
from assistant.store.yaml_lines import YamlFault, line_of, plain, read_yaml

DATA = Path("data")


@dataclass
class TopicFile:
    """A topic together with where it came from."""

    topic: Topic
    path: Path
    tree: Any  # the YAML with line numbers

    def fault(self, path, problem: str, remedy: str) -> Fault:
        """A fault at the given place in this file."""
        return Fault(shown_path(self.path), line_of(self.tree, path), problem, remedy)


@dataclass
class Content:
    """Everything the topic files say, by topic id, and what is wrong with them."""

    files: Dict[str, TopicFile] = field(default_factory=dict)
    faults: List[Fault] = field(default_factory=list)

    @property
    def topics(self) -> Dict[str, Topic]:
        return {topic_id: file.topic for topic_id, file in self.files.items()}


def topic_paths(data: Path = DATA) -> List[Path]:
    """Every topic file below `data`, in a fixed order."""
    return [path for room in TOPIC_IDS for path in sorted((data / room).glob("*.yml"))]


def content_version(data: Path = DATA) -> str:
    """Twelve hex digits that change whenever any topic file changes."""
    digest = hashlib.sha256(str(SCHEMA_VERSION).encode())
    for path in topic_paths(data):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def read_content(data: Path = DATA, lines: bool = True) -> Content:
    """Reads all topic files; faults of form are collected, not raised.

    Args:
        data: the folder that holds them.
        lines: know the line of every fault; without, each is said to be on line 1.
    """
    content = Content()
    for path in topic_paths(data):
        try:
            tree = read_yaml(path, lines)
        except YamlFault as error:
            content.faults.append(error.fault)
            continue
        _add_topic(content, path, tree)
    return content


def load_topics(data: Path = DATA) -> Dict[str, Topic]:
    """The topics, by id.

    Raises:
        ContentError: a file breaks the schema; names file, line and remedy.
    """
    content = read_content(data, lines=False)
    if content.faults:
        raise ContentError(read_content(data).faults)
    return content.topics


def _add_topic(content: Content, path: Path, tree: Any) -> None:
    if not hasattr(tree, "keys"):
        content.faults.append(
            Fault(shown_path(path), 1, "the file is empty or holds no fields",
                  "Start from docs/writing-topics.md, which shows a whole file.")
        )
        return
    try:
        topic = Topic.parse_obj(plain(tree))
    except ValidationError as error:
        for problem in error.errors():
            content.faults.append(_schema_fault(path, tree, problem))
        return
    file = TopicFile(topic, path, tree)
    if topic.id in content.files:
        other = shown_path(content.files[topic.id].path)
        content.faults.append(
            file.fault(["id"], f"the id {topic.id} is also in {other}",
                       "Give each topic one file.")
        )
        return
    content.files[topic.id] = file


def _schema_fault(path: Path, tree: Any, problem: dict) -> Fault:
    location = [part for part in problem["loc"] if part not in ("__root__", "__key__")]
    where = ".".join(str(part) for part in location) or "the file"
    kind = problem["type"]
    if kind == "value_error.missing":
        remedy = f"Add `{location[-1]}:`; docs/writing-topics.md says what goes there."
    elif kind == "value_error.extra":
        remedy = f"Remove `{location[-1]}` or correct its spelling."
    elif kind == "type_error.enum":
        allowed = ", ".join(str(value.value) for value in problem["ctx"]["enum_values"])
        remedy = f"Use one of: {allowed}."
    else:
        remedy = "Correct it as docs/writing-topics.md describes this field."
    return Fault(
        shown_path(path), line_of(tree, location), f"{where}: {problem['msg']}", remedy
    )
