from hypothesis import given
from hypothesis import strategies as st

from assistant.evaluation.table import Table

SCORES = Table("Scores", ["", "assistant", "stock Rasa"], [["Topic right", "91.0%", "5.0%"], ["A|B", "–", "1"]])


def test_columns_stand_in_line():
    lines = SCORES.as_text().splitlines()
    assert lines[0] == "Scores"
    assert lines[2].endswith("assistant  stock Rasa")
    assert lines[4] == "Topic right      91.0%        5.0%"
    assert lines[5] == "A|B                  –           1"


def test_markdown():
    assert SCORES.as_markdown().splitlines() == [
        "## Scores", "",
        "|  | assistant | stock Rasa |",
        "| --- | ---: | ---: |",
        "| Topic right | 91.0% | 5.0% |",
        "| A\\|B | – | 1 |",
    ]


@given(st.lists(st.text(alphabet="ab|\n", max_size=5), min_size=2, max_size=2))
def test_no_cell_can_break_out_of_a_markdown_row(cells):
    lines = Table("t", ["a", "b"], [cells]).as_markdown().splitlines()
    assert len(lines) == 5
    assert lines[-1].replace("\\|", "").count("|") == 3
