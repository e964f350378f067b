"""Writes the training examples as plain Rasa NLU YAML.

    python -m assistant.understanding.export build/nlu_examples.yml

`rasa test nlu` reads files and ignores importers: with the project's own
files it would test nothing of the topics and still exit with 0. So:

    rasa test nlu --nlu build/nlu_examples.yml
"""
import sys
from pathlib import Path

from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLWriter


def export(path: Path) -> int:
    """Writes every example that training sees; returns how many there are."""
    importer = TrainingDataImporter.load_from_config("config.yml", "domain.yml", ["data"])
    examples = importer.get_nlu_data()
    path.parent.mkdir(parents=True, exist_ok=True)
    RasaYAMLWriter().dump(path, examples)
    return len(examples.intent_examples)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    print(f"Wrote {export(target)} examples to {target}.")
