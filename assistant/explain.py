"""`make explain Q="…"`: why a question is answered as it is, for those who keep the content right.

    python -m assistant.explain "when did the carers act come in"

Prints the names found, the likeliest topics and facets, how near the nearest
example questions are, and the passage that would be given. Asks no server.
"""
import asyncio
import logging
import os
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Dict, Iterator, List

import structlog

from assistant.dialogue.answering import answer_turn
from assistant.dialogue.context import Context
from assistant.dialogue.question import questions_from
from assistant.dialogue.turn import Turn
from assistant.store.reader import policy_store
from assistant.understanding.encoder_model import encoder_model
from assistant.understanding.nearest_examples import TEXTS, VECTORS, NearestExamples
from assistant.wording import Wording

MODEL = Path("models/assistant.tar.gz")
ENCODER = Path("build/encoder")
SHOWN = 3


def heard(text: str, model: Path = MODEL) -> Dict:
    """Rasa's parse of the message by the trained model."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    from rasa.core.agent import Agent  # takes seconds to import: only when there is a model to load

    # Rasa prints messages at debug level unless told not to.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    return asyncio.run(Agent.load(str(model)).parse_message(text))


def examples_in(model: Path = MODEL) -> NearestExamples:
    """The example questions that the model learnt from, out of its archive.

    Raises:
        LookupError: the archive holds none; it was made by an older version.
    """
    with tarfile.open(model) as archive, tempfile.TemporaryDirectory() as folder:
        for member in archive.getmembers():
            if Path(member.name).name in (VECTORS, TEXTS):
                (Path(folder) / Path(member.name).name).write_bytes(archive.extractfile(member).read())
        if not (Path(folder) / VECTORS).exists():
            raise LookupError(f"{model} holds no examples. Run `make train`.")
        return NearestExamples.load(Path(folder))


def explanation(text: str, parse: Dict, examples: NearestExamples) -> Iterator[str]:
    """The lines of the explanation."""
    vector = encoder_model(ENCODER).encode([text])[0]
    yield "Names found:"
    yield from _indented([f"{text[each['start']:each['end']]!r} → {', '.join(each['topics'])} "
                          f"({each['strength']}, likeness {each['likeness']:.2f})" for each in parse.get("mentions") or []])
    yield "Topic or move (probability):"
    yield from _indented([f"{each['name']} {each['confidence']:.3f}" for each in parse["intent_ranking"][:SHOWN]])
    yield "Facet (probability):"
    yield from _indented([f"{each['name']} {each['confidence']:.3f}" for each in parse.get("facet_ranking") or []])
    nearest = examples.nearest(vector, SHOWN)
    yield f"Nearest example questions (closeness; the nearest is the measure of scope: {nearest[0][2]:.2f}):"
    yield from _indented([f"{cosine:.2f}  {label}: {example}" for example, label, cosine in nearest])
    if parse.get("questions"):
        yield f"Taken as {len(parse['questions'])} questions."
    yield "Answer, without a conversation before it:"
    turn = Turn(questions_from(parse), Context(), policy_store(), Wording.load())
    for answer in answer_turn(turn).answers:
        yield from _indented([f"{answer.move.value}: {', '.join(answer.passages or answer.candidates) or '–'}",
                              answer.text.split("\n")[0]])


def _indented(lines: List[str]) -> List[str]:
    return [f"  {line}" for line in lines or ["none"]]


def main(arguments: List[str]) -> int:
    """Prints the explanation; returns 2 where there is no question or no model."""
    text = " ".join(arguments).strip()
    if not text:
        print('Ask something: make explain Q="when did the Carers Act come in"', file=sys.stderr)
        return 2
    if not MODEL.exists():
        print(f"There is no model at {MODEL}. Run `make train`.", file=sys.stderr)
        return 2
    for line in explanation(text, heard(text), examples_in()):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
