"""A linear classifier over sentence vectors, words, letters and evidence.

Measured best in its class on this project's data and on public intent sets: a
linear support vector machine on MiniLM vectors beside TF-IDF weights of words
(1 to 2) and letters within words (2 to 5). Its margins become probabilities by
temperature scaling (Guo and others, 2017), fitted on held-out folds.
"""
import json
from pathlib import Path
from typing import List, Optional, Sequence

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import KFold
from sklearn.svm import LinearSVC

FOLDS = 3
WORD_FEATURES, LETTER_FEATURES = 30_000, 40_000
VOCABULARY, WEIGHTS = "vocabulary.json", "weights.npz"


class LinearHead:
    """Learns labels from texts, their vectors and, if there is any, evidence.

    Args:
        cost: the SVM's C.
        text_weight: how much the TF-IDF block counts beside the vectors.
        longest_phrase: words in a row that count as one feature.
    """

    def __init__(self, cost: float = 1.0, text_weight: float = 1.0, longest_phrase: int = 2):
        self._cost = cost
        self._text_weight = text_weight
        self._longest_phrase = longest_phrase
        self.labels: List[str] = []
        self._coefficients: Optional[np.ndarray] = None  # (labels, features)
        self._intercepts: Optional[np.ndarray] = None  # (labels,)
        self._sharpness = 1.0
        self.held_out_accuracy = 0.0  # share of held-out examples told right, 0 to 1
        self._vectorizers: List[TfidfVectorizer] = []

    def fit(self, texts: Sequence[str], vectors: np.ndarray, labels: Sequence[str],
            evidence: Optional[np.ndarray] = None) -> None:
        """Learns from examples.

        Args:
            texts: the examples.
            vectors: their sentence vectors, shape (examples, dimensions).
            labels: what each is an example of; two labels at least.
            evidence: further numbers, shape (examples, kinds of evidence).
        """
        self._vectorizers = [words_vectorizer(self._longest_phrase), letters_vectorizer()]
        for vectorizer in self._vectorizers:
            vectorizer.fit(texts)
        features, wanted = self._features(texts, vectors, evidence), np.asarray(labels)
        self.labels = sorted(set(labels))
        self._sharpness = self._fit_sharpness(features, wanted)
        machine = self._machine().fit(features, wanted)
        self._coefficients = _rows(machine.coef_).astype(np.float32)
        self._intercepts = _rows(machine.intercept_[:, None])[:, 0].astype(np.float32)

    def probabilities(self, texts: Sequence[str], vectors: np.ndarray,
                      evidence: Optional[np.ndarray] = None) -> np.ndarray:
        """Calibrated probabilities, shape (texts, labels), in the order of `labels`."""
        features = self._features(texts, vectors, evidence)
        margins = features @ self._coefficients.T + self._intercepts
        return _softmax(margins * self._sharpness)

    def save(self, folder: Path) -> None:
        """Writes the classifier into `folder`."""
        vocabularies = [vectorizer.get_feature_names_out().tolist() for vectorizer in self._vectorizers]
        (folder / VOCABULARY).write_text(json.dumps(vocabularies), encoding="utf-8")
        rarities = {f"rarities_{index}": vectorizer.idf_ for index, vectorizer in enumerate(self._vectorizers)}
        np.savez_compressed(
            folder / WEIGHTS, coefficients=self._coefficients, intercepts=self._intercepts,
            sharpness=self._sharpness, text_weight=self._text_weight,
            longest_phrase=self._longest_phrase, held_out_accuracy=self.held_out_accuracy,
            labels=np.array(self.labels), **rarities)

    @classmethod
    def load(cls, folder: Path) -> "LinearHead":
        """Reads a saved classifier: numbers and words only, nothing that could run."""
        vocabularies = json.loads((folder / VOCABULARY).read_text(encoding="utf-8"))
        with np.load(folder / WEIGHTS, allow_pickle=False) as saved:
            head = cls(longest_phrase=int(saved["longest_phrase"]))
            head._vectorizers = [words_vectorizer(head._longest_phrase), letters_vectorizer()]
            for index, (vectorizer, vocabulary) in enumerate(zip(head._vectorizers, vocabularies)):
                vectorizer.vocabulary = {term: column for column, term in enumerate(vocabulary)}
                vectorizer.idf_ = saved[f"rarities_{index}"]
            head._coefficients = saved["coefficients"]
            head._intercepts = saved["intercepts"]
            head._sharpness = float(saved["sharpness"])
            head.held_out_accuracy = float(saved["held_out_accuracy"])
            head._text_weight = float(saved["text_weight"])
            head.labels = [str(label) for label in saved["labels"]]
        return head

    def _machine(self) -> LinearSVC:
        return LinearSVC(C=self._cost, random_state=0)

    def _features(self, texts: Sequence[str], vectors: np.ndarray,
                  evidence: Optional[np.ndarray]) -> csr_matrix:
        blocks = [csr_matrix(vectors)]
        blocks += [vectorizer.transform(texts) * self._text_weight for vectorizer in self._vectorizers]
        if evidence is not None:
            blocks.append(csr_matrix(evidence))
        return hstack(blocks, format="csr", dtype=np.float32)

    def _fit_sharpness(self, features: csr_matrix, wanted: np.ndarray) -> float:
        """The factor that makes held-out margins, as probabilities, least surprised."""
        # A label with all its examples in the held-out fold keeps a margin of "surely not".
        margins = np.full((features.shape[0], len(self.labels)), -2.0)
        columns = {label: column for column, label in enumerate(self.labels)}
        for learn, hold in KFold(FOLDS, shuffle=True, random_state=0).split(features):
            machine = self._machine().fit(features[learn], wanted[learn])
            learnt = [columns[label] for label in machine.classes_]
            margins[np.ix_(hold, learnt)] = _both_columns(machine.decision_function(features[hold]))
        truth = np.array([columns[label] for label in wanted])
        self.held_out_accuracy = float(np.mean(margins.argmax(axis=1) == truth))

        def surprise(sharpness: float) -> float:
            chances = _softmax(margins * sharpness)[np.arange(len(truth)), truth]
            return float(-np.mean(np.log(np.maximum(chances, 1e-12))))

        return float(minimize_scalar(surprise, bounds=(0.1, 50.0), method="bounded").x)


def words_vectorizer(longest_phrase: int) -> TfidfVectorizer:
    """Weights of words and of phrases up to `longest_phrase` words."""
    return TfidfVectorizer(ngram_range=(1, longest_phrase), sublinear_tf=True, dtype=np.float32,
                           max_features=WORD_FEATURES, token_pattern=r"(?u)\b\w+\b")


def letters_vectorizer() -> TfidfVectorizer:
    """Weights of runs of 2 to 5 letters within words, which spelling slips leave mostly whole."""
    return TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2,
                           max_features=LETTER_FEATURES, dtype=np.float32)


def _rows(values: np.ndarray) -> np.ndarray:
    """A two-label SVM has one row for both labels; this gives each its own."""
    return np.vstack([-values, values]) if values.shape[0] == 1 else values


def _both_columns(margins: np.ndarray) -> np.ndarray:
    return np.column_stack([-margins, margins]) if margins.ndim == 1 else margins


def _softmax(margins: np.ndarray) -> np.ndarray:
    raised = np.exp(margins - margins.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)
