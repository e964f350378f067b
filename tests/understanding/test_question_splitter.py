import pytest

from assistant.understanding.question_splitter import split


@pytest.mark.parametrize("text, parts", [
    ("What is the Carers Act and who does it apply to?", ["What is the Carers Act", "who does it apply to?"]),
    ("What is co-design? When was Christie published?", ["What is co-design?", "When was Christie published?"]),
])
def test_two_questions_are_parted(text, parts):
    assert split(text) == parts


@pytest.mark.parametrize("text", [
    "", "What is the Carers Act?", "My mum is ill and I look after her. What help can I get?",
    "Who are the people and communities it is for?", "hello there",
])
def test_one_question_stays_whole(text):
    assert split(text) == [text]
