from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.store.search import search


def test_words_of_a_passage_find_it(small_store):
    assert search(small_store, "what does christie say?", 1)[0].startswith("christie_commission/")


def test_a_question_without_words_of_its_own_finds_nothing(small_store):
    assert search(small_store, "what is it about?", 3) == []


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_no_text_is_taken_for_search_syntax(small_store, text):
    assert len(search(small_store, text, 3)) <= 3
