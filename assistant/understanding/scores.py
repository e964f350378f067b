"""`make train`: says where the model is and how it did on held-out examples.

    python -m assistant.understanding.scores models/assistant.tar.gz

The scores are those of training itself: each head labels a quarter of its
examples after learning from the rest. They say whether training
went well; how well people are understood is what `make evaluate` measures.
"""
import io
import sys
import tarfile
from pathlib import Path
from typing import Iterator, Tuple

import numpy as np

from assistant.understanding.linear_head import WEIGHTS


def held_out_scores(model: Path) -> Iterator[Tuple[str, int, float]]:
    """For each head in the archive: component, number of labels, held-out accuracy."""
    with tarfile.open(model) as archive:
        for member in sorted(archive.getmembers(), key=lambda each: each.name):
            if Path(member.name).name != WEIGHTS:
                continue
            component = Path(member.name).parent.name.split(".")[-1].rstrip("0123456789")
            with np.load(io.BytesIO(archive.extractfile(member).read()), allow_pickle=False) as saved:
                yield component, len(saved["labels"]), float(saved["held_out_accuracy"])


def main(arguments: list) -> int:
    """Prints the scores; returns 1 if there is no such model."""
    model = Path(arguments[0])
    if not model.exists():
        print(f"There is no model at {model}. Run `make train`.", file=sys.stderr)
        return 1
    print(f"The model is {model} ({model.stat().st_size / 1e6:.1f} MB). On held-out examples:")
    for component, labels, accuracy in held_out_scores(model):
        print(f"  {component}: {accuracy:.1%} right, of {labels} labels")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
