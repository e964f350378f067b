from types import SimpleNamespace

import pytest

from assistant.channels.rest import WordsOnlyRest


@pytest.mark.parametrize("sent, read", [
    ({"message": "/restart"}, "restart"), ({"message": " / /x"}, "x"), ({"message": "and/or"}, "and/or"),
    ({"message": None}, ""), ({"message": ["list"]}, ""), ({}, ""), (None, ""),
])
def test_words_are_words(sent, read):
    assert WordsOnlyRest()._extract_message(SimpleNamespace(json=sent)) == read


def test_the_address_is_the_stock_one():
    assert WordsOnlyRest.name() == "rest"
