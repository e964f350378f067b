"""Runs the sentence encoder: texts in, vectors of meaning out."""
import os
from functools import lru_cache
from pathlib import Path
from typing import Dict, Sequence, Tuple

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

DIMENSIONS = 384
TOKEN_LIMIT = 256  # the length the model was trained for
BATCH = 64
THREADS_SETTING = "ENCODER_THREADS"  # set it to 1 where several processes share the cores


class EncoderMissing(Exception):
    """The encoder has not been set up."""


def encoder_files(folder: Path) -> Tuple[Path, Path]:
    """The encoder's graph and its tokenizer, without loading them.

    Raises:
        EncoderMissing: one of the two is not there.
    """
    graph, words = folder / "model.onnx", folder / "tokenizer.json"
    if not (graph.exists() and words.exists()):
        raise EncoderMissing(f"There is no sentence encoder in {folder}. Run `make encoder`.")
    return graph, words


class EncoderModel:
    """all-MiniLM-L6-v2 on ONNX Runtime.

    Args:
        folder: holds model.onnx and tokenizer.json (`make encoder` puts them there).

    Raises:
        EncoderMissing: one of the two is not there.
    """

    def __init__(self, folder: Path):
        graph, words = encoder_files(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = int(os.environ.get(THREADS_SETTING) or min(2, os.cpu_count() or 1))
        self._session = onnxruntime.InferenceSession(
            str(graph), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(words))
        self._tokenizer.enable_truncation(TOKEN_LIMIT)
        self._tokenizer.enable_padding()
        self._examples: Dict[str, np.ndarray] = {}

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Vectors of length 1, shape (len(texts), 384), float32."""
        if not texts:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        # Alike lengths together, so that little of the work is padding.
        order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        vectors = np.empty((len(texts), DIMENSIONS), dtype=np.float32)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            vectors[batch] = self._encode_batch([texts[index] for index in batch])
        return vectors

    def encode_examples(self, texts: Sequence[str]) -> np.ndarray:
        """As `encode`, for training: each text is encoded once, however many heads learn from it."""
        new = [text for text in dict.fromkeys(texts) if text not in self._examples]
        self._examples.update(zip(new, self.encode(new)))
        return np.array([self._examples[text] for text in texts]).reshape(len(texts), DIMENSIONS)

    def _encode_batch(self, texts: Sequence[str]) -> np.ndarray:
        encodings = self._tokenizer.encode_batch(list(texts))
        ids = np.array([encoding.ids for encoding in encodings], dtype=np.int32)
        mask = np.array([encoding.attention_mask for encoding in encodings], dtype=np.int32)
        return self._session.run(["embedding"], {"input_ids": ids, "attention_mask": mask})[0]


@lru_cache(maxsize=2)
def encoder_model(folder: Path) -> EncoderModel:
    """The encoder in `folder`, loaded once a process: it takes 90 MB."""
    return EncoderModel(folder)
