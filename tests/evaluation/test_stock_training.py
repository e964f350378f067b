import sys

import pytest

from assistant.evaluation import stock_training
from assistant.evaluation.stock_training import (
    StockTrainingFailed,
    ensure_stock_model,
    inputs_digest,
)

TRAINS = "import pathlib; pathlib.Path('models').mkdir(exist_ok=True); " \
         "pathlib.Path('models/stock.tar.gz').write_bytes(b'model'); print('trained')"


@pytest.fixture
def rasa(monkeypatch):
    """Puts a line of Python in the place of `rasa train`; returns a function that sets it."""

    def stand_in(code):
        monkeypatch.setattr(stock_training, "train_command", lambda: [sys.executable, "-c", code])

    return stand_in


@pytest.fixture
def ensure(mini_store, tmp_path):
    """Runs `ensure_stock_model` and returns the model and what was said."""

    def run():
        said = []
        return ensure_stock_model(tmp_path / "stock", mini_store, said.append), said

    return run


def test_trains_and_says_how_long_it_took(rasa, ensure, tmp_path):
    rasa(TRAINS)
    model, said = ensure()
    assert model == (tmp_path / "stock" / "models" / "stock.tar.gz").resolve() and model.exists()
    assert "up to an hour or more" in said[0] and "trained in 0 min" in said[-1]
    assert (tmp_path / "stock" / "train.log").read_text() == "trained\n"


def test_trains_again_only_when_the_inputs_changed(rasa, ensure, mini_store):
    rasa(TRAINS)
    ensure()
    rasa("raise SystemExit('must not train')")
    assert "nothing changed" in ensure()[1][0]
    nlu = mini_store / "nlu" / "social.yml"
    nlu.write_text(nlu.read_text() + "    - tell me a poem\n")
    with pytest.raises(StockTrainingFailed):
        ensure()


def test_changed_words_of_an_answer_need_no_training(rasa, ensure, mini_store):
    rasa(TRAINS)
    ensure()
    topic = mini_store / "policies" / "care_act.yml"
    topic.write_text(topic.read_text().replace('"text": "A test."', '"text": "Another text."'))
    assert "nothing changed" in ensure()[1][0]


def test_what_rasa_writes_into_the_config_is_no_change(rasa, ensure):
    rasa(TRAINS + "; pathlib.Path('config.yml').open('a').write('# defaults\\n')")
    ensure()
    assert "nothing changed" in ensure()[1][0]


def test_a_failed_training_shows_the_end_of_its_log_and_leaves_no_stamp(rasa, ensure):
    rasa("print('x\\n' * 100); raise SystemExit('out of memory')")
    for _ in range(2):
        with pytest.raises(StockTrainingFailed, match="status 1(.|\n)*out of memory") as caught:
            ensure()
        assert len(str(caught.value).splitlines()) < 20


def test_a_training_that_fails_after_a_good_one_is_not_taken_for_it(rasa, ensure, mini_store):
    rasa(TRAINS)
    ensure()
    (mini_store / "nlu" / "moves.yml").unlink()
    rasa("raise SystemExit(1)")
    for _ in range(2):
        with pytest.raises(StockTrainingFailed):
            ensure()


def test_training_without_a_model_is_a_failure(rasa, ensure):
    rasa("pass")
    with pytest.raises(StockTrainingFailed, match="status 0"):
        ensure()


def test_says_now_and_then_how_long_it_has_been_at_it(rasa, ensure, monkeypatch):
    monkeypatch.setattr(stock_training, "_SECONDS_BETWEEN_NEWS", 0.1)
    rasa("import time; time.sleep(0.35); " + TRAINS)
    said = ensure()[1]
    assert sum("so far" in line for line in said) >= 2


@pytest.mark.parametrize("name", ["config.yml", "domain.yml", "data/nlu.yml", "data/rules.yml"])
def test_every_input_counts(rasa, ensure, tmp_path, name):
    rasa(TRAINS)
    ensure()
    project = tmp_path / "stock"
    before = inputs_digest(project)
    with (project / name).open("a") as file:
        file.write("# changed\n")
    assert inputs_digest(project) != before
