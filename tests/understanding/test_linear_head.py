import numpy as np
import pytest

from assistant.understanding.linear_head import LinearHead, View

TEXTS = [f"when was {word} passed" for word in "abcdefghij"] + [f"who runs {word} now" for word in "abcdefghij"]
LABELS = ["date"] * 10 + ["who"] * 10
VECTORS = np.random.RandomState(0).randn(20, 8).astype(np.float32)
VIEWS = [View(TEXTS, VECTORS), View([text.split()[0] for text in TEXTS], VECTORS)]


@pytest.fixture
def head() -> LinearHead:
    head = LinearHead()
    head.fit(VIEWS, LABELS)
    return head


def test_probabilities_are_probabilities_and_right(head):
    chances = head.probabilities(VIEWS)
    assert chances.sum(axis=1) == pytest.approx(1.0, abs=1e-5)
    assert [head.labels[row.argmax()] for row in chances] == LABELS
    assert head.held_out_accuracy > 0.8


def test_what_is_saved_and_loaded_says_the_same(head, tmp_path):
    head.save(tmp_path)
    again = LinearHead.load(tmp_path)
    assert again.labels == head.labels
    assert np.allclose(again.probabilities(VIEWS), head.probabilities(VIEWS), atol=1e-6)


def test_training_twice_gives_the_same(head):
    twin = LinearHead()
    twin.fit(VIEWS, LABELS)
    assert np.array_equal(twin.probabilities(VIEWS), head.probabilities(VIEWS))
