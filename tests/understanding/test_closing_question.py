import pytest

from assistant.understanding.closing_question import closing_question


@pytest.mark.parametrize("text, closing", [
    ("when was it passed", "when was it passed"),
    ("I look after my mum. She has dementia. What am I entitled to?", "What am I entitled to?"),
    ("What is it? Please keep it simple.", "What is it?"),
    ("I read about it. tell me who wrote it", "tell me who wrote it"),
    ("", ""),
])
def test_the_question_at_the_end_is_found(text, closing):
    assert closing_question(text) == closing
