from assistant.evaluation.progress import Progress


def test_speaks_now_and_then_and_at_the_end():
    times = iter([0, 1, 4, 5, 6, 12, 13])
    said = []
    progress = Progress("assistant", 6, clock=lambda: next(times), tell=said.append)
    for _ in range(6):
        progress.step()
    assert said == [
        "assistant: 3 of 6 messages, 5 s", "assistant: 5 of 6 messages, 12 s", "assistant: 6 of 6 messages, 13 s",
    ]
