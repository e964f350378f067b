"""What a topic file may hold (schema version 1).

One file a topic, in `data/policies`, `data/principles` or `data/concepts`,
named after the topic's id. The file is the single source of everything the
assistant says on that topic and of the examples it learns from. These models
are exported as JSON Schema (`docs/topic.schema.json`) for editors to check
against as one types.
"""
import re
from typing import Dict, List, Optional

from pydantic import BaseModel, Extra, Field, constr, root_validator, validator

from assistant.store.vocabulary import (
    DERIVED_FACETS,
    Audience,
    Facet,
    Kind,
    Nation,
    RelationKind,
    Standing,
    Theme,
)

SCHEMA_VERSION = 1

Line = constr(strip_whitespace=True, min_length=1, regex=r"^[^\n]+$")
Prose = constr(strip_whitespace=True, min_length=1)
SourceKey = constr(regex=r"^[a-z0-9_]+$")
PartialDate = constr(regex=r"^\d{4}(-\d{2}(-\d{2})?)?$")

_DATE = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


class Strict(BaseModel):
    """A model that refuses fields it does not know, so that typing slips show."""

    class Config:
        extra = Extra.forbid
        use_enum_values = True


class Source(Strict):
    """A published page or paper that bears a passage out."""

    title: Line
    publisher: Line
    url: Optional[constr(regex=r"^https?://\S+$")] = Field(
        None, description="Leave out only where there is no public page."
    )
    year: Optional[int] = Field(None, ge=1900, le=2100)
    official: bool = Field(
        False,
        description="True for the body itself: legislation.gov.uk, a government, "
        "a parliament, the NHS, the commission that wrote it. Shown first.",
    )


class Event(Strict):
    """Something that happened, for timelines."""

    date: PartialDate = Field(description="YYYY, YYYY-MM or YYYY-MM-DD")
    title: Line
    sources: List[SourceKey] = Field(min_items=1)

    @validator("date", pre=True)
    def _as_text(cls, value):
        return str(value)

    @validator("date")
    def _is_a_day(cls, value):
        year, month, day = _DATE.match(value).groups()
        if month and not 1 <= int(month) <= 12:
            raise ValueError(f"there is no month {month}")
        if day and not 1 <= int(day) <= 31:
            raise ValueError(f"there is no day {day}")
        return value


class Relation(Strict):
    """A link to another topic, with the reason in a sentence for people."""

    to: Line
    kind: RelationKind
    why: Line = Field(description="One full plain sentence, shown to people.")


class Passage(Strict):
    """What is said on one facet, in full and in plain language."""

    standing: Standing
    text: Prose = Field(description="40 to 110 words; the answer comes first.")
    easy: Prose = Field(description="At most 60 words, reading age about 11.")
    sources: List[SourceKey] = Field(min_items=1)
    checked_on: PartialDate
    nation: Optional[Nation] = Field(
        None, description="Only where it differs from the topic's nation."
    )

    @validator("checked_on", pre=True)
    def _as_text(cls, value):
        return str(value)


class Confusion(Strict):
    """A mix-up people make, and the sentence that clears it up."""

    text: Prose
    topic: Optional[Line] = Field(None, description="The topic it is mixed up with.")
    sources: List[SourceKey] = Field(default_factory=list)


class NearMiss(Strict):
    """Something that sounds like this topic but must not be answered by it."""

    text: Line
    belongs_to: Line = Field(
        description="`out_of_scope`, `legal_advice` or the id of another topic."
    )


class Topic(Strict):
    """One policy, principle or concept."""

    schema_version: int = Field(alias="schema", ge=SCHEMA_VERSION, le=SCHEMA_VERSION)
    id: Line
    name: Line = Field(description="As a heading: 'Christie Commission'.")
    in_sentence: Line = Field(description="Inside a sentence: 'the Christie Commission'.")
    kind: Kind
    nation: Nation
    status: Line = Field(description="Where it stands, with the year: 'In force (2026)'.")
    summary: Line = Field(description="One sentence, at most 25 words, for lists.")
    year: Optional[int] = Field(None, ge=1900, le=2100, description="Its main year.")
    themes: List[Theme] = Field(min_items=1)
    audiences: List[Audience] = Field(min_items=1)
    aliases: List[Line] = Field(
        min_items=1, description="Names that can mean nothing else in any sentence."
    )
    weak_aliases: List[Line] = Field(
        default_factory=list,
        description="Ordinary words that often, not always, mean this topic.",
    )
    shared_aliases: List[Line] = Field(
        default_factory=list,
        description="Names that fit two or more topics ('the 2014 Act').",
    )
    sources: Dict[SourceKey, Source]
    events: List[Event] = Field(default_factory=list)
    relations: List[Relation] = Field(default_factory=list)
    passages: Dict[Facet, Passage]
    confusions: List[Confusion] = Field(default_factory=list)
    questions: Dict[Facet, List[Line]]
    near_misses: List[NearMiss] = Field(default_factory=list)

    @validator("passages")
    def _derived_facets_are_not_written(cls, passages):
        written = [facet.value for facet in DERIVED_FACETS if facet in passages]
        if written:
            raise ValueError(f"{', '.join(written)} is made from other parts; remove it")
        if Facet.OVERVIEW not in passages:
            raise ValueError("an overview passage is needed")
        return passages

    @root_validator(skip_on_failure=True)
    def _lists_hold_no_doubles(cls, values):
        for field in ("aliases", "weak_aliases", "shared_aliases"):
            seen = [name.lower() for name in values[field]]
            doubles = {name for name in seen if seen.count(name) > 1}
            if doubles:
                raise ValueError(f"{field} has twice: {', '.join(sorted(doubles))}")
        return values


def passage_id(topic_id: str, facet: str) -> str:
    """The id by which an answer names the passage it came from."""
    return f"{topic_id}/{facet}"
