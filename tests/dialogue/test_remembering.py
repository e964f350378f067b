from assistant.dialogue.answer import Answer, Move
from assistant.dialogue.context import Context
from assistant.dialogue.remembering import RECENT, remember
from assistant.dialogue.turn import Reply


def after(context, *answers):
    return remember(Reply(answers, context))


def test_answers_make_their_topics_recent_the_latest_first():
    context = Context()
    for topic in ("care_act", "carers_act", "care_act"):
        context = after(context, Answer(Move.ANSWER, "words", topic=topic))
    assert context.recent == ("care_act", "carers_act") and context.move == "answer"


def test_only_so_many_are_kept():
    context = Context()
    for number in range(RECENT + 3):
        context = after(context, Answer(Move.ANSWER, "words", topic=f"topic_{number}"))
    assert len(context.recent) == RECENT


def test_a_comparison_is_what_the_second_one_refers_to():
    context = after(Context(), Answer(Move.COMPARE, "words", topics=("care_act", "carers_act")))
    assert context.shown == ("care_act", "carers_act") and context.topic == "care_act"


def test_two_answers_are_a_first_and_a_second():
    context = after(Context(), Answer(Move.ANSWER, "a", topic="care_act"), Answer(Move.ANSWER, "b", topic="carers_act"))
    assert context.shown == ("care_act", "carers_act")


def test_small_talk_forgets_nothing():
    context = Context(shown=("care_act", "carers_act"), recent=("care_act",), move="compare")
    assert after(context, Answer(Move.THANKS, "words")) == context
