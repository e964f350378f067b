import csv
from datetime import datetime
from pathlib import Path

import pytest

from assistant.evaluation.asking import Transcript
from assistant.evaluation.client import Outcome
from assistant.evaluation.report import Report, write_misses

RIGHT = {"move": "answer", "topic": "care_act", "facet": "date", "confidence": 0.91}
OTHER = {"move": "answer", "topic": "islands_act", "facet": "who", "confidence": 0.4567}


@pytest.fixture
def report(on_topic, on_move):
    singles = [
        on_topic("care_act", "date", RIGHT),
        on_topic("care_act", "date", OTHER, id="s2", text='when, "exactly"?\nplease'),
        on_move("greet", Outcome.NO_ANSWER, id="o1", text="hiya"),
    ]
    conversation = [on_topic("care_act", "date", OTHER, RIGHT, id="c1.1", text="and then")]
    return Report(
        [Transcript("assistant", singles, [conversation]), Transcript("stock Rasa", singles[:1])],
        [Path("dev_a.jsonl"), Path("dev_b.jsonl")], ["A note."],
    )


def test_the_printed_text(report):
    text = report.as_text()
    assert "Topic right" in text and "stock Rasa" in text and "By facet" in text
    assert text.endswith("A note.")


def test_misses_hold_what_was_wanted_and_got(report, tmp_path):
    count = write_misses(report.transcripts[0].exchanges, tmp_path / "misses.csv")
    with (tmp_path / "misses.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert count == 3
    assert rows == [
        {"id": "s2", "text": 'when, "exactly"?\nplease', "wanted": "answer care_act/date",
         "got": "answer islands_act/who", "confidence": "0.457"},
        {"id": "o1", "text": "hiya", "wanted": "greet", "got": "no answer in the reply (a detail)",
         "confidence": ""},
        {"id": "c1.1", "text": "and then", "wanted": "answer care_act/date",
         "got": "answer islands_act/who + answer care_act/date", "confidence": "0.457"},
    ]


def test_writes_page_misses_and_pictures_for_each_system(report, tmp_path):
    written = report.write(tmp_path / "new" / "run", datetime(2026, 11, 22, 9, 30))
    assert [path.name for path in written] == [
        "report.md", "misses.csv", "confusion.png", "misses_stock_rasa.csv", "confusion_stock_rasa.png"]
    assert all(path.stat().st_size for path in written)
    page = written[0].read_text(encoding="utf-8")
    assert "2026-11-22 09:30: 3 questions on their own and 1 turns in 1 conversations" in page
    assert "dev_a.jsonl, dev_b.jsonl" in page and "A note." in page
    assert "## By topic" in page and "[3 misses](misses.csv)" in page
    assert all(f"]({path.name})" in page for path in written[1:])


def test_no_picture_where_no_question_has_a_topic(on_move, tmp_path):
    report = Report([Transcript("assistant", [on_move("greet", {"move": "greet"})])], [Path("a.jsonl")])
    written = report.write(tmp_path, datetime(2026, 1, 1))
    assert [path.name for path in written] == ["report.md", "misses.csv"]
    assert "By topic" not in written[0].read_text(encoding="utf-8")
