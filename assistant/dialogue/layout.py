"""Lays an Answer out as plain text, for channels that show only words."""
from datetime import date
from typing import Iterable

from assistant.dialogue.answer import Answer
from assistant.store.reader import SourceCard
from assistant.wording import Wording

SOURCES_SHOWN = 5  # the first ones are the official ones; the JSON carries all


def plain_text(answer: Answer, wording: Wording, suggestions: bool) -> str:
    """The whole answer as text: words, labels, sources and, if wanted, what to ask next."""
    blocks = [answer.heading, answer.text, _labels(answer, wording)]
    if answer.sources:
        shown = answer.sources[:SOURCES_SHOWN]
        blocks.append("\n".join([wording.say("answer.sources"), *source_lines(shown, wording)]))
    if suggestions and answer.suggestions:
        asked = [f"- {suggestion.message}" for suggestion in answer.suggestions]
        blocks.append("\n".join([wording.say("answer.ask_next"), *asked]))
    return "\n\n".join(block for block in blocks if block)


def source_lines(sources: Iterable[SourceCard], wording: Wording) -> Iterable[str]:
    """One list item a source: title, publisher, year and address."""
    for source in sources:
        maker = f"{source.publisher}, {source.year}" if source.year else source.publisher
        yield f"- {source.title} ({maker}): {source.url or wording.say('answer.no_link')}"


def spoken_date(iso: str) -> str:
    """2011-06-29 as "29 June 2011"; a month or a year as far as it goes."""
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 1:
        return iso
    month = date(parts[0], parts[1], 1).strftime("%B %Y")
    return f"{parts[2]} {month}" if len(parts) == 3 else month


def _labels(answer: Answer, wording: Wording) -> str:
    labels = []
    if answer.standing:
        labels.append(wording.say(f"standing.{answer.standing}"))
    if answer.nation:
        labels.append(wording.say(f"nations.{answer.nation}"))
    if answer.checked_on:
        labels.append(wording.say("answer.checked", date=spoken_date(answer.checked_on)))
    return " · ".join(labels)
