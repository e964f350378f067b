"""Reads the policy store: the one way from a topic and a facet to a passage."""
import os
from dataclasses import dataclass
from functools import lru_cache
from typing import Dict, List, Optional, Tuple

from sqlalchemy import and_, create_engine, select
from sqlalchemy.engine import Engine, Row
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from assistant.store import database as tables

URL_SETTING = "POLICY_STORE_URL"


class StoreUnavailable(Exception):
    """The store cannot be read: it was never built, or its database is away."""


@dataclass(frozen=True)
class TopicCard:
    """What a list shows of a topic."""

    id: str
    name: str
    in_sentence: str
    kind: str
    nation: str
    status: str
    summary: str
    year: Optional[int]


@dataclass(frozen=True)
class SourceCard:
    """A source as an answer names it."""

    title: str
    publisher: str
    url: Optional[str]
    year: Optional[int]


@dataclass(frozen=True)
class PassageCard:
    """A passage with everything an answer must carry."""

    id: str
    topic_id: str
    facet: str
    standing: str
    nation: str
    text: str
    easy: str
    checked_on: str
    sources: Tuple[SourceCard, ...]


@dataclass(frozen=True)
class EventCard:
    """One line of a timeline."""

    topic_id: str
    date: str
    title: str
    source: SourceCard


@dataclass(frozen=True)
class RelationCard:
    """A link from one topic to another, as its file tells it."""

    topic_id: str
    to_id: str
    kind: str
    why: str


class PolicyStore:
    """The passages, their sources and everything else that topic files say.

    Args:
        url: an SQLAlchemy address; by default POLICY_STORE_URL, or else the
            SQLite file that `make store` builds.

    Every method raises StoreUnavailable when the database cannot be read.
    """

    def __init__(self, url: Optional[str] = None):
        url = url or os.environ.get(URL_SETTING) or f"sqlite:///{tables.DATABASE}"
        # No pool: a rebuilt SQLite file is a new file, and a kept connection
        # would go on reading the old one.
        self._engine: Engine = create_engine(url, poolclass=NullPool)

    def version(self) -> str:
        """The content version that is being served."""
        return self._rows(select(tables.store_info.c.content_version))[0][0]

    def topic(self, topic_id: str) -> Optional[TopicCard]:
        """The topic, or None if there is none of that id."""
        rows = self._rows(select(tables.topics).where(tables.topics.c.id == topic_id))
        return _topic(rows[0]) if rows else None

    def topics(self, nation: Optional[str] = None, kind: Optional[str] = None,
               theme: Optional[str] = None, audience: Optional[str] = None,
               from_year: Optional[int] = None, to_year: Optional[int] = None) -> List[TopicCard]:
        """The topics that pass every filter given, in the store's order."""
        table, labels = tables.topics, tables.topic_labels
        query = select(table).order_by(table.c.position)
        if nation:
            query = query.where(table.c.nation == nation)
        if kind:
            query = query.where(table.c.kind == kind)
        for label, value in (("theme", theme), ("audience", audience)):
            if value:
                query = query.where(table.c.id.in_(select(labels.c.topic_id).where(
                    and_(labels.c.label == label, labels.c.value == value))))
        if from_year:
            query = query.where(table.c.year >= from_year)
        if to_year:
            query = query.where(table.c.year <= to_year)
        return [_topic(row) for row in self._rows(query)]

    def passage(self, topic_id: str, facet: str) -> Optional[PassageCard]:
        """The passage on that facet, or None where the topic has none."""
        table = tables.passages
        rows = self._rows(select(table).where(
            and_(table.c.topic_id == topic_id, table.c.facet == facet)))
        if not rows:
            return None
        row = rows[0]
        return PassageCard(row.id, row.topic_id, row.facet, row.standing, row.nation, row.text,
                           row.easy, row.checked_on, self._passage_sources(row.id, topic_id))

    def facets(self, topic_id: str) -> List[str]:
        """The facets that the topic has a passage for."""
        table = tables.passages
        return [row[0] for row in self._rows(
            select(table.c.facet).where(table.c.topic_id == topic_id))]

    def sources(self, topic_id: str) -> List[SourceCard]:
        """All of a topic's sources, official ones first."""
        table = tables.sources
        return [_source(row) for row in self._rows(
            select(table).where(table.c.topic_id == topic_id)
            .order_by(table.c.official.desc(), table.c.position))]

    def events(self, topic_ids: Optional[List[str]] = None) -> List[EventCard]:
        """Dated events, oldest first; of the given topics only, if any are given."""
        events, sources = tables.events, tables.sources
        query = select(events, sources).join(sources, and_(
            sources.c.topic_id == events.c.topic_id, sources.c.key == events.c.source_key,
        )).order_by(events.c.date, events.c.topic_id)
        if topic_ids is not None:
            query = query.where(events.c.topic_id.in_(topic_ids))
        return [EventCard(row[events.c.topic_id], row[events.c.date], row[events.c.title],
                          SourceCard(row[sources.c.title], row.publisher, row.url, row.year))
                for row in self._rows(query)]

    def relations(self, topic_id: str) -> List[RelationCard]:
        """Links from the topic, then links to it from topics it does not itself name."""
        table = tables.relations
        outward = self._rows(select(table).where(table.c.topic_id == topic_id)
                             .order_by(table.c.position))
        inward = self._rows(select(table).where(table.c.to_id == topic_id)
                            .order_by(table.c.topic_id))
        named = {row.to_id for row in outward}
        rows = [*outward, *(row for row in inward if row.topic_id not in named)]
        return [RelationCard(row.topic_id, row.to_id, row.kind, row.why) for row in rows]

    def confusions(self, topic_id: str, with_id: str) -> List[str]:
        """What either topic's file says of its being mixed up with the other."""
        table = tables.confusions
        pairs = ((topic_id, with_id), (with_id, topic_id))
        return [row.text for one, other in pairs for row in self._rows(
            select(table).where(and_(table.c.topic_id == one, table.c.with_id == other))
            .order_by(table.c.position))]

    def suggested_questions(self, topic_id: str) -> Dict[str, str]:
        """For each facet a question that is sure to be understood, by facet."""
        table = tables.suggested_questions
        return {row.facet: row.text for row in self._rows(
            select(table).where(table.c.topic_id == topic_id))}

    def matching_passages(self, query: str, limit: int) -> List[str]:
        """Ids of passages that match an FTS5 query, best first."""
        try:
            with self._engine.connect() as connection:
                rows = connection.exec_driver_sql(
                    "SELECT passage_id FROM passage_text WHERE passage_text MATCH ?"
                    " ORDER BY bm25(passage_text, 0, 4, 2, 1) LIMIT ?", (query, limit)).fetchall()
        except SQLAlchemyError as error:
            raise StoreUnavailable(str(error)) from error
        return [row[0] for row in rows]

    def _passage_sources(self, passage: str, topic_id: str) -> Tuple[SourceCard, ...]:
        links, table = tables.passage_sources, tables.sources
        rows = self._rows(
            select(table).join(links, links.c.source_key == table.c.key)
            .where(and_(links.c.passage_id == passage, table.c.topic_id == topic_id))
            .order_by(links.c.position))
        return tuple(_source(row) for row in rows)

    def _rows(self, query) -> List[Row]:
        try:
            with self._engine.connect() as connection:
                return connection.execute(query).fetchall()
        except SQLAlchemyError as error:
            raise StoreUnavailable(
                f"The policy store cannot be read ({error.__class__.__name__}). "
                "Run `make store`, or check POLICY_STORE_URL.") from error


def policy_store() -> PolicyStore:
    """The store that the environment names; one for each address a process meets."""
    return _store_at(os.environ.get(URL_SETTING))


@lru_cache(maxsize=8)
def _store_at(url: Optional[str]) -> PolicyStore:
    return PolicyStore(url)


def _topic(row: Row) -> TopicCard:
    return TopicCard(row.id, row.name, row.in_sentence, row.kind, row.nation, row.status,
                     row.summary, row.year)


def _source(row: Row) -> SourceCard:
    return SourceCard(row.title, row.publisher, row.url, row.year)
