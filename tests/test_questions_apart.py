"""No evaluation question, nor a light edit of one, may be a training example."""
import json

import pytest
from rapidfuzz import fuzz, process

from assistant.store.content import load_topics
from assistant.store.names import normalise
from assistant.store.yaml_lines import plain, read_yaml
from tests.conftest import ROOT

LIKENESS = 92  # of 100
SHORT = 15  # letters: below this, likeness says little, and only the same words count


def training_examples():
    for topic in load_topics(ROOT / "data").values():
        for questions in topic.questions.values():
            yield from questions
        yield from (near_miss.text for near_miss in topic.near_misses)
    for path in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        for intent in plain(read_yaml(path))["nlu"]:
            examples = intent["examples"]
            if isinstance(examples, str):
                yield from (line.strip()[2:] for line in examples.splitlines() if line.strip())
            else:
                yield from (example["text"] for example in examples)


def evaluation_questions():
    for path in sorted((ROOT / "tests" / "questions").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            question = json.loads(line)
            # A follow-up such as "who led it?" has few wordings; only whole questions are kept apart.
            yield from [question["text"]] if "text" in question else []


@pytest.fixture(scope="module")
def trained() -> list:
    return sorted({normalise(example) for example in training_examples()} - {""})


def test_there_is_something_to_compare(trained):
    assert len(trained) > 3000 and len(list(evaluation_questions())) > 500


def test_no_question_is_a_training_example(trained):
    known = set(trained)
    assert [question for question in evaluation_questions() if normalise(question) in known] == []


def test_no_question_is_a_light_edit_of_one(trained):
    alike = []
    for question in evaluation_questions():
        words = normalise(question)
        if len(words) >= SHORT:
            match = process.extractOne(words, trained, scorer=fuzz.ratio, score_cutoff=LIKENESS)
            if match:
                alike.append((question, match[0], round(match[1])))
    assert alike == []
