"""A linear classifier over sentence vectors, words, letters and evidence.

Measured best in its class on this project's data and on public intent sets: a
linear support vector machine on MiniLM vectors beside TF-IDF weights of words
(1 to 2) and letters within words (2 to 5). Its margins become probabilities by
temperature scaling (Guo and others, 2017), fitted on held-out examples.

What is classified may be seen in several views: the whole message, say, and
its closing question. Each view has words, letters and a vector of its own.
"""
import json
from dataclasses import dataclass
from pathlib import Path
from typing import List, Optional, Sequence

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import ShuffleSplit
from sklearn.svm import LinearSVC

HELD_OUT = 0.25  # share of the examples that the probabilities are calibrated on
WORD_FEATURES, LETTER_FEATURES = 30_000, 40_000
VOCABULARY, WEIGHTS = "vocabulary.json", "weights.npz"


@dataclass(frozen=True)
class View:
    """One way of seeing the things to be classified.

    Attributes:
        texts: a text for each.
        vectors: the texts' sentence vectors, shape (texts, dimensions).
    """

    texts: Sequence[str]
    vectors: np.ndarray


class LinearHead:
    """Learns labels from texts, their vectors and, if there is any, evidence.

    Args:
        cost: the SVM's C.
        vector_weight: how much the vectors count beside the TF-IDF blocks.
        longest_phrase: words in a row that count as one feature.
    """

    def __init__(self, cost: float = 1.0, vector_weight: float = 1.0, longest_phrase: int = 2):
        self._cost = cost
        self._vector_weight = vector_weight
        self._longest_phrase = longest_phrase
        self.labels: List[str] = []
        self._coefficients: Optional[np.ndarray] = None  # (labels, features)
        self._intercepts: Optional[np.ndarray] = None  # (labels,)
        self._sharpness = 1.0
        self.held_out_accuracy = 0.0  # share of held-out examples told right, 0 to 1
        self._vectorizers: List[TfidfVectorizer] = []  # two a view

    def fit(self, views: Sequence[View], labels: Sequence[str],
            evidence: Optional[np.ndarray] = None) -> None:
        """Learns from examples.

        Args:
            views: the examples, in one view or more.
            labels: what each is an example of; two labels at least.
            evidence: further numbers, shape (examples, kinds of evidence).
        """
        self._vectorizers = [vectorizer.fit(view.texts) for view in views
                             for vectorizer in self._new_vectorizers()]
        features, wanted = self._features(views, evidence), np.asarray(labels)
        self.labels = sorted(set(labels))
        self._sharpness = self._fit_sharpness(features, wanted)
        machine = self._machine().fit(features, wanted)
        self._coefficients = _rows(machine.coef_).astype(np.float32)
        self._intercepts = _rows(machine.intercept_[:, None])[:, 0].astype(np.float32)

    def probabilities(self, views: Sequence[View], evidence: Optional[np.ndarray] = None,
                      bonus: Optional[np.ndarray] = None) -> np.ndarray:
        """Calibrated probabilities, shape (texts, labels), in the order of `labels`.

        Args:
            views: the same views, in the same order, as were learnt from.
            bonus: added to the margins before they become probabilities, same shape.
        """
        features = self._features(views, evidence)
        margins = features @ self._coefficients.T + self._intercepts
        if bonus is not None:
            margins = margins + bonus
        return _softmax(margins * self._sharpness)

    def save(self, folder: Path) -> None:
        """Writes the classifier into `folder`."""
        vocabularies = [vectorizer.get_feature_names_out().tolist() for vectorizer in self._vectorizers]
        (folder / VOCABULARY).write_text(json.dumps(vocabularies), encoding="utf-8")
        rarities = {f"rarities_{index}": vectorizer.idf_ for index, vectorizer in enumerate(self._vectorizers)}
        np.savez_compressed(
            folder / WEIGHTS, coefficients=self._coefficients, intercepts=self._intercepts,
            sharpness=self._sharpness, vector_weight=self._vector_weight,
            longest_phrase=self._longest_phrase, held_out_accuracy=self.held_out_accuracy,
            labels=np.array(self.labels), **rarities)

    @classmethod
    def load(cls, folder: Path) -> "LinearHead":
        """Reads a saved classifier: numbers and words only, nothing that could run."""
        vocabularies = json.loads((folder / VOCABULARY).read_text(encoding="utf-8"))
        with np.load(folder / WEIGHTS, allow_pickle=False) as saved:
            head = cls(vector_weight=float(saved["vector_weight"]), longest_phrase=int(saved["longest_phrase"]))
            for _ in range(len(vocabularies) // 2):
                head._vectorizers += head._new_vectorizers()
            for index, (vectorizer, vocabulary) in enumerate(zip(head._vectorizers, vocabularies)):
                vectorizer.vocabulary = {term: column for column, term in enumerate(vocabulary)}
                vectorizer.idf_ = saved[f"rarities_{index}"]
            head._coefficients = saved["coefficients"]
            head._intercepts = saved["intercepts"]
            head._sharpness = float(saved["sharpness"])
            head.held_out_accuracy = float(saved["held_out_accuracy"])
            head.labels = [str(label) for label in saved["labels"]]
        return head

    def _machine(self) -> LinearSVC:
        return LinearSVC(C=self._cost, tol=1e-3, random_state=0)

    def _new_vectorizers(self) -> List[TfidfVectorizer]:
        return [words_vectorizer(self._longest_phrase), letters_vectorizer()]

    def _features(self, views: Sequence[View], evidence: Optional[np.ndarray]) -> csr_matrix:
        blocks = []
        for number, view in enumerate(views):
            blocks.append(csr_matrix(view.vectors * self._vector_weight))
            blocks += [vectorizer.transform(view.texts) for vectorizer in self._vectorizers[2 * number : 2 * number + 2]]
        if evidence is not None:
            blocks.append(csr_matrix(evidence))
        return hstack(blocks, format="csr", dtype=np.float32)

    def _fit_sharpness(self, features: csr_matrix, wanted: np.ndarray) -> float:
        """The factor that makes held-out margins, as probabilities, least surprised."""
        columns = {label: column for column, label in enumerate(self.labels)}
        learn, hold = next(ShuffleSplit(1, test_size=HELD_OUT, random_state=0).split(features))
        # A label with all its examples held out keeps a margin of "surely not".
        margins = np.full((len(hold), len(self.labels)), -2.0)
        machine = self._machine().fit(features[learn], wanted[learn])
        learnt = [columns[label] for label in machine.classes_]
        margins[:, learnt] = _both_columns(machine.decision_function(features[hold]))
        truth = np.array([columns[label] for label in wanted[hold]])
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
