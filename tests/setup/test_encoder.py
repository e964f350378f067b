import numpy as np

from assistant.understanding.encoder_model import DIMENSIONS, encoder_model
from tests.conftest import ROOT


def test_the_encoder_tells_meanings_apart():
    encoder = encoder_model(ROOT / "build" / "encoder")
    vectors = encoder.encode(["How old are you?", "What is your age?", "The cat sat on the mat."])
    assert vectors.shape == (3, DIMENSIONS)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    alike, unlike = float(vectors[0] @ vectors[1]), float(vectors[0] @ vectors[2])
    assert alike > 0.7 and unlike < 0.3


def test_a_text_means_the_same_alone_and_in_a_batch():
    encoder = encoder_model(ROOT / "build" / "encoder")
    alone = encoder.encode(["carers"])[0]
    batch = encoder.encode(["carers", "a much longer sentence about community planning partnerships and land"])[0]
    assert np.allclose(alone, batch, atol=1e-5)
