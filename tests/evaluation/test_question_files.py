import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.evaluation.question_files import BadQuestions, read_questions
from assistant.evaluation.questions import Conversation, MoveQuestion, TopicQuestion

GOOD = [
    {"id": "s1", "text": "when was it", "topic": "care_act", "facet": "date"},
    {"id": "o1", "text": "hiya", "expect": "greet"},
    {"id": "c1", "turns": [{"user": "hiya", "expect": "greet"}]},
]


def write(path: Path, *lines) -> Path:
    shown = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    path.write_bytes(b"\n".join(shown) + b"\n")
    return path


def test_reads_all_files_in_order(tmp_path):
    first, second = write(tmp_path / "a.jsonl", GOOD[0], GOOD[1]), write(tmp_path / "b.jsonl", GOOD[2])
    questions = read_questions([first, second])
    assert [type(item) for item in questions] == [TopicQuestion, MoveQuestion, Conversation]
    assert [item.id for item in questions] == ["s1", "o1", "c1"]


def test_reports_every_bad_line_of_every_file_at_once(tmp_path):
    first = write(tmp_path / "a.jsonl", GOOD[0], b"{not json", b"", b'"text"', b"\xff")
    second = write(tmp_path / "b.jsonl", {**GOOD[0], "topic": "nope", "facet": "colour"}, GOOD[1])
    with pytest.raises(BadQuestions) as caught:
        read_questions([first, second, tmp_path / "missing.jsonl"])
    places = [(line.path.name, line.line) for line in caught.value.lines]
    assert places == [("a.jsonl", 2), ("a.jsonl", 3), ("a.jsonl", 4), ("a.jsonl", 5),
                      ("b.jsonl", 1), ("b.jsonl", 1), ("missing.jsonl", 0)]
    shown = str(caught.value)
    for problem in ("not JSON", "the line is empty", "not a JSON object", "not UTF-8",
                    "there is no topic nope", "facet.0", "No such file"):
        assert problem in shown
    assert f"{first}:2: " in shown


def test_ids_are_unique_across_files(tmp_path):
    first, second = write(tmp_path / "a.jsonl", GOOD[0]), write(tmp_path / "b.jsonl", GOOD[1], GOOD[0])
    with pytest.raises(BadQuestions) as caught:
        read_questions([first, second])
    assert [str(line) for line in caught.value.lines] == [f"{second}:2: the id s1 is also at {first}:1"]


def test_a_fault_deep_in_a_conversation_says_where(tmp_path):
    row = {"id": "c1", "turns": [{"user": "hi", "expect": "greet"}, {"user": "hi", "expect": "sing"}]}
    with pytest.raises(BadQuestions, match=r"a.jsonl:1: turns\.1\.expect: "):
        read_questions([write(tmp_path / "a.jsonl", row)])


def test_an_empty_file_is_a_fault(tmp_path):
    path = tmp_path / "a.jsonl"
    path.touch()
    with pytest.raises(BadQuestions, match="holds no questions"):
        read_questions([path])


def test_windows_line_ends_are_read(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\r\n".join(json.dumps(row).encode() for row in GOOD) + b"\r\n")
    assert len(read_questions([path])) == 3


@given(lines=st.lists(st.one_of(st.binary(max_size=30), st.sampled_from(GOOD).map(json.dumps).map(str.encode)),
                      min_size=1, max_size=8))
def test_no_line_is_ever_skipped(tmp_path_factory, lines):
    path = tmp_path_factory.mktemp("questions") / "any.jsonl"
    path.write_bytes(b"\n".join(lines))
    count = len(path.read_bytes().splitlines())
    try:
        assert len(read_questions([path])) == count > 0
    except BadQuestions as error:
        assert error.lines
        assert all(0 <= bad.line <= count for bad in error.lines)


def test_the_development_questions_can_be_read():
    paths = sorted((Path(__file__).parents[1] / "questions").glob("dev_*.jsonl"))
    assert paths, "tests/questions has no dev files"
    assert len(read_questions(paths)) == sum(len(path.read_text().splitlines()) for path in paths)
