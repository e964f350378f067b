"""Draws docs/conversation.svg: real answers of the running assistant.

    make run                          (in another terminal)
    python docs/draw_conversation.py [address]
"""
import json
import sys
import textwrap
import urllib.request
from html import escape
from pathlib import Path
from typing import Iterator, List, Tuple
from uuid import uuid4

PICTURE = Path(__file__).with_name("conversation.svg")
ASKED = ("which report said services should be built round people and communities?", "who led it?", "simpler please")
WIDTH, LINE, MARGIN, COLUMNS = 860, 22, 24, 88
PERSON, ASSISTANT, SMALL = "#0b3d91", "#1a1a1a", "#4a4a4a"  # each over 7:1 on white


def ask(address: str, sender: str, text: str) -> dict:
    """The answer that the assistant gives, as its JSON has it."""
    body = json.dumps({"sender": sender, "message": text}).encode()
    request = urllib.request.Request(f"{address}/webhooks/rest/webhook", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as reply:
        return next(message["custom"]["answer"] for message in json.load(reply) if "custom" in message)


def lines_of(question: str, answer: dict) -> Iterator[Tuple[str, str, str]]:
    """Each line: its words, its colour, its weight."""
    yield f"You: {question}", PERSON, "bold"
    for paragraph in answer["text"].split("\n"):
        for line in textwrap.wrap(paragraph, COLUMNS) or [""]:
            yield line, ASSISTANT, "normal"
    source = answer["sources"][0]
    for line in textwrap.wrap(f"Source: {source['title']} ({source['publisher']}), checked on {answer['checked_on']}",
                              COLUMNS):
        yield line, SMALL, "normal"
    yield "", SMALL, "normal"


def picture(lines: List[Tuple[str, str, str]]) -> str:
    """The lines as an SVG with a title and a description for screen readers."""
    height = 2 * MARGIN + LINE * len(lines)
    words = escape(" ".join(text for text, _, _ in lines))
    drawn = [f'<text x="{MARGIN}" y="{MARGIN + LINE * (number + 0.7):.0f}" fill="{colour}" font-weight="{weight}">'
             f"{escape(text)}</text>" for number, (text, colour, weight) in enumerate(lines) if text]
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        'aria-labelledby="title words" font-family="Arial, sans-serif" font-size="16">',
        "<title id=\"title\">A conversation with the assistant</title>", f'<desc id="words">{words}</desc>',
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff" stroke="#b0b0b0"/>', *drawn, "</svg>", ""])


def main(arguments: List[str]) -> int:
    """Asks the questions and writes the picture; 1 where no assistant answers."""
    address = arguments[0] if arguments else "http://127.0.0.1:5005"
    sender, lines = uuid4().hex, []
    try:
        for question in ASKED:
            lines += lines_of(question, ask(address, sender, question))
    except OSError as error:
        print(f"No assistant answers at {address} ({error}). Start it with `make run`.", file=sys.stderr)
        return 1
    PICTURE.write_text(picture(lines), encoding="utf-8")
    print(f"Wrote {PICTURE}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
