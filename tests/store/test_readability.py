from assistant.store.readability import EASY_GRADE_LIMIT, grade, words

HARD = "The Community Empowerment (Scotland) Act 2015 helps people. It is a law."


def test_long_words_make_a_text_harder():
    assert grade("You can ask the council. It must answer.") < EASY_GRADE_LIMIT
    assert grade("Participatory deliberation necessitates intergovernmental accountability.") > EASY_GRADE_LIMIT


def test_names_of_policies_do_not_count_against_a_text():
    assert grade(HARD, ["Community Empowerment (Scotland) Act 2015"]) < grade(HARD)


def test_words_are_counted():
    assert words("one two\nthree") == 3
