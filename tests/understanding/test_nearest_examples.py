import numpy as np
import pytest

from assistant.understanding.nearest_examples import NearestExamples

VECTORS = np.eye(3, 8, dtype=np.float32)


@pytest.fixture
def examples() -> NearestExamples:
    return NearestExamples(["first", "second", "third"], ["a", "b", "b"], VECTORS)


def test_the_nearest_come_first(examples):
    vector = np.array([0.6, 0.8, 0, 0, 0, 0, 0, 0], dtype=np.float32)
    assert [(text, label) for text, label, _ in examples.nearest(vector, 2)] == [("second", "b"), ("first", "a")]


def test_closeness_is_the_cosine_to_the_nearest(examples):
    far = np.eye(8, dtype=np.float32)[[7]]
    assert examples.closeness(np.vstack([VECTORS[:1], far])) == pytest.approx([1.0, 0.0], abs=1e-3)


def test_what_is_saved_comes_back(examples, tmp_path):
    examples.save(tmp_path)
    assert NearestExamples.load(tmp_path).nearest(VECTORS[0], 1) == [("first", "a", 1.0)]
