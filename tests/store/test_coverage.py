from assistant.store.content import load_topics
from assistant.store.coverage import COVERAGE, coverage_text, main, reading_age
from tests.conftest import ROOT, made_up_topic


def test_the_document_is_up_to_date(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert main(["--check"]) == 0


def test_an_old_document_is_noticed(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").symlink_to(ROOT / "data")
    (tmp_path / "docs").mkdir()
    (tmp_path / COVERAGE).write_text("something else", encoding="utf-8")
    assert main(["--check"]) == 1
    assert "make coverage" in capsys.readouterr().err


def test_each_topic_has_a_row_with_its_numbers(data):
    topics = load_topics(data)
    [row] = [line for line in coverage_text(topics).splitlines() if line.startswith("| Carers Act")]
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[2] == "–" and cells[-4:] == ["1", "50", "8", "2026-11-22"]


def test_a_topics_long_name_does_not_make_a_text_hard(data, write_topic):
    topic = made_up_topic("carers_act", "Intergovernmental Accountability Commission")
    topic["passages"]["overview"]["easy"] = "The Intergovernmental Accountability Commission met."
    write_topic(topic)
    read = load_topics(data)["carers_act"]
    assert reading_age(read, read.passages["overview"]) < 11
