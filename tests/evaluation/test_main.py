import json
from contextlib import contextmanager

import pytest

from assistant import servers as servers_module
from assistant.evaluation import __main__ as evaluation
from assistant.evaluation import stock_training

ROWS = [
    {"id": "s1", "text": "when was it", "topic": "care_act", "facet": "date"},
    {"id": "c1", "turns": [{"user": "hello", "expect": "greet"}, {"user": "when", "expect": "thanks"}]},
]


def respond(body):
    answer = {"move": "greet"}
    if "when" in body["message"]:
        answer = {"move": "answer", "topic": "care_act", "facet": "date", "confidence": 1}
    return 200, [{"text": "Hello."}, {"custom": {"answer": answer}}]


@pytest.fixture
def questions(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "some.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in ROWS))
    return path


@pytest.fixture
def servers(monkeypatch):
    """Puts a function in the place of `running_assistant` and records how it is called."""

    def stand_in(running):
        calls = []

        @contextmanager
        def recorded(**options):
            calls.append(options)
            with running(**options) as url:
                yield url
            calls.append("stopped")

        monkeypatch.setattr(servers_module, "running_assistant", recorded)
        return calls

    return stand_in


def test_scores_an_assistant_at_an_address(questions, fake_rasa, capsys):
    with fake_rasa(respond) as rasa:
        assert evaluation.main([str(questions), "--url", rasa.url, "--name", "run"]) == 0
    captured = capsys.readouterr()
    assert "100.0% (1/1)" in captured.out and "50.0% (1/2)" in captured.out
    assert "reports/run/report.md" in captured.out
    assert "assistant: 3 of 3 messages" in captured.err
    folder = questions.parent / "reports" / "run"
    assert sorted(path.name for path in folder.iterdir()) == ["confusion.png", "misses.csv", "report.md"]
    assert "c1.2,when,thanks,answer care_act/date,1.000" in (folder / "misses.csv").read_text()


def test_the_default_files_are_the_development_questions(questions, fake_rasa):
    folder = questions.parent / "tests" / "questions"
    folder.mkdir(parents=True)
    questions.rename(folder / "dev_some.jsonl")
    (folder / "other.jsonl").write_text("not JSON")
    with fake_rasa(respond) as rasa:
        assert evaluation.main(["--url", rasa.url, "--name", "run"]) == 0
    assert "dev_some.jsonl" in (questions.parent / "reports" / "run" / "report.md").read_text()


def test_the_warm_up_is_not_scored(questions, fake_rasa):
    with fake_rasa(respond) as rasa:
        evaluation.main([str(questions), "--url", rasa.url, "--name", "run"])
    assert len(rasa.received) == 4
    assert "answered | 3" in (questions.parent / "reports" / "run" / "report.md").read_text()


def test_starts_and_stops_the_assistant_itself(questions, fake_rasa, servers):
    calls = servers(lambda **_: _url_of(fake_rasa(respond)))
    assert evaluation.main([str(questions), "--name", "run"]) == 0
    assert calls == [{}, "stopped"]


def test_the_baseline_answers_the_same_questions_after_the_assistant_has_stopped(
    questions, fake_rasa, servers, monkeypatch, capsys
):
    calls = servers(lambda **_: _url_of(fake_rasa(respond)))
    monkeypatch.setattr(stock_training, "ensure_stock_model", lambda say: questions.parent / "stock.tar.gz")
    assert evaluation.main([str(questions), "--baseline", "--name", "run"]) == 0
    assert calls[:2] == [{}, "stopped"]
    assert calls[2]["model"] == questions.parent / "stock.tar.gz" and calls[2]["actions"] is False
    out = capsys.readouterr().out
    assert "assistant  " in out and "stock Rasa" in out and "It has no facets" in out
    assert (questions.parent / "reports" / "run" / "misses_stock_rasa.csv").exists()


def test_bad_question_files_are_not_scored(questions, capsys):
    questions.write_text("not JSON\n[]\n")
    assert evaluation.main([str(questions), "--url", "http://127.0.0.1:9"]) == 2
    captured = capsys.readouterr()
    assert f"{questions}:1: " in captured.err and f"{questions}:2: " in captured.err
    assert captured.out == "" and not (questions.parent / "reports").exists()


def test_no_question_files(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert evaluation.main([]) == 2
    assert "tests/questions/dev_*.jsonl" in capsys.readouterr().err


def test_no_server(questions, capsys):
    assert evaluation.main([str(questions), "--url", "http://127.0.0.1:9"]) == 2
    assert "http://127.0.0.1:9" in capsys.readouterr().err


@pytest.mark.parametrize("error", [servers_module.ServerFailed("no model"), OSError("port taken")])
def test_an_assistant_that_does_not_start(questions, servers, capsys, error):
    @contextmanager
    def failing(**_):
        raise error
        yield

    servers(failing)
    assert evaluation.main([str(questions)]) == 2
    assert f"did not start: {error}" in capsys.readouterr().err


def test_a_baseline_that_cannot_be_trained(questions, servers, monkeypatch, capsys):
    def failing(say):
        raise stock_training.StockTrainingFailed("out of memory")

    calls = servers(None)
    monkeypatch.setattr(stock_training, "ensure_stock_model", failing)
    assert evaluation.main([str(questions), "--baseline"]) == 2
    assert "out of memory" in capsys.readouterr().err
    assert calls == []


@contextmanager
def _url_of(serving):
    with serving as rasa:
        yield rasa.url
