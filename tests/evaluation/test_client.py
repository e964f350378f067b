import socket
import time

import pytest

from assistant.evaluation.client import NoServer, Outcome, RestClient, read_answers
from assistant.evaluation.contract import Move

TEXT = {"recipient_id": "x", "text": "It was published in 2011."}
ANSWER = {"custom": {"answer": {"move": "answer", "topic": "care_act", "facet": "date", "confidence": 0.9}}}
GREETING = {"custom": {"answer": {"move": "greet"}}}


def test_takes_the_answer_out_of_the_messages():
    outcome, answers, detail = read_answers([TEXT, {"image": "x"}, {"custom": {"card": 1}}, ANSWER])
    assert (outcome, detail) == (Outcome.ANSWERED, "")
    assert (answers[0].topic, answers[0].confidence) == ("care_act", 0.9)


def test_two_questions_in_a_message_get_two_answers():
    outcome, answers, _ = read_answers([TEXT, ANSWER, TEXT, GREETING])
    assert outcome is Outcome.ANSWERED
    assert [answer.move for answer in answers] == [Move.ANSWER, Move.GREET]


def test_text_and_answer_may_share_an_item():
    assert read_answers([{**TEXT, **ANSWER}])[0] is Outcome.ANSWERED


@pytest.mark.parametrize("messages, outcome", [
    ([], Outcome.NO_ANSWER),
    ([TEXT], Outcome.NO_ANSWER),
    ([TEXT, {"custom": None}, {"custom": "answer"}], Outcome.NO_ANSWER),
    ([TEXT, ANSWER, ANSWER, ANSWER], Outcome.TOO_MANY_ANSWERS),
    ([ANSWER, TEXT], Outcome.NO_TEXT),
    ([{"text": "", **ANSWER}], Outcome.NO_TEXT),
    ([TEXT, {"custom": {"answer": {"move": "answer", "topic": "care_act"}}}], Outcome.MALFORMED_ANSWER),
    ([TEXT, {"custom": {"answer": None}}], Outcome.MALFORMED_ANSWER),
    ({"error": "x"}, Outcome.NOT_MESSAGES),
    (["hello"], Outcome.NOT_MESSAGES),
    (None, Outcome.NOT_MESSAGES),
])
def test_whatever_breaks_the_contract_has_a_name(messages, outcome):
    got, answers, _ = read_answers(messages)
    assert (got, answers) == (outcome, ())
    assert got.breaks_contract


def test_sends_sender_and_message_and_measures_seconds(fake_rasa):
    def slow(body):
        time.sleep(0.05)
        return 200, [TEXT, ANSWER]

    with fake_rasa(slow) as rasa, RestClient(rasa.url + "/") as client:
        reply = client.say("somebody", "when was it?")
    assert rasa.received == [{"sender": "somebody", "message": "when was it?"}]
    assert reply.outcome is Outcome.ANSWERED
    assert reply.answer.topic == "care_act"
    assert 0.05 <= reply.seconds < 5


@pytest.mark.parametrize("response, outcome, detail", [
    ((500, b"oops"), Outcome.HTTP_ERROR, "status 500"),
    ((429, []), Outcome.HTTP_ERROR, "status 429"),
    ((200, b"<html>"), Outcome.NOT_MESSAGES, ""),
    ((200, b"\xff\xfe\xfd"), Outcome.NOT_MESSAGES, ""),
])
def test_a_bad_response_has_a_name(fake_rasa, response, outcome, detail):
    with fake_rasa(lambda _: response) as rasa, RestClient(rasa.url) as client:
        reply = client.say("somebody", "hello")
    assert reply.outcome is outcome and reply.answer is None
    assert detail in reply.detail


def test_a_slow_server_times_out(fake_rasa):
    def never(_):
        time.sleep(0.5)
        return 200, []

    with fake_rasa(never) as rasa, RestClient(rasa.url, timeout=0.1) as client:
        reply = client.say("somebody", "hello")
    assert reply.outcome is Outcome.TIMED_OUT
    assert not reply.outcome.breaks_contract
    assert 0.1 <= reply.seconds < 0.5


def test_no_server(free_url):
    with RestClient(free_url) as client:
        assert client.say("somebody", "hello").outcome is Outcome.CONNECTION_FAILED
        with pytest.raises(NoServer, match="connection failed"):
            client.require()


@pytest.mark.parametrize("response", [(404, b""), (200, b"<html>some other site</html>")])
def test_something_else_at_the_address_is_no_assistant(fake_rasa, response):
    with fake_rasa(lambda _: response) as rasa, RestClient(rasa.url) as client:
        with pytest.raises(NoServer, match=rasa.url):
            client.require()


@pytest.mark.parametrize("url", ["nonsense", "http://", "ftp://127.0.0.1", "http://127.0.0.1:port"])
def test_a_bad_address_is_no_assistant(url):
    with pytest.raises(NoServer):
        with RestClient(url) as client:
            client.require()


def test_a_server_that_breaks_the_contract_is_still_scored(fake_rasa):
    with fake_rasa(lambda _: (200, [])) as rasa, RestClient(rasa.url) as client:
        client.require()


def test_a_proxy_for_the_internet_is_not_used_on_this_machine(fake_rasa, free_url, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", free_url)
    monkeypatch.setenv("NO_PROXY", "")
    with fake_rasa(lambda _: (200, [TEXT, GREETING])) as rasa, RestClient(rasa.url) as client:
        assert client.say("somebody", "hello").outcome is Outcome.ANSWERED


@pytest.fixture
def free_url():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return f"http://127.0.0.1:{port}"
