import pytest

from assistant import explain
from assistant.explain import MODEL, examples_in, explanation, heard, main
from tests.conftest import ROOT


@pytest.fixture
def at_home(monkeypatch):
    monkeypatch.chdir(ROOT)


def test_every_step_is_shown(at_home):
    text = "when did the carers act come in"
    lines = list(explanation(text, heard(text), examples_in()))
    shown = "\n".join(lines)
    assert "'carers act' → carers_act (own, likeness 1.00)" in shown
    assert "answer: carers_act/date" in shown and "  date " in shown
    assert len([line for line in lines if ": " in line and line.startswith("  0.")]) == 3


def test_no_question_says_how_to_ask(capsys):
    assert main([]) == 2 and "make explain Q=" in capsys.readouterr().err


def test_no_model_says_how_to_make_one(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(explain, "MODEL", tmp_path / "none.tar.gz")
    assert main(["what is christie"]) == 2 and "make train" in capsys.readouterr().err


def test_a_model_without_examples_is_refused(tmp_path):
    import tarfile
    with tarfile.open(tmp_path / "old.tar.gz", "w:gz"):
        pass
    with pytest.raises(LookupError, match="make train"):
        examples_in(tmp_path / "old.tar.gz")


def test_the_model_is_where_make_puts_it():
    assert str(MODEL) in (ROOT / "Makefile").read_text(encoding="utf-8")
