import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.store.names import names_in, normalise


@pytest.mark.parametrize("written, plain", [
    ("Self-Directed Support (Scotland) Act 2013", "self directed support scotland act 2013"),
    ("Christie's report", "christies report"),
    ("café & crème", "cafe and creme"),
    ("  ", ""),
])
def test_names_are_brought_to_plain_form(written, plain):
    assert normalise(written) == plain


@given(st.text())
def test_plain_form_is_stable(text):
    assert normalise(normalise(text)) == normalise(text)


def test_names_are_found_as_whole_words():
    assert names_in("the Carers Act, please", ["carers act", "care"]) == ["carers act"]
