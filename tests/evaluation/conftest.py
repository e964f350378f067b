"""Hand-made exchanges, and a stand-in for Rasa on loopback."""
import json
import threading
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from assistant.evaluation.asking import Exchange
from assistant.evaluation.client import WEBHOOK, Outcome, Reply
from assistant.evaluation.contract import Answer, Move
from assistant.evaluation.wanted import WantedMove, WantedTopic
from assistant.store.vocabulary import Facet


@pytest.fixture(scope="session")
def on_topic():
    """Makes an exchange that wants a topic and facet, from what was got: answers or an outcome."""

    def make(topics, facets, *got, id="s1", text="a question", seconds=0.01, named=None) -> Exchange:
        topics = (topics,) if isinstance(topics, str) else tuple(topics)
        facets = (facets,) if isinstance(facets, str) else tuple(facets)
        wanted = WantedTopic(topics, tuple(Facet(facet) for facet in facets), named)
        return Exchange(id, text, wanted, _reply(got, seconds))

    return make


@pytest.fixture(scope="session")
def on_move():
    """The same for an exchange that wants a move."""

    def make(move, *got, topics=None, id="o1", text="a message", seconds=0.01) -> Exchange:
        wanted = WantedMove(Move(move), frozenset(topics) if topics else None)
        return Exchange(id, text, wanted, _reply(got, seconds))

    return make


def _reply(got, seconds: float) -> Reply:
    if isinstance(got[0], Outcome):
        return Reply(got[0], seconds, detail="a detail")
    return Reply(Outcome.ANSWERED, seconds, tuple(Answer.parse_obj(answer) for answer in got))


@dataclass
class FakeRasa:
    """Answers each message with what `respond` makes of it.

    `respond` takes the request's JSON and returns a status and a body: bytes as
    they are, anything else as JSON.
    """

    respond: Callable[[dict], tuple[int, Any]]
    url: str = ""
    received: list[dict] = field(default_factory=list)


@pytest.fixture
def fake_rasa():
    """A context manager that serves a `respond` function on a free loopback port."""
    return _serving


@contextmanager
def _serving(respond):
    fake = FakeRasa(respond)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            status, content = (404, b"") if self.path != WEBHOOK else fake.respond(body)
            fake.received.append(body)
            content = content if isinstance(content, bytes) else json.dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_):
            """Keeps the tests' output clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    fake.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def mini_store(tmp_path):
    """A data folder with two topics of six questions each, and NLU files."""
    data = tmp_path / "data"
    _write_topic(data / "policies" / "care_act.yml", "care_act", "Care Act", [
        ("what does the [test] Care Act say", "carers_act"),
        ("how do I appeal", "legal_advice"), ("what is the weather", "out_of_scope"),
    ])
    _write_topic(data / "concepts" / "co_design.yml", "co_design", "Co-design", [])
    (data / "nlu").mkdir()
    (data / "nlu" / "social.yml").write_text(
        'version: "3.1"\nnlu:\n- intent: greet\n  examples: |\n    - hello there\n    - good morning\n'
        "- intent: out_of_scope\n  examples: |\n    - what is the weather\n    - tell me a joke\n"
    )
    (data / "nlu" / "moves.yml").write_text(
        'version: "3.1"\nnlu:\n- intent: moves/list\n  examples: |\n    - list them all\n    - show me a list\n'
        "- intent: follow_up\n  examples:\n  - text: |\n      and when was that\n    metadata:\n      facet: date\n"
        "  - text: |\n      who was it\n"
    )
    return data


def _write_topic(path, topic_id: str, name: str, near_misses) -> None:
    topic = {
        "schema": 1, "id": topic_id, "name": name, "in_sentence": f"the {name}", "kind": "act",
        "nation": "uk", "status": "In force", "summary": "A test.", "themes": ["carers"],
        "audiences": ["carer"], "aliases": [name], "sources": {"a": {"title": "A", "publisher": "B"}},
        "passages": {"overview": {"standing": "law", "text": "A test.", "easy": "A test.",
                                  "sources": ["a"], "checked_on": "2026"}},
        "questions": {
            "overview": [f"what is the {name}", f"tell me about the {name}", f"{name}: explain"],
            "date": [f"when was the {name}", f"what year was the {name}", f"how old is the {name}"],
        },
        "near_misses": [{"text": text, "belongs_to": home} for text, home in near_misses],
    }
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(topic))  # JSON is YAML
