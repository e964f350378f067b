"""A plain page at `/`: what this is, how to reach it, that it is running, and its version.

Rasa itself answers `/` with a line of text, and its router takes no second
route there; so the page is served by a Sanic middleware, which may answer a
request before the routes are looked at.
"""
from html import escape
from pathlib import Path
from string import Template
from typing import Awaitable, Callable, Optional

import rasa
from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from assistant.store.reader import StoreUnavailable, policy_store

HERE = Path(__file__).parent / "page_files"
STYLE_ADDRESS = "/page.css"
SECURITY_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


class PageInput(InputChannel):
    """Shows the page. Takes no messages: the conversation has channels of its own."""

    @classmethod
    def name(cls) -> str:
        """The channel's name in Rasa."""
        return "page"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[None]]) -> Blueprint:
        """A blueprint without routes, which puts the page before Rasa's own."""
        blueprint = Blueprint("page")

        @blueprint.listener("before_server_start")
        async def put_page_first(app: Sanic, _loop) -> None:
            app.register_middleware(serve, "request")

        return blueprint


async def serve(request: Request) -> Optional[HTTPResponse]:
    """The page or its style sheet; None, and so Rasa's own answer, for any other address."""
    if request.method not in ("GET", "HEAD"):
        return None
    if request.path == "/":
        return response.html(page(request.host), headers=SECURITY_HEADERS)
    if request.path == STYLE_ADDRESS:
        return response.text((HERE / "page.css").read_text(encoding="utf-8"),
                             content_type="text/css; charset=utf-8", headers=SECURITY_HEADERS)
    return None


def page(host: str) -> str:
    """The page's HTML.

    Args:
        host: the name and port by which the reader reached it.
    """
    template = Template((HERE / "page.html").read_text(encoding="utf-8"))
    store = policy_store()
    try:
        content, topics = store.version(), len(store.topics())
        state = f"It is running, and its store holds {topics} topics."
    except StoreUnavailable:
        content = "not available"
        state = "It is running, but it cannot reach its store of answers at the moment."
    return template.substitute(
        host=escape(host), state=escape(state), content=escape(content), rasa=escape(rasa.__version__))
