"""Talks to an assistant over Rasa's REST channel.

Whatever happens to a request has a name and is returned, never raised or
dropped: a question that got no answer must count as one that got no answer.
"""
import time
from dataclasses import dataclass
from enum import Enum
from ipaddress import ip_address
from typing import Any

import httpx
from pydantic import ValidationError

from assistant.evaluation.contract import Answer

WEBHOOK = "/webhooks/rest/webhook"
SECONDS_ALLOWED = 60.0
# A message holds two questions at most, and each gets one answer.
ANSWERS_ALLOWED = 2


class Outcome(str, Enum):
    """What became of a message."""

    ANSWERED = "answered"
    NO_ANSWER = "no answer in the reply"
    TOO_MANY_ANSWERS = "more answers than questions"
    NO_TEXT = "no text before the answer"
    MALFORMED_ANSWER = "malformed answer"
    NOT_MESSAGES = "not a list of messages"
    HTTP_ERROR = "HTTP error"
    TIMED_OUT = "timed out"
    CONNECTION_FAILED = "connection failed"

    @property
    def breaks_contract(self) -> bool:
        """Whether the server replied, but not as the contract says."""
        return self in _BREAKS_CONTRACT


_BREAKS_CONTRACT = {
    Outcome.NO_ANSWER, Outcome.TOO_MANY_ANSWERS, Outcome.NO_TEXT,
    Outcome.MALFORMED_ANSWER, Outcome.NOT_MESSAGES,
}
_NO_ASSISTANT = {
    Outcome.CONNECTION_FAILED, Outcome.TIMED_OUT, Outcome.HTTP_ERROR, Outcome.NOT_MESSAGES,
}


@dataclass(frozen=True)
class Reply:
    """What came back for one message.

    Args:
        outcome: its name; only ANSWERED carries answers.
        seconds: from sending to having the whole reply.
        answers: one, or two where the message held two questions.
        detail: what exactly was wrong, for people.
    """

    outcome: Outcome
    seconds: float
    answers: tuple[Answer, ...] = ()
    detail: str = ""

    @property
    def answer(self) -> Answer | None:
        """The first answer; None where there was no good reply."""
        return self.answers[0] if self.answers else None


class NoServer(Exception):
    """There is no assistant at the address."""


class RestClient:
    """One assistant. Use as a context manager.

    Args:
        url: base URL, such as http://127.0.0.1:5005.
        timeout: seconds to wait for a reply.
    """

    def __init__(self, url: str, timeout: float = SECONDS_ALLOWED):
        self.url = url.rstrip("/")
        # A proxy set for the internet must not stand before a server on this machine.
        self._http = httpx.Client(timeout=timeout, trust_env=not _is_loopback(self.url))

    def __enter__(self) -> "RestClient":
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def say(self, sender: str, message: str) -> Reply:
        """Sends one message and waits for the reply."""
        started = time.perf_counter()
        body = {"sender": sender, "message": message}
        try:
            response = self._http.post(self.url + WEBHOOK, json=body)
        except httpx.TimeoutException as error:
            return Reply(Outcome.TIMED_OUT, time.perf_counter() - started, detail=repr(error))
        except httpx.HTTPError as error:
            return Reply(Outcome.CONNECTION_FAILED, time.perf_counter() - started, detail=repr(error))
        seconds = time.perf_counter() - started
        if response.status_code != httpx.codes.OK:
            return Reply(Outcome.HTTP_ERROR, seconds, detail=f"status {response.status_code}")
        try:
            messages = response.json()
        except ValueError as error:
            return Reply(Outcome.NOT_MESSAGES, seconds, detail=str(error))
        outcome, answers, detail = read_answers(messages)
        return Reply(outcome, seconds, answers, detail)

    def require(self) -> None:
        """Sends one message that is not measured, which also warms the server up.

        Raises:
            NoServer: nobody answers at the webhook, or nothing like Rasa does.
        """
        try:
            reply = self.say("evaluation-warm-up", "hello")
        except httpx.InvalidURL as error:
            raise NoServer(f"{self.url} is not an address: {error}") from error
        if reply.outcome in _NO_ASSISTANT:
            raise NoServer(f"no assistant at {self.url}{WEBHOOK}: {reply.outcome.value} ({reply.detail})")


def read_answers(messages: Any) -> tuple[Outcome, tuple[Answer, ...], str]:
    """Takes the answers out of Rasa's list of messages, and names what is wrong with it."""
    if not isinstance(messages, list) or not all(isinstance(item, dict) for item in messages):
        return Outcome.NOT_MESSAGES, (), f"got {str(messages)[:80]}"
    answers: list[Answer] = []
    has_text = False
    for item in messages:
        has_text = has_text or bool(item.get("text"))
        custom = item.get("custom")
        if not isinstance(custom, dict) or "answer" not in custom:
            continue
        if not has_text:
            return Outcome.NO_TEXT, (), ""
        try:
            answers.append(Answer.parse_obj(custom["answer"]))
        except ValidationError as error:
            faults = [f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()]
            return Outcome.MALFORMED_ANSWER, (), "; ".join(faults)
    if not answers:
        return Outcome.NO_ANSWER, (), f"{len(messages)} messages"
    if len(answers) > ANSWERS_ALLOWED:
        return Outcome.TOO_MANY_ANSWERS, (), f"{len(answers)} answers"
    return Outcome.ANSWERED, tuple(answers), ""


def _is_loopback(url: str) -> bool:
    try:
        host = httpx.URL(url).host
        return host == "localhost" or ip_address(host).is_loopback
    except (httpx.InvalidURL, ValueError):  # a name of some other machine
        return False
