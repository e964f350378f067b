from hypothesis import given
from hypothesis import strategies as st

from assistant.store.prose import reflow


def test_lines_of_a_paragraph_are_joined_and_lists_kept():
    assert reflow("One\ntwo.\n\nThree:\n- a\n  b\n- c\n\nEnd.") == "One two.\n\nThree:\n\n- a b\n- c\n\nEnd."


@given(st.text())
def test_no_word_is_lost(text):
    assert reflow(text).split() == text.split()
