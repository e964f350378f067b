"""The policy store's tables, and how they are built from the topic files.

    python -m assistant.store.database

The database is written beside its place and moved there when it is whole, so
that a reader never meets half a store.
"""
import os
import sys
import tempfile
from pathlib import Path
from typing import Dict, Set

from sqlalchemy import Boolean, Column, Integer, MetaData, String, Table, Text, create_engine
from sqlalchemy.engine import Connection

from assistant.store.checks import check
from assistant.store.content import DATA, content_version, read_content
from assistant.store.faults import ContentError
from assistant.store.prose import reflow
from assistant.store.topic import Topic, passage_id

DATABASE = Path("build/policy_store.db")

metadata = MetaData()

store_info = Table(
    "store_info", metadata,
    Column("content_version", String, primary_key=True),
)
topics = Table(
    "topics", metadata,
    Column("id", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", String, nullable=False),
    Column("in_sentence", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("nation", String, nullable=False),
    Column("status", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("year", Integer),
)
topic_labels = Table(
    "topic_labels", metadata,
    Column("topic_id", String, nullable=False, index=True),
    Column("label", String, nullable=False),  # theme or audience
    Column("value", String, nullable=False),
)
sources = Table(
    "sources", metadata,
    Column("topic_id", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("title", String, nullable=False),
    Column("publisher", String, nullable=False),
    Column("url", String),
    Column("year", Integer),
    Column("official", Boolean, nullable=False),
)
passages = Table(
    "passages", metadata,
    Column("id", String, primary_key=True),
    Column("topic_id", String, nullable=False, index=True),
    Column("facet", String, nullable=False),
    Column("standing", String, nullable=False),
    Column("nation", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("easy", Text, nullable=False),
    Column("checked_on", String, nullable=False),
)
passage_sources = Table(
    "passage_sources", metadata,
    Column("passage_id", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("source_key", String, nullable=False),
)
events = Table(
    "events", metadata,
    Column("topic_id", String, nullable=False, index=True),
    Column("date", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("source_key", String, nullable=False),
)
relations = Table(
    "relations", metadata,
    Column("topic_id", String, nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("to_id", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("why", Text, nullable=False),
)
confusions = Table(
    "confusions", metadata,
    Column("topic_id", String, nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("with_id", String),
    Column("text", Text, nullable=False),
)
suggested_questions = Table(
    "suggested_questions", metadata,
    Column("topic_id", String, primary_key=True),
    Column("facet", String, primary_key=True),
    Column("text", Text, nullable=False),
)

# Full text: porter stemming, so that "carer" finds "carers".
_FULL_TEXT = (
    "CREATE VIRTUAL TABLE passage_text USING fts5("
    "passage_id UNINDEXED, name, text, easy, tokenize = 'porter unicode61')"
)


def build(data: Path = DATA, database: Path = DATABASE) -> str:
    """Builds the SQLite store from the topic files.

    Returns:
        The content version that was built.

    Raises:
        ContentError: the files break a rule; carries every fault.
    """
    content = read_content(data)
    faults = check(content)
    if faults:
        raise ContentError(faults)
    version = content_version(data)
    database.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f"{database.stem}-", suffix=".unfinished", dir=database.parent)
    os.close(handle)
    unfinished = Path(name)
    try:
        engine = create_engine(f"sqlite:///{unfinished}")
        with engine.begin() as connection:
            metadata.create_all(connection)
            connection.exec_driver_sql(_FULL_TEXT)
            connection.execute(store_info.insert(), {"content_version": version})
            for position, topic in enumerate(content.topics.values()):
                _insert_topic(connection, topic, position, set(content.files))
        engine.dispose()
        os.replace(unfinished, database)
    finally:
        unfinished.unlink(missing_ok=True)
    return version


def _insert_topic(connection: Connection, topic: Topic, position: int, written: Set[str]) -> None:
    """Adds a topic; links to topics that are not yet `written` are left out."""
    own = {"topic_id": topic.id}
    fields = ("id", "name", "in_sentence", "kind", "nation", "status", "summary", "year")
    connection.execute(
        topics.insert(), {"position": position, **{name: getattr(topic, name) for name in fields}})
    _insert_all(connection, topic_labels, [
        {**own, "label": label, "value": value}
        for label, values in (("theme", topic.themes), ("audience", topic.audiences))
        for value in values])
    _insert_all(connection, sources, [
        {**own, "key": key, "position": index, **source.dict()}
        for index, (key, source) in enumerate(topic.sources.items())])
    _insert_all(connection, events, [
        {**own, "date": event.date, "title": event.title, "source_key": event.sources[0]}
        for event in topic.events])
    _insert_all(connection, relations, [
        {**own, "position": index, "to_id": relation.to, "kind": relation.kind, "why": relation.why}
        for index, relation in enumerate(topic.relations) if relation.to in written])
    _insert_all(connection, confusions, [
        {**own, "position": index, "with_id": confusion.topic, "text": reflow(confusion.text)}
        for index, confusion in enumerate(topic.confusions)])
    _insert_all(connection, suggested_questions, [
        {**own, "facet": facet, "text": questions[0]}
        for facet, questions in _by_name(topic.questions).items() if questions])
    for facet, passage in _by_name(topic.passages).items():
        identity = passage_id(topic.id, facet)
        row = {
            "id": identity, **own, "facet": facet, "standing": passage.standing,
            "nation": passage.nation or topic.nation, "text": reflow(passage.text),
            "easy": reflow(passage.easy), "checked_on": passage.checked_on}
        connection.execute(passages.insert(), row)
        _insert_all(connection, passage_sources, [
            {"passage_id": identity, "position": index, "source_key": key}
            for index, key in enumerate(passage.sources)])
        connection.exec_driver_sql(
            "INSERT INTO passage_text VALUES (?, ?, ?, ?)",
            (identity, " ".join([topic.name, *topic.aliases]), row["text"], row["easy"]))


def _by_name(by_facet: Dict) -> Dict[str, object]:
    return {getattr(facet, "value", facet): value for facet, value in by_facet.items()}


def _insert_all(connection: Connection, table: Table, rows: list) -> None:
    if rows:
        connection.execute(table.insert(), rows)


def main() -> int:
    """Builds the store; on faulty content says what is wrong and leaves the old one."""
    try:
        version = build()
    except ContentError as error:
        print(error, file=sys.stderr)
        print(f"{len(error.faults)} faults: the policy store was left as it was. "
              "Mend them (`make check-content` lists them) and run this again.", file=sys.stderr)
        return 1
    print(f"Policy store {version} is in {DATABASE}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
