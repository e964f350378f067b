"""The example questions nearest in meaning to a message.

A message far from every example of every topic is likely to be about
something else: the distance to the nearest one is evidence of scope that a
classifier's probabilities do not hold (docs/decisions/0003-thresholds.md).
"""
import json
from pathlib import Path
from typing import List, Sequence, Tuple

import numpy as np

VECTORS, TEXTS = "example_vectors.npz", "examples.json"


class NearestExamples:
    """Example questions with their vectors.

    Args:
        texts: the examples.
        labels: the intent of each.
        vectors: their sentence vectors of length 1, shape (examples, dimensions).
    """

    def __init__(self, texts: Sequence[str], labels: Sequence[str], vectors: np.ndarray):
        self._texts, self._labels = list(texts), list(labels)
        # Half the size at a loss of under 0.001 in cosine.
        self._vectors = vectors.astype(np.float16)
        self._fast = self._vectors.astype(np.float32)

    def closeness(self, vectors: np.ndarray) -> np.ndarray:
        """Cosine to the nearest example for each row of `vectors`, shape (rows,)."""
        return (vectors @ self._fast.T).max(axis=1)

    def nearest(self, vector: np.ndarray, count: int) -> List[Tuple[str, str, float]]:
        """The `count` nearest examples: text, label, cosine; nearest first."""
        cosines = self._fast @ vector
        best = np.argsort(-cosines)[:count]
        return [(self._texts[index], self._labels[index], float(cosines[index])) for index in best]

    def save(self, folder: Path) -> None:
        """Writes the examples into `folder`."""
        np.savez_compressed(folder / VECTORS, vectors=self._vectors)
        (folder / TEXTS).write_text(json.dumps([self._texts, self._labels]), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "NearestExamples":
        """Reads what `save` wrote."""
        texts, labels = json.loads((folder / TEXTS).read_text(encoding="utf-8"))
        with np.load(folder / VECTORS, allow_pickle=False) as saved:
            return cls(texts, labels, saved["vectors"])
